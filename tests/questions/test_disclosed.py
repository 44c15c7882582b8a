"""Proves that whoever may not see small numbers gets none of a store: not as a value, a cell, a word or a remark."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import cast

import pytest
from sqlalchemy import Engine

from dashboard.domain.access.people import ALL, NONE, RIGHTS, Eyes, Reach, Right
from dashboard.domain.disclosure.rule import Mode
from dashboard.domain.disclosure.telling import WITHHELD
from dashboard.domain.documents import Note
from dashboard.domain.plans.progress import ActionStatus
from dashboard.domain.plans.risks import Score
from dashboard.domain.plans.updates import SaidOfAction, SaidOfRisk
from dashboard.domain.priorities.recorded import WordKind
from dashboard.domain.priorities.saying import SaidOfPriority
from dashboard.domain.records import Scope
from dashboard.domain.snapshots.reading import read
from dashboard.domain.snapshots.seen import Seen
from dashboard.domain.snapshots.slides import Measured
from dashboard.domain.statistics.control_chart import Rebaseline
from dashboard.domain.values.printed import Marker, Reason
from dashboard.questions.disclosed import disclosed
from dashboard.questions.limited import limited
from dashboard.questions.store import Store
from dashboard.questions.street import Arrival, Rejected
from data.engine import begin_writing
from data.own.rebaselining import decide, withdraw
from data.plans.priorities import write_priority
from data.plans.reviews import review_risk
from data.plans.updates import update_action
from data.snapshots.keeping import freeze
from data.store import SqlStore
from tests.data.own.conftest import quick_engine, reader
from tests.data.own.rutland import HATE, HOME, LATER, said, under, with_counts
from tests.data.own.typed import NOON

__all__ = ["quick_engine", "reader"]

OAKHAM = f"{HOME}/oakham"
SEEN = 1_000  # of what was said: all of it
PUBLIC, OFFICE = Eyes(ALL, NONE), Eyes(ALL, Reach(frozenset({HOME})))


@pytest.fixture
def store(quick_engine: Engine, tmp_path: Path) -> SqlStore:
    with_counts(quick_engine, tmp_path)
    return SqlStore(quick_engine)


def seen(store: Store, area: str = OAKHAM) -> dict[str, Decimal | None]:
    found = store.observations(Scope(HOME, areas=frozenset({area})))
    return {item.period.label: item.value.number for item in found}


def test_a_suppressed_count_is_missing_with_its_mark_and_the_reason(quick_engine: Engine, store: SqlStore) -> None:
    under(quick_engine)
    found = limited(store, PUBLIC).observations(Scope(HOME, areas=frozenset({OAKHAM})))
    [june] = [item for item in found if item.period.slug == "2024-M06"]
    assert (june.value.number, june.value.reason, june.value.marker) == (None, Reason.SUPPRESSED, Marker.CONFIDENTIAL)
    assert june.value.raw == june.sources[0].text == "[c]"
    assert (june.value.remarks, june.numerator, june.denominator, june.low, june.high) == ((), None, None, None, None)


def test_a_rounded_count_says_so_in_its_text_and_in_its_cell(quick_engine: Engine, store: SqlStore) -> None:
    under(quick_engine, Mode.ROUND)
    assert seen(limited(store, PUBLIC)) == {"Apr 2024": 5, "May 2024": 5, "Jun 2024": 0, "Q1 2024/25": 10}
    [april, *_] = limited(store, PUBLIC).observations(Scope(HOME, areas=frozenset({OAKHAM})))
    assert april.value.raw == april.sources[0].text == "5 (rounded to 5)"
    assert april.value.remarks == ("rounded to 5",)


def test_the_office_sees_its_own_figures_as_they_are(quick_engine: Engine, store: SqlStore) -> None:
    under(quick_engine)
    assert seen(limited(store, OFFICE)) == {"Apr 2024": 6, "May 2024": 6, "Jun 2024": 2, "Q1 2024/25": 14}
    assert limited(store, OFFICE).covered_files(HOME) == frozenset()
    assert disclosed(store, ALL).covers(HOME) == {}
    assert seen(disclosed(store, ALL)) == seen(store)


def test_without_a_rule_everybody_sees_them_as_they_are(store: SqlStore) -> None:
    assert seen(limited(store, PUBLIC)) == seen(store)


def test_the_pages_of_an_earlier_day_cover_alike(quick_engine: Engine, tmp_path: Path, store: SqlStore) -> None:
    under(quick_engine)
    with_counts(quick_engine, tmp_path, ((6, 6, 3), (9, 12, 15), (30, 20, 8)), LATER)
    then, now = limited(store, PUBLIC).as_at(NOON.date()), limited(store, PUBLIC)
    assert seen(then)["Jun 2024"] is None
    assert seen(now)["Jun 2024"] is None


def test_words_that_name_a_number_are_withheld_and_others_are_not(quick_engine: Engine, store: SqlStore) -> None:
    said(quick_engine, "2024-M05", "Patrols began in April 2024.")
    said(quick_engine, "2024-M06", "Only two incidents came in.")
    under(quick_engine)
    found = limited(store, PUBLIC).commentaries(Scope(HOME))
    assert [item.text for item in found] == ["Patrols began in April 2024.", WITHHELD]
    assert found[1].source.text == WITHHELD
    assert limited(store, PUBLIC).commentary_history(Scope(HOME)) == found
    assert [item.text for item in limited(store, OFFICE).commentaries(Scope(HOME))][1] == "Only two incidents came in."


def test_reasons_of_control_limits_that_name_a_number_are_withheld(quick_engine: Engine, store: SqlStore) -> None:
    under(quick_engine)
    for day, reason in ((5, "All 2 were reclassified"), (6, "A new way of recording")):
        decide(quick_engine, (HOME, HATE, HOME), Rebaseline(NOON.date().replace(day=day), reason, "Jo"), NOON)
    withdraw(quick_engine, HOME, 2, ("It was one only", "Jo"), LATER)
    first, second = limited(store, PUBLIC).rebaselines(HOME)
    assert (first.said.reason, second.said.reason) == (WITHHELD, "A new way of recording")
    assert second.withdrawn is not None
    assert second.withdrawn.reason == WITHHELD
    assert limited(store, OFFICE).rebaselines(HOME)[0].said.reason == "All 2 were reclassified"


class Told:
    """A store whose covered file has notes, a remark and a row that was not taken; file 1 has such a row too."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.file = max(store.covered_files(HOME))

    def __getattr__(self, question: str) -> object:
        return getattr(self._store, question)

    def notes(self, _partnership: str) -> tuple[Note, ...]:
        document = f"file-{self.file}"
        texts = (("1", "Two were late"), ("2", "From police"))
        return tuple(Note(document, "hate.csv", mark, text) for mark, text in texts)

    def arrivals(self) -> tuple[Arrival, ...]:
        return tuple(replace(item, remarks="B7: 3 and 4 differ") for item in self._store.arrivals())

    def rejected(self, arrival: int) -> tuple[Rejected, ...]:
        return (Rejected(arrival, "hate.csv", 7, "period-unreadable", "Oakham,nonsense,3"),)


def test_words_on_a_plan_that_name_a_number_are_withheld(quick_engine: Engine, store: SqlStore) -> None:
    for words in ("Two victims were moved", "Well under way"):
        on_track = SaidOfAction(ActionStatus.ON_TRACK, words, None, "", "Lead", SEEN)
        update_action(quick_engine, (HOME, "1"), on_track, NOON)
        review_risk(quick_engine, (HOME, "R1"), SaidOfRisk(Score(1, 1), Score(), words, None, "Lead", SEEN), NOON)
        write_priority(quick_engine, HOME, (WordKind.HARM, "robbery"), SaidOfPriority("4", words, "Lead", SEEN), NOON)
    assert next(item.words for item in limited(store, PUBLIC).action_updates(HOME)) == "Two victims were moved"
    under(quick_engine)
    for eyes, first in ((PUBLIC, WITHHELD), (OFFICE, "Two victims were moved")):
        seen_by = limited(store, eyes)
        assert [item.words for item in seen_by.action_updates(HOME)] == [first, "Well under way"]
        assert [item.words for item in seen_by.risk_reviews(HOME)] == [first, "Well under way"]
        assert [item.words for item in seen_by.priority_words(HOME)] == [first, "Well under way"]


def test_rows_that_were_not_taken_and_remarks_of_the_file_tell_no_number(quick_engine: Engine, store: SqlStore) -> None:
    under(quick_engine)
    told = Told(store)
    found, office = disclosed(cast(Store, told), NONE), disclosed(cast(Store, told), OFFICE.exact)
    assert [row.text for row in found.rejected(told.file)] == ["[c]"]
    assert [row.text for row in found.rejected(1)] == [row.text for row in office.rejected(told.file)]
    remarks = {item.id: item.remarks for item in found.arrivals()}
    assert remarks.pop(told.file) == ""
    [held] = SqlStore(quick_engine).incident_lists("sampleshire")  # whose remarks count incidents
    assert remarks.pop(held.arrival) == ""
    assert set(remarks.values()) == {"B7: 3 and 4 differ"}


def test_notes_of_a_covered_file_that_name_a_number_are_withheld(quick_engine: Engine, store: SqlStore) -> None:
    under(quick_engine)
    found = disclosed(cast(Store, Told(store)), NONE).notes(HOME)
    assert [item.text for item in found] == [WITHHELD, "From police"]


def test_whoever_loads_or_administers_for_a_partnership_sees_its_numbers_as_they_are() -> None:
    """So the pages of loading, which compare with what is published, need no rule."""
    for held in RIGHTS.values():
        assert Right.EXACT in held or not held & {Right.PUBLISH, Right.ADMINISTER}


def test_what_a_meeting_saw_before_a_rule_was_set_is_covered_by_it(quick_engine: Engine, store: SqlStore) -> None:
    measured = Measured(indicator=HATE, name="Hate crime", area=OAKHAM, period="2024-M06", number="2", text="2")
    with begin_writing(quick_engine) as connection:
        freeze(connection, 99, Seen(partnership=HOME, measures=(measured,)), NOON)
    under(quick_engine)
    [for_all], [for_the_office] = (limited(store, eyes).snapshots(HOME) for eyes in (PUBLIC, OFFICE))
    assert [item.text for item in read(for_all.text).measures] == ["[c]"]
    assert for_all.is_intact
    assert read(for_the_office.text).measures == (measured,)
