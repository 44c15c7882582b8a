"""Knows how what a group writes into its assessment is kept: rows that only grow, each with who wrote it and when."""

from datetime import date, datetime

from sqlalchemy import Engine

from dashboard.domain.access.deeds import Deed, DeedKind
from dashboard.domain.priorities.recorded import PriorityWord, WordKind, place_words
from dashboard.domain.priorities.saying import SaidOfPriority, about_of
from data.plans.turns import Course, Values, said, say
from data.schema import Found
from data.tables.reviews import priority_word as table

DEEDS = {
    WordKind.HARM: DeedKind.SCORE_TYPED,
    WordKind.INFLUENCE: DeedKind.SCORE_TYPED,
    WordKind.CHOICE: DeedKind.PRIORITY_CHOSEN,
    WordKind.WEIGHTS: DeedKind.WEIGHTS_SAVED,
}


def write_priority(
    engine: Engine, partnership: str, about: tuple[WordKind, str], words: SaidOfPriority, moment: datetime
) -> None:
    """Keep a line *about* a category or a name; raises RefusedEntry where somebody else wrote it first."""
    say(engine, WORDS, (partnership, about_of(*about)), words, moment)


def priority_words(engine: Engine, partnership: str, day: date | None) -> tuple[PriorityWord, ...]:
    return said(engine, WORDS, partnership, day)


def _values(words: SaidOfPriority) -> Values:
    return {"value": words.value, "stood": words.stood, "words": words.words, "author": words.author}


def _read(row: Found) -> PriorityWord:
    kind, _, subject = row.about.partition("/")
    return PriorityWord(
        number=row.id,
        kind=WordKind(kind),
        about=subject,
        value=row.value,
        stood=row.stood,
        words=row.words,
        author=row.author,
        moment=row.moment,
    )


def _deed(place: tuple[str, str], before: PriorityWord | None, words: SaidOfPriority) -> Deed:
    """What is told of it: values, and none of its words."""
    partnership, about = place
    kind = WordKind(about.partition("/")[0])
    return Deed(DEEDS[kind], about, partnership, _told(before.value) if before else "", _told(words.value))


def _told(value: str) -> str:
    return place_words(value) if value else "taken back"


WORDS = Course(table, "about", _values, _read, _deed)
