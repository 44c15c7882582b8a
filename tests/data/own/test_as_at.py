"""Proves that the figures of an earlier day are those that were published at its end, and lists what changed since."""

from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from sqlalchemy import Engine

from dashboard.domain.address import filters_from
from dashboard.domain.checks.changes import Change, ChangeKind
from dashboard.domain.records import Scope
from dashboard.domain.values.printed import Marker
from dashboard.reports.desk import MOST_STATES, Desk
from dashboard.reports.evidence.changes_since import changes_since
from dashboard.reports.pages.year_end import year_end
from data.own.publishing.release import undo
from data.store import SqlStore
from tests.data.own.typed import DRUGS, NI_40, load, text_file, wish

FIRST = datetime(2026, 3, 2, 23, 59, 59, tzinfo=UTC)
SECOND = datetime(2026, 3, 5, 0, 0, tzinfo=UTC)
THIRD = datetime(2026, 3, 9, 12, 0, tzinfo=UTC)
HEADING = "Indicator,Period,Actual,Target"
BEFORE, BETWEEN, AFTER = date(2026, 3, 1), date(2026, 3, 4), date(2026, 3, 6)
HOME = "warwickshire"
HOME_START = "2010-11"  # its document's year


@pytest.fixture
def loaded(quick_engine: Engine, tmp_path: Path) -> Engine:
    """Two loads of one file: 1,130 first, then 1,131 and a new indicator, with one figure withdrawn."""
    first = ("NI 40,2010/11,1130,", "NI 47,2011/12,290,280")
    load(quick_engine, text_file(tmp_path, "a.csv", HEADING, *first), wish=wish(moment=FIRST))
    second = ("NI 40,2010/11,1131,", "NI 47,2011/12,290,", "Knife crime,2010/11,7,8")
    load(quick_engine, text_file(tmp_path, "a.csv", HEADING, *second), wish=wish(moment=SECOND, withdraw=True))
    return quick_engine


def actual(engine: Engine, day: date | None) -> tuple[Decimal | None, Marker | None]:
    found = SqlStore(engine).as_at(day).observations(Scope(HOME, indicators=frozenset({NI_40})))
    (value,) = [item.value for item in found if item.period.slug == "2010-11"]
    return value.number, value.marker


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (BEFORE, (Decimal(1128), Marker.PROVISIONAL)),
        (date(2026, 3, 2), (Decimal(1130), Marker.REVISED)),
        (BETWEEN, (Decimal(1130), Marker.REVISED)),
        (date(2026, 3, 5), (Decimal(1131), Marker.REVISED)),
        (AFTER, (Decimal(1131), Marker.REVISED)),
        (None, (Decimal(1131), Marker.REVISED)),
    ],
)
def test_a_day_shows_what_was_published_at_its_end(
    loaded: Engine, day: date | None, expected: tuple[Decimal, Marker]
) -> None:
    assert actual(loaded, day) == expected


def test_what_was_undone_later_was_there_on_the_days_between(loaded: Engine) -> None:
    undo(loaded, 2, THIRD, "Jo")
    assert [actual(loaded, day)[0] for day in (BETWEEN, AFTER, date(2026, 3, 9), None)] == [1130, 1131, 1130, 1130]


def test_an_indicator_is_not_there_before_its_file(loaded: Engine) -> None:
    named = [
        {item.name for item in SqlStore(loaded).as_at(day).indicators(Scope(HOME))} for day in (BETWEEN, AFTER, None)
    ]
    assert ["Knife crime" in names for names in named] == [False, True, True]


def test_a_view_of_an_earlier_day_is_judged_by_its_figures_and_says_so(loaded: Engine) -> None:
    desk, query = Desk(SqlStore(loaded)), f"partnership={HOME}&period=2010-11"
    then, now = desk.show(year_end, f"{query}&as-at={BETWEEN}"), desk.show(year_end, query)
    numbers = [{row.indicator.code: row.now.value.number for row in report.rows}["NI 40"] for report in (then, now)]
    assert numbers == [Decimal(1130), Decimal(1131)]
    assert then.notes[0] == (
        "As known on 4 March 2026: figures loaded later are left out;"
        " street-level crime and its places are as loaded now."
    )
    assert not [note for note in now.notes if note.startswith("As known")]


def test_only_a_few_earlier_days_are_kept_at_hand(loaded: Engine) -> None:
    desk = Desk(SqlStore(loaded))
    days = [date(2026, 3, day) for day in range(1, 10)]
    asked = [f"partnership={HOME}&period=2010-11&as-at={day}" for day in days]
    titles = [desk.show(year_end, query).title for query in (*asked, *asked)]
    assert titles[: len(asked)] == titles[len(asked) :]
    assert len(desk._known) <= MOST_STATES


def changes(engine: Engine, query: str) -> tuple[Change, ...]:
    desk = Desk(SqlStore(engine))
    return changes_since(SqlStore(engine).as_at(None), filters_from(f"partnership={HOME}{query}", desk.choices()))


def test_what_changed_since_a_day_is_every_difference_and_nothing_else(loaded: Engine) -> None:
    casualties = "People killed or seriously injured in road traffic accidents"
    of = (HOME.capitalize(),)
    assert changes(loaded, f"&since={BETWEEN}") == (
        Change(ChangeKind.CHANGED, HOME, DRUGS, "actual", *of, "2010/11", "1130", "1131", "a.csv · line 2, field 3"),
        Change(ChangeKind.NEW, HOME, "Knife crime", "actual", *of, "2010/11", "", "7", "a.csv · line 4, field 3"),
        Change(ChangeKind.NEW, HOME, "Knife crime", "target", *of, "2010/11", "", "8", "a.csv · line 4, field 4"),
        Change(ChangeKind.GONE, HOME, casualties, "target", *of, "2011/12", "280", "", "a.csv · line 3, field 4"),
    )
    since_print = changes(loaded, f"&since={BEFORE}")
    assert sorted((item.kind, item.indicator, item.what, item.before, item.now) for item in since_print) == [
        ("changed", DRUGS, "actual", "1,128 ³ [p], up to 30 November 2010", "1131"),
        ("new", "Knife crime", "actual", "", "7"),
        ("new", "Knife crime", "target", "", "8"),
        ("new", casualties, "actual", "", "290"),
    ]
    assert (changes(loaded, f"&since={AFTER}"), changes(loaded, "")) == ((), ())


def test_what_changed_until_a_day_is_what_that_day_knew(loaded: Engine) -> None:
    desk = Desk(SqlStore(loaded))
    filters = filters_from(f"partnership={HOME}&since={BEFORE}&as-at={BETWEEN}", desk.choices())
    found = changes_since(SqlStore(loaded).as_at(BETWEEN), filters)
    assert sorted((item.kind, item.what, item.now) for item in found) == [
        ("changed", "actual", "1130"),
        ("new", "actual", "290"),
        ("new", "target", "280"),
    ]


def test_another_marker_alone_is_a_change(quick_engine: Engine, tmp_path: Path) -> None:
    heading = "Indicator,Period,Actual,Marker"
    load(quick_engine, text_file(tmp_path, "m.csv", heading, "NI 47,2011/12,290,p"), wish=wish(moment=FIRST))
    load(quick_engine, text_file(tmp_path, "m.csv", heading, "NI 47,2011/12,290,e"), wish=wish(moment=SECOND))
    (found,) = changes(quick_engine, f"&since={BETWEEN}")
    assert (found.kind, found.before, found.now) == ("changed", "290 [p]", "290 [e]")


def test_a_partnership_that_a_file_founded_is_all_new(quick_engine: Engine, tmp_path: Path) -> None:
    path = text_file(tmp_path, "a.csv", HEADING, "Knife crime,2010/11,7,")
    load(quick_engine, path, wish=wish("New Forest", FIRST))
    desk = Desk(SqlStore(quick_engine))
    filters = filters_from(f"partnership=new-forest&since={BEFORE}", desk.choices())
    assert [(item.kind, item.now) for item in changes_since(SqlStore(quick_engine), filters)] == [("new", "7")]


@pytest.mark.parametrize(
    ("line", "start"),
    [
        ("NI 40,2012/13,1100,", "2012-13"),  # a later financial year with an actual
        ("NI 40,2012,1100,", "2012"),  # a later calendar year, where no financial one is
        ("NI 40,2013/14,,1000", HOME_START),  # a target moves nothing
        ("NI 40,Apr 2013,90,", "2013-14"),  # a month stands for its year
        ("NI 40,2008/09,1200,", HOME_START),  # nor does an earlier year
    ],
)
def test_a_partnership_starts_in_its_newest_year_with_an_actual(
    quick_engine: Engine, tmp_path: Path, line: str, start: str
) -> None:
    load(quick_engine, text_file(tmp_path, "a.csv", HEADING, line))
    found = {item.slug: item.default_period.slug for item in SqlStore(quick_engine).partnerships()}
    assert found[HOME] == start
