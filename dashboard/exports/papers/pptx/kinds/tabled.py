"""Knows the slides of a table: as many rows on each as fit, "continued" from the second on."""

from dataclasses import dataclass, replace

from dashboard.exports.papers.pptx.boxes import Box
from dashboard.exports.papers.pptx.drawing import SMALLEST
from dashboard.exports.papers.pptx.fitting import held
from dashboard.exports.papers.pptx.leaf import Leaf
from dashboard.exports.papers.pptx.notes import notes_of
from dashboard.exports.papers.pptx.shapes.paper_tables import Sheaf
from dashboard.exports.papers.pptx.slides import Opener, SlideDeck
from dashboard.exports.papers.pptx.template.house_layouts import STRIP
from dashboard.exports.papers.pptx.writing import box_of_words, said
from dashboard.exports.papers.words import printable
from dashboard.reports.packs.charts import HeatTable
from dashboard.reports.packs.pack import Section

CAPTION, REST = 24.0, 26.0  # points high
PLACE = 22.0  # points that the place takes where a layout has no room of its own for it


@dataclass(frozen=True, slots=True)
class Tabled:
    """What is tabled: of which section, under which title, how many rows there are in all, and how it is laid out."""

    section: Section
    title: str
    of: int
    sheaves: tuple[Sheaf, ...]
    heat: HeatTable | None = None

    @property
    def rest(self) -> str:
        """What is said of rows that are not among these."""
        shown = len(self.sheaves[0].rows)
        more = self.of > shown
        return (
            f"The first {shown:,} of {self.of:,} rows; the workbook of these papers holds all of them." if more else ""
        )


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of one slide."""

    sheaf: Sheaf
    start: int
    stop: int


def add_pages(deck: SlideDeck, tabled: Tabled, opened: Opener) -> None:
    """A slide for each part of the table."""
    leaf, box, title = opened(STRIP, tabled.title)
    if title != tabled.title:
        words = held(printable(tabled.title), SMALLEST, box.width, 1, bold=True)
        box_of_words(leaf.slide, "Table", box.first(20), [said(words, SMALLEST, bold=True)])
        box = box.below(CAPTION)
    foot = REST if tabled.rest else 0.0
    pages = _pages(tabled, box.height - foot, leaf.ground.body.height - foot - PLACE)
    for at, page in enumerate(pages):
        if at:
            leaf, box, _ = opened(STRIP, f"{tabled.title}, continued ({at + 1} of {len(pages)})", is_next=True)
        _put(leaf, box, tabled, page)
        lead = [text for text in page.sheaf.cut] if page.start == 0 else []
        if at == len(pages) - 1 and tabled.rest:
            place = replace(box, top=box.bottom - 20, height=20)
            box_of_words(leaf.slide, "Rest", place, [said(tabled.rest, SMALLEST)])
        deck.close(leaf, notes_of(tabled.section, (*leaf.cut, *lead), tabled.heat), tabled.section.part)


def _pages(tabled: Tabled, first: float, others: float) -> list[Rows]:
    pages = list[Rows]()
    for sheaf in tabled.sheaves:
        start = 0
        while start < len(sheaf.rows) or not sheaf.rows:
            stop = sheaf.stop(start, others if pages else first)
            pages.append(Rows(sheaf, start, stop))
            start = stop
            if not sheaf.rows:
                break
    return pages


def _put(leaf: Leaf, box: Box, tabled: Tabled, page: Rows) -> None:
    count = len(page.sheaf.rows)
    part = f", rows {page.start + 1} to {page.stop} of {count}" if page.stop - page.start < count else ""
    alt = tabled.heat.alt if tabled.heat else f"Table: {tabled.title}{part}."
    leaf.table(page.sheaf.table(page.start, page.stop), box, tabled.title, alt)
