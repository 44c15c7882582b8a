"""Knows columns by what stands in them, whatever their heading: how a year is made, or better and worse."""

import re
from collections.abc import Iterable, Iterator

from data.sources.containers.grids import Grid
from data.sources.words import shown

#: Words that are no answer beside “Cumulative” and “Snapshot”: they say how often, not how.
HOW_OFTEN = frozenset({"quarterly", "monthly", "annual", "annually", "yearly", "half yearly", "weekly"})
#: Of columns that say it by another heading: yes, no, count and the like mean something else there.
TELLING = frozenset(
    {"cumulative", "cumulative ytd", "year to date", "ytd", "running total", "rolling", "rolling year",
     "rolling 12 months", "12 month rolling", "snapshot", "point in time", "as at", "position", "discrete",
     "in period", "in quarter", "in month", "in year", "non cumulative", "not cumulative", "additive", "summed",
     "averaged"}
)  # fmt: skip
VERDICT = re.compile(
    r"(?:much |slightly |significantly |got |getting )?(?:better|worse|best|worst|same|improv\w*|declin\w*|worsen\w*"
    r"|deteriorat\w*|stable|static|steady|no change|unchanged|maintain\w*|up|down|increas\w*|decreas\w*|fall\w*"
    r"|ris\w*|(?:on|off) (?:track|target)|(?:not )?met|achieved|missed|exceed\w*|red|amber|green|good|poor"
    r"|positive|negative|above target|below target|[↑↓→←↗↘▲▼⬆⬇\ufe0f]+)(?: (?:than|on|from|since|as)\b.*)?",
    re.IGNORECASE,
)
COMBINES = "combines"


def telling_column(grid: Grid, columns: Iterable[int], rows: Iterable[int]) -> int | None:
    """The one of *columns* that says how a year is made of each row's parts; none where two do."""
    under = list(rows)
    found = [at for at in columns if _tells(plain(text) for text in _texts(grid, at, under))]
    return found[0] if len(found) == 1 else None


def told(grid: Grid, heading: str) -> None:
    """Say what a column is taken for."""
    remark = f"“{shown(heading)}” is read as how the year is made of its months or quarters."
    grid.remarks += [remark] if remark not in grid.remarks else []


def judges(grid: Grid, column: int, rows: Iterable[int]) -> bool:
    """Whether a column holds verdicts (Better, Worse, ↑) and no figure."""
    texts = list(_texts(grid, column, rows))
    return bool(texts) and all(map(VERDICT.fullmatch, texts))


def plain(text: str) -> str:
    return " ".join(re.findall(r"[a-z0-9]+", text.lower()))


def _texts(grid: Grid, column: int, rows: Iterable[int]) -> Iterator[str]:
    return (" ".join(text.split()) for row in rows if (text := grid.at(row, column)))


def _tells(words: Iterable[str]) -> bool:
    said = set(words)
    return bool(said & TELLING) and said <= TELLING | HOW_OFTEN
