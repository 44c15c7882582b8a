"""Knows where the tables of a plan stand in a sheet, and of which kind each is; a table of figures is none."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from data.sources.containers.grids import Grid
from data.sources.plans.heading_words import (
    ACTION,
    CAMPAIGN,
    CATEGORY,
    FIELDS,
    MEETING,
    PRIORITY,
    RANK,
    RISK,
    field_of,
    plain,
)
from data.sources.plans.risk_scores import group_of
from data.sources.typed.column_roles import role
from data.sources.typed.heading_words import words_of

Columns = Mapping[str, int]  # field -> its column
HIGHEST = 30  # rows in which the first heading may stand
SEEN = 200  # rows under a heading that tell figures from words
NUMBER = re.compile(r"[£$]?[-\u2212+<>~]?\d[\d,]*(?:\.\d+)?\s?%?(?:\s?[\[(]?[a-z0-9*†]{1,2}[\])]?)?", re.IGNORECASE)
MARKED = frozenset({"x", "c", "z", "n/a", "na", "tbc", "*", "..", "-"})
SCORES = frozenset({"impact", "likelihood", "rating", "residual", "residual_impact", "residual_likelihood"})
PLANNED = frozenset({"lead", "due", "progress", "status", "measure", "outcome", "resources", "monitoring", "starts"})
PLANNED |= {"measure progress"}
LOOSE = frozenset({"what", "activity", "activities", "project", "task", "tasks", "intervention", "deliverable"})
LOOSE |= {"deliverables", "what we will do", "what will we do", "what are we going to do"}


@dataclass(frozen=True, slots=True)
class PlanHeading:
    """The heading of one table of a plan."""

    kind: str
    row: int
    columns: Columns
    unknown: tuple[int, ...] = ()
    across: Columns = field(default_factory=dict)  # of a survey: an area or round -> its column of concerns


def heading_at(grid: Grid, row: int) -> PlanHeading | None:
    """The heading that stands in a row, of the kind whose own column stands first in it."""
    found = [heading for kind in FIELDS if (heading := _of_kind(grid, row, kind)) is not None]
    if not found or _is_figures(grid, row, found[0]):
        return None
    return min(found, key=_place)


def _place(heading: PlanHeading) -> tuple[bool, int]:
    """Where what names the lines stands; a list of actions may begin with the meetings that agreed them."""
    is_log = heading.kind == MEETING and not {"time", "place", "current", "planned"} & heading.columns.keys()
    return is_log, heading.columns[_core(heading)]


def headings(grid: Grid) -> list[PlanHeading]:
    """Every heading of the sheet; nothing where its first table is of figures."""
    found: list[PlanHeading] = []
    for row in range(len(grid.rows)):
        if not found and row >= HIGHEST:
            break
        if heading := heading_at(grid, row):
            found.append(heading)
    return found


def _core(heading: PlanHeading) -> str:
    if heading.kind == MEETING:
        return "meeting" if "meeting" in heading.columns else "date"
    return {RANK: "concern"}.get(heading.kind, heading.kind)


def _of_kind(grid: Grid, row: int, kind: str) -> PlanHeading | None:
    cells = grid.rows[row]
    columns: dict[str, int] = {}
    unknown = []
    for column, text in enumerate(cells):
        if not text.strip():
            continue
        name = _scored(grid, (row, column), columns) if kind == RISK else field_of(kind, text)
        if kind == RANK and text.strip() == "%":
            name = "percent"
        if name and name not in columns:
            columns[name] = column
        else:
            unknown.append(column)
    texts = {name: plain(cells[column]) for name, column in columns.items()}
    return PlanHeading(kind, row, columns, tuple(unknown)) if FITS[kind](texts) else None


def _scored(grid: Grid, place: tuple[int, int], columns: Columns) -> str:
    """The field of a risk's column; of two of one name the words over them tell, or that controls stand between."""
    row, column = place
    name = field_of(RISK, grid.at(row, column))
    if name not in ("impact", "likelihood", "rating"):
        return name
    group = _over(grid, row, column)
    doubled = name in columns and ("controls" in columns or "further_actions" in columns)
    if group == "residual" or (doubled and not group):
        return "residual" if name == "rating" else f"residual_{name}"
    return name


def _over(grid: Grid, row: int, column: int) -> str:
    """Whether the words over a column, or over the nearest one before it, call it inherent or residual."""
    for above in range(row - 1, max(row - 2, -1), -1):
        for at in range(column, -1, -1):
            if text := grid.at(above, at):
                return group_of(plain(text))
    return ""


def _is_action(texts: Mapping[str, str]) -> bool:
    known = PLANNED & texts.keys()
    if "action" not in texts or not known:
        return False
    return texts["action"] not in LOOSE or (len(known) > 1 and bool({"lead", "due"} & known))


def _is_risk(texts: Mapping[str, str]) -> bool:
    return "risk" in texts and bool((SCORES | {"controls"}) & texts.keys())


def _is_meeting(texts: Mapping[str, str]) -> bool:
    told = {"time", "place", "current", "planned", "lead"} & texts.keys()
    named = any("meeting" in words for words in texts.values())
    if "date" not in texts or not (told or named):
        return False
    return bool("meeting" in texts or (told and "meeting" in texts["date"]))


def _is_campaign(texts: Mapping[str, str]) -> bool:
    return "campaign" in texts and bool({"starts", "ends"} & texts.keys())


def _is_category(texts: Mapping[str, str]) -> bool:
    return "category" in texts and bool({"crimes", "parent"} & texts.keys() or {"indicators", "order"} <= texts.keys())


def _is_rank(texts: Mapping[str, str]) -> bool:
    return "concern" in texts and bool({"rank", "percent"} & texts.keys())


def _is_priority(texts: Mapping[str, str]) -> bool:
    return "priority" in texts and bool({"objective", "categories", "body"} & texts.keys())


FITS = {
    ACTION: _is_action,
    RISK: _is_risk,
    MEETING: _is_meeting,
    CAMPAIGN: _is_campaign,
    CATEGORY: _is_category,
    RANK: _is_rank,
    PRIORITY: _is_priority,
}


def _is_figures(grid: Grid, row: int, heading: PlanHeading) -> bool:
    """Whether numbers stand under periods, or beside a column of them, or indicators are declared."""
    if heading.kind == RISK and {"impact", "likelihood"} <= heading.columns.keys():
        return False
    roles = {found: at for at, text in enumerate(grid.rows[row]) if (found := role(text))}
    if "polarity" in roles and "indicator" in roles:
        return True
    dated = {"period", "year", "quarter", "month"} & roles.keys()
    counted = [at for name, at in roles.items() if name in ("actual", "target")]
    if heading.kind != RANK and dated and any(_is_numbers(grid, row, at) for at in counted):
        return True
    return any(_is_numbers(grid, row, at) for at in _periods(grid, row))


def _periods(grid: Grid, row: int) -> Iterable[int]:
    """The columns whose heading, or what stands over it, names a period or a part of one."""
    for at in range(len(grid.rows[row])):
        over = [grid.at(line, at) for line in range(max(0, row - 1), row + 1)]
        said = [words_of(text) for text in over if text]
        if any(item.of_figures and (item.period or item.part) for item in said):
            yield at


def _is_numbers(grid: Grid, row: int, column: int) -> bool:
    cells = [grid.at(line, column) for line in range(row + 1, min(len(grid.rows), row + SEEN))]
    filled = [text for text in cells if text and text.casefold() not in MARKED]
    return bool(filled) and 2 * sum(NUMBER.fullmatch(text) is not None for text in filled) > len(filled)
