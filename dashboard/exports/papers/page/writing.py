"""Knows the page as one file: its policy, its look and its script stand in it, and nothing else may run or load."""

from base64 import b64encode
from functools import cache
from hashlib import sha256
from itertools import groupby
from pathlib import Path

from markupsafe import Markup

from dashboard.domain.palette import ACCENT, INK, INK_FAINT, INK_SOFT, LINE, STATUS_COLOURS
from dashboard.exports.papers.page.cover import contents, cover
from dashboard.exports.papers.page.elements import element
from dashboard.exports.papers.page.sections import section
from dashboard.places import assets_folder
from dashboard.reports.packs.brand import Brand
from dashboard.reports.packs.pack import Pack

HERE = Path(__file__).parent
FONT = "fonts/inter-latin.woff2"
COLOURS = {
    "ink": INK,
    "ink-2": INK_SOFT,
    "ink-3": INK_FAINT,
    "line": LINE,
    "accent": ACCENT,
    **{str(status).replace(" ", "-"): colour for status, colour in STATUS_COLOURS.items()},
}
VIEWPORT = "width=device-width, initial-scale=1"


def write(pack: Pack) -> bytes:
    """The papers as HTML; the same bytes for the same pack."""
    look = _look(pack.brand)
    head = element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", http_equiv="Content-Security-Policy", content=_policy(look, _script())),
        element("meta", name="viewport", content=VIEWPORT),
        element("title", f"{pack.title} – {pack.subtitle}"),
        element("style", Markup(look)),
    )
    whole = element("html", head, _body(pack), lang="en-GB")
    return f"<!DOCTYPE html>\n{whole}\n".encode()


def _body(pack: Pack) -> Markup:
    return element(
        "body",
        element("a", "Skip to the papers", href="#papers", class_="skip"),
        cover(pack),
        contents(pack),
        element("main", *_sections(pack), id="papers", tabindex="-1"),
        element("script", Markup(_script())),
    )


def _sections(pack: Pack) -> list[Markup]:
    """Every section in its order, under the heading of its part where there are several."""
    is_alone = len(pack.sections) == 1 and pack.sections[0].title == pack.title
    if len(pack.parts) < 2:
        return [section(found, 2, is_alone=is_alone) for found in pack.sections]
    return [
        element("div", element("h2", part) if part else None, *(section(item, 3 if part else 2) for item in found))
        for part, found in groupby(pack.sections, lambda item: item.part)
    ]


def _policy(look: str, script: str) -> str:
    """What the page may do: show its own look, font and logo, and run its own script."""
    rules = {
        "default-src": "'none'",
        "style-src": _hash(look),
        "script-src": _hash(script),
        "font-src": "data:",
        "img-src": "data:",
        "base-uri": "'none'",
        "form-action": "'none'",
    }
    return "; ".join(f"{name} {said}" for name, said in rules.items())


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def _look(brand: Brand) -> str:
    colours = COLOURS | ({"accent": brand.accent} if brand.accent else {})
    named = ";".join(f"--{name}:{colour}" for name, colour in colours.items())
    return f"{_font()}:root{{{named}}}\n{_file('page.css')}"


@cache
def _font() -> str:
    font = b64encode((assets_folder() / FONT).read_bytes()).decode()
    source = f"url(data:font/woff2;base64,{font}) format('woff2')"
    return f"@font-face{{font-family:Inter;font-weight:100 900;src:{source}}}\n"


def _script() -> str:
    return _file("sort.js")


@cache
def _file(name: str) -> str:
    return (HERE / name).read_text(encoding="utf-8")
