"""Knows what every deck of slides holds to, whatever papers it is made of."""

from dataclasses import replace
from io import BytesIO

import pytest
from openpyxl import load_workbook
from pptx.parts.chart import ChartPart
from pptx.presentation import Presentation
from pptx.shapes.graphfrm import GraphicFrame

from dashboard.exports.papers.pptx.deck import write
from dashboard.exports.papers.words import printable
from dashboard.reports.packs.charts import BarChart, Chart, HeatCell, IntervalChart, LineChart, Tone
from dashboard.reports.packs.pack import Pack, PaperCell, Section
from tests.exports.papers.pptx.opened import alt_of, every, is_inside, opened, overfull, sizes_of, words_of
from tests.exports.papers.typed_pack import BARS, CHARTS, HEAT, HOSTILE, PACK, SECTION, STANDINGS, TREND, hostile_pack

FILE = write(PACK)
DECK = opened(FILE)
MORE = " with forty characters of further words"


def longer(pack: Pack) -> Pack:
    """The pack with forty characters more wherever words stand."""
    tables = (replace(STANDINGS, title=f"{STANDINGS.title}{MORE}"),)
    section = replace(SECTION, title=f"{SECTION.title}{MORE}", lede=f"{SECTION.lede}{MORE}", tables=tables)
    return replace(pack, title=f"{pack.title}{MORE}", subtitle=f"{pack.subtitle}{MORE}", sections=(section,))


def many_rows(count: int) -> Pack:
    row = [PaperCell(f"Indicator {count}") for count in range(4)]
    rows = tuple((PaperCell(f"Row {at} of many"), *row[1:]) for at in range(count))
    section = replace(SECTION, charts=(), tables=(replace(STANDINGS, rows=rows, of=200),))
    return replace(PACK, sections=(section,))


def charts_of(deck: Presentation) -> list[GraphicFrame]:
    return [
        shape for slide in deck.slides for shape in slide.shapes if isinstance(shape, GraphicFrame) and shape.has_chart
    ]


def workbook_of(shape: GraphicFrame) -> bytes:
    part = shape.chart.part
    assert isinstance(part, ChartPart)
    assert part.chart_workbook.xlsx_part
    return bytes(part.chart_workbook.xlsx_part.blob)


def series_of(chart: Chart) -> list[tuple[float | None, ...]]:
    """The figures of the pack's chart as each format shows them."""
    if isinstance(chart, LineChart):
        lines = (*chart.lines, *([chart.targets] if chart.targets else []))
        return [tuple(mark.number for mark in line.marks) for line in lines]
    if isinstance(chart, BarChart):
        return [tuple(bar.number for bar in chart.bars), tuple(bar.mark for bar in chart.bars)]
    assert isinstance(chart, IntervalChart)
    return [tuple(row.low for row in chart.rows)]


@pytest.mark.parametrize("pack", [PACK, longer(PACK), many_rows(60)], ids=["typed", "longer", "many rows"])
def test_nothing_stands_over_the_edge_of_its_slide_or_runs_out_of_its_place(pack: Pack) -> None:
    deck = opened(write(pack))
    for slide in deck.slides:
        for shape in every(slide.shapes):
            assert is_inside(shape, deck), shape.name
        assert not overfull(slide)


def test_no_placeholder_is_empty_and_no_letter_is_smaller_than_14_points() -> None:
    for slide in DECK.slides:
        assert all(
            item.has_text_frame and item.text_frame.text
            for item in slide.placeholders
            if not item.has_chart and not item.has_table
        )
        assert min(sizes_of(slide), default=1400) >= 1400


def test_every_slide_has_a_title_of_its_own_a_number_and_notes_that_say_where_its_figures_come_from() -> None:
    titles = [slide.shapes.title.text for slide in list(DECK.slides)[1:]]
    assert len(set(titles)) == len(titles)
    assert all(titles)
    assert titles[1] == SECTION.title
    for number, slide in enumerate(list(DECK.slides)[1:], start=2):
        assert slide.shapes[-1].text_frame.text == str(number)
    notes = DECK.slides[2].notes_slide.notes_text_frame.text
    assert "Source: Westshire plan: table 2, row NI 15, printed “335”" in notes
    assert "Note: 3 Counted by the rules of 2009." in notes
    assert "Address: /year-end?partnership=westshire" in notes
    assert "Westshire: 2007/08 310, 2008/09 TBC, 2009/10 288, 2010/11 335" in notes


def test_charts_tables_and_maps_are_shapes_that_can_be_edited_each_with_words_for_who_cannot_see_it() -> None:
    drawn = [shape for slide in DECK.slides for shape in slide.shapes if not shape.has_text_frame]
    assert all(alt_of(shape) for shape in drawn)
    assert not [shape for shape in drawn if shape.shape_type == 13]
    said = {alt_of(shape) for shape in drawn}
    assert {chart.alt for chart in CHARTS} <= said


def test_the_order_that_is_read_begins_with_the_title_and_ends_with_the_number() -> None:
    for slide in list(DECK.slides)[1:]:
        assert slide.shapes[0] == slide.shapes.title
        assert slide.shapes[-1].name == "Slide number"


def test_each_chart_keeps_the_figures_of_the_pack_beside_it_and_in_its_workbook() -> None:
    found = charts_of(DECK)[1:]  # the first is that of the finding
    wanted = [chart for chart in CHARTS if isinstance(chart, LineChart | BarChart | IntervalChart)]
    assert len(found) == len(wanted)
    for shape, chart in zip(found, wanted, strict=True):
        kept = [tuple(series.values) for plot in shape.chart.plots for series in plot.series]
        sheet = load_workbook(BytesIO(workbook_of(shape))).active
        columns = [tuple(cell.value for cell in column)[1:] for column in sheet.iter_cols(min_col=2)]
        assert columns == kept
        assert set(series_of(chart)) <= set(kept)


def test_the_range_of_a_year_in_progress_lies_between_its_low_and_high_and_opens_at_the_last_count() -> None:
    fan = next(shape.chart for shape in charts_of(DECK) if "Counted to June" in alt_of(shape))
    low, width = (tuple(series.values) for series in fan.plots[0].series)
    assert [base + more for base, more in zip(low, width, strict=True)] == [2, 5, 9, 16, 24, 32]
    assert low[2:] == (9, 8, 6, 4)


def test_the_same_papers_twice_are_the_same_bytes() -> None:
    assert write(PACK) == FILE


def test_contents_lead_to_the_slide_of_each_section() -> None:
    slide = DECK.slides[1]
    rows = next(shape.table.rows for shape in slide.shapes if shape.has_table)
    numbers = {row.cells[0].text: row.cells[1].text for row in rows}
    assert numbers[SECTION.title] == "3"
    assert numbers["Exceptions"].strip() == ""
    for title, number in numbers.items():
        if number.strip().isdigit():
            assert DECK.slides[int(number) - 1].shapes.title.text == title
    assert len(slide._element.xpath(".//a:hlinkClick")) == len(PACK.sections)


def test_a_long_table_goes_on_over_slides_with_its_head_on_each_and_every_row_once() -> None:
    deck = opened(write(many_rows(60)))
    tables = [shape.table for slide in deck.slides for shape in slide.shapes if shape.has_table]
    assert len(tables) > 3
    assert all(table.cell(0, 0).text == "Indicator" for table in tables)
    names = [row.cells[0].text for table in tables for row in list(table.rows)[1:]]
    assert names == [f"Row {at} of many" for at in range(60)]
    titles = [slide.shapes.title.text for slide in deck.slides]
    assert f"Where each target stands, continued (2 of {len(tables)})" in titles
    assert "The first 60 of 200 rows; the workbook of these papers holds all of them." in words_of(deck.slides[-1])


def test_statuses_are_told_by_word_shape_and_colour() -> None:
    xml = "".join(slide.part.blob.decode() for slide in DECK.slides)
    assert "▲ Missed: 16.3% above target" in xml
    assert "– Not judged: still to be confirmed" in xml
    assert 'val="A3195B"' in xml


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: ascii(text[:12]))
def test_what_people_type_is_text_that_opens_again(text: str) -> None:
    pack = hostile_pack(text)
    deck = opened(write(pack))
    said = " ".join(words_of(slide) for slide in deck.slides)
    assert not set(said) & {"\x00", "\x07", "\x1b", "\u202e"}
    first = " ".join(printable(text).split())[:6].strip()
    assert first in said
    assert not [problem for slide in deck.slides for problem in overfull(slide)]


def test_words_that_have_no_room_are_cut_and_whole_in_the_notes() -> None:
    words = "many words " * 300
    slide = opened(write(hostile_pack(words))).slides[1]
    assert slide.shapes.title.text.endswith("…")
    assert slide.notes_slide.notes_text_frame.text.count("many words") > 300


def test_a_title_that_is_cut_still_says_that_its_table_goes_on() -> None:
    pack = many_rows(60)
    table = replace(pack.sections[0].tables[0], title="A title of many words " * 20)
    deck = opened(write(replace(pack, sections=(replace(pack.sections[0], tables=(table,)),))))
    titles = [slide.shapes.title.text for slide in deck.slides]
    assert all(", continued (" in title for title in titles[2:])
    assert len(set(titles[1:])) == len(titles) - 1


def test_small_tables_of_a_section_share_a_slide_each_under_its_name() -> None:
    tables = tuple(replace(STANDINGS, key=f"table-{at}", title=f"Table {at}") for at in range(4))
    deck = opened(write(replace(PACK, sections=(replace(SECTION, charts=(), tables=tables),))))
    last = deck.slides[-1]
    assert len(deck.slides) == 3
    assert len([shape for shape in last.shapes if shape.has_table]) == 3
    assert all(f"Table {at}" in words_of(last) for at in (1, 2, 3))


def test_more_bars_than_a_slide_holds_go_on_with_one_scale() -> None:
    bars = replace(BARS, bars=tuple(replace(BARS.bars[0], name=f"Type {at}", number=float(at)) for at in range(30)))
    deck = opened(write(replace(PACK, sections=(replace(SECTION, charts=(bars,), tables=()),))))
    charts = charts_of(deck)
    assert [len(shape.chart.plots[0].categories) for shape in charts] == [10, 10, 10]
    assert len({shape.chart.value_axis.maximum_scale for shape in charts}) == 1


def test_findings_that_stand_on_words_alone_are_words_in_the_place_for_them() -> None:
    section = replace(SECTION, headline=None, charts=(), tables=())
    slide = opened(write(replace(PACK, sections=(section,)))).slides[-1]
    [body] = [item for item in slide.placeholders if item.placeholder_format.idx == 1]
    assert body.text_frame.paragraphs[0].text == SECTION.lede


def test_a_heat_table_says_by_a_sign_what_its_colours_say() -> None:
    cells = (HeatCell("3", None), HeatCell("9", 0.4, Tone.WORSE), HeatCell("2", 0.9, Tone.BETTER))
    key = (("rose by more than chance", Tone.WORSE), ("fell", Tone.BETTER))
    heat = replace(HEAT, rows=(("Friday", cells),), key=key)
    slide = opened(write(replace(PACK, sections=(replace(SECTION, charts=(heat,), tables=()),)))).slides[-1]
    [table] = [shape.table for shape in slide.shapes if shape.has_table]
    assert [cell.text for cell in table.rows[1].cells] == ["Friday", "3", "▲ 9", "▼ 2"]
    assert "▲ rose by more than chance" in words_of(slide)


def test_a_small_table_stands_under_the_one_chart_of_its_section() -> None:
    deck = opened(write(replace(PACK, sections=(replace(SECTION, headline=None),))))
    assert [shape.name for shape in deck.slides[-1].shapes if shape.has_chart or shape.has_table] == [
        TREND.title,
        STANDINGS.title,
    ]
    assert len(deck.slides) == 2


def test_a_section_of_which_the_cover_says_everything_has_no_empty_slide() -> None:
    bare = Section(key="bare", title=PACK.title)
    assert len(opened(write(replace(PACK, sections=(bare, SECTION)))).slides) == 3


def test_an_item_without_anything_to_show_says_so_and_a_number_alone_has_the_whole_slide() -> None:
    bare = Section(key="bare", title="Apologies")
    alone = replace(SECTION, key="alone", charts=(), tables=())
    first, second = list(opened(write(replace(PACK, sections=(bare, alone)))).slides)[1:]
    assert "Nothing is shown with this item." in words_of(first)
    number = next(shape for shape in second.shapes if shape.has_text_frame and shape.text_frame.text.startswith("335"))
    assert number.width == second.shapes.title.width
