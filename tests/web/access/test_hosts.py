"""The product answers under addresses, localhost and the names it is given, and under no other."""

import pytest
from flask.testing import FlaskClient

from dashboard.settings import from_environment
from dashboard.web.access.hosts import AT_A_DESK, BEHIND_A_PROXY, SAID, KnownNames, is_known, names_of, refusal

GIVEN = names_of("outturn.example.org, Reports.Example.org:8443 intranet")
NAMES = KnownNames(GIVEN, is_desk=False)


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
    assert not is_known(host, KnownNames())
    assert refusal(host, {}, NAMES) == SAID


@pytest.mark.parametrize("host", ["localhost:8050", "127.0.0.1", "127.9.9.9:80", "[::1]:8050"])
def test_at_a_desk_under_addresses_of_its_own_machine(host: str) -> None:
    assert is_known(host, KnownNames())


@pytest.mark.parametrize("host", ["10.1.2.3:80", "192.168.1.7", "[2001:db8::7]:80", "0.0.0.0", "pc-17.intranet"])
def test_at_a_desk_under_no_address_that_others_reach(host: str) -> None:
    assert refusal(host, {}, KnownNames()) == AT_A_DESK


@pytest.mark.parametrize("header", ["X-Forwarded-For", "x-forwarded-proto", "X-FORWARDED-HOST", "Forwarded"])
def test_at_a_desk_nothing_is_answered_that_came_through_a_proxy(client: FlaskClient, header: str) -> None:
    refused = client.get("/load", headers={header: "10.0.0.1"})
    assert (refused.status_code, refused.text.strip()) == (400, BEHIND_A_PROXY)
    assert refusal("localhost", {header: "10.0.0.1"}, NAMES) == ""


@pytest.mark.parametrize(
    "path",
    ["/", "/health/live", "/export/year-end.csv", "/load", "/assets/outturn.css", "/_dash-layout", "/find.json?q=a"],
)
def test_nothing_is_answered_under_a_foreign_name(client: FlaskClient, path: str) -> None:
    refused = client.get(path, headers={"Host": "evil.example:8050"})
    assert (refused.status_code, refused.mimetype, refused.text.strip()) == (400, "text/plain", AT_A_DESK)
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
