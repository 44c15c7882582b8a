"""Tests that charts are drawn as SVG with all their words, inside their frame."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

import pytest
from defusedxml import ElementTree

from dashboard.domain.palette import FELL, ROSE
from dashboard.exports.papers.svg.letters import fitted, lines_of, wide
from dashboard.exports.papers.svg.picture import svg
from dashboard.exports.papers.words import printable
from dashboard.reports.packs.charts import Chart, ChartLine, HeatCell, LineChart, Tone
from tests.exports.papers.typed_pack import (
    BARS,
    CHARTS,
    COLUMNS,
    CONTROL,
    FAN,
    HEAT,
    HOSTILE,
    MAP,
    RANKED,
    TREND,
    hostile_pack,
    marks,
)

SVG = "{http://www.w3.org/2000/svg}"
LOOKS = {"class", "style", "id", "href", "onload"}
NOBODY: tuple[ChartLine, ...] = ()


def words(chart: Chart) -> list[str]:
    """What is written and what is read of its marks."""
    root = ElementTree.fromstring(svg(chart))
    return [item.text or "" for item in root.iter() if item.tag in (f"{SVG}text", f"{SVG}title")]


def outside(chart: Chart) -> Iterator[str]:
    """Words that reach over an edge."""
    root = ElementTree.fromstring(svg(chart))
    _, _, width, height = map(float, root.get("viewBox", "").split())
    for item in root.iter(f"{SVG}text"):
        size = float(item.get("font-size", 0))
        long = wide(item.text or "", size, is_bold=item.get("font-weight") is not None)
        left = float(item.get("x", 0)) - {"start": 0, "middle": long / 2, "end": long}[item.get("text-anchor", "start")]
        foot = float(item.get("y", 0))
        if left < -1 or left + long > width + 1 or foot < size * 0.7 or foot > height:
            yield item.text or ""


def many_lines(count: int) -> LineChart:
    lines = (
        ChartLine(f"Area {at}", marks(at, at + 1, None), Tone.QUIET, f"Area {at} · {at + 1} in May")
        for at in range(count)
    )
    return replace(TREND, lines=tuple(lines), targets=None, levels=(), labels=("Apr", "May", "Jun"), breaks=())


@pytest.mark.parametrize("chart", CHARTS, ids=lambda chart: chart.title)
def test_every_kind_is_drawn_with_what_it_is_said_to_show(chart: Chart) -> None:
    root = ElementTree.fromstring(svg(chart))
    assert (root.get("role"), root.findtext(f"{SVG}title"), root.findtext(f"{SVG}desc")) == (
        "img",
        chart.title,
        chart.alt,
    )
    assert not [item.tag for item in root.iter() if LOOKS & item.attrib.keys()]
    assert list(outside(chart)) == []


@pytest.mark.parametrize(
    ("chart", "written"),
    [
        (
            TREND,
            {"Westshire · 335", "Target · 288", "Baseline 320, year not printed", "TBC", "310", "2007/08", "Offences"},
        ),
        (TREND, {"Westshire, 2010/11, 335", "break in the series"}),
        (CONTROL, {"131", "Vehicle crime, Jul, 131, above the upper limit", "upper limit · 110", "mean · 84", "Sep"}),
        (FAN, {"counted", "Expected · 518", "Target · 500", "Year before · 492", "four times in five", "+10", "−10"}),
        (BARS, {"Bicycle theft", "not held", "1,204", "1,100", "a year before", "Anti-social behaviour: 800"}),
        (COLUMNS, {"Apr to Jun 2026", "not held", "1,204", "Violence and sexual offences: 1,204"}),
        (
            RANKED,
            {
                "all together 22.4",
                "12.5 (10.9 to 14.2), lower",
                "Northtown",
                "Westshire Vale: 22.0 (20.1 to 24.0), similar",
            },
        ),
        (MAP, {"Northtown", "240", "201 to 240", "none", "Southam: 31"}),
        (HEAT, {"Weekday", "Evening", "Friday", "30", "–", "Saturday, Morning: –"}),
    ],
)
def test_every_number_stands_with_its_words(chart: Chart, written: set[str]) -> None:
    assert written <= set(words(chart))


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: ascii(text[:12]))
def test_what_somebody_typed_is_text_and_stays_inside(text: str) -> None:
    (chart,) = hostile_pack(text).sections[0].charts
    root = ElementTree.fromstring(svg(chart))
    assert root.findtext(f"{SVG}title") == printable(text)
    assert list(outside(chart)) == []
    assert {item.tag.removeprefix(SVG) for item in root.iter()} <= {
        "svg",
        "title",
        "desc",
        "text",
        "line",
        "path",
        "circle",
    }


@pytest.mark.parametrize("count", [5, 30, 55])
def test_ends_of_lines_are_kept_apart_however_many_they_are(count: int) -> None:
    root = ElementTree.fromstring(svg(many_lines(count)))
    feet = sorted(float(item.get("y", 0)) for item in root.iter(f"{SVG}text") if "in May" in (item.text or ""))
    assert len(feet) == min(count, 40)
    assert all(low - high > 16 for high, low in pairwise(feet))
    assert list(outside(many_lines(count))) == []


@pytest.mark.parametrize(
    "chart",
    [
        replace(TREND, lines=NOBODY, targets=None, levels=(), labels=(), breaks=()),
        replace(TREND, lines=(ChartLine("One", marks(7)),), targets=None, levels=(), labels=("2010/11",)),
        replace(BARS, bars=()),
        replace(COLUMNS, bars=()),
        replace(RANKED, rows=()),
        replace(MAP, areas=()),
        replace(HEAT, rows=()),
    ],
    ids=lambda chart: type(chart).__name__,
)
def test_a_chart_of_little_is_drawn_all_the_same(chart: Chart) -> None:
    assert list(outside(chart)) == []


def test_years_that_are_unlike_are_not_joined() -> None:
    apart = replace(CONTROL, lines=(replace(CONTROL.lines[0], is_joined=False),))
    assert svg(CONTROL).count("<path") == svg(apart).count("<path") + 1


def test_a_gap_breaks_a_line_and_a_figure_between_two_gaps_is_a_dot() -> None:
    alone = replace(CONTROL, lines=(ChartLine("A", marks(1, 2, None, 3, None, 4), is_marked=False),), levels=())
    (way,) = re.findall(r'd="(M[^"]+)"', svg(alone))
    assert (way.count("M"), svg(alone).count("<circle")) == (1, 2)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("short", ("short",)),
        ("", ("",)),
        ("two words that break", ("two words", "that break")),
        ("many words that break and still go on", ("many words", "that break…")),
        ("unbreakablyandterriblylong word", ("unbreakab…", "word")),
    ],
)
def test_words_break_into_lines_that_fit(text: str, lines: tuple[str, ...]) -> None:
    assert lines_of(text, 14, 84) == lines
    assert all(wide(line, 14) <= 84 for line in lines)


def test_a_line_that_fits_is_left_alone() -> None:
    assert (fitted("Westshire", 14, 200), fitted("Westshire", 14, 40)) == ("Westshire", "We…")


def test_squares_that_fell_or_rose_have_colours_of_their_own_with_a_key() -> None:
    cells = (HeatCell("31", 1.0, Tone.BETTER), HeatCell("50", 0.34, Tone.WORSE), HeatCell("45", None))
    moved = replace(HEAT, rows=(("Thursday", cells),), key=(("fell", Tone.BETTER), ("rose", Tone.WORSE)))
    drawn = svg(moved)
    assert {FELL[2], ROSE[1], "#ffffff"} <= set(re.findall(r'fill="(#\w+)"', drawn))
    assert {"▼ fell", "▲ rose", "▼ 31", "▲ 50", "45"} <= set(words(moved))
    assert list(outside(moved)) == []
