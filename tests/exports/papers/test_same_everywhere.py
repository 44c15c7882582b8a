"""Each section says the same in every format: finding, number, statuses, every cell with its marks, notes."""

import io
import re
from collections.abc import Callable, Iterator
from functools import cache
from html import escape, unescape

import pytest
from openpyxl import load_workbook
from pptx import Presentation

from dashboard.domain.palette import STATUS_SHAPES
from dashboard.exports.papers.formats import FORMATS
from dashboard.pages import OFFERED
from dashboard.reports.desk import Desk
from dashboard.reports.packs.brand import Brand
from dashboard.reports.packs.pack import Pack, PaperCell, Section
from dashboard.reports.packs.view import Made, pack_of_view
from tests.exports.papers.pdf.reading import opened, text_of
from tests.exports.papers.typed_pack import PACK

UNSEEN = re.compile(r"[\s\u00ad\u200b\u00a0\u202f\u2009]+")
VIEWS = (
    "year-end?partnership=warwickshire&period=2010-11",
    "indicator?partnership=sampleshire&indicator=vehicle-crime",
    "plan?partnership=south-staffordshire",
    "trends?partnership=shropshire",
)


def squeezed(text: str) -> str:
    """*text* as it is compared: without what only breaks or spaces it."""
    return UNSEEN.sub("", text)


def html_text(body: bytes) -> str:
    page = re.sub(r"<(script|style).*?</\1>", "", body.decode(), flags=re.DOTALL)
    return unescape(re.sub(r"<[^>]+>", " ", page))


def xlsx_text(body: bytes) -> str:
    book = load_workbook(io.BytesIO(body))
    return "\n".join(
        " ".join(_read(cell) for cell in row if cell is not None)
        for sheet in book
        for row in sheet.iter_rows(values_only=True)
    )


def _read(cell: object) -> str:
    return f"{cell:,}" if isinstance(cell, (int, float)) and not isinstance(cell, bool) else str(cell)


def pptx_text(body: bytes) -> str:
    return "\n".join(text for slide in Presentation(io.BytesIO(body)).slides for text in _of_slide(slide))


def _of_slide(slide: object) -> Iterator[str]:
    for shape in slide.shapes:  # type: ignore[attr-defined]
        if shape.has_text_frame:
            yield shape.text_frame.text
        if shape.has_table:
            yield from (cell.text for row in shape.table.rows for cell in row.cells)
    if slide.has_notes_slide:  # type: ignore[attr-defined]
        yield slide.notes_slide.notes_text_frame.text  # type: ignore[attr-defined]


def pdf_text(body: bytes) -> str:
    return text_of(opened(body))


READ: dict[str, Callable[[bytes], str]] = {"html": html_text, "xlsx": xlsx_text, "pptx": pptx_text, "pdf": pdf_text}


def said(section: Section) -> Iterator[str]:
    """Everything of a section that has to be read in each format."""
    yield from (section.title, *section.notes)
    if section.headline:
        yield from (section.headline.number, section.headline.status_words)
        yield from (words for fact in section.headline.facts for words in fact)
    for table in section.tables:
        yield from (column.heading for column in table.columns)
        yield from (cell.text for row in table.rows for cell in row)


def marked(section: Section) -> Iterator[PaperCell]:
    return (cell for table in section.tables for row in table.rows for cell in row if cell.markers or cell.status)


@cache
def written(form: str) -> str:
    return squeezed(READ[form](FORMATS[form].write(PACK)))


def missing(pack: Pack, text: str) -> list[str]:
    words = dict.fromkeys(words for section in pack.sections for words in said(section) if words)
    return [item for item in words if squeezed(item) not in text]


def test_every_format_of_papers_is_read_here() -> None:
    assert set(READ) == set(FORMATS) - {"datapackage"}  # tables alone, each as its own download


@pytest.mark.parametrize("form", READ)
def test_a_pack_with_one_of_everything_says_the_same_in_every_format(form: str) -> None:
    assert missing(PACK, written(form)) == []


@pytest.mark.parametrize("form", READ)
def test_marks_and_the_shapes_of_statuses_stand_in_every_format(form: str) -> None:
    for section in PACK.sections:
        for cell in marked(section):
            assert all(mark in written(form) for mark in cell.markers)
            if cell.status and form in ("pptx", "pdf"):  # in html it is drawn; in xlsx it is its word, to be sorted by
                assert STATUS_SHAPES[cell.status] in written(form)


def test_the_page_draws_the_shape_of_a_status_before_its_words() -> None:
    page = FORMATS["html"].write(PACK).decode()
    cells = [cell for section in PACK.sections for cell in marked(section) if cell.status]
    assert cells
    for cell in cells:
        look = str(cell.status).replace(" ", "-")
        assert re.search(rf'<span class="tag {look}"><svg class="shape".*?</svg>{re.escape(escape(cell.text))}', page)


@pytest.mark.parametrize("view", VIEWS)
def test_real_views_say_the_same_in_every_format(desk: Desk, view: str) -> None:
    page, _, query = view.partition("?")
    report = desk.report(OFFERED.builders[page], desk.filters(query))
    pack = pack_of_view(report, Made("Somewhere", "30 November 2026", "ab12cd3", Brand()), "outturn")
    lost = {form: missing(pack, squeezed(read(FORMATS[form].write(pack)))) for form, read in READ.items()}
    assert lost == {form: [] for form in READ}
