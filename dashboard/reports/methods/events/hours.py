"""Knows the page on hours: how an incident between two times is counted in the hours of a week (aoristic)."""

from datetime import datetime

from dashboard.domain.incidents.spans import shares, time_kind, too_many_midnights
from dashboard.domain.incidents.week import BAND_SHARE, cell_label, cell_of, minute_of
from dashboard.domain.values.numbers import show
from dashboard.questions.store import Store
from dashboard.reports.incidents.when_words import decimal, percent
from dashboard.reports.methods.method import Example, Formula, Method, Worked, table

ABOUT = "One typed burglary, not a real one, found on a Saturday morning after a Friday night away."
FROM, TO = datetime(2025, 3, 14, 22, 30), datetime(2025, 3, 15, 1, 15)  # noqa: DTZ001 - the wall clock


def hours_example(_store: Store) -> Example:
    """The hours between two times, each with its minutes and its share."""
    start, end = minute_of(FROM), minute_of(TO)
    found = shares(start, end)
    rows = [
        (cell_label(cell), str(int(share * (end - start))), str(share), show(decimal(share), 4))
        for cell, share in found.items()
    ]
    sums = ("All of them", str(end - start), str(sum(found.values())), show(decimal(sum(found.values())), 4))
    said = (
        f"It may have happened in any of {end - start} minutes; the shares of its hours add up to {sums[2]}.",
        f"Four hours are {percent(BAND_SHARE)} of a week: that much of an even spread lies in each band.",
    )
    return Example(ABOUT, (_worked([*rows, sums]), _kinds(end - start)), said)


def _worked(rows: list[tuple[str, ...]]) -> Worked:
    headings = ("Hour", "Minutes of it", "Share", "As a decimal")
    return table("Friday 14 March 2025 22:30 to Saturday 01:15", headings, rows)


def _kinds(minutes: int) -> Worked:
    start, day = minute_of(FROM), 24 * 60
    cases = (
        ("From and to are one minute", start, "whole, in its hour"),
        (f"From and to are {minutes} minutes apart", start + minutes, "by shares, as above"),
        ("From and to are over 24 hours apart", start + day + 1, "counted beside, in no hour"),
        ("No end, and the list says nothing of it", None, "counted beside, in no hour"),
    )
    rows = [(words, time_kind(start, end).value, how) for words, end, how in cases]
    even = ("Spread evenly over a week", "–", f"{percent(BAND_SHARE)} in each four hours")
    return table("What is known of a time", ("Times", "Kind", "How it counts"), [*rows, even])


HOURS = Method(
    slug="hours",
    title="Hours of the week",
    question="When do incidents happen, where many are known only between two times?",
    formula=(
        Formula(
            "share of an hour = minutes of overlap with it ÷ minutes from first to last time",
            "Aoristic: every minute between is as likely. No midpoint is taken, which would put burglaries of a night"
            " into hours in which nobody says that they were.",
        ),
        Formula(
            "incidents of an hour = sum of the shares of all incidents in it",
            "Kept in whole millionths of an incident, so that hours, days and weeks add up.",
        ),
        Formula(
            "times even = share of the incidents in four hours ÷ share of the week that four hours are",
            "Hours head a page only where chance does not make so many in any band of a week.",
        ),
    ),
    source=(
        "Ratcliffe, Aoristic analysis: the spatial interpretation of unspecific temporal events, International Journal"
        " of Geographical Information Science 14 (2000).",
    ),
    example=hours_example,
    limits=(
        "Times are those of the clock, as the list has them; days run from 06:00 to 06:00, so that a night is whole.",
        "What tells no time, or is spread over more than 24 hours, is counted beside and lies in no hour.",
        "A time that is always exactly 00:00 may mean that none is known: a load warns of it.",
        "Every minute between is taken as equally likely, which no kind of crime is by itself: short spans say more.",
    ),
    uses=(shares, time_kind, too_many_midnights, cell_of),
)
