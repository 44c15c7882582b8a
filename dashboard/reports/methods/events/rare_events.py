"""Knows the page on events too rare to be counted by the month: the days between them as a chart."""

from datetime import date, timedelta
from itertools import accumulate

from dashboard.domain.errors import MissingFigure
from dashboard.domain.statistics.control.days_between import (
    FEWEST_FOR_JUDGING,
    FEWEST_GAPS,
    POWER,
    DaysBetween,
    days_between,
    days_of,
    gap_standing,
    power_of,
)
from dashboard.domain.statistics.control.limits import LIMIT_FACTOR, ControlLimits
from dashboard.domain.targets.status import Polarity
from dashboard.domain.values.numbers import show
from dashboard.questions.store import Store
from dashboard.reports.methods.method import Example, Formula, Method, Worked, table

ABOUT = "Typed days, not real figures: the documents print no days on which something happened."
GAPS = (12, 5, 31, 8, 20, 3, 45, 17, 9, 26)  # golden days between events
SINCE = 170  # days without another
FIRST = date(2024, 4, 1)


def rare_example(_store: Store) -> Example:
    events = [FIRST + timedelta(days=days) for days in accumulate(GAPS, initial=0)]
    found = days_between(events, events[-1] + timedelta(days=SINCE))
    if found is None or not isinstance(lines := found.limits, ControlLimits):
        raise MissingFigure("The typed days make no chart any more, so there is no example to show.")
    standing = gap_standing(found, Polarity.LOWER)
    said = (f"{found.open_gap} days since the last event: {_open(found)}.", f"The newest days: {standing}.")
    return Example(ABOUT, (_gaps(found), _lines(lines)), said)


def _gaps(found: DaysBetween) -> Worked:
    rows = [(str(gap), show(power_of(gap), 3)) for gap in found.gaps]
    rows.append((f"{found.open_gap} and more, to the day", show(power_of(found.open_gap), 3)))
    return table("Days between events, and their power", ("Days", "Power"), rows)


def _lines(lines: ControlLimits) -> Worked:
    rows = [
        ("Mean", show(lines.mean, 6), show(days_of(lines.mean), 4)),
        ("Mean moving range", show(lines.reach / LIMIT_FACTOR, 6), "–"),
        ("Lower limit", show(lines.lower, 6), show(days_of(lines.lower), 4)),
        ("Upper limit", show(lines.upper, 6), show(days_of(lines.upper), 4)),
    ]
    return table("The lines of the chart", ("Line", "Power", "Days"), rows)


def _open(found: DaysBetween) -> str:
    return str(found.marks[-1][0].signal) if found.marks[-1] else "no signal"


DAYS_BETWEEN = Method(
    slug="days-between",
    title="Days between rare events",
    question="Is what happens a few times a year becoming rarer, or more frequent?",
    formula=(
        Formula(
            f"y = days^{{1 ÷ {POWER}}}",
            "Days between events that happen at random are mostly short and now and then very long. This power makes"
            " them nearly normal, so that a control chart of single figures holds for them.",
        ),
        Formula(
            f"limits = (mean of y ± {LIMIT_FACTOR} × mean moving range of y)^{{{POWER}}}",
            "Worked out on y and taken back to days. A limit under 0 is none. Signals are those of the control chart.",
        ),
        Formula(
            "open gap: days since the last event",
            "It is part of the chart and moves no limit. It can only grow: it is judged once over the mean.",
        ),
    ),
    source=(
        "Nelson, A control chart for parts-per-million nonconforming items, Journal of Quality Technology 26 (1994).",
        "NHS England, Making Data Count: rare events, the T chart.",
    ),
    example=rare_example,
    limits=(
        f"Fewer than {FEWEST_GAPS + 1} events: no limits. Fewer than {FEWEST_FOR_JUDGING + 1}: trial limits only.",
        "It needs the day of each event. Where only months are known the page says that a count is too rare.",
        "Events of one day are 0 days apart. Several of them come from one incident more often than not.",
        "It is made for what is rare: with an event on most days, count them by the month.",
    ),
    uses=(days_between, power_of, days_of, gap_standing),
)
