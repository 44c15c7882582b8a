"""Proves that whoever may see one partnership finds nothing of the others, on any page, in any file, by any number."""

import pytest

from dashboard.pages import PAGES
from dashboard.reports.methods.registry import METHODS
from tests.app.bodies import body_of, server_callbacks
from tests.web.access.askers import Product

pytestmark = pytest.mark.each_case

OTHERS = ("Warwickshire", "Shropshire", "Staffordshire", "Stratford", "Telford")
ASKED_FOR = ("", "?partnership=derby", "?partnership=warwickshire", "?partnership=nowhere&area=stratford")


def holds_no_other(text: str) -> bool:
    return not any(name in text for name in OTHERS)


@pytest.mark.parametrize("query", ASKED_FOR)
@pytest.mark.parametrize("page", [page.path for page in PAGES])
def test_a_page_shows_no_other_partnership(gated: Product, page: str, query: str) -> None:
    answer = gated.as_("reader of Derby").get(f"{page}{query}")
    assert answer.status_code == 200
    assert "Derby" in answer.text
    assert holds_no_other(answer.text)


@pytest.mark.parametrize("query", ASKED_FOR)
def test_a_callback_answers_with_no_other_partnership(gated: Product, query: str) -> None:
    client = gated.as_("reader of Derby")
    for output in server_callbacks(gated.app):
        body = body_of(gated.app, output, search=query, pathname="/")
        answer = client.post("/_dash-update-component", json=body)
        assert answer.status_code in (200, 204)
        assert holds_no_other(answer.text)


@pytest.mark.parametrize("page", [page.name for page in PAGES])
def test_a_file_holds_one_s_own_partnership_alone(gated: Product, page: str) -> None:
    client = gated.as_("reader of Derby")
    own = client.get(f"/export/{page}.json?partnership=derby")
    assert own.status_code == 200
    assert holds_no_other(own.text)
    for other in ("warwickshire", "staffordshire"):
        answer = client.get(f"/export/{page}.json?partnership={other}")
        assert answer.status_code == 400
        assert "Warwickshire" not in answer.text


@pytest.mark.parametrize(
    "address",
    [
        *("/find?q=war", "/find.json?q=war", "/find.json?q=serious", "/places.json", "/template.csv", "/checks"),
        *("/baselines", "/method", *(f"/method/{slug}" for slug in METHODS)),
    ],
)
def test_no_other_page_names_another_partnership(gated: Product, address: str) -> None:
    answer = gated.as_("reader of Derby").get(address)
    assert answer.status_code == 200
    assert holds_no_other(answer.text)


def test_what_is_kept_for_one_reader_is_not_sent_to_another(gated: Product) -> None:
    body = body_of(gated.app, server_callbacks(gated.app)[0], search="?partnership=warwickshire")
    whole = gated.as_("reader").post("/_dash-update-component", json=body).text
    mine = gated.as_("reader of Derby").post("/_dash-update-component", json=body).text
    again = gated.as_("reader").post("/_dash-update-component", json=body).text
    assert whole == again
    assert not holds_no_other(whole)
    assert holds_no_other(mine)


@pytest.mark.parametrize("page", [page.path for page in PAGES])
def test_whoever_has_a_role_where_nothing_is_loaded_sees_the_made_up_county(gated: Product, page: str) -> None:
    answer = gated.as_("reader of nowhere").get(page)
    assert answer.status_code == 200
    assert "Sampleshire" in answer.text
    assert holds_no_other(answer.text.replace("Derby", "Shropshire"))
