"""Proves the forecast of a year in progress: its sentences hold the forecast's own numbers, and reasons where none."""

from dataclasses import replace
from decimal import Decimal

import pytest

from dashboard.domain.statistics.backtest import trials
from dashboard.domain.statistics.forecast import CannotForecast, Forecast, NoForecast, forecast
from dashboard.domain.statistics.likelihood import likelihood, percent_of
from dashboard.domain.targets.goals import Goal
from dashboard.domain.targets.status import Polarity
from dashboard.reports.desk import Desk
from dashboard.reports.indicators.forecast import (
    YearForecast,
    record_row,
    record_words,
    steps,
    words,
    year_forecast_row,
)
from dashboard.reports.pages.indicator import indicator_file
from dashboard.reports.report import Cell
from layouts.cards.forecast import year_forecast_words


def year_forecast(desk: Desk, query: str) -> YearForecast | None:
    return desk.show(indicator_file, query).year_forecast


@pytest.fixture
def burglary(desk: Desk) -> YearForecast:
    found = year_forecast(desk, "partnership=sampleshire&indicator=burglary")
    assert found is not None
    return found


def made_of(found: YearForecast) -> Forecast:
    assert isinstance(found.made, Forecast)
    return found.made


def row_of(found: YearForecast) -> dict[str, Cell]:
    return year_forecast_row(found)


def test_the_year_in_progress_is_forecast_from_its_six_months(burglary: YearForecast) -> None:
    made = made_of(burglary)
    assert (burglary.year.label, len(made.so_far), made.past) == ("2026/27", 6, 36)
    assert sum(made.so_far) == 220
    low, high = made.outturn()
    first, second, third, season, pace = words(burglary)
    assert first == f"220 in 6 of 12 months; 2026/27 is expected to end at {made.expected:,.0f}."
    assert second == (
        f"It will probably end between {low:,} and {high:,}; such a range held in 26 of 33 earlier forecasts."
    )
    assert burglary.chance is not None
    chance = likelihood(burglary.chance)
    percent = percent_of(burglary.chance)
    assert third == f"Meeting the target of 495 is {chance} ({percent} chance); 45.8 a month from here would end on it."
    assert season == (
        f"{made.learned:.0%} of its season is told by its own months, 36 of them from before this year; the rest is"
        " the usual one of police counts, busiest in July and quietest in January."
    )
    assert pace == "Its months move as much as those of most series, so the range is as wide as most."


def test_a_range_claims_four_times_in_five_only_where_it_held_so_often(desk: Desk) -> None:
    offered = desk.choices().of("sampleshire").indicators
    every = [year_forecast(desk, f"partnership=sampleshire&indicator={slug}") for slug, _, _ in offered]
    claims = set()
    for found in filter(None, every):
        assert found.record is not None
        tried = [trial.held for trial in trials(dict(found.counts), found.span)]
        claims_it = words(found)[1].startswith("Four times in five")
        assert claims_it == (sum(tried) / len(tried) >= 0.8)
        assert f"held in {sum(tried)} of " in f"{words(found)[1]} {record_words(found.record)}"
        claims.add(claims_it)
    assert claims == {True, False}


def test_a_range_without_a_record_claims_nothing(burglary: YearForecast) -> None:
    new = replace(burglary, counts=burglary.counts[-6:])
    assert new.record is None
    assert "no earlier year shows how often such a range holds" in words(new)[1]
    assert record_words(None).startswith("No earlier year of this series is whole")


def test_the_record_stands_beside_the_forecast(burglary: YearForecast) -> None:
    record = burglary.record
    assert record is not None
    said = record_words(record)
    assert said.startswith(
        f"{record.trials} such forecasts of earlier years were off by {record.flat_share.error:.1f}%"
    )
    assert f"; their range held in {record.held} of them." in said
    assert record.last_year
    assert record.last_share
    assert f"last year’s figure by {record.last_year.simple:.1f}%" in said
    assert f"last year’s way through the year by {record.last_share.simple:.1f}%" in said
    assert record_row(burglary)["trials"] == record.trials
    assert said in year_forecast_words(burglary)


def test_months_lead_to_the_expected_outturn_and_milestones_to_the_target(burglary: YearForecast) -> None:
    made, found = made_of(burglary), steps(burglary)
    assert [step.low is None for step in found] == [True] * 6 + [False] * 6
    assert found[5].count == 220
    assert found[-1].count == pytest.approx(made.expected)
    assert (found[-1].low, found[-1].high) == made.outturn()
    assert found[-1].milestone == pytest.approx(495)
    assert year_forecast_words(burglary).count("<tr>") == 13


def test_the_file_holds_both_ranges_and_the_chance(burglary: YearForecast) -> None:
    row, made = row_of(burglary), made_of(burglary)
    assert (row["low_80"], row["high_80"]) == made.outturn()
    assert (row["low_95"], row["high_95"]) == made.outturn(0.95)
    assert (row["target"], row["p_meet"], row["reason"]) == (Decimal(495), burglary.chance, None)


def test_without_a_target_or_a_side_nothing_is_said_of_meeting_it(burglary: YearForecast) -> None:
    bare = replace(burglary, goal=None)
    assert (bare.chance, words(bare)[2]) == (None, "No target is set for the year.")
    assert {step.milestone for step in steps(bare)} == {None}
    assert row_of(bare)["p_meet"] is None
    sideless = replace(burglary, goal=Goal(Decimal(495), Polarity.UNDECLARED))
    assert words(sideless)[2] == "The target is 495; which way is better is not declared."


def test_a_target_beyond_reach_is_said(burglary: YearForecast) -> None:
    beyond = replace(burglary, goal=Goal(Decimal(100), Polarity.LOWER))
    assert words(beyond)[2] == "Meeting the target of 100 is very unlikely (under 1% chance); it is beyond reach."
    assert row_of(beyond)["required_run_rate"] is None


def test_what_cannot_be_forecast_says_why(burglary: YearForecast) -> None:
    gap = replace(burglary, made=CannotForecast(NoForecast.GAP, 2026 * 12 + 4), counts=())
    assert words(gap) == [f"2026/27 cannot be forecast: {NoForecast.GAP} (May 2026)."]
    assert (steps(gap), gap.chance, row_of(gap)["reason"]) == ([], None, str(NoForecast.GAP))
    assert "month by month" not in year_forecast_words(gap)
    assert record_words(None) == ("No earlier year of this series is whole, so nothing shows how such forecasts did.")
    assert (record_row(gap), year_forecast_words(None)) == ({}, "")


def test_a_first_year_has_the_usual_season(burglary: YearForecast) -> None:
    made = made_of(burglary)
    first = forecast(dict(enumerate(made.so_far, made.span.first)), made.span)
    assert words(replace(burglary, made=first))[-2] == (
        "No earlier month is known, so its season is taken to be mostly the usual one of police counts, busiest in July"
        " and quietest in January."
    )


@pytest.mark.parametrize(
    ("learned", "liveliness", "method", "pace"),
    [
        (0.6, 1.1, "mostly its own season; its counts move little", "Its months move little, so the range is narrow."),
        (
            0.3,
            2.0,
            "partly its own season, mostly the usual season; its counts move as much as those of most series",
            "",
        ),
        (0.1, 3.5, "the usual season; its counts move much", "Its months move much, so the range is wide."),
    ],
)
def test_a_series_says_which_method_it_is_forecast_by(
    burglary: YearForecast, learned: float, liveliness: float, method: str, pace: str
) -> None:
    found = replace(burglary, made=replace(made_of(burglary), learned=learned, liveliness=liveliness))
    row = row_of(found)
    assert (row["method"], row["past"], row["own_season"]) == (method, 36, learned)
    assert words(found)[-1].endswith(pace)


def test_yearly_figures_in_print_have_no_outlook(desk: Desk) -> None:
    assert year_forecast(desk, "partnership=warwickshire&indicator=ni-15") is None
