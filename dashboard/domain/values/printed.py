"""Knows what a printed cell says: a number, or the reason why there is none."""

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum

from dashboard.domain.errors import UnreadableValue
from dashboard.domain.values.digits import parse_number, quoted, refusal
from dashboard.domain.values.kept_words import holds_no_single_number
from dashboard.domain.values.margins import estimate_of, marked, with_plain_minus, without_notes
from dashboard.domain.values.numbers import EXACT
from dashboard.domain.values.quantities import Quantity, in_unit, may_be_time, read_quantity
from dashboard.domain.values.reasons import Marker, Reason, reason_of

__all__ = [
    "SPACE_REMARK",
    "Marker",
    "Reason",
    "Value",
    "ValueType",
    "parse_number",
    "percent_format",
    "quoted",
    "read_value",
    "without_notes",
]


class ValueType(StrEnum):
    """What kind of quantity an indicator counts in."""

    COUNT = "count"
    RATE = "rate"
    PERCENTAGE = "percentage"
    CHANGE = "change"  # a percentage change on an earlier period, as published


ROUNDED_TO = "rounded to "


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
    unit: str = ""  # of money or time that the text itself names: "£", "minutes"

    def __post_init__(self) -> None:
        if (self.number is None) != (self.reason is not None):
            raise ValueError("a value is missing exactly when a reason stands")

    @property
    def rounding(self) -> str:
        """“rounded to 5”, where it stands for a number that is not for these eyes; sums of such do not add up."""
        return next((said for said in self.remarks if said.startswith(ROUNDED_TO)), "")


SPACE_REMARK = "space inside the number"
_SPACES = " \u00a0\u2009\u202f"
_SPACED = re.compile(
    rf"([-\u2212+]?[0-9]{{1,3}})(?:(, )[0-9]{{3}}(?:, [0-9]{{3}})*|([{_SPACES}])[0-9]{{3}}(?:\3[0-9]{{3}})*)"
    r"(?:\.[0-9]+)?"
)
_PERCENT = r"[ \u00a0]?(?:%|per ?cent\b)"
_CELL = re.compile(rf"(?P<number>[-\u2212+0-9.,{_SPACES}]*[0-9])(?P<percent>{_PERCENT})?")
_REMARK = re.compile(r"(?P<cell>.*(?:%|per ?cent))\s+\((?P<remark>[^()]*[A-Za-z][^()]*)\)$", re.IGNORECASE)
_FALLS = "fell|fallen|fall|down|decreased|decrease|reduced|reduction|dropped|declined"
_RISES = "rose|risen|rise|up|increased|increase|grew|grown"
_SPELLED = re.compile(
    rf"(?:(?:has|have|was|were|is|are|also|been|a|an)\s+)*(?:(?P<fall>{_FALLS})|(?P<rise>{_RISES}))"
    rf"(?:\s+(?:by|of))?\s+(?P<number>[0-9]+(?:\.[0-9]+)?){_PERCENT}",
    re.IGNORECASE,
)
_FALL_WITHOUT_SIGN = re.compile(rf"[0-9].*\(.*\b(?:{_FALLS})\b.*\)", re.IGNORECASE)
_UNCHANGED = re.compile(r"(?:(?:was|is|were|are|showing|showed)\s+)*no change", re.IGNORECASE)
_LONGEST_CELL = 200
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")  # line breaks and tabs may stand around a figure
_COUNTED = (ValueType.COUNT, ValueType.RATE)  # never printed with a percent sign
Kind = tuple[ValueType, str]  # an indicator's kind of value and its unit


def read_value(
    text: str,
    value_type: ValueType,
    *,
    zero_words: frozenset[str] = frozenset(),
    markers: frozenset[str] = frozenset(),
    unit: str = "",
) -> Value:
    """Return what the cell *text* says for an indicator of *value_type*; money and time in its *unit*, if it has one.

    *zero_words* ("nil", "-") and bare *markers* ("p", "r", "e") count only where the template declares them.
    Raises UnreadableValue with one sentence that names the text and the mend.
    """
    if len(text) > _LONGEST_CELL:
        raise UnreadableValue(f"{quoted(text)} is too long for a figure: write the number alone.")
    if _CONTROL.search(text):
        raise UnreadableValue(f"{quoted(text)} has a control character: write the figure without it.")
    cell, notes = without_notes(with_plain_minus(text.strip()))
    if (said := _zero(cell, zero_words) or _missing(cell)) is not None:
        return replace(said, notes=notes, raw=text)
    if value_type is ValueType.CHANGE and (spelled := _spelled_change(cell)) is not None:
        return replace(spelled, notes=notes, raw=text)
    return replace(_number_with_remarks(cell, (value_type, unit), markers), notes=notes, raw=text)


def percent_format(stored: str) -> str:
    """Return the percentage a spreadsheet shows for *stored* under a percent format: 0.263 is 26.3%."""
    return f"{parse_number(stored).scaleb(2, EXACT).normalize(EXACT):f}%"


def _zero(cell: str, declared: frozenset[str]) -> Value | None:
    """Return the 0 that a word says; "nil" and "-" do where they are *declared* to."""
    if cell.casefold() in declared:
        return Value(Decimal(0), remarks=(f"“{cell}” declared as zero",))
    return Value(Decimal(0), remarks=(f"“{cell}” read as 0",)) if cell.casefold() == "zero" else None


def _missing(cell: str) -> Value | None:
    if holds_no_single_number(cell) and not may_be_time(cell):
        return Value(None, Reason.IN_WORDS)
    found = reason_of(cell)
    return None if found is None else Value(None, *found)


def _spelled_change(cell: str) -> Value | None:
    """Return the change that words spell ("fell by 10.54%" is -10.54), or None for other words."""
    if _UNCHANGED.fullmatch(cell):
        return Value(Decimal(0), percent=True, remarks=("“no change” read as 0%",))
    if (spelled := _SPELLED.fullmatch(cell)) is None:
        return None
    size = parse_number(spelled["number"])
    return Value(-size if spelled["fall"] else size, percent=True)


def _number_with_remarks(cell: str, kind: Kind, markers: frozenset[str]) -> Value:
    """Read a number with a marker behind it, a word for an estimate around it, or a remark (percentages only)."""
    if (found := marked(cell, markers)) is not None:
        return replace(_number_with_remarks(found[0], kind, markers), marker=found[1])
    if (found_estimate := estimate_of(cell)) is not None:
        number, word = found_estimate
        value = _number_with_remarks(number, kind, markers)
        return replace(value, marker=Marker.ESTIMATED, remarks=(*value.remarks, f"“{word}” kept as estimated"))
    said = None if kind[0] in _COUNTED else _REMARK.fullmatch(cell)
    return _number(cell, kind) if said is None else _remarked(cell, said, kind)


def _remarked(cell: str, said: re.Match[str], kind: Kind) -> Value:
    value = _number(said["cell"], kind)
    if kind[0] is ValueType.CHANGE and value.number and _FALL_WITHOUT_SIGN.fullmatch(cell):
        raise UnreadableValue(f"{quoted(cell)} speaks of a fall but has no sign: write a minus or a plus.")
    return replace(value, remarks=(*value.remarks, said["remark"]))


def _number(cell: str, kind: Kind) -> Value:
    if (quantity := read_quantity(cell)) is not None:
        return _amount(cell, quantity, kind)
    parts = _CELL.fullmatch(cell)
    if parts is None:
        raise refusal(cell)
    percent = parts["percent"] is not None
    if percent and kind[0] in _COUNTED:
        raise UnreadableValue(f"{quoted(cell)} is a percentage where a {kind[0]} is due: give the {kind[0]}.")
    if _SPACED.fullmatch(parts["number"]):
        joined = re.sub(rf"[{_SPACES},]", "", parts["number"])
        return Value(parse_number(joined), percent=percent, remarks=(SPACE_REMARK,))
    return Value(parse_number(parts["number"]), percent=percent)


def _amount(cell: str, quantity: Quantity, kind: Kind) -> Value:
    """Return money or time in the indicator's unit; raises UnreadableValue where that is no such unit."""
    value_type, unit = kind
    if value_type not in _COUNTED:
        raise UnreadableValue(
            f"{quoted(cell)} is in {quantity.unit} where a {value_type} is due: write it in per cent."
        )
    number = in_unit(quantity, unit) if unit else quantity.number
    if number is None:
        raise UnreadableValue(f"{quoted(cell)} is in {quantity.unit} where the indicator is in {unit}: use one unit.")
    return Value(number, unit=quantity.unit)
