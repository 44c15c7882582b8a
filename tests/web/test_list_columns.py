"""The columns of a list whose headings say nothing are matched in a form that needs no script."""

import json
import re
from pathlib import Path

from flask.testing import FlaskClient
from sqlalchemy import Engine

from data.store import SqlStore
from tests.data.incidents.test_layouts import HEADING, rows
from tests.web.test_load_pages import followed, published, sent

BODY = f"{HEADING}\n{rows(12)}".encode()
RIGHT = {"answer-0-about": "odd.csv", "answer-0-layout": "Ours", "answer-0-columns-1": "offence"}
RIGHT |= {"answer-0-columns-2": "from", "answer-0-columns-3": "time-from"}


def test_columns_are_shown_matched_and_loaded(own: FlaskClient, quick_engine: Engine, tmp_path: Path) -> None:
    page = sent(own, ("odd.csv", BODY), partnership="derby")
    assert "One question to answer first" in page.text
    assert all(f">{text}<" in page.text for text in ("R0", "R1", "R2"))
    assert ">R3<" not in page.text
    here = page.request.path
    for wrong, words in (
        ({"answer-0-columns-0": "offence"}, "Columns A and B are both said to be"),
        ({"answer-0-columns-2": ""}, "No column is said to be the date"),
    ):
        refused = own.post(f"{here}/answers", data=RIGHT | wrong)
        assert (refused.status_code, words in refused.text) == (400, True)
        assert re.search(r'value="Ours"', refused.text)
        assert re.search(r'columns-1" .*?value="offence" selected', refused.text)
    answer = own.post(f"{here}/answers", data=RIGHT)
    done = published(own, followed(own, answer.location))
    assert "Published" in done.text
    assert SqlStore(quick_engine).incident_lists("derby")[-1].incidents == 12
    lists = own.get("/lists?partnership=derby").text
    assert "offence B, from C, time-from D" in lists
    assert "Published" in published(own, sent(own, ("next.csv", BODY + rows(1, 23).encode()), partnership="derby")).text


def test_what_is_forgotten_is_asked_again(own: FlaskClient) -> None:
    here = sent(own, ("odd.csv", BODY), partnership="derby").request.path
    published(own, followed(own, own.post(f"{here}/answers", data=RIGHT).location))
    found = re.search(r'name="layout" value="([0-9]+)"', own.get("/lists?partnership=derby").text)
    assert found is not None
    answers = [own.post("/lists/forget?partnership=derby", data={"layout": found[1]}) for _ in range(2)]
    assert [answer.status_code for answer in answers] == [303, 400]
    asked = sent(own, ("next.csv", BODY + rows(1, 23).encode()), partnership="derby")
    assert "One question to answer first" in asked.text


def test_cells_go_with_a_load_that_is_cancelled(own: FlaskClient, tmp_path: Path) -> None:
    page = sent(own, ("odd.csv", BODY), partnership="derby")
    own.post(f"{page.request.path}/cancel")
    notes = [json.loads(path.read_text()) for path in tmp_path.rglob("job.json")]
    assert [note["summary"]["questions"] for note in notes] == [[]]
