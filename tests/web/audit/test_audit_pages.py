"""The trail as a page and a file: newest first, looked through by a form without script, never whole when it is not."""

import csv
import io
import re

import pytest
from flask.testing import FlaskClient
from sqlalchemy import Engine, text

from dashboard.domain.access.audit import Head, Soundness
from dashboard.domain.access.deeds import Actor, Deed, DeedKind
from data.audit.acting import acting
from data.audit.reading import EVERY_LINE, PAGE, page
from data.audit.recording import record
from data.engine import begin_writing
from layouts.plain.audit import AuditView, CheckedTrail, audit_page
from tests.data.audit.trail import JONES, START, fill, unguard


def numbers(text_of_page: str) -> list[int]:
    """The lines that a page lists."""
    return [int(found) for found in re.findall(r'<th[^>]*scope="row"[^>]*>(\d+)</th>', text_of_page)]


def test_a_trail_without_a_line_says_so(own: FlaskClient) -> None:
    found = own.get("/audit")
    assert found.status_code == 200
    assert "The audit trail holds 0 lines" in found.text
    assert "Nothing was done yet." in found.text


def test_pages_of_a_hundred_lead_from_the_newest_to_the_oldest(own: FlaskClient, quick_engine: Engine) -> None:
    fill(quick_engine, 2 * PAGE + 5)
    found, seen = own.get("/audit"), []
    while True:
        seen += numbers(found.text)
        older = re.search(r'href="([^"]+)" rel="next"', found.text)
        if older is None:
            break
        found = own.get(older[1])
    assert seen == [*range(2 * PAGE + 5, 0, -1)]
    assert 'href="/audit">Newest' in found.text


def test_the_top_says_whether_it_is_whole_and_what_to_note(own: FlaskClient, quick_engine: Engine) -> None:
    fill(quick_engine, 3)
    found = own.get("/audit").text
    assert "Every line was checked just now and is as it was written." in found
    assert f"For the minutes: 3 lines, ending in <code>{page(quick_engine, EVERY_LINE)[0].digest[:12]}</code>" in found


def test_lines_are_looked_for_by_a_form(own: FlaskClient, quick_engine: Engine) -> None:
    fill(quick_engine, 30)
    assert numbers(own.get("/audit?person=u7+A.+Jones&partnership=derby&day=2026-11-30").text) == [16, 10, 4]
    assert numbers(own.get("/audit?deed=figure+entered&outcome=done&before=3").text) == [2, 1]
    found = own.get("/audit?person=u7+A.+Jones")
    assert '<option value="u7 A. Jones" selected>A. Jones (u7)</option>' in found.text
    assert '<option value="derby">Derby</option>' in found.text
    assert 'href="/audit.csv?person=u7+A.+Jones"' in found.text
    assert "No line is of this kind." in own.get("/audit?outcome=denied").text


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ("deed=theft", "There is no such deed."),
        ("outcome=maybe", "There is no such outcome."),
        ("day=30/11/2026", "Enter a day such as 2026-11-30."),
        ("day=2026-02-30", "Enter a day such as 2026-11-30."),
        ("before=0", "There is no such line."),
        ("before=-1", "There is no such line."),
        ("before=9223372036854775808", "There is no such line."),
        ("before=2147483648", "There is no such line."),
        ("before=٣", "There is no such line."),
    ],
)
def test_what_cannot_be_asked_for_is_said(own: FlaskClient, query: str, sentence: str) -> None:
    for address in ("/audit", "/audit.csv"):
        found = own.get(f"{address}?{query}")
        assert (found.status_code, sentence in found.text) == (400, True)


@pytest.mark.parametrize("query", ["person=nobody", "partnership=atlantis", "person=u7", "deed=&day="])
def test_what_is_not_there_is_no_fault(own: FlaskClient, query: str) -> None:
    assert own.get(f"/audit?{query}").status_code == 200


def rows(found: str) -> list[list[str]]:
    assert found.startswith("\ufeff")
    return list(csv.reader(io.StringIO(found.removeprefix("\ufeff"))))


def test_the_file_holds_every_line_and_the_one_that_tells_of_it(own: FlaskClient, quick_engine: Engine) -> None:
    fill(quick_engine, 3)
    found = own.get("/audit.csv")
    heading, *lines = rows(found.get_data(as_text=True))
    assert (heading[0], heading[-1], len(lines)) == ("number", "digest", 4)
    assert (lines[0][0], lines[3][6], lines[3][2]) == ("1", "audit trail downloaded", "desk")
    assert found.headers["Content-Disposition"] == 'attachment; filename="outturn-audit.csv"'
    part = own.get("/audit.csv?partnership=derby")
    assert part.headers["Content-Disposition"] == 'attachment; filename="outturn-audit-part.csv"'
    assert [row[7] for row in rows(part.get_data(as_text=True))[1:]] == ["derby"]


def test_nothing_in_the_file_is_run_as_a_formula(own: FlaskClient, quick_engine: Engine) -> None:
    with acting(Actor("u1", "=cmd|' /C calc'!A0")):
        record(quick_engine, Deed(DeedKind.SIGN_IN_FAILED, "@SUM(1)"), START)
    line = rows(own.get("/audit.csv").get_data(as_text=True))[1]
    assert (line[3], line[8]) == ("'=cmd|' /C calc'!A0", "'@SUM(1)")


def test_a_name_is_never_markup(own: FlaskClient, quick_engine: Engine) -> None:
    with acting(Actor("u1", "<script>alert(1)</script>")):
        record(quick_engine, Deed(DeedKind.SIGN_IN_FAILED, "<b>x</b>"), START)
    found = own.get("/audit").text
    assert "<script>alert" not in found
    assert "<b>x" not in found


def test_a_trail_that_was_tampered_with_says_so_first_everywhere(own: FlaskClient, quick_engine: Engine) -> None:
    fill(quick_engine, 5)
    with quick_engine.begin() as connection:
        unguard(connection)
        connection.execute(text("DELETE FROM audit WHERE number = 3"))
    found = own.get("/audit").text
    assert "<h1>The audit trail is not whole</h1>" in found
    assert "Line 3 was removed." in found
    assert "as it was written" not in found.partition("Not as it was written")[2].partition("<form")[0]
    assert rows(own.get("/audit.csv").get_data(as_text=True))[1] == ["", "The trail is not whole. Line 3 was removed."]


def test_a_file_is_given_to_nobody_whom_no_line_tells_of(own: FlaskClient, quick_engine: Engine) -> None:
    with begin_writing(quick_engine):
        found = own.get("/audit.csv")
    assert (found.status_code, found.text) == (503, "The database is being written: try again in a moment.\n")


def test_the_same_file_taken_again_within_a_minute_is_one_line(own: FlaskClient, quick_engine: Engine) -> None:
    for _ in range(5):
        own.get("/audit.csv")
    assert len(page(quick_engine, EVERY_LINE)) == 1
    with acting(JONES):
        record(quick_engine, Deed(DeedKind.TRAIL_DOWNLOADED, "every line"), START)
    assert len(page(quick_engine, EVERY_LINE)) == 2


@pytest.mark.parametrize(("count", "words"), [(0, "0 lines"), (1, "1 line"), (2, "2 lines"), (1234, "1,234 lines")])
def test_one_line_is_no_lines(count: int, words: str) -> None:
    trail = CheckedTrail(Soundness("whole"), Head(count, "abc"), count)
    found = audit_page((), AuditView(trail, (), (), (), {}))
    assert f"The audit trail holds {words}<" in found
    assert f"For the minutes: {words}, ending in <code>abc</code>" in found
