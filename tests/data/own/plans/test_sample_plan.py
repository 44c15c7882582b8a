"""Proves that Sampleshire has a plan, which lies under every release and is told by the same loaders."""

from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import Engine

from dashboard.domain.errors import RefusedFile
from dashboard.domain.records import Scope
from dashboard.questions.store import Store
from data.own.publishing.release import undo
from data.sample.ensure import ensure_sample
from data.store import SqlStore
from data.tables.street import street_state
from tests.data.own.typed import NOON, load, text_file, wish

SAMPLESHIRE = Scope("sampleshire")


def test_sampleshire_has_a_plan_of_every_kind(store: Store) -> None:
    assert len(store.actions(SAMPLESHIRE)) == 14
    assert len(store.risks(SAMPLESHIRE)) == 6
    assert len(store.meetings("sampleshire")) == 10
    assert len(store.campaigns("sampleshire")) == 5
    assert len(store.priorities("sampleshire")) == 7
    assert {item.period for item in store.survey_ranks("sampleshire")} == {"2025", "2026"}


def test_its_actions_name_indicators_and_areas_that_there_are(store: Store) -> None:
    indicators = {item.id for item in store.indicators(SAMPLESHIRE)}
    areas = {item.slug for item in store.areas("sampleshire")}
    found = store.actions(SAMPLESHIRE)
    linked = [item for item in found if item.indicators]
    assert len(linked) == 13
    assert all(set(item.indicators) <= indicators for item in linked)
    assert {item.area for item in found} - {""} <= areas
    assert len([item for item in found if item.area]) == 7
    assert all(item.category for item in linked)


def test_a_meeting_lists_the_campaigns_of_its_day(store: Store) -> None:
    [december] = [item for item in store.meetings("sampleshire") if item.date == date(2026, 12, 10)]
    assert len(december.campaigns) == 2


def test_a_day_of_the_past_has_its_plan_too(store: Store) -> None:
    assert len(store.as_at(date(2020, 1, 1)).actions(SAMPLESHIRE)) == 14


def test_what_is_laid_over_it_is_undone_and_it_stays(quick_engine: Engine, tmp_path: Path) -> None:
    file = text_file(tmp_path, "a.csv", "Ref,Action,Progress", "A14,Share what each service knows,Agreed in May")
    load(quick_engine, file, wish=wish("sampleshire"))
    [found] = [item for item in SqlStore(quick_engine).actions(SAMPLESHIRE) if item.ref == "A14"]
    assert dict(found.cells)["progress"] == "Agreed in May"
    assert found.lead == "Partnership analyst"
    undo(quick_engine, 1, NOON, "Jo")
    assert len(SqlStore(quick_engine).actions(SAMPLESHIRE)) == 14
    with pytest.raises(RefusedFile, match="nothing to undo"):
        undo(quick_engine, 0, NOON, "Jo")


def test_a_later_sampleshire_takes_the_place_of_the_one_before_and_lies_beneath_what_was_loaded(
    quick_engine: Engine, tmp_path: Path
) -> None:
    load(quick_engine, text_file(tmp_path, "a.csv", "Ref,Action,Lead", "A14,Share,Analyst"), wish=wish("sampleshire"))
    with quick_engine.begin() as connection:
        connection.execute(street_state.delete().where(street_state.c.name == "sample"))
    assert ensure_sample(quick_engine, NOON)
    found = SqlStore(quick_engine).actions(SAMPLESHIRE)
    assert len(found) == 14
    assert [item.action for item in found if item.ref == "A14"] == ["Share"]
