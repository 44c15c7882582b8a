"""Knows which figures of a file are of a period that they cannot be of, and how much of one in progress they count."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from dashboard.domain.periods.dating import counted_at_most, in_progress, not_begun, nothing_yet, too_early
from dashboard.domain.periods.parts import holds
from data.own.reading.readings import Read, Reading
from data.sources.figures.parcels import ACTUAL

AWAITED = "zero-awaited"  # the rule of a 0 that stands for nothing known yet


def turn_away(reading: Reading, today: date) -> None:
    """Reject the figures of *reading* that no period of theirs can have by *today*, each with its sentence."""
    kept = []
    for item in reading.figures:
        rule, why = _fault(item, today)
        if rule:
            reading.reject(item.said, rule, f"{item.indicator.name}: {why}")
        else:
            kept.append(item)
    reading.figures = [_in_progress(reading, item, kept, today) for item in kept]


def _in_progress(reading: Reading, item: Read, every: Iterable[Read], today: date) -> Read:
    """A figure of a period that has not ended counts what the file's own months or quarters of it do.

    Without them it counts the finished months at most, whatever the table leaves out.
    """
    most = counted_at_most(item.period, today)
    if most is None or not _is_number(item) or item.said["covers_to"]:
        return item
    last = min(most, _newest_part(item, every, today) or most)
    reading.remarks.append(
        f"{item.period.label} has not ended: its actuals are of a part of it, up to {last.day} {last:%B %Y} at most, "
        "and not judged. A column “Covers to” says up to which day each counts."
    )
    return replace(item, said={**item.said, "covers_to": last.isoformat()}, is_at_most=True)


def _newest_part(item: Read, every: Iterable[Read], today: date) -> date | None:
    """The end of the newest finished month or quarter that the file itself has of a year in progress."""
    ends = [
        other.period.end
        for other in every
        if (other.indicator.id, other.area) == (item.indicator.id, item.area)
        and _is_number(other)
        and other.period != item.period
        and holds(item.period, other.period)
        and not in_progress(other.period, today)
    ]
    return max(ends, default=None)


def _is_number(item: Read) -> bool:
    return item.what == ACTUAL and item.value.number is not None


def _fault(item: Read, today: date) -> tuple[str, str]:
    """The rule that the period of a figure breaks, and its sentence; words such as TBC may stand under any year."""
    if why := too_early(item.period):
        return "period-too-early", why
    if not _is_number(item):
        return "", ""
    covered = item.said["covers_to"]
    if not (item.value.number or covered) and (why := nothing_yet(item.period, today)):
        return AWAITED, why
    why = not_begun(item.period, today, date.fromisoformat(covered) if covered else None)
    return ("period-to-come", why) if why else ("", "")
