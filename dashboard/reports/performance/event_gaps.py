"""Knows the days between rare events as rows of a file and in words, beside the control chart that is none of them."""

from collections.abc import Iterator

from dashboard.domain.statistics.control.days_between import DaysBetween, GapAbsence, GapStanding, gap_standing
from dashboard.domain.statistics.control.limits import ControlLimits
from dashboard.domain.values.numbers import show
from dashboard.domain.wording import number_word
from dashboard.reports.indicators.control import COLUMNS as CONTROL_COLUMNS
from dashboard.reports.indicators.control import Control, control_rows
from dashboard.reports.report import Cell, Table

COLUMNS = (
    *("indicator", "area", "event", "known_to", "days_since", "open", "mean", "lower", "upper"),
    *("limits_reason", "signals", "trial", "run_length"),
)


def control_tables(found: Control | None) -> tuple[Table, Table]:
    """The control chart and the days between events, each a row a point; empty where there are none."""
    gaps = gap_rows(found) if found else ()
    return (
        Table.of("control_chart", "Control chart", CONTROL_COLUMNS, control_rows(found)),
        Table.of("days_between", "Days between events", COLUMNS, gaps),
    )


def gap_rows(found: Control) -> Iterator[dict[str, Cell]]:
    """A row for each event after the first, then one for the days since the last."""
    gaps = found.gaps
    if gaps is None:
        return
    for at, days in enumerate((*gaps.gaps, gaps.open_gap)):
        is_open = at == len(gaps.gaps)
        yield {
            "indicator": found.indicator.name,
            "area": found.area,
            "event": None if is_open else gaps.events[at + 1].isoformat(),
            "known_to": gaps.known_to.isoformat(),
            "days_since": days,
            "open": is_open,
            **_lines(gaps),
            "signals": "; ".join(f"{mark.signal} ({mark.side})" for mark in gaps.marks[at]) or None,
            "trial": gaps.is_trial,
            "run_length": found.chart.run_length,
        }


def _lines(gaps: DaysBetween) -> dict[str, Cell]:
    lines = gaps.in_days
    return {
        "mean": lines.mean if lines else None,
        "lower": lines.lower if lines else None,
        "upper": lines.upper if lines else None,
        "limits_reason": None if isinstance(gaps.limits, ControlLimits) else str(gaps.limits),
    }


def gap_sentences(found: Control, gaps: DaysBetween) -> list[str]:
    """How many days on how much, what the newest days say, and how long ago the last event was."""
    first = f"the first on {gaps.events[0]:%-d %B %Y}"
    said = [f"{len(gaps.events)} events by their day, {first}; several people in one collision are one event."]
    if lines := gaps.in_days:
        usual = f"On average {show(lines.mean, 0)} days lie between two; up to {show(lines.upper, 0)} are usual."
        said.append(usual)
    standing = gap_standing(gaps, found.indicator.at(found.periods[-1]).polarity)
    said.append(_standing_words(standing))
    days = gaps.open_gap
    since = "on the last day that is known" if not days else f"{number_word(days)} {'day' if days == 1 else 'days'} ago"
    said.append(f"The last was {since}, on {gaps.events[-1]:%-d %B %Y}, as known to {gaps.known_to:%-d %B %Y}.")
    return said


def _standing_words(standing: GapStanding | GapAbsence) -> str:
    if isinstance(standing, GapAbsence):
        return f"The newest days are not judged: {standing}."
    return f"The newest days between events are {standing}."
