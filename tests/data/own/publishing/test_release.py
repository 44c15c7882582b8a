"""Proves that a typed table changes what it says otherwise and nothing else, and that every load can be taken back."""

from datetime import timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from sqlalchemy import Engine

from dashboard.domain.checks.changes import Change, ChangeKind, Total
from dashboard.domain.errors import RefusedFile
from dashboard.domain.records import Scope
from data.own.pointer import chain, pointer
from data.own.publishing.release import undo
from data.store import SqlStore
from tests.data.own.typed import (
    DRUGS,
    HEADING,
    NOON,
    book,
    load,
    number,
    observation,
    refused,
    table_1,
    target,
    text_file,
    told,
    wish,
)

PRINTED = (Decimal(1128), "p")
CORRECTED = (Decimal(1131), "r")


def releases(engine: Engine) -> tuple[int, ...]:
    """Everything that is published now, the oldest first."""
    with engine.connect() as connection:
        return chain(connection, pointer(connection))


def taken_back(engine: Engine) -> None:
    undo(engine, releases(engine)[-1], NOON, "Jo")


def test_the_printed_table_typed_as_it_stands_changes_nothing(engine: Engine, tmp_path: Path) -> None:
    summary = load(engine, table_1(tmp_path))
    found = summary.figures
    assert (summary.changes_anything, found.changes, found.same, found.declared) == (False, (), 24, ())
    assert (found.areas, found.indicators, found.partnerships) == ((), (), ())
    assert (summary.files[0].rejected, releases(engine)) == (0, ())


def test_what_is_new_or_other_is_shown_with_its_cell(quick_engine: Engine, tmp_path: Path) -> None:
    path = table_1(tmp_path, E7="1,131", E6=18, F2="2011/12 Target", F8=290)
    found = load(quick_engine, path, wish=wish()).figures
    assert found.changes == (
        Change(
            *(ChangeKind.CHANGED, "Warwickshire", "Re-offending rate of prolific and priority offenders", "actual"),
            *("Warwickshire", "2010/11", "TBC ²", "18", "table-1.xlsx, Performance, E6"),
        ),
        Change(
            *(ChangeKind.CHANGED, "Warwickshire", DRUGS, "actual"),
            *("Warwickshire", "2010/11", "1,128 ³", "1,131", "table-1.xlsx, Performance, E7"),
        ),
        Change(
            *(ChangeKind.NEW, "Warwickshire", "People killed or seriously injured in road traffic accidents", "target"),
            *("Warwickshire", "2011/12", "", "290", "table-1.xlsx, Performance, F8"),
        ),
    )
    assert (found.same, found.touches) == (22, True)


def test_a_note_mark_glued_to_its_number_is_rejected_with_the_mend(quick_engine: Engine, tmp_path: Path) -> None:
    summary = load(quick_engine, table_1(tmp_path, E7="1,1283"))
    sentence = "“1,1283” looks like 1,128 with note 3: write 1,128 (3)."
    assert summary.files[0].kept == [
        {"line": 7, "rule": "value-unreadable", "text": f"Performance, E7: {sentence}"},
    ]
    assert (summary.files[0].rejected, summary.changes_anything, summary.figures.same) == (1, False, 23)
    assert number(quick_engine) == PRINTED


def test_a_table_that_can_mostly_not_be_read_is_refused_with_its_first_reason(
    quick_engine: Engine, tmp_path: Path
) -> None:
    rows = [HEADING, ("NI40 - Drug users in effective treatment", "(12)", "26,3", "1,1283", "(13)")]
    sentence = refused(quick_engine, book(tmp_path / "t.xlsx", rows))
    assert sentence.startswith("t.xlsx: 4 of its figures cannot be read; the first: Performance, B2: “(12)” is in")


def test_a_published_number_is_marked_revised_until_the_load_is_undone(engine: Engine, tmp_path: Path) -> None:
    path = table_1(tmp_path, E7="1,131", D7="1,080")
    assert load(engine, path).loaded
    found, aim = observation(engine), target(engine)
    assert found is not None
    assert aim is not None
    assert (found.value.raw, found.sources[0].row, found.sources[0].column) == ("1,131", "Performance", "E7")
    assert (number(engine), aim.rule.number) == (CORRECTED, Decimal(1080))
    taken_back(engine)
    aim = target(engine)
    assert (number(engine), aim and aim.rule.number, releases(engine)) == (PRINTED, Decimal(1074), ())
    assert load(engine, path).loaded
    assert (number(engine), releases(engine)) == (CORRECTED, (2,))


def test_the_same_bytes_or_the_same_figures_in_other_bytes_change_nothing(engine: Engine, tmp_path: Path) -> None:
    path = table_1(tmp_path, E7="1,131")
    assert load(engine, path).loaded
    again = load(engine, path)
    assert (again.changes_anything, again.figures.same) == (False, 24)
    assert again.files[0].said[-1] == "Already loaded on 2026-03-02; nothing changes."
    other = load(engine, table_1(tmp_path, E7="1131", A12="Typed afresh"))
    assert (other.changes_anything, other.figures.same, releases(engine)) == (False, 24, (1,))
    assert "Already loaded" not in " ".join(other.files[0].said)


def test_a_load_rests_on_what_is_published_not_on_what_was_undone(engine: Engine, tmp_path: Path) -> None:
    load(engine, text_file(tmp_path, "a.csv", "Indicator,Period,Actual", "NI 40,2010/11,1130", "NI 47,2010/11,300"))
    load(engine, text_file(tmp_path, "b.csv", "Indicator,Period,Actual", "NI 40,2010/11,1131"))
    taken_back(engine)
    assert (number(engine), releases(engine)) == ((Decimal(1130), "r"), (1,))
    load(engine, text_file(tmp_path, "c.csv", "Indicator,Period,Actual", "NI 15,2010/11,336"))
    assert releases(engine) == (1, 3)
    assert number(engine) == (Decimal(1130), "r")
    assert number(engine, "warwickshire/ni-15") == (Decimal(336), "r")
    taken_back(engine)
    assert number(engine, "warwickshire/ni-47") == (Decimal(300), "r")
    taken_back(engine)
    assert (number(engine), number(engine, "warwickshire/ni-47")) == (PRINTED, (Decimal(301), ""))


def test_a_figure_that_is_itself_again_is_still_marked_revised(quick_engine: Engine, tmp_path: Path) -> None:
    load(quick_engine, text_file(tmp_path, "a.csv", "Indicator,Period,Actual", "NI 47,2010/11,300"))
    load(quick_engine, text_file(tmp_path, "a.csv", "Indicator,Period,Actual", "NI 47,2010/11,301"))
    assert number(quick_engine, "warwickshire/ni-47") == (Decimal(301), "r")


def test_what_a_file_holds_no_more_is_listed_and_withdrawn_only_when_asked(engine: Engine, tmp_path: Path) -> None:
    lines = ("Indicator,Period,Actual,Target", "NI 40,2010/11,1131,", "Knife crime,2011/12,7,6")
    load(engine, text_file(tmp_path, "own.csv", *lines))
    shorter = text_file(tmp_path, "own.csv", *lines[:2])
    kept = load(engine, shorter)
    assert (kept.changes_anything, kept.figures.same) == (False, 1)
    assert told(kept.figures.changes) == [
        ("gone", "Knife crime", "actual", "2011/12", "7", ""),
        ("gone", "Knife crime", "target", "2011/12", "6", ""),
    ]
    assert [item.place for item in kept.figures.changes] == [f"own.csv · line 3, field {at}" for at in (3, 4)]
    assert load(engine, shorter, wish=wish(withdraw=True)).loaded
    assert observation(engine, "warwickshire/knife-crime", "2011-12") is None
    assert target(engine, "warwickshire/knife-crime", "2011-12") is None
    assert not load(engine, shorter, wish=wish(withdraw=True)).changes_anything
    taken_back(engine)
    assert number(engine, "warwickshire/knife-crime", "2011-12") == (Decimal(7), "")


def test_a_withdrawn_figure_of_the_print_does_not_show_through(quick_engine: Engine, tmp_path: Path) -> None:
    lines = ("Indicator,Period,Actual,Target", "NI 40,2010/11,1131,1080", "NI 15,2010/11,336,")
    load(quick_engine, text_file(tmp_path, "own.csv", *lines))
    load(quick_engine, text_file(tmp_path, "own.csv", lines[0], lines[2]), wish=wish(withdraw=True))
    assert (observation(quick_engine), target(quick_engine)) == (None, None)


def test_undoing_is_refused_when_there_is_nothing_or_another_release(engine: Engine, tmp_path: Path) -> None:
    with pytest.raises(RefusedFile, match=r"^There is nothing to undo: no figures of your own are published\.$"):
        undo(engine, 1, NOON, "Jo")
    load(engine, text_file(tmp_path, "a.csv", "Indicator,Period,Actual", "NI 40,2010/11,1130"))
    with pytest.raises(RefusedFile, match=r"^Somebody published or undid something in between: look again"):
        undo(engine, 7, NOON, "Jo")
    assert undo(engine, 1, NOON, "Jo") == 0


def test_two_files_of_a_call_that_disagree_are_refused_and_the_same_figure_twice_is_one(
    quick_engine: Engine, tmp_path: Path
) -> None:
    first = text_file(tmp_path, "a.csv", "Indicator,Period,Actual", "NI 40,2010/11,1130")
    same = text_file(tmp_path, "b.csv", "Indicator,Period,Actual", f"{DRUGS},2010-11,1130")
    other = text_file(tmp_path, "c.csv", "Indicator,Period,Actual", "NI 40,FY2010/11,1131")
    assert refused(quick_engine, first, other) == (
        "c.csv, line 2, field 3 says “1131” and a.csv, line 2, field 3 “1130” for the same actual: "
        "Drug users in effective treatment, 2010/11. Keep one."
    )
    assert [item.now for item in load(quick_engine, first, same).figures.changes] == ["1130"]


def test_the_sums_of_counts_that_change_are_told(quick_engine: Engine, tmp_path: Path) -> None:
    lines = ["NI 40,2010/11,1130,1080", "NI 47,2010/11,310,", "NI 15,2010/11,TBC,"]
    lines.append("Adult reoffending rate,2010/11,-9%,")
    found = load(quick_engine, text_file(tmp_path, "a.csv", "Indicator,Period,Actual,Target", *lines)).figures
    assert found.totals == (
        Total("Warwickshire", "actual", "2010/11", Decimal(1128 + 301 + 335), Decimal(1130 + 310)),
        Total("Warwickshire", "target", "2010/11", Decimal(1074), Decimal(1080)),
    )
    assert [item.indicator for item in found.changes if item.loses_number] == ["Most serious violent crime"]


def test_a_later_covered_day_or_another_marker_is_a_change_and_a_note_mark_is_none(
    quick_engine: Engine, tmp_path: Path
) -> None:
    heading = "Indicator,Period,Actual,Marker,Covers to,Note"
    same = text_file(tmp_path, "same.csv", heading, "NI 40,2010/11,1128,p,2010-11-30,", "NI 47,2010/11,301 (3),,,3")
    assert not load(quick_engine, same).changes_anything
    later = text_file(tmp_path, "later.csv", heading, "NI 40,2010/11,1128,p,2010-12-31,", "NI 47,2010/11,301,e,,")
    assert len(load(quick_engine, later).figures.of(ChangeKind.CHANGED)) == 2
    found = observation(quick_engine)
    assert found is not None
    assert (str(found.covers_to), number(quick_engine), number(quick_engine, "warwickshire/ni-47")) == (
        *("2010-12-31", PRINTED),
        (Decimal(301), "e"),
    )


def test_every_move_of_the_pointer_is_another_version(quick_engine: Engine, tmp_path: Path) -> None:
    store = SqlStore(quick_engine)
    versions = [store.version()]
    load(quick_engine, table_1(tmp_path, E7="1,131"), wish=wish(moment=NOON + timedelta(days=1)))
    versions.append(store.version())
    taken_back(quick_engine)
    assert len({*versions, store.version()}) == 3


def test_a_target_in_words_is_kept_as_it_stands(quick_engine: Engine, tmp_path: Path) -> None:
    load(quick_engine, text_file(tmp_path, "a.csv", "Indicator,Period,Target", "NI 40,2012/13,3% reduction on 2011/12"))
    found = target(quick_engine, period="2012-13")
    assert found is not None
    assert (found.rule.raw, found.rule.percentage, found.rule.number) == ("3% reduction on 2011/12", Decimal(-3), None)


def test_a_typed_figure_lies_over_the_count_of_street_level_files(quick_engine: Engine, tmp_path: Path) -> None:
    home, line = "sampleshire", "Burglary,2024/25,700,800"
    counted = number(quick_engine, f"{home}/burglary", "2024-25")
    path = text_file(tmp_path, "a.csv", "Indicator,Period,Actual,Target", line)
    assert counted == (Decimal(659), "")
    assert told(load(quick_engine, path, wish=wish(home)).figures.changes)[0][-2:] == ("659", "700")
    assert number(quick_engine, f"{home}/burglary", "2024-25") == (Decimal(700), "r")
    found = SqlStore(quick_engine).observations(Scope(home))
    keys = [(item.indicator, item.area, item.period) for item in found]
    assert len(keys) == len(set(keys))
    assert not load(quick_engine, path, wish=wish(home)).changes_anything
    taken_back(quick_engine)
    assert number(quick_engine, f"{home}/burglary", "2024-25") == counted
