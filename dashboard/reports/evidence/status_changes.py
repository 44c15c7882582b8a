"""Knows how what a load touches stands now, and how it would stand if the load were published."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dashboard.domain.checks.changes import Changes
from dashboard.domain.entering.entries import What
from dashboard.domain.filters import Filters
from dashboard.domain.periods.period import Period, from_slug
from dashboard.domain.records import Area, Indicator
from dashboard.domain.statistics.series import year_of
from dashboard.questions.store import Store
from dashboard.reports.indicators.judged import judged
from dashboard.reports.indicators.ledger import Ledger
from dashboard.reports.words.figures import status_text

MOST = 12  # changes; the statuses of a whole table are looked through on its pages
NOT_THERE = "Not there yet"
Place = tuple[str, str, Period]  # indicator, area


@dataclass(frozen=True, slots=True)
class StatusChange:
    """One indicator in an area and period: its status now, and after the load."""

    indicator: str
    area: str
    period: str
    now: str
    then: str


def status_changes(before: Store, after: Store, changes: Changes) -> tuple[StatusChange, ...]:
    """The statuses of what a load touches, of its year and of the whole that it is a part of.

    What is touched is listed in any case, the others where their status moves.
    """
    moved = [item.at for item in changes.changes if item.at and item.what != What.COMMENTARY]
    found: list[StatusChange] = []
    for home in dict.fromkeys(at[0] for at in moved) if len(moved) <= MOST else ():
        places = [(indicator, area, from_slug(period)) for of, indicator, area, period in moved if of == home]
        found += _of_partnership(_Side(before, home), _Side(after, home), places)
    return tuple(found)


def _of_partnership(before: "_Side", after: "_Side", moved: Sequence[Place]) -> Iterator[StatusChange]:
    own = [item for item in dict.fromkeys(moved) if after.knows(item)]
    around = [place for item in own for place in after.around(item)]
    for place in dict.fromkeys((*own, *around)):
        now, then = before.status(place), after.status(place)
        if now != then or place in own:
            yield StatusChange(after.indicators[place[0]].name, after.areas[place[1]].name, place[2].label, now, then)


class _Side:
    """One partnership as one store has it."""

    def __init__(self, store: Store, partnership: str) -> None:
        home = next((item for item in store.partnerships() if item.slug == partnership), None)
        self._whole = home.area if home else ""
        self._ledger = Ledger(store, Filters(home.slug, home.default_period)) if home else None
        self.indicators: dict[str, Indicator] = {}
        self.areas: dict[str, Area] = {}
        if self._ledger:
            self.indicators = {item.id: item for item in self._ledger.indicators}
            self.areas = {item.slug: item for item in self._ledger.areas}

    def knows(self, place: Place) -> bool:
        return place[0] in self.indicators and place[1] in self.areas

    def around(self, place: Place) -> Iterator[Place]:
        """The year of a month or quarter, and both of the whole."""
        indicator, area, period = place
        for where in (area, self._whole):
            for when in (period, year_of(period)):
                yield indicator, where, when

    def status(self, place: Place) -> str:
        if self._ledger is None or not self.knows(place):
            return NOT_THERE
        indicator, area, period = place
        return status_text(judged(self._ledger, self.indicators[indicator], self.areas[area], period))
