"""Knows the grammar of printed targets: which words state a number, a direction, or no measure at all."""

import re
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache

from dashboard.domain.errors import UnreadableValue
from dashboard.domain.targets.bounds import bound_of, bound_on_period, is_year, may_be_year, range_of
from dashboard.domain.targets.directions import direction_rule
from dashboard.domain.targets.kinds import TargetKind, TargetRule
from dashboard.domain.targets.sentences import DATE, VERB, amount_in_words, form_of, sign_of, words_rule
from dashboard.domain.values.margins import with_plain_minus, without_notes
from dashboard.domain.values.printed import Kind, Marker, Reason, Value, ValueType, quoted, read_value
from dashboard.domain.values.quantities import read_quantity, unit_of

__all__ = ["TargetKind", "TargetRule", "read_target"]

_LONGEST = 1000
_BARE = re.compile(r"(?:0|[1-9][0-9]{0,8})(?:\.[0-9]{1,6})?")  # most targets are just this
_UNDATED = re.compile(rf"(?!^){DATE}$", re.IGNORECASE)
_TO_LEVEL = form_of(
    rf"{VERB}(?: [^0-9]*?)?? to (?P<new>(?:[^0-9]*? )?[-\u2212+£€$<>≤≥= ]*[0-9][0-9.,]* ?(?:%|per ?cent)?|zero|nil)"
)
_OR_BETTER = form_of(r"(?<=[0-9a-z%]) (?:or|and) better$")
_AT_LEVEL = form_of(
    r"(?:to )?(?:target|achieve|reach|maintain|sustain|keep|hold|stay|remain)(?: (?:it )?at)?:? "
    r"(?=[-\u2212+£€$]*[0-9.,]+ ?%?$)"
)
_IN_DIGITS = {"zero": "0", "nil": "0"}


@lru_cache(maxsize=32_768)  # the same words, whichever view or release asks
def read_target(text: str, value_type: ValueType, unit: str = "") -> TargetRule:
    """Return the rule that printed *text* states; raises UnreadableValue rather than guess one.

    Money and time are turned into the indicator's *unit*, where it has one.
    """
    if _BARE.fullmatch(text) and not may_be_year(text):
        return TargetRule(TargetKind.ABSOLUTE, text, Decimal(text))  # what all that follows comes to
    words, notes = without_notes(re.sub(r"\s+", " ", text[:_LONGEST]).strip())
    if len(text) > _LONGEST:
        raise UnreadableValue(f"{quoted(text)} is too long for a target: write its number or its measure.")
    return replace(_rule(with_plain_minus(words), (value_type, unit)), raw=text, notes=notes)


def _rule(words: str, kind: Kind) -> TargetRule:
    plain = _AT_LEVEL.sub("", _OR_BETTER.sub("", _IN_DIGITS.get(words.casefold(), words)))
    if words.casefold() == "none":
        raise UnreadableValue(f"{quoted(words)} may mean no target or a target of nothing: write “no target” or 0.")
    undated = _UNDATED.sub("", plain.rstrip(";. "))
    return (
        _sided_rule(undated, kind) or direction_rule(undated) or _level_rule(undated, kind) or _plain_rule(plain, kind)
    )


def _level_rule(words: str, kind: Kind) -> TargetRule | None:
    """Return the rule of "reduce to 150" and "increase to at least 95%"; None for other words."""
    found = _TO_LEVEL.fullmatch(words)
    if found is None:
        return None
    new = _IN_DIGITS.get(found["new"].casefold(), found["new"])
    if is_year(new):
        raise _number_or_year(words)
    rule = _sided_rule(new, kind) or _cell_rule(_end(new, words, kind), kind[0])
    return replace(rule, direction=sign_of(found["verb"]))


def _plain_rule(words: str, kind: Kind) -> TargetRule:
    try:
        cell = _cell(words, kind)
    except UnreadableValue:
        if not any(letter.isalpha() for letter in words) or read_quantity(words) is not None:
            raise
        return words_rule(words.rstrip(";. "), kind[0])
    return _cell_rule(cell, kind[0])


def _cell(words: str, kind: Kind) -> Value:
    """Read a target printed like any other cell; a per cent sign is lawful whatever the indicator counts."""
    value_type, unit = kind
    return read_value(words, ValueType.PERCENTAGE if read_quantity(words) is None else value_type, unit=unit)


def _sided_rule(words: str, kind: Kind) -> TargetRule | None:
    """Return the rule of a bound, of a range, or of a side of an earlier period; None for other words."""
    if (on_period := bound_on_period(words)) is not None:
        (bound, base), reason = on_period, Reason.DIRECTION_ONLY
        rule = TargetRule(TargetKind.DIRECTION, words, direction=bound.side, base_words=base, reason=reason)
        return replace(rule, side=bound.side, strict=bound.strict)
    if may_be_year(words):
        raise _number_or_year(words)
    if (bound_said := bound_of(words)) is not None:
        end = _end(bound_said.amount, words, kind)
        rule = TargetRule(TargetKind.ABSOLUTE, words, end.number, percent=end.percent, unit=end.unit)
        return replace(rule, side=bound_said.side, strict=bound_said.strict)
    return _range_rule(words, kind)


def _range_rule(words: str, kind: Kind) -> TargetRule | None:
    found = range_of(words)
    if found is None:
        return None
    low, high = _end(found.low, words, kind), _end(found.high, words, kind)
    if bool(low.unit) != bool(high.unit):
        raise UnreadableValue(f"{quoted(words)} has a unit at one end: write it at both.")
    if low.number is None or high.number is None or low.number >= high.number:
        raise UnreadableValue(f"{quoted(words)} has its ends the wrong way round: write the smaller one first.")
    rule = TargetRule(TargetKind.ABSOLUTE, words, percent=high.percent, unit=high.unit)
    return replace(rule, low=low.number, high=high.number)


def _end(amount: str, words: str, kind: Kind) -> Value:
    """Return the number of a bound or of one end of a range."""
    if kind[1] and unit_of(kind[1]) is None and amount.casefold().endswith(f" {kind[1].casefold()}"):
        amount = amount[: -len(kind[1])].strip()  # "at least 30 officers" of an indicator in officers
    try:
        cell = _cell(amount, kind)
    except UnreadableValue as fault:
        raise amount_in_words(words) if any(map(str.isalpha, amount)) else fault from fault
    if cell.number is None:
        raise amount_in_words(words)
    if cell.percent and kind[0] in (ValueType.COUNT, ValueType.RATE):
        raise UnreadableValue(f"{quoted(words)} is a percentage where a {kind[0]} is due: write the {kind[0]}.")
    return cell


def _number_or_year(words: str) -> UnreadableValue:
    return UnreadableValue(f"{quoted(words)} may name a number or a year: write 2,010 or 2009/10.")


def _cell_rule(cell: Value, value_type: ValueType) -> TargetRule:
    """Return the rule of a target printed like any other cell: a number, a percentage or a reason."""
    if cell.number is None:
        return _missing_rule(cell)
    if cell.marker is Marker.ESTIMATED:
        raise UnreadableValue(f"{quoted(cell.raw)} is no exact target: write the number, or a range such as 290-310.")
    if not cell.percent or value_type in (ValueType.PERCENTAGE, ValueType.CHANGE):
        return TargetRule(TargetKind.ABSOLUTE, cell.raw, cell.number, percent=cell.percent, unit=cell.unit)
    direction = -1 if cell.number < 0 else int(cell.raw.startswith("+"))
    return TargetRule(TargetKind.RELATIVE, cell.raw, percentage=cell.number, direction=direction, percent=True)


def _missing_rule(cell: Value) -> TargetRule:
    if cell.reason is Reason.SUPPRESSED:
        raise UnreadableValue(f"{quoted(cell.raw)} hides a figure and is no target: write the target itself.")
    kind = TargetKind.TO_BE_CONFIRMED if cell.reason is Reason.TO_BE_CONFIRMED else TargetKind.MISSING
    return TargetRule(kind, cell.raw, reason=cell.reason)
