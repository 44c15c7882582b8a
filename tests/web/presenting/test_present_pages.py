"""A meeting and a view are presented one screen at a time, by links and forms that need no script."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from html import unescape
from pathlib import Path

import pytest

from dashboard.domain.meetings.entries import EntryKind
from dashboard.reports.agenda.of_plan import several
from dashboard.reports.planning.exceptions import Amiss
from data.engine import open_engine
from data.meetings.keeping import Sent, writing
from tests.data.meetings.emptied import nobody_met
from tests.web.access.askers import Product, product
from tests.web.presenting.meetings import without_sample

NOON = datetime(2026, 10, 1, 12, tzinfo=UTC)
VIEW = "partnership=derby"
HOSTILE = '<script>alert(1)</script> \u202e=1+1 "\U0001f600'
ITEMS = (
    {"kind": "added by hand", "words": "Where the plan stands", "address": f"/plan?{VIEW}", "minutes": "10"},
    {"kind": "added by hand", "words": HOSTILE, "why": HOSTILE, "address": HOSTILE},
    {"kind": "added by hand", "words": "A named case", "is_private": "1"},
    {"kind": "added by hand", "words": "Another county", "address": "/?partnership=warwickshire&period=2010-11"},
)
OF_SEVERAL = {
    **{"kind": "overdue action", "words": "Actions past their date", "why": "Kept last year."},
    **{"key": several(Amiss.PAST), "address": f"/plan?{VIEW}"},
}
HEADING = {"title": "Strategy group", "body": "Derby CSP", "day": "2026-10-14", "length": "90", "view": VIEW}
VIEW_DECK = "/present?deck=%2F%3Fpartnership%3Dwarwickshire%26period%3D2010-11"


@pytest.fixture(scope="module")
def met(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Product]:
    """A product with one meeting of Derby."""
    folder: Path = tmp_path_factory.mktemp("met")
    engine = open_engine(f"sqlite:///{folder / 'outturn.db'}")
    made = product(engine, folder)
    nobody_met(engine)
    without_sample(engine)
    with writing(engine, Sent("A", "a", NOON, "once")) as written:
        assert written is not None
        meeting = written.call("derby", HEADING)
        for item in ITEMS:
            written.add(meeting, EntryKind.ITEM, item)
        written.add(written.call("derby", HEADING), EntryKind.ITEM, OF_SEVERAL)
    yield made
    engine.dispose()


def shown(met: Product, address: str, asker: str = "chair of Derby") -> str:
    answer = met.as_(asker).get(address)
    assert answer.status_code == 200, answer.text[:300]
    return answer.text


def heading(page: str) -> str:
    [found] = re.findall(r"<h1>(.*?)</h1>", page)
    return unescape(found)


def href(page: str, rel: str) -> str:
    found = re.search(rf'<a href="([^"]*)" rel="{rel}"', page)
    return unescape(found[1]) if found else ""


def test_a_meeting_opens_with_its_agenda_and_goes_on_by_links(met: Product) -> None:
    page = shown(met, "/meeting/present?meeting=1")
    assert heading(page) == "Strategy group"
    assert "Derby · Derby CSP · 14 October 2026" in page
    assert href(page, "prev") == ""
    first = shown(met, href(page, "next"))
    assert heading(first) == "30 actions for Derby"
    assert "1 of 4" in first
    assert href(first, "prev") == "/meeting/present?meeting=1&item=0"
    last = shown(met, "/meeting/present?meeting=1&item=4")
    assert href(last, "next") == ""


def test_what_somebody_typed_is_text_on_every_screen(met: Product) -> None:
    for address in ("/meeting/present?meeting=1", *(f"/meeting/present{er}?meeting=1&item=2" for er in ("", "er"))):
        page = shown(met, address)
        assert "<script>alert" not in page
        assert "&lt;script&gt;alert(1)&lt;/script&gt; \u202e=1+1" in page


def test_a_private_item_is_covered_until_it_is_opened_and_there_for_those_alone_who_decide(met: Product) -> None:
    page = shown(met, "/meeting/present?meeting=1&item=3")
    assert heading(page) == "Item 3 is private"
    assert "A named case" not in page
    assert heading(shown(met, "/meeting/present?meeting=1&item=3&open=1")) == "A named case"
    for asker in ("reader of Derby", "reader"):
        for at in range(6):
            assert "A named case" not in shown(met, f"/meeting/present?meeting=1&item={at}&open=1", asker)
            assert "A named case" not in shown(met, f"/meeting/presenter?meeting=1&item={at}&open=1", asker)


def test_a_screen_shows_no_other_partnership_than_whoever_looks_may_see(met: Product) -> None:
    page = shown(met, "/meeting/present?meeting=1&item=4", "chair of Derby")
    assert "Warwickshire" not in page
    assert "One of three targets" in shown(met, "/meeting/present?meeting=1&item=4", "chair")


def test_a_meeting_that_may_not_be_seen_is_not_there(met: Product) -> None:
    for asker, address in (
        ("reader of nowhere", "/meeting/present?meeting=1"),
        ("reader", "/meeting/present?meeting=99"),
        ("reader", "/meeting/present?meeting=1%27--"),
        ("reader", "/meeting/presenter?meeting="),
        ("reader", "/present?deck=%2Fload"),
        ("reader", "/present"),
        ("reader", "/presenter?deck=https%3A%2F%2Felsewhere.example"),
    ):
        answer = met.as_(asker).get(address)
        assert answer.status_code == 404, address
        assert "There is no such meeting." in answer.text or "names no page" in answer.text


@pytest.mark.parametrize("item", ["-1", "99", "x", "9" * 30, ""])
def test_an_item_that_is_not_there_shows_the_nearest(met: Product, item: str) -> None:
    assert shown(met, f"/meeting/present?meeting=1&item={item}")


def test_a_view_is_presented_with_every_row_of_its_table_after_it(met: Product) -> None:
    page = shown(met, VIEW_DECK, "reader")
    assert "1 of 7" in page
    second = shown(met, href(page, "next"), "reader")
    assert heading(second).startswith("Most serious violent crime: 335")
    assert '<b class="slide-number">335</b>' in second
    assert "Missed: 16.3% above target" in second
    assert 'href="/?partnership=warwickshire&amp;period=2010-11" class="end"' in second


def test_a_row_leads_inside_the_screen_and_back(met: Product) -> None:
    page = shown(met, VIEW_DECK, "reader")
    found = re.search(r'<th scope="row"><a href="([^"]*)" data-inside>Serious acquisitive crime', page)
    assert found
    inside = shown(met, unescape(found[1]), "reader")
    assert heading(inside).startswith("Serious acquisitive crime")
    assert "Back to the item" in inside
    assert "1 of 7" in inside


def test_filters_at_hand_change_the_view_of_the_screen_alone(met: Product) -> None:
    address = f"{VIEW_DECK}&item=1&page=overview&partnership=warwickshire&period=2009-10&area=whole"
    page = shown(met, address, "reader")
    assert "2009/10" in heading(page)
    assert '<option value="2009-10" selected>' in page
    assert "1 of 7" in page


def test_an_unknown_filter_shows_the_nearest_view(met: Product) -> None:
    assert shown(met, f"{VIEW_DECK}&page=indicator&indicator=nothing&area=%3Cb%3E", "reader")


def test_the_presenter_sees_this_item_the_next_and_the_minutes_planned(met: Product) -> None:
    page = shown(met, "/meeting/presenter?meeting=1&item=1")
    assert "Now: 1 of 4" in page
    assert "10 minutes are planned." in page
    assert "of 90 minutes" in page
    assert "Private: the public leaves first." in shown(met, "/meeting/presenter?meeting=1&item=2")


def test_every_control_of_a_screen_has_a_name_and_each_id_stands_once(met: Product) -> None:
    for at in range(5):
        page = shown(met, f"/meeting/present?meeting=1&item={at}")
        ids = re.findall(r' id="([^"]*)"', page)
        assert len(ids) == len(set(ids))
        labels = set(re.findall(r' for="([^"]*)"', page))
        named = re.findall(r'<(?:select|input)(?![^>]*type="(?:hidden|submit)")[^>]* id="([^"]*)"', page)
        assert set(named) <= labels


def test_the_decision_box_is_at_hand_for_whoever_writes_and_what_was_decided_for_everybody(met: Product) -> None:
    chair = shown(met, "/meeting/present?meeting=1&item=1")
    box = chair.split("Decisions</summary>")[1].split("</form>")[0]
    fields = dict(re.findall(r'<input type="hidden" name="([^"]*)" value="([^"]*)"', box))
    assert (fields["meeting"], fields["form"].startswith("decision-of-")) == ("1", True)
    sent = {**fields, "kind": "action", "words": "Map the <hot> spots", "owner": "Analyst"}
    for _ in range(2):  # the second click of one form adds nothing
        assert met.as_("chair of Derby").post("/meeting/decision", data=sent).status_code == 303
    assert shown(met, "/meeting/present?meeting=1&item=1").count('class="decided"') == 1
    assert "Decided: Map the &lt;hot&gt; spots – Analyst" in shown(met, "/meeting/presenter?meeting=1&item=1")
    reader = shown(met, "/meeting/present?meeting=1&item=1", "reader of Derby")
    assert "Map the &lt;hot&gt; spots" in reader
    assert "/meeting/decision" not in reader


def test_a_view_has_no_decision_box(met: Product) -> None:
    assert "Decisions</summary>" not in shown(met, VIEW_DECK, "chair")


def test_an_item_on_several_lines_is_headed_by_its_own_words_and_told_as_its_rule_finds_it_today(met: Product) -> None:
    page = shown(met, "/meeting/presenter?meeting=2&item=1")
    assert "Kept last year." not in page
    assert "1.2" in page
    screen = shown(met, "/meeting/present?meeting=2&item=1")
    assert heading(screen) == "Actions past their date"
    assert "status not recorded" in screen
