"""Knows which numbers of a report's title and paragraph are wrong: those that no table of the same page gives."""

import re

from dashboard.domain.choices import PartnershipChoices
from dashboard.domain.filters import Filters
from dashboard.domain.statistics.rebaselines import day_words
from dashboard.domain.statistics.series import year_of
from dashboard.questions.store import Store
from dashboard.reports.pages.drill_down import DrillDown
from dashboard.reports.pages.hotspots import Hotspots
from dashboard.reports.pages.indicator import IndicatorFile
from dashboard.reports.pages.plan import Plan
from dashboard.reports.pages.street.outcomes import Outcomes
from dashboard.reports.pages.street.searches import StopAndSearch
from dashboard.reports.pages.street.similar_areas import SimilarAreas
from dashboard.reports.report import Report
from tests.reports.list_counts import without_list_counts
from tests.reports.sentences import WORDS, unfounded
from tests.views import page_named

Street = DrillDown | Hotspots | Outcomes | SimilarAreas | StopAndSearch


def without_names(text: str, report: Report, choices: PartnershipChoices) -> str:
    """*text* without periods and the names of indicators, areas and categories, which hold numbers of their own."""
    periods = {label for period in choices.periods for label in (period.label, period.previous().label)}
    shown = report.filters.period
    periods |= {period.label for period in (shown, shown.previous(), year_of(shown))}
    cells = [row.get(name) for table in report.tables for row in table.rows for name in ("period", "previous_period")]
    names = {name for _, _, name in choices.indicators} | {name for _, name in choices.areas}
    names |= {place.name for place in report.context.path} if isinstance(report, Street) and report.context else set()
    names |= {day_words(report.contents.day)} if isinstance(report, Plan) else set()
    names |= {wording for _, wording in choices.categories} | {str(cell) for cell in cells if cell} | periods
    for name in sorted(names, key=len, reverse=True):
        text = re.sub(rf"(?<![\w,.]){re.escape(name)}(?![\w%])", "·", text, flags=re.IGNORECASE)
    return text


class Actions:
    """How many actions a view has, counted on the Plan page: once for all its areas, for plans know no finer places."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._counted: dict[Filters, int] = {}

    def of(self, report: Report) -> int:
        filters = report.filters.with_(area="")
        if filters not in self._counted:
            plan: Report = page_named("plan").report(self._store, filters)
            self._counted[filters] = len(next(table.rows for table in plan.tables if table.name == "actions"))
        return self._counted[filters]


def finding_of(report: Report) -> str:
    """The paragraph; without the definition, which is no finding."""
    definition = report.indicator.definition if isinstance(report, IndicatorFile) and report.indicator else ""
    return report.lede.removeprefix(definition)


def wrong_numbers(counted: Actions, report: Report, choices: PartnershipChoices) -> list[str]:
    """The numbers of the title and the paragraph that no table of the page gives."""
    actions = counted.of(report)
    text = without_names(without_list_counts(f"{report.title}. {finding_of(report)}", report), report, choices)
    said = WORDS[actions] if actions < len(WORDS) else str(actions)
    text = re.sub(rf"\b{said} actions?(?= and no figures|\.)", "·", text, flags=re.IGNORECASE)
    return unfounded(report, text)
