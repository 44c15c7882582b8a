"""Knows which partnerships, areas and indicators are there, by whatever name a file gives them, and adds new ones."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from dashboard.domain.errors import RefusedFile
from dashboard.domain.periods.period import Period
from dashboard.domain.records import OWN_FIGURES, Indicator, Scope
from dashboard.domain.values.printed import ValueType
from dashboard.questions.store import Store
from data.names import slug
from data.own.areas.gazetteer import Gazetteer
from data.own.areas.homes import WHOLE, Home, name_indicators
from data.own.areas.identity import match
from data.own.areas.strangers import refuse_stranger
from data.own.indicator_rows import indicator_values
from data.own.indicators.declaring import NOWHERE, declared_indicator, redeclared
from data.own.indicators.inquiry import Inquiry
from data.own.indicators.kinds import Cells
from data.own.indicators.naming import candidates, meant, numbered
from data.own.indicators.percentages import scale_of
from data.own.published_now import Key, PublishedFigure, published_now
from data.sources.words import shown
from data.street.records import Crime, counted_indicator, street_id

Place = Mapping[str, str | int]  # where a declaration stands: file, sheet, cell, arrival
__all__ = ["Added", "Home", "NameIndex"]


@dataclass(frozen=True, slots=True)
class Added:
    """A row to be written beside figures: which table, and its values."""

    table: str
    values: Mapping[str, object]


class NameIndex:
    """Finds what a file names; what is new is noted with the place it was read from."""

    def __init__(self, store: Store, gazetteer: Gazetteer, inquiry: Inquiry | None = None) -> None:
        self._store, self._gazetteer = store, gazetteer
        self.inquiry = inquiry or Inquiry({})
        self._names = {item.slug: item.name for item in store.partnerships()}
        self._slugs = {slug(name): key for key, name in self._names.items()} | {key: key for key in self._names}
        self._homes: dict[str, Home] = {}
        self._strangers: dict[str, Home] = {}  # of targets on crime before any crime file
        self.added: list[Added] = []
        self.new_partnerships: list[str] = []
        self.new_areas: list[str] = []
        self.taken: list[str] = []  # partnerships that become areas of a new one
        self.new_indicators: dict[str, Indicator] = {}
        self.touched: dict[str, Indicator] = {}  # those, and others that are declared otherwise or asked about
        self.names: dict[str, str] = {}  # an indicator's id -> its name in the file
        self.declared: list[str] = []

    def home(self, words: str) -> Home:
        """The partnership that *words* name; a new one where there is none of that name."""
        if not (key := slug(words)):
            raise RefusedFile(f"“{shown(words)}” cannot be the name of a partnership.")
        found = self._slugs.setdefault(key, key)
        if found not in self._homes:
            self._homes[found] = self._opened(found) if found in self._names else self._founded(found, words)
        return self._homes[found]

    def _opened(self, partnership: str) -> Home:
        whole = next(item for item in self._store.partnerships() if item.slug == partnership)
        home = Home(partnership, self._names[partnership], whole.area, has_documents=whole.kind != OWN_FIGURES)
        for area in self._store.areas(partnership):
            home.add(area)
        home.call(whole.area, (*WHOLE, partnership, home.name))
        home.names.setdefault(whole.area, home.name)
        name_indicators(home, self._store.indicators(Scope(partnership)))
        return home

    @property
    def homes(self) -> tuple[str, ...]:
        """Every partnership that was named, by its slug."""
        return tuple(sorted(home.slug for home in self._homes.values()))

    def street_home(self, words: str) -> Home:
        """The partnership that *words* name; one that is not known stays unknown until its crime files come."""
        found = self._slugs.get(slug(words), slug(words))
        if found in self._names:
            return self.home(words)
        if found not in self._strangers:
            name = " ".join(words.split())
            self._strangers[found] = Home(found, name, found, names={found: name})
            name_indicators(self._strangers[found], self._store.indicators(Scope(found)))
        return self._strangers[found]

    def published_now(self, home: Home) -> dict[Key, PublishedFigure]:
        return published_now(self._store, [home.slug])

    def is_known(self, home: Home) -> bool:
        return home.slug in self._names

    def counted(self, home: Home, crime: Crime, tolerance: Decimal, place: Place) -> Indicator:
        """The indicator that is counted of *crime* in street-level files; new where there is none."""
        found = next((item for item in home.by_id.values() if item.crime == crime.slug), None)
        if found is None:
            found = counted_indicator(street_id(home.slug, crime.slug, home.by_id), crime, tolerance, NOWHERE)
            self.new_indicators[found.id] = found
            self._note(home, found, place)
        elif found.tolerance != tolerance:
            self.declared.append(f"{found.name}: tolerance becomes “{tolerance}”, was “{found.tolerance}”.")
            found = replace(found, tolerance=tolerance)
            self._note(home, found, place)
        return found

    def _founded(self, partnership: str, name: str) -> Home:
        home = Home(partnership, " ".join(name.split()), partnership, is_new=True)
        home.call(partnership, (*WHOLE, partnership))
        home.names[partnership] = home.name
        self.new_partnerships.append(home.name)
        self.added.append(Added("partnership", {"partnership": partnership, "name": home.name}))
        self._add_whole(home, "")
        return home

    def _add_whole(self, home: Home, code: str) -> None:
        whole = {"area": home.whole, "name": home.name, "level": "partnership", "code": code}
        self.added.append(Added("area", {"partnership": home.slug} | whole))

    def area(self, home: Home, code: str, name: str, *, inside: bool = False) -> str | None:
        """The slug of the partnership's area of this code and name; the whole where neither is said; or nothing.

        Raises Disputed where the two cannot both be meant.
        """
        if not code and not name:
            return home.whole
        found = match(home, self._gazetteer, code, name, inside=inside)
        if found and code and home.bearing(code) is None:
            if found == home.whole and not (home.has_documents or home.codes_of(found)):
                self._add_whole(home, code)
            home.code(found, code)
        return found

    def refuse_stranger(self, home: Home, code: str, name: str) -> None:
        """Raise Disputed where a new area would lie elsewhere or be misspelt; note a partnership that becomes one."""
        self.taken += filter(None, [refuse_stranger(home, self._gazetteer, self._names, (code, name))])

    def new_area(self, home: Home, code: str, name: str, *, shared: bool = False) -> str:
        """Add an area to the partnership; one that shares its name bears its code behind it."""
        words = " ".join((name or code).split())
        shared = bool(code) and (shared or bool(home.so_called(words)))
        spelled = f"{words} ({code})" if shared else words
        found = f"{home.slug}/{slug(spelled) or slug(code)}"
        home.call(found, (words, spelled, code))
        home.code(found, code)
        home.names[found] = spelled
        self.new_areas.append(spelled)
        values = {"partnership": home.slug, "area": found, "name": spelled, "level": "area", "code": code}
        self.added.append(Added("area", values))
        return found

    def apart(self, home: Home, said: Mapping[str, str]) -> Mapping[str, str]:
        """A publisher's declaration, named apart from an indicator of this name whose values are of another kind.

        One whose number is known is that indicator, whatever its name is now.
        """
        if known := numbered(home.every(), said["code"]):
            return {**said, "code": known.code, "name": known.name}
        kinds, kind = {item.value_type for item in _candidates(home, said)}, said["value_type"]
        if not kinds or kind == "" or kind in kinds:
            return said
        return {**said, "name": f"{said['name']} ({kind})", "code": ""}

    def knows(self, home: Home, said: Mapping[str, str]) -> bool:
        """Whether an indicator of this code or name is there."""
        return bool(_candidates(home, said))

    def addressed(self, home: Home, said: Mapping[str, str], periods: Collection[Period]) -> Mapping[str, str]:
        """A declaration by its indicator's address, where several share its code or name and *periods* leave one.

        Raises RefusedFile where they leave several.
        """
        found = _candidates(home, said)
        chosen = meant(found, periods, said, home.every())
        return said if chosen is None or len(found) == 1 else {**said, "name": chosen.id, "code": ""}

    def indicator(self, home: Home, said: Mapping[str, str], cells: Cells, place: Place) -> Indicator:
        """The indicator that a declaration names; new where there is none. Raises ValueError with the broken rule."""
        found = next(iter(_candidates(home, said)), None) or self._formerly(home, said["name"])
        about = said.get("about", said["name"])
        known = found or declared_indicator(home.slug, said, cells, self._categories(home))
        self.names.setdefault(known.id, about)
        said = self.inquiry.settle(known, {**said, "about": about}, cells, self._published(home, found))
        if found is None:
            made = self._made(home, said, cells)
            self.names[made.id] = about
            self._note(home, made, place)
            return made
        changed, sentences = redeclared(replace(found, scale=scale_of(found, said)), said, self._categories(home))
        sentences = [] if found.id in self.new_indicators else sentences  # its own declaration, in another table
        if sentences or changed != found:
            self.declared += sentences
            self._note(home, changed, place)
        elif self.inquiry.asks(about):
            self.touched[changed.id] = changed
        return changed

    def _categories(self, home: Home) -> Mapping[str, str]:
        return {slug(words): found for words, found in self._store.categories().meant_by(home.slug).items()}

    def _made(self, home: Home, said: Mapping[str, str], cells: Cells) -> Indicator:
        """A new indicator, with an address that no other has."""
        made = declared_indicator(home.slug, said, cells, self._categories(home))
        parent = home.indicators.get(slug(said["part_of"])) if said["part_of"] else None
        made = replace(made, part_of=parent.id if parent else "", scale=scale_of(made, said))
        while made.id in home.by_id:
            made = replace(made, id=f"{made.id}-{slug(made.name)}")
        self.new_indicators[made.id] = made
        return made

    def _published(self, home: Home, found: Indicator | None) -> list[Decimal]:
        """The percentages that are published of an indicator, to tell the scale of new ones by."""
        if found is None or found.value_type is not ValueType.PERCENTAGE or found.id in self.new_indicators:
            return []
        scope = Scope(home.slug, indicators=frozenset({found.id}))
        return [item.value.number for item in self._store.observations(scope) if item.value.number is not None]

    def so_called(self, home: Home, words: str) -> Indicator | None:
        """The one indicator of an id, or of a code or name that is no other's, or that was called so before."""
        if words in home.by_id:
            return home.by_id[words]
        found = candidates(home.every(), "", words)
        return found[0] if len(found) == 1 else None if found else self._formerly(home, words)

    def _formerly(self, home: Home, words: str) -> Indicator | None:
        """The indicator that was called *words* before it was renamed or merged."""
        return home.by_id.get(self._store.aliases(home.slug).get(slug(words), ""))

    def rename(self, home: Home, item: Indicator, name: str, place: Place) -> None:
        self._note(home, replace(item, name=name, origin=""), place, gone=0)

    def end(self, home: Home, item: Indicator, into: str, place: Place) -> None:
        """Take an indicator away, or let its names lead to the one that it is merged *into*."""
        self._note(home, item, place, gone=1, merged_into=into)

    def _note(self, home: Home, item: Indicator, place: Place, **fate: int | str) -> None:
        name_indicators(home, [item])
        if not item.crime and not fate:  # neither what is counted nor what a form changes is declared
            self.touched[item.id] = item
        values = {"partnership": home.slug, "indicator": item.id} | indicator_values(item) | fate
        self.added.append(Added("indicator", values | dict(place)))


def _candidates(home: Home, said: Mapping[str, str]) -> tuple[Indicator, ...]:
    return candidates(home.every(), said["code"], said["name"])
