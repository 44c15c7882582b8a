"""Knows what the print says of a pack: plain texts that fit their places, longer ones in full among the notes."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain, takewhile

from dashboard.domain.palette import ACCENT, STATUS_COLOURS, STATUS_SHAPES
from dashboard.domain.targets.status import Status
from dashboard.exports.papers.look import signed, square
from dashboard.exports.papers.pdf.glyphs import shown
from dashboard.exports.papers.pdf.tables import table_said
from dashboard.exports.papers.pdf.widths import UPRIGHT, breaking
from dashboard.exports.papers.words import cut
from dashboard.reports.made_up import INVENTED_WORDS
from dashboard.reports.packs.charts import Chart, HeatTable
from dashboard.reports.packs.pack import Headline, Pack, PaperTable, Section

Said = dict[str, object]
TITLE, PLACE, CELL, SOURCE = 170, 120, 260, 120  # letters that there is room for
HALF = 420  # points of a page, beyond which a chapter begins the next
BIG, BODY, SMALL = 22.0, 10.0, 8.5  # points
MOST_SOURCES = 48  # of one section: about a quarter of a page
MANY, LONG = 4, 12  # sections beyond which papers have a cover and contents: with chapters, and without


def pack_said(pack: Pack) -> Said:
    """Everything of *pack* but its pictures."""
    return {
        "title": line(pack.title, TITLE, BIG),
        "subtitle": line(pack.subtitle, PLACE, BODY + 3),
        "running": cut(" ".join(shown(pack.title).split()), 100),
        "day": shown(pack.day),
        "address": body(pack.address),
        "version": shown(pack.data_version),
        "foot": cut(shown(" · ".join(filter(None, (pack.day, pack.address)))), 95),
        "lede": body(pack.lede),
        "brand": shown(pack.brand.name),
        "accent": pack.brand.accent or ACCENT,
        "logo": shown(pack.brand.logo_alt or pack.brand.name or "Logo") if pack.brand.logo else None,
        "is_banner": _is_banner(pack.brand.logo),
        "made_up": INVENTED_WORDS if pack.is_made_up else "",
        "is_booklet": is_booklet(pack),
        "has_parts": bool(pack.parts),
        "opens_itself": pack.title in [section.title for section in pack.sections[:1]],
        "sections": [
            section_said(section, at) | {"has_page": has_page}
            for at, (section, has_page) in enumerate(zip(_once(pack), _pages(pack), strict=True))
        ],
    }


def _pages(pack: Pack) -> Iterator[bool]:
    """Whether each section begins a page: with its chapter, unless the chapters before it take little of one."""
    height, part = 0, ""
    for section in pack.sections:
        has_page = is_booklet(pack) and section.part != part and height > HALF
        height, part = (0 if has_page else height) + _height(section), section.part
        yield has_page


def _height(section: Section) -> int:
    """About how many points a section is high."""
    rows = sum(len(table.rows) + 2 for table in section.tables)
    return 110 + 24 * rows + 210 * len(section.charts) + 10 * len(section.sources)


def _is_banner(logo: bytes) -> bool:
    """Whether a PNG is more than five times as wide as high: its width then is what is limited."""
    wide, high = (int.from_bytes(logo[at : at + 4]) for at in (16, 20))
    return wide > 5 * high


def is_booklet(pack: Pack) -> bool:
    """Whether papers have a cover and contents: those with chapters, and very long ones."""
    return len(pack.sections) > (MANY if pack.parts else LONG)


def _once(pack: Pack) -> tuple[Section, ...]:
    """The sections; what the cover says of all figures is not said again by each."""
    if not pack.is_made_up or not is_booklet(pack):
        return pack.sections
    kept = (tuple(note for note in section.notes if note != INVENTED_WORDS) for section in pack.sections)
    return tuple(replace(section, notes=notes) for section, notes in zip(pack.sections, kept, strict=True))


def line(text: str, most: int, size: float) -> str:
    """A text of one place: cut where it is too long for it."""
    return breaking(cut(" ".join(shown(text).split()), most), size, UPRIGHT)


def body(text: str, size: float = BODY) -> str:
    """A text that may go on over pages."""
    return breaking(shown(text), size, UPRIGHT)


def section_said(section: Section, at: int) -> Said:
    """One section; *at* is its place, by which its pictures are called."""
    tables = [table_said(table, CELL) for table in section.tables]
    notes = (*section.notes, *(f"In full: {text}" for text in too_long(section)))
    return {
        "part": line(section.part, PLACE, BIG),
        "title": line(section.title, TITLE, 16),
        "place": line(section.place, PLACE, SMALL),
        "lede": body(section.lede, BODY + 1),
        "headline": headline_said(section.headline) if section.headline else None,
        "charts": [chart_said(chart, section, f"{at}-{number}") for number, chart in enumerate(section.charts)],
        "tables": tables,
        "is_sideways": any(table["is_sideways"] for table in tables),
        "notes": [body(note, SMALL) for note in notes],
        "sources": [body(source, SMALL) for source in grouped(section.sources)],
        "address": body(section.address, SMALL),
        "is_private": section.is_private,
    }


def headline_said(headline: Headline) -> Said:
    """The number with its unit, what it means for the target, and the facts beside it."""
    return {
        "number": line(headline.number, 40, 30),
        "unit": line(headline.unit, PLACE, BODY),
        "status": status_said(headline.status, headline.status_words),
        "facts": [[line(name, 60, SMALL), line(fact, PLACE, BODY)] for name, fact in headline.facts],
    }


def status_said(status: Status | None, words: str) -> Said | None:
    """A status by its words, its shape and its colour; without words it is the number itself that says it."""
    if status is None:
        return {"shape": "", "colour": STATUS_COLOURS[Status.NOT_JUDGED], "words": shown(words)} if words else None
    return {"shape": STATUS_SHAPES[status], "colour": STATUS_COLOURS[status], "words": line(words, PLACE, BODY)}


def chart_said(chart: Chart, section: Section, name: str) -> Said:
    """A picture by its name and what is read instead of it; a heat table is a table."""
    title = "" if chart.title == section.title else line(chart.title, TITLE, BODY)
    heat = heat_said(chart) if isinstance(chart, HeatTable) else None
    return {"title": title, "alt": shown(chart.alt or chart.title), "file": f"{name}.svg", "heat": heat}


def heat_said(chart: HeatTable) -> Said:
    """The squares of a heat table with their colours."""
    width = max(UPRIGHT - 120, 1) / max(len(chart.columns), 1) - 4
    rows = []
    for name, cells in chart.rows:
        squares = [
            {
                "text": breaking(signed(cut(shown(cell.text), 40), cell.share, cell.tone), 8, width),
                "fill": fill,
                "ink": ink,
            }
            for cell in cells
            for fill, ink in [square(cell.share, cell.tone)]
        ]
        rows.append({"name": breaking(cut(shown(name), 80), 8, 110), "squares": squares})
    columns = [breaking(cut(shown(column), 60), 7, width) for column in chart.columns]
    key = [{"words": signed(shown(words), 0.6, tone), "fill": square(0.6, tone)[0]} for words, tone in chart.key]
    return {"corner": breaking(cut(shown(chart.corner), 60), 8, 110), "columns": columns, "rows": rows, "key": key}


def grouped(sources: Sequence[str]) -> tuple[str, ...]:
    """Sources of one document as one text, each after what it shares with the one before.

    'Plan: Table 1 · NI 15 · 2010/11 actual, printed “335”; target, printed “288”'.
    """
    documents: dict[str, list[str]] = {}
    for source in sources[:MOST_SOURCES]:
        document, _, cell = source.partition(": ")
        documents.setdefault(document, []).append(cell)
    said = ((document, "; ".join(_unlike(cells))) for document, cells in documents.items())
    more = len(sources) - MOST_SOURCES
    rest = (f"And {more:,} more: each figure names its own on screen.",) if more > 0 else ()
    return (*(": ".join(filter(None, pair)) for pair in said), *rest)


def _unlike(cells: Sequence[str]) -> Iterator[str]:
    """Each cell without the parts that the one before begins with, too."""
    before: list[str] = []
    for cell in cells:
        parts = cell.split(" · ")
        same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(before, parts[:-1], strict=False)))
        yield cut(" · ".join(parts[same:]), SOURCE)
        before = parts


def too_long(section: Section) -> tuple[str, ...]:
    """Texts that were cut, each once."""
    return tuple(dict.fromkeys(text for text, most in _placed(section) if len(text) > most))


def _placed(section: Section) -> Iterator[tuple[str, int]]:
    """Every text of a section that has a place of its own, with the letters that there is room for."""
    yield from ((section.title, TITLE), (section.place, PLACE))
    yield from ((chart.title, TITLE) for chart in section.charts)
    if section.headline:
        yield from ((text, PLACE) for text in chain(*section.headline.facts, (section.headline.status_words,)))
    for table in section.tables:
        yield table.title, TITLE
        yield from _cells(table)


def _cells(table: PaperTable) -> Iterator[tuple[str, int]]:
    yield from ((column.heading, CELL) for column in table.columns)
    yield from ((cell.text, CELL) for row in table.rows for cell in row)
