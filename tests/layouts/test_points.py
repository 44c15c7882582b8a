"""What is read off a still chart: each known point with its place and its words, and no template of plotly's."""

import pytest

from layouts.figures.drawing import Drawing, Part
from layouts.figures.still.axes import axis_of
from layouts.figures.still.chart import still
from layouts.figures.still.points import points_of
from layouts.figures.still.zoom import zoomable
from tests.layouts.regions import read_region
from tests.layouts.trees import components

TWO_YEARS = {"type": "category", "categoryarray": ["2009/10", "2010/11"], "range": [0, 1]}


def drawing(heights: list[float | None], **looks: object) -> Part:
    found = Drawing()
    found.trace(["2009/10", "2010/11"], heights, **{"mode": "lines", "line": {"color": "#123"}} | looks)
    return found.figure(xaxis=TWO_YEARS, yaxis={"range": [0, 10]})


def read(figure: Part) -> list[str]:
    (trace,) = figure["data"]
    return list(points_of(trace, axis_of(figure, "x"), axis_of(figure, "y")))


@pytest.mark.parametrize(
    ("template", "words"),
    [
        ("Rugby<br>%{x}: %{text}<extra></extra>", ["Rugby, 2009/10: 5 [p]", "Rugby, 2010/11: 7"]),
        ("mean: %{y:,.1f}<extra></extra>", ["mean: 5.0", "mean: 7.0"]),
        ("<b>%{text}</b>", ["5 [p]", "7"]),
        ("%{x}: %{hovertext}", ["2009/10: 5 of 6", "2010/11: 7 of 6"]),
    ],
)
def test_a_point_is_read_as_plotly_would_show_it(template: str, words: list[str]) -> None:
    figure = drawing([5, 7], text=["5 [p]", "7"], hovertext=["5 of 6", "7 of 6"], hovertemplate=template)
    assert [line.split(" ", 2)[2] for line in read(figure)] == words


def test_a_point_lies_where_it_is_drawn_and_one_that_is_not_known_is_not_read() -> None:
    assert read(drawing([2.5, 10], text=["a", "b"], hovertemplate="%{text}")) == ["0 750 a", "1000 0 b"]
    assert read(drawing([None, 10], text=["a", "b"], hovertemplate="%{text}")) == ["1000 0 b"]
    assert read(drawing([2.5, 10], text=["a", "b"])) == []


@pytest.mark.parametrize("said", ['" onfocus="alert(1)', "</div><script>", "a\nb", "%{x}"])
def test_what_a_point_says_stays_words(said: str) -> None:
    figure = drawing([5, 7], text=[said, "7"], hovertemplate="%{text}")
    (found,) = read_region(still(figure, "A chart", 200))
    points = found["props"]["data-points"].split("\n")
    assert [point.split(" ", 2)[2] for point in points] == [" ".join(said.split()), "7"]


def test_a_chart_takes_the_focus_only_where_something_is_read_off_it() -> None:
    for template, reached in (("%{text}", True), ("", False)):
        figure = drawing([5, 7], text=["5", "7"], hovertemplate=template)
        [chart] = [item for item in components(read_region(still(figure, "A chart", 200))) if "role" in item["props"]]
        assert ("tabindex" in chart["props"], "data-points" in chart["props"]) == (reached, reached)


def test_a_chart_that_is_zoomed_into_is_free_on_both_axes_and_the_still_one_is_not_touched() -> None:
    figure = drawing([5, 7])
    free = zoomable(figure, 300)
    assert [free["layout"][name]["fixedrange"] for name in ("xaxis", "yaxis")] == [False, False]
    assert free["layout"]["yaxis"]["range"] == [0, 10]
    assert "fixedrange" not in figure["layout"]["xaxis"]
    assert free["height"] == 300
