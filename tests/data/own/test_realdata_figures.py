"""Proves that published tables load as they are, and that their figures are what the csv module counts without us."""

import csv
import gzip
import io
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from sqlalchemy import Engine

from dashboard.domain.records import Observation, Scope
from dashboard.domain.targets.status import Polarity
from dashboard.domain.values.printed import ValueType
from data.store import SqlStore
from tests.data.own.typed import load, wish

REAL = Path(__file__).parents[4] / "shared" / "realdata"
RECORDED = REAL / "home-office-recorded-crime" / "prc-pfa-201718_new.csv.gz"
CASUALTIES = REAL / "road-casualties" / "STATS19_road_casualties_2019-Jun2024_GreaterManchester.csv.gz"
FINGERTIPS = REAL / "fingertips" / "indicators-CountyUA.data.csv"
CRIME_RATE = REAL / "council-tidy-indicators" / "crime_rate.csv"
TOTAL = "Total recorded crime (excluding fraud)"
Row = dict[str, str]

pytestmark = [
    pytest.mark.realdata,
    pytest.mark.skipif(not RECORDED.is_file(), reason="the published files of ../shared/realdata are not there"),
]


def rows(path: Path) -> Iterator[Row]:
    """Every row as the csv module reads it."""
    body = path.read_bytes()
    text = (gzip.decompress(body) if path.suffix == ".gz" else body).decode("utf-8-sig")
    yield from csv.DictReader(io.StringIO(text, newline=""))


def observed(engine: Engine, partnership: str) -> list[Observation]:
    """The actuals of a partnership that stand in a user's file."""
    found = SqlStore(engine).observations(Scope(partnership))
    return [item for item in found if item.sources[0].document.startswith("file-")]


def names(engine: Engine, partnership: str) -> tuple[dict[str, str], dict[str, str]]:
    """The names of indicators and of areas; what is a rate in print is counted beside it."""
    store = SqlStore(engine)
    indicators = {item.id: item.name.removesuffix(" (count)") for item in store.indicators(Scope(partnership))}
    return indicators, {item.slug: item.name for item in store.areas(partnership)}


def counted(engine: Engine, partnership: str) -> dict[tuple[str, str, str], Decimal | None]:
    """Each number by its indicator, area and period."""
    indicators, areas = names(engine, partnership)
    found = observed(engine, partnership)
    return {(indicators[item.indicator], areas[item.area], item.period.slug): item.value.number for item in found}


def test_recorded_crime_gives_staffordshire_the_sums_of_its_own_rows(quick_engine: Engine) -> None:
    summary = load(quick_engine, RECORDED, wish=wish("staffordshire"))
    expected: Counter[tuple[str, str, str]] = Counter()
    for row in rows(RECORDED):
        if row["Force_Name"] == "Staffordshire":
            period = f"2017-18-Q{row['Financial_Quarter']}"
            counts = {row["Offence_Group"], row["Offence_Subgroup"]}
            counts |= set() if row["Offence_Group"].startswith("Fraud") else {TOTAL}
            for name in counts:
                expected[name, "Staffordshire", period] += int(row["Number_of_Offences"])
    assert counted(quick_engine, "staffordshire") == dict(expected)
    assert any("Figures of 42 areas outside the partnership were left out" in words for words in summary.files[0].said)
    again = load(quick_engine, RECORDED, wish=wish("staffordshire"))
    assert (again.changes_anything, again.figures.same) == (False, len(expected))


def test_casualties_give_a_new_partnership_its_districts_by_month(quick_engine: Engine) -> None:
    load(quick_engine, CASUALTIES, wish=wish("Greater Manchester"))
    expected: Counter[tuple[str, str]] = Counter()
    killed: set[tuple[str, str, str]] = set()
    for row in rows(CASUALTIES):
        expected[row["area_name"], f"{row['date'][:4]}-M{row['date'][5:7]}"] += row["casualty_severity"] in (
            *("Fatal", "Serious"),
        )
        killed |= {(row["area_name"], row["date"], row["AREFNO"])} if row["casualty_severity"] == "Fatal" else set()
    found = counted(quick_engine, "greater-manchester")
    both = "People killed or seriously injured in road collisions"
    assert {(area, at): number for (name, area, at), number in found.items() if name == both} == dict(expected)
    days = [
        (item.area.rpartition("/")[2], day.isoformat())
        for item in observed(quick_engine, "greater-manchester")
        for day in (item.event_days if item.indicator.endswith("people-killed-in-road-collisions") else ())
    ]
    assert Counter(days) == Counter((area.casefold(), day) for area, day, _ in killed)  # each collision once
    indicator, _ = SqlStore(quick_engine).indicators(Scope("greater-manchester"))
    assert (indicator.polarity, indicator.value_type, indicator.category) == (
        *(Polarity.LOWER, ValueType.COUNT),
        "road-safety",
    )
    assert len(SqlStore(quick_engine).areas("greater-manchester")) == 11


def test_a_fingertips_download_gives_derby_its_own_rows(quick_engine: Engine) -> None:
    load(quick_engine, FINGERTIPS, wish=wish("derby"))
    own = [row for row in rows(FINGERTIPS) if row["Area Name"] == "Derby" and not row["Category Type"]]
    expected = Counter((row["Time period"], Decimal(row["Value"])) for row in own)
    found = counted(quick_engine, "derby")
    assert Counter((period, number) for (_, area, period), number in found.items() if area == "Derby") == expected
    assert {area for _, area, _ in found} == {"Derby"}
    polarities = {item.polarity for item in SqlStore(quick_engine).indicators(Scope("derby"))}
    assert polarities == {Polarity.UNDECLARED}


def test_a_councils_long_table_gives_a_new_partnership_its_rates(quick_engine: Engine) -> None:
    summary = load(quick_engine, CRIME_RATE, wish=wish("Trafford"))
    own = [row for row in rows(CRIME_RATE) if row["area_name"] == "Trafford"]
    expected = Counter((row["period"].replace("/", "-"), Decimal(row["value"])) for row in own)
    found = counted(quick_engine, "trafford")
    assert Counter((period, number) for (_, _, period), number in found.items()) == expected
    assert summary.figures.areas == ()
    assert {item.value_type for item in SqlStore(quick_engine).indicators(Scope("trafford"))} == {ValueType.RATE}
    assert {(item.multiplier, item.unit) for item in SqlStore(quick_engine).indicators(Scope("trafford"))} == {
        (1000, "Offences"),
    }
