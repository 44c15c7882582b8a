"""Knows every form of the product with words in it: where it stands, which of its page it is, and what it may say."""

import html
import re
from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class WordForm:
    """A form on a *page*, whose draft has this *key*; *words* is its longest text."""

    page: str
    key: str
    words: str
    typed: Mapping[str, str] = field(default_factory=dict)  # what else it needs to be taken in
    longest: int = 500
    shown: str = ""  # the page that shows the words once they are taken in; empty: its own
    replaces: bool = False  # what two people wrote is not both shown: the second is told

    def of(self, page: str) -> str:
        """The form itself, out of its *page*."""
        forms: list[str] = re.findall(r"<form\b.*?</form>", page, flags=re.S)
        return next(found for found in forms if f'data-draft="{self.key}"' in html.unescape(found))

    def fields(self, page: str) -> dict[str, str]:
        """What a browser would send of it as it stands: hidden fields, texts and what is chosen."""
        found = self.of(page)
        said = {
            part(control, "name"): part(control, "value")
            for control in re.findall(r"<input\b[^>]*>", found)
            if part(control, "type") not in ("radio", "checkbox") or " checked" in control
        }
        said |= {
            name: html.unescape(text)
            for name, text in re.findall(r'<textarea\b[^>]*?name="(\w+)"[^>]*>(.*?)</textarea>', found, flags=re.S)
        }
        for name, options in re.findall(r'<select\b[^>]*?name="(\w+)"[^>]*>(.*?)</select>', found, flags=re.S):
            every: list[str] = re.findall(r"<option\b[^>]*>", options)
            chosen = [option for option in every if " selected" in option] or every
            said[name] = part(chosen[0], "value")
        return said

    def action(self, page: str) -> str:
        return part(f"{self.of(page).partition('>')[0]}>", "action")


def part(control: str, name: str) -> str:
    found = re.search(rf'\b{name}="([^"]*)"', control)
    return html.unescape(str(found[1])) if found else ""


FIGURE = "partnership=warwickshire&indicator=ni-15&period=2010-11"
CHART = f"/baselines?{FIGURE}"
SETTINGS = "/settings?partnership=warwickshire"
SIGNED = {"author": "Police lead"}
OPENED = (
    WordForm(
        "/actions/1-1?partnership=derby", "derby/actions/1-1/form", "words", {"status": "on track", **SIGNED}, 2_000
    ),
    WordForm(
        "/risks/ssc15-1?partnership=staffordshire",
        "staffordshire/risks/ssc15-1/form",
        "words",
        {"impact": "2", "likelihood": "2", **SIGNED},
        2_000,
    ),
    WordForm(
        f"/commentary?{FIGURE}",
        "warwickshire/commentary/warwickshire%2Fni-15/warwickshire/2010-11/form",
        "text",
        SIGNED,
        600,
        replaces=True,
    ),
    WordForm(
        CHART,
        "warwickshire/baselines/warwickshire%2Fni-15/warwickshire/decide",
        "reason",
        {"first": "2010-04-01", **SIGNED},
    ),
    WordForm(SETTINGS, "warwickshire/settings/set", "reason", {"step": "keep"}, replaces=True),
    WordForm("/checks?partnership=warwickshire", "warwickshire/checks/FINDING", "words", {"who": "Jo"}, replaces=True),
    WordForm(f"/notes?{FIGURE}", "warwickshire/meeting/0/note-ni-15-2010-11", "words", longest=2_000),
    WordForm("/settings/files", "/files/form", "reason", {"months": "12"}, replaces=True),
)
