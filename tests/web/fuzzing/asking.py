"""Asks the product as a raw request would: address, headers and body in the bytes that came over the wire."""

import io
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import unquote_to_bytes

from flask import Flask
from werkzeug.test import run_wsgi_app

LEAKS = (
    *("Traceback", 'File "', "site-packages", "sqlalchemy", "sqlite3", "psycopg", "werkzeug", "jinja2"),
    *("SELECT ", "INSERT ", "OperationalError", "Exception", "0x7f", ".py:", "/home/", "/usr/", "/root", "/tmp/"),
)


@dataclass(frozen=True, slots=True)
class Raw:
    """One request: an address in bytes, with its query behind a question mark, headers and a body."""

    method: str = "GET"
    target: bytes = b"/"
    headers: tuple[tuple[str, str], ...] = ()
    body: bytes = b""
    host: str = "localhost"


@dataclass(frozen=True, slots=True)
class Told:
    """What was answered."""

    status: int
    text: str
    headers: dict[str, str] = field(default_factory=dict)

    @property
    def leaks(self) -> list[str]:
        """What no answer that refuses may say."""
        return [item for item in LEAKS if item in self.text] if self.status >= 400 else []


def ask(server: Flask, raw: Raw) -> Told:
    """Give *raw* to the product as a web server does."""
    chunks, status, headers = run_wsgi_app(server, environ_of(raw), buffered=True)
    with_close: Any = chunks
    body = b"".join(as_bytes(with_close))
    return Told(int(status.split(" ", 1)[0]), body.decode("utf-8", "replace"), dict(headers))


def as_bytes(chunks: Iterable[bytes]) -> Iterable[bytes]:
    try:
        yield from chunks
    finally:
        if hasattr(chunks, "close"):
            chunks.close()


SERVER: dict[str, Any] = {
    **{"SCRIPT_NAME": "", "SERVER_NAME": "localhost", "SERVER_PORT": "80", "SERVER_PROTOCOL": "HTTP/1.1"},
    **{"REMOTE_ADDR": "127.0.0.1", "wsgi.version": (1, 0), "wsgi.url_scheme": "http"},
    **{"wsgi.multithread": True, "wsgi.multiprocess": True, "wsgi.run_once": False},
}


def environ_of(raw: Raw) -> dict[str, Any]:
    """The environment that a server makes of *raw*: addresses unquoted, bytes as Latin-1, one line a header."""
    path, _, query = raw.target.partition(b"?")
    environ = SERVER | {
        "REQUEST_METHOD": raw.method,
        "PATH_INFO": unquote_to_bytes(path).decode("latin-1"),
        "QUERY_STRING": query.decode("latin-1"),
        "HTTP_HOST": raw.host,
        "CONTENT_LENGTH": str(len(raw.body)),
        "wsgi.input": io.BytesIO(raw.body),
        "wsgi.errors": io.StringIO(),
    }
    for name, value in raw.headers:
        key = name.upper().replace("-", "_")
        environ[key if key in ("CONTENT_TYPE", "CONTENT_LENGTH") else f"HTTP_{key}"] = value
    return environ
