"""Knows which place of a partnership an incident lies in: by its coordinates, or by what its list calls the area."""

from collections.abc import Sequence

import numpy as np
from sqlalchemy import Connection, select

from dashboard.domain.incidents.parts import Numbers
from dashboard.domain.street.crime import Level
from data.incidents.inside import OUTSIDE, areas_at
from data.names import slug
from data.street import places as street_places
from data.tables import street

FINEST_FIRST = (Level.LSOA, Level.WARD, Level.LOCALITY, Level.DISTRICT, Level.CSP)
Area = tuple[str, str]  # words of the list, code of the place; either may be empty


class Areas:
    """The places of one partnership, for the incidents of one list."""

    def __init__(self, connection: Connection, partnership: str, own: Sequence[tuple[str, str]]) -> None:
        """*own* are the areas of the partnership's figures: slug and name."""
        self._connection = connection
        root = street_places.root_of(connection, partnership)
        every = street_places.every_named(connection, root) if root else ()
        self._places = [place for place in every if place.level in FINEST_FIRST]
        self._own = own

    def named(self, words: Sequence[str]) -> list[Area]:
        """Each area of a list with the code of the place that it is; none where nothing, or more than one, is."""
        codes = {place.code.casefold(): place.code for place in self._places}
        names: dict[str, set[str]] = {}
        for place in sorted(self._places, key=lambda item: -FINEST_FIRST.index(item.level)):
            names.setdefault(slug(place.name), set()).add(place.code)
        own = {slug(name): code for code, name in self._own}
        found = []
        for said in words:
            key = slug(said)
            several = names.get(key, set())
            code = codes.get(said.casefold().strip(), "") or (next(iter(several)) if len(several) == 1 else "")
            found.append((said, code or (own.get(key, "") if not several else "")))
        return found

    def at(self, longitude: Numbers, latitude: Numbers) -> tuple[Numbers, list[str]]:
        """The number of the neighbourhood that each point lies in, and their codes; OUTSIDE where none holds it."""
        found = np.full(len(longitude), OUTSIDE)
        here = np.flatnonzero(latitude != 0)
        shapes = self._shapes() if len(here) else []
        if shapes:
            found[here] = areas_at(longitude[here], latitude[here], (polygons for _, polygons in shapes))
        return found, [code for code, _ in shapes]

    def _shapes(self) -> list[tuple[str, str]]:
        """Code and boundary of each neighbourhood of the partnership that has one."""
        codes = [place.code for place in self._places if place.level == Level.LSOA]
        item, found = street.boundary.c, list[tuple[str, str]]()
        for at in range(0, len(codes), 500):
            query = select(item.code, item.polygons).where(item.code.in_(codes[at : at + 500]))
            found += [(code, polygons) for code, polygons in self._connection.execute(query)]
        return sorted(found)
