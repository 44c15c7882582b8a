"""Knows everything that a search can find: indicators, places, codes, actions, pages and methods."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import chain

from dashboard.domain.choices import Choices, PartnershipChoices
from dashboard.domain.doors import Door, PlainDoor
from dashboard.domain.filters import Filters
from dashboard.domain.finding import Findable, Kind, found, words_of
from dashboard.domain.records import Scope
from dashboard.domain.street.crime import LEVEL_WORDS
from dashboard.domain.values.codes import halves
from dashboard.questions.store import Store
from dashboard.reports.store_memory import worked_out

MOST_FOUND = 60  # on the page; the list under the field shows the first of them
MOST_PLACES = 200  # that a database is asked for, before their words are looked at
LONGEST_ASKED = 80  # letters
SHORTEST_PLACE = 2  # letters that places are looked for by

#: The pages that are in no menu, by their names in addresses.
PLAIN_PAGES = (
    ("load", "Load files"),
    ("enter", "Enter a figure, target or commentary"),
    ("indicators", "Rename, merge or withdraw an indicator"),
    ("partnerships", "Set up a partnership"),
    ("commentary", "Write commentary on a figure"),
    ("checks", "Explain or accept a finding of the checks"),
    ("baselines", "Work control limits out anew"),
    ("method", "Methods: how the figures are worked out"),
    ("help", "Help: ten minutes for readers, analysts, chairs and administrators"),
)


@dataclass(frozen=True, slots=True)
class Search:
    """What somebody looks for, the view they look from, and what there is beside the figures."""

    asked: str
    view: Filters
    pages: tuple[tuple[str, str], ...]  # name, title
    methods: tuple[tuple[str, str, str], ...]  # slug, title, question
    closed: frozenset[str] = frozenset()  # pages in no menu that do not open to whoever looks


@dataclass(frozen=True, slots=True)
class Found:
    """What a search found, the best first."""

    search: Search
    items: tuple[Findable, ...]

    @property
    def title(self) -> str:
        if not self.search.asked:
            return "Find an indicator, place, action or page"
        return f"{self._count} found for “{self.search.asked}”"

    @property
    def _count(self) -> str:
        if len(self.items) == MOST_FOUND:
            return f"The first {MOST_FOUND}"
        return str(len(self.items)) if self.items else "Nothing"


def find(store: Store, choices: Choices, search: Search) -> Found:
    """Return what fits the words, in the view's partnership and then in the others."""
    search = replace(search, asked=" ".join(search.asked.split())[:LONGEST_ASKED])
    home = choices.of(search.view.partnership)
    own = chain(_of_partnership(store, home), _measures(choices, home), _places(store, home, search), _pages(search))
    others = (item for other in _others(choices, home) for item in _of_partnership(store, other))
    items = found(own, others, search.asked, MOST_FOUND)
    return Found(search, tuple(_in_view(item, search.view) for item in items))


def _others(choices: Choices, home: PartnershipChoices) -> Iterator[PartnershipChoices]:
    """What the other partnerships offer."""
    return (choices.of(slug) for slug in choices.names if slug != home.partnership)


def _in_view(item: Findable, view: Filters) -> Findable:
    """Inside the same partnership a door keeps the period and the area."""
    door = item.door
    if isinstance(door, PlainDoor) or door.filters.partnership != view.partnership:
        return item
    kept = door.filters.with_(period=view.period, area=door.filters.area or view.area)
    return replace(item, door=replace(door, filters=kept))


def _of_partnership(store: Store, home: PartnershipChoices) -> tuple[Findable, ...]:
    """What has a name in a partnership, but for its places of street-level crime: they may be tens of thousands."""
    return worked_out(store, ("findable", home.partnership), lambda: tuple(_named(store, home)))


def _named(store: Store, home: PartnershipChoices) -> Iterator[Findable]:
    view = Filters(home.partnership, home.default_period)
    yield Findable(Kind.PARTNERSHIP, home.name, Door("overview", view))
    for slug, code, name in home.indicators:
        chosen = view.with_(indicators=frozenset({slug}))
        yield Findable(Kind.INDICATOR, name, Door("indicator", chosen), code, home.name)
    for key, name in home.areas:
        yield Findable(Kind.AREA, name, Door("place", view.with_(area=key)), "", home.name)
    for slug, wording in home.categories:
        chosen = view.with_(categories=frozenset({slug}))
        yield Findable(Kind.CATEGORY, wording, Door("overview", chosen), "", home.name)
    for slug, name in home.street.crimes if home.street else ():
        yield Findable(Kind.CRIME, name, Door("drill-down", view.with_(crimes=frozenset({slug}))), "", home.name)
    yield from _planned(store, home, view)


def _measures(choices: Choices, home: PartnershipChoices) -> Iterator[Findable]:
    """What bears a code that another partnership has too; one that several indicators bear is there once."""
    view, others = Filters(home.partnership, home.default_period), _others(choices, home)
    known = frozenset().union(*(halves(code) for at in others for _, code, _ in at.indicators))
    for code, slug in {code: slug for slug, code, _ in reversed(home.indicators)}.items():
        if halves(code) & known:
            door = Door("measure", view.with_(indicators=frozenset({slug})))
            yield Findable(Kind.MEASURE, f"{code} in every partnership", door, code)


def _planned(store: Store, home: PartnershipChoices, view: Filters) -> Iterator[Findable]:
    """The actions and risks of its plan; the lead of an action is among its words."""
    scope = Scope(home.partnership)
    for action in store.actions(scope):
        words = action.action.removeprefix(action.ref).strip() or action.objective
        door = Door("plan", view, action.source.id)
        yield Findable(Kind.ACTION, f"{action.ref} {words}".strip(), door, "", _beside(action.lead, home.name))
    for risk in store.risks(scope):
        door = Door("plan", view, risk.source.id)
        yield Findable(Kind.RISK, f"{risk.ref} {risk.risk}".strip(), door, "", _beside(risk.lead, home.name))


def _beside(lead: str, partnership: str) -> str:
    return ", ".join(filter(None, (" ".join(lead.split()), partnership)))


def _places(store: Store, home: PartnershipChoices, search: Search) -> Iterator[Findable]:
    """The places that the partnership's street-level crime is counted in."""
    words = words_of(search.asked)
    if home.street is None or max(map(len, words), default=0) < SHORTEST_PLACE:
        return
    view, listed = Filters(home.partnership, search.view.period), {key for key, _ in home.areas}
    for place in store.places_named(home.partnership, words, MOST_PLACES):
        if place.key not in listed:
            beside = f"{place.known_as if place.known else LEVEL_WORDS[place.level][0]}, {home.name}"
            yield Findable(Kind.PLACE, place.name, Door("drill-down", view.with_(area=place.key)), place.key, beside)


def _pages(search: Search) -> Iterator[Findable]:
    view = Filters(search.view.partnership, search.view.period, search.view.area)
    for name, title in search.pages:
        yield Findable(Kind.PAGE, title, Door(name, view))
    for name, title in PLAIN_PAGES:
        if name not in search.closed:
            yield Findable(Kind.PAGE, title, PlainDoor(name, view.partnership))
    for slug, title, question in search.methods:
        yield Findable(Kind.METHOD, title, PlainDoor(f"method/{slug}", view.partnership), "", question)
