"""Proves that a plan is loaded like figures: laid over the document's, changed, withdrawn, undone, as on a day."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from sqlalchemy import Engine

from dashboard.domain.checks.changes import ChangeKind, PlanChange
from dashboard.domain.documents import Action
from dashboard.domain.doors import FileDoor
from dashboard.domain.records import Scope
from data.own.pointer import pointer
from data.own.publishing.release import undo
from data.store import SqlStore
from tests.data.own.typed import NOON, load, refused, text_file, wish

HEADING = "Ref,Objective,Action,Lead,Due,Progress,Indicators"
PATROLS = "A1,Violence,Patrols in the night-time economy,Inspector,31/03/2012,On track,NI 15"
GATES = "A2,Burglary,Alley gates,Housing,by June 2012,,NI 16"
LATER = datetime(2026, 3, 9, 12, tzinfo=UTC)


def actions(engine: Engine, partnership: str = "warwickshire", day: date | None = None) -> dict[str, Action]:
    """The loaded actions by key, as published now or on a day."""
    found = SqlStore(engine).as_at(day).actions(Scope(partnership))
    return {item.key: item for item in found if item.source.document.startswith("file-")}


def plan(folder: Path, *lines: str, name: str = "plan.csv") -> Path:
    return text_file(folder, name, HEADING, *lines)


def told(changes: tuple[PlanChange, ...]) -> list[tuple[str, ...]]:
    """Each change in short; of a changed line the fields that say something else."""
    found = []
    for item in changes:
        names = [name for name, _, _ in item.details] if item.kind is ChangeKind.CHANGED else []
        found.append((item.kind, item.what, item.line, *names))
    return found


def test_an_action_is_there_with_its_day_its_indicators_and_its_cell(quick_engine: Engine, tmp_path: Path) -> None:
    summary = load(quick_engine, plan(tmp_path, PATROLS, GATES))
    assert [file.kind for file in summary.files] == ["plan"]
    assert told(summary.figures.plan) == [
        ("new", "action", "A1 Patrols in the night-time economy"),
        ("new", "action", "A2 Alley gates"),
    ]
    found = actions(quick_engine)["a1"]
    assert (found.due_date, found.lead) == (date(2012, 3, 31), "Inspector")
    assert found.indicators == ("warwickshire/ni-15",)
    assert found.category == "most-serious-violence"
    assert found.source.place == "plan.csv · line 2, field 3"
    assert isinstance(found.source.target, FileDoor)
    assert actions(quick_engine)["a2"].due_date == date(2012, 6, 30)


def test_the_document_s_actions_stay_beside_loaded_ones(quick_engine: Engine, tmp_path: Path) -> None:
    printed = len(SqlStore(quick_engine).actions(Scope("warwickshire")))
    load(quick_engine, plan(tmp_path, PATROLS))
    assert len(SqlStore(quick_engine).actions(Scope("warwickshire"))) == printed + 1


def test_the_same_file_again_changes_nothing(quick_engine: Engine, tmp_path: Path) -> None:
    file = plan(tmp_path, PATROLS, GATES)
    load(quick_engine, file)
    summary = load(quick_engine, file, wish=wish(moment=LATER))
    assert not summary.loaded
    assert (summary.figures.plan, summary.figures.plan_same) == ((), 2)
    assert "Already loaded on 2026-03-02; nothing changes." in summary.files[0].said


def test_a_changed_line_says_which_field_and_keeps_its_key(quick_engine: Engine, tmp_path: Path) -> None:
    load(quick_engine, plan(tmp_path, PATROLS, GATES))
    summary = load(quick_engine, plan(tmp_path, PATROLS.replace("31/03/2012", "30/06/2012"), GATES))
    [change] = summary.figures.plan
    assert change.details == (("due", "31/03/2012", "30/06/2012"),)
    assert summary.figures.plan_same == 1
    assert actions(quick_engine)["a1"].due_date == date(2012, 6, 30)


def test_a_column_that_a_later_file_does_not_have_stays_as_it_was(quick_engine: Engine, tmp_path: Path) -> None:
    load(quick_engine, plan(tmp_path, PATROLS))
    load(
        quick_engine,
        text_file(tmp_path, "plan.csv", "Ref,Action,Progress", "A1,Patrols in the night-time economy,Done"),
    )
    found = actions(quick_engine)["a1"]
    assert (found.lead, dict(found.cells)["progress"]) == ("Inspector", "Done")


def test_a_line_left_out_stays_unless_it_is_to_be_withdrawn(quick_engine: Engine, tmp_path: Path) -> None:
    load(quick_engine, plan(tmp_path, PATROLS, GATES))
    summary = load(quick_engine, plan(tmp_path, GATES))
    assert told(summary.figures.lines(ChangeKind.GONE)) == [("gone", "action", "A1 Patrols in the night-time economy")]
    assert set(actions(quick_engine)) == {"a1", "a2"}
    load(quick_engine, plan(tmp_path, GATES), wish=wish(withdraw=True))
    assert set(actions(quick_engine)) == {"a2"}


def test_a_plan_is_undone_like_figures(quick_engine: Engine, tmp_path: Path) -> None:
    load(quick_engine, plan(tmp_path, PATROLS))
    load(quick_engine, plan(tmp_path, PATROLS.replace("On track", "Done")))
    with quick_engine.connect() as connection:
        release = pointer(connection)
    undo(quick_engine, release, LATER, "Jo")
    assert dict(actions(quick_engine)["a1"].cells)["progress"] == "On track"


def test_a_day_before_shows_the_plan_as_it_was(quick_engine: Engine, tmp_path: Path) -> None:
    load(quick_engine, plan(tmp_path, PATROLS))
    load(quick_engine, plan(tmp_path, PATROLS.replace("On track", "Done")), wish=wish(moment=LATER))
    assert dict(actions(quick_engine, day=NOON.date())["a1"].cells)["progress"] == "On track"
    assert actions(quick_engine, day=date(2026, 1, 1)) == {}


def test_a_new_partnership_may_have_a_plan_and_nothing_else(quick_engine: Engine, tmp_path: Path) -> None:
    summary = load(quick_engine, plan(tmp_path, PATROLS), wish=wish("Rutland"))
    assert summary.figures.partnerships == ("Rutland",)
    assert set(actions(quick_engine, "rutland")) == {"a1"}
    [document] = SqlStore(quick_engine).documents("rutland")
    assert document.title == "plan.csv"


def test_the_partnership_is_said_by_a_column_or_asked_for(quick_engine: Engine, tmp_path: Path) -> None:
    file = text_file(
        tmp_path, "plan.csv", "Partnership,Action,Lead", "Derby,Gates,Housing", "Shropshire,Patrols,Police"
    )
    load(quick_engine, file, wish=wish(""))
    assert set(actions(quick_engine, "derby")) == {"gates"}
    assert set(actions(quick_engine, "shropshire")) == {"patrols"}
    sentence = refused(quick_engine, plan(tmp_path, PATROLS, name="other.csv"), wish=wish(""))
    assert "does not say whose plan it holds" in sentence


def test_one_reference_for_two_actions_is_rejected_with_the_reason(quick_engine: Engine, tmp_path: Path) -> None:
    summary = load(quick_engine, plan(tmp_path, PATROLS, GATES, "A2,Burglary,Marking,Police,,,"))
    assert summary.files[0].rules == {"plan-doubled": 1}
    assert actions(quick_engine)["a2"].action == "Alley gates"


def test_two_actions_in_the_same_words_are_two(quick_engine: Engine, tmp_path: Path) -> None:
    load(quick_engine, plan(tmp_path, ",Crime,Patrols,Inspector,,,", ",Crime,Patrols,Housing,,,"))
    assert set(actions(quick_engine)) == {"patrols-crime", "patrols-crime-2"}


def test_a_numbered_line_keeps_its_key_when_its_words_are_mended(quick_engine: Engine, tmp_path: Path) -> None:
    load(quick_engine, plan(tmp_path, "1,Crime,Patrlos,Inspector,,,", "2,Crime,Gates,Housing,,,"))
    summary = load(quick_engine, plan(tmp_path, "1,Crime,Patrols,Inspector,,,", "2,Crime,Gates,Housing,,,"))
    assert told(summary.figures.plan) == [("changed", "action", "1 Patrols", "action")]
    assert actions(quick_engine)["patrlos-crime"].action == "Patrols"


def test_numbers_of_another_file_are_other_lines(quick_engine: Engine, tmp_path: Path) -> None:
    load(quick_engine, plan(tmp_path, "1,Violence,Patrols,Inspector,,,"))
    load(quick_engine, plan(tmp_path, "1,Burglary,Gates,Housing,,,", name="burglary.csv"))
    assert set(actions(quick_engine)) == {"patrols-violence", "gates-burglary"}


def test_words_for_a_day_stay_words_and_are_counted(quick_engine: Engine, tmp_path: Path) -> None:
    summary = load(quick_engine, plan(tmp_path, "A1,,Patrols,,Spring 2012,,", "A2,,Gates,,Ongoing,,"))
    assert "Due dates that name no day are kept as words: 1, the first “Spring 2012”." in summary.files[0].said
    found = actions(quick_engine)["a1"]
    assert (found.due, found.due_date) == ("Spring 2012", None)


def test_a_document_s_own_line_is_changed_by_its_reference(quick_engine: Engine, tmp_path: Path) -> None:
    file = text_file(tmp_path, "plan.csv", "Actions,Completion Date", "7.7 Tackle re-offending,By April 2012")
    summary = load(quick_engine, file, wish=wish("staffordshire"))
    [change] = summary.figures.plan
    assert (change.kind, change.details[-1]) == ("changed", ("due", "By April 2011", "By April 2012"))
    [found] = [item for item in SqlStore(quick_engine).actions(Scope("staffordshire")) if item.ref == "7.7"]
    assert (found.due, found.lead, found.indicator) == (
        "By April 2012",
        "Ch. Insp [named officer]",
        "staffordshire/ni-15",
    )


@pytest.mark.parametrize("text", ["=1+1", "<script>alert(1)</script>", "🚓", "-10%", "'quoted"])
def test_whatever_is_typed_is_kept_as_text(quick_engine: Engine, tmp_path: Path, text: str) -> None:
    load(quick_engine, plan(tmp_path, f"A1,Crime,{text},Inspector,,,"))
    assert actions(quick_engine)["a1"].action == text


def test_links_and_crime_types_that_lead_nowhere_are_said(quick_engine: Engine, tmp_path: Path) -> None:
    summary = load(quick_engine, plan(tmp_path, PATROLS, "A2,Burglary,Gates,Housing,,,NI 16; NI 999"))
    assert summary.figures.plan_remarks == (
        "Linked indicators that lead to no indicator of the partnership yet: 1, the first “NI 999”.",
    )
    file = text_file(tmp_path, "c.csv", "Category,Crime types,Order", "Homes,Burglary; Burglry,1")
    summary = load(quick_engine, file)
    assert summary.figures.plan_remarks == ("Crime types that name no crime type or category: 1, the first “Burglry”.",)


def test_whether_there_is_a_plan_is_known_without_reading_it(quick_engine: Engine, tmp_path: Path) -> None:
    """Of what is printed, loaded, withdrawn line by line and undone it is as its lines say."""

    def agrees(partnership: str) -> bool:
        store = SqlStore(quick_engine)
        assert store.has_plan(partnership) == bool(store.plan_lines(partnership))
        return store.has_plan(partnership)

    assert all(map(agrees, ("warwickshire", "derby", "shropshire", "staffordshire", "south-staffordshire")))
    assert not agrees("nowhere")
    load(quick_engine, plan(tmp_path, PATROLS), wish=wish("Elsewhere"))
    assert agrees("elsewhere")
    load(quick_engine, plan(tmp_path, GATES), wish=wish("Elsewhere", withdraw=True))
    assert agrees("elsewhere")
    for _ in range(2):
        with quick_engine.connect() as connection:
            release = pointer(connection)
        undo(quick_engine, release, LATER, "Jo")
    assert not agrees("elsewhere")
