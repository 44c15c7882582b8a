"""Charts: only what the vendored bundle can draw, labels apart and in order, lines broken at what is missing."""

import math
import re
from pathlib import Path

import pandas as pd
import plotly.graph_objects as go
import pytest
from dash import Dash
from flask.testing import FlaskClient
from plotly.offline import get_plotlyjs_version

from dashboard.domain.targets.status import Status
from dashboard.pages import PAGES
from dashboard.places import assets_folder
from layouts.figures.gap import LONGEST_LINE, MOST_BARS, MOST_BROKEN, Gap, gap_figure
from layouts.figures.trend import Extras, trend_figure
from tests.layouts.checked import checked
from tests.layouts.trees import filled, named, query_and_page

BUNDLE: Path = assets_folder() / "vendor" / "plotly-cartesian.min.js"


def frame(**areas: list[float | None]) -> pd.DataFrame:
    """One row a point; periods are numbered from 1."""
    rows = [
        [area, False, f"Y{at}", f"Y{at}", "financial-year", math.nan if number is None else number, f"{number}"]
        for area, numbers in areas.items()
        for at, number in enumerate(numbers, 1)
    ]
    return pd.DataFrame(rows, columns=["area", "whole", "period", "label", "kind", "number", "text"])


def words(figure: go.Figure) -> list[str]:
    return [re.sub("<[^>]+>", "", note.text) for note in figure.layout.annotations]


@pytest.fixture(scope="module")
def drawable() -> set[str]:
    """The trace types that the vendored bundle knows; any other draws nothing and logs nothing."""
    return set(re.findall(r'moduleType:"trace",name:"([a-z]+)"', BUNDLE.read_text(encoding="utf-8")))


def test_the_vendored_bundle_is_of_the_version_that_the_figures_are_built_for() -> None:
    head = BUNDLE.read_text(encoding="utf-8")[:200]
    assert f"v{get_plotlyjs_version()}\n" in head


@pytest.mark.parametrize("page", [page for page in PAGES if page.name == "trends"])
def test_every_chart_of_every_page_uses_only_traces_of_the_bundle(
    app: Dash, client: FlaskClient, drawable: set[str], page: object
) -> None:
    traces = [
        trace
        for other, query in query_and_page()[::2]
        if other is page
        for graph in named(filled(app, client, other, query), "ZoomChart")
        for trace in graph["props"]["figure"]["data"]
    ]
    assert {"scatter"} == {trace["type"] for trace in traces} <= drawable
    assert not [trace["name"] for trace in traces if "nan" in str(trace.get("y")).casefold()]


def test_a_graph_sends_nothing_anywhere_and_has_no_buttons(app: Dash, client: FlaskClient) -> None:
    graphs = [item for page in PAGES for item in named(filled(app, client, page, ""), "ZoomChart")]
    assert graphs
    assert {
        (config["displayModeBar"], config["plotlyServerURL"])
        for graph in graphs
        for config in [graph["props"]["figure"]["config"]]
    } == {(False, "")}


def test_a_line_is_broken_where_nothing_is_known() -> None:
    (line,) = trend_figure(frame(Rugby=[5.0, None, 7.0]), Extras(unit="crimes")).data
    assert (line.type, list(line.y), line.connectgaps) == ("scatter", [5.0, None, 7.0], False)


def test_every_line_is_named_at_its_end_with_its_newest_figure() -> None:
    figure = trend_figure(frame(North=[5.0, 6.0], South=[9.0, 1.0]), Extras(unit="crimes"))
    assert {"North · 6.0", "South · 1.0", "Crimes"} <= set(words(figure))


def test_a_series_without_any_number_draws_no_line() -> None:
    assert len(trend_figure(frame(Rugby=[None, None]), Extras(unit="crimes")).data) == 0


def test_of_many_lines_only_the_highlighted_one_has_a_colour() -> None:
    areas: dict[str, list[float | None]] = {f"Locality {at}": [1.0, float(at)] for at in range(1, 6)}
    figure = trend_figure(frame(**areas), Extras(unit="crimes", highlighted=("Locality 5",)))
    colours = {line.name: line.line.color for line in figure.data}
    assert len(set(colours.values())) == 2
    assert [name for name, colour in colours.items() if list(colours.values()).count(colour) == 1] == ["Locality 5"]


def test_few_lines_have_a_colour_each() -> None:
    figure = trend_figure(frame(A=[1.0, 2.0], B=[2.0, 3.0], C=[3.0, 4.0], D=[4.0, 5.0]), Extras(unit="crimes"))
    assert len({line.line.color for line in figure.data}) == 4


def test_two_periods_are_slopes_with_a_number_at_both_ends() -> None:
    figure = trend_figure(frame(North=[5.0, 6.0], South=[9.0, 1.0]), Extras(unit="crimes"))
    assert {"5.0", "9.0", "North · 6.0", "South · 1.0"} <= set(words(figure))
    assert figure.layout.yaxis.visible is False
    low, high = figure.layout.yaxis.range
    assert (low, high > 9) == (0, True)


@pytest.mark.parametrize(
    ("numbers", "low", "high"),
    [([323.0, 335.0], 0, 335), ([-4.0, -9.0], -9, 0), ([-2.0, 3.0], -2, 3), ([0.0, 0.0], 0, 0)],
)
def test_a_slope_is_as_steep_as_its_change(numbers: list[float], low: float, high: float) -> None:
    bottom, top = trend_figure(frame(North=[*numbers]), Extras(unit="crimes")).layout.yaxis.range
    assert bottom == 0 if low == 0 else bottom < low
    assert top > high


@pytest.mark.parametrize("areas", [{"North": [5.0, 6.0, 7.0]}, {"North": [5.0, None]}])
def test_other_lines_keep_their_axis_from_zero(areas: dict[str, list[float | None]]) -> None:
    figure = trend_figure(frame(**areas), Extras(unit="crimes"))
    assert figure.layout.yaxis.visible is None


def test_targets_and_a_baseline_are_on_a_slope_too() -> None:
    targets = {"Y1": (4.0, "4"), "Y2": (3.0, "3")}
    figure = trend_figure(frame(North=[5.0, 6.0]), Extras(unit="crimes", targets=targets, baseline=(12.0, "12")))
    assert {"4", "5.0", "Target · 3"} <= set(words(figure))
    assert figure.layout.yaxis.range[1] > 12


def test_a_break_is_marked_before_the_period_it_begins_with() -> None:
    figure = trend_figure(frame(Rugby=[1.0, 2.0, 3.0]), Extras(unit="crimes", breaks=("Y2", "Y9")))
    assert [shape.x0 for shape in figure.layout.shapes] == [0.5]


def gap(name: str, adverse: float, text: str, status: Status) -> Gap:
    return Gap(name, adverse, text, status)


def test_gaps_are_bars_on_one_scale_with_the_first_on_top() -> None:
    gaps = [gap("NI 15", 16.3, "+16.3%", Status.MISSED), gap("NI 16", -11.8, "−11.8%", Status.MET)]
    figure = checked(gap_figure(gaps))
    (bars,) = figure.data
    low, high = figure.layout.xaxis.range
    assert (bars.type, list(bars.x), list(bars.y)) == ("bar", [-11.8, 16.3], [0, 1])
    assert (low, high > 16.3) == (-high, True)
    assert [re.sub("<[^>]+>", "", text) for text in bars.text] == ["−11.8%", "+16.3%"]
    assert len(set(bars.marker.color)) == 2
    assert {"NI 15", "NI 16"} <= set(words(figure))


@pytest.mark.parametrize(("count", "lines", "crossings"), [(MOST_BROKEN, 2, 1), (MOST_BARS, 1, MOST_BARS)])
def test_where_many_gaps_are_drawn_each_name_has_one_line_and_the_target_leaves_it_out(
    count: int, lines: int, crossings: int
) -> None:
    name = "Young people who enter the youth justice system for the first time"
    figure = checked(gap_figure([gap(name, 5.0, "+5.0%", Status.MISSED)] * count))
    written = [note.text.split("<br>") for note in figure.layout.annotations[1:]]
    assert {len(parts) for parts in written} == {lines}
    assert all(len(line) <= LONGEST_LINE for parts in written for line in parts)
    assert len(figure.layout.shapes) == crossings


@pytest.mark.parametrize("gaps", [[], [gap("On target", 0.0, "0.0%", Status.MET)]])
def test_a_chart_of_gaps_has_a_scale_even_when_there_is_nothing_to_show(gaps: list[Gap]) -> None:
    figure = checked(gap_figure(gaps))
    low, high = figure.layout.xaxis.range
    assert (low < 0 < high, len(figure.data[0].x)) == (True, len(gaps))
