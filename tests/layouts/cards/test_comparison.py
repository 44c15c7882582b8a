"""Proves the card of the comparison: what is drawn, in which shapes, and a table whose columns can be filled."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine

from dashboard.domain.filters import Filters
from dashboard.domain.periods.period import from_slug
from dashboard.domain.statistics.comparison import Against
from dashboard.domain.statistics.funnel import Funnel, FunnelPlace, funnel
from dashboard.domain.targets.status import Polarity
from dashboard.reports.desk import Desk
from dashboard.reports.pages.hotspot_file import hotspots_file
from dashboard.reports.pages.hotspots import hotspots
from dashboard.reports.pages.indicator import indicator_file
from layouts.cards.comparison import HIDDEN, comparison_table, filled
from layouts.cards.street import funnel as hotspot_funnel
from layouts.figures.funnel import SHAPES, FunnelDot, funnel_svg, scrolling_funnel, ticks
from layouts.figures.intervals import Whisker, interval_figure
from layouts.pages import hotspots as hotspots_page
from tests.engines import published_engine
from tests.layouts.checked import checked
from tests.layouts.regions import read_region
from tests.layouts.trees import components, named, text_of
from tests.reports.compared import GROUPS, HEADING, compared, figures, load, people

VIEW = Filters("testshire", from_slug("2024-25"))


@pytest.fixture
def engine(sqlite_url: str) -> Iterator[Engine]:
    with published_engine(sqlite_url) as engine:
        yield engine


@pytest.fixture
def drawn() -> Funnel:
    found = funnel([100] * 10 + [30, 190], [20_000] * 12)
    assert isinstance(found, Funnel)
    return found


@pytest.mark.parametrize(
    ("polarity", "colours"),
    [
        (Polarity.LOWER, ("#a3195b", "#0f6e5c")),
        (Polarity.HIGHER, ("#0f6e5c", "#a3195b")),
        (Polarity.NEUTRAL, ("#8a5200", "#8a5200")),
    ],
)
def test_points_outside_the_limits_differ_in_shape_and_colour_and_are_named(
    drawn: Funnel, polarity: Polarity, colours: tuple[str, str]
) -> None:
    dots = [
        FunnelDot("High", 20_000, 9.5, FunnelPlace.ABOVE_998),
        FunnelDot("Low", 30_000, 1.5, FunnelPlace.BELOW_998),
        FunnelDot("Own", 25_000, 5.0, FunnelPlace.WITHIN, own=True),
        FunnelDot("Other", 25_000, 5.1, FunnelPlace.WITHIN),
    ]
    tree = read_region(str(funnel_svg(drawn, dots, polarity)))
    marks = [item["props"] for item in named(tree, "Path") if "transform" in item["props"]]
    shapes = ("triangle-up", "triangle-down", "circle", "circle")
    assert [item["d"] for item in marks] == [SHAPES[shape] for shape in shapes]
    assert tuple(item["fill"] for item in marks[:2]) == colours
    names = [text_of(item) for item in named(tree, "Text")]
    assert names[-3:] == ["Own", "High", "Low"]
    edges = sorted(name for name in names if name == "all" or name.endswith("%"))
    assert edges == ["95%", "95%", "99.8%", "99.8%", "all"]


def test_the_name_of_the_own_area_covers_no_other_point(drawn: Funnel) -> None:
    own = FunnelDot("Stafford", 25_000, 5.0, FunnelPlace.WITHIN, own=True)
    beside = [FunnelDot(f"Other {at}", 25_000 + 600 * at, 4.8, FunnelPlace.WITHIN) for at in range(1, 4)]
    ends = [FunnelDot("Small", 20_000, 5.0, FunnelPlace.WITHIN), FunnelDot("Large", 31_000, 5.0, FunnelPlace.WITHIN)]
    alone, crowded = (
        named(read_region(str(funnel_svg(drawn, dots, Polarity.LOWER))), "Text")[-1]["props"]
        for dots in ([own, *ends], [own, *beside, *ends])
    )
    assert alone["x"] == crowded["x"]
    assert float(crowded["y"]) < float(alone["y"])  # over them, not on them


def test_a_funnel_is_read_off_from_the_smallest_area_to_the_largest(drawn: Funnel) -> None:
    dots = [
        FunnelDot("Low", 30_000, 1.5, FunnelPlace.BELOW_998),
        FunnelDot("High", 20_000, 9.5, FunnelPlace.ABOVE_998),
    ]
    tree = read_region(str(scrolling_funnel(drawn, dots, Polarity.LOWER)))
    [points] = [item["props"]["data-points"] for item in components(tree) if "data-points" in item["props"]]
    first, second = points.split("\n")
    assert first.split(" ", 2)[2] == "High: 9.5 per 1,000, 20,000 people, above the 99.8% limit"
    assert second.split(" ", 2)[2] == "Low: 1.5 per 1,000, 30,000 people, below the 99.8% limit"
    assert int(first.split()[0]) < int(second.split()[0]) < 1000
    assert int(first.split()[1]) < int(second.split()[1]) < 1000


def test_areas_of_one_size_still_have_a_funnel(drawn: Funnel) -> None:
    alike = [FunnelDot("A", 20_000, 5.0, FunnelPlace.WITHIN)] * 2
    names = [text_of(item) for item in named(read_region(str(funnel_svg(drawn, alike, Polarity.LOWER))), "Text")]
    assert {"18,000", "20,000", "22,000"} <= set(names)


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [
        (0, 10, [0, 2, 4, 6, 8, 10]),
        (0, 0.7, [0, 0.2, 0.4, 0.6]),
        (1_100, 2_230, [1_200, 1_400, 1_600, 1_800, 2_000, 2_200]),
    ],
)
def test_ticks_are_round_numbers_inside_the_range(low: float, high: float, expected: list[float]) -> None:
    assert ticks(low, high) == pytest.approx(expected)


def test_ranked_rates_stand_from_the_top_with_long_names_cut() -> None:
    long = "A district with an exceedingly long name"
    whiskers = [
        Whisker(long, 6.0, 5.5, 6.5, Against.HIGHER, own=True),
        Whisker("Middle", 5.0, 4.0, 6.0, Against.SIMILAR),
        Whisker("Last", 3.0, 2.5, 3.5, Against.LOWER),
    ]
    figure = checked(interval_figure(whiskers, 5.0, Polarity.NEUTRAL))
    (dots,) = figure.data
    assert list(dots.y) == [2, 1, 0]
    assert figure.layout.yaxis.ticktext[0] == "<b>A district with an exceed…</b>"
    assert tuple(dots.marker.color) == ("#8a5200", "#12436d", "#8a5200")
    assert list(dots.error_x.arrayminus) == pytest.approx([0.5, 1.0, 0.5])
    assert checked(interval_figure(whiskers, 5.0, Polarity.LOWER)).data[0].marker.color[0] == "#a3195b"


def test_nothing_to_compare_hides_the_card() -> None:
    words, table, hidden, _, _, box, ranking = filled(None, VIEW)
    assert (words, table, box, ranking, hidden) == ("", "", HIDDEN, HIDDEN, True)


def points(plot: str) -> int:
    return len(re.findall(r"^.*people, .* limit", plot, re.MULTILINE))


def test_twelve_areas_fill_both_charts_and_an_open_table(engine: Engine, tmp_path: Path) -> None:
    load(engine, tmp_path, figures=HEADING + figures([100] * 11 + [190]), people=people(*[20_000] * 12))
    words, table, hidden, plot, ranking, box, style = filled(compared(engine), VIEW)
    assert (box, style, hidden) == ({}, {}, False)
    assert "height:374px" in ranking
    assert "Area L above" in words
    assert points(plot) == ranking.count('h0"') + ranking.count('class="sign"') == 12
    head = [text_of(item) for item in named(read_region(table), "Th") if item["props"]["scope"] == "col"]
    assert head == ["Area", "Figure", "Per 1,000", "95% interval", "Against all", "Funnel", "Share"]
    assert named(read_region(table), "Details")[0]["props"].get("open") is not None


def test_what_has_no_figure_or_no_rate_says_so_and_similar_areas_are_marked(engine: Engine, tmp_path: Path) -> None:
    group = "most similar group,2024-04-01,E07990000,E07990003,\n"
    rows = figures([100, 50, "[c]"])
    load(engine, tmp_path, figures=HEADING + rows, people=people(20_000, 20_000), groups=GROUPS + group)
    load(engine, tmp_path, "Othershire", others=HEADING + figures([300], first=3))
    table = comparison_table(compared(engine, "partnership=testshire&area=area-a"), VIEW)
    texts = [text_of(row) for row in named(read_region(table), "Tr")]
    assert any("Area C" in text and "suppressed" in text for text in texts)
    assert any("Area D similar area" in text for text in texts)
    links = {text_of(item): item["props"]["href"] for item in named(read_region(table), "A")}
    assert links["Area D"] == "/indicator?partnership=othershire&area=area-d&period=2024-25"
    assert "Area A" not in links
    assert links["Area B"].startswith("/indicator?partnership=testshire&area=area-b")


def test_published_counts_without_populations_draw_no_chart(desk: Desk) -> None:
    report = desk.show(indicator_file, "partnership=south-staffordshire&indicator=asb")
    words, table, hidden, _, _, box, ranking = filled(report.comparison, report.filters)
    assert (box, ranking, hidden) == (HIDDEN, HIDDEN, False)
    assert "Locality 3 has the largest share" in words
    assert "within chance, against the total" in text_of(read_region(table))


def test_the_neighbourhoods_of_a_county_get_a_funnel_and_a_download(desk: Desk) -> None:
    query = "partnership=sampleshire&crime=burglary&period=2025-26"
    report = desk.show(hotspots, query, shows_street_places=True)
    assert report.funnel is not None
    words, hidden = hotspot_funnel.filled(report.funnel, report.view)
    assert (points(words), hidden) == (60, False)
    assert "of the 60 neighbourhoods" in words
    tables = desk.show(hotspots_file, query, shows_street_places=True).tables
    (table,) = (item for item in tables if item.name == "funnel")
    assert [row["per_1000"] for row in table.rows] == sorted((row["per_1000"] for row in table.rows), reverse=True)  # type: ignore[type-var]
    assert {str(row["funnel"]) for row in table.rows} <= {str(place) for place in FunnelPlace}


def test_one_neighbourhood_has_no_funnel(desk: Desk) -> None:
    report = desk.show(hotspots, "partnership=sampleshire&area=X01000001", shows_street_places=True)
    assert report.funnel is None
    assert hotspot_funnel.filled(report.funnel, report.view) == ("", True)


def test_the_funnel_names_neighbourhoods_as_the_list_does_and_leads_there(desk: Desk) -> None:
    report = desk.show(hotspots, "partnership=sampleshire&period=2026-27-Q2", shows_street_places=True)
    words, _ = hotspot_funnel.filled(report.funnel, report.view)
    listed, outside = (
        {item["props"]["href"]: text_of(item) for item in named(read_region(markup), "A")}
        for markup in (hotspots_page.body(report), words)
    )
    shared = listed.keys() & outside.keys()
    assert shared
    assert {listed[href] for href in shared} == {outside[href] for href in shared}
