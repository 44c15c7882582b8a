"""Knows the pages of street-level crime as sections: what moved, types and places by period, where it is worst."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal

from dashboard.domain.values.numbers import show
from dashboard.domain.wording import plural, sentence
from dashboard.reports.packs.charts import Bar, BarChart, HeatCell, HeatTable, Tone
from dashboard.reports.packs.drawn.harm import harm_sections, harm_view_sections
from dashboard.reports.packs.drawn.outlines import hotspot_map
from dashboard.reports.packs.framed import framed
from dashboard.reports.packs.pack import Headline, PaperCell, PaperTable, Section
from dashboard.reports.packs.tabled import Cells, columns, counted, said, table
from dashboard.reports.pages.drill_down import DrillDown
from dashboard.reports.pages.hotspots import MOST_LISTED, Hotspots
from dashboard.reports.street.columns import Columns
from dashboard.reports.street.drill_down_words import place_noun
from dashboard.reports.street.grid import GridRow, Square, square_depth, square_text
from dashboard.reports.street.hotspot_words import CLASS_WORDS
from dashboard.reports.street.moving.move_words import looked_at_words, verdict_words
from dashboard.reports.street.moving.moves import Move, Moves
from dashboard.reports.street.moving.tree import Branch
from dashboard.reports.street.moving.tree_table import branches
from dashboard.reports.street.place_context import rate
from dashboard.reports.street.ranking import Spot
from dashboard.reports.street.spans import before_words
from dashboard.reports.words.figures import WITHIN_CHANCE, real_text

MOST_SHOWN = 8  # periods side by side on paper, the newest
MOST_BARS, MOST_PLACES = 12, 40
DEEPEST = 3
MOVED = (("fell", Tone.BETTER), ("rose", Tone.WORSE))  # by more than chance, in the words of the page


def drill_down_sections(report: DrillDown) -> tuple[Section, ...]:
    """What moved the total, then types and places by period."""
    if report.harm_view is not None:
        return harm_view_sections(report, report.harm_view)
    found, grid = framed(report), report.columns
    if grid is None or report.total is None:
        return (found,)
    kinds = [row for row in report.crimes if not row.is_group]
    bars = _bars(kinds, grid)
    first = replace(found, charts=(bars,) if bars else (), tables=tuple(_changes(kinds, grid)))
    every = [*report.crimes, report.total]
    sections = [first, _grid(report, grid, "types", ("Type of incident", "types of incident"), every)]
    if report.places:
        noun, nouns = (place_noun(report.inner_level, many=many) for many in (False, True))
        rows = [*report.places[:MOST_PLACES], report.total]
        sections.append(_grid(report, grid, "places", (sentence(noun), nouns), rows))
    return (*sections, *harm_sections(report, report.harm))


def _grid(report: DrillDown, grid: Columns, key: str, named: tuple[str, str], rows: Sequence[GridRow]) -> Section:
    """A heat table of *rows* by period, *named* by what one row is and what all are."""
    shown = grid.shown[-MOST_SHOWN:]
    labels = tuple(column.period.label for column in shown)
    title = f"{sentence(named[1])} by {grid.by}, {labels[0]} to {labels[-1]}" if labels else sentence(named[1])
    cells = tuple((row.name, tuple(_heat(square, report) for square in row.squares[-MOST_SHOWN:])) for row in rows)
    alt = f"Table of {plural(len(rows), 'row')} by {plural(len(labels), str(grid.by))}; coloured where it moved."
    heat = HeatTable(title=title, alt=alt, corner=named[0], columns=labels, rows=cells, key=MOVED)
    found = framed(report)
    return replace(found, key=f"{report.page}-{key}", title=title, lede="", charts=(heat,), notes=(), data=())


def _heat(square: Square, report: DrillDown) -> HeatCell:
    """Coloured only where chance does not explain the change."""
    text = square_text(square, report.filters.measure)
    depth = square_depth(square)
    if not depth:
        return HeatCell(text, None)
    return HeatCell(text, abs(depth) / DEEPEST, Tone.WORSE if depth > 0 else Tone.BETTER)


def _bars(rows: Iterable[GridRow], grid: Columns) -> BarChart | None:
    """The newest period beside what it is compared with, the most frequent first."""
    known = [row for row in rows if row.squares and row.squares[-1].n]
    ranked = sorted(known, key=lambda row: -(row.squares[-1].n or 0))[:MOST_BARS]
    if not ranked:
        return None
    newest, against = grid.shown[-1].period.label, _against(grid)
    return BarChart(
        title=f"Incidents by type, {newest}",
        alt=f"Bars of {plural(len(ranked), 'type')} of incident in {newest}, the most frequent first.",
        unit="incidents",
        bars=tuple(_bar(row) for row in ranked),
        bar_name=newest,
        mark_name=against,
    )


def _against(grid: Columns) -> str:
    at = grid.shown[-1].against
    return grid.every[at].period.label if at is not None else ""


def _bar(row: GridRow) -> Bar:
    square = row.squares[-1]
    before, now = counted(square.before), counted(square.n)
    tone = Tone.OWN
    if square.real and square.n is not None and square.before is not None:
        tone = Tone.WORSE if square.n > square.before else Tone.BETTER
    mark = None if square.before is None else float(square.before)
    return Bar(row.name, float(square.n or 0), now.text, mark, "" if mark is None else before.text, tone)


def _changes(rows: Iterable[GridRow], grid: Columns) -> Iterable[PaperTable]:
    """Each type in the newest period beside what it is compared with."""
    known = [row for row in rows if row.squares and row.squares[-1].n is not None]
    if not known:
        return
    newest, against = grid.shown[-1].period.label, _against(grid) or "Before"
    heads = columns("Type of incident", newest, against, "Change", "More than chance", words=("More than chance",))
    ranked = sorted(known, key=lambda row: -(row.squares[-1].n or 0))
    yield table(("types", f"Types of incident, {newest}"), heads, map(_change, ranked))


def _change(row: GridRow) -> Cells:
    square = row.squares[-1]
    change = show(square.change, 1, percent=True, signed=True) if square.change is not None else ""
    moved = PaperCell(change or "–", square.change)
    return said(row.name), counted(square.n), counted(square.before), moved, said(real_text(square.real, square.moved))


def hotspot_sections(report: Hotspots) -> tuple[Section, ...]:
    """The ranking beside its map."""
    found = framed(report)
    if not report.spots:
        return (found,)
    drawn = hotspot_map(report)
    headline = Headline(f"{report.total:,}", f"incidents in {plural(report.everyone, 'place')}")
    charts = (drawn,) if drawn else ()
    tables = (*_moves(report.moves), *_where(report)) if report.moves else (_ranking(report),)
    return (replace(found, headline=headline, charts=charts, tables=tables),)


def _moves(found: Moves) -> Iterable[PaperTable]:
    """What rose and what fell most, with what stands out among all."""
    for key, title, items, side in (("rises", "Rose most", found.rises, 1), ("falls", "Fell most", found.falls, -1)):
        if items:
            every = sum(item.moved * side > 0 for item in found.every)
            heads = columns("Place", "Before", "Now", "Change", "Among so many", words=("Among so many",))
            yield table((key, title), heads, map(_move, items), every)


def _move(item: Move) -> Cells:
    out = "stands out" if item.stands_out else WITHIN_CHANCE
    moved = PaperCell(f"{item.moved:+,}".replace("-", "−"), Decimal(item.moved))
    return said(item.spot.place.known_as), counted(item.spot.before), counted(item.spot.now), moved, said(out)


def _where(report: Hotspots) -> Iterable[PaperTable]:
    """The change by type and by place, what lies in another moved in under it."""
    found = report.tree
    every = (("types", "By type, then place", found.types), ("places", "By place", found.places)) if found else ()
    for key, title, parts in every:
        if parts and parts.shown:
            names = (sentence(parts.noun[0]), "Before", "Now", "Change", "Among so many")
            looked_at = looked_at_words(parts.outstanding, parts.looked_at, parts.noun).removesuffix(".")
            named = (f"where-{key}", f"{title}: {looked_at[0].lower()}{looked_at[1:]}")
            rows = [_branch(depth, item) for depth, item, _ in branches(parts)]
            yield table(named, columns(*names, words=names[-1:]), rows)


def _branch(depth: int, item: Branch) -> Cells:
    moved = PaperCell(f"{item.moved:+,}".replace("-", "−"), Decimal(item.moved))
    verdict = said(verdict_words(item.moved, item.tested, item.whole))
    return PaperCell("\u2003" * depth + item.name), counted(item.before), counted(item.now), moved, verdict


def _ranking(report: Hotspots) -> PaperTable:
    before = sentence(before_words(report.span, report.against)) if report.span and report.against else "Before"
    heads = columns("Place", "Incidents", before, "Share", "Per 1,000", "Class", words=("Class",))
    rows = (_spot(item) for item in report.spots[:MOST_LISTED])
    return table(("hotspots", "Places, most incidents first"), heads, rows, len(report.spots))


def _spot(item: Spot) -> Cells:
    return (
        said(f"{item.rank} {item.place.known_as}"),
        counted(item.now),
        counted(item.before),
        PaperCell(show(item.share, 1, percent=True) or "–", item.share),
        counted(rate(item.now, item.place), 1),
        said(CLASS_WORDS[item.kind]),
    )
