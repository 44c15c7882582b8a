"""Proves over published counts that limits about a season seldom raise false signals, and where there are none."""

import csv
import gzip
import random
from collections import Counter, defaultdict
from decimal import Decimal
from pathlib import Path

import pytest

from dashboard.domain.periods.months import month_number
from dashboard.domain.statistics.control.limits import ControlLimits, Points
from dashboard.domain.statistics.control.season import NoSeason, Season, SeasonAbsence
from dashboard.domain.statistics.control.signals import signals
from dashboard.domain.statistics.control_chart import ControlChart, control_chart
from dashboard.domain.values.printed import ValueType

REAL = Path(__file__).parents[5] / "shared" / "realdata"
LONDON = REAL / "london-wide" / "MPS Borough Level Crime (Historical).csv.gz"
FIRST, YEARS = "201101", 9  # whole calendar years up to 2019
LEAST_YEAR = 240  # incidents in each year of a series
SHOWN = 42  # months of a chart

pytestmark = [
    pytest.mark.realdata,
    pytest.mark.skipif(not REAL.is_dir(), reason="the published files of ../shared/realdata are not there"),
]


def charted(points: Points, first: int = 0) -> ControlChart:
    """The chart of the newest five years of months, the oldest of *points* having the number *first*."""
    months = [(first + at) % 12 + 1 for at in range(len(points))]
    return control_chart(points[-60:], ValueType.COUNT, months=months[-60:])


def boroughs() -> list[list[list[int]]]:
    """The years of each London borough's major offence groups, month by month."""
    found: dict[tuple[str, str], list[int]] = defaultdict(lambda: [0] * 12 * YEARS)
    with gzip.open(LONDON, "rt", encoding="utf-8", newline="") as lines:
        rows = csv.reader(lines)
        first = next(rows).index(FIRST)
        for row in rows:
            own = found[row[2], row[0]]
            for at, text in enumerate(row[first : first + 12 * YEARS]):
                own[at] += int(text or 0)
    every = ([own[at : at + 12] for at in range(0, len(own), 12)] for own in found.values())
    return [years for years in every if min(map(sum, years)) >= LEAST_YEAR]


def without_change(years: list[list[int]], chance: random.Random) -> list[Decimal | None]:
    """Months with the season of *years* and their ups and downs about it, these in another order: nothing changes."""
    shares = [[12 * number / sum(year) for number in year] for year in years]
    factors = [sum(month) / len(years) for month in zip(*shares, strict=True)]
    rest = [share / factor for year in shares for share, factor in zip(year, factors, strict=True)]
    level = sum(map(sum, years)) / len(years) / 12
    return [Decimal(round(level * factors[at % 12] * chance.choice(rest))) for at in range(SHOWN)]


def test_months_of_london_without_a_change_are_signals_as_seldom_as_simulated_ones() -> None:
    chance, found = random.Random(20261130), Counter[str]()
    for years in boroughs() * 2:
        series = without_change(years, chance)
        [group] = (chart := charted(series)).groups
        if isinstance(group.season, Season) and isinstance(group.limits, ControlLimits):
            found["charts"] += 1
            found["about the season"] += bool(chart.marks[-1])
            found["without wider limits"] += bool(signals(group.season.without(series), group.limits)[-1])
    assert found["charts"] > 150
    assert found["about the season"] / found["charts"] <= 0.04
    assert found["without wider limits"] / found["charts"] >= 0.07


def counts(force: str) -> tuple[int, dict[str, list[Decimal | None]]]:
    """The first month's number, and months by crime type from there on; None where there is no file."""
    files = {month_number(path.name[:7]): path for path in sorted((REAL / "police-uk-street" / force).glob("*.gz"))}
    every = range(min(files), max(files) + 1)
    by_month = {month: _types(path) for month, path in files.items()}
    names = {name for each in by_month.values() for name in each}
    found = {name: [Decimal(by_month[at][name]) if at in by_month else None for at in every] for name in names}
    return min(files), found


def _types(path: Path) -> Counter[str]:
    with gzip.open(path, "rt", encoding="utf-8", newline="") as lines:
        return Counter(row["Crime type"] for row in csv.DictReader(lines))


def test_of_the_citys_three_years_those_have_a_season_that_chance_does_not_explain() -> None:
    first, found = counts("city-of-london")
    assert {len(own) for own in found.values()} == {36}
    seasons = {name: charted(own, first).groups[0].season for name, own in found.items()}
    assert {name for name, season in seasons.items() if isinstance(season, Season)} == {
        *("Bicycle theft", "Criminal damage and arson", "Drugs"),
    }
    others = {season.absence for season in seasons.values() if isinstance(season, NoSeason)}
    assert others == {SeasonAbsence.CHANCE}


def test_years_with_gaps_have_level_limits_with_the_reason() -> None:
    first, found = counts("warwickshire")
    seasons = {charted(own, first).groups[0].season for own in found.values()}
    assert seasons == {NoSeason(SeasonAbsence.TOO_SHORT)}
