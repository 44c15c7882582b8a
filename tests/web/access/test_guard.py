"""Nothing foreign reaches a callback: malformed requests get one short sentence, never a trace."""

import json
import logging
import re
from typing import Any

import pytest
from dash import Dash
from flask.testing import FlaskClient
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from werkzeug.test import TestResponse

from tests.app.bodies import CALLBACK, Body, body_of, post, server_callbacks

HEAD = "..year-end-head.html...year-end-table.html...year-end-record.html...year-end-next.html.."
SEARCH = {"id": "address", "property": "search", "value": "?partnership=derby"}
LONGEST = 200  # letters that a refusal may have


def nested(depth: int) -> Any:  # noqa: ANN401 - as deep as asked
    return [nested(depth - 1)] if depth else "x"


def assert_refused(response: TestResponse, status: int, words: str) -> None:
    """One short sentence in plain text, with the headers of every answer."""
    assert (response.status_code, response.mimetype, response.text.strip()) == (status, "text/plain", words)
    assert response.headers["X-Content-Type-Options"] == "nosniff"


NOT_A_CALLBACK = (400, "The request is not a callback.")
NO_SUCH = (404, "There is no such callback.")
OTHER_INPUTS = (400, "The request has other inputs than the callback.")
OTHER_OUTPUTS = (400, "The outputs are not those of the callback.")
NOT_SHORT = (400, "An input is not a short text.")
NOT_NAMES = (400, "The changed inputs are not a list of names.")


@pytest.mark.parametrize(
    ("changes", "refusal"),
    [
        ({"output": None}, NO_SUCH),
        ({"output": "page.children"}, NO_SUCH),
        ({"output": ["year-end-head.html"]}, NO_SUCH),
        ({"output": {"id": "page"}}, NO_SUCH),
        ({"inputs": None}, OTHER_INPUTS),
        ({"inputs": []}, OTHER_INPUTS),
        ({"inputs": "search"}, OTHER_INPUTS),
        ({"inputs": [SEARCH, SEARCH]}, OTHER_INPUTS),
        ({"inputs": ["search"]}, OTHER_INPUTS),
        ({"inputs": [SEARCH | {"id": "page"}]}, OTHER_INPUTS),
        ({"inputs": [SEARCH | {"property": "pathname"}]}, OTHER_INPUTS),
        ({"state": [SEARCH]}, OTHER_INPUTS),
        ({"state": None}, OTHER_INPUTS),
        ({"state": {}}, OTHER_INPUTS),
        ({"state": 0}, OTHER_INPUTS),
        ({"output": '..{"nav":["ALL"]}.href...{"nav":["ALL"]}.aria-current..'}, NO_SUCH),
        ({"inputs": [SEARCH | {"value": None}]}, NOT_SHORT),
        ({"inputs": [SEARCH | {"value": 7}]}, NOT_SHORT),
        ({"inputs": [SEARCH | {"value": ["?partnership=derby"]}]}, NOT_SHORT),
        ({"inputs": [SEARCH | {"value": {"partnership": "derby"}}]}, NOT_SHORT),
        ({"inputs": [SEARCH | {"value": "x" * 2001}]}, NOT_SHORT),
        ({"outputs": None}, OTHER_OUTPUTS),
        ({"outputs": []}, OTHER_OUTPUTS),
        ({"outputs": [7]}, OTHER_OUTPUTS),
        ({"outputs": [{"id": "page"}]}, OTHER_OUTPUTS),
        ({"outputs": [{"id": "page", "property": "children"}]}, OTHER_OUTPUTS),
        ({"changedPropIds": "address.search"}, NOT_NAMES),
        ({"changedPropIds": [7]}, NOT_NAMES),
        ({"extra": nested(20)}, (400, "The request is nested too deeply.")),
        ({"extra": {"a": {"b": nested(12)}}}, (400, "The request is nested too deeply.")),
    ],
)
def test_a_body_that_is_not_just_the_callbacks_own_is_refused(
    app: Dash, client: FlaskClient, changes: Body, refusal: tuple[int, str]
) -> None:
    assert_refused(post(client, body_of(app, HEAD) | changes), *refusal)


@pytest.mark.parametrize(
    "data", [b"", b"not JSON", b"\xff\xfe", b"[]", b'"text"', b"7", b"null", b"{", b'{"output":}', b"[" * 60_000]
)
def test_a_body_that_is_no_json_object_is_refused(client: FlaskClient, data: bytes) -> None:
    assert_refused(client.post(CALLBACK, data=data, content_type="application/json"), *NOT_A_CALLBACK)


@pytest.mark.parametrize("method", ["GET", "PUT", "DELETE", "OPTIONS", "PATCH"])
def test_a_callback_is_posted_and_nothing_else(client: FlaskClient, method: str) -> None:
    assert_refused(client.open(CALLBACK, method=method), 405, "Callbacks are posted.")


@pytest.mark.parametrize("letters", [64 * 1024 + 1, 2 * 1024 * 1024])
def test_a_body_that_is_too_large_is_refused_unread(client: FlaskClient, letters: int) -> None:
    assert_refused(client.post(CALLBACK, data=b"x" * letters), 413, "The request is too large.")


@pytest.mark.parametrize(
    "origin", ["https://elsewhere.example", "null", "http://localhost.elsewhere.example", "http://localhost:8051", "x"]
)
def test_a_request_from_another_site_is_refused(app: Dash, client: FlaskClient, origin: str) -> None:
    response = post(client, body_of(app, HEAD), Origin=origin)
    assert_refused(response, 403, "The request comes from another site.")


OF_ANOTHER_SITE = (
    *({"Origin": name} for name in ("https://elsewhere.example", "null", "http://localhost:8051", "http://[bad")),
    *({"Sec-Fetch-Site": name} for name in ("cross-site", "same-site", "")),
    {"Origin": "http://localhost", "Sec-Fetch-Site": "cross-site"},
)


@pytest.mark.parametrize("headers", OF_ANOTHER_SITE, ids=str)
def test_nothing_at_all_can_be_changed_by_another_site(app: Dash, client: FlaskClient, headers: dict[str, str]) -> None:
    """One check for callbacks and every form, those of addresses that nobody has thought of yet included."""
    changing = {"POST", "PUT", "PATCH", "DELETE"}
    every = [rule for rule in app.server.url_map.iter_rules() if changing & (rule.methods or set())]
    paths = {re.sub("<[^>]+>", "7", rule.rule): sorted(changing & (rule.methods or set())) for rule in every}
    assert {"/load", "/load/undo", "/enter", "/indicators", "/partnerships", "/checks", "/baselines", CALLBACK} <= {
        *paths
    }
    answers = [client.open(path, method=kind, headers=headers) for path, kinds in paths.items() for kind in kinds]
    assert {(answer.status_code, answer.text) for answer in answers} == {
        (403, "The request comes from another site.\n")
    }


@pytest.mark.parametrize("headers", [{}, {"Origin": "http://localhost"}])
def test_a_correct_body_from_our_own_pages_is_answered(app: Dash, client: FlaskClient, headers: dict[str, str]) -> None:
    assert post(client, body_of(app, HEAD, search="?partnership=derby"), **headers).status_code == 200


def test_refusals_are_no_errors_in_the_log(app: Dash, client: FlaskClient, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        client.post(CALLBACK, data=b"not JSON")
        client.get("/nothing-here")
        client.get("/export/year-end.csv?partnership=atlantis")
        post(client, body_of(app, HEAD) | {"inputs": []})
    assert [record for record in caplog.records if record.levelno >= logging.ERROR] == []


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=10), inner, max_size=4),
    max_leaves=20,
)
FIELDS = st.sampled_from(["output", "outputs", "inputs", "changedPropIds", "parsedChangedPropsIds", "extra"])
QUIET = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@QUIET
@given(body=JSON)
def test_no_json_at_all_breaks_the_server(client: FlaskClient, body: object) -> None:
    response = client.post(CALLBACK, data=json.dumps(body), content_type="application/json")
    assert response.status_code in (400, 404)
    assert len(response.text) <= LONGEST


@QUIET
@given(changes=st.dictionaries(FIELDS, JSON, min_size=1, max_size=3))
def test_no_field_of_a_correct_body_breaks_the_server(app: Dash, client: FlaskClient, changes: Body) -> None:
    body = body_of(app, HEAD, search="?partnership=derby") | changes
    response = client.post(CALLBACK, data=json.dumps(body), content_type="application/json")
    assert response.status_code in (200, 400, 404)


@QUIET
@given(search=st.text(max_size=200), data=st.data())
def test_no_address_breaks_a_callback(app: Dash, client: FlaskClient, search: str, data: st.DataObject) -> None:
    output = data.draw(st.sampled_from(server_callbacks(app)))
    assert post(client, body_of(app, output, search=search, pathname=search)).status_code == 200


@pytest.mark.parametrize("origin", ["http://[bad", "http://elsewhere.example", "null"])
def test_a_callback_from_another_site_is_refused(app: Dash, client: FlaskClient, origin: str) -> None:
    refused = post(client, body_of(app, HEAD), Origin=origin)
    assert_refused(refused, 403, "The request comes from another site.")


@pytest.mark.parametrize(
    "path",
    [
        *("/_dash-component-suites/none/x.js", "/_dash-component-suites/dash/x.js", "/_dash-x", "/assets/"),
        *("/export/", "/export/a/b.csv", "/export/year-end.", "/health/x"),
    ],
)
def test_what_is_not_there_is_not_found_and_nothing_is_logged(
    client: FlaskClient, caplog: pytest.LogCaptureFixture, path: str
) -> None:
    with caplog.at_level(logging.ERROR):
        assert client.get(path).status_code == 404
    assert not caplog.records
