"""Knows what one partnership has, and by which names and codes each of its areas goes."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from dashboard.domain.records import Area, Indicator
from data.names import council_slug, force_slug, slug
from data.own.indicators.declaring import code_key

#: What a table calls the whole partnership.
WHOLE = frozenset({"", "whole", "whole-area", "county", "countywide", "district", "total"})
#: Codes that the documents do not print: of a district or county, of its partnership, of its police force.
PRINTED_CODES = {
    "warwickshire": ("E10000031", "E23000017"),
    "warwickshire/north-warwickshire": ("E07000218", "E22000319"),
    "warwickshire/nuneaton-and-bedworth": ("E07000219", "E22000320"),
    "warwickshire/rugby": ("E07000220", "E22000321"),
    "warwickshire/south-warwickshire": ("E22000359",),
    "staffordshire": ("E10000028", "E23000015"),
    "south-staffordshire": ("E07000196", "E22000267"),
    "shropshire": ("E06000051", "E22000360"),
    "derby": ("E06000015", "E22000040"),
}
KINDS = {"E22": "partnership", "W22": "partnership", "E23": "force", "W15": "force"} | dict.fromkeys(
    ("E06", "E07", "E08", "E09", "E10", "W06", "S12", "N09"), "authority"
)


@dataclass(slots=True)
class Home:
    """What one partnership has, by slug and by every name of it."""

    slug: str
    name: str
    whole: str = ""  # the slug of its whole area
    called: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))  # a name -> areas
    addresses: dict[str, str] = field(default_factory=dict)  # an area's slug, or the last part of it -> the area
    codes: dict[str, str] = field(default_factory=dict)  # a code -> the area
    names: dict[str, str] = field(default_factory=dict)  # the area's slug -> its name
    indicators: dict[str, Indicator] = field(default_factory=dict)  # any name -> the indicator
    by_id: dict[str, Indicator] = field(default_factory=dict)  # those counted in street-level files among them
    is_new: bool = False
    has_documents: bool = False

    def every(self) -> tuple[Indicator, ...]:
        """Each indicator once, as it is declared by now."""
        return tuple({item.id: item for key, item in self.indicators.items() if key == slug(item.slug)}.values())

    def call(self, area: str, words: Iterable[str]) -> None:
        """Note names (or slugs) of an area."""
        for key in map(slug, words):
            if key:
                self.called[key].add(area)

    def code(self, area: str, code: str) -> None:
        if code:
            self.codes.setdefault(code.upper(), area)

    def add(self, area: Area) -> None:
        """Note an area that is published; one that shares its name bears its code behind it."""
        self.names[area.slug] = area.name
        self.call(area.slug, (area.name, area.name.removesuffix(f" ({area.code})")))
        self.addresses |= dict.fromkeys(map(slug, (area.key, area.slug)), area.slug)
        for code in (area.code, *PRINTED_CODES.get(area.slug, ())):
            self.code(area.slug, code)

    def bearing(self, code: str) -> str | None:
        """The area of this code."""
        return self.codes.get(code.upper())

    def so_called(self, name: str) -> set[str]:
        """The areas of this name, however a file turns it."""
        keys = (slug(name), force_slug(name), council_slug(name)) if name else ()
        named = next((set(self.called[key]) for key in keys if key in self.called), set())
        return named or {self.addresses[key] for key in keys if key in self.addresses}

    def codes_of(self, area: str) -> list[str]:
        return sorted(code for code, owner in self.codes.items() if owner == area)


def kind_of(code: str) -> str:
    """What a code is one of: an authority, a partnership, a force, or whatever begins like it."""
    return KINDS.get(code[:3].upper(), code[:3].upper())


def name_indicators(home: Home, indicators: Sequence[Indicator]) -> None:
    """Two indicators may share a code or a name: what leads to one alone goes first, then the order of the print.

    A name shared with what is counted in street-level files is the other's.
    """
    home.by_id |= {item.id: item for item in indicators}
    for rank in range(4):
        for item in sorted(indicators, key=lambda item: bool(item.crime)):
            name = item.own_name
            key = (slug(item.slug), slug(f"{item.code} {name}"), code_key(item.code), slug(name))[rank]
            if key and home.indicators.setdefault(key, item).id == item.id:
                home.indicators[key] = item
