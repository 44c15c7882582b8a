"""Proves the pages that write into an assessment: typed scores, the group's choice, weights and their names."""

import re
from typing import Any

import pytest
from flask.testing import FlaskClient

from data.plans.turns import SPOKE_FIRST
from tests.web.test_load_pages import refusal

HOME = "partnership=south-staffordshire&period=2009-10"
PAGE = f"/priorities/violent-crime?{HOME}"


def form(kind: str, **said: str) -> dict[str, str]:
    usual = {"value": "4", "words": "Injuries at the night bus", "author": "Analyst", "seen": "0"}
    return {"kind": kind} | {f"{kind}-{name}": value for name, value in (usual | said).items()}


def seen(client: FlaskClient, kind: str) -> str:
    """The newest line that the form of a kind has seen."""
    [found] = re.findall(rf'name="{kind}-seen" value="(\d+)"', client.get(PAGE).text)
    return str(found)


def ranking(client: FlaskClient, query: str = HOME) -> dict[str, dict[str, Any]]:
    answer: Any = client.get(f"/export/priorities.json?{query}").json
    return {row["category_slug"]: row for row in answer["tables"][0]["rows"]}


def test_a_typed_score_counts_and_stands_with_its_reason(own: FlaskClient) -> None:
    before = ranking(own)["violent-crime"]
    assert (before["score"], before["columns_counted"]) == (3.0, 3)
    answer = own.post(PAGE, data=form("harm"))
    assert (answer.status_code, answer.location) == (303, f"{PAGE}#harm")
    after = ranking(own)["violent-crime"]
    assert (after["score"], after["columns_counted"]) == (3.4, 4)  # (4 + 2 + 3 + 2 × 4) / 5
    page = own.get(PAGE).text
    for words in ("Injuries at the night bus", "Analyst, ", 'value="4" selected'):
        assert words in page
    assert own.post(PAGE, data=form("harm", value="", seen=seen(own, "harm"))).status_code == 303
    assert ranking(own)["violent-crime"]["score"] == 3.0
    assert "Taken back" in own.get(PAGE).text


def test_a_choice_that_departs_asks_for_its_reason(own: FlaskClient) -> None:
    answer = own.post(PAGE, data=form("choice", value="1", words=""))
    assert (answer.status_code, refusal(answer)) == (400, ["Enter the reason."])
    assert 'href="#choice-words"' in answer.text
    assert own.post(PAGE, data=form("choice", value="2", words="")).status_code == 303
    row = ranking(own)["violent-crime"]
    assert (row["chosen"], row["chosen_by"], row["ranked_then"]) == ("2", "Analyst", "rank =2, score 3.00")
    assert own.post(PAGE, data=form("choice", value="none", seen=seen(own, "choice"))).status_code == 303
    assert ranking(own)["violent-crime"]["chosen"] == "not a priority"


def test_the_second_who_writes_sees_what_the_first_wrote(own: FlaskClient) -> None:
    own.post(PAGE, data=form("influence"))
    answer = own.post(PAGE, data=form("influence", value="2", words="Mine"))
    assert answer.status_code == 400
    assert SPOKE_FIRST.partition(";")[0] in refusal(answer)[0]
    assert ">Mine</textarea>" in answer.text
    [newest] = re.findall(r'name="influence-seen" value="(\d+)"', answer.text)
    assert own.post(PAGE, data=form("influence", value="2", words="Mine", seen=newest)).status_code == 303


@pytest.mark.parametrize("address", ["/priorities/piracy", "/priorities/all-crime"])
def test_what_is_no_category_of_the_partnership_is_not_found(own: FlaskClient, address: str) -> None:
    assert own.get(f"{address}?{HOME}").status_code == 404
    assert own.post(f"{address}?{HOME}", data=form("harm")).status_code == 404
    assert own.post(PAGE, data=form("weights")).status_code == 404
    assert own.get("/priorities/violent-crime?partnership=atlantis").status_code == 404


def test_sliders_lead_to_the_ranking_with_their_weights(own: FlaskClient) -> None:
    answer = own.get(f"/priorities/weigh?{HOME}&harm=3&volume=1.0&concern=0.5")
    assert (answer.status_code, answer.location) == (
        303,
        f"/priorities?{HOME}&weights=concern%3A0.5&weights=harm%3A3",
    )
    assert own.get(f"/priorities/weigh?{HOME}&harm=9").status_code == 400
    page = own.get(f"/priorities?{HOME}&weights=harm%3A3").text
    slider = re.findall(r'<input[^>]*type="range"[^>]*name="harm"[^>]*>', page)
    assert len(slider) == 1
    assert 'value="3"' in slider[0]
    assert "Weights as usual" in page


def test_weights_are_saved_under_a_name_and_led_to(own: FlaskClient) -> None:
    address = f"/priorities/weights?{HOME}&weights=harm%3A3"
    assert refusal(own.post(address, data={"name": "", "author": "Analyst"})) == [
        "Enter the name to save the weights under."
    ]
    for _ in range(2):
        assert own.post(address, data={"name": "Town first", "author": "Analyst"}).status_code == 303
    assert own.post(f"/priorities/weights?{HOME}", data={"name": "town FIRST", "author": "Chair"}).status_code == 303
    page = own.get(f"/priorities/weights?{HOME}").text
    assert page.count("town FIRST") == 1
    assert "Town first" not in page
    assert "town FIRST" in own.get(f"/priorities?{HOME}").text
    assert own.get("/priorities/weights?partnership=atlantis").status_code == 404
    assert own.post("/priorities/weights?partnership=atlantis", data={"name": "x", "author": "y"}).status_code == 404


def test_an_export_refuses_weights_that_are_none(own: FlaskClient) -> None:
    answer = own.get(f"/export/priorities.csv?{HOME}&weights=harm:9")
    assert answer.status_code == 400
    assert "A weight is written harm:3" in answer.text
