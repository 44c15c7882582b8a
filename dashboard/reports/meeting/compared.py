"""Knows what is said of two meetings: what was judged otherwise, revised or newer in the second."""

from collections import Counter
from dataclasses import dataclass, replace
from datetime import date

from dashboard.domain.snapshots.seen import Seen
from dashboard.domain.snapshots.since import Shift, Shifted, shifts
from dashboard.domain.snapshots.slides import ListedRow, Listing, Measured, Slide
from dashboard.domain.statistics.rebaselines import day_words
from dashboard.domain.wording import listed, plural, sentence

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
HEADINGS = ("Indicator", "Then", "Now", "What changed")
MOST_ROWS, MOST_SAID = 8, 3


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
    def title(self) -> str:
        """'Since 14 July 2026: one target judged otherwise and three figures newer'."""
        return f"Since {day_of(self.before)}: {changes_words(self.shifted)}"


def day_of(seen: Seen) -> str:
    """When a meeting was held; of one without a day its name."""
    return day_words(date.fromisoformat(seen.held)) if seen.held else seen.meeting


def changes_words(shifted: tuple[Shifted, ...]) -> str:
    """The most telling changes with how many there are of each."""
    counts = Counter(item.shift for item in shifted)
    parts = [plural(counts[shift], *COUNTED[shift]) for shift in Shift if counts[shift]]
    return listed(parts[:MOST_SAID]) or "nothing changed"


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


def since_slide(compared: TwoMeetings, address: str) -> Slide:
    """What changed since a meeting, as one screen."""
    shifted = compared.shifted
    rows = tuple(ListedRow(change_cells(item), "", _look(item)) for item in shifted[:MOST_ROWS])
    listing = Listing("What changed", HEADINGS, (), rows, len(shifted)) if rows else None
    measures = tuple(part for item in shifted for part in (item.before, item.after) if part)
    lede = "" if rows else "Every figure, target and status is as it was."
    title = sentence(compared.title)
    return Slide(address, compared.after.place, title, lede, listing=listing, measures=measures)


def _look(item: Shifted) -> str:
    return item.after.status if item.shift is Shift.STATUS and item.after else ""


def now_of(seen: Seen, live: Seen) -> TwoMeetings:
    """What a meeting saw beside what is *live*."""
    return TwoMeetings(seen, replace(live, meeting=NOW), is_now=True)
