"""Whatever page of whatever partnership: its papers are whole, their keys their own, their charts as long as said."""

import re
from collections.abc import Iterator

import pytest

from dashboard.domain.wording import number_word, plural
from dashboard.pages import OFFERED
from dashboard.reports.desk import Desk
from dashboard.reports.packs.brand import Brand
from dashboard.reports.packs.charts import AreaMap, BarChart, Chart, HeatTable, IntervalChart, LineChart
from dashboard.reports.packs.pack import Pack, PaperTable, Section
from dashboard.reports.packs.view import Made, pack_of_view

PARTNERSHIPS = ("warwickshire", "staffordshire", "south-staffordshire", "shropshire", "derby", "sampleshire")
MADE = Made("Somewhere", "30 November 2026", "ab12cd3", Brand())


def packs(desk: Desk, page: str) -> Iterator[Pack]:
    for partnership in PARTNERSHIPS:
        filters = desk.nearest(f"partnership={partnership}", shows_street_places=page in OFFERED.shows_street_places)[0]
        yield pack_of_view(desk.report(OFFERED.builders[page], filters), MADE, "outturn")


@pytest.mark.parametrize("page", OFFERED.builders)
def test_papers_of_every_view_are_whole(desk: Desk, page: str) -> None:
    for pack in packs(desk, page):
        keys = [section.key for section in pack.sections]
        assert len(keys) == len(set(keys))
        for section in pack.sections:
            assert section.title
            assert section.address.startswith("/")
            faults = [fault for table in section.tables for fault in faults_of(table)]
            assert not faults, (pack.address, section.key, faults)
            assert all(chart.alt and chart.title for chart in section.charts)
            assert all(map(is_even, section.charts)), section.key


def faults_of(table: PaperTable) -> Iterator[str]:
    """Cells that are empty, rows of another length, more rows than are said."""
    for row in table.rows:
        if len(row) != len(table.columns):
            yield f"{table.key}: {plural(len(row), 'cell')} under {plural(len(table.columns), 'column')}"
        yield from (f"{table.key}: an empty cell in {row[0].text}" for cell in row if not cell.text.strip())
    if len(table.rows) > table.of or not table.rows:
        yield f"{table.key}: {len(table.rows)} of {table.of} rows"


def is_even(chart: Chart) -> bool:
    """Whether everything in a chart is as long as its labels, or has something to draw."""
    if isinstance(chart, LineChart):
        lines = [*chart.lines, *([chart.targets] if chart.targets else [])]
        bands = (chart.band.low, chart.band.high) if chart.band else ()
        return all(len(line.marks) == len(chart.labels) for line in lines) and all(
            len(side) == len(chart.labels) for side in bands
        )
    if isinstance(chart, HeatTable):
        return bool(chart.rows) and all(len(cells) == len(chart.columns) for _, cells in chart.rows)
    if isinstance(chart, AreaMap):
        return all(0 <= area.shade <= len(chart.shades) - 1 for area in chart.areas)
    return bool(chart.bars if isinstance(chart, BarChart) else chart.rows)


def sections(desk: Desk, page: str, query: str) -> dict[str, Section]:
    filters = desk.filters(query, shows_street_places=page in OFFERED.shows_street_places)
    return {item.key: item for item in pack_of_view(desk.report(OFFERED.builders[page], filters), MADE, "x").sections}


def test_a_year_in_progress_is_drawn_with_its_range_up_to_its_end(desk: Desk) -> None:
    found = sections(desk, "indicator", "partnership=sampleshire&indicator=vehicle-crime&period=2026-27")
    [chart] = found["indicator-outlook"].charts
    assert isinstance(chart, LineChart)
    assert chart.band is not None
    assert (chart.band.low[0], chart.is_signed) == (None, True)
    assert chart.band.low[-1] is not None
    counted = next(line for line in chart.lines if line.name == "Counted")
    assert counted.marks[0].number is not None
    assert counted.marks[-1].number is None
    assert [level.text for level in chart.levels] == ["950"]
    [table] = found["indicator-outlook"].tables
    assert table.rows[-1][3].text == "950"


def test_areas_are_ranked_with_the_words_of_their_card(desk: Desk) -> None:
    found = sections(desk, "indicator", "partnership=sampleshire&indicator=vehicle-crime&period=2025-26")
    [chart] = found["indicator-compared"].charts
    assert isinstance(chart, IntervalChart)
    assert len(chart.rows) == len(found["indicator-compared"].tables[0].rows)
    assert all(row.low <= row.number <= row.high for row in chart.rows)
    assert all(row.text.endswith(("higher", "lower", "similar")) for row in chart.rows)


def test_streets_show_bars_beside_the_year_before_and_colour_only_beyond_chance(desk: Desk) -> None:
    found = sections(desk, "drill-down", "partnership=sampleshire")
    [bars] = found["drill-down"].charts
    assert isinstance(bars, BarChart)
    counts = [bar.number or 0 for bar in bars.bars]
    assert counts == sorted(counts, reverse=True)
    assert any(bar.mark is not None for bar in bars.bars)
    [heat] = found["drill-down-types"].charts
    assert isinstance(heat, HeatTable)
    assert any(cell.share is None for _, cells in heat.rows for cell in cells)
    assert heat.rows[-1][0] == "All incidents"


def test_hotspots_show_their_map_with_what_each_shade_says(desk: Desk) -> None:
    [section] = sections(desk, "hotspots", "partnership=sampleshire").values()
    [drawn] = section.charts
    assert isinstance(drawn, AreaMap)
    assert {area.shade for area in drawn.areas} <= set(range(len(drawn.shades)))
    assert all(len(ring) > 3 for area in drawn.areas for ring in area.rings)
    assert section.tables[0].rows[0][0].text.startswith("1 ")


def test_a_plan_says_first_what_has_to_be_looked_at(desk: Desk) -> None:
    found = sections(desk, "plan", "partnership=sampleshire")
    assert list(found)[:3] == ["plan", "plan-actions", "plan-risks"]
    [first] = found["plan"].tables
    assert first.key == "exceptions"
    assert all(row[1].status is not None for row in first.rows)


def test_places_by_change_say_how_many_rose_and_fell(desk: Desk) -> None:
    for query in ("partnership=sampleshire&measure=change", "partnership=sampleshire&area=tarrowfold&measure=change"):
        filters = desk.filters(query, shows_street_places=True)
        report = desk.report(OFFERED.builders["hotspots"], filters)
        changes = [int(str(row["change"])) for row in report.tables[0].rows]
        rose, fell = (sum(number * side > 0 for number in changes) for side in (1, -1))
        [section] = pack_of_view(report, MADE, "x").sections
        assert [(table.key, table.of) for table in section.tables[:2]] == [("rises", rose), ("falls", fell)]
        assert [table.key for table in section.tables[2:]] == ["where-types", "where-places"]
        inner = [row for table in section.tables[2:] for row in table.rows if row[0].text.startswith("\u2003")]
        assert inner or filters.area, "what lies in another is moved in"
        assert f"{number_word(rose)} rose and {number_word(fell)} fell" in section.lede
        assert " in 1. " not in section.charts[0].alt


def test_a_range_is_said_to_hold_only_where_it_did(desk: Desk) -> None:
    for slug, kept in (("vehicle-crime", True), ("anti-social-behaviour", False)):
        found = sections(desk, "indicator", f"partnership=sampleshire&indicator={slug}&period=2026-27")
        section = found["indicator-outlook"]
        [chart] = section.charts
        assert isinstance(chart, LineChart)
        assert chart.band is not None
        said = ("Four times in five" in section.lede, "four times in five" in chart.alt, chart.band.name[0] == "F")
        assert said == (kept, kept, kept)


def test_titles_of_compared_areas_keep_names_and_whole_words(desk: Desk) -> None:
    for slug, begins in (("robbery", "no area’s"), ("anti-social-behaviour", "Tarrowfold and")):
        found = sections(desk, "indicator", f"partnership=sampleshire&indicator={slug}&period=2025-26")
        section = found["indicator-compared"]
        assert section.title.partition(": ")[2].startswith(begins)
        cut = section.title.endswith("…")
        assert section.lede.endswith("by more than chance.") is cut
        assert not cut or f"{section.title.partition(': ')[2][:-1]} " in re.sub(r" \([^()]*\)", "", section.lede)


def test_figures_by_category_are_not_said_to_be_watched_by_a_committee(desk: Desk) -> None:
    named = sections(desk, "scrutiny", "partnership=sampleshire")
    assert named["scrutiny-1"].title == "All figures by category"
    watched = sections(desk, "scrutiny", "partnership=warwickshire")
    assert watched["scrutiny-1"].title == "County scrutiny: what it watches"
