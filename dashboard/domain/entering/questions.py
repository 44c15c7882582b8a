"""Knows what a load has to be told before its figures count, and how it is answered."""

from collections.abc import Mapping
from dataclasses import dataclass

Answers = Mapping[str, Mapping[str, str]]  # indicator or file -> declared column -> what is declared
ANY = ""  # in answers: whichever indicator is asked about


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer: what is declared by it, and what the reader sees."""

    value: str
    words: str


@dataclass(frozen=True, slots=True)
class Question:
    """One thing that neither a file nor its words tell; nothing is published before it is answered."""

    about: str  # the indicator or the file, by the name that the file gives it
    column: str  # that would answer it if the file had one: combines
    words: str  # one sentence
    mend: str  # what to type into the file, as it goes on after "To answer, "
    choices: tuple[Choice, ...]

    @property
    def told(self) -> str:
        """How it is answered on the command line."""
        values = [item.value for item in self.choices] or ["…"]
        others = f" (or {', '.join(values[1:])})" if values[1:] else ""
        return f'To answer, say --answer "{self.about}: {self.column}={values[0]}"{others}; or {self.mend}.'

    @property
    def key(self) -> tuple[str, str]:
        return self.about, self.column


def answer(answers: Answers, about: str, column: str) -> str:
    """What was answered of this indicator or file, or in general; empty where nothing was."""
    return answers.get(about, {}).get(column, "") or answers.get(ANY, {}).get(column, "")
