"""Knows what an incident list has to be told before it counts: which order its dates have, what a blank end means."""

from collections.abc import Sequence

from dashboard.domain.entering.questions import COLUMNS, Answers, AskedColumn, Choice, Question, answer
from dashboard.domain.wording import so_many
from data.names import slug
from data.parcels import UnnamedList

ORDER, BLANK_END = "date-order", "blank-end"
DAY_FIRST, MONTH_FIRST = "day-first", "month-first"
EXACT, UNKNOWN = "exact", "unknown"


def columns_question(parcel: UnnamedList) -> Question:
    """Which column of what looks like an incident list is which."""
    words = f"{parcel.file} looks like a list of incidents, but its headings do not say which column is which."
    asked = tuple(AskedColumn(item.heading, tuple(item.examples), item.guess) for item in parcel.columns)
    return Question(parcel.file, COLUMNS, words, "head its columns as docs/incident-lists.md says", (), asked)


class OpenOfList:
    """The answers of one call, and what is still open of one list."""

    def __init__(self, answers: Answers, file: str) -> None:
        self._answers = {slug(about): said for about, said in answers.items()}
        self._file = file
        self.questions: list[Question] = []

    def month_first(self, rows: int) -> bool:
        """Whether the month comes first in dates that can be read in both ways, of so many *rows*."""
        words = (
            f"{self._file} has dates with the day first and dates with the month first. Which comes first in the"
            f" {so_many(rows, 'row')} whose dates can be read both ways?"
        )
        choices = (Choice(DAY_FIRST, "The day comes first"), Choice(MONTH_FIRST, "The month comes first"))
        return self._said(ORDER, words, "write its dates in one order", choices) == MONTH_FIRST

    def starts_exact(self, rows: int) -> bool:
        """Whether a time without an end is the time itself, of so many *rows*."""
        have, of = so_many(rows, "row has", "rows have"), "it" if rows == 1 else "these"
        words = f"In {self._file} {have} a first time and no last one. What is the first time of {of}?"
        choices = (
            Choice(EXACT, "The time at which it happened"),
            Choice(UNKNOWN, "The earliest time at which it may have happened: the hour is not known"),
        )
        return self._said(BLANK_END, words, "fill in the last times", choices) == EXACT

    def _said(self, column: str, words: str, mend: str, choices: Sequence[Choice]) -> str:
        found = answer(self._answers, slug(self._file), column)
        if found not in {item.value for item in choices}:
            self.questions.append(Question(self._file, column, words, mend, tuple(choices)))
        return found
