"""Proves that a printed page learns a short name of its data, which changes with the data and only then."""

import re
from functools import partial

from flask.testing import FlaskClient

from dashboard.questions.store import Store
from dashboard.reports.desk import Desk


def test_the_sheet_of_a_printed_page_names_the_data(client: FlaskClient, store: Store) -> None:
    answer = client.get("/paper.css")
    assert (answer.status_code, answer.mimetype) == (200, "text/css")
    assert answer.headers["Cache-Control"] == "no-store"
    assert f'"data version {Desk(store).data_version} · "' in answer.text


def test_a_page_written_whole_asks_for_the_sheet_when_it_is_printed(client: FlaskClient) -> None:
    page = client.get("/method").text
    assert re.search(r'<link [^>]*href="/paper\.css" media="print">', page)
    assert "/assets/print.css" in page


def test_other_data_has_another_name(store: Store) -> None:
    names = {Desk(store, partial(str, version)).data_version for version in ("one", "two", "one")}
    assert len(names) == 2
    assert all(re.fullmatch("[0-9a-f]{7}", name) for name in names)
