"""Knows how the tables of districts make that of their county: the mean of their scores, by residents."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

#: Districts of a county whose documents do not say so, by the lookup of the Office for National Statistics
#: (local authority districts to counties, 2023): E07000196 lies in E10000028.
INSIDE: Mapping[str, str] = {"south-staffordshire": "staffordshire"}


@dataclass(frozen=True, slots=True)
class DistrictScore:
    """What one district's table says of a category; *people* is None where nobody knows how many live there."""

    score: Fraction | None
    people: int | None = None


@dataclass(frozen=True, slots=True)
class CountyScore:
    """The mean of the districts that have a score, and of how many."""

    score: Fraction | None
    counted: int
    of: int
    by_people: bool = False


def county_score(districts: Sequence[DistrictScore]) -> CountyScore:
    """Return the mean of the scores, by residents where these are known of every district that has one."""
    found = [(item.score, item.people) for item in districts if item.score is not None]
    if not found:
        return CountyScore(None, 0, len(districts))
    by_people = all(people for _, people in found)
    shares = [Fraction(people or 0) if by_people else Fraction(1) for _, people in found]
    mean = sum((score * share for (score, _), share in zip(found, shares, strict=True)), Fraction(0)) / sum(shares)
    return CountyScore(mean, len(found), len(districts), by_people)
