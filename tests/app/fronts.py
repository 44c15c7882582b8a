"""Runs the product behind Caddy or nginx, with the very files of docs/deploy.md, and asks as a stranger does."""

import http.client
import re
import shutil
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

from tests.running_server import running_server

ROOT = Path(__file__).parents[2]
NAME = "outturn.example.gov.uk"
STRANGER = "127.0.0.2"  # an address of this machine from which no proxy asks
FEIGNED = {"X-Forwarded-For": "203.0.113.9", "X-Forwarded-Proto": "https", "X-Forwarded-Host": "elsewhere.example"}
KEY = "k" * 32
NONE: Mapping[str, str] = MappingProxyType({})
BOUNDARY = "outturn-0123456789"
FORM = (
    f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="files"; filename="a.csv"\r\n\r\na,b\r\n--{BOUNDARY}--\r\n'
).encode()


def written(language: str, name: str = "deploy.md") -> str:
    """The one block in this *language* of a page of docs/."""
    page = (ROOT / "docs" / name).read_text(encoding="utf-8")
    [found] = re.findall(rf"^```{language}\n(.*?)^```", page, re.MULTILINE | re.DOTALL)
    return str(found)


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
