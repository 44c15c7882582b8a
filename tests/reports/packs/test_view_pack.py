"""The papers of a view say what its page says: its finding, its number, its line, its figures."""

import pytest

from dashboard.domain.targets.status import Status
from dashboard.pages import OFFERED
from dashboard.reports.desk import Desk
from dashboard.reports.packs.brand import Brand
from dashboard.reports.packs.charts import LineChart, Tone
from dashboard.reports.packs.pack import Pack
from dashboard.reports.packs.view import Made, pack_of_view

WARWICKSHIRE = "partnership=warwickshire&period=2010-11"
MADE = Made("Warwickshire", "30 November 2026", "ab12cd3", Brand())


def pack(desk: Desk, page: str, query: str) -> Pack:
    report = desk.report(OFFERED.builders[page], desk.filters(query))
    return pack_of_view(report, MADE, "outturn-test")


def test_an_indicators_papers_hold_its_number_its_status_and_its_line(desk: Desk) -> None:
    found = pack(desk, "indicator", f"{WARWICKSHIRE}&indicator=ni-15")
    [section] = found.sections
    assert section.headline is not None
    assert (section.headline.number, section.headline.status) == ("335", Status.MISSED)
    [chart] = section.charts
    assert isinstance(chart, LineChart)
    [line] = chart.lines
    assert (line.marks[line.last].number, line.marks[line.last].text) == (335.0, "335")
    assert chart.targets is not None
    assert chart.targets.tone is Tone.TARGET
    assert "2010/11" in chart.labels


def test_standings_keep_the_order_the_marks_and_the_reasons_of_the_page(desk: Desk) -> None:
    [section] = pack(desk, "overview", WARWICKSHIRE).sections
    assert section.headline is not None
    assert section.headline.number == "1 of 3"
    table, measured = section.tables
    statuses = [row[-1].status for row in table.rows]
    assert statuses == [Status.MISSED, *[Status.NOT_JUDGED] * 3, Status.MET, Status.MET]
    assert len(measured.rows) == 14
    reoffending = next(row for row in table.rows if row[0].text.startswith("NI 30"))
    assert (reoffending[2].text, reoffending[2].number) == ("TBC", None)


@pytest.mark.parametrize("page", OFFERED.builders)
def test_the_papers_of_every_page_hold_its_tables_and_no_empty_cell(desk: Desk, page: str) -> None:
    found = pack(desk, page, WARWICKSHIRE)
    report = desk.report(OFFERED.builders[page], desk.filters(WARWICKSHIRE))
    assert found.title == report.title
    assert {table.name for _, table in found.data} == {table.name for table in report.tables}
    cells = [cell for section in found.sections for table in section.tables for row in table.rows for cell in row]
    assert all(cell.text for cell in cells)


def test_a_source_that_is_blank_in_print_is_said_to_be_blank(desk: Desk) -> None:
    sources = [text for item in pack(desk, "year-end", "partnership=staffordshire").sections for text in item.sources]
    assert any(text.endswith(", left blank") for text in sources)
    assert not any("printed “”" in text for text in sources)
