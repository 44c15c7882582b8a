"""Proves that a month is judged about the usual level of its month: on the page, in its file, chart and papers."""

from decimal import Decimal

import pytest

from dashboard.domain.filters import Filters
from dashboard.domain.periods.spans import financial_year
from dashboard.domain.statistics.control.season import NoSeason, Season, SeasonAbsence
from dashboard.reports.desk import Desk
from dashboard.reports.indicators.control import Control, control_rows
from dashboard.reports.packs.drawn.control import control_chart
from dashboard.reports.pages.indicator import indicator_file
from dashboard.reports.pages.trends import trends
from dashboard.reports.words.control import season_words
from layouts.cards.control import control_words
from layouts.figures.control import control_figure
from layouts.plain.baselines import _limits_row
from tests.layouts.checked import checked

VIEW = Filters("sampleshire", financial_year(2026))
ASB = "partnership=sampleshire&indicator=anti-social-behaviour"


@pytest.fixture
def asb(desk: Desk) -> Control:
    found = desk.show(indicator_file, ASB).control
    assert found is not None
    return found


def control(desk: Desk, query: str) -> Control:
    found = desk.show(trends, query).control
    assert found is not None
    return found


def test_the_card_says_which_months_are_judged_about_their_season(asb: Control) -> None:
    said = (
        "The year has a season: over 3 whole years the months lie 24.1% from their mean (standard deviation). Each"
        " month is judged about its own usual level, with wider limits for the 6 months outside those years."
    )
    assert season_words(asb) == said
    assert said in control_words(asb, "indicator", VIEW)


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("violent-crime", "The limits are level: over 3 whole years the months lie 5.6% from their mean (standard"),
        (
            "burglary",
            "The limits are level: over 3 whole years the months lie 12.3% from their mean (standard deviation)",
        ),
        ("anti-social-behaviour&from=2024-M04", "The limits are level: a season needs 3 whole years of months."),
        ("anti-social-behaviour&by=quarter", ""),
    ],
)
def test_level_limits_say_why(desk: Desk, query: str, words: str) -> None:
    by = "" if "by=" in query else "&by=month"
    found = season_words(control(desk, f"partnership=sampleshire&indicator={query}{by}"))
    assert found.startswith(words)
    assert bool(found) is bool(words)


def test_the_file_has_the_seasonal_mean_and_limits_of_each_month(asb: Control) -> None:
    rows = control_rows(asb)
    assert len({row["mean"] for row in rows}) == 12
    assert rows[0]["mean"] == rows[12]["mean"]
    assert {row["season"] for row in rows} == {"the usual level of its month, from 3 whole years"}
    factors = [Decimal(str(row["season_factor"])) for row in rows[:12]]
    assert sum(factors) == pytest.approx(Decimal(12))
    reach = [Decimal(str(row["upper"])) - Decimal(str(row["mean"])) for row in rows]
    assert float(reach[36] / reach[0]) == pytest.approx(2**0.5)


def test_the_file_says_why_a_mean_is_level(desk: Desk) -> None:
    [reason] = {row["season"] for row in control_rows(control(desk, f"{ASB}&by=month&from=2024-M04"))}
    assert reason == str(SeasonAbsence.TOO_SHORT)
    quarters = control_rows(control(desk, f"{ASB}&by=quarter"))
    assert {(row["season"], row["season_factor"]) for row in quarters} == {(None, None)}


def test_the_chart_draws_lines_that_follow_the_months(asb: Control) -> None:
    drawn = checked(control_figure(asb))
    mean, upper, *_ = drawn.data
    assert len(mean.x) == len(upper.y) == 42
    assert len(set(mean.y)) == 12
    assert [note.text for note in drawn.layout.annotations][:2] == ["mean", "upper limit"]


def test_the_papers_draw_the_same_lines(asb: Control) -> None:
    chart = control_chart(asb)
    assert chart.levels == ()
    mean = chart.lines[1]
    assert (mean.name, len(mean.marks), mean.is_marked) == ("mean", 42, False)
    assert mean.marks[0].number == pytest.approx(float(str(control_rows(asb)[0]["mean"])))
    assert mean.end.startswith("mean · ")


def test_the_page_of_limits_says_between_what_they_move(asb: Control) -> None:
    group = asb.chart.groups[0]
    assert isinstance(group.season, Season)
    row = _limits_row(asb, group)
    assert row[0] == "Apr 2023 to Sep 2026"
    assert all(" to " in str(cell) for cell in row[2:])


def test_a_chart_by_month_of_few_figures_has_no_season_to_speak_of(desk: Desk) -> None:
    found = control(desk, f"{ASB}&by=month&from=2026-M04")
    assert (found.season, season_words(found)) == (None, "")
    assert not isinstance(control(desk, f"{ASB}&by=month&from=2024-M04").season, Season | None)
    assert isinstance(control(desk, f"{ASB}&by=month&from=2024-M04").season, NoSeason)
