"""Knows where the heading of a typed table stands, in one to three rows, and what stands over each of its columns."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from dashboard.domain.periods.doubts import proven_years
from data.sources.containers.grids import Grid
from data.sources.figures.parcels import DECLARED, NAMED, SELDOM
from data.sources.typed.column_roles import role
from data.sources.typed.heading_words import Words, words_of
from data.sources.typed.telling_columns import COMBINES, telling_column
from data.sources.typed.telling_columns import told as say_telling

LABELS = (*NAMED, *DECLARED, *SELDOM, "note")
MOST_ROWS = 3
NUMBER = re.compile(r"[-+\u2212£]?[0-9][0-9,. ]*%?")


@dataclass(frozen=True, slots=True)
class Over:
    """One text over a column, and the column that it stands in: of a group heading, the first one of the group."""

    row: int
    column: int
    text: str


@dataclass(frozen=True, slots=True)
class Heading:
    """The rows that say what the columns of a table hold; *stacks* has the texts over each column, from the top."""

    row: int
    depth: int
    labels: dict[str, int]
    stacks: tuple[tuple[Over, ...], ...]
    years: frozenset[str] = frozenset()  # spellings that are financial years beside the others

    @property
    def under(self) -> int:
        return self.row + self.depth

    @property
    def first_figure(self) -> int:
        """The first column of figures."""
        return next(at for at, stack in enumerate(self.stacks) if _heads_figures(stack, at, self.labels, self.years))

    @property
    def behind(self) -> list[int]:
        """The columns behind the first one of figures that head none."""
        every = range(self.first_figure, len(self.stacks))
        return [at for at in every if not _heads_figures(self.stacks[at], at, self.labels, self.years)]


def heading_at(grid: Grid, row: int, floor: int = 0) -> Heading | None:
    """The heading whose labels stand in *row*, if they do; rows above *floor* belong to another table."""
    labels = _labels(grid, row)
    if labels.keys().isdisjoint(("indicator", "area")):
        return None
    top, bottom = row, row + 1
    while top > floor and bottom - top < MOST_ROWS and _is_group_row(grid, top - 1, labels):
        top -= 1
    while bottom < len(grid.rows) and bottom - top < MOST_ROWS and is_lower_row(grid, bottom, labels):
        bottom += 1
    for other in range(top, bottom):
        labels |= {name: at for name, at in _labels(grid, other).items() if name not in labels}
    stacks = stacks_of(grid, top, bottom, labels)
    years = _years(stacks)
    heads = [at for at, stack in enumerate(stacks) if _heads_figures(stack, at, labels, years)]
    if not heads or not _in_order([stacks[at][-1].text for at in heads if len(stacks[at]) == 1]):
        return None
    free = [at for at, stack in enumerate(stacks) if stack and at not in (*heads, *labels.values())]
    if COMBINES not in labels and (at := telling_column(grid, free, grid.filled(bottom))) is not None:
        labels[COMBINES] = at
        say_telling(grid, texts_of(stacks[at]))
    return Heading(top, bottom - top, labels, stacks, years)


def _years(stacks: Iterable[tuple[Over, ...]]) -> frozenset[str]:
    """The texts over columns that are financial years beside the others: 2022 to 2023 and 2023 to 2024."""
    texts = [over.text for stack in stacks for over in stack]
    known = [period for text in texts if (period := words_of(text).period) is not None]
    return frozenset(proven_years(texts, known))


def _labels(grid: Grid, row: int) -> dict[str, int]:
    """The columns of what names a row."""
    labels: dict[str, int] = {}
    for column, text in enumerate(grid.rows[row]):
        if (found := role(text)) in LABELS:
            labels.setdefault(found, column)
    return labels


def _heads_figures(
    stack: tuple[Over, ...], column: int, labels: dict[str, int], years: frozenset[str] = frozenset()
) -> bool:
    own = any(over.column == column for over in stack)
    says = any(words_of(over.text).of_figures or over.text in years for over in stack)
    return own and column not in labels.values() and says


def _is_group_row(grid: Grid, row: int, labels: dict[str, int]) -> bool:
    """Whether a row above the labels stands over their columns: texts alone, and more than a title."""
    texts = texts_at(grid, row)
    beside = {at: text for at, text in texts.items() if at > min(labels.values()) and at not in labels.values()}
    if not beside or has_number(texts) or not _labels(grid, row).keys().isdisjoint(("indicator", "area")):
        return False
    known = any(words_of(text).of_figures for text in beside.values())
    return known or (len(beside) > 1 and len(beside) == len(texts))


def is_lower_row(grid: Grid, row: int, labels: dict[str, int]) -> bool:
    """Whether a row below the labels says more of their columns: texts alone, none under a label."""
    texts = texts_at(grid, row)
    if not texts or has_number(texts) or any(at in texts for at in labels.values()):
        return False
    above = texts_at(grid, row - 1)
    groups = [at for at, text in above.items() if words_of(text).of_figures]
    divided = any(at not in above and groups and at > min(groups) for at in texts)
    return divided or any(words_of(text).of_figures for text in texts.values())


def texts_at(grid: Grid, row: int) -> dict[int, str]:
    return {at: " ".join(text.split()) for at, text in enumerate(grid.rows[row]) if text.strip()}


def has_number(texts: dict[int, str]) -> bool:
    numbers = [text for text in texts.values() if NUMBER.fullmatch(text) and words_of(text).period is None]
    years = [text for text in texts.values() if text.isdigit() and words_of(text).period is not None]
    return bool(numbers) or not _in_order(years)


def _in_order(years: list[str]) -> bool:
    """Counts of a row can look like years, but hardly in their order, each once or as often as the others."""
    found = [text for text in years if text.isdigit() and len(text) == 4]
    rising = [*dict.fromkeys(found)]
    return rising in (sorted(rising), sorted(rising, reverse=True))


def stacks_of(grid: Grid, top: int, bottom: int, labels: dict[str, int]) -> tuple[tuple[Over, ...], ...]:
    """What stands over each column in the rows from *top* on, before *bottom*."""
    rows = grid.rows[top:] if grid.sheet else grid.rows[top:bottom]  # a workbook leaves blank headings out
    width = max(map(len, rows))
    levels: list[dict[int, Over]] = []
    for row in range(top, bottom):
        carries = row < bottom - 1
        levels.append(_level(grid, row, width, labels, levels[-1] if levels else {}) if carries else _own(grid, row))
    return tuple(tuple(level[at] for level in levels if at in level) for at in range(width))


def _own(grid: Grid, row: int) -> dict[int, Over]:
    return {at: Over(row, at, text) for at, text in texts_at(grid, row).items()}


def _level(grid: Grid, row: int, width: int, labels: dict[str, int], above: dict[int, Over]) -> dict[int, Over]:
    """What stands in a row of groups over each column: a text reaches to the next one, or as far as it is merged."""
    own, found = _own(grid, row), {}
    merges = any((row, at) in grid.spans for at in own)
    over: Over | None = None
    for at in range(width):
        if at in own:
            over = own[at] if at not in labels.values() else None
            found[at] = own[at]
        elif over is not None and _reaches(grid, over, at, above, merges=merges):
            found[at] = over
    return found


def _reaches(grid: Grid, over: Over, column: int, above: dict[int, Over], *, merges: bool) -> bool:
    if merges:
        return column <= grid.spans.get((over.row, over.column), over.column)
    return above.get(column) == above.get(over.column)


def texts_of(stack: tuple[Over, ...]) -> str:
    """What stands over a column, in one line."""
    return " ".join(over.text for over in stack)


def all_words(stack: tuple[Over, ...]) -> list[Words]:
    return [words_of(over.text) for over in stack]
