"""Runs the whole product in forked processes that a test may kill, and asks it as a browser does."""

import os
import re
import signal
import socket
import time
from contextlib import suppress
from html import unescape
from http.client import HTTPException
from http.cookiejar import CookieJar
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, OpenerDirector, Request, build_opener

from flask import Flask

from dashboard.serve import run
from dashboard.settings import Settings

SECONDS = 60
BOUNDARY = "outturn-0123456789"


class Unanswered(Exception):
    """The connection was cut, or nobody listens."""


class Forked:
    """The product, made once by the test; each start forks its processes anew, at the same port."""

    def __init__(self, server: Flask, settings: Settings) -> None:
        self._server = server
        self._settings = settings
        with socket.socket() as place:
            place.bind(("127.0.0.1", 0))
            self.port = place.getsockname()[1]
        self.first = 0  # the number of the process that was started, while it runs

    def start(self) -> None:
        """Start anew, unless it still runs."""
        if self.first:
            return
        with self._place() as place:
            self.first = os.fork()
            if self.first == 0:
                try:
                    os.setsid()
                    run(self._server, place, self._settings)
                finally:
                    os._exit(0)

    def _place(self) -> socket.socket:
        """A socket at the port, as soon as those who were killed have let it go."""
        end = time.monotonic() + SECONDS
        while True:
            place = socket.socket()
            try:
                place.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
                place.bind(("127.0.0.1", self.port))
                place.listen(128)
            except OSError:
                place.close()
                assert time.monotonic() < end
                time.sleep(0.01)
            else:
                return place

    def workers(self) -> list[int]:
        found = Path(f"/proc/{self.first}/task/{self.first}/children").read_text(encoding="ascii")
        return [*map(int, found.split())]

    def kill_workers(self) -> None:
        """Kill every process that answers; the first one replaces them."""
        for pid in self.workers():
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)

    def kill(self) -> None:
        """Kill every process at once, as when the power fails."""
        os.killpg(self.first, signal.SIGKILL)
        os.waitpid(self.first, 0)
        self.first = 0

    def stop(self) -> None:
        """Tell it to stop, and wait until it has."""
        os.kill(self.first, signal.SIGTERM)
        _, status = os.waitpid(self.first, 0)
        assert os.waitstatus_to_exitcode(status) == 0
        self.first = 0


class Browser:
    """Asks for pages and sends their forms, with everything hidden in them."""

    def __init__(self, port: int) -> None:
        self._address = f"http://127.0.0.1:{port}"
        self._opener: OpenerDirector = build_opener(HTTPCookieProcessor(CookieJar()))

    def page(self, path: str, accept: str = "text/html") -> str:
        return self._ask(Request(f"{self._address}{path}", headers={"Accept": accept}))[0]

    def page_in_the_end(self, path: str, accept: str = "text/html") -> str:
        """The same, asked again while nobody answers."""
        end = time.monotonic() + SECONDS
        while True:
            try:
                return self.page(path, accept)
            except Unanswered:
                assert time.monotonic() < end
                time.sleep(0.02)

    def send(self, action: str, hidden: dict[str, str]) -> tuple[str, str]:
        """Send a form; the page that it leads to, and its path."""
        return self._ask(Request(f"{self._address}{action}", urlencode(hidden).encode()))

    def load(self, name: str, body: bytes) -> str:
        """Send a file in; the path of its load."""
        form = {**hidden_of(self.page_in_the_end("/load"), "/load"), "partnership": "warwickshire"}
        parts = [f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="{key}"\r\n\r\n{form[key]}' for key in form]
        head = f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="files"; filename="{name}"\r\n\r\n'
        sent = "\r\n".join([*parts, head]).encode() + body + f"\r\n--{BOUNDARY}--\r\n".encode()
        kind = {"Content-Type": f"multipart/form-data; boundary={BOUNDARY}"}
        return self._ask(Request(f"{self._address}/load", sent, kind))[1]

    def _ask(self, asked: Request) -> tuple[str, str]:
        try:
            with self._opener.open(asked, timeout=SECONDS) as answer:
                return answer.read().decode(), answer.url.removeprefix(self._address)
        except HTTPError as refused:
            with refused:
                return refused.read().decode(), refused.url.removeprefix(self._address)
        except (OSError, HTTPException) as fault:
            raise Unanswered from fault


def hidden_of(page: str, action: str) -> dict[str, str]:
    """The hidden fields of the form that is sent to *action*; nothing where there is none."""
    for form in re.findall(r"<form\b.*?</form>", page, re.DOTALL):
        if re.search(rf'^<form[^>]*action="{re.escape(action)}"', form):
            fields = re.findall(r'<input[^>]*type="hidden"[^>]*>', form)
            return {_said(field, "name"): _said(field, "value") for field in fields}
    return {}


def _said(field: str, name: str) -> str:
    found = re.search(rf'\b{name}="([^"]*)"', field)
    return unescape(found.group(1)) if found else ""
