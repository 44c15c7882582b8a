"""Knows how it is said what became of decisions, actions and risks between two meetings."""

from collections import Counter
from collections.abc import Iterable
from datetime import date

from dashboard.domain.snapshots.lines import LineKind, LineMove, MovedLine, SeenLine
from dashboard.domain.statistics.rebaselines import day_words
from dashboard.domain.targets.status import Status
from dashboard.domain.wording import plural, sentence

#: How the moves that a finding tells are counted, the most telling first.
COUNTED = {
    (LineKind.ACTION, LineMove.LATE): ("action newly overdue", "actions newly overdue"),
    (LineKind.RISK, LineMove.UP): ("risk up", "risks up"),
    (LineKind.DECISION, LineMove.LATE): ("decision newly overdue", "decisions newly overdue"),
    (LineKind.ACTION, LineMove.DONE): ("action done", "actions done"),
    (LineKind.DECISION, LineMove.DONE): ("decision closed", "decisions closed"),
    (LineKind.RISK, LineMove.DOWN): ("risk down", "risks down"),
    (LineKind.DECISION, LineMove.NEW): ("new decision", "new decisions"),
    (LineKind.ACTION, LineMove.NEW): ("new action", "new actions"),
    (LineKind.RISK, LineMove.NEW): ("new risk", "new risks"),
}
LOOKS = {LineMove.LATE: Status.MISSED, LineMove.UP: Status.MISSED, LineMove.DONE: Status.MET, LineMove.DOWN: Status.MET}
TELLING = (LineMove.LATE, LineMove.UP, LineMove.DONE, LineMove.DOWN)


def moves_counted(found: Iterable[MovedLine]) -> list[str]:
    counts = Counter((item.line.kind, item.move) for item in found)
    return [plural(counts[at], *words) for at, words in COUNTED.items() if counts[at]]


def move_cells(item: MovedLine) -> tuple[str, str, str, str]:
    """The line, then, now, and what became of it."""
    line = item.line
    name = f"{line.words} ({line.owner})" if line.owner else line.words
    return name, line_stands(item.before), line_stands(item.after), sentence(_move_words(item))


def move_look(item: MovedLine) -> str:
    return str(LOOKS.get(item.move, ""))


def line_stands(line: SeenLine | None) -> str:
    """'at risk, due 30 June 2026, overdue'."""
    if line is None:
        return "–"
    due = f"due {day_words(date.fromisoformat(line.due))}" if line.due else ""
    return ", ".join(filter(None, (line.stands, due, "overdue" if line.is_late else "")))


def _move_words(item: MovedLine) -> str:
    if item.move in (LineMove.DONE, LineMove.STANDS) and item.before and item.after:
        return f"{item.before.stands} → {item.after.stands}"
    if item.move in (LineMove.UP, LineMove.DOWN) and item.before and item.after:
        return f"{'up' if item.move is LineMove.UP else 'down'} from {item.before.score} to {item.after.score}"
    return str(item.move)
