"""Knows every method page: one place to add one."""

from dashboard.reports.methods.chance import INTERVALS, REAL_CHANGE
from dashboard.reports.methods.comparing import COMPARISON
from dashboard.reports.methods.documents import CHECKS, RELATIVE_TARGETS
from dashboard.reports.methods.events.harm import HARM
from dashboard.reports.methods.events.hours import HOURS
from dashboard.reports.methods.events.near_repeats import NEAR_REPEATS
from dashboard.reports.methods.events.rare_events import DAYS_BETWEEN
from dashboard.reports.methods.hot_places import HOTSPOTS
from dashboard.reports.methods.judging import CERTAINTY, STATUS
from dashboard.reports.methods.marking import MARKERS
from dashboard.reports.methods.method import Method
from dashboard.reports.methods.over_time import CONTROL_CHART, RECENT_TREND
from dashboard.reports.methods.ranking import PRIORITIES
from dashboard.reports.methods.season import SEASON
from dashboard.reports.methods.series import ROLLING_AND_INDEX
from dashboard.reports.methods.small_numbers import SMALL_NUMBERS
from dashboard.reports.methods.year_ahead import BACK_TEST, FORECAST

#: The list page's headings with their methods, in reading order.
GROUPS: tuple[tuple[str, tuple[Method, ...]], ...] = (
    ("A year against its target", (STATUS, CERTAINTY, REAL_CHANGE, INTERVALS)),
    ("A series over time", (CONTROL_CHART, SEASON, DAYS_BETWEEN, RECENT_TREND, ROLLING_AND_INDEX)),
    ("Times of day", (HOURS,)),
    ("The year so far", (FORECAST, BACK_TEST)),
    ("Places", (COMPARISON, HOTSPOTS, NEAR_REPEATS, HARM)),
    ("What comes first", (PRIORITIES,)),
    ("What documents say", (RELATIVE_TARGETS, CHECKS, MARKERS)),
    ("What is not shown", (SMALL_NUMBERS,)),
)

METHODS: dict[str, Method] = {method.slug: method for _, methods in GROUPS for method in methods}
