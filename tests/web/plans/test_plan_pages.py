"""Proves the pages on which actions are updated and risks reviewed: what they show, ask for, refuse and keep."""

import html
import re
from typing import Any

import pytest
from flask.testing import FlaskClient
from icalendar import Calendar

from data.plans.turns import SPOKE_FIRST
from tests.web.test_load_pages import FOREIGN, refusal

ACTION, RISK = "/actions/2-1?partnership=derby", "/risks/ssc15-3?partnership=staffordshire"
SAID = {
    "status": "at risk",
    "words": "=1+1 <b>late</b> 🚨",
    "due": "",
    "reason": "",
    "author": "Theme lead",
    "seen": "0",
}
FOUND = {
    **{"impact": "3", "likelihood": "4", "residual_impact": "3", "residual_likelihood": "2"},
    **{"words": "", "next_review": "2090-10-01", "author": "Chair", "seen": "0"},
}


def exported(client: FlaskClient, partnership: str) -> dict[str, Any]:
    found: dict[str, Any] | None = client.get(f"/export/plan.json?partnership={partnership}").json
    assert found is not None
    return found


def test_an_action_shows_what_is_planned_and_how_it_stands(own: FlaskClient) -> None:
    page = own.get(ACTION).text
    for words in (
        "Action 2.1: ",
        "Status not recorded",
        "Nothing has been said yet.",
        "On going but on a weekly basis.",
    ):
        assert words in page
    late = own.get("/actions/1-1?partnership=derby").text
    assert "Overdue" in late
    assert "Due 31 May 2003." in late


def test_an_update_is_kept_shown_as_text_and_stands_on_the_plan(own: FlaskClient) -> None:
    answer = own.post(ACTION, data=SAID)
    assert (answer.status_code, answer.location) == (303, ACTION)
    page = own.get(ACTION).text
    assert "=1+1 &lt;b&gt;late&lt;/b&gt; 🚨" in page
    assert "Theme lead, " in page
    rows = {row["key"]: row for row in exported(own, "derby")["tables"][0]["rows"]}
    assert (rows["2-1"]["status"], rows["2-1"]["said_by"], rows["2-2"]["status"]) == ("at risk", "Theme lead", None)
    written = own.get("/export/plan.csv?partnership=derby&table=actions").text
    assert "'=1+1 <b>late</b>" in written
    title = exported(own, "derby")["title"]
    assert title == "Ten of 30 actions are overdue, one at risk"


def test_the_second_who_writes_sees_what_the_first_wrote_and_can_add(own: FlaskClient) -> None:
    own.post(ACTION, data=SAID)
    answer = own.post(ACTION, data=SAID | {"words": "Mine", "author": "Chair"})
    assert (answer.status_code, refusal(answer)) == (400, [html.escape(SPOKE_FIRST, quote=False)])
    assert "late" in answer.text
    assert ">Mine</textarea>" in answer.text
    [seen] = re.findall(r'name="seen" value="(\d+)"', answer.text)
    assert own.post(ACTION, data=SAID | {"words": "Mine", "author": "Chair", "seen": seen}).status_code == 303
    page = own.get(ACTION).text
    assert page.index("Mine") < page.index("late")


def test_a_double_click_records_once(own: FlaskClient) -> None:
    assert [own.post(ACTION, data=SAID).status_code for _ in range(2)] == [303, 303]
    assert own.get(ACTION).text.count("=1+1") == 1


def test_a_form_that_lacks_something_says_what_and_keeps_what_was_typed(own: FlaskClient) -> None:
    answer = own.post(ACTION, data={"words": "x" * 10_000, "due": "soon"})
    assert answer.status_code == 400
    assert refusal(answer) == [
        "Choose how the action stands.",
        "Enter a real day, such as 2027-03-31.",
        "What is written must be 2,000 characters or fewer: it has 10,000.",
        "Enter your name or role.",
    ]
    assert "x" * 10_000 in answer.text
    assert "Nothing has been said yet." in own.get(ACTION).text


def test_a_moved_date_keeps_the_first_one_with_the_reason(own: FlaskClient) -> None:
    address = "/actions/1-1?partnership=derby"
    assert own.post(address, data=SAID | {"due": "2090-01-31", "reason": "The funding came late"}).status_code == 303
    page = own.get(address).text
    for words in ("due 31 January 2090 (first 31 May 2003)", "The funding came late", 'value="2090-01-31"'):
        assert words.lower() in page.lower()


def test_a_risk_is_reviewed_and_moves(own: FlaskClient) -> None:
    page = own.get(RISK).text
    assert "12 high" in page
    assert "9 medium" in page
    answer = own.post(RISK, data=FOUND)
    assert (answer.status_code, answer.location) == (303, RISK)
    page = own.get(RISK).text
    for words in ("down from 9", "To be reviewed by 1 October 2090", "6 medium"):
        assert words in page
    [row] = [row for row in exported(own, "staffordshire")["tables"][1]["rows"] if row["key"] == "ssc15-3"]
    assert (row["rating"], row["residual"], row["residual_now"], row["movement"]) == (12, 9, 6, "down")


def test_a_blank_residual_is_named_and_a_review_without_scores_is_refused(own: FlaskClient) -> None:
    assert "No residual score" in own.get("/risks/ssc15-1?partnership=staffordshire").text
    assert refusal(own.post(RISK, data={"author": "Chair"})) == ["Choose impact and likelihood before controls."]
    assert refusal(own.post(RISK, data=FOUND | {"residual_impact": "9"})) == [
        "Impact and likelihood are whole numbers from 1 to 5."
    ]


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("/actions/nothing?partnership=derby", "The plan has no such line now"),
        ("/risks/2-1?partnership=derby", "The plan has no such line now"),
        ("/actions/2-1?partnership=nowhere", "nowhere"),
        ("/actions/2-1?partnership=derby%26area%3Dx", "derby&amp;area=x"),
        ("/plan.ics?partnership=nowhere", "nowhere"),
    ],
)
def test_what_is_not_there_is_said(own: FlaskClient, address: str, words: str) -> None:
    answer = own.get(address)
    assert (answer.status_code, words in html.unescape(answer.text) or words in answer.text) == (404, True)
    if not address.startswith("/plan.ics"):
        assert own.post(address, data=SAID | FOUND).status_code == 404


def test_another_sites_form_is_refused(own: FlaskClient) -> None:
    assert {own.post(ACTION, data=SAID, headers=headers).status_code for headers in FOREIGN} <= {400, 403}
    assert "Nothing has been said yet." in own.get(ACTION).text


def test_the_lists_name_every_line_and_offer_partnerships(own: FlaskClient) -> None:
    assert own.get("/actions?partnership=derby").text.count('href="/actions/') == 30
    assert "Three risks of Staffordshire" in own.get("/risks?partnership=staffordshire").text
    assert "has no risks" in own.get("/risks?partnership=derby").text
    assert 'href="/actions?partnership=derby"' in own.get("/actions").text
    assert own.get("/risks?partnership=nowhere").status_code == 404


def test_the_calendar_is_a_file_that_calendars_take(own: FlaskClient) -> None:
    answer = own.get("/plan.ics?partnership=south-staffordshire")
    assert (answer.mimetype, answer.headers["Content-Disposition"]) == (
        "text/calendar",
        'attachment; filename="south-staffordshire-plan.ics"',
    )
    found = Calendar.from_ical(answer.data).walk("VEVENT")
    meeting = next(item for item in found if item.decoded("dtstart").isoformat() == "2011-05-03")
    assert str(meeting["summary"]) == "Meeting: Partnership meeting"
    assert len({str(item["uid"]) for item in found}) == len(found)
