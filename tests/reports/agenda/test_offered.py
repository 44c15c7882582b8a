"""Proves what the rules put on an agenda, and that the made-up county met in the last quarter and prepares the next."""

from dataclasses import replace
from datetime import date

import pytest

from dashboard.domain.errors import UnknownFilter
from dashboard.domain.meetings.decisions import DecisionKind, MeetingDecision
from dashboard.domain.meetings.record import AgendaItem, ItemKind, MeetingRecord, Phase
from dashboard.domain.periods.period import from_slug
from dashboard.exports.meetings import meeting_text
from dashboard.questions.store import Store
from dashboard.reports.agenda.offered import Prepared, before_words, offered
from dashboard.reports.desk import Desk

DAY = date(2026, 11, 30)
BOARD = MeetingRecord(9, "warwickshire", "Board, spring", "Board", date(2027, 3, 1))
BEFORE = replace(BOARD, number=8, title="Board, winter", day=date(2026, 9, 1), phase=Phase.CLOSED)
GROUP = replace(BEFORE, number=7, title="Tasking, August", body="Tasking group", day=date(2026, 8, 1))
FUND = MeetingDecision(
    5, 7, "warwickshire", DecisionKind.RECOMMENDATION, "Fund it", "Lead", None, "Jo", "2026-08-01", to_body="board"
)
DO = replace(FUND, number=6, kind=DecisionKind.ACTION, to_body="", due=date(2026, 10, 1), words="Do it")


def found(store: Store, query: str, prepared: Prepared) -> dict[ItemKind, list[AgendaItem]]:
    desk = Desk(store)
    filters = desk.filters(query)
    items: dict[ItemKind, list[AgendaItem]] = {}
    for item in desk.ask(lambda seen, _: offered(seen, filters, prepared)):
        items.setdefault(item.kind, []).append(item)
    return items


def test_the_rules_find_what_needs_a_word(store: Store) -> None:
    prepared = Prepared(BOARD, (GROUP, BEFORE, BOARD), (FUND, DO), DAY)
    items = found(store, "partnership=warwickshire&period=2010-11", prepared)
    assert next(iter(items)) is ItemKind.OPENING
    assert list(items)[-1] is ItemKind.CLOSING
    [minutes], [arising], [carried] = items[ItemKind.LAST_MINUTES], items[ItemKind.ARISING], items[ItemKind.CARRIED]
    assert (minutes.words, minutes.key) == ("Minutes of Board, winter", "meeting 8")
    assert (arising.why, arising.today) == ("Two decisions left to do.", "One is overdue.")
    assert (carried.words, carried.why) == ("Fund it", "Recommended by Tasking group.")
    for item in items.get(ItemKind.WORSE, ()):
        assert item.indicator.startswith("warwickshire/")
        assert "worse than the year before" in item.why


@pytest.mark.parametrize(
    ("period", "before"),
    [
        ("2025-26", "the year before"),
        ("2025-26-Q1", "a year before"),
        ("2025-M05", "a year before"),
        ("2023-04--2026-03", "the period before"),
    ],
)
def test_what_is_worse_says_than_when(period: str, before: str) -> None:
    assert before_words(from_slug(period)) == before


def test_what_is_on_the_agenda_is_not_offered_again(store: Store) -> None:
    prepared = Prepared(BOARD, (BOARD,), (), DAY)
    query = "partnership=sampleshire&period=2025-26"
    every = [item for items in found(store, query, prepared).values() for item in items]
    again = Prepared(replace(BOARD, items=tuple(every)), (BOARD,), (), DAY)
    assert {ItemKind.WORSE, ItemKind.AWAITED} <= {item.kind for item in every}
    assert found(store, query, again) == {}


def test_sampleshire_met_in_the_last_quarter_and_prepares_the_next_meeting(store: Store) -> None:
    held, following = store.meeting_records("sampleshire")
    assert (held.phase, held.day, len(held.attendance)) == (Phase.CLOSED, date(2026, 10, 15), 6)
    assert (following.phase, following.day) == (Phase.PREPARED, date(2027, 1, 14))
    assert ItemKind.ARISING in {item.kind for item in following.items}
    decisions = store.meeting_decisions("sampleshire")
    assert {item.meeting for item in decisions} == {held.number}
    assert any(item.is_overdue(DAY) for item in decisions)
    [seen] = store.snapshots("sampleshire")
    assert (seen.meeting, seen.is_intact) == (held.number, True)
    names = [item.name for item in store.partnerships() if item.slug != "sampleshire"]
    assert not [name for name in names for item in held.minutes if name in item.words]


def test_a_meeting_is_a_file_for_a_terminal(store: Store) -> None:
    number = store.meeting_records("sampleshire")[0].number
    text = meeting_text(Desk(store), f"meeting={number}&table=attendance", "csv", DAY)
    assert text.startswith("role,body,presence\r\nDirector of communities (chair)")
    with pytest.raises(UnknownFilter, match="Name a meeting by its number"):
        meeting_text(Desk(store), "meeting=none", "csv", DAY)


def test_each_target_whose_commentary_is_awaited_stands_on_the_agenda_itself_those_of_chance_in_one_item(
    store: Store,
) -> None:
    prepared = Prepared(BOARD, (BOARD,), (), DAY)
    items = found(store, "partnership=sampleshire&period=2025-26&area=marlhaven", prepared)
    [missed] = items[ItemKind.MISSED]
    assert missed.words == "One target missed, by no more than chance explains"
    assert items[ItemKind.COMMENTARY][0].why == missed.why == "Vehicle crime (2025/26)."
