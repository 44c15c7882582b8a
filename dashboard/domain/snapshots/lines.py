"""Knows how a decision, an action or a risk stood when a meeting saw it, and what became of it by the next."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum


class LineKind(StrEnum):
    DECISION = "decision"
    ACTION = "action"
    RISK = "risk"


@dataclass(frozen=True, slots=True)
class SeenLine:
    """One line as it stood on the day; *stands* and *score* are as they are read."""

    kind: str = ""
    key: str = ""
    words: str = ""
    owner: str = ""  # a role
    stands: str = ""
    due: str = ""  # an ISO date
    score: int | None = None  # of a risk
    indicator: str = ""  # its id
    is_late: bool = False
    is_done: bool = False
    is_private: bool = False


class LineMove(StrEnum):
    """What became of a line; the first that holds is said."""

    LATE = "overdue now"
    UP = "went up"
    DONE = "done"
    DOWN = "went down"
    STANDS = "stands otherwise"
    DUE = "due on another day"
    WORDS = "worded otherwise"
    NEW = "new"
    GONE = "no longer there"


@dataclass(frozen=True, slots=True)
class MovedLine:
    """One line, then and now; what is new has nothing *before*, what is gone nothing *after*."""

    move: LineMove
    before: SeenLine | None
    after: SeenLine | None

    @property
    def line(self) -> SeenLine:
        """What names it."""
        return self.after or self.before or SeenLine()


def moves(before: Iterable[SeenLine], after: Iterable[SeenLine]) -> tuple[MovedLine, ...]:
    """Every line that is not as it was, the most telling move first."""
    then, now = _by_key(before), _by_key(after)
    found = [*_both(then, now), *(MovedLine(LineMove.GONE, then[key], None) for key in then if key not in now)]
    order = list(LineMove)
    return tuple(sorted(found, key=lambda item: order.index(item.move)))


def _by_key(lines: Iterable[SeenLine]) -> dict[tuple[str, str], SeenLine]:
    return {(line.kind, line.key): line for line in lines}


def _both(then: dict[tuple[str, str], SeenLine], now: dict[tuple[str, str], SeenLine]) -> Iterator[MovedLine]:
    for key, line in now.items():
        before = then.get(key)
        move = LineMove.NEW if before is None else _move(before, line)
        if move is not None:
            yield MovedLine(move, before, line)


def _move(before: SeenLine, after: SeenLine) -> LineMove | None:
    if before.score is not None and after.score is not None and before.score != after.score:
        return LineMove.UP if after.score > before.score else LineMove.DOWN
    changes = (
        (LineMove.DONE, after.is_done and not before.is_done),
        (LineMove.LATE, after.is_late and not before.is_late),
        (LineMove.STANDS, before.stands != after.stands),
        (LineMove.DUE, before.due != after.due),
        (LineMove.WORDS, before.words != after.words),
    )
    return next((move for move, holds in changes if holds), None)
