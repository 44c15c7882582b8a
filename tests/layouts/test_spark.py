"""The small pictures: well-formed, decorative, inside their frame, right is worse."""

from decimal import Decimal
from urllib.parse import unquote
from xml.etree.ElementTree import Element, fromstring

import pytest
from dash import html

from dashboard.domain.palette import STATUS_COLOURS
from dashboard.domain.targets.status import Status
from layouts.figures.spark import gap_bar, spark_line

SPACE = "{http://www.w3.org/2000/svg}"


def drawing(image: html.Img | None) -> Element:
    assert image is not None
    source = str(image.src)  # type: ignore[attr-defined]
    assert source.startswith("data:image/svg+xml,")
    return fromstring(unquote(source.partition(",")[2]))


def points(image: html.Img | None) -> list[tuple[float, float]]:
    line = drawing(image).find(f"{SPACE}polyline")
    assert line is not None
    pairs = (pair.split(",") for pair in line.attrib["points"].split())
    return [(float(x), float(y)) for x, y in pairs]


@pytest.mark.parametrize("numbers", [(), (Decimal(335),)])
def test_fewer_than_two_points_make_no_line(numbers: tuple[Decimal, ...]) -> None:
    assert spark_line(numbers, Decimal(288), Status.MISSED) is None


def test_a_rising_series_rises_on_the_picture() -> None:
    (x1, y1), (x2, y2) = points(spark_line((Decimal(323), Decimal(335)), None, Status.MISSED))
    assert (x1 < x2, y1 > y2) == (True, True)


def test_the_target_is_a_dashed_line_between_what_lies_above_and_below() -> None:
    image = spark_line((Decimal(400), Decimal(200)), Decimal(300), Status.MET)
    line = drawing(image).find(f"{SPACE}line")
    assert line is not None
    heights = [y for _, y in points(image)]
    assert "stroke-dasharray" in line.attrib
    assert heights[0] < float(line.attrib["y1"]) < heights[1]


def test_without_a_target_there_is_no_target_line() -> None:
    assert drawing(spark_line((Decimal(1), Decimal(2)), None, Status.MET)).find(f"{SPACE}line") is None


def test_a_level_series_is_drawn_in_the_middle() -> None:
    picture = spark_line((Decimal(5), Decimal(5), Decimal(5)), None, Status.MET)
    assert {y for _, y in points(picture)} == {float(drawing(picture).attrib["viewBox"].split()[3]) / 2}


@pytest.mark.parametrize("status", Status)
def test_the_newest_point_has_the_colour_of_the_status(status: Status) -> None:
    circle = drawing(spark_line((Decimal(1), Decimal(2)), None, status)).find(f"{SPACE}circle")
    assert circle is not None
    assert circle.attrib["fill"] == STATUS_COLOURS[status]


def test_pictures_are_decoration_beside_words() -> None:
    images = (spark_line((Decimal(1), Decimal(2)), None, Status.MET), gap_bar(Decimal(5), Status.NEAR))
    assert [image.alt for image in images if image is not None] == ["", ""]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("adverse", "left", "right"),
    [("16.3", 70, 113), ("-11.8", 38.8, 70), ("0", 70, 71), ("25", 70, 136), ("400", 70, 136), ("-400", 4, 70)],
)
def test_a_bar_starts_at_the_target_and_worse_is_to_the_right(adverse: str, left: float, right: float) -> None:
    bar = drawing(gap_bar(Decimal(adverse), Status.MISSED)).find(f"{SPACE}rect")
    assert bar is not None
    start, width = float(bar.attrib["x"]), float(bar.attrib["width"])
    assert (round(start, 1), round(start + width)) == (left, right)
