"""Knows what residents rank, as it is typed across: a rank a row, an area or a round a column, a concern a cell."""

import re
from collections.abc import Iterator

from data.sources.containers.grids import Grid
from data.sources.plans.cell_words import shared
from data.sources.plans.heading_words import RANK, plain
from data.sources.plans.lines import PlanLines, rule_of, text_of
from data.sources.plans.recognising import NUMBER, PlanHeading
from data.sources.typed.heading_words import words_of

RANKED = frozenset({"rank", "ranking", "rank order", "ranked"})
NUMBERED = frozenset({"", "no", "number", "position", "priority", "order"})
ASKED = re.compile(
    r"\b(?:survey|pact|concerns?|rank\w*|residents?|priorit\w+|community|face the people)\b", re.IGNORECASE
)
FEWEST = 2  # areas or rounds across, and ranks down


def ranks_at(grid: Grid, row: int, title: str) -> PlanHeading | None:
    """A heading over ranks: 1, 2, 3 down and words across; without the word Rank a title has to tell."""
    cells = [plain(text) if text.strip() else "" for text in grid.rows[row]]
    across = {" ".join(text.split()): at for at, text in enumerate(grid.rows[row]) if at and text.strip()}
    named = bool(cells) and (cells[0] in RANKED or (cells[0] in NUMBERED and bool(ASKED.search(title))))
    if not named or len(across) < FEWEST:
        return None
    below = _ranked(grid, row)
    texts = [text for line in below for at in across.values() if (text := grid.at(line, at))]
    wordy = [text for text in texts if not NUMBER.fullmatch(text)]
    if len(below) < FEWEST or len(wordy) < len(texts) or not wordy:
        return None
    return PlanHeading(RANK, row, {"rank": 0, "concern": 1}, across=across)


def _ranked(grid: Grid, row: int) -> list[int]:
    """The rows under a heading that are numbered from 1 on."""
    found: list[int] = []
    for line in grid.filled(row + 1):
        if grid.at(line, 0).rstrip(".") != str(len(found) + 1):
            break
        found.append(line)
    return found


def read_ranks(found: PlanLines, heading: PlanHeading, title: str) -> None:
    """Take every concern with its rank, and the area or the round over it."""
    grid = found.grid
    for row in _ranked(grid, heading.row):
        for name, column in heading.across.items():
            if text := text_of(grid, row, column):
                concern, percent = shared(text)
                said = {"survey": title, "rank": grid.at(row, 0).rstrip("."), "concern": concern, "percent": percent}
                _take(found, row, column, said | dict(_over(name)))


def _over(name: str) -> Iterator[tuple[str, str]]:
    yield ("period", name) if words_of(name).period else ("group", name)


def _take(found: PlanLines, row: int, column: int, said: dict[str, str]) -> None:
    if rule := found.grid.fault(row, [column]) or rule_of(said):
        found.reject(row, rule)
        return
    found.add(RANK, row, {name: (text, column) for name, text in said.items()})
