"""Proves that a plan is looked through line by line before it is published, whatever was typed into it."""

from flask.testing import FlaskClient
from sqlalchemy import Engine

from dashboard.domain.records import Scope
from data.store import SqlStore
from tests.web.test_load_pages import published, sent

PLAN = b"Ref,Action,Lead,Due\nA1,<b>Patrols</b>,Police,31/03/2026\nA2,=1+1,Housing,Spring\n"
LATER = b"Ref,Action,Lead,Due\nA1,<b>Patrols</b>,Police,30/06/2026\n"


def test_each_new_line_is_shown_with_what_it_says_and_published(own: FlaskClient, quick_engine: Engine) -> None:
    page = sent(own, ("plan.csv", PLAN))
    assert "<h1>Two new actions</h1>" in page.text
    assert "A1 &lt;b&gt;Patrols&lt;/b&gt;" in page.text
    assert "<b>Patrols" not in page.text
    assert "due: “31/03/2026”" in page.text
    published(own, page)
    actions = SqlStore(quick_engine).actions(Scope("warwickshire"))
    assert [item.action for item in actions if item.key in ("a1", "a2")] == ["<b>Patrols</b>", "=1+1"]


def test_a_changed_line_says_before_and_now_and_what_is_left_out_stays(own: FlaskClient) -> None:
    published(own, sent(own, ("plan.csv", PLAN)))
    page = sent(own, ("plan.csv", LATER))
    assert "<h1>One action changed, one action not in this file</h1>" in page.text
    assert "due: “31/03/2026” becomes “30/06/2026”" in page.text
    assert "In the last plan of this name and not in this one: one line; they stay published." in page.text


def test_every_line_can_be_downloaded_and_is_no_formula_there(own: FlaskClient) -> None:
    page = sent(own, ("plan.csv", PLAN))
    answer = own.get(f"{page.request.path}/plan.csv")
    assert answer.status_code == 200
    assert "new,Warwickshire,action,A2 =1+1,lead,,Housing" in answer.text


def test_a_day_of_the_plan_in_words_is_said_and_the_file_s_kind(own: FlaskClient) -> None:
    page = sent(own, ("plan.csv", PLAN))
    assert "Due dates that name no day are kept as words: 1, the first “Spring”." in page.text
    assert "a plan · 2 rows or cells" in page.text
