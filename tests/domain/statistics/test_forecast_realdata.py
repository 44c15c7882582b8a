"""Proves over police.uk's counts, counted here, that the 80% range holds and that no simple forecast errs less."""

import csv
import gzip
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from dashboard.domain.periods.months import month_number
from dashboard.domain.statistics.backtest import BackTest, Trial, back_test, trials
from dashboard.domain.statistics.forecast import Span

STREET = Path(__file__).parents[4] / "shared" / "realdata" / "police-uk-street"
CITY, COUNTIES = "city-of-london", ("staffordshire", "warwickshire", "derbyshire")
DECEMBER, APRIL = Span(11), Span(3)
JANUARY_TO_NOVEMBER = Span(0, 11)  # the months that the counties have of 2014 and of 2025
FEWEST_OF_A_DISTRICT = 2_800  # incidents in the files; the other districts are neighbours' and mostly empty
FEWEST_A_YEAR = 50  # on average: a range of fewer is wider than it says, for want of fractions of an incident
ALL = "all"

pytestmark = [
    pytest.mark.realdata,
    pytest.mark.skipif(not STREET.is_dir(), reason="the published files of ../shared/realdata are not there"),
]

Series = dict[int, int | None]
Key = tuple[str, str]  # place, crime type


def keys(force: str) -> Iterator[tuple[int, str, str]]:
    """The month, district and crime type of each incident; a district is the LSOA's name without its number."""
    for path in sorted((STREET / force).glob("*.csv.gz")):
        with gzip.open(path, "rt", encoding="utf-8", newline="") as lines:
            rows = csv.reader(lines)
            header = next(rows)
            month, place, crime = (header.index(name) for name in ("Month", "LSOA name", "Crime type"))
            number = month_number(path.name[:7])
            for row in rows:
                assert row[month] == path.name[:7]
                yield number, row[place][:-5], row[crime]


def series_of(force: str) -> dict[Key, Series]:
    """Monthly counts of the force and its districts by crime type: zero in a month that has a file, else absent."""
    found: defaultdict[Key, Counter[int]] = defaultdict(Counter)
    for (month, district, crime), count in Counter(keys(force)).items():
        for place in {force, district} - {""}:
            found[place, crime][month] += count
            found[place, ALL][month] += count
    months = sorted(found[force, ALL])
    return {
        (place, crime): {month: counts[month] for month in months}
        for (place, crime), counts in found.items()
        if counts.total() * 12 / len(months) >= FEWEST_A_YEAR
        and (place == force or found[place, ALL].total() > FEWEST_OF_A_DISTRICT)
    }


@pytest.fixture(scope="module")
def street() -> dict[str, dict[Key, Series]]:
    return {force: series_of(force) for force in (CITY, *COUNTIES)}


def tried(series: dict[Key, Series], span: Span) -> list[Trial]:
    return [trial for counts in series.values() for trial in trials(counts, span)]


def parts(street: dict[str, dict[Key, Series]]) -> dict[str, list[Trial]]:
    """The trials by kind of series; the City by its force alone, which has one district."""
    city = {crime: counts for (place, crime), counts in street[CITY].items() if place == CITY}
    found = {
        "city, all": tried({(CITY, ALL): city.pop(ALL)}, DECEMBER),
        "city, types": tried({(CITY, crime): counts for crime, counts in city.items()}, DECEMBER),
        "city, types, from April": tried({(CITY, crime): counts for crime, counts in city.items()}, APRIL),
    }
    for force in COUNTIES:
        own = {key: counts for key, counts in street[force].items() if key[0] == force}
        found[f"{force}, force"] = tried(own, JANUARY_TO_NOVEMBER)
        districts = {key: counts for key, counts in street[force].items() if key[0] != force}
        found[f"{force}, districts"] = tried(districts, JANUARY_TO_NOVEMBER)
    return found


def quarters(series: dict[Key, Series], first: int) -> dict[Key, Series]:
    """The same series by quarters that begin with month *first* of the year; a quarter needs its three months."""
    found: dict[Key, Series] = {}
    for key, counts in series.items():
        starts = (month for month in counts if month % 3 == first % 3)
        sums = {month: [counts.get(month + at) for at in range(3)] for month in starts}
        found[key] = {month: sum(filter(None, parts)) for month, parts in sums.items() if None not in parts}
    return found


def quarterly(street: dict[str, dict[Key, Series]]) -> dict[str, list[Trial]]:
    """The trials by quarters: the City's 36 months, and January to September of the counties' 2014 and 2025."""
    city = {key: counts for key, counts in street[CITY].items() if key[0] == CITY}
    found = {"city": tried(quarters(city, DECEMBER.first), replace(DECEMBER, step=3))}
    for force in COUNTIES:
        found[force] = tried(quarters(street[force], 0), Span(0, 9, 3))
    return found


def result(found: list[Trial]) -> BackTest:
    summed = back_test(found)
    assert summed is not None
    return summed


def test_the_files_hold_the_months_they_are_said_to_hold(street: dict[str, dict[Key, Series]]) -> None:
    totals = {
        force: (len(series[force, ALL]), sum(filter(None, series[force, ALL].values())))
        for force, series in street.items()
    }
    assert totals == {
        CITY: (36, 24_750),
        "staffordshire": (28, 235_214),
        "warwickshire": (28, 115_254),
        "derbyshire": (28, 232_423),
    }


def test_the_80_percent_range_holds_72_to_88_percent_of_the_time(street: dict[str, dict[Key, Series]]) -> None:
    found = parts(street)
    coverage = {name: result(each).coverage for name, each in found.items()}
    coverage["together"] = result([trial for each in found.values() for trial in each]).coverage
    assert not {name: held for name, held in coverage.items() if not 72 <= held <= 88}


def test_the_range_of_quarters_holds_as_often_and_errs_less_than_simple_forecasts(
    street: dict[str, dict[Key, Series]],
) -> None:
    tested = {name: result(each) for name, each in quarterly(street).items()}
    assert sum(each.trials for each in tested.values()) > 1_000
    assert not {name: each.coverage for name, each in tested.items() if not 72 <= each.coverage <= 88}
    assert not {name: each for name, each in tested.items() if not each.no_worse}


def test_no_simple_forecast_errs_less(street: dict[str, dict[Key, Series]]) -> None:
    found = parts(street)
    found["together"] = [trial for each in found.values() for trial in each]
    tested = {name: result(each) for name, each in found.items()}
    assert all(each.last_year for each in tested.values())
    assert not {name: each for name, each in tested.items() if not each.no_worse}


def test_each_tried_year_of_the_counties_holds_by_itself(street: dict[str, dict[Key, Series]]) -> None:
    found = [trial for force in COUNTIES for trial in tried(street[force], JANUARY_TO_NOVEMBER)]
    for year in (2014, 2025):
        one = result([trial for trial in found if trial.span.first // 12 == year])
        assert 72 <= one.coverage <= 88
        assert one.no_worse
