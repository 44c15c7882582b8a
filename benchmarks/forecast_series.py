"""Knows the published series that forecasts are judged on: forces' street-level crime, London boroughs, quarters."""

import csv
import gzip
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from dashboard.domain.periods.months import month_number
from dashboard.domain.statistics.backtest import Trial, trials
from dashboard.domain.statistics.forecast import Span

REAL = Path(__file__).parents[2] / "shared" / "realdata"
STREET = REAL / "police-uk-street"
BOROUGHS = REAL / "london-wide" / "MPS Borough Level Crime (Historical).csv.gz"
OFFENCES = REAL / "home-office-recorded-crime" / "prc-pfa-201718_new.csv.gz"
CITY, COUNTIES = "city-of-london", ("staffordshire", "warwickshire", "derbyshire")
FORCES = (*COUNTIES, CITY)
FEWEST_OF_A_DISTRICT = 2_800  # incidents in the files; the other districts are neighbours' and mostly empty
FEWEST_A_YEAR = 50  # on average: a range of fewer is wider than it says, for want of fractions of an incident
ALL = "all"
PANDEMIC = month_number("2020-03")  # the last month before which nobody could know
EVERY_BOROUGH_SERIES = 9  # one in so many is judged, in the order of their names
CALENDAR, APRIL, QUARTERS = Span(0), Span(3), Span(3, step=3)
JANUARY_TO_NOVEMBER = Span(0, 11)  # the months that the counties have of 2014

Series = dict[int, int | None]
Key = tuple[str, str]  # place, crime type


def street_series(force: str) -> dict[Key, Series]:
    """Monthly counts of a force and its districts by crime type: zero in a month that has a file, else absent."""
    found: defaultdict[Key, Counter[int]] = defaultdict(Counter)
    for (month, district, crime), count in Counter(_incidents(force)).items():
        for place in {force, district} - {""}:
            found[place, crime][month] += count
            found[place, ALL][month] += count
    months = sorted(found[force, ALL])
    return {
        (place, crime): {month: counts[month] for month in months}
        for (place, crime), counts in found.items()
        if counts.total() * 12 / len(months) >= FEWEST_A_YEAR
        and (place == force or (force != CITY and found[place, ALL].total() > FEWEST_OF_A_DISTRICT))
    }


def _incidents(force: str) -> Iterator[tuple[int, str, str]]:
    """The month, district and crime type of each incident; a district is the LSOA's name without its number."""
    for path in sorted((STREET / force).glob("*.csv.gz")):
        with gzip.open(path, "rt", encoding="utf-8", newline="") as lines:
            rows = csv.reader(lines)
            header = next(rows)
            month, place, crime = (header.index(name) for name in ("Month", "LSOA name", "Crime type"))
            number = month_number(path.name[:7])
            for row in rows:
                if row[month] != path.name[:7]:
                    raise ValueError(f"{path.name} holds {row[month]}")
                yield number, row[place][:-5], row[crime]


def street_trials(force: str, series: dict[Key, Series]) -> list[Trial]:
    """Every forecast that can be tried: of the City years of any beginning, of a county what months it has.

    A county has January to November of 2014 and all of 2025; the latter is tried as those eleven months too, whose
    last year is 2014's.
    """
    if force == CITY:
        return [
            trial
            for counts in series.values()
            for at in range(12)
            for trial in trials(counts, replace(APRIL, first=at))
        ]
    spans = (JANUARY_TO_NOVEMBER, CALENDAR)
    return [trial for counts in series.values() for span in spans for trial in trials(counts, span)]


def is_foreseeable(trial: Trial) -> bool:
    """Whether a forecast was not made before March 2020 of a year that goes on beyond it."""
    made, ends = trial.span.first + trial.steps, trial.span.first + trial.span.months
    return made > PANDEMIC or ends <= PANDEMIC


def borough_series(every: int) -> dict[Key, Series]:
    """One series in *every* of London's boroughs by month, by borough and crime type; none of them has a gap."""
    with gzip.open(BOROUGHS, "rt", encoding="utf-8", newline="") as lines:
        rows = csv.reader(lines)
        months = [month_number(f"{name[:4]}-{name[4:]}") for name in next(rows)[3:]]
        kept = [row for row in rows if sum(map(int, row[3:])) * 12 / len(months) >= FEWEST_A_YEAR]
    chosen = sorted(kept)[::every]
    return {(row[2], f"{row[0]}, {row[1]}"): dict(zip(months, map(int, row[3:]), strict=True)) for row in chosen}


def borough_trials() -> list[Trial]:
    """The trials of one series in nine of London's boroughs, financial years."""
    return [trial for counts in borough_series(EVERY_BOROUGH_SERIES).values() for trial in trials(counts, APRIL)]


def quarter_trials() -> list[Trial]:
    """The Home Office's four quarters of 2017/18 by force and offence group: first years, which nothing goes before."""
    found: defaultdict[Key, Counter[int]] = defaultdict(Counter)
    first = month_number("2017-04")
    with gzip.open(OFFENCES, "rt", encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            quarter = first + 3 * (int(row["Financial_Quarter"]) - 1)
            found[row["Force_Name"], row["Offence_Group"]][quarter] += int(row["Number_of_Offences"])
    whole = [dict(counts) for counts in found.values() if counts.total() >= FEWEST_A_YEAR and min(counts.values()) >= 0]
    return [trial for counts in whole for trial in trials({**counts}, QUARTERS)]
