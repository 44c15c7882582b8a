"""Knows how a printed number is read in one piece, and how a text that cannot be read is quoted."""

import re
from decimal import Decimal
from unicodedata import category

from dashboard.domain.errors import UnreadableValue

NUMBER = r"[-\u2212+]?(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]+)?"
_GLUED = re.compile(r"(?P<number>[0-9]{1,3}(?:,[0-9]{3}){1,4})(?P<note>[0-9]{1,2})")
_NEITHER = "is neither a number nor a reason: write"
_NO_NUMBER = f"{_NEITHER} a number, TBC, N/A or [x]"
_ALONE = "the number alone, a marker as 45 [p], a note as 45 [1]"
_BOUND = (
    r"(?:<|>|<=|>=|\u2264|\u2265|over|under|above|below|more than|less than|fewer than|at least|at most|up to|almost"
    r"|nearly|just (?:over|under)|no more than)"
)
_SHAPES = tuple(
    (re.compile(form, re.IGNORECASE | re.ASCII), why)
    for form, why in (
        (r"[£€$]?\([£€$]?[0-9.,]+ ?%?\)%?", "is in brackets: for a negative number write a minus"),
        (r"[£€$]?[0-9.,]+-", "has its minus behind: write it before the number"),
        (
            r"[-+\u2212]?[0-9]+(?:\.[0-9]{3})*,[0-9]+",
            "has a comma that marks no thousands: for decimals use a point",
        ),
        (r"[0-9]{1,3}(?:['\u2019][0-9]{3})+", f"{_NEITHER} thousands with commas or without, 1,200 or 1200"),
        (r"[-+\u2212]?\.[0-9]+ ?%?", f"{_NEITHER} a nought before the point, 0.5 for .5"),
        ("[cxzukbpre]", "is a letter alone: write it in brackets as a symbol, [c], [x] or [z]"),
        ("nil", "means zero only where the template says so: write 0"),
        ("none", f"{_NEITHER} 0, or N/A where there is no figure"),
        (rf"{_BOUND} ?[£€$]?[0-9].*|[0-9.,]+ ?%?\+", "is a bound and no figure: write the number itself"),
        (r"[0-9.,]+ ?%? ?[-\u2013\u2014] ?[0-9.,]+ ?%?", f"{_NEITHER} the one number that was counted"),
        (r"[£€$]?[0-9.,]+ ?(?:k|m|mn|bn|million|thousand)", f"{_NEITHER} it in full, such as 12,000 for 12k"),
        (
            r"[^0-9\u2028-\u206f]*[0-9][^\u2028-\u206f]*",
            f"{_NEITHER} {_ALONE}",
        ),
    )
)
_MOST_DIGITS = 15  # sixteen digits and more are an identifier, never a figure
_MOST_DECIMALS = 20
_LONGEST_QUOTED = 60
_UNSEEN = ("Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp")


def parse_number(printed: str) -> Decimal:
    """Return the number *printed* in one unbroken piece ("7,582", "−0.72"); raises UnreadableValue."""
    digits = printed.replace(",", "").replace("\u2212", "-")
    whole, _, decimals = digits.lstrip("+-").partition(".")
    if not re.fullmatch(NUMBER, printed):
        raise refusal(printed)
    if len(whole) > 1 and whole.startswith("0"):
        raise UnreadableValue(f"{quoted(printed)} begins with a zero like a code: write the number without it.")
    if len(whole) > _MOST_DIGITS or len(decimals) > _MOST_DECIMALS:
        raise UnreadableValue(f"{quoted(printed)} has too many digits for a figure: it looks like an identifier.")
    return Decimal(digits)


def quoted(text: str) -> str:
    """Return *text* as a sentence quotes it: not too long, and U+FFFD for each sign that a reader cannot see."""
    seen = "".join("\ufffd" if category(sign) in _UNSEEN else sign for sign in text[:_LONGEST_QUOTED])
    return f"“{seen}{'…' if len(text) > _LONGEST_QUOTED else ''}”"


def refusal(cell: str) -> UnreadableValue:
    """Return the error for *cell*, with the mend that its shape suggests."""
    if (glued := _GLUED.fullmatch(cell)) is not None:
        number, note = glued["number"], glued["note"]
        return UnreadableValue(f"{quoted(cell)} looks like {number} with note {note}: write {number} ({note}).")
    why = next((words for form, words in _SHAPES if form.fullmatch(cell)), _NO_NUMBER)
    return UnreadableValue(f"{quoted(cell)} {why}.")
