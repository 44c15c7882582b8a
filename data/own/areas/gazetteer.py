"""Knows which place bears a statistical code, as the lookups and boundaries that were loaded say."""

from collections import defaultdict
from functools import cached_property

from sqlalchemy import Connection, Table, select

from dashboard.domain.street.crime import Level
from data.names import slug
from data.tables import street as tables


class Gazetteer:
    """Answers from one connection, so that a lookup of the same call counts."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._neighbourhoods: dict[str, frozenset[str]] = {}

    def names(self, code: str) -> frozenset[str]:
        """What the place of this *code* is called, as slugs; nothing where no file says."""
        code = code.upper()
        return frozenset(self._names.get(code, ())) or self._neighbourhood(code)

    def spelled(self, code: str) -> str:
        """The name as a lookup spells it, or nothing."""
        return self._spelled.get(code.upper(), "")

    def codes(self, name: str) -> frozenset[str]:
        """Every place wider than a neighbourhood that is called so, by code; *name* is a slug."""
        return frozenset(self._codes.get(name, ()))

    def namesakes(self, code: str) -> frozenset[str]:
        """The other places of this code's level that are called the same."""
        level = self._levels.get(code.upper(), "")
        same = {other for name in self.names(code) for other in self.codes(name)}
        return frozenset(other for other in same if self._levels[other] == level and other != code.upper())

    def around(self, code: str) -> frozenset[str]:
        """The codes of the wider places that it lies in, as far as lookups say."""
        found: set[str] = set()
        ahead = [code.upper()]
        while ahead:
            wider = self._links.get(ahead.pop(), set()) - found
            found |= wider
            ahead += wider
        return frozenset(found)

    @cached_property
    def _rows(self) -> list[tuple[str, str, str]]:
        """(code, name, level) of everything wider than a neighbourhood."""
        return [row for table in (tables.boundary, tables.lookup_area) for row in self._of(table)]

    def _of(self, table: Table) -> list[tuple[str, str, str]]:
        item = table.c
        query = select(item.code, item.name, item.level).where(item.level != Level.LSOA, item.name != "")
        return [(code.upper(), name, level) for code, name, level in self._connection.execute(query)]

    @cached_property
    def _names(self) -> dict[str, set[str]]:
        found: dict[str, set[str]] = defaultdict(set)
        for code, name, _ in self._rows:
            found[code].add(slug(name))
        return found

    @cached_property
    def _spelled(self) -> dict[str, str]:
        return {code: name for code, name, _ in self._rows}

    @cached_property
    def _levels(self) -> dict[str, str]:
        return {code: level for code, _, level in self._rows}

    @cached_property
    def _codes(self) -> dict[str, set[str]]:
        found: dict[str, set[str]] = defaultdict(set)
        for code, names in self._names.items():
            for name in names:
                found[name].add(code)
        return found

    @cached_property
    def _links(self) -> dict[str, set[str]]:
        link = tables.lookup_link.c
        found: dict[str, set[str]] = defaultdict(set)
        for inner, outer in self._connection.execute(select(link.inner, link.outer).where(link.level != Level.WARD)):
            found[inner.upper()].add(outer.upper())
        return found

    def _neighbourhood(self, code: str) -> frozenset[str]:
        if code not in self._neighbourhoods:
            item = tables.lookup_area.c
            found = self._connection.execute(select(item.name).where(item.code == code)).scalars()
            self._neighbourhoods[code] = frozenset(map(slug, found))
        return self._neighbourhoods[code]
