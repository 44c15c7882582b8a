"""Knows what a printed cell says: a number, or the reason why there is none."""

import re
from dataclasses import dataclass, replace
from decimal import Context, Decimal
from enum import StrEnum
from unicodedata import category

from dashboard.domain.errors import UnreadableValue


class Reason(StrEnum):
    """Why there is no number, or no judgement."""

    NO_TARGET = "no target"
    TO_BE_CONFIRMED = "to be confirmed"
    NOT_AVAILABLE = "not available"
    NOT_APPLICABLE = "not applicable"
    DISCONTINUED = "discontinued"
    PART_YEAR = "part year"
    NOT_COMPARABLE = "not comparable"
    SUPPRESSED = "suppressed"
    NOT_PRINTED = "not printed"
    UNRESOLVED = "target unresolved"
    BASELINE_TO_BE_SET = "baseline to be set"
    DIRECTION_ONLY = "direction only"
    DELAYED = "delayed"
    INCOMPLETE = "file looks incomplete"
    POLARITY_NOT_DECLARED = "polarity not declared"


class Marker(StrEnum):
    """Government Statistical Service symbols, without their brackets."""

    PROVISIONAL = "p"
    REVISED = "r"
    ESTIMATED = "e"
    NOT_AVAILABLE = "x"
    NOT_APPLICABLE = "z"
    CONFIDENTIAL = "c"
    LOW_RELIABILITY = "u"
    BREAK = "b"
    ROUNDS_TO_ZERO = "k"


class ValueType(StrEnum):
    """What kind of quantity an indicator counts in."""

    COUNT = "count"
    RATE = "rate"
    PERCENTAGE = "percentage"
    CHANGE = "change"  # a percentage change on an earlier period, as published


@dataclass(frozen=True, slots=True)
class Value:
    """A number or the reason for its absence; never both, never neither."""

    number: Decimal | None
    reason: Reason | None = None
    marker: Marker | None = None
    percent: bool = False  # the text itself says per cent
    notes: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()  # what the reader did: "space inside the number"
    raw: str = ""

    def __post_init__(self) -> None:
        if (self.number is None) != (self.reason is not None):
            raise ValueError("a value is missing exactly when a reason stands")


NUMBER = r"[-\u2212+]?(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]+)?"
SPACE_REMARK = "space inside the number"
_SPACES = " \u00a0\u2009\u202f"
_SPACED = re.compile(
    rf"([-\u2212+]?[0-9]{{1,3}})(?:(, )[0-9]{{3}}(?:, [0-9]{{3}})*|([{_SPACES}])[0-9]{{3}}(?:\3[0-9]{{3}})*)"
    r"(?:\.[0-9]+)?"
)
_PERCENT = r"[ \u00a0]?(?:%|per ?cent\b)"
_CELL = re.compile(rf"(?P<number>[-\u2212+0-9.,{_SPACES}]*[0-9])(?P<percent>{_PERCENT})?")
_NOTE = re.compile(r"\s*(?:(?P<raised>[⁰¹²³⁴⁵⁶⁷⁸⁹]+)|(?<=[^\s(])\s*\((?P<bracketed>[0-9]{1,2})\))$")
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_REMARK = re.compile(r"(?P<cell>.*(?:%|per ?cent))\s+\((?P<remark>[^()]*[A-Za-z][^()]*)\)$", re.IGNORECASE)
_MARKER = re.compile(r"(?P<cell>.*[0-9%])\s*(?:\[(?P<bracketed>[preubk])\]|(?P<bare>[pre]))$", re.IGNORECASE)
_FALLS = "fell|fallen|fall|down|decreased|decrease|reduced|reduction|dropped|declined"
_RISES = "rose|risen|rise|up|increased|increase|grew|grown"
_SPELLED = re.compile(
    rf"(?:(?:has|have|was|were|is|are|also|been|a|an)\s+)*(?:(?P<fall>{_FALLS})|(?P<rise>{_RISES}))"
    rf"(?:\s+(?:by|of))?\s+(?P<number>[0-9]+(?:\.[0-9]+)?){_PERCENT}",
    re.IGNORECASE,
)
_FALL_WITHOUT_SIGN = re.compile(rf"[0-9].*\(.*\b(?:{_FALLS})\b.*\)", re.IGNORECASE)
_UNCHANGED = re.compile(r"(?:(?:was|is|were|are|showing|showed)\s+)*no change", re.IGNORECASE)
_FEW = re.compile(r"<\s*[0-9]{1,2}")
_GLUED = re.compile(r"(?P<number>[0-9]{1,3}(?:,[0-9]{3}){1,4})(?P<note>[0-9]{1,2})")
_MOST_DIGITS = 15  # sixteen digits and more are an identifier, never a figure
_MOST_DECIMALS = 20
_LONGEST_CELL = 200
_LONGEST_QUOTED = 60
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")  # line breaks and tabs may stand around a figure
_UNSEEN = ("Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp")
_EXACT = Context(prec=60)
_COUNTED = (ValueType.COUNT, ValueType.RATE)  # never printed with a percent sign

_REASONS: dict[str, tuple[Reason, Marker | None]] = {
    "": (Reason.NOT_PRINTED, None),
    "tbc": (Reason.TO_BE_CONFIRMED, None),
    "to be confirmed": (Reason.TO_BE_CONFIRMED, None),
    "delayed": (Reason.DELAYED, None),
    "data delayed": (Reason.DELAYED, None),
    "awaited": (Reason.DELAYED, None),
    "not yet available": (Reason.DELAYED, None),
    "n/a": (Reason.NOT_AVAILABLE, None),
    "not available": (Reason.NOT_AVAILABLE, None),
    "not applicable": (Reason.NOT_APPLICABLE, None),
    "..": (Reason.NOT_AVAILABLE, None),
    ":": (Reason.NOT_AVAILABLE, None),
    "-": (Reason.NOT_AVAILABLE, None),
    "\u2013": (Reason.NOT_AVAILABLE, None),
    "\u2014": (Reason.NOT_AVAILABLE, None),
    "*": (Reason.SUPPRESSED, None),
    "[x]": (Reason.NOT_AVAILABLE, Marker.NOT_AVAILABLE),
    "[z]": (Reason.NOT_APPLICABLE, Marker.NOT_APPLICABLE),
    "[c]": (Reason.SUPPRESSED, Marker.CONFIDENTIAL),
    "[low]": (Reason.SUPPRESSED, Marker.ROUNDS_TO_ZERO),
    "[k]": (Reason.SUPPRESSED, Marker.ROUNDS_TO_ZERO),
}


def read_value(
    text: str,
    value_type: ValueType,
    *,
    zero_words: frozenset[str] = frozenset(),
    markers: frozenset[str] = frozenset(),
) -> Value:
    """Return what the cell *text* says for an indicator of *value_type*.

    *zero_words* ("nil", "-") and bare *markers* ("p", "r", "e") count only where the template declares them.
    Raises UnreadableValue with one sentence that names the text and the mend.
    """
    if len(text) > _LONGEST_CELL:
        raise UnreadableValue(f"{quoted(text)} is too long for a figure: write the number alone.")
    if _CONTROL.search(text):
        raise UnreadableValue(f"{quoted(text)} has a control character: write the figure without it.")
    cell, notes = without_notes(text.strip())
    if cell.casefold() in zero_words:
        return Value(Decimal(0), notes=notes, remarks=(f"“{cell}” declared as zero",), raw=text)
    if (missing := _missing(cell)) is not None:
        return replace(missing, notes=notes, raw=text)
    if value_type is ValueType.CHANGE and (spelled := _spelled_change(cell)) is not None:
        return replace(spelled, notes=notes, raw=text)
    return replace(_number_with_remarks(cell, value_type, markers), notes=notes, raw=text)


def percent_format(stored: str) -> str:
    """Return the percentage a spreadsheet shows for *stored* under a percent format: 0.263 is 26.3%."""
    return f"{parse_number(stored).scaleb(2, _EXACT).normalize(_EXACT):f}%"


def parse_number(printed: str) -> Decimal:
    """Return the number *printed* in one unbroken piece ("7,582", "−0.72"); raises UnreadableValue."""
    digits = printed.replace(",", "").replace("\u2212", "-")
    whole, _, decimals = digits.lstrip("+-").partition(".")
    if not re.fullmatch(NUMBER, printed):
        raise _refusal(printed)
    if len(whole) > 1 and whole.startswith("0"):
        raise UnreadableValue(f"{quoted(printed)} begins with a zero like a code: write the number without it.")
    if len(whole) > _MOST_DIGITS or len(decimals) > _MOST_DECIMALS:
        raise UnreadableValue(f"{quoted(printed)} has too many digits for a figure: it looks like an identifier.")
    return Decimal(digits)


def quoted(text: str) -> str:
    """Return *text* as a sentence quotes it: not too long, and U+FFFD for each sign that a reader cannot see."""
    seen = "".join("\ufffd" if category(sign) in _UNSEEN else sign for sign in text[:_LONGEST_QUOTED])
    return f"“{seen}{'…' if len(text) > _LONGEST_QUOTED else ''}”"


def without_notes(cell: str) -> tuple[str, tuple[str, ...]]:
    """Return *cell* without its note marks, and the marks in printed order."""
    notes: tuple[str, ...] = ()
    while (mark := _NOTE.search(cell)) is not None:
        notes = ((mark["bracketed"] or mark["raised"].translate(_RAISED)), *notes)
        cell = cell[: mark.start()].rstrip()
    return cell, notes


def _missing(cell: str) -> Value | None:
    if _FEW.fullmatch(cell):
        return Value(None, Reason.SUPPRESSED)
    reason, marker = _REASONS.get(cell.casefold(), (None, None))
    return None if reason is None else Value(None, reason, marker)


def _spelled_change(cell: str) -> Value | None:
    """Return the change that words spell ("fell by 10.54%" is -10.54), or None for other words."""
    if _UNCHANGED.fullmatch(cell):
        return Value(Decimal(0), percent=True, remarks=("“no change” read as 0%",))
    if (spelled := _SPELLED.fullmatch(cell)) is None:
        return None
    size = parse_number(spelled["number"])
    return Value(-size if spelled["fall"] else size, percent=True)


def _number_with_remarks(cell: str, value_type: ValueType, markers: frozenset[str]) -> Value:
    """Read a number that a bracketed remark (percentages only) or a marker may follow."""
    said = None if value_type in _COUNTED else _REMARK.fullmatch(cell)
    if said is not None:
        value = _number(said["cell"], value_type)
        if value_type is ValueType.CHANGE and value.number and _FALL_WITHOUT_SIGN.fullmatch(cell):
            raise UnreadableValue(f"{quoted(cell)} speaks of a fall but has no sign: write a minus or a plus.")
        return replace(value, remarks=(*value.remarks, said["remark"]))
    marked = _MARKER.fullmatch(cell)
    if marked is None or not (marked["bracketed"] or marked["bare"].casefold() in markers):
        return _number(cell, value_type)
    symbol = Marker((marked["bracketed"] or marked["bare"]).casefold())
    return replace(_number(marked["cell"], value_type), marker=symbol)


def _number(cell: str, value_type: ValueType) -> Value:
    parts = _CELL.fullmatch(cell)
    if parts is None:
        raise _refusal(cell)
    percent = parts["percent"] is not None
    if percent and value_type in _COUNTED:
        raise UnreadableValue(f"{quoted(cell)} is a percentage where a {value_type} is due: give the {value_type}.")
    if _SPACED.fullmatch(parts["number"]):
        joined = re.sub(rf"[{_SPACES},]", "", parts["number"])
        return Value(parse_number(joined), percent=percent, remarks=(SPACE_REMARK,))
    return Value(parse_number(parts["number"]), percent=percent)


def _refusal(cell: str) -> UnreadableValue:
    """Return the error for *cell*, with the mend that its shape suggests."""
    if (glued := _GLUED.fullmatch(cell)) is not None:
        number, note = glued["number"], glued["note"]
        return UnreadableValue(f"{quoted(cell)} looks like {number} with note {note}: write {number} ({note}).")
    if re.fullmatch(r"\([0-9.,]+\)", cell):
        return UnreadableValue(f"{quoted(cell)} is in brackets: for a negative number write a minus.")
    if re.fullmatch(r"[-+\u2212]?[0-9]+,[0-9]+", cell):
        return UnreadableValue(f"{quoted(cell)} has a comma that marks no thousands: for decimals use a point.")
    if cell.casefold() == "nil":
        return UnreadableValue(f"{quoted(cell)} means zero only where the template says so: write 0.")
    return UnreadableValue(f"{quoted(cell)} is neither a number nor a reason: write a number, TBC, N/A or [x].")
