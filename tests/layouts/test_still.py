"""Still charts: everything stands where its figure says, in thousandths of the plot, and no word becomes HTML."""

import re

import pytest

from dashboard.domain.charting.ticks import round_numbers
from layouts.figures.drawing import Drawing, Part
from layouts.figures.still.axes import axis_of
from layouts.figures.still.chart import scrolled, still
from layouts.figures.still.words import formatted
from tests.layouts.regions import read_region
from tests.layouts.trees import Component, components, named, text_of

MONTHS = ["Apr", "May", "Jun", "Jul", "Aug"]
CATEGORIES = {"type": "category", "categoryarray": MONTHS, "tickmode": "array", "tickvals": MONTHS, "range": [0, 4]}
TO_TEN = {"range": [0, 10]}
LINE = {"color": "#123", "width": 2}
PAPER = {"xref": "paper", "yref": "paper"}


def drawn(figure: Part) -> Component:
    (found,) = read_region(still(figure, "A chart", 200))
    return found  # type: ignore[no-any-return]


def paths(figure: Part, colour: str) -> list[str]:
    every = named(drawn(figure), "Path")
    return [item["props"]["d"] for item in every if colour in (item["props"].get("stroke"), item["props"].get("fill"))]


def placed(figure: Part) -> dict[str, str]:
    """The words that stand on the chart, with their style."""
    return {text_of(item): item["props"]["style"] for item in named(drawn(figure), "Span")}


def line(heights: list[float | None], **looks: object) -> Part:
    drawing = Drawing()
    drawing.trace(MONTHS[: len(heights)], heights, **{"mode": "lines", "line": LINE} | looks)
    return drawing.figure(xaxis=CATEGORIES, yaxis=TO_TEN)


@pytest.mark.parametrize(
    ("heights", "path"),
    [
        ([0, 10], "M0.0,1000.0L250.0,0.0"),
        ([5, 5, 2.5], "M0.0,500.0L250.0,500.0L500.0,750.0"),
        ([1, None, 3, 4], "M0.0,900.0M500.0,700.0L750.0,600.0"),
        ([None, 2, 3], "M250.0,800.0L500.0,700.0"),
    ],
)
def test_a_line_goes_through_its_points_and_is_broken_where_nothing_is_known(
    heights: list[float | None], path: str
) -> None:
    assert paths(line(heights), "#123") == [path]


def test_a_band_lies_between_two_lines_and_its_edges_are_not_drawn() -> None:
    drawing, edge = Drawing(), {"mode": "lines", "line": {"width": 0}}
    drawing.trace(MONTHS[:2], [2, 4], **edge)
    drawing.trace(MONTHS[:2], [3, 8], fill="tonexty", fillcolor="#abc", **edge)
    figure = drawing.figure(xaxis=CATEGORIES, yaxis=TO_TEN)
    assert paths(figure, "#abc") == ["M0.0,800.0L250.0,600.0L250.0,200.0L0.0,700.0Z"]
    assert len(named(drawn(figure), "Path")) == 1 + len(round_numbers(0, 10)) + 1  # the band, the grid and its foot


def test_round_points_are_dots_and_others_are_signs() -> None:
    marker = {
        "color": ["#aaa", "#bbb", "#ccc"],
        "symbol": ["circle", "triangle-up", "triangle-down"],
        "size": [8, 11, 9],
    }
    figure = line([5, 6, 7], mode="markers", marker=marker)
    assert paths(figure, "#aaa") == ["M0.0,500.0h0"]
    assert (paths(figure, "#bbb"), paths(figure, "#ccc"), paths(figure, "#123")) == ([], [], [])
    words = placed(figure)
    assert "left:calc(25.00% + 0px);top:calc(40.00% + 0px)" in words["▲"]
    assert {"color:#bbb", "font-size:14px"} <= set(words["▲"].split(";"))
    assert "top:calc(30.00% + 0px)" in words["▼"]


def test_an_interval_reaches_from_low_to_high_around_its_point() -> None:
    drawing = Drawing()
    error = {"array": [2], "arrayminus": [1], "color": "#999", "thickness": 1}
    drawing.trace([5], [0], mode="markers", marker={"color": "#123"}, error_x=error)
    figure = drawing.figure(xaxis=TO_TEN, yaxis={"range": [-1, 1], "tickvals": [0], "ticktext": ["Rugby"]})
    assert paths(figure, "#999") == ["M400.0,500.0L700.0,500.0"]
    assert paths(figure, "#123") == ["M500.0,500.0h0"]
    assert "translate(-100%,-50%)" in placed(figure)["Rugby"]


def test_bars_begin_at_nothing_and_their_words_stand_beyond_their_ends() -> None:
    bars = {"type": "bar", "x": [4, -2], "y": [0, 1], "width": 0.5, "text": ["+4%", "−2%"]}
    looks = {"marker": {"color": ["#a00", "#0a0"]}, "textfont": {"color": ["#a00", "#0a0"]}}
    axes = {"xaxis": {"range": [-5, 5], "visible": False}, "yaxis": {"range": [-0.5, 1.5], "visible": False}}
    figure = {"data": [bars | looks], "layout": axes}
    assert paths(figure, "#a00") == ["M500.0,625.0H900.0V875.0H500.0Z"]
    assert paths(figure, "#0a0") == ["M300.0,125.0H500.0V375.0H300.0Z"]
    words = placed(figure)
    assert "left:calc(90.00% + 4px)" in words["+4%"]
    assert "translate(0%,-50%)" in words["+4%"]
    assert "left:calc(30.00% + -4px)" in words["−2%"]
    assert "translate(-100%,-50%)" in words["−2%"]
    assert len(named(drawn(figure), "Path")) == 2


@pytest.mark.parametrize(
    ("note", "place"),
    [
        ({"x": "May", "y": 5, "xanchor": "left", "xshift": 10}, "left:calc(25.00% + 10px);top:calc(50.00% + 0px)"),
        ({"x": 4, "y": 10}, "left:calc(100.00% + 0px);top:calc(0.00% + 0px);transform:translate(-50%,-50%)"),
        (PAPER | {"x": 0, "y": 1, "yanchor": "bottom", "yshift": 10}, "+ -10px);transform:translate(-50%,-100%)"),
        (PAPER | {"x": 1, "y": 0, "xanchor": "right", "yanchor": "top"}, "left:calc(100.00% + 0px);top:calc(100.00%"),
    ],
)
def test_a_note_stands_at_its_place_by_its_anchor(note: Part, place: str) -> None:
    figure = line([5])
    figure["layout"]["annotations"] = [note | {"text": "here"}]
    assert place in placed(figure)["here"]


def test_a_line_across_and_one_upright_reach_from_side_to_side() -> None:
    drawing = Drawing()
    drawing.trace(MONTHS, [1] * 5, mode="lines", line=LINE)
    drawing.across(5, color="#a00", width=1, dash="dot")
    drawing.upright(2, color="#0a0", width=1)
    figure = drawing.figure(xaxis=CATEGORIES, yaxis=TO_TEN)
    assert paths(figure, "#a00") == ["M0.0,500.0L1000.0,500.0"]
    assert paths(figure, "#0a0") == ["M500.0,1000.0L500.0,0.0"]
    dashed = [
        item["props"]["stroke-dasharray"]
        for item in named(drawn(figure), "Path")
        if "stroke-dasharray" in item["props"]
    ]
    assert dashed == ["2 4"]


@pytest.mark.parametrize(
    ("heights", "given", "low", "high"),
    [
        ([4, 8], {}, 0, 8.4),
        ([-4, 4], {}, -4.4, 4.4),
        ([100, 200], {"rangemode": "normal"}, 95, 205),
        ([100, 200], {"range": [50, 300]}, 50, 300),
        ([7, None], {}, 0, 7.35),
        ([], {}, 0, 1.05),
    ],
)
def test_an_axis_begins_at_nothing_unless_it_is_of_distances(
    heights: list[float | None], given: Part, low: float, high: float
) -> None:
    figure = line(heights)
    figure["layout"]["yaxis"] = given
    axis = axis_of(figure, "y")
    assert [axis.low, axis.high] == pytest.approx([low, high])


def test_what_a_note_names_lies_on_the_axis() -> None:
    figure = line([100, 200])
    figure["layout"]["yaxis"] = {"rangemode": "normal"}
    figure["layout"]["annotations"] = [
        {"text": "year before", "x": 1, "y": 0},
        {"text": "x", "x": 0, "y": 1, "yref": "paper"},
    ]
    assert axis_of(figure, "y").low == pytest.approx(-10)


def test_ticks_are_written_as_readers_write_numbers() -> None:
    figure = line([-1500, 1500])
    figure["layout"]["yaxis"] = {"tickformat": "+,d"}
    assert {"−1,000", "0", "+1,000"} <= set(placed(figure))
    assert "padding:8px 8px 25px 58px" in drawn(figure)["props"]["style"]  # six letters and a line of words


@pytest.mark.parametrize(
    ("start", "right", "shown"),
    [("M", 8, [11, 9, 7, 5, 3, 1]), ("2010/", 8, [11, 8, 5, 2]), ("2010/", 160, [11, 5]), ("2010/", 300, [11])],
)
def test_on_a_phone_as_many_ticks_are_shown_as_fit_and_the_newest_always(
    start: str, right: int, shown: list[int]
) -> None:
    names = [f"{start}{at}" for at in range(12)]
    drawing = Drawing()
    drawing.trace(names, list(range(12)), mode="lines", line=LINE)
    figure = drawing.figure(xaxis={"categoryarray": names, "tickvals": names}, yaxis=TO_TEN, margin={"r": right})
    ticks = [text_of(item) for item in named(drawn(figure), "Span") if item["props"]["class"] == "tick"]
    assert [name for name in ticks if name.startswith(start)] == [f"{start}{at}" for at in shown]


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("<b>Rugby</b>", "<b>Rugby</b>"),
        ("Apr<br>2026", "Apr<br>2026"),
        ("a < b & c", "a &lt; b &amp; c"),
        ("<script>x</script>", "&lt;script&gt;x&lt;/script&gt;"),
        ('<b onclick="x">', "&lt;b onclick=&#34;x&#34;&gt;"),
        ("<img src=x>", "&lt;img src=x&gt;"),
    ],
)
def test_words_are_bold_or_broken_and_nothing_else(text: str, written: str) -> None:
    assert formatted(text) == written


def test_a_chart_is_one_picture_with_words_and_one_that_scrolls_is_reached_by_keyboard() -> None:
    (group,) = read_region(scrolled(still(line([1, 2]), "Its figures are below", 200), "A year"))
    assert (group["props"]["tabindex"], group["props"]["role"], group["props"]["aria-label"]) == (
        "0",
        "group",
        "A year",
    )
    pictures = [item for item in components(group) if item["props"].get("role") == "img"]
    assert [item["props"]["aria-label"] for item in pictures] == ["Its figures are below"]
    assert re.search("height:200px", pictures[0]["props"]["style"])
    assert all("viewbox" in item["props"] for item in named(group, "Svg"))
