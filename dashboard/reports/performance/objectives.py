"""Knows a plan in short: its objectives, how many actions each has, and by when they are due."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from dashboard.domain.documents import Action
from dashboard.domain.wording import listed, number_word, plural, sentence
from dashboard.reports.report import Cell, Table

COLUMNS = ("objective", "actions", "due_by_a_date", "due_in_words", "without_a_date", "first_due")


@dataclass(frozen=True, slots=True)
class Objective:
    """One objective; an action is due by a date, in words only, or nothing is printed of it."""

    name: str  # empty: actions without a heading
    actions: int
    dated: int
    worded: int
    first_due: date | None

    @property
    def undated(self) -> int:
        return self.actions - self.dated - self.worded


def objectives_of(actions: Sequence[Action]) -> tuple[Objective, ...]:
    """The objectives in the order of the print."""
    names = dict.fromkeys(item.objective for item in actions)
    return tuple(_objective(name, [item for item in actions if item.objective == name]) for name in names)


def _objective(name: str, actions: Sequence[Action]) -> Objective:
    dates = [item.due_date for item in actions if item.due_date is not None]
    worded = sum(item.due_date is None and bool(item.due.strip()) for item in actions)
    return Objective(name, len(actions), len(dates), worded, min(dates, default=None))


def due_sentence(found: Iterable[Objective]) -> str:
    """'Ten actions due by a date, 19 due in words only and one without a printed date.'"""
    every = tuple(found)
    kinds = (
        (sum(item.dated for item in every), "due by a date"),
        (sum(item.worded for item in every), "due in words only"),
        (sum(item.undated for item in every), "without a printed date"),
    )
    parts = [(count, words) for count, words in kinds if count]
    if not parts:
        return ""
    (first, words), *rest = parts
    said = [f"{plural(first, 'action')} {words}", *(f"{number_word(count)} {words}" for count, words in rest)]
    return sentence(f"{listed(said)}.")


def objectives_table(found: Iterable[Objective]) -> Table:
    return Table.of("objectives", "Objectives of the plan", COLUMNS, map(_row, found))


def _row(item: Objective) -> dict[str, Cell]:
    due = item.first_due.isoformat() if item.first_due else None
    cells = (item.name or None, item.actions, item.dated, item.worded, item.undated, due)
    return dict(zip(COLUMNS, cells, strict=True))
