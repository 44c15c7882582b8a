"""Knows which areas stand beside the view's: those of a loaded set or those asked for; which are missing, and why."""

from collections.abc import Iterable
from dataclasses import dataclass

from dashboard.domain.filters import Filters
from dashboard.domain.periods.period import Period
from dashboard.domain.statistics.similar import SimilarSet, in_force
from dashboard.domain.street.crime import LEFT_OVERS, Level, Place
from dashboard.questions.store import Store
from dashboard.questions.street import CodedArea

INVENTED = "X"  # how the codes of the made-up county begin; no real code does
NOWHERE = frozenset({*LEFT_OVERS, Level.COUNTRY, Level.POINT})  # levels that are compared with nothing
UNKNOWN = "no lookup that is loaded knows this code"
UNPLACED = "no neighbourhood of it is known"
NO_PEOPLE = "no population of it is loaded"


@dataclass(frozen=True, slots=True)
class Missing:
    """An area that should stand beside the view's and does not, with the reason."""

    code: str
    name: str
    why: str

    @property
    def words(self) -> str:
        """'Harborough (no month of Leicestershire is loaded)'."""
        return f"{self.name or self.code} ({self.why})"


@dataclass(frozen=True, slots=True)
class ComparedGroup:
    """The view's *own* area and those beside it; *chosen* by the address, else those of *sets*."""

    own: Place
    others: tuple[Place, ...] = ()
    missing: tuple[Missing, ...] = ()
    sets: tuple[SimilarSet, ...] = ()
    chosen: bool = False
    later: SimilarSet | None = None  # the first set, where each counts only from after the months looked at

    @property
    def is_asked(self) -> bool:
        """Whether anything says which areas to compare with."""
        return self.chosen or bool(self.sets)


def group_of(store: Store, place: Place, filters: Filters, span: Period) -> ComparedGroup:
    """The areas beside *place* in the months of *span*: those of `compare`, else of the sets that counted then."""
    if filters.compare:
        others = (_meant(store, filters.partnership, key) for key in sorted(filters.compare))
        return _sorted_out(store, ComparedGroup(place, chosen=True), [item for item in others if item])
    return set_of(store, place, span)


def set_of(store: Store, place: Place, span: Period) -> ComparedGroup:
    """The areas that the sets of *place* in force in *span* hold similar to it."""
    loaded = [found for code in (place.code, *store.other_codes(place.code)) for found in store.similar_sets(code)]
    sets = in_force(loaded, span.start)
    if not sets:
        return ComparedGroup(place, later=min(loaded, key=lambda item: item.first, default=None))
    codes = tuple(dict.fromkeys(code for item in sets for code in item.codes))
    return _sorted_out(store, ComparedGroup(place, sets=sets), store.coded_areas(codes))


def key_of(store: Store, partnership: str, asked: str) -> str | None:
    """The key in an address of the area *asked* for: of a code, or a place of the partnership; None for neither."""
    found, root = _meant(store, partnership, asked), store.street_root(partnership)
    if found is None or found.place is None or root is None:
        return None
    place = found.place
    is_inside = place.force is not None and place.force == root.force
    is_open = "/" not in place.code and place.code.startswith(INVENTED) is root.code.startswith(INVENTED)
    return place.key if is_inside or is_open else None


def _meant(store: Store, partnership: str, key: str) -> CodedArea | None:
    """What a key means: a place of the partnership by its own name, or any by its code."""
    [found] = store.coded_areas((key,))
    if found.place is None:
        place = store.place(partnership, key)
        found = found if place is None else CodedArea(key, place.name, place)
    return found if found.place is not None and found.place.level not in NOWHERE else None


def _sorted_out(store: Store, group: ComparedGroup, found: Iterable[CodedArea]) -> ComparedGroup:
    """*group* with the areas *found*, each once: those that can stand beside its own, the others with the reason.

    Of an area and a part of it the one that comes first is compared.
    """
    others: dict[int, Place] = {}
    missing: list[Missing] = []
    for item in found:
        place = item.place
        if place is not None and place.id == group.own.id:
            continue
        if why := _why_not(store, group.own, item) or _shares(store, item, others.values()):
            missing.append(Missing(item.code, place.known_as if place else item.name, why))
        elif place is not None:
            others[place.id] = place
    ordered = sorted(others.values(), key=lambda place: place.name)
    return ComparedGroup(group.own, tuple(ordered), tuple(missing), group.sets, group.chosen)


def _why_not(store: Store, own: Place, item: CodedArea) -> str:
    """Why an area cannot stand beside *own*; empty where it can."""
    place = item.place
    if place is None:
        return UNPLACED if item.name else UNKNOWN
    if place.force is None or not store.held_months(place.force):
        force = next((step.name for step in store.outward(place.id) if step.level == Level.FORCE), place.name)
        return f"no month of {force} is loaded"
    if not place.population:
        return NO_PEOPLE
    return f"it shares neighbourhoods with {own.name}" if overlap(store, own, place) else ""


def _shares(store: Store, item: CodedArea, others: Iterable[Place]) -> str:
    """Why an area cannot stand beside those that are compared already: no incident may count twice."""
    place = item.place
    inside = (other.known_as for other in others if place is not None and overlap(store, other, place))
    named = next(inside, "")
    return f"it shares neighbourhoods with {named}, which is compared already" if named else ""


def overlap(store: Store, one: Place, other: Place) -> bool:
    """Whether one of two places lies in the other."""
    if one.level == other.level:
        return False
    pairs = ((one, other), (other, one))
    return any(_lies_in(store, inner, outer) for inner, outer in pairs)


def _lies_in(store: Store, inner: Place, outer: Place) -> bool:
    """A partnership over several districts is on no way out of them, but lists them."""
    if outer.level == Level.CSP:
        ways = {item.id for item in store.outward(inner.id)}
        return any(item.id in ways for item in store.inward(outer.id))
    return any(item.id == outer.id for item in store.outward(inner.id))
