"""The product answers under addresses, localhost and the names it is given, and under no other."""

import pytest
from flask.testing import FlaskClient

from dashboard.settings import from_environment
from dashboard.web.hosts import SAID, is_known, names_of

NAMES = names_of("outturn.example.org, Reports.Example.org:8443 intranet")


@pytest.mark.parametrize(
    "host",
    [
        *("localhost", "localhost:8050", "LOCALHOST:1", "localhost."),
        *("127.0.0.1", "127.0.0.1:8050", "10.1.2.3:80", "[::1]", "[::1]:8050", "[2001:db8::7]:80"),
        *("outturn.example.org", "OUTTURN.example.org:443", "reports.example.org", "intranet:8050"),
    ],
)
def test_under_addresses_and_its_own_names(host: str) -> None:
    assert is_known(host, NAMES)


@pytest.mark.parametrize(
    "host",
    [
        *("", ":8050", "evil.example", "evil.example:8050", "localhost.evil.example", "127.0.0.1.evil.example"),
        *("outturn.example.org.evil.example", "xoutturn.example.org", "example.org", "127.0.0.1@evil.example"),
        *("[::1", "1.2.3", "0x7f.1", "localhost@evil.example", "evil.example/localhost"),
    ],
)
def test_under_no_other(host: str) -> None:
    assert not is_known(host, NAMES)


@pytest.mark.parametrize(
    "path",
    ["/", "/health/live", "/export/year-end.csv", "/load", "/assets/outturn.css", "/_dash-layout", "/find.json?q=a"],
)
def test_nothing_is_answered_under_a_foreign_name(client: FlaskClient, path: str) -> None:
    refused = client.get(path, headers={"Host": "evil.example:8050"})
    assert (refused.status_code, refused.mimetype, refused.text.strip()) == (400, "text/plain", SAID)
    with client.get(path, headers={"Host": "127.0.0.1:8050"}) as answer:
        assert answer.status_code == 200


def test_no_form_and_no_callback_is_taken_under_a_foreign_name(client: FlaskClient) -> None:
    same = {"Host": "evil.example:8050", "Origin": "http://evil.example:8050", "Sec-Fetch-Site": "same-origin"}
    for path in ("/load", "/enter", "/_dash-update-component"):
        assert client.post(path, headers=same, data={"text": "1"}).status_code == 400


def test_the_names_come_from_the_environment() -> None:
    found = from_environment({"OUTTURN_HOSTS": "a.example, b.example", "HOME": "/nowhere"})
    assert names_of(found.hosts) == {"a.example", "b.example"}
    assert names_of(from_environment({"HOME": "/nowhere"}).hosts) == frozenset()
