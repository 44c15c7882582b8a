"""Knows what a partnership may set of its papers: name, colour, committees; and what is refused, field by field."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from dashboard.domain.errors import RefusedDecision
from dashboard.domain.wording import one_line

LONGEST_NAME, LONGEST_ALT, MOST_COMMITTEES = 80, 160, 12
LEAST_CONTRAST = 4.5  # of text on white (WCAG 2.2, 1.4.3)
COLOUR = re.compile(r"#[0-9a-fA-F]{6}")


@dataclass(frozen=True, slots=True)
class OwnLook:
    """What was set, without the logo itself; empty where a partnership leaves it to the product."""

    name: str = ""
    accent: str = ""
    logo_alt: str = ""
    committees: tuple[str, ...] = ()


def read_look(form: Mapping[str, str], *, has_logo: bool) -> OwnLook:
    """The look that a form says; raises RefusedDecision with what is wrong."""
    name, alt = one_line(form.get("name", "")), one_line(form.get("logo_alt", ""))
    accent = form.get("accent", "").strip().lower()
    committees = tuple(filter(None, map(one_line, form.get("committees", "").splitlines())))
    told = {
        "name": _too_long("The name", name, LONGEST_NAME),
        "accent": _colour_fault(accent) if accent else "",
        "logo_alt": _too_long("What the logo shows", alt, LONGEST_ALT)
        or ("Say what the logo shows, for who cannot see it." if has_logo and not alt else ""),
        "committees": _committees_fault(committees),
    }
    if faults := tuple((field, words) for field, words in told.items() if words):
        raise RefusedDecision(faults)
    return OwnLook(name, accent, alt, committees)


def _too_long(what: str, text: str, most: int) -> str:
    return f"{what} must be {most} characters or fewer: it has {len(text):,}." if len(text) > most else ""


def _committees_fault(names: tuple[str, ...]) -> str:
    if len(names) > MOST_COMMITTEES:
        return f"Name {MOST_COMMITTEES} committees or fewer, one a line: there are {len(names):,}."
    return next((fault for name in names if (fault := _too_long("Each committee", name, LONGEST_NAME))), "")


def _colour_fault(accent: str) -> str:
    if not COLOUR.fullmatch(accent):
        return "Enter a colour as # and six digits, such as #12436d."
    ratio = contrast_on_white(accent)
    if ratio < LEAST_CONTRAST:
        return f"Choose a darker colour: {accent} has a contrast of {ratio:.1f} : 1 on white, and text needs 4.5 : 1."
    return ""


def contrast_on_white(colour: str) -> float:
    """The ratio of WCAG 2.2 for text of this colour, such as "#12436d", on white."""
    red, green, blue = (_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)
