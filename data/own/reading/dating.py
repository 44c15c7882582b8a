"""Knows which figures of a file are of a period that they cannot be of: one to come, or one before any record."""

from dataclasses import replace
from datetime import date

from dashboard.domain.periods.dating import counted_at_most, not_begun, too_early
from data.own.reading.readings import Read, Reading
from data.sources.figures.parcels import ACTUAL


def turn_away(reading: Reading, today: date) -> None:
    """Reject the figures of *reading* that no period of theirs can have by *today*, each with its sentence."""
    kept = []
    for item in reading.figures:
        rule, why = _fault(item, today)
        if rule:
            reading.reject(item.said, rule, f"{item.indicator.name}: {why}")
        else:
            kept.append(_in_progress(reading, item, today))
    reading.figures = kept


def _in_progress(reading: Reading, item: Read, today: date) -> Read:
    """A figure of a year that has not ended counts no more than its finished months, whatever the table leaves out."""
    last = counted_at_most(item.period, today)
    if last is None or item.what != ACTUAL or item.value.number is None or item.said["covers_to"]:
        return item
    reading.remarks.append(
        f"{item.period.label} has not ended: its actuals are of a part year, up to {last.day} {last:%B %Y} at most, "
        "and not judged. A column “Covers to” says up to which day each counts."
    )
    return replace(item, said={**item.said, "covers_to": last.isoformat()})


def _fault(item: Read, today: date) -> tuple[str, str]:
    """The rule that the period of a figure breaks, and its sentence; words such as TBC may stand under any year."""
    if why := too_early(item.period):
        return "period-too-early", why
    if item.what != ACTUAL or item.value.number is None:
        return "", ""
    covered = item.said["covers_to"]
    why = not_begun(item.period, today, date.fromisoformat(covered) if covered else None)
    return ("period-to-come", why) if why else ("", "")
