"""Knows what hostile requests are made of: texts, numbers, values of JSON, headers; one seed always gives the same."""

from random import Random
from typing import Any
from urllib.parse import quote

from dashboard.domain.filters import FILTERS

NUMBERS = (
    *("0", "-0", "-1", "1", "2", "007", "00000000000000000001", "2147483647", "2147483648", "4294967296"),
    *("9223372036854775807", "9223372036854775808", "18446744073709551616", "1" + "0" * 30, "9" * 5000),
    *(
        "1.5",
        "1e9",
        "0x10",
        "+1",
        " 1",
        "1 ",
        "٣",
        "१२",
        "\uff11",
        "²",
        "1_000",
        "NaN",
        "Infinity",
        "-9223372036854775809",
    ),
)
TEXTS = (
    *("", " ", "\0", "a\0b", "\x7f", "\x1b[31m", "\r\nSet-Cookie: a=b", "\ud800", "\udfff\ud800", "\ufeff", "\u202e"),
    *(
        "é",
        "\uff21",
        "\U0001d538",
        "👩‍👩‍👧",
        "ﷺ" * 50,
        "ẞ",
        "İ",
        "\u0131",
        "\u0130" * 90,
        "a" * 1999,
        "a" * 2001,
        "%",
        "%%",
        "%00",
        "%zz",
        "%C0%AF",
    ),
    *("'", "''", '"', "' OR 1=1 --", "'; DROP TABLE own_figure; --", "<script>alert(1)</script>", "{{7*7}}", "${7*7}"),
    *("../../../etc/passwd", "..\\..\\windows", "/etc/passwd", "file:///etc/passwd", "//evil.example", "javascript:1"),
    *("=cmd|' /C calc'!A0", "+1", "-1", "@SUM(1)", "null", "None", "undefined", "true", "[]", "{}", "__proto__"),
    *("2010-11", "2010-11-Q5", "0000-01", "9999-12", "2010", "2010-13", "10000-01", "0001-01-01", "9999-12-31"),
    *("2024-02-30", "2023-02-29", "1-1-1", "99999-01-01", "year-before", "2010-11..2009-10", "month", "sampleshire"),
)
PLACES = ("warwickshire", "staffordshire", "south-staffordshire", "shropshire", "derby", "sampleshire", "", "atlantis")
ENCODINGS = (
    "gzip",
    "br",
    "deflate",
    "identity",
    "*",
    "gzip;q=0",
    "identity;q=0, *;q=0",
    "x" * 300,
    "gzip, , ,;;q=a",
    "\xff",
)
TYPES = (
    *("application/json", "text/plain", "application/x-www-form-urlencoded", "multipart/form-data", "", "a", ";"),
    *(
        "multipart/form-data; boundary=x",
        "multipart/form-data; boundary=" + "x" * 300,
        "multipart/form-data; boundary=",
    ),
    *("application/json; charset=utf-16", "application/json; charset=nonsense", "text/html\xff", "multipart/mixed"),
)
HEADERS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("Accept-Encoding", ENCODINGS),
    ("Content-Type", TYPES),
    ("Content-Encoding", ("gzip", "br", "deflate", "zstd", "gzip, gzip", "\xff")),
    ("Content-Length", ("0", "-1", "1", "99999999999999999999", "abc", "", " 5", "+5", "1e3", "٣")),
    ("Transfer-Encoding", ("chunked", "gzip, chunked", "identity", "nonsense")),
    ("Accept", ("application/json", "*/*", "", "text/html;q=nan", "a/b/c", "x" * 2000, "\xff", ",,,;;;")),
    ("Accept-Language", ("en", "\xff", "x" * 2000)),
    (
        "Cookie",
        ("a=b", "=", ";;;=;", "session=" + "A" * 3000, "session=eyJ9.x.y", "a=\xff\xfe", 'a="\\000"', "__Host-x=1"),
    ),
    (
        "Referer",
        ("http://localhost/", "http://localhost/year-end?partnership=derby", "http://[", "x", "http://localhost/?\xff"),
    ),
    ("Origin", ("http://localhost", "null", "http://evil.example", "http://[", "\xff", "")),
    ("Sec-Fetch-Site", ("same-origin", "cross-site", "none", "\xff")),
    ("If-None-Match", ('"a"', "*", "W/", "\xff", '"' * 50)),
    ("If-Modified-Since", ("Thu, 01 Jan 1970 00:00:00 GMT", "nonsense", "Thu, 99 Jan 99999 99:99:99 GMT")),
    ("If-Range", ('"a"', "nonsense", "Thu, 01 Jan 0001 00:00:00 GMT")),
    (
        "Range",
        (
            "bytes=0-10",
            "bytes=-1",
            "bytes=5-1",
            "bytes=0-0,2-3,5-6",
            "bytes=a-b",
            "lines=1-2",
            "bytes=99999999999999999999-",
        ),
    ),
    ("X-Forwarded-For", ("1.2.3.4", "\xff", "1.2.3.4, " * 50)),
    ("X-Forwarded-Host", ("evil.example", "\xff")),
    ("X-Forwarded-Proto", ("https", "javascript", "\xff")),
    ("X-HTTP-Method-Override", ("DELETE", "PUT")),
    ("Authorization", ("Basic OjEyMw==", "Basic \xff", "Bearer x", "Digest ", "\xff", "Basic")),
    ("Expect", ("100-continue", "200-maybe")),
    ("Upgrade", ("websocket", "h2c")),
    ("User-Agent", ("", "\xff", "x" * 4000)),
)
METHODS = ("GET", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "HEAD", "TRACE", "CONNECT", "get", "PROPFIND", "X")
KEYS = (
    *(item.key for item in FILTERS),
    "partnership",
    "q",
    "f",
    "place",
    "page",
    "run",
    "format",
    "a" * 300,
    "",
    "\0",
    "__class__",
)


def text(random: Random) -> str:
    """Some text that somebody may send."""
    kind = random.random()
    if kind < 0.5:
        return random.choice(TEXTS)
    if kind < 0.7:
        return random.choice(NUMBERS)
    if kind < 0.85:
        return random.choice(PLACES)
    return "".join(
        chr(random.choice((random.randrange(32, 127), random.randrange(0xD7FF)))) for _ in range(random.randrange(40))
    )


def value(random: Random, deep: int = 3) -> Any:  # noqa: ANN401 - whatever JSON can say
    """Some value of JSON."""
    kinds = ["text", "number", "constant", "text"] + (["list", "object"] if deep else [])
    match random.choice(kinds):
        case "text":
            return text(random)
        case "number":
            return random.choice((0, -1, 7, 2**31, 2**63, 2**64, 10**30, 1.5, 1e308, -0.0, 10**400))
        case "constant":
            return random.choice((None, True, False))
        case "list":
            return [value(random, deep - 1) for _ in range(random.randrange(4))]
    return {text(random): value(random, deep - 1) for _ in range(random.randrange(4))}


def quoted(random: Random, words: str) -> str:
    """*words* as part of an address: quoted, twice quoted, or as they are."""
    found = words.encode("utf-8", "surrogatepass")
    kind = random.random()
    if kind < 0.7:
        return quote(found, safe="")
    if kind < 0.85:
        return quote(quote(found, safe=""), safe="")
    return found.decode("latin-1").replace("?", "").replace("#", "")


def query(random: Random) -> str:
    """A query: keys of ours and of nobody, some of them again and again."""
    kind = random.random()
    if kind < 0.03:
        return "&" * random.randrange(1, 3000)
    if kind < 0.06:
        return random.choice(
            ("=", "==&&", "%", "%00=%00", "?" * 50, "a=" * 1000, "partnership=derby&" * 400, ";".join("abc"))
        )
    pairs = [(random.choice(KEYS), text(random)) for _ in range(random.choice((1, 2, 3, 4, 8)))]
    if random.random() < 0.7:
        pairs.insert(0, ("partnership", random.choice(PLACES)))
    if random.random() < 0.2:
        pairs += [random.choice(pairs)] * random.randrange(1, 60)
    return "&".join(f"{quoted(random, key)}={quoted(random, said)}" for key, said in pairs)


def header(random: Random) -> tuple[str, str]:
    name, values = random.choice(HEADERS)
    return name, random.choice(values)
