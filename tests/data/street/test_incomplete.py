"""Proves that a month of files that looks incomplete is said, counted nowhere, and counts once somebody accepts it."""

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import Engine, select

from dashboard.domain.checks.findings import Severity
from dashboard.domain.errors import RefusedFile
from dashboard.domain.periods.calendar import By
from dashboard.domain.records import Scope
from dashboard.reports.desk import Desk
from dashboard.reports.evidence.checks import checks
from dashboard.reports.pages.drill_down import DrillDown, drill_down
from dashboard.reports.pages.drill_down_file import drill_down_file
from dashboard.reports.pages.hotspot_file import hotspots_file
from dashboard.reports.report import Cell
from dashboard.reports.street.incomplete import OUT
from data.intake.pipeline import Summary, Wish, load_files
from data.store import SqlStore
from data.street import doubting
from data.tables import street as tables
from tests.data.street.years import ASB, BURGLARY, DRUGS, USUAL, month_file, year_files

MOMENT = datetime(2026, 11, 29, tzinfo=UTC)
TESTSHIRE, JUNE = "partnership=testshire", "2025-06"


def load(engine: Engine, paths: Sequence[Path]) -> Summary:
    summary = load_files(engine, paths, Wish(MOMENT))
    assert summary.refused == []
    return summary


def accept(engine: Engine, crime: str = "", month: str = JUNE, *, accepted: bool = True) -> None:
    found = doubting.named(engine, "Testshire Police", month, crime)
    doubting.say(engine, found, doubting.Said(accepted, "Rural month", "Jo"), MOMENT)


def grid(engine: Engine, query: str = "&by=month") -> DrillDown:
    desk = Desk(SqlStore(engine))
    return desk.report(drill_down, desk.filters(f"{TESTSHIRE}{query}&period=2025-26", shows_street_places=True))


def shown(found: DrillDown, name: str) -> dict[str, int | None]:
    """The counts of one row by period; the total's where no row has the *name*."""
    assert found.columns is not None
    assert found.total is not None
    rows = {item.name: item for item in (*found.crimes, *found.places)}
    squares = rows.get(name, found.total).squares
    return {column.period.slug: square.n for column, square in zip(found.columns.shown, squares, strict=True)}


def exported(engine: Engine, query: str = "&by=month") -> list[dict[str, Cell]]:
    desk = Desk(SqlStore(engine))
    filters = desk.filters(f"{TESTSHIRE}{query}&period=2025-26", shows_street_places=True)
    return list(desk.report(drill_down_file, filters).tables[0].rows)


def test_a_month_cut_short_is_said_and_left_out_until_it_is_accepted(engine: Engine, tmp_path: Path) -> None:
    summary = load(engine, year_files(tmp_path, m2025_06={ASB: 4, BURGLARY: 3, DRUGS: 2}))
    assert summary.incomplete == [
        "Testshire Police, Jun 2025 looks incomplete: 9 incidents, usual at the time of year are 30. It is left out of "
        "every count for that month until somebody accepts it by name: on the page of findings (/checks), or with: "
        'outturn accept "Testshire Police" 2025-06'
    ]
    before = grid(engine)
    assert (shown(before, "total")["2025-M05"], shown(before, "total")["2025-M06"]) == (30, None)
    assert {shown(before, name)["2025-M06"] for name in (ASB, BURGLARY, DRUGS, "Testbury")} == {None}
    assert any(line.startswith("Left out: Jun 2025. It looks incomplete") for line in before.notes)
    quarters = grid(engine, "&by=quarter")
    assert quarters.columns is not None
    assert shown(quarters, "total")["2025-26-Q1"] == 60
    assert (quarters.columns.shown[-2].held, quarters.columns.shown[-2].left_out) == (2, 1)
    accept(engine)
    assert shown(grid(engine), "total")["2025-M06"] == 9
    assert shown(grid(engine, "&by=quarter"), "total")["2025-26-Q1"] == 69
    accept(engine, accepted=False)
    assert shown(grid(engine), "total")["2025-M06"] is None
    with engine.connect() as connection:
        said = connection.execute(select(tables.month_acceptance)).all()
    assert [(item.who, item.accepted, item.n) for item in said] == [("Jo", 1, 9), ("Jo", 0, 9)]


def test_a_type_that_is_missing_is_a_gap_for_itself_and_every_sum_with_it(engine: Engine, tmp_path: Path) -> None:
    summary = load(engine, year_files(tmp_path, m2025_06={ASB: 14, BURGLARY: 15}))
    assert summary.incomplete == [
        "Testshire Police, Jun 2025 looks incomplete: it has no Drugs, every other month has some, usually 8. "
        "Drugs and sums with it are left out of every count for that month until somebody accepts it by name: on the "
        'page of findings (/checks), or with: outturn accept "Testshire Police" 2025-06 --crime "Drugs"'
    ]
    found = grid(engine)
    assert [shown(found, name)["2025-M06"] for name in (ASB, BURGLARY, DRUGS, "total", "Testbury")] == [
        *(14, 15),
        *(None, None, None),
    ]
    assert shown(grid(engine, "&by=quarter"), "total")["2025-26-Q1"] == 60
    assert shown(grid(engine, "&by=quarter"), BURGLARY)["2025-26-Q1"] == 35
    assert shown(grid(engine, "&by=month&crime=burglary"), "total")["2025-M06"] == 15
    assert shown(grid(engine, "&by=month&crime=burglary&crime=drugs"), "total")["2025-M06"] is None
    rows = {(item["crime_type"], item["period_slug"]): item for item in exported(engine) if item["level"] == "district"}
    drugs, burglary = rows["drugs", "2025-M06"], rows["burglary", "2025-M06"]
    assert (drugs["count"], drugs["count_reason"], drugs["months_incomplete"]) == (None, OUT, 1)
    assert (burglary["count"], burglary["count_reason"], burglary["months_incomplete"]) == (15, None, 0)
    accept(engine, DRUGS)
    assert [shown(grid(engine), name).get("2025-M06") for name in (DRUGS, "total")] == [0, 29]


def test_no_month_of_the_two_is_compared(engine: Engine, tmp_path: Path) -> None:
    load(engine, year_files(tmp_path, m2024_06={ASB: 1}))
    squares = [item for item in exported(engine) if item["period_slug"] == "2025-M06"]
    assert {item["previous_period"] for item in squares} == {"May 2025"}  # not June 2024
    yearly = exported(engine, "&by=year")
    assert {item["previous_count"] for item in yearly} == {None}


def test_hotspots_leave_the_month_out(engine: Engine, tmp_path: Path) -> None:
    load(engine, year_files(tmp_path, m2025_06={ASB: 3}))
    desk = Desk(SqlStore(engine))

    def ranking(query: str) -> tuple[int, int]:
        report = desk.report(hotspots_file, desk.filters(f"{TESTSHIRE}{query}", shows_street_places=True))
        rows = report.tables[0].rows
        return report.total, int(str(rows[0]["months_incomplete"]))

    assert ranking("&from=2025-M04&to=2025-M09") == (5 * 30, 1)
    assert ranking("&from=2024-M10&to=2025-M09") == (11 * 30, 1)
    accept(engine)
    desk = Desk(SqlStore(engine))
    assert ranking("&from=2025-M04&to=2025-M09") == (5 * 30 + 3, 0)


def test_a_target_counts_only_what_looks_complete(engine: Engine, tmp_path: Path) -> None:
    targets = tmp_path / "targets.csv"
    lines = ("testshire,,all-crime,2025/26,300,5,", "testshire,,drugs,2025/26,90,5,")
    targets.write_text("\n".join(["partnership,area,crime,period,target,tolerance,note", *lines, ""]), encoding="utf-8")
    load(engine, [*year_files(tmp_path, m2025_06={ASB: 14, BURGLARY: 15}), targets])

    def actual(crime: str, slug: str, by: By) -> tuple[int | None, int | None]:
        scope = Scope("testshire", indicators=frozenset({f"testshire/{crime}"}), areas=frozenset({"testshire"}), by=by)
        found = {item.period.slug: item for item in SqlStore(engine).observations(scope)}
        number = found[slug].value.number
        return None if number is None else int(number), found[slug].held

    assert actual("all-crime", "2025-26", By.YEAR) == (150, 5)
    assert actual("drugs", "2025-26", By.YEAR) == (40, 5)
    assert actual("all-crime", "2024-25", By.YEAR) == (360, 12)
    assert actual("drugs", "2025-M06", By.MONTH) == (None, None)
    accept(engine, DRUGS)
    assert actual("all-crime", "2025-26", By.YEAR) == (179, 6)
    assert actual("drugs", "2025-M06", By.MONTH) == (0, 1)


def test_a_month_in_doubt_is_a_finding_until_it_is_accepted(engine: Engine, tmp_path: Path) -> None:
    load(engine, year_files(tmp_path, m2025_06={ASB: 2}))
    [finding] = checks(SqlStore(engine), "testshire")
    assert (finding.rule, finding.severity, finding.subject) == (
        "month-incomplete",
        Severity.FLAG,
        "All crime types Jun 2025",
    )
    accept(engine)
    [finding] = checks(SqlStore(engine), "testshire")
    assert finding.severity == Severity.AGREES
    assert finding.sentence.endswith("Accepted by Jo on 2026-11-29, so it counts.")


def test_a_whole_file_ends_the_doubt_and_other_counts_ask_again(engine: Engine, tmp_path: Path) -> None:
    load(engine, year_files(tmp_path, m2025_06={ASB: 2}))
    accept(engine)
    assert load(engine, [month_file(tmp_path, JUNE, {ASB: 3})]).incomplete != []
    assert shown(grid(engine), "total")["2025-M06"] is None
    assert load(engine, [month_file(tmp_path, JUNE, USUAL)]).incomplete == []
    assert shown(grid(engine), "total")["2025-M06"] == 30


def test_an_acceptance_outlives_the_load_of_other_months(engine: Engine, tmp_path: Path) -> None:
    load(engine, year_files(tmp_path, m2025_06={ASB: 2}))
    accept(engine)
    assert load(engine, [month_file(tmp_path, "2025-10", USUAL)]).incomplete == []
    assert shown(grid(engine), "total")["2025-M06"] == 2


def test_a_partnership_does_not_open_on_a_year_with_a_gap(engine: Engine, tmp_path: Path) -> None:
    load(engine, year_files(tmp_path, m2024_06={ASB: 2}))
    [testshire] = [item for item in SqlStore(engine).partnerships() if item.slug == "testshire"]
    assert testshire.default_period.label == "2025/26"  # no year is whole: the newest
    accept(engine, month="2024-06")
    [testshire] = [item for item in SqlStore(engine).partnerships() if item.slug == "testshire"]
    assert testshire.default_period.label == "2024/25"


@pytest.mark.parametrize(
    ("named", "said"),
    [
        (("Testshire Police", "2025-07", ""), "no such month in doubt; there are: Testshire Police 2025-06."),
        (("Testshire Police", JUNE, "drugs"), "no such month in doubt; there are: Testshire Police 2025-06."),
        (("Nowhere", JUNE, ""), "no such month in doubt; there are: Testshire Police 2025-06."),
        (("Testshire Police", "June", ""), "“June” is no month such as 2025-06."),
    ],
)
def test_what_is_not_in_doubt_cannot_be_accepted(
    engine: Engine, tmp_path: Path, named: tuple[str, str, str], said: str
) -> None:
    load(engine, year_files(tmp_path, m2025_06={ASB: 2}))
    with pytest.raises(RefusedFile, match=said):
        doubting.named(engine, *named)


def test_nobody_accepts_without_a_name(engine: Engine, tmp_path: Path) -> None:
    load(engine, year_files(tmp_path, m2025_06={ASB: 2}))
    month = doubting.named(engine, "testshire", JUNE, "")
    with pytest.raises(RefusedFile, match="Enter your name"):
        doubting.say(engine, month, doubting.Said(True, "", ""), MOMENT)


def test_whole_months_raise_no_doubt(engine: Engine, tmp_path: Path) -> None:
    assert load(engine, year_files(tmp_path)).incomplete == []
    with pytest.raises(RefusedFile, match="There is no such month in doubt; none is"):
        doubting.named(engine, "testshire", JUNE, "")
