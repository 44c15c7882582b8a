"""Knows how a page asks for its report: the address becomes filters, one report is worked out once per data version."""

from collections.abc import Callable
from copy import copy
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256
from typing import TypeVar, cast

from dashboard.domain.access.people import EVERYTHING, NONE, Eyes
from dashboard.domain.address import day_asked, filters_from, nearest
from dashboard.domain.choices import Choices, Measure, PartnershipChoices
from dashboard.domain.errors import UnknownFilter
from dashboard.domain.filters import Filters
from dashboard.questions.limited import limited
from dashboard.questions.store import Store
from dashboard.reports.comparison.similar import of_compare
from dashboard.reports.harm.loaded_weights import NO_HARM, of_harm
from dashboard.reports.made_up import INVENTED_WORDS, is_invented
from dashboard.reports.report import Report
from dashboard.reports.report_cache import ReportCache
from dashboard.reports.store_memory import remembering
from dashboard.reports.view_context import choices
from dashboard.reports.words.small_numbers import small_numbers_note

R = TypeVar("R")
MOST_KEPT = 256
LENGTH_OF_NAME = 7  # of a data version, as a reader compares it
MOST_STATES = 8  # of the data, earlier ones and those that some people may see, that are kept at hand
TO_REPEATS = ("hotspots", "when")  # pages with a door to them
MOST_CELLS = 300_000  # of all kept reports' tables together: a ranking of the country is large


class Desk:
    """Answers pages and exports from one store; reports are frozen, so they can be handed out again."""

    def __init__(
        self, store: Store, version: Callable[[], str] | None = None, eyes: Callable[[], Eyes] = lambda: EVERYTHING
    ) -> None:
        """*version* tells the data version, where it is known more cheaply than by asking the store each time.

        *eyes* tells for whom an answer is: nothing is answered that they may not see.
        """
        self._store = store
        self._version = version or store.version
        self._eyes = eyes
        self._known = ReportCache(MOST_STATES, MOST_STATES, lambda _: 1)
        self._reports = ReportCache(MOST_KEPT, MOST_CELLS, _cells)

    def for_a_room(self) -> "Desk":
        """The same desk as a whole room may look at it: without small numbers, private items and forms."""
        found = copy(self)
        found._eyes = lambda: replace(self._eyes(), exact=NONE, private=NONE, publish=NONE)
        return found

    @property
    def data_version(self) -> str:
        """A short name of all that is loaded, published and decided: the same figures bear the same."""
        return sha256(self._version().encode()).hexdigest()[:LENGTH_OF_NAME]

    def state(self, filters: Filters) -> tuple[str, date, Eyes]:
        """What an answer of this view depends on beside the view: the data, the day, and for whom it is."""
        known = self._current(filters.as_at)
        return known.version, known.store.day(), known.eyes

    def choices(self) -> Choices:
        """What can be chosen, read again when the data version changes."""
        return self._current().choices

    def ask(self, question: Callable[[Store, Choices], R]) -> R:
        """The answer to what is asked afresh each time, of what is published now."""
        known = self._current()
        return question(known.store, known.choices)

    def _current(self, day: date | None = None) -> "_Known":
        """What is published, or was on *day*; of earlier days the last few are remembered."""
        version, eyes = self._version(), self._eyes()
        return self._known.get((version, eyes, day), lambda: self._opened(version, eyes, day))

    def _opened(self, version: str, eyes: Eyes, day: date | None) -> "_Known":
        store = remembering(limited(self._store.as_at(day), eyes))
        return _Known(version, eyes, store, choices(store))

    def nearest(self, search: str, *, shows_street_places: bool = False) -> tuple[Filters, tuple[str, ...]]:
        """The view an address asks for, and what had to be left out of it.

        A place without indicators of its own is shown where a page *shows_street_places*; any other shows the whole.
        """
        choices = self._current(day_asked(search)).choices
        filters, problems = nearest(search, choices, street=shows_street_places)
        return (filters, problems) if shows_street_places else self._coarse(filters, problems)

    def _coarse(self, filters: Filters, problems: tuple[str, ...]) -> tuple[Filters, tuple[str, ...]]:
        if filters.measure is Measure.HARM:
            filters, problems = filters.with_(measure=Measure.COUNT), (*problems, NO_HARM)
        partnership = self.partnership_choices(filters)
        if filters.area in ("", *(key for key, _ in partnership.areas)):
            return filters, problems
        name = partnership.street.area_name(filters.area) if partnership.street else None
        said = f"{name or filters.area} is counted on Drill-down and Hotspots only; this is all of {partnership.name}."
        return filters.with_(area=""), (*problems, said)

    def partnership_choices(self, filters: Filters) -> PartnershipChoices:
        """What the partnership of a view offers, as of the view's day."""
        return self._current(filters.as_at).choices.of(filters.partnership)

    def filters(self, search: str, *, shows_street_places: bool = False) -> Filters:
        """The view an address asks for; raises UnknownFilter."""
        found = filters_from(search, self._current(day_asked(search)).choices, street=shows_street_places)
        coarse, problems = self._coarse(found, ())
        if problems and not shows_street_places:
            raise UnknownFilter(" ".join(problems))
        return found if shows_street_places else coarse

    def show(self, builder: Callable[[Store, Filters], R], search: str, *, shows_street_places: bool = False) -> R:
        """The report of the nearest valid view."""
        return self.report(builder, self.nearest(search, shows_street_places=shows_street_places)[0])

    def report(self, builder: Callable[[Store, Filters], R], filters: Filters) -> R:
        """The report of *filters*; the callbacks of one page that ask at once share one answer."""
        known = self._current(filters.as_at)
        key = (*self.state(filters), builder, filters)
        return self._reports.get(key, lambda: _for_asker(builder(known.store, filters), known))


def _for_asker(report: R, known: "_Known") -> R:
    """A *report* with what it warns of, and whether whoever asks may load what it lacks."""
    if not isinstance(report, Report):
        return report
    may_load = report.filters.partnership in known.eyes.publish
    notes, closed = _warned(report, known.store), _closed(report, known.store)
    return cast(R, replace(report, notes=notes, may_load=may_load, closed=closed))


def _closed(report: Report, store: Store) -> frozenset[str]:
    """The pages that the partnership turned off or has nothing for, where there would be a door to one."""
    if report.page not in TO_REPEATS:
        return frozenset()
    home = report.filters.partnership
    shows = store.shows_repeats(home) and bool(store.incident_lists(home))
    return frozenset() if shows else frozenset({"repeats"})


def _warned(report: Report, store: Store) -> tuple[str, ...]:
    """Whatever is shown or downloaded says that it is made up, of an earlier day, or lacks small numbers, where so."""
    filters = report.filters
    earlier, made_up = as_at_words(filters), INVENTED_WORDS if is_invented(filters.partnership) else ""
    asked = (*of_harm(report.page, filters), *of_compare(report.page, filters))
    small = small_numbers_note(store, filters.partnership)
    return tuple(filter(None, (earlier, made_up, *asked, *report.notes, small)))


def as_at_words(filters: Filters) -> str:
    """What a view of an earlier day says of itself; empty for one of today."""
    if filters.as_at is None:
        return ""
    day = f"{filters.as_at.day} {filters.as_at:%B %Y}"
    return f"As known on {day}: figures loaded later are left out; street-level crime and its places are as loaded now."


def _cells(report: object) -> int:
    """How large a report is that is kept; rows that are made where somebody asks for them are not."""
    tables = report.tables if isinstance(report, Report) else ()
    return sum(len(table.rows) * len(table.columns) for table in tables if isinstance(table.rows, tuple))


@dataclass(frozen=True, slots=True)
class _Known:
    """One data version, as some eyes see it, with everything that was asked of it."""

    version: str
    eyes: Eyes
    store: Store
    choices: Choices
