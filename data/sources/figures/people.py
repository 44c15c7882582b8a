"""Knows whose figures a row holds (Sex, Age), which tells one indicator from another: males only are not everybody."""

import re
from collections.abc import Iterable, Mapping

from data.sources.containers.grids import Grid

HEADINGS = frozenset(
    {"sex", "gender", "age", "ages", "age group", "age band", "age range", "ethnicity", "ethnic group"}
)
WHOSE = re.compile(
    r"^(?:self[- ]defined |officer[- ]defined )?"
    r"(?:victims?|suspects?|offenders?|casualt(?:y|ies)|patients?|persons?)(?:['’]s?)? "
)
EVERYBODY = re.compile(
    r"|persons?|people|all(?: (?:persons|people|ages|sexes|genders|groups|ethnicities|ethnic groups))?|both(?: sexes)?"
    r"|everybody|everyone|total|n/?a|not applicable|-",
    re.IGNORECASE,
)


def columns_of_people(headings: Mapping[int, str]) -> tuple[int, ...]:
    """The columns that say whose figures they are."""
    plain = {at: WHOSE.sub("", " ".join(text.lower().split())) for at, text in headings.items()}
    return tuple(at for at, words in plain.items() if words in HEADINGS)


def with_people(grid: Grid, row: int, columns: Iterable[int], name: str) -> str:
    """The name of an indicator with whose figures the *row* holds; everybody's has the name alone."""
    said = [words for at in columns if not EVERYBODY.fullmatch(words := " ".join(grid.at(row, at).split()))]
    return f"{name} ({', '.join(said)})" if said and name else name


def named_by_people(grid: Grid, columns: Iterable[int], heading: int) -> list[str]:
    """The sentence of the preview."""
    words = " and ".join(f"“{grid.at(heading, at)}”" for at in columns)
    return [f"Indicators are named with what {words} says of their rows."] if words else []
