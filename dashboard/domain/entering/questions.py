"""Knows what a load has to be told before its figures count, and how it is answered."""

from collections.abc import Mapping
from dataclasses import dataclass

from dashboard.domain.incidents.columns import EXAMPLE, ColumnRole, letter_of

COLUMNS, NAME = "columns", "layout"  # how the columns of a list are matched, and the name that is kept under
Answers = Mapping[str, Mapping[str, str]]  # indicator or file -> declared column -> what is declared
ANY = ""  # in answers: whichever indicator is asked about


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer: what is declared by it, and what the reader sees."""

    value: str
    words: str


@dataclass(frozen=True, slots=True)
class AskedColumn:
    """A column of a file that somebody has to say of what it is, with a few of its cells."""

    heading: str
    examples: tuple[str, ...]
    guess: str = ""  # what it may be


@dataclass(frozen=True, slots=True)
class Question:
    """One thing that neither a file nor its words tell; nothing is published before it is answered."""

    about: str  # the indicator or the file, by the name that the file gives it
    column: str  # that would answer it if the file had one: combines
    words: str  # one sentence
    mend: str  # what to type into the file, as it goes on after "To answer, "
    choices: tuple[Choice, ...]
    columns: tuple[AskedColumn, ...] = ()  # of a list, which it asks to be matched; for whoever hands it in alone

    @property
    def told(self) -> str:
        """How it is answered on the command line."""
        if self.columns:
            return self._matched
        values = [item.value for item in self.choices] or ["…"]
        others = f" (or {', '.join(values[1:])})" if values[1:] else ""
        return f'To answer, say --answer "{self.about}: {self.column}={values[0]}"{others}; or {self.mend}.'

    @property
    def _matched(self) -> str:
        """The same of columns that have to be matched: their headings, never their cells."""
        named = ", ".join(f"{letter_of(at)} “{item.heading}”" for at, item in enumerate(self.columns))
        said = f'--answer "{self.about}: {self.column}={EXAMPLE}"'
        kept = f'--answer "{self.about}: {NAME}=…" for the name that is kept under'
        return f"To answer, say {said}, and {kept}. Its columns: {named}. Each is one of {', '.join(ColumnRole)}."

    @property
    def key(self) -> tuple[str, str]:
        return self.about, self.column


def answer(answers: Answers, about: str, column: str) -> str:
    """What was answered of this indicator or file, or in general; empty where nothing was."""
    return answers.get(about, {}).get(column, "") or answers.get(ANY, {}).get(column, "")
