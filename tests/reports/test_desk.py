"""The desk: one report for each view and data version, and never more than it may keep."""

from datetime import date

from dashboard.domain.filters import Filters
from dashboard.domain.periods.period import financial_year
from dashboard.questions.store import Store
from dashboard.reports.comparison.similar import NOT_OF_FIGURES
from dashboard.reports.desk import MOST_KEPT, Desk
from dashboard.reports.pages.indicator import indicator_file
from dashboard.reports.pages.overview import overview
from dashboard.reports.pages.trends import trends
from dashboard.reports.report import Report

NOW = financial_year(2010)


class ReloadedStore:
    """The published figures under a version that a test can change."""

    def __init__(self, behind: Store) -> None:
        self._behind = behind
        self.number = 1
        self.asked = 0
        self.today = date(2026, 7, 10)

    def version(self) -> str:
        return str(self.number)

    def day(self) -> date:
        return self.today

    def as_at(self, _day: date | None) -> "ReloadedStore":
        return self

    def __getattr__(self, question: str) -> object:
        self.asked += question == "partnerships"
        return getattr(self._behind, question)


class Builder:
    """Builds an empty report and remembers for which areas."""

    def __init__(self) -> None:
        self.built: list[str] = []

    def __call__(self, _store: Store, filters: Filters) -> Report:
        self.built.append(filters.area)
        return Report(page="any", filters=filters, title="", lede="", place="")


def view(area: str = "") -> Filters:
    return Filters("warwickshire", NOW, area)


def test_callbacks_that_ask_for_one_view_share_one_report(store: Store) -> None:
    desk, builder = Desk(store), Builder()
    assert desk.report(builder, view()) is desk.report(builder, view())
    assert builder.built == [""]


def test_other_views_and_other_pages_have_reports_of_their_own(store: Store) -> None:
    desk, first, second = Desk(store), Builder(), Builder()
    for builder in (first, second):
        desk.report(builder, view("rugby"))
        desk.report(builder, view())
    assert (first.built, second.built) == (["rugby", ""], ["rugby", ""])


def test_new_figures_mean_new_reports_and_new_choices(store: Store) -> None:
    reloaded = ReloadedStore(store)
    desk, builder = Desk(reloaded), Builder()  # type: ignore[arg-type]
    desk.report(builder, view())
    desk.choices()
    asked = reloaded.asked
    desk.choices()
    assert reloaded.asked == asked
    reloaded.number = 2
    desk.report(builder, view())
    desk.choices()
    assert (builder.built, reloaded.asked > asked) == (["", ""], True)


def test_the_desk_keeps_no_more_reports_than_it_may_and_drops_the_oldest(store: Store) -> None:
    desk, builder = Desk(store), Builder()
    for at in range(MOST_KEPT):
        desk.report(builder, view(str(at)))
    desk.report(builder, view("0"))  # asked for again: no longer the oldest
    desk.report(builder, view("one more"))
    desk.report(builder, view("0"))
    desk.report(builder, view("1"))
    assert builder.built[MOST_KEPT:] == ["one more", "1"]


def test_an_address_that_cannot_be_followed_shows_the_nearest_view(desk: Desk) -> None:
    assert desk.show(Builder(), "?partnership=atlantis").filters == view()
    _, problems = desk.nearest("?partnership=atlantis")
    assert len(problems) == 1


def test_another_day_is_another_report(store: Store) -> None:
    """Whether a date is past depends on it."""
    reloaded, builder = ReloadedStore(store), Builder()
    desk = Desk(reloaded)  # type: ignore[arg-type]
    desk.report(builder, view())
    reloaded.today = date(2031, 1, 1)
    desk.report(builder, view())
    desk.report(builder, view())
    assert builder.built == ["", ""]


def test_areas_of_the_address_are_said_to_stand_elsewhere_where_figures_stand_beside_areas(desk: Desk) -> None:
    views = ("partnership=sampleshire", "partnership=sampleshire&compare=X05000002")
    for page, is_said in ((indicator_file, True), (trends, True), (overview, False)):
        without, asked = (desk.show(page, view).notes for view in views)
        assert NOT_OF_FIGURES not in without
        assert (NOT_OF_FIGURES in asked) is is_said
