"""Knows what is said of two meetings: what of figures, commentary, decisions, actions and risks is not as it was."""

from collections import Counter
from dataclasses import dataclass, replace
from datetime import date

from dashboard.domain.snapshots.lines import MovedLine
from dashboard.domain.snapshots.seen import Seen
from dashboard.domain.snapshots.since import Shift, Shifted, moved, remarks, shifts
from dashboard.domain.snapshots.slides import ListedRow, Listing, Measured, Slide
from dashboard.domain.statistics.rebaselines import day_words
from dashboard.domain.wording import listed, plural, sentence
from dashboard.reports.meeting.moved import TELLING, move_cells, move_look, moves_counted

NOW = "now"
#: How each shift is counted in the finding.
COUNTED = {
    Shift.STATUS: ("target judged otherwise", "targets judged otherwise"),
    Shift.REVISED: ("figure revised", "figures revised"),
    Shift.TARGET: ("target changed", "targets changed"),
    Shift.NEWER: ("figure newer", "figures newer"),
    Shift.NEW: ("figure new", "figures new"),
    Shift.GONE: ("figure gone", "figures gone"),
}
HEADINGS = ("What", "Then", "Now", "What changed")
AS_IT_WAS = "Every figure, target and status is as it was."
MOST_ROWS, MOST_SAID = 8, 3
NOTHING = "nothing changed"


@dataclass(frozen=True, slots=True)
class TwoMeetings:
    """Two meetings, or one and what is published now."""

    before: Seen
    after: Seen
    is_now: bool = False  # the second is no meeting

    @property
    def shifted(self) -> tuple[Shifted, ...]:
        return shifts(self.before, self.after)

    @property
    def moved(self) -> tuple[MovedLine, ...]:
        return moved(self.before, self.after)

    @property
    def remarks(self) -> tuple[Measured, ...]:
        return remarks(self.before, self.after)

    @property
    def keeps_lines(self) -> bool:
        """Whether decisions and the plan were frozen at both."""
        return self.before.lines is not None and self.after.lines is not None

    @property
    def title(self) -> str:
        """'Since 14 July 2026: one target judged otherwise, two actions newly overdue and three figures newer'."""
        return f"Since {day_of(self.before)}: {changes_words(self)}"


def day_of(seen: Seen) -> str:
    """When a meeting was held; of one without a day its name."""
    return day_words(date.fromisoformat(seen.held)) if seen.held else seen.meeting


def changes_words(compared: TwoMeetings) -> str:
    """The most telling changes with how many there are of each: targets first, then the plan, then other figures."""
    counts = Counter(item.shift for item in compared.shifted)
    parts = [plural(counts[shift], *COUNTED[shift]) for shift in Shift if counts[shift]]
    judged = parts[:1] if counts[Shift.STATUS] else []
    lines = moves_counted(compared.moved)
    said = plural(len(compared.remarks), "new comment") if compared.remarks else ""
    every = [*judged, *lines[: MOST_SAID - 1], *parts[len(judged) :], *lines[MOST_SAID - 1 :], *filter(None, [said])]
    return listed(every[:MOST_SAID]) or _else_words(compared)


def _else_words(compared: TwoMeetings) -> str:
    """What is said where nothing of what is counted by its kind changed."""
    return plural(len(compared.moved), "change in the plan", "changes in the plan") if compared.moved else NOTHING


def change_cells(item: Shifted) -> tuple[str, str, str, str]:
    """Name, then, now, and what changed, as they are read."""
    measured = item.measured
    name = f"{measured.name} ({measured.area_name})" if "/" in measured.area else measured.name
    return name, standing_words(item.before), standing_words(item.after), sentence(_shift_words(item))


def standing_words(item: Measured | None) -> str:
    """'933 in 2025/26, target 855: missed'."""
    if item is None:
        return "–"
    target = f", target {item.target_text}" if item.target_text not in ("", "–") else ""
    judged = f": {item.status}" if item.status not in ("", "not judged") else ""
    return f"{item.text} in {item.period_label}{target}{judged}"


def _shift_words(item: Shifted) -> str:
    if item.shift is Shift.STATUS and item.before and item.after:
        return f"{item.before.status} → {item.after.status}"
    return str(item.shift)


def since_slide(compared: TwoMeetings, address: str, most: int = MOST_ROWS) -> Slide:
    """What changed since a meeting, as one screen, or as so many rows of papers."""
    shifted, rows = compared.shifted, _rows(compared)
    listing = Listing("What changed", HEADINGS, (), rows[:most], len(rows)) if rows else None
    measures = tuple(part for item in shifted for part in (item.before, item.after) if part)
    lede = "" if rows else AS_IT_WAS
    title = sentence(compared.title)
    return Slide(address, compared.after.place, title, lede, listing=listing, measures=measures)


def _rows(compared: TwoMeetings) -> tuple[ListedRow, ...]:
    """Targets that are judged otherwise, then what of the plan is late, up, done or down, then the rest."""
    shifted, lines = compared.shifted, compared.moved
    judged = [item for item in shifted if item.shift is Shift.STATUS]
    telling = [item for item in lines if item.move in TELLING]
    figures = [ListedRow(change_cells(item), "", _look(item)) for item in (*judged, *shifted[len(judged) :])]
    moves = [ListedRow(move_cells(item), "", move_look(item)) for item in (*telling, *lines[len(telling) :])]
    return (*figures[: len(judged)], *moves[: len(telling)], *figures[len(judged) :], *moves[len(telling) :])


def _look(item: Shifted) -> str:
    return item.after.status if item.shift is Shift.STATUS and item.after else ""


def now_of(seen: Seen, live: Seen) -> TwoMeetings:
    """What a meeting saw beside what is *live*."""
    return TwoMeetings(seen, replace(live, meeting=NOW), is_now=True)
