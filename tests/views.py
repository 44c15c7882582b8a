"""Every view that an address can name: partnership, period, area and category of each page."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import cycle, islice
from math import ceil

from dashboard.domain.choices import PartnershipChoices
from dashboard.domain.filters import Filters
from dashboard.domain.periods.period import Period
from dashboard.pages import PAGES, Page
from dashboard.questions.store import Store
from dashboard.reports.desk import Desk
from dashboard.reports.report import Report


def page_named(name: str) -> Page:
    return next(page for page in PAGES if page.name == name)


def parts_of_years(partnership: PartnershipChoices) -> list[Period]:
    """Quarters and months of a year in progress and of one that is over, where crime is counted month by month."""
    periods = partnership.street.periods if partnership.street else ()
    parts = [[item for item in periods if item.months == months] for months in (3, 1)]
    return [items[at] for items in parts if items for at in (-2, -1 - len(items) // 2)]


def places(partnership: PartnershipChoices) -> Iterator[Filters]:
    """A partnership in each period and area."""
    for period in (*partnership.periods, *parts_of_years(partnership)):
        for area in ("", *(key for key, _ in partnership.areas)):
            yield Filters(partnership.partnership, period, area)


def every_filters(desk: Desk) -> Iterator[Filters]:
    """Each partnership in each period and area, in all categories and in each one."""
    for partnership in desk.choices().partnerships:
        for place in places(partnership):
            yield place
            for category, _ in partnership.categories:
                yield replace(place, categories=frozenset({category}))


def filters_by_turns(desk: Desk) -> Iterator[Filters]:
    """Each partnership in each period and area, in all categories and in the one or more whose turn it is."""
    for partnership in desk.choices().partnerships:
        categories, found = [category for category, _ in partnership.categories], list(places(partnership))
        turns, share = cycle(categories), max(1, ceil(len(categories) / len(found)))
        for place in found:
            yield place
            for category in islice(turns, share):
                yield replace(place, categories=frozenset({category}))


def reports(page: Page, store: Store, asked: Iterable[Filters]) -> Iterator[Report]:
    for filters in asked:
        report: Report = page.report(store, filters)
        yield report


def whole_views(desk: Desk) -> list[str]:
    """The query of each partnership in each of its periods, as a page is opened first."""
    return [
        f"partnership={partnership.partnership}&period={period.slug}"
        for partnership in desk.choices().partnerships
        for period in partnership.periods
    ]
