"""Behind a proxy the product knows who asks; the files of docs/deploy.md do what that page says of them."""

import socket
import ssl
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from benchmarks.slow_clients import KINDS, slow_clients
from dashboard.app import create_app
from dashboard.exposure import refuse_exposed
from dashboard.settings import Settings, SignIn, from_environment
from tests.app.fronts import (
    FEIGNED,
    KEY,
    NAME,
    STRANGER,
    Front,
    answer_to,
    behind,
    caddy,
    nginx,
    program,
    until_answered,
    written,
)
from tests.running_server import free_port

HSTS = "Strict-Transport-Security"


@pytest.fixture
def proxied(published_url: str, tmp_path: Path) -> FlaskClient:
    """The product that people sign in to, with a proxy in front."""
    sign_in = SignIn(way="local", address=f"https://{NAME}", is_public=True)
    settings = Settings(published_url, tmp_path, proxy=("127.0.0.1",), secret_key=KEY, sign_in=sign_in)
    server: Flask = create_app(settings).server
    return server.test_client()


@pytest.mark.parametrize(
    ("peer", "headers", "status", "is_safe"),
    [
        ("127.0.0.1", {"X-Forwarded-Proto": "https", "X-Forwarded-Host": NAME}, 200, True),
        ("127.0.0.1", {"X-Forwarded-Proto": "http", "X-Forwarded-Host": NAME}, 200, False),
        ("127.0.0.1", {"X-Forwarded-Proto": "https", "X-Forwarded-Host": "elsewhere.example"}, 400, True),
        ("192.0.2.7", FEIGNED, 200, False),
    ],
)
def test_over_tls_is_what_a_proxy_says_and_no_stranger(
    proxied: FlaskClient, peer: str, headers: Mapping[str, str], status: int, is_safe: bool
) -> None:
    answer = proxied.get("/health/live", headers=headers, environ_base={"REMOTE_ADDR": peer})
    assert (answer.status_code, HSTS in answer.headers) == (status, is_safe)


def test_the_settings_that_the_page_writes_start_the_product() -> None:
    lines = dict(line.split("=", 1) for line in written("ini").splitlines())
    settings = from_environment(lines | {"OUTTURN_SECRET_KEY": KEY})
    refuse_exposed(settings)
    assert (settings.sign_in.address, settings.proxy) == (f"https://{NAME}", ("127.0.0.1",))
    assert str(settings.originals).startswith("/var/lib/outturn/")


@pytest.fixture(scope="module", params=[caddy, nginx], ids=["caddy", "nginx"])
def front(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Front]:
    own, port = tmp_path_factory.mktemp("front"), free_port()
    with behind(own, port) as address, request.param(own, port, address) as trust:
        found = Front(port, address, trust, own / "outturn.db")
        until_answered(found)
        yield found


pytestmark = pytest.mark.no_cover


@pytest.mark.drill
def test_pages_come_over_tls_with_every_header_and_no_version(front: Front) -> None:
    for path in ("/", "/year-end?partnership=warwickshire", "/assets/outturn.css"):
        answer = front.ask(path)
        assert (answer.status, answer.headers[HSTS]) == (200, "max-age=31536000; includeSubDomains")
        assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
        assert answer.headers["Server"] in (None, "nginx")


@pytest.mark.drill
def test_a_stranger_is_who_he_is_whatever_he_says(front: Front) -> None:
    assert front.origin(front.over_tls()) == STRANGER
    assert front.origin(front.past_the_proxy()) == STRANGER
    assert HSTS not in answer_to(front.past_the_proxy(), "GET", "/health/live", FEIGNED).headers


@pytest.mark.drill
@pytest.mark.parametrize("kind", ["connected only", "one byte", "half the headers"])
def test_a_hundred_slow_clients_before_the_proxy_are_in_nobody_s_way(front: Front, kind: str) -> None:
    with slow_clients(f"http://localhost:{front.port}", KINDS[kind]):
        assert front.ask("/?partnership=warwickshire").status == 200


@pytest.mark.drill
def test_a_hundred_slow_clients_over_tls_are_in_nobody_s_way(front: Front) -> None:
    context, lines = ssl.create_default_context(cafile=str(front.trust())), []
    try:
        for _ in range(100):
            line = socket.create_connection(("localhost", front.port), timeout=30)
            lines.append(context.wrap_socket(line, server_hostname="localhost"))
            lines[-1].sendall(KINDS["half the body"].replace(b"localhost", f"localhost:{front.port}".encode()))
        assert front.ask("/?partnership=warwickshire").status == 200
    finally:
        for line in lines:
            line.close()


@pytest.mark.drill
def test_another_name_is_not_answered(front: Front) -> None:
    assert b"<title>" not in front.ask("/", {"Host": "elsewhere.example"}).body
    assert answer_to(front.past_the_proxy(), "GET", "/", {"Host": "elsewhere.example"}).status == 400


@pytest.mark.drill
def test_the_timer_of_backups_is_sound(tmp_path: Path) -> None:
    service, timer = tmp_path / "outturn-backup.service", tmp_path / "outturn-backup.timer"
    service.write_text(written("systemd", "backup.md"), encoding="utf-8")
    timer.write_text(written("timer", "backup.md"), encoding="utf-8")
    analyze = program("systemd-analyze", "systemd")
    verified = subprocess.run([analyze, "verify", timer, service], check=False, capture_output=True, text=True)
    assert (verified.returncode, verified.stderr) == (0, "")


@pytest.mark.drill
def test_the_unit_of_systemd_is_sound_and_says_what_the_process_may_not(tmp_path: Path) -> None:
    unit = tmp_path / "outturn.service"
    unit.write_text(written("systemd").replace("/opt/outturn/bin/outturn", sys.executable), encoding="utf-8")
    analyze = program("systemd-analyze", "systemd")
    verified = subprocess.run([analyze, "verify", str(unit)], check=False, capture_output=True, text=True)
    assert (verified.returncode, verified.stderr) == (0, "")
    asked = [analyze, "security", "--offline=true", "--threshold=20", str(unit)]
    found = subprocess.run(asked, check=False, capture_output=True, text=True)
    assert found.returncode == 0, found.stdout[-300:]
