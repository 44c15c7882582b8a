"""Knows the slides of a table: as large as it fits on one, else as many rows on each as fit, about as many on each."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from dashboard.exports.papers.look import WRITTEN, signed
from dashboard.exports.papers.pptx.boxes import Box
from dashboard.exports.papers.pptx.drawing import SMALLEST
from dashboard.exports.papers.pptx.fitting import held
from dashboard.exports.papers.pptx.leaf import Leaf, continued
from dashboard.exports.papers.pptx.notes import notes_of
from dashboard.exports.papers.pptx.shapes.cells import LARGE, PLAIN, TIGHT, TableLook
from dashboard.exports.papers.pptx.shapes.paper_tables import Sheaf
from dashboard.exports.papers.pptx.slides import Opener, SlideDeck
from dashboard.exports.papers.pptx.template.house_layouts import FIGURE, STRIP
from dashboard.exports.papers.pptx.writing import Line, Words, said
from dashboard.exports.papers.words import printable
from dashboard.reports.packs.charts import HeatTable
from dashboard.reports.packs.pack import Section

CAPTION, REST, AIR = 24.0, 26.0, 16.0  # points high
FEW = 10  # rows that may be larger than others
SHARES = tuple(share / 20 for share in range(8, 21))  # of a slide's height that is tried, so that the last is no stump


@dataclass(frozen=True, slots=True)
class Tabled:
    """What is tabled: of which section, under which title, how many rows are shown of how many, how it is laid out."""

    section: Section
    title: str
    count: int
    of: int
    lay: Callable[[TableLook], tuple[Sheaf, ...]]
    heat: HeatTable | None = None

    @property
    def rest(self) -> str:
        """What is said of rows that are not among these."""
        if self.of <= self.count:
            return ""
        return f"The first {self.count:,} of {self.of:,} rows; the workbook of these papers holds all of them."

    @property
    def key(self) -> tuple[Words, ...]:
        """What the colours of a heat table say, each in its own colour."""
        key = self.heat.key if self.heat else ()
        return tuple(Words(f" {signed(words, 1, tone)} ", SMALLEST, WRITTEN[tone], is_bold=True) for words, tone in key)


@dataclass(frozen=True, slots=True)
class SlideRows:
    """The rows of one slide."""

    sheaf: Sheaf
    start: int
    stop: int


def add_pages(deck: SlideDeck, tabled: Tabled, opened: Opener) -> None:
    """A slide for each part of the table."""
    leaf, box, title = opened(STRIP, tabled.title)
    if title != tabled.title:
        box = _caption(leaf, tabled.title, box)
    foot = REST if tabled.rest or tabled.key else 0.0
    other = deck.height_under(FIGURE, continued(tabled.title, 2, 2)) - foot
    pages = pages_of(tabled, box.height - foot, other)
    for at, page in enumerate(pages):
        if at:
            leaf, box, _ = opened(STRIP, continued(tabled.title, at + 1, len(pages)), is_next=True)
        _put(leaf, box, tabled, page)
        foot_words = (*tabled.key, *((Words(tabled.rest, SMALLEST),) if at == len(pages) - 1 and tabled.rest else ()))
        if foot_words:
            leaf.box("Under the table", replace(box, top=box.bottom - 20, height=20), [Line(foot_words)])
        lead = page.sheaf.cut if page.start == 0 else ()
        deck.close(leaf, notes_of(tabled.section, (*leaf.cut, *lead), tabled.heat), tabled.section.part)


def add_together(deck: SlideDeck, every: Sequence[tuple[Tabled, Sheaf]], opened: Opener, title: str) -> None:
    """Small tables of one section on one slide, each under its caption."""
    section = every[0][0].section
    leaf, box, _ = opened(FIGURE, title)
    for tabled, sheaf in every:
        put_under(leaf, box, tabled, sheaf)
        box = box.below(taken(sheaf))
    cut = [text for _, sheaf in every for text in sheaf.cut]
    deck.close(leaf, notes_of(section, (*leaf.cut, *cut)), section.part)


def put_under(leaf: Leaf, box: Box, tabled: Tabled, sheaf: Sheaf) -> None:
    """All rows of a table under its caption at the top of *box*."""
    _put(leaf, _caption(leaf, tabled.title, box), tabled, SlideRows(sheaf, 0, len(sheaf.rows)))


def taken(sheaf: Sheaf) -> float:
    """Points that the table takes among others, with its caption."""
    return CAPTION + sheaf.height + AIR


def pages_of(tabled: Tabled, first: float, other: float) -> list[SlideRows]:
    """The rows of each slide, where the first has so many points for them, and the others so many."""
    for look in LARGE if tabled.count <= FEW else ():
        pages = _pages(tabled.lay(look), first, other)
        if len(pages) == 1 and not pages[0].sheaf.cut:
            return pages
    plain, tight = (_pages(tabled.lay(look), first, other) for look in (PLAIN, TIGHT))
    found = tight if len(tight) < len(plain) else plain
    parts = tuple(dict.fromkeys(page.sheaf for page in found))
    tries = [_pages(parts, first * share, other * share) for share in SHARES]
    return max((pages for pages in (found, *tries) if len(pages) == len(found)), key=_fewest)


def _fewest(pages: Sequence[SlideRows]) -> int:
    """How many rows the emptiest slide has."""
    return min((page.stop - page.start for page in pages), default=0)


def _pages(parts: Sequence[Sheaf], first: float, other: float) -> list[SlideRows]:
    pages = list[SlideRows]()
    for sheaf in parts:
        stop = 0
        while stop < len(sheaf.rows):
            start, stop = stop, sheaf.stop(stop, other if pages else first)
            pages.append(SlideRows(sheaf, start, stop))
    return pages


def _caption(leaf: Leaf, title: str, box: Box) -> Box:
    words = held(printable(title), SMALLEST, box.width * 0.97, 1, bold=True)
    leaf.box("Caption", box.first(20), [said(words, SMALLEST, bold=True)])
    return box.below(CAPTION)


def _put(leaf: Leaf, box: Box, tabled: Tabled, page: SlideRows) -> None:
    count = len(page.sheaf.rows)
    part = f", rows {page.start + 1} to {page.stop} of {count}" if page.stop - page.start < count else ""
    alt = tabled.heat.alt if tabled.heat else f"Table: {tabled.title}{part}."
    leaf.table(page.sheaf.table(page.start, page.stop), box, tabled.title, alt)
