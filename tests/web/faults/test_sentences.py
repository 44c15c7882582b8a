"""What is not answered gets one sentence: plain for programs, a page for readers, and never a trace."""

import pytest
from flask.testing import FlaskClient
from werkzeug.exceptions import TooManyRequests

from dashboard.web.faults.sentences import OURS, SENTENCES, Product, answer_faults

BROWSER = {"Accept": "text/html,application/xhtml+xml,*/*;q=0.8"}


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "PROPFIND"])
@pytest.mark.parametrize("path", ["/", "/load", "/trends", "/figures/1", "/find.json", "/health/live"])
def test_a_way_of_asking_that_no_address_answers(client: FlaskClient, path: str, method: str) -> None:
    answer = client.open(path, method=method)
    assert (answer.status_code, answer.text) == (405, SENTENCES[405] + "\n")
    assert set(answer.headers["Allow"].split(", ")) <= {"GET", "HEAD", "POST"}


@pytest.mark.parametrize(("path", "status"), [("/assets/none.css", 404), ("/static/none", 404)])
def test_a_browser_gets_a_page_and_a_program_a_sentence(client: FlaskClient, path: str, status: int) -> None:
    page, words = client.get(path, headers=BROWSER), client.get(path)
    assert (page.status_code, page.mimetype, words.status_code, words.mimetype) == (
        *(status, "text/html"),
        *(status, "text/plain"),
    )
    assert words.text.strip() == SENTENCES[status]
    assert f"<h1>{SENTENCES[status].rstrip('.')}</h1>" in page.text
    assert '<a href="/">Go to the overview</a>' in page.text


def faulty() -> Product:
    """A server of which one address fails as nobody foresaw, and one refuses with a header of its own."""
    server = Product("faulty")
    answer_faults(server, lambda: ())

    @server.get("/load/<token>", endpoint="loading")
    def fail(token: str) -> str:
        raise KeyError(token)

    @server.get("/many")
    def many() -> str:
        raise TooManyRequests(retry_after=7)

    return server


def test_a_fault_of_ours_says_nothing_of_itself_and_names_no_token_in_the_log(caplog: pytest.LogCaptureFixture) -> None:
    client = faulty().test_client()
    answer = client.get("/load/" + "t" * 22 + "?partnership=derby")
    assert (answer.status_code, answer.text) == (500, OURS + "\n")
    [line] = caplog.records
    assert line.getMessage() == "Fault while answering loading [GET]"
    assert line.exc_info is not None


def test_a_refusal_keeps_the_header_that_says_when_to_come_again() -> None:
    answer = faulty().test_client().get("/many")
    assert (answer.status_code, answer.text, answer.headers["Retry-After"]) == (429, SENTENCES[429] + "\n", "7")
