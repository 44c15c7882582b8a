"""Every printed table has a page of its own, in the view that its address names."""

import pytest
from flask.testing import FlaskClient

from dashboard.reports.desk import Desk
from dashboard.reports.pages.data import data
from tests.layouts.regions import read_region
from tests.layouts.trees import named, text_of


@pytest.mark.parametrize("partnership", ["warwickshire", "staffordshire", "south-staffordshire", "shropshire", "derby"])
def test_each_printed_table_is_a_page_with_its_rows(client: FlaskClient, desk: Desk, partnership: str) -> None:
    tables = desk.show(data, f"partnership={partnership}").printed_tables
    assert len(tables) > 1
    for at, table in enumerate(tables, 1):
        answer = client.get(f"/data/tables/{at}?partnership={partnership}")
        assert (answer.status_code, answer.mimetype) == (200, "text/html")
        tree = read_region(answer.text.partition("<body>")[2].partition("</body>")[0])
        assert text_of(named(tree, "H1")).startswith(f"{table.name.removeprefix('Text: ')}, ")
        written = " ".join(text_of(tree).split())
        texts = [text for row in table.rows for text in row.texts if not table.is_text]
        assert [text for text in texts if " ".join(text.split()) not in written] == []
        assert f"/data?partnership={partnership}" in answer.text


@pytest.mark.parametrize("at", ["0", "99", "-1", "x", "1e3"])
def test_a_table_that_is_none_is_not_found(client: FlaskClient, at: str) -> None:
    assert client.get(f"/data/tables/{at}?partnership=warwickshire").status_code == 404


def test_a_partnership_without_printed_tables_has_none(client: FlaskClient) -> None:
    answer = client.get("/data/tables/1?partnership=sampleshire")
    assert (answer.status_code, answer.text) == (404, "There is no such table.\n")


def test_words_of_the_address_never_become_html(client: FlaskClient) -> None:
    answer = client.get("/data/tables/1?partnership=%22%3E%3Cscript%3Ealert(1)%3C/script%3E")
    assert "<script>alert" not in answer.text
    assert "Content-Security-Policy" in answer.headers
