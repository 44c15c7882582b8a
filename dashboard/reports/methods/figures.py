"""Knows where examples get their figures: the published documents, and for months the invented county."""

from collections.abc import Iterator
from decimal import Decimal

from dashboard.domain.errors import MissingFigure
from dashboard.domain.filters import Filters
from dashboard.domain.periods.period import Period, financial_year
from dashboard.domain.records import Area, Indicator, Observation, PrintedFigure, Scope
from dashboard.questions.store import Store
from dashboard.reports.indicators.judged import Judged, Standing, judged
from dashboard.reports.indicators.ledger import Ledger
from dashboard.reports.indicators.offered import with_code
from dashboard.reports.made_up import INVENTED
from dashboard.reports.methods.method import ExampleFigure
from dashboard.reports.words.figures import actual_text, target_text

WARWICKSHIRE, STAFFORDSHIRE, SOUTH_STAFFORDSHIRE = "warwickshire", "staffordshire", "south-staffordshire"
SHROPSHIRE = "shropshire"
YEAR = financial_year(2010)
ABOUT_WARWICKSHIRE = (
    "Warwickshire, 2010/11 year end, as printed in the Community Safety Agreement 2011-12."
    " Each figure leads to its cell."
)
ABOUT_SOUTH_STAFFORDSHIRE = (
    "South Staffordshire’s five localities, as printed in the partnership plan 2011-2012."
    " Each figure leads to its cell."
)
ABOUT_INVENTED = "Sampleshire, an invented county: no published document prints figures by month."
ABOUT_TYPED = "Typed numbers, not real figures: no series by month is loaded that could be shown."


class PartnershipFigures:
    """One partnership's figures; raises MissingFigure for what is not loaded."""

    def __init__(self, store: Store, partnership: str) -> None:
        home = next((item for item in store.partnerships() if item.slug == partnership), None)
        if home is None:
            raise MissingFigure(f"The figures of {partnership} are not loaded, so there is no example to show.")
        self.store = store
        self.name = home.name
        self.filters = Filters(partnership, home.default_period)
        self.ledger = Ledger(store, self.filters)
        self.area = self.ledger.area(home.area)

    def indicator(self, slug: str) -> Indicator:
        found = next((item for item in self.ledger.indicators if item.slug == slug), None)
        if found is None:
            raise MissingFigure(f"{self.name} has no indicator {slug} any more, so there is no example to show.")
        return found

    def judged(self, slug: str, period: Period = YEAR) -> Judged:
        return judged(self.ledger, self.indicator(slug), self.area, period)

    def localities(self) -> tuple[Area, ...]:
        return self.ledger.children(self.area.slug)

    def observation(self, slug: str, period: Period, area: str = "") -> Observation:
        """A figure that is a number."""
        found = self.ledger.actual(self.indicator(slug), area or self.area.slug, period)
        if found is None or found.value.number is None:
            raise MissingFigure(f"{self.name} has no {slug} of {period.label} any more: there is no example to show.")
        return found

    def count(self, slug: str, period: Period, area: str = "") -> Decimal:
        return self.observation(slug, period, area).value.number or Decimal(0)

    def read(self, slug: str, period: Period, area: str = "") -> ExampleFigure:
        found = self.observation(slug, period, area)
        return ExampleFigure(f"{found.value.number:,}", self.filters, found.sources)

    def printed(self, name: str) -> PrintedFigure:
        """A figure that a document's text prints."""
        figures = self.store.printed_figures(Scope(self.filters.partnership))
        found = next((item for item in figures if item.figure == name and item.value), None)
        if found is None:
            raise MissingFigure(f"{self.name} prints no {name} any more, so there is no example to show.")
        return found

    def actual_of(self, at: Standing) -> ExampleFigure:
        return ExampleFigure(actual_text(at), self.filters, at.actual.sources if at.actual else ())

    def target_of(self, at: Standing) -> ExampleFigure:
        return ExampleFigure(target_text(at), self.filters, (at.target.source,) if at.target else ())


def name_of(item: Judged) -> str:
    return with_code(item.indicator)


def invented(store: Store) -> PartnershipFigures | None:
    """The invented county, where it is loaded."""
    return PartnershipFigures(store, INVENTED) if any(item.slug == INVENTED for item in store.partnerships()) else None


def five_documents(store: Store) -> Iterator[PartnershipFigures]:
    """Every partnership with a document of its own."""
    for item in store.partnerships():
        if item.has_documents and item.slug != INVENTED:
            yield PartnershipFigures(store, item.slug)
