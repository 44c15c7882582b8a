"""Knows the slides of a section: its finding with the first thing it stands on, then a slide for each of the others."""

from collections.abc import Sequence
from functools import partial

from dashboard.exports.papers.pptx.boxes import Box
from dashboard.exports.papers.pptx.charts.lines import line_native
from dashboard.exports.papers.pptx.fitting import LEADING, held, lines_of
from dashboard.exports.papers.pptx.kinds.mapped import draw_map
from dashboard.exports.papers.pptx.kinds.numbers import FACT, above, beside
from dashboard.exports.papers.pptx.kinds.parts import Drawn, native_of, parts_of
from dashboard.exports.papers.pptx.kinds.tabled import Tabled, add_pages, add_together, put_under, taken
from dashboard.exports.papers.pptx.leaf import CONTINUED, Leaf, continued
from dashboard.exports.papers.pptx.notes import notes_of
from dashboard.exports.papers.pptx.shapes.cells import PLAIN
from dashboard.exports.papers.pptx.shapes.heat import heat_sheaves
from dashboard.exports.papers.pptx.shapes.paper_tables import Sheaf, sheaves
from dashboard.exports.papers.pptx.slides import Opener, Opening, SlideDeck
from dashboard.exports.papers.pptx.template.house_layouts import FIGURE, NUMBER, STRIP, TEXT
from dashboard.exports.papers.pptx.writing import Line, said
from dashboard.exports.papers.words import printable
from dashboard.reports.packs.charts import AreaMap, Chart, HeatTable, LineChart
from dashboard.reports.packs.pack import PaperTable, Section

ASIDE_SHARE = 0.27  # of the slide
NOTHING = "Nothing is shown with this item."
MOST_LEDE, LEAST_CHART = 70.0, 190.0  # points
TEXT_SIZE, MOST_LINES = 18.0, 6


def add_section(deck: SlideDeck, section: Section) -> None:
    """Every slide of *section*; the first bears the finding."""
    pieces: list[Chart | PaperTable] = [*section.charts, *section.tables]
    if not pieces:
        _text(deck, section)
    if small := _small(deck, section):
        _chart_and_table(deck, section, *small)
        return
    for at, piece in enumerate(pieces[:1] if not section.charts else section.charts):
        _piece(deck, section, piece, is_first=at == 0)
    rest = section.tables if section.charts else section.tables[1:]
    _further(deck, section, rest)


def _further(deck: SlideDeck, section: Section, tables: Sequence[PaperTable]) -> None:
    """The tables after the first piece; slides that several share are counted where there is more than one."""
    opened = _opener(deck, section, is_first=False)
    title = f"{section.title}{CONTINUED}"
    groups = _together(deck, section, tables, title)
    if _shared(groups) > 1:
        groups = _together(deck, section, tables, continued(section.title, 2, 2))
    at, last = 1, 1 + _shared(groups)
    for together in groups:
        if len(together) == 1:
            add_pages(deck, together[0][0], opened)
        else:
            at += 1
            add_together(deck, together, opened, title if last == 2 else continued(section.title, at, last))


def _shared(groups: Sequence[Sequence[object]]) -> int:
    return sum(len(together) > 1 for together in groups)


def _opener(deck: SlideDeck, section: Section, *, is_first: bool) -> Opener:
    def opened(kind: str, title: str, *, is_next: bool = False) -> Opening:
        bears = is_first and not is_next
        return _opened(deck, section, kind if bears else FIGURE, "" if bears else title)

    return opened


def _piece(deck: SlideDeck, section: Section, piece: Chart | PaperTable, *, is_first: bool) -> None:
    opened = _opener(deck, section, is_first=is_first)
    if isinstance(piece, PaperTable):
        add_pages(deck, _tabled(deck, section, piece), opened)
    elif isinstance(piece, HeatTable):
        lay = partial(heat_sheaves, piece, deck.width)
        add_pages(deck, Tabled(section, piece.title, len(piece.rows), len(piece.rows), lay, piece), opened)
    elif isinstance(piece, AreaMap):
        leaf, box, _ = opened(NUMBER, piece.title)
        draw_map(leaf, piece, box)
        _closed(deck, leaf, section, piece)
    else:
        _charts(deck, section, piece, opened)


def _tabled(deck: SlideDeck, section: Section, table: PaperTable) -> Tabled:
    return Tabled(section, table.title, len(table.rows), table.of, partial(sheaves, table, deck.width))


def _together(
    deck: SlideDeck, section: Section, tables: Sequence[PaperTable], title: str
) -> list[list[tuple[Tabled, Sheaf]]]:
    """Tables in their order, small ones that follow each other together under *title*."""
    room = deck.height_under(FIGURE, title)
    found, left = list[list[tuple[Tabled, Sheaf]]](), 0.0
    for tabled in (_tabled(deck, section, table) for table in tables):
        parts = tabled.lay(PLAIN)
        needs = taken(parts[0]) if len(parts) == 1 and not tabled.rest else room + 1
        if needs > left:
            found.append([])
            left = room
        left -= needs
        found[-1].append((tabled, parts[0]))
    return found


def _opened(deck: SlideDeck, section: Section, kind: str, title: str) -> Opening:
    """A slide for something of *section*, or, without a *title*, the one with its finding."""
    place = " · ".join(filter(None, ("Private" if section.is_private else "", section.part, section.place)))
    if title:
        leaf = deck.open(FIGURE, title, section.place if title.startswith(section.title) else section.title)
        return leaf, leaf.lead(place, ""), title
    headline = section.headline
    about = section.charts[0].title if section.charts else section.place
    leaf = deck.open(kind if headline or kind == TEXT else FIGURE, section.title, about)
    box = leaf.lead(place, section.lede if kind != TEXT else "")
    if headline and kind == STRIP:
        box = above(leaf, headline, box)
    elif headline:
        stands_alone = not section.charts and not section.tables
        width, fact = (box.width, TEXT_SIZE) if stands_alone else (leaf.ground.body.width * ASIDE_SHARE, FACT)
        box = beside(leaf, headline, box, width, fact)
    return leaf, box, section.title


def _small(deck: SlideDeck, section: Section) -> tuple[LineChart, Tabled, Sheaf] | None:
    """The one chart of a section and its one table, where that has room under it."""
    if section.headline or len(section.charts) != 1 or len(section.tables) != 1:
        return None
    chart, tabled = section.charts[0], _tabled(deck, section, section.tables[0])
    parts = tabled.lay(PLAIN)
    room = deck.height_under(FIGURE, section.title) - MOST_LEDE - LEAST_CHART
    if not isinstance(chart, LineChart) or len(parts) != 1 or tabled.rest or taken(parts[0]) > room:
        return None
    return chart, tabled, parts[0]


def _chart_and_table(deck: SlideDeck, section: Section, chart: LineChart, tabled: Tabled, sheaf: Sheaf) -> None:
    leaf, box, title = _opened(deck, section, FIGURE, "")
    upper = box.first(box.height - taken(sheaf))
    leaf.chart(line_native(chart, upper.size, "" if title.startswith(chart.title) else chart.title), upper, chart.title)
    put_under(leaf, box.below(upper.height), tabled, sheaf)
    deck.close(leaf, notes_of(section, (*leaf.cut, *sheaf.cut), chart), section.part)


def _charts(deck: SlideDeck, section: Section, chart: Drawn, opened: Opener) -> None:
    parts = parts_of(chart)
    for at, part in enumerate(parts):
        words = continued(chart.title, at + 1, len(parts))
        leaf, box, title = opened(NUMBER, words, is_next=at > 0)
        shown = "" if title.startswith(chart.title) else chart.title
        leaf.chart(native_of(part, chart, box.size, shown), box, chart.title)
        _closed(deck, leaf, section, part)


def _closed(deck: SlideDeck, leaf: Leaf, section: Section, chart: Chart | None = None) -> None:
    deck.close(leaf, notes_of(section, leaf.cut, chart), section.part)


def _text(deck: SlideDeck, section: Section) -> None:
    """A finding that stands on words alone."""
    leaf, box, _ = _opened(deck, section, NUMBER if section.headline else TEXT, "")
    if not section.headline:
        lines = _filled([*section.lede.split("\n"), *section.notes], box) or [said(NOTHING, TEXT_SIZE)]
        leaf.words("content", "Text", box, lines)
    _closed(deck, leaf, section)


def _filled(paragraphs: list[str], box: Box) -> list[Line]:
    """As many of the paragraphs as *box* holds; the notes of the slide say all."""
    lines, left, width = list[Line](), box.height, box.width * 0.97
    for text in filter(None, (" ".join(printable(words).split()) for words in paragraphs)):
        words = held(text, TEXT_SIZE, width, MOST_LINES)
        left -= len(lines_of(words, TEXT_SIZE, width)) * TEXT_SIZE * LEADING + 8
        if left < 0:
            break
        lines.append(said(words, TEXT_SIZE, before=8 if lines else 0))
    return lines
