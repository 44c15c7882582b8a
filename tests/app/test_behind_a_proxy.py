"""Behind a proxy the product knows who asks; the files of docs/deploy.md do what that page says of them."""

import http.client
import re
import shutil
import socket
import sqlite3
import ssl
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from email.message import Message
from pathlib import Path
from types import MappingProxyType

import pytest
from flask import Flask
from flask.testing import FlaskClient

from benchmarks.slow_clients import KINDS, slow_clients
from dashboard.app import create_app
from dashboard.exposure import refuse_exposed
from dashboard.settings import Settings, SignIn, from_environment
from tests.running_server import free_port, running_server

ROOT = Path(__file__).parents[2]
NAME = "outturn.example.gov.uk"
STRANGER = "127.0.0.2"  # an address of this machine from which no proxy asks
FEIGNED = {"X-Forwarded-For": "203.0.113.9", "X-Forwarded-Proto": "https", "X-Forwarded-Host": "elsewhere.example"}
HSTS = "Strict-Transport-Security"
KEY = "k" * 32
NONE: Mapping[str, str] = MappingProxyType({})
BOUNDARY = "outturn-0123456789"
FORM = (
    f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="files"; filename="a.csv"\r\n\r\na,b\r\n--{BOUNDARY}--\r\n'
).encode()


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


def written(language: str) -> str:
    """The one block of docs/deploy.md in this *language*."""
    page = (ROOT / "docs" / "deploy.md").read_text(encoding="utf-8")
    [found] = re.findall(rf"^```{language}\n(.*?)^```", page, re.MULTILINE | re.DOTALL)
    return str(found)


def test_the_settings_that_the_page_writes_start_the_product() -> None:
    lines = dict(line.split("=", 1) for line in written("ini").splitlines())
    settings = from_environment(lines | {"OUTTURN_SECRET_KEY": KEY})
    refuse_exposed(settings)
    assert (settings.sign_in.address, settings.proxy) == (f"https://{NAME}", ("127.0.0.1",))
    assert str(settings.originals).startswith("/var/lib/outturn/")


def program(name: str, package: str) -> str:
    """Where a program is; installed from Debian where it is missing, and where that cannot be the test says so."""
    command = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", package]
    if not shutil.which(name):
        try:
            subprocess.run(["apt-get", "update", "-qq"], check=True, capture_output=True)
            subprocess.run(command, check=True, capture_output=True)
        except (OSError, subprocess.CalledProcessError) as fault:
            pytest.skip(f"NOT PROVED: {package} is not here and apt cannot install it ({fault})")
    return shutil.which(name) or name


@dataclass(frozen=True)
class Answer:
    status: int
    headers: Message
    body: bytes


def answer_to(
    line: http.client.HTTPConnection, method: str, path: str, headers: Mapping[str, str] = NONE, body: bytes = b""
) -> Answer:
    with closing(line):
        line.request(method, path, body or None, dict(headers))
        answer = line.getresponse()
        return Answer(answer.status, answer.headers, answer.read())


@dataclass(frozen=True)
class Front:
    """A proxy over TLS: its port, the certificate that vouches for it, and the product behind."""

    port: int
    behind: str
    trust: Callable[[], Path]
    database: Path

    def over_tls(self) -> http.client.HTTPConnection:
        """The line of a stranger to the proxy."""
        context = ssl.create_default_context(cafile=str(self.trust()))
        return http.client.HTTPSConnection(
            "localhost", self.port, timeout=30, context=context, source_address=(STRANGER, 0)
        )

    def past_the_proxy(self) -> http.client.HTTPConnection:
        """The line of a stranger to the product itself."""
        port = int(self.behind.rpartition(":")[2])
        return http.client.HTTPConnection("127.0.0.1", port, timeout=30, source_address=(STRANGER, 0))

    def ask(self, path: str, headers: Mapping[str, str] = NONE) -> Answer:
        """What a stranger is answered over TLS."""
        line = self.over_tls()
        return answer_to(line, "GET", path, headers)

    def origin(self, line: http.client.HTTPConnection) -> str:
        """From where a file is handed in on *line*, as the audit trail says, whether or not that is denied."""
        before = self._origins()
        answer_to(line, "POST", "/load", {**FEIGNED, "Content-Type": f"multipart/form-data; boundary={BOUNDARY}"}, FORM)
        end = time.monotonic() + 30
        while (now := self._origins()) == before:
            assert time.monotonic() < end
            time.sleep(0.02)
        return now[-1]

    def _origins(self) -> list[str]:
        with closing(sqlite3.connect(self.database)) as opened:
            found = opened.execute("SELECT origin FROM audit WHERE origin <> '' ORDER BY number").fetchall()
        return [origin for (origin,) in found]


@contextmanager
def behind(own: Path, port: int) -> Iterator[str]:
    settings = {
        "OUTTURN_SIGN_IN": "local",
        "OUTTURN_ADDRESS": f"https://localhost:{port}",
        "OUTTURN_PROXY": "127.0.0.1",
        "OUTTURN_PUBLIC": "on",
        "OUTTURN_SECRET_KEY": KEY,
    }
    with running_server([sys.executable, "-m", "dashboard"], ROOT, own, settings) as address:
        yield address


@contextmanager
def caddy(own: Path, port: int, address: str) -> Iterator[Callable[[], Path]]:
    """Caddy with the file of docs/deploy.md, under another name and port, with a certificate that it makes itself."""
    told = ["admin off", "auto_https disable_redirects", "skip_install_trust", f"https_port {port}"]
    told += [f"storage file_system {own}", "servers"]
    file = written("caddyfile").replace("{\n\tservers", "{\n\t" + "\n\t".join(told), 1)
    file = file.replace(f"{NAME} {{", f"localhost:{port} {{\n\ttls internal", 1).replace("127.0.0.1:8050", address[7:])
    (own / "Caddyfile").write_text(file, encoding="utf-8")
    command = [program("caddy", "caddy"), "run", "--adapter", "caddyfile", "--config", str(own / "Caddyfile")]
    with in_the_background(command, own / "caddy.log"):
        yield lambda: own / "pki" / "authorities" / "local" / "root.crt"


@contextmanager
def nginx(own: Path, port: int, address: str) -> Iterator[Callable[[], Path]]:
    """nginx with the site of docs/deploy.md, under another name and port, with a certificate made for it."""
    pair = own / "localhost.pem", own / "localhost.key"
    made = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1", "-subj", "/CN=localhost"]
    made += ["-addext", "subjectAltName=DNS:localhost", "-out", str(pair[0]), "-keyout", str(pair[1])]
    subprocess.run(made, check=True, capture_output=True)
    site = written("nginx").replace("443 ssl", f"{port} ssl").replace(NAME, "localhost")
    site = site.replace("/etc/ssl/certs/outturn.pem", str(pair[0])).replace("127.0.0.1:8050", address[7:])
    site = site.replace("/etc/ssl/private/outturn.key", str(pair[1]))
    places = "".join(f"{name}_temp_path {own};" for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
    whole = f"daemon off; pid {own}/pid; error_log {own}/log; events {{}} http {{ access_log off; {places}\n{site}}}"
    (own / "nginx.conf").write_text(whole, encoding="utf-8")
    with in_the_background([program("nginx", "nginx-light"), "-c", str(own / "nginx.conf")], own / "nginx.log"):
        yield lambda: pair[0]


@contextmanager
def in_the_background(command: list[str], log: Path) -> Iterator[None]:
    with log.open("wb") as out, subprocess.Popen(command, stdout=out, stderr=out, cwd=log.parent) as process:
        try:
            yield
        finally:
            process.terminate()
            process.wait(30)


def until_answered(front: Front) -> None:
    end = time.monotonic() + 30
    while True:
        try:
            assert front.ask("/health/live").status == 200
            return
        except OSError:
            assert time.monotonic() < end
            time.sleep(0.1)


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
        assert (answer.status, answer.headers[HSTS]) == (200, "max-age=31536000")
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
def test_the_unit_of_systemd_is_sound_and_says_what_the_process_may_not(tmp_path: Path) -> None:
    unit = tmp_path / "outturn.service"
    unit.write_text(written("systemd").replace("/opt/outturn/bin/outturn", sys.executable), encoding="utf-8")
    analyze = program("systemd-analyze", "systemd")
    verified = subprocess.run([analyze, "verify", str(unit)], check=False, capture_output=True, text=True)
    assert (verified.returncode, verified.stderr) == (0, "")
    asked = [analyze, "security", "--offline=true", "--threshold=20", str(unit)]
    found = subprocess.run(asked, check=False, capture_output=True, text=True)
    assert found.returncode == 0, found.stdout[-300:]
