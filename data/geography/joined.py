"""Knows which neighbourhoods of 2011 and of 2021 are one for us: those that were split or redrawn, with their parts.

Merged ones are exact and need no joining: what they were is counted in what they are.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

MERGED, UNCHANGED = "M", "U"


@dataclass(frozen=True, slots=True)
class AreaChange:
    """A neighbourhood of 2011 and one that it became: S split, M merged, X irregular."""

    old: str
    new: str
    name: str
    kind: str
    district: str


@dataclass(frozen=True, slots=True)
class JoinedArea:
    """Neighbourhoods whose incidents are one series; it bears the code and name of the first of 2011."""

    code: str
    name: str
    old: tuple[str, ...]
    new: tuple[str, ...]


def joined_areas(changes: Iterable[AreaChange]) -> tuple[JoinedArea, ...]:
    """Everything that hangs together by a split or an irregular change, each once."""
    inexact = [item for item in changes if item.kind not in (MERGED, UNCHANGED)]
    heads: dict[str, str] = {}
    for item in inexact:
        one, other = _head(heads, item.old), _head(heads, item.new)
        heads[max(one, other)] = heads[min(one, other)] = min(one, other)
    groups: dict[str, list[AreaChange]] = {}
    for item in inexact:
        groups.setdefault(_head(heads, item.old), []).append(item)
    return tuple(map(_joined, groups.values()))


def _head(heads: dict[str, str], code: str) -> str:
    while heads.setdefault(code, code) != code:
        code = heads[code]
    return code


def _joined(parts: list[AreaChange]) -> JoinedArea:
    old = tuple(sorted({item.old for item in parts}))
    name = next(item.name for item in parts if item.old == old[0])
    return JoinedArea(old[0], name or old[0], old, tuple(sorted({item.new for item in parts})))


def joined_codes(areas: Iterable[JoinedArea]) -> Mapping[str, str]:
    """Every code of them -> the code that it is counted under."""
    return {code: area.code for area in areas for code in (*area.old, *area.new)}
