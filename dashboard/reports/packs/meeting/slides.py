"""Knows a screen that a meeting saw as a section of its papers: nothing is worked out again."""

from collections.abc import Sequence
from decimal import Decimal, InvalidOperation

from dashboard.domain.snapshots.slides import Listing, Measured, Slide
from dashboard.domain.targets.status import Status
from dashboard.domain.wording import sentence
from dashboard.reports.packs.drawn.lines import line_chart
from dashboard.reports.packs.pack import Headline, PaperCell, PaperColumn, PaperTable, Section
from dashboard.reports.packs.tabled import NOTHING, Cells, columns, said, table


def slide_section(key: str, part: str, slide: Slide) -> Section:
    """The finding of *slide* with its number, its line, its rows and its sources."""
    return Section(
        key=key,
        part=part,
        title=slide.title,
        place=sentence(slide.place),
        lede=slide.lede,
        headline=_headline(slide),
        charts=(line_chart(slide.diagram),) if slide.diagram and slide.diagram.strokes else (),
        tables=tuple(listing_table(key, slide.listing) for _ in (1,) if slide.listing and slide.listing.rows),
        notes=slide.notes,
        sources=slide.sources,
        address=slide.address,
    )


def _headline(slide: Slide) -> Headline | None:
    if not slide.number:
        return None
    return Headline(slide.number, slide.unit, _status(slide.status), slide.status_words, slide.facts)


def _status(words: str) -> Status | None:
    return Status(words) if words in {str(status) for status in Status} else None


def listing_table(key: str, listing: Listing) -> PaperTable:
    """The rows of a screen; the last cell of a row that is judged carries its status."""
    heads = [PaperColumn(words, at in listing.numbers) for at, words in enumerate(listing.headings)]
    rows = (
        [said(text, _status(row.status) if at == len(row.cells) - 1 else None) for at, text in enumerate(row.cells)]
        for row in listing.rows
    )
    return table((f"{key}-rows", listing.title or "What stands behind it"), heads, rows, listing.of)


def measures_table(items: Sequence[Measured]) -> PaperTable:
    """Every figure as the meeting saw it."""
    words = ("Period", "Change", "Status")
    heads = columns("Indicator", "Period", "Target", "Actual", "Change", "Status", words=words)
    return table(("measures", "Every figure of the view"), heads, map(_measure, items))


def _measure(item: Measured) -> Cells:
    return (
        said(f"{item.code} {item.name}"),
        said(item.period_label),
        _figure(item.target_text, item.target),
        _figure(item.text, item.number),
        said(item.change),
        said(item.status_words or item.status, _status(item.status)),
    )


def _figure(text: str, number: str) -> PaperCell:
    try:
        return PaperCell(text or NOTHING, Decimal(number) if number else None)
    except InvalidOperation:
        return PaperCell(text or NOTHING)
