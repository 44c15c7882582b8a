"""Knows the contents of the papers: each finding under its chapter with the number of its slide, a link to it."""

from collections.abc import Sequence

from pptx.opc.constants import RELATIONSHIP_TYPE

from dashboard.domain.palette import INK, INK_SOFT
from dashboard.exports.papers.pptx.fitting import held
from dashboard.exports.papers.pptx.leaf import Leaf, continued
from dashboard.exports.papers.pptx.shapes.cells import ACROSS, NativeTable, TableCell
from dashboard.exports.papers.pptx.slides import SlideDeck
from dashboard.exports.papers.pptx.template.house_layouts import TEXT
from dashboard.exports.papers.pptx.writing import Words
from dashboard.exports.papers.words import printable
from dashboard.reports.packs.pack import Pack, Section

SIZE, ROW, DOWN, COUNT = 16.0, 24.0, 2.0, 70.0
MOST_SLIDES = 2  # of every section; where there would be more, those within others are left out
FEWEST = 3  # sections that need contents
TITLE = "Contents"
HEAD = ("Finding", "Slide")
Entry = Section | str  # a section, or a chapter


def contents_of(deck: SlideDeck, pack: Pack) -> list[tuple[Entry, ...]]:
    """What stands on each slide of contents; none where there is little to find."""
    if len(pack.sections) < FEWEST:
        return []
    most = max(2, int(deck.height_under(TEXT, TITLE) / ROW) - 1)
    entries = _entries(pack.sections)
    if len(entries) > most * MOST_SLIDES:
        entries = _entries(_heads(pack.sections))
    return _dealt(entries, most)


def _heads(sections: Sequence[Section]) -> list[Section]:
    """Of chapters whose sections have numbers of their own only those; the others stand within them."""
    numbered = {section.part for section in sections if section.headline}
    return [section for section in sections if section.headline or section.part not in numbered]


def _entries(sections: Sequence[Section]) -> list[Entry]:
    found, part = list[Entry](), ""
    for section in sections:
        if section.part and section.part != part:
            found.append(section.part)
        part = section.part
        found.append(section)
    return found


def _dealt(entries: list[Entry], most: int) -> list[tuple[Entry, ...]]:
    """About as many on each slide, no chapter without what stands under it."""
    slides = -(-len(entries) // most)
    each, found = -(-len(entries) // slides), list[tuple[Entry, ...]]()
    while entries:
        stop = min(each, len(entries))
        stop -= stop < len(entries) and isinstance(entries[stop - 1], str)
        found.append(tuple(entries[:stop]))
        entries = entries[stop:]
    return found


def add_contents(deck: SlideDeck, contents: Sequence[tuple[Entry, ...]], places: dict[str, int]) -> None:
    """The contents after the cover; *places* is the number of each section's first slide, by its key."""
    deck.later = 0
    for at, entries in enumerate(contents):
        leaf = deck.open(TEXT, continued(TITLE, at + 1, len(contents)))
        box = leaf.lead("", "")
        width = box.width
        rows = [_row(deck, leaf, entry, places, width) for entry in entries]
        head = tuple(
            TableCell((Words(words, SIZE, INK_SOFT, is_bold=True),), side)
            for words, side in zip(HEAD, "lr", strict=True)
        )
        table = NativeTable((head, *rows), (width - COUNT, COUNT), (ROW,) * (len(rows) + 1), DOWN)
        leaf.table(table, box, TITLE, f"Table: {TITLE}.")
        deck.close(leaf, TITLE, number=at + 2)
        deck.move(at + 1)


def _row(deck: SlideDeck, leaf: Leaf, entry: Entry, places: dict[str, int], width: float) -> tuple[TableCell, ...]:
    room = (width - COUNT - 2 * ACROSS) * 0.97
    if isinstance(entry, str):
        words = held(printable(entry), SIZE, room, 1, bold=True)
        return TableCell((Words(words, SIZE, INK, is_bold=True),)), TableCell((Words(" ", SIZE),))
    slide = deck.slide(places[entry.key])
    link = leaf.slide.part.relate_to(slide.part, RELATIONSHIP_TYPE.SLIDE)
    title = slide.shapes.title.text_frame.text if slide.shapes.title else entry.title
    words = held(title, SIZE, room, 1)
    return TableCell((Words(words, SIZE, INK, link=link),)), TableCell((Words(str(places[entry.key]), SIZE, INK),), "r")
