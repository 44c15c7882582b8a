"""What a closed meeting saw opens unchanged, whatever became of the figures, the rules and the tables since."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import Engine, delete, insert, select, text

from dashboard.domain.meetings.entries import EntryKind
from dashboard.domain.snapshots.reading import written
from dashboard.domain.snapshots.seen import Seen
from dashboard.domain.statistics.control_chart import Rebaseline
from dashboard.pages import OFFERED
from dashboard.reports.desk import Desk
from dashboard.reports.meeting.freezing import Screens
from dashboard.reports.meeting.occasion import Spoken, seen_of
from data.engine import begin_writing, open_engine
from data.meetings.keeping import Sent, writing
from data.own.rebaselining import decide
from data.snapshots.keeping import freeze, redact
from data.store import SqlStore
from data.tables.snapshots import snapshot
from tests.data.meetings.emptied import nobody_met
from tests.domain.snapshots.typed import SECRET
from tests.web.access.askers import Product, product
from tests.web.presenting.meetings import without_sample

NOON = datetime(2026, 7, 14, 12, tzinfo=UTC)
VIEW = "partnership=warwickshire&period=2010-11"
MAIN = re.compile(r"<main.*?</main>", re.DOTALL)
MENU = re.compile(r"<nav id=\"nav\".*?</nav>", re.DOTALL)


@pytest.fixture(scope="module")
def met(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Product, Engine]]:
    """A product with two closed meetings of Warwickshire: the second looked at the year before."""
    folder: Path = tmp_path_factory.mktemp("seen")
    engine = open_engine(f"sqlite:///{folder / 'outturn.db'}")
    made = product(engine, folder)
    nobody_met(engine)
    without_sample(engine)
    closed(engine, "First", "2026-04-14", VIEW)
    closed(engine, "Second", "2026-07-14", "partnership=warwickshire&period=2009-10")
    yield made, engine
    engine.dispose()


@pytest.fixture
def kept(met: tuple[Product, Engine]) -> Iterator[tuple[Product, Engine]]:
    """The same, as it was before whatever a test does to what is frozen."""
    engine = met[1]
    with engine.connect() as connection:
        rows = [dict(row) for row in connection.execute(select(snapshot)).mappings()]
    yield met
    with engine.begin() as connection:
        connection.execute(delete(snapshot))
        connection.execute(insert(snapshot), rows)


def closed(engine: Engine, title: str, day: str, view: str) -> Seen:
    store = SqlStore(engine)
    with writing(engine, Sent("A", "a", NOON, title)) as to:
        assert to is not None
        meeting = to.call("warwickshire", {"title": title, "body": "CSP", "day": day, "view": view})
        words = {"kind": "missed and worse", "words": "Violence", "address": f"/indicator?{view}&indicator=ni-15"}
        item = to.add(meeting, EntryKind.ITEM, words)
        to.add(meeting, EntryKind.MINUTE, {"item": str(item), "words": "<b>Noted</b> by J. Smith"})
    screens = Screens(Desk(store).for_a_room(), OFFERED.builders, OFFERED.shows_street_places)
    [record] = [item for item in store.meeting_records("warwickshire") if item.number == meeting]
    seen = replace(seen_of(screens, record, Spoken(), "0.3.0"), said=(SECRET,))
    with begin_writing(engine) as connection:
        freeze(connection, meeting, seen, NOON)
    return seen


def main_of(made: Product, address: str, asker: str = "chair") -> str:
    answer = made.as_(asker).get(address)
    assert answer.status_code == 200, answer.text[:200]
    [found] = MAIN.findall(answer.text)
    return str(found)


def test_what_was_typed_is_text_and_what_is_private_is_for_those_who_decide(kept: tuple[Product, Engine]) -> None:
    made, _ = kept
    page = main_of(made, "/meeting/seen?meeting=1")
    assert "&lt;b&gt;Noted&lt;/b&gt;" in page
    assert SECRET.words in page
    assert SECRET.words not in main_of(made, "/meeting/seen?meeting=1", "reader")


def test_its_seal_and_settings_stand_with_it_and_a_broken_seal_shows(kept: tuple[Product, Engine]) -> None:
    made, engine = kept
    [first, _] = SqlStore(engine).snapshots("warwickshire")
    page = main_of(made, "/meeting/seen?meeting=1", "reader")
    assert first.digest in page
    assert "0.3.0" in page
    assert "Tolerance of Most serious violent crime" in page
    assert "was changed behind" not in page
    with engine.begin() as connection:
        connection.execute(text("UPDATE snapshot SET text = replace(text, '335', '235')"))
    assert "was changed behind" in main_of(made, "/meeting/seen?meeting=1", "reader")


def test_words_that_were_taken_out_are_gone_and_said_to_be(kept: tuple[Product, Engine]) -> None:
    made, engine = kept
    with begin_writing(engine) as connection:
        redact(connection, 1, "J. Smith", NOON)
    page = main_of(made, "/meeting/seen?meeting=1")
    assert "J. Smith" not in page
    assert "Noted&lt;/b&gt; by [name removed]" in page
    assert "Words were taken out by an administrator on 14 July 2026." in page


def test_any_two_meetings_are_compared_and_one_with_now(kept: tuple[Product, Engine]) -> None:
    made, _ = kept
    page = main_of(made, "/meeting/since?meeting=2&with=1", "reader")
    assert "Since 14 April 2026: " in page  # the earlier one comes first, whichever is named first
    assert "No risk moved." in page
    assert "323 in 2009/10, target 294: missed" in page
    assert "335 in 2010/11, target 288: missed" in page
    assert 'href="/indicator?partnership=warwickshire&amp;indicator=ni-15&amp;period=2009-10"' in page
    now = main_of(made, "/meeting/since?meeting=1", "reader")
    assert "nothing changed" in now
    assert "What is published now" in now


def test_the_agenda_shows_what_changed_since_on_its_own_screen(kept: tuple[Product, Engine]) -> None:
    made, _ = kept
    page = main_of(made, f"/present?deck=%2Fmeeting%2Fsince%3Fmeeting%3D2%26{VIEW.replace('&', '%26')}", "reader")
    assert "<h1>Since 14 July 2026: " in page
    assert "335 in 2010/11" in page


def test_the_menu_is_that_of_every_other_page_of_the_meeting(kept: tuple[Product, Engine]) -> None:
    menus = [MENU.findall(kept[0].as_("chair").get(f"/meeting{at}?meeting=1").text) for at in ("", "/seen", "/since")]
    assert len(menus[0]) == 1
    assert menus[1] == menus[2] == menus[0]


@pytest.mark.parametrize(
    "address", ["seen?meeting=99", "seen", "since?meeting=1&with=99", "since?meeting=1&with=%3Cb%3E"]
)
def test_what_is_not_frozen_is_said_in_one_sentence(kept: tuple[Product, Engine], address: str) -> None:
    answer = kept[0].as_("reader").get(f"/meeting/{address}")
    assert answer.status_code == 404
    assert "There is no such meeting." in answer.text or "Nothing is frozen of this meeting yet" in answer.text


def test_a_meeting_of_a_partnership_that_may_not_be_seen_is_not_there(kept: tuple[Product, Engine]) -> None:
    for path in ("seen", "since"):
        assert kept[0].as_("reader of Derby").get(f"/meeting/{path}?meeting=1").status_code == 404


def test_an_older_text_opens_without_what_it_does_not_have(kept: tuple[Product, Engine]) -> None:
    made, engine = kept
    with engine.begin() as connection:
        bare = written(Seen(partnership="warwickshire")).replace(',"settings":[]', "").replace('"format":1,', "")
        connection.execute(text("UPDATE snapshot SET text = :text WHERE meeting = 1"), {"text": bare})
    assert "as it was seen" in main_of(made, "/meeting/seen?meeting=1")
    page = main_of(made, "/meeting/since?meeting=1&with=2")
    assert "decisions, actions and risks were not kept with the figures" in page


def test_a_meeting_opens_as_it_was_seen_whatever_changed_since(met: tuple[Product, Engine]) -> None:
    """The last test here: it changes the figures, a rule, and the tables themselves."""
    made, engine = met
    before, deck = main_of(made, "/meeting/seen?meeting=1"), f"/present?deck=%2F%3F{VIEW.replace('&', '%26')}"
    assert "335" in before
    assert "Missed: 16.3% above target" in before
    assert "335" in main_of(made, deck)
    with engine.begin() as connection:
        connection.exec_driver_sql("PRAGMA foreign_keys=OFF")
        connection.execute(text("UPDATE observation SET number = '1' WHERE number = '335'"))
        connection.execute(text("UPDATE indicator SET tolerance = '99', polarity = 'higher'"))
        connection.execute(text("ALTER TABLE observation ADD COLUMN mood TEXT"))
        for table in ("target", "series_break", "printed_figure"):
            connection.execute(text(f"DELETE FROM {table}"))
    rule = Rebaseline(NOON.date(), "Recorded anew", "Jo")
    decide(engine, ("warwickshire", "warwickshire/ni-15", "warwickshire"), rule, NOON)
    assert "335" not in main_of(made, deck)
    assert main_of(made, "/meeting/seen?meeting=1") == before
