"""Incident lists are loaded, asked about, placed, replaced month by month, withdrawn and put back; nobody sees one."""

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from sqlalchemy import Engine

from dashboard.domain.access.people import ALL, NONE, Eyes, Reach
from dashboard.domain.incidents.week import BY_SLUG
from dashboard.questions.disclosed import disclosed
from dashboard.questions.incidents import HourQuery, SplitBy
from dashboard.questions.limited import limited
from data.incidents.standing import move
from data.intake.pipeline import Summary, Wish, load_files
from data.store import SqlStore
from tests.data.sources.incidents.layouts import HEADING, row, table

NOON = datetime(2026, 11, 30, 12, tzinfo=UTC)
MARCH = 2025 * 12 + 2
HOME = "sampleshire"
FRIDAY = BY_SLUG["fri-22"]
Cells = tuple[str, ...]


def asked(engine: Engine, folder: Path, *rows: Cells, name: str = "list.csv", **wish: object) -> Summary:
    path = folder / name
    path.write_text(table(HEADING, *rows), encoding="utf-8")
    return load_files(engine, [path], Wish(**{"moment": NOON, "who": "Jo", "partnership": "Sampleshire", **wish}))  # type: ignore[arg-type]


def loaded(engine: Engine, folder: Path, *rows: Cells, name: str = "list.csv", **wish: object) -> Summary:
    summary = asked(engine, folder, *rows, name=name, **wish)
    assert (summary.refused, summary.questions, summary.loaded) == ([], [], True)
    return summary


def many(n: int, **cells: str) -> list[Cells]:
    return [row(Crime_Number=f"{cells}{at}".replace(",", ";"), **cells) for at in range(n)]


def march(**other: object) -> HourQuery:
    return HourQuery(HOME, MARCH, MARCH, **other)  # type: ignore[arg-type]


def test_a_list_is_counted_by_hour_and_what_it_holds_is_said(quick_engine: Engine, tmp_path: Path) -> None:
    rows = [*many(3, Beat="Marlhaven"), *many(2, Time_From="unknown", Beat="X01000001"), *many(1, Date_To="20/03/2025")]
    summary = loaded(quick_engine, tmp_path, *rows)
    assert summary.files[0].said == [
        "6 incidents from 2025-03-14 to 2025-03-14.",
        "3 tell the hour, or the hours of at most a day.",
        "1 is spread over more than 24 hours: it is counted and lies in no hour.",
        "2 tell no time: they are counted apart.",
        "1 offence is told as 1 crime type.",
        "1 lies in no known place of the partnership; areas that are none of the partnership’s: “Oakham North”."
        " It counts in its total.",
    ]
    [part] = SqlStore(quick_engine).incident_hours(march())
    found = part.hours
    assert (found.total, found.timed, found.unknown, found.spread_wide) == (6, 3, 2, 1)
    assert float(found.of(FRIDAY)) == pytest.approx(3, abs=1e-4)
    assert float(found.at(FRIDAY.cells[0])) == pytest.approx(3 * 2 / 11, abs=1e-4)


def test_areas_are_found_by_name_and_code_and_one_step_in(quick_engine: Engine, tmp_path: Path) -> None:
    loaded(quick_engine, tmp_path, *many(3, Beat="Marlhaven"), *many(2, Beat="X01000001"), *many(1, Beat="Nowhere"))
    store = SqlStore(quick_engine)
    assert {part.key: part.hours.total for part in store.incident_hours(march(by=SplitBy.AREA))} == {
        "marlhaven": 5,
        "": 1,
    }
    [inside] = store.incident_hours(march(area="marlhaven"))
    assert inside.hours.total == 5
    [finer] = store.incident_hours(march(area="X01000001"))
    assert finer.hours.total == 2
    assert store.incident_hours(march(area="quenbury")) == ()


def test_types_are_those_of_the_product(quick_engine: Engine, tmp_path: Path) -> None:
    loaded(quick_engine, tmp_path, *many(3), *many(2, Offence="8N Assault"), *many(4, Offence="Bilking"))
    store = SqlStore(quick_engine)
    found = {part.key: part.hours.total for part in store.incident_hours(march(by=SplitBy.TYPE))}
    assert found == {"burglary": 3, "violence-and-sexual-offences": 2, "": 4}
    [burglary] = store.incident_hours(march(crimes=frozenset({"burglary"})))
    assert burglary.hours.total == 3
    assert [(item.words, item.crime, item.incidents, item.said) for item in store.offence_types(HOME)][-2:] == [
        ("Burglary", "burglary", 3, False),
        ("8N Assault", "violence-and-sexual-offences", 2, False),
    ]


def test_a_newer_list_takes_a_month_whole_until_it_is_withdrawn(quick_engine: Engine, tmp_path: Path) -> None:
    loaded(quick_engine, tmp_path, *many(3))
    summary = loaded(quick_engine, tmp_path, *many(5, Time_From="23:00"), name="newer.csv")
    assert summary.files[0].said[-1] == ("It takes the place of list.csv, loaded on 2026-11-30, in 2025-03 to 2025-03.")
    store = SqlStore(quick_engine)
    assert [part.hours.total for part in store.incident_hours(march())] == [5]
    newest = store.incident_lists(HOME)[-1].number
    move(quick_engine, newest, standing=False, who="Jo", moment=NOON)
    assert [part.hours.total for part in SqlStore(quick_engine).incident_hours(march())] == [3]
    move(quick_engine, newest, standing=True, who="Jo", moment=NOON)
    assert [part.hours.total for part in SqlStore(quick_engine).incident_hours(march())] == [5]


def test_lists_of_other_types_stand_beside_each_other(quick_engine: Engine, tmp_path: Path) -> None:
    loaded(quick_engine, tmp_path, *many(3))
    loaded(quick_engine, tmp_path, *many(2, Offence="8N Assault"), name="assaults.csv")
    assert [part.hours.total for part in SqlStore(quick_engine).incident_hours(march())] == [5]


def test_the_same_bytes_again_change_nothing_until_the_list_is_withdrawn(quick_engine: Engine, tmp_path: Path) -> None:
    loaded(quick_engine, tmp_path, *many(3))
    again = asked(quick_engine, tmp_path, *many(3))
    assert (again.loaded, again.files[0].said) == (False, ["Already loaded on 2026-11-30; nothing changes."])
    move(quick_engine, SqlStore(quick_engine).incident_lists(HOME)[-1].number, standing=False, who="", moment=NOON)
    loaded(quick_engine, tmp_path, *many(3))


def test_an_earlier_day_knows_what_stood_then(quick_engine: Engine, tmp_path: Path) -> None:
    loaded(quick_engine, tmp_path, *many(3))
    store = SqlStore(quick_engine)
    assert store.as_at(date(2026, 11, 29)).incident_hours(march()) == ()
    assert len(store.as_at(date(2026, 11, 30)).incident_hours(march())) == 1


def test_a_blank_end_is_asked_about(quick_engine: Engine, tmp_path: Path) -> None:
    rows = [*many(2, Date_To="", Time_To=""), *many(1)]
    summary = asked(quick_engine, tmp_path, *rows)
    assert not summary.loaded
    assert [(item.about, item.column) for item in summary.questions] == [("list.csv", "blank-end")]
    assert "2 rows have a first time and no last one" in summary.questions[0].words
    loaded(quick_engine, tmp_path, *rows, answers={"list.csv": {"blank-end": "unknown"}})
    assert [part.hours.unknown for part in SqlStore(quick_engine).incident_hours(march())] == [2]
    loaded(quick_engine, tmp_path, *rows, *many(1, Beat="A"), answers={"": {"blank-end": "exact"}})
    assert [part.hours.unknown for part in SqlStore(quick_engine).incident_hours(march())] == [0]


def test_two_orders_of_dates_are_asked_about(quick_engine: Engine, tmp_path: Path) -> None:
    mixed = [
        *many(2, Date_From="03/04/2025", Date_To="03/04/2025", Time_To="23:00"),
        *many(1),
        *many(1, Date_From="03/25/2025", Date_To="03/25/2025", Time_To="23:00"),
    ]
    assert [item.column for item in asked(quick_engine, tmp_path, *mixed).questions] == ["date-order"]
    loaded(quick_engine, tmp_path, *mixed, answers={"list.csv": {"date-order": "month-first"}})
    assert [part.hours.total for part in SqlStore(quick_engine).incident_hours(march())] == [4]


@pytest.mark.parametrize(
    ("wish", "cells", "sentence"),
    [
        ({"partnership": ""}, {}, "list.csv is a list of incidents: say whose, with --partnership."),
        ({"partnership": "Nowhere"}, {}, "list.csv cannot be of “Nowhere”: there is no such partnership."),
        (
            {},
            {"Date_From": "30/12/2026", "Date_To": "30/12/2026", "Time_To": "23:00"},
            "list.csv cannot be right: one of its incidents is of a day to come, the last one 2026-12-30.",
        ),
    ],
)
def test_what_cannot_be_right_is_refused(
    quick_engine: Engine, tmp_path: Path, wish: dict[str, str], cells: dict[str, str], sentence: str
) -> None:
    before = SqlStore(quick_engine).incident_lists(HOME)
    assert asked(quick_engine, tmp_path, *many(1, **cells), **wish).refused == [sentence]
    assert SqlStore(quick_engine).incident_lists(HOME) == before


def test_others_see_rounded_counts_and_no_original(quick_engine: Engine, tmp_path: Path) -> None:
    loaded(quick_engine, tmp_path, *many(3), *many(1, Offence="Drugs", Time_From="unknown"))
    store = SqlStore(quick_engine)
    mine = disclosed(store, ALL)
    theirs = disclosed(store, NONE)
    [exact], [shown] = mine.incident_hours(march()), theirs.incident_hours(march())
    assert (exact.hours.total, shown.hours.total, shown.hours.unknown) == (4, 5, 0)
    assert shown.hours.of(FRIDAY) == 5
    [*_, held] = store.incident_lists(HOME)
    assert (mine.incident_lists(HOME)[-1].incidents, theirs.incident_lists(HOME)[-1].incidents) == (4, 5)
    assert held.arrival in theirs.covered_files(HOME)
    assert mine.covered_files(HOME) == frozenset()
    assert {item.incidents % 5 for item in theirs.offence_types(HOME)} == {0}


def test_who_may_not_see_the_partnership_sees_no_list(quick_engine: Engine, tmp_path: Path) -> None:
    loaded(quick_engine, tmp_path, *many(3))
    store = SqlStore(quick_engine)
    other = limited(store, Eyes(read=Reach(frozenset({"derby"})), exact=Reach(frozenset({"derby"}))))
    assert (other.incident_lists(HOME), other.incident_hours(march()), other.offence_types(HOME)) == ((), (), ())
    assert other.incident_months() == {}
    arrival = store.incident_lists(HOME)[-1].arrival
    assert store.arrival_homes()[arrival] == {HOME}
    assert arrival not in {item.id for item in other.arrivals()}


def test_the_list_of_sampleshire_is_placed_by_its_boundaries(quick_engine: Engine) -> None:
    store = SqlStore(quick_engine)
    [held] = store.incident_lists(HOME)
    [whole] = store.incident_hours(HourQuery(HOME, held.first, held.last))
    parts = store.incident_hours(HourQuery(HOME, held.first, held.last, by=SplitBy.AREA))
    assert whole.hours.total == held.incidents == sum(part.hours.total for part in parts)
    assert "" not in {part.key for part in parts}
    months = store.incident_hours(HourQuery(HOME, held.first, held.last, by=SplitBy.MONTH))
    assert [int(part.key) for part in months] == list(range(held.first, held.last + 1))
    assert sum(part.hours.total for part in months) == held.incidents


def test_a_partnership_without_street_level_crime_has_lists_on_either_engine(engine: Engine, tmp_path: Path) -> None:
    areas = SqlStore(engine).areas("warwickshire")
    part = next(item for item in areas if item.parent)
    loaded(engine, tmp_path, *many(3, Beat=part.name), *many(2, Beat="Nowhere"), partnership="Warwickshire")
    asked = HourQuery("warwickshire", MARCH, MARCH)
    [whole] = SqlStore(engine).incident_hours(asked)
    assert whole.hours.total == 5
    [inside] = SqlStore(engine).incident_hours(replace(asked, area=part.key))
    assert inside.hours.total == 3
    move(engine, SqlStore(engine).incident_lists("warwickshire")[-1].number, standing=False, who="Jo", moment=NOON)
    assert SqlStore(engine).incident_hours(asked) == ()
    assert SqlStore(engine).incident_months() == {}
