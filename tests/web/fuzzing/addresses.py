"""Knows addresses as somebody hostile asks: every route with other numbers, names, queries, methods and forms."""

import re
from collections.abc import Iterator
from random import Random
from urllib.parse import urlencode

from flask import Flask

from tests.web.fuzzing.asking import Raw
from tests.web.fuzzing.values import METHODS, NUMBERS, PLACES, TYPES, header, query, quoted, text

PART = re.compile(r"<(?:(?P<kind>\w+)(?:\([^)]*\))?:)?(?P<name>\w+)>")
NAMES = {
    "page": ("year-end", "overview", "trends", "hotspots", "data", "meeting", "template", "no-such", "."),
    "form": ("csv", "json", "docx", "exe", "CSV", "csv.csv", ""),
    "slug": ("status", "forecast", "funnel", "no-such", ".", ".."),
    "token": ("A" * 22, "A" * 21, "..", "incoming", "undo", "0", "_" * 22, "A" * 21 + "\n"),
    "package_name": ("dash", "dcc", "html", "plotly", "os", "dash.dcc", "..", "dashboard", ""),
    "fingerprinted_path": (
        "dcc/async-graph.js",
        "dash-renderer/build/dash_renderer.min.js",
        "../../../etc/passwd",
        "a.v1m1.js",
    ),
    "filename": (
        "outturn.css",
        "fonts/inter-latin.woff2",
        "../pyproject.toml",
        "..%2f..%2fetc/passwd",
        "vendor",
        "",
        "icon.svg",
    ),
    "path": ("year-end", "trends", "no-such", "admin", ".git/config", "etc/passwd", "assets", "a/" * 500),
}
FIELDS = (
    *(
        "partnership",
        "source",
        "who",
        "period",
        "withdraw",
        "new-partnership",
        "release",
        "digest",
        "standing",
        "finding",
    ),
    *(
        "words",
        "first",
        "reason",
        "author",
        "decision",
        "indicator",
        "name",
        "unit",
        "polarity",
        "area",
        "what",
        "text",
    ),
    *("marker", "change", "into", "both", "areas", "about-0", "0-about", "files"),
)


def hostile_addresses(server: Flask, seed: int, count: int) -> Iterator[Raw]:
    """So many requests, always the same for a seed."""
    random = Random(seed)
    rules = [
        (rule.rule, sorted((rule.methods or {"GET"}) - {"HEAD", "OPTIONS"})) for rule in server.url_map.iter_rules()
    ]
    for _ in range(count):
        rule, methods = random.choice(rules)
        path = PART.sub(lambda found: _part(random, found), rule)
        if random.random() < 0.15:
            path = _broken(random, path)
        yield _request(random, path, random.choice(METHODS) if random.random() < 0.1 else random.choice(methods))


def _request(random: Random, path: str, method: str) -> Raw:
    asked = path + (f"?{query(random)}" if random.random() < 0.6 else "")
    headers = dict(header(random) for _ in range(random.choice((0, 0, 1, 2))))
    host = random.choice(
        ("localhost", "localhost", "localhost:8050", "127.0.0.1", "[::1]", "evil.example", "", "a b", "[", "\xff")
    )
    body = b""
    if method not in ("GET", "HEAD"):
        kind, body = _form(random)
        headers = {"Content-Type": kind} | headers
    target = asked.encode("latin-1", "replace")
    return Raw(method, target, tuple(headers.items()), body, host if random.random() < 0.1 else "localhost")


def _part(random: Random, found: re.Match[str]) -> str:
    known = NAMES.get(found["name"], ())
    if found["kind"] == "int":
        return quoted(random, random.choice(NUMBERS))
    if known and random.random() < 0.6:
        return random.choice(known)
    return quoted(random, text(random)) or "x"


def _broken(random: Random, path: str) -> str:
    return random.choice(
        (
            *(path + "/", path + "//", "/" + path, path.upper(), path + "%00", path + "%0d%0aX: y", path + ";a=b"),
            *(path.replace("/", "//"), path.replace("/", "/./"), path.replace("/", "/x/../"), path + "%2e%2e%2f", ""),
            *(
                path.replace("/", "%2f"),
                path.replace("/", "\\"),
                path + "~",
                path + ".bak",
                path + "%",
                path + "\xff\xfe",
            ),
            *(path + "a" * 8000, "http://evil.example" + path, "*", path + "/" + quoted(random, text(random))),
        )
    )


def _form(random: Random) -> tuple[str, bytes]:
    """A body of a form, with its kind: of our fields, of nobody's, or of none."""
    fields = [(random.choice(FIELDS), _said(random)) for _ in range(random.choice((0, 1, 4, 12, 40)))]
    kind = random.random()
    if kind < 0.6:
        pairs = [(key, said.encode("utf-8", "surrogatepass")) for key, said in fields]
        return "application/x-www-form-urlencoded", urlencode(pairs).encode()
    if kind < 0.85:
        parts = "".join(_file_part(random, key, said) for key, said in fields)
        end = random.choice(("--x--\r\n", "--x--", "", "--x\r\n\r\n"))
        return "multipart/form-data; boundary=x", (parts + end).encode("utf-8", "surrogatepass")
    return random.choice(TYPES), bytes(random.randrange(256) for _ in range(random.choice((0, 10, 3000))))


def _said(random: Random) -> str:
    return random.choice((text(random), random.choice(PLACES), random.choice(NUMBERS)))


def _file_part(random: Random, key: str, said: str) -> str:
    name = quoted(random, text(random)) if random.random() < 0.5 else "figures.csv"
    file = f'; filename="{name}"' if key == "files" or random.random() < 0.1 else ""
    return f'--x\r\nContent-Disposition: form-data; name="{key}"{file}\r\n\r\n{said}\r\n'
