"""Knows of which area of a partnership each figure of a file is, and which are no business of the partnership's."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial

from dashboard.domain.errors import RefusedFile
from data.names import force_slug, slug
from data.own.areas.homes import Home
from data.own.areas.identity import Disputed
from data.own.areas.strangers import is_wider, refuse_unknown
from data.own.reading.name_index import NameIndex
from data.parcel_rows import SaidFigure
from data.parcels import OwnTable
from data.sources.words import shown

TYPED = ("tidy", "wide", "declarations")  # by the partnership's own officers: every area in them is its own
MOST_OWN = 60  # areas of a table that names none of the partnership, taken as its own
MOST_NAMED = 3

Area = tuple[str, str]  # its code and name, as a file gives them


@dataclass(slots=True)
class Placed:
    """What each area of a file is: the slug of one of the partnership's, one that is disputed, or another's."""

    found: dict[Area, str] = field(default_factory=dict)
    disputed: dict[Area, str] = field(default_factory=dict)  # why

    def put(self, area: Area, find: Callable[[Area], str | None]) -> None:
        """Note what *find* says of an area."""
        try:
            slug_of_area = find(area)
        except Disputed as fault:
            self.disputed[area] = str(fault)
        else:
            if slug_of_area is not None:
                self.found[area] = slug_of_area

    def own_of(self, figures: Iterable[SaidFigure]) -> Iterator[tuple[SaidFigure, str]]:
        """The figures of the partnership, each with the slug of its area."""
        return ((said, self.found[_of(said)]) for said in figures if _of(said) in self.found)

    def disputed_of(self, figures: Iterable[SaidFigure]) -> Iterator[tuple[SaidFigure, str]]:
        return ((said, self.disputed[_of(said)]) for said in figures if _of(said) in self.disputed)

    def outside(self, figures: Iterable[SaidFigure]) -> Counter[Area]:
        """How many figures of each area are left out."""
        areas = map(_of, figures)
        return Counter(area for area in areas if area not in self.found and area not in self.disputed)


def _of(said: SaidFigure) -> Area:
    return said["area_code"], said["area"]


def places(parcel: OwnTable, figures: Sequence[SaidFigure], known: NameIndex, home: Home) -> Placed:
    """Find the area of each of *figures*; what is another's business is in neither of the two lists.

    Raises RefusedFile where a table of the whole country holds nothing of the partnership.
    """
    # Codes first: a name alone means the area that a code of the same file gave this name.
    named = sorted(dict.fromkeys(map(_of, figures)), key=lambda area: not area[0])
    within = {(item["code"], item["area"]): item.get("within", "") for item in parcel.areas}
    inside = _inside(within, home)
    if parcel.source in TYPED or not figures:
        return _Own(known, home, _shared(named, home)).typed(named, inside)
    is_named = any(inside.get(area) for area in named)
    own = _Own(known, home, _shared((area for area in named if inside.get(area) or not is_named), home))
    found = own.inside(named, inside) if is_named else own.known(named)
    strangers = [area for area in named if area not in found.found]
    if found.found:
        # A table that names the partnership, or areas of it, compares it with the others.
        return found
    is_own = home.is_new or not (parcel.national or inside)
    if is_own and not is_named and len(strangers) <= MOST_OWN and not found.disputed:
        return own.every(named)
    raise RefusedFile(_none_is_own(parcel.file, strangers, found, (home, within.values())))


def _none_is_own(file: str, strangers: Sequence[Area], found: Placed, where: tuple[Home, Iterable[str]]) -> str:
    home, within = where
    if why := next(iter(found.disputed.values()), ""):
        return f"{file} holds nothing that is surely of {home.name}: {why}"
    some = ", ".join(shown(name or code, 40) for code, name in strangers[:MOST_NAMED])
    words = f"{file} holds {len(strangers):,} areas, and none of them is {home.name} or an area of it ({some}, …): "
    if named := sorted(set(filter(None, within))):
        lie_in = ", ".join(shown(name, 40) for name in named[:MOST_NAMED]) + (", …" if len(named) > MOST_NAMED else "")
        return f"{words}choose a partnership that the file itself names ({lie_in}), or load its areas first."
    return f"{words}choose another partnership, or load its areas first."


def _inside(within: Mapping[Area, str], home: Home) -> dict[Area, str]:
    """What the file calls the partnership beside each area; "" beside one that lies in another."""
    keys = {home.slug, slug(home.name), force_slug(home.name)}
    return {area: words if slug(words) in keys else "" for area, words in within.items() if words}


def _shared(named: Iterable[Area], home: Home) -> frozenset[str]:
    """New names that stand beside several codes."""
    codes: dict[str, set[str]] = defaultdict(set)
    for code, name in named:
        if code and name and not home.so_called(name):
            codes[slug(name)].add(code)
    return frozenset(name for name, several in codes.items() if len(several) > 1)


@dataclass(frozen=True, slots=True)
class _Own:
    """Finds the areas of one partnership."""

    known_ones: NameIndex
    home: Home
    shared: frozenset[str]  # names

    def known(self, areas: Iterable[Area]) -> Placed:
        """The areas that are there already."""
        placed = Placed()
        for area in areas:
            placed.put(area, lambda area: self.known_ones.area(self.home, *area))
        return placed

    def every(self, areas: Iterable[Area]) -> Placed:
        """All of them, new ones too."""
        placed = Placed()
        for area in areas:
            placed.put(area, self._known_or_new)
        return placed

    def typed(self, areas: Sequence[Area], inside: Mapping[Area, str]) -> Placed:
        """All of them, but for those that lie in another partnership than this one, where the file names both."""
        placed, names_home = Placed(), any(inside.values())
        find = self._placed if names_home or not self._names_parts(areas) else self._known_or_coded
        for area in areas:
            if not names_home or inside.get(area) != "":
                bare = area[0], area[1].removesuffix(f", {inside.get(area, '')}")
                placed.put(area, partial(find, bare))
        return placed

    def _names_parts(self, areas: Iterable[Area]) -> bool:
        """Whether one of *areas* is a part of the partnership that its documents name."""
        if not self.home.has_documents:
            return False
        parts = set(self.home.names) - {self.home.whole}
        return any(self.home.bearing(code) in parts or self.home.so_called(name) & parts for code, name in areas)

    def _placed(self, area: Area, _asked: Area) -> str | None:
        return self._known_or_new(area)

    def _known_or_coded(self, area: Area, _asked: Area) -> str | None:
        """The area's slug; a new name beside known areas says by its code that it is one."""
        code, name = area
        is_known = self.known_ones.area(self.home, code, name) is not None
        if not is_known and not is_wider(code, name):
            self.known_ones.refuse_stranger(self.home, code, name)
            refuse_unknown(self.home, code, name)
        return self._known_or_new(area)

    def inside(self, areas: Iterable[Area], inside: Mapping[Area, str]) -> Placed:
        """Those that the file places in the partnership; a partnership with documents divides itself."""
        placed = Placed()
        for area in areas:
            if within := inside.get(area):
                # "Mill, Ashby" is told from another borough's; here it is Mill.
                bare = (area[0], area[1].removesuffix(f", {within}"))
                placed.put(area, partial(self._inside, bare))
            elif area not in inside or self._is_known(area):
                placed.put(area, lambda area: self.known_ones.area(self.home, *area))
        return placed

    def _is_known(self, area: Area) -> bool:
        """Whether it is the partnership itself, or bears the code of one of its areas."""
        code, name = area
        return self.home.bearing(code) is not None or self.home.whole in self.home.so_called(name)

    def _inside(self, area: Area, _asked: Area) -> str | None:
        """An area that lies in the partnership; one with documents divides itself."""
        found = self.known_ones.area(self.home, *area, inside=True)
        return found or (None if self.home.has_documents else self._new(area))

    def _known_or_new(self, area: Area) -> str | None:
        """The area's slug; asked once more, since the same name may stand twice in other letters."""
        code, name = area
        if code and slug(name) in self.shared:
            return self.home.bearing(code) or self._new(area)
        if found := self.known_ones.area(self.home, *area):
            return found
        return None if is_wider(code, name) else self._new(area, checked=True)

    def _new(self, area: Area, *, checked: bool = False) -> str:
        """Add an area; one that the file does not place in the partnership itself is *checked* to be none elsewhere."""
        code, name = area
        if checked:
            self.known_ones.refuse_stranger(self.home, code, name)
        return self.known_ones.new_area(self.home, code, name, shared=slug(name) in self.shared)
