"""A number that no database holds, a token that was not given out, another encoding: a sentence, and no fault."""

from pathlib import Path

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from dashboard.web.answers import NO_TEXT
from dashboard.web.faults.addresses import LARGEST, NO_NUMBER, number_of
from tests.web.served import served

OUT_OF_RANGE = (
    *(str(2**31 - 1), str(2**31), str(2**32), str(2**63 - 1), str(2**63), str(2**64), "1" + "0" * 30, "9" * 5000),
    *("-1", "-0", "+1", "00", "01", "007", "1.0", "1e3", "0x1", "1_0", "%201", "1%20", "1%0a", "%00", "NaN"),
    *("%D9%A3", "%E0%A5%A7", "%EF%BC%91", "%C2%B2", "%FF", "x"),
)
TOKEN = "A" * 22


def sentence(answer: TestResponse) -> str:
    assert (answer.status_code, "Traceback" in answer.text) == (404, False)
    return answer.text


def test_every_number_that_is_none_of_ours_has_no_page(published_store_url: str, tmp_path: Path) -> None:
    with served(published_store_url, tmp_path) as client:
        for words in OUT_OF_RANGE:
            check(client, words)


def check(client: FlaskClient, words: str) -> None:
    assert "There is no figure of this number." in sentence(client.get(f"/figures/{words}"))
    assert "The file is not kept here." in sentence(client.get(f"/files/{words}"))
    assert "There is no such table." in sentence(client.get(f"/data/tables/{words}?partnership=derby"))
    assert "This load is not kept any more" in sentence(client.get(f"/load/{TOKEN}/rejected/{words}.csv"))
    answer = client.post("/load/undo", data={"release": words})
    assert (answer.status_code, "There is nothing to undo" in answer.text) == (400, True)


@pytest.mark.parametrize(
    ("words", "number"), [("0", 0), ("7", 7), (str(LARGEST), LARGEST), (str(LARGEST + 1), NO_NUMBER), ("07", NO_NUMBER)]
)
def test_a_number_is_read_as_addresses_write_it(words: str, number: int) -> None:
    assert number_of(words) == number


@pytest.mark.parametrize("way", ["publish", "again", "answers", "cancel"])
@pytest.mark.parametrize("token", [TOKEN, "x", "A" * 21 + "%0a", "A" * 21 + "%0d%0aX: y", "..", "incoming", "%00" * 22])
def test_a_load_that_was_never_handed_in_cannot_be_moved_on(client: FlaskClient, token: str, way: str) -> None:
    assert "This load is not kept any more" in sentence(client.post(f"/load/{token}/{way}"))


NUL = (
    *(
        "/audit?partnership=%00",
        "/audit?person=a%00b",
        "/audit.csv?partnership=%00",
        "/find?q=%00",
        "/find.json?q=a%00",
    ),
    *("/settings?partnership=%00", "/?%00=1", "/export/plan.csv?partnership=%00", "/checks?partnership=derby%00"),
)
FORMS = {
    "/checks": "words",
    "/baselines": "reason",
    "/enter?partnership=derby": "text",
    "/partnerships": "name",
    "/settings/small-numbers?partnership=derby": "reason",
    "/load/undo": "who",
}


def test_a_text_that_no_database_takes_is_refused_in_addresses_and_forms(
    published_store_url: str, tmp_path: Path
) -> None:
    with served(published_store_url, tmp_path) as client:
        for address in NUL:
            answer = client.get(address)
            assert (answer.status_code, answer.text) == (400, f"{NO_TEXT}\n"), address
        for address, field in FORMS.items():
            answer = client.post(address, data={field: "a\0b"})
            assert (answer.status_code, answer.text) == (400, f"{NO_TEXT}\n"), address


@pytest.mark.parametrize(
    "path", ["/", "/load", "/find", "/export/plan.csv", "/figures/1", "/places.json", "/find.json"]
)
def test_an_address_that_is_not_in_utf_8_is_refused(client: FlaskClient, path: str) -> None:
    answer = client.get(path, environ_overrides={"QUERY_STRING": "partnership=\xed\xa0\x80"})
    assert (answer.status_code, answer.text) == (400, "The address is not written in UTF-8.\n")


@pytest.mark.parametrize("path", ["/_dash-layout", "/", "/load", "/find", "/export/plan.csv"])
@pytest.mark.parametrize("name", ["Referer", "Origin"])
@pytest.mark.parametrize(
    "said", ["http://[", "http://[::1", "//]", "http://localhost:x/", "http://\u2100", "\xff", "?", ""]
)
def test_what_a_header_calls_an_address_need_be_none(client: FlaskClient, path: str, name: str, said: str) -> None:
    assert client.get(path, environ_overrides={f"HTTP_{name.upper()}": said}).status_code == 200
