"""Knows street-level crime as indicators: a target on a crime type or category makes one, its counts its actuals."""

from collections import defaultdict
from collections.abc import Iterable, Sequence, Set
from functools import cached_property

from sqlalchemy import Engine, select

from dashboard.domain.categories import Category, CategoryTree
from dashboard.domain.documents import Document
from dashboard.domain.periods.months import month_text
from dashboard.domain.records import (
    Area,
    Indicator,
    LensCategory,
    Observation,
    Partnership,
    Scope,
    SourceCell,
    Target,
)
from dashboard.domain.street.crime import ALL_CRIME, ALL_INCIDENTS, NOWHERE, CrimeType, Level, Place
from data.geography.area_tree import COUNTRY, INVENTED
from data.kept import Kept
from data.schema import Fields, Found, Query
from data.street.counts import observed
from data.street.records import (
    POLICE,
    Counted,
    Crime,
    area_of,
    indicator_of,
    of_place,
    partnership_of,
    street_id,
    target_of,
)
from data.street.store import StreetStore
from data.tables import documents as tables
from data.tables import street as street

Key = tuple[bool, str, str]  # of a partnership: made up, name, slug


class StreetFigures:
    """The partnerships, indicators, actuals and targets that street-level crime adds to the published ones."""

    def __init__(self, engine: Engine, kept: Kept | None = None) -> None:
        self._engine = engine
        self._kept = kept or Kept(keeps=False)
        self._street = StreetStore(engine, kept)

    def _ask(self, query: Query) -> Sequence[Found]:
        with self._engine.connect() as connection:
            return list(connection.execute(query))

    def partnerships(self, published: Sequence[Partnership]) -> tuple[Partnership, ...]:
        """A partnership for each force with a file that no published one stands for; the invented one last."""
        known = {item.slug for item in published}
        months = self._months()
        real = [key for key in sorted(months) if not key[0]]
        if len(real) > 1:
            newest = max(max(months[key]) for key in real)
            current = [months[key] for key in real if newest in months[key]]
            # Years that all of today's forces hold: others would be sums of fewer.
            months[False, "England and Wales", COUNTRY] = set.intersection(*current)
        ordered = sorted(months, key=lambda key: (key[0], key[2] == COUNTRY, key[1]))
        return tuple(partnership_of(key[2], key[1], months[key]) for key in ordered if key[2] not in known)

    def _months(self) -> dict[Key, set[int]]:
        """The months that count of each force with a file: complete ones that had begun when they were loaded."""
        held, force, place, arrival = street.force_month.c, street.force.c, street.place.c, street.arrival.c
        query = (
            select(force.slug, place.name, place.code, force.id, held.month, arrival.arrived_at)
            .join(street.force_month, held.force == force.id)
            .join(street.place, place.force == force.id)
            .join(street.arrival, arrival.id == held.arrival)
            .where(place.level == Level.FORCE)
        )
        doubt = street.doubtful_month.c
        out = {tuple(row) for row in self._ask(select(doubt.force, doubt.month).where(doubt.accepted == 0))}
        months: dict[Key, set[int]] = defaultdict(set)
        for slug, name, code, number, month, arrived in self._ask(query):
            key = (code.startswith(INVENTED), name, slug)
            had_begun = key[0] or month_text(month) <= arrived[:7]  # an older product took months to come
            if (number, month) not in out and had_begun:
                months[key].add(month)
        return months

    def areas(self, partnership: str, published: Sequence[Area], *, targeted: bool) -> tuple[Area, ...]:
        """The area itself and what it is listed by; localities that a document names already are not repeated."""
        root = self._street.street_root(partnership)
        if root is None:
            return ()
        known = {area.slug for area in published}
        whole = [] if known else [of_place(partnership, root)]
        inner = self._inner(partnership, root) if not known or targeted or self._rows(partnership) else ()
        found = [area_of(partnership, place) for place in inner]
        return (*whole, *(area for area in found if area.slug not in known))

    def _inner(self, partnership: str, root: Place) -> tuple[Place, ...]:
        """What the area is listed by, as far as incidents are placed in it."""
        if root.level == Level.COUNTRY:
            return ()
        return tuple(place for place in self._street.inward(root.id) if place.level not in (*NOWHERE, Level.REST))

    @cached_property
    def _tree(self) -> CategoryTree:
        item = tables.category.c
        found = self._ask(select(item.category, item.name, item.parent).order_by(item.order))
        return CategoryTree(tuple(Category(*row) for row in found))

    def lens(self, partnership: str) -> tuple[LensCategory, ...]:
        """The shared categories that hold a crime type, for a partnership that has no words of its own."""
        if self._street.street_root(partnership) is None:
            return ()
        tops = {self._tree.path(item.category)[0].slug for item in self._street.crime_types()}
        nowhere = SourceCell(0, "", "", "", "", "")
        return tuple(LensCategory(row.slug, row.name, nowhere) for row in self._tree.children() if row.slug in tops)

    def documents(self, partnership: str, *, targeted: bool) -> tuple[Document, ...]:
        """What the counts and the targets were read from; *targeted*: a file of the partnership's own sets some."""
        if not targeted and not self._rows(partnership):
            return ()
        files = sorted({row["file"] for row in self._rows(partnership)})
        root = self._street.street_root(partnership)
        held = self._street.held_months(root.force) if root else ()
        span = f"{len(held)} months" if held else ""
        return (
            Document(POLICE, partnership, "police.uk street-level crime", "", span),
            *(Document(file, partnership, f"Targets file {file}", "", "") for file in files),
        )

    def _rows(self, partnership: str) -> list[Fields]:
        table = street.street_target
        query = select(table).order_by(table.c.arrival, table.c.line)
        return self._kept.get("targets", lambda: _grouped(self._ask(query))).get(partnership, [])

    def indicators(self, partnership: str) -> tuple[Indicator, ...]:
        """Those that targets under every release make; targets of a release bring their own."""
        rows = {row["crime"]: row for row in reversed(self._rows(partnership))}
        ids = self._ids(partnership)
        ordered = sorted(rows, key=lambda crime: rows[crime]["line"])
        return tuple(indicator_of(ids[crime], self.crime(crime), rows[crime]) for crime in ordered)

    def crime(self, slug: str) -> Crime:
        """A crime type, or else a category, with its name."""
        found = next((item for item in self._street.crime_types() if item.slug == slug), None)
        if found is not None:
            return Crime(slug, found.name, found.category)
        return Crime(slug, ALL_INCIDENTS if slug == ALL_CRIME else self._tree.name(slug), slug)

    def _ids(self, partnership: str) -> dict[str, str]:
        """The id of each indicator by its crime; what a document prints keeps its own."""
        item, rows = tables.indicator.c, self._rows(partnership)
        if not rows:
            return {}
        printed = {row[0] for row in self._ask(select(item.indicator).where(item.partnership == partnership))}
        return {row["crime"]: street_id(partnership, row["crime"], printed) for row in rows}

    def targets(self, scope: Scope) -> tuple[Target, ...]:
        ids = self._ids(scope.partnership)
        found = (target_of(row, ids[row["crime"]]) for row in self._rows(scope.partnership))
        return tuple(
            item
            for item in found
            if (scope.indicators is None or item.indicator in scope.indicators)
            and (scope.areas is None or item.area in scope.areas)
        )

    def observations(self, scope: Scope, indicators: Sequence[Indicator]) -> tuple[Observation, ...]:
        """The counts of *indicators* in each area and year, quarter or month that any file is held for."""
        root = self._street.street_root(scope.partnership)
        if root is None or not indicators:
            return ()
        places = {scope.partnership: root}
        for place in self._inner(scope.partnership, root):
            places[f"{scope.partnership}/{place.key}"] = place
        wanted = {slug: place for slug, place in places.items() if scope.areas is None or slug in scope.areas}
        if not wanted:
            return ()
        return tuple(observed(self._street, self._counted(scope.partnership, indicators), wanted, scope.by))

    def _counted(self, partnership: str, indicators: Iterable[Indicator]) -> tuple[Counted, ...]:
        """What each indicator counts, and the filters that ask for it."""
        types = self._street.crime_types()
        lens = tables.lens.c
        own = {row[0] for row in self._ask(select(lens.category).where(lens.partnership == partnership))}
        offered = own or {item.category for item in self.lens(partnership)}
        kinds = ((indicator, self._numbers(indicator, types)) for indicator in indicators)
        return tuple(Counted(item, found, *_asked(item, found, types, offered)) for item, found in kinds)

    def _numbers(self, indicator: Indicator, types: Sequence[CrimeType]) -> frozenset[int]:
        """The crime types that an indicator counts: its own, or all of its category."""
        own = frozenset(item.number for item in types if item.slug == indicator.crime)
        if own and indicator.crime not in {row.slug for row in self._tree.categories}:
            return own
        if indicator.crime == ALL_CRIME:
            return frozenset(item.number for item in types)
        inside = self._tree.within(indicator.crime)
        return frozenset(item.number for item in types if item.category in inside)


def _grouped(rows: Iterable[Found]) -> dict[str, list[Fields]]:
    found: dict[str, list[Fields]] = defaultdict(list)
    for row in rows:
        found[row.partnership].append(row._asdict())
    return found


def _asked(
    indicator: Indicator, numbers: Set[int], types: Sequence[CrimeType], offered: Set[str]
) -> tuple[frozenset[str], frozenset[str]]:
    """The categories and the crime types to ask for: none for all, a category *offered* to choose, or crime types."""
    if indicator.crime == ALL_CRIME:
        return frozenset(), frozenset()
    if indicator.crime in offered:
        return frozenset({indicator.crime}), frozenset()
    return frozenset(), frozenset(item.slug for item in types if item.number in numbers)
