"""Knows the grammar of printed targets: which words state a number, a direction, or no measure at all."""

import re
from collections.abc import Callable
from dataclasses import replace

from dashboard.domain.bounds import bound_of, bound_on_period, may_be_year, range_of
from dashboard.domain.digits import NUMBER
from dashboard.domain.errors import UnreadableValue
from dashboard.domain.kept_words import compares_with_others
from dashboard.domain.quantities import read_quantity, unit_of
from dashboard.domain.target_kinds import TargetKind, TargetRule
from dashboard.domain.values import Reason, Value, ValueType, parse_number, quoted, read_value, without_notes

__all__ = ["TargetKind", "TargetRule", "read_target"]

Kind = tuple[ValueType, str]  # an indicator's kind of value and its unit
_LONGEST = 1000
_FALL = r"reduce|decrease|lower|cut"
_RISE = r"increase"
_VERB = rf"(?:to )?(?P<verb>{_FALL}|{_RISE})\b"
_DATE = r"(?: by (?:the end of )?(?:[0-9]{1,2} )?(?:[a-z]+ )?(?:19|20)[0-9]{2}(?:[/-][0-9]{2})?)?"
_UNDATED = re.compile(rf"(?!^){_DATE}$", re.IGNORECASE)
_AMOUNT = rf"(?P<amount>{NUMBER}) ?(?:%|per ?cent)"
_ON = r"(?:on|from|against|compared (?:to|with))"


def _form(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE | re.ASCII)


_REDUCTION_ON = _form(rf"{_AMOUNT} (?P<verb>reduction|decrease|fall|increase|rise)(?: {_ON} (?P<base>.+))?")
_FROM_TO = _form(
    rf"{_VERB}(?: [^0-9]*?)? from (?P<old>{NUMBER})(?P<old_percent> ?%)?"
    rf" to (?P<new>{NUMBER})(?P<percent> ?%)?{_DATE}"
)
_BY_PERCENT = _form(rf"{_VERB}(?: [^0-9]*?)? by {_AMOUNT}(?: {_ON} (?P<base>.+?))?{_DATE}")
_POINTS = r"(?:(?:percentage|%)[- ]?(?:points?|pts?)|points?|pp(?:ts?)?|ppts?)"
_BY_POINTS = _form(rf"(?:{_VERB}(?: [^0-9]*?)? by )?(?P<amount>{NUMBER}) ?{_POINTS}(?: {_ON} (?P<base>.+?))?{_DATE}")
_OF_ITSELF = _form(rf"{_VERB}(?: [^0-9]*?)? by {_AMOUNT} of its value(?: {_ON} (?P<base>.+?))?{_DATE}")
_DIRECTION = _form(rf"{_VERB}(?: .*?)??(?: from (?P<base>(?:19|20)[0-9]{{2}}[/-][0-9]{{2,4}}))?{_DATE}")
_BASELINE = _form(
    r"(?:to )?(?:establish|set|agree) an? (?:new )?baseline\b.*|baseline to be (?:set|established|agreed)"
)
_PERIODS = _form(r"(?:19|20)[0-9]{2}(?:[/-][0-9]{2,4})?\b|\b(?:Yr|Year|NI|Q) ?[0-9]{1,3}\b")
_SPELT_AMOUNT = _form(r"\b(?:halve|half|double|twice|per ?cent)\b|%")
_ANY_VERB = _form(rf"\b({_FALL}|{_RISE})\b")


def read_target(text: str, value_type: ValueType, unit: str = "") -> TargetRule:
    """Return the rule that printed *text* states; raises UnreadableValue rather than guess one.

    Money and time are turned into the indicator's *unit*, where it has one.
    """
    words, notes = without_notes(re.sub(r"\s+", " ", text[:_LONGEST]).strip())
    if len(text) > _LONGEST:
        raise UnreadableValue(f"{quoted(text)} is too long for a target: write its number or its measure.")
    rule = _sided_rule(_UNDATED.sub("", words.rstrip(";. ")), (value_type, unit)) or _plain_rule(
        words, (value_type, unit)
    )
    return replace(rule, raw=text, notes=notes)


def _plain_rule(words: str, kind: Kind) -> TargetRule:
    try:
        cell = _cell(words, kind)
    except UnreadableValue:
        if not any(letter.isalpha() for letter in words) or read_quantity(words) is not None:
            raise
        return _words_rule(words.rstrip(";. "), kind[0])
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
        raise UnreadableValue(f"{quoted(words)} may name a number or a year: write 2,010 or 2009/10.")
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
        raise _amount_in_words(words) if any(map(str.isalpha, amount)) else fault from fault
    if cell.number is None:
        raise _amount_in_words(words)
    if cell.percent and kind[0] in (ValueType.COUNT, ValueType.RATE):
        raise UnreadableValue(f"{quoted(words)} is a percentage where a {kind[0]} is due: write the {kind[0]}.")
    return cell


def _amount_in_words(words: str) -> UnreadableValue:
    return UnreadableValue(f"{quoted(words)} states an amount in words we cannot read: write the number alone.")


def _cell_rule(cell: Value, value_type: ValueType) -> TargetRule:
    """Return the rule of a target printed like any other cell: a number, a percentage or a reason."""
    if cell.number is None:
        return _missing_rule(cell)
    if not cell.percent or value_type in (ValueType.PERCENTAGE, ValueType.CHANGE):
        return TargetRule(TargetKind.ABSOLUTE, cell.raw, cell.number, percent=cell.percent, unit=cell.unit)
    direction = -1 if cell.number < 0 else int(cell.raw.startswith("+"))
    return TargetRule(TargetKind.RELATIVE, cell.raw, percentage=cell.number, direction=direction, percent=True)


def _missing_rule(cell: Value) -> TargetRule:
    if cell.reason is Reason.SUPPRESSED:
        raise UnreadableValue(f"{quoted(cell.raw)} hides a figure and is no target: write the target itself.")
    kind = TargetKind.TO_BE_CONFIRMED if cell.reason is Reason.TO_BE_CONFIRMED else TargetKind.MISSING
    return TargetRule(kind, cell.raw, reason=cell.reason)


def _words_rule(words: str, value_type: ValueType) -> TargetRule:
    """Return the rule a sentence states; a sentence without measure is kept as words, without target."""
    for form, rule_of in _SENTENCES:
        if (match := form.fullmatch(words)) is not None:
            return rule_of(match, value_type)
    if _SPELT_AMOUNT.search(words) or re.search("[0-9]", _PERIODS.sub("", words)):
        raise _amount_in_words(words)
    stated = _DIRECTION.fullmatch(words)
    directions = {_sign(verb) for verb in _ANY_VERB.findall(words)}
    if stated is None or len(directions) > 1:
        in_words = stated is None and compares_with_others(words)
        return TargetRule(TargetKind.MISSING, words, reason=Reason.IN_WORDS if in_words else Reason.NO_TARGET)
    return TargetRule(
        TargetKind.DIRECTION,
        words,
        direction=_sign(stated["verb"]),
        base_words=stated["base"] or "",
        reason=Reason.DIRECTION_ONLY,
    )


def _baseline_rule(match: re.Match[str], _: ValueType) -> TargetRule:
    return TargetRule(TargetKind.BASELINE_TO_BE_SET, match[0], reason=Reason.BASELINE_TO_BE_SET)


def _from_to_rule(match: re.Match[str], value_type: ValueType) -> TargetRule:
    """Read "from 8.70 to 8.44"; the verb, both units and the indicator's unit must agree."""
    old, new, direction = parse_number(match["old"]), parse_number(match["new"]), _sign(match["verb"])
    percent = match["percent"] is not None
    counted = value_type in (ValueType.COUNT, ValueType.RATE)
    if percent != (match["old_percent"] is not None) or (percent and counted):
        raise UnreadableValue(f"{quoted(match[0])} mixes units: write both numbers in the indicator's unit.")
    if (new - old) * direction < 0:
        raise UnreadableValue(f"{quoted(match[0])} has numbers that go against its word {match['verb']}: correct one.")
    return TargetRule(TargetKind.ABSOLUTE, match[0], new, direction=direction, baseline=old, percent=percent)


def _percentage_rule(match: re.Match[str], value_type: ValueType) -> TargetRule:
    """Read "by 18%" and "-3% reduction on Yr 1"; an indicator of change takes it as its own number."""
    amount, direction = parse_number(match["amount"]), _sign(match["verb"])
    if (amount < 0 and direction > 0) or (match["amount"].startswith("+") and direction < 0):
        raise UnreadableValue(f"{quoted(match[0])} has a sign against its word {match['verb']}: correct one of them.")
    signed = abs(amount) * direction
    relative = value_type is not ValueType.CHANGE
    return TargetRule(
        TargetKind.RELATIVE if relative else TargetKind.ABSOLUTE,
        match[0],
        number=None if relative else signed,
        percentage=signed if relative else None,
        direction=direction,
        base_words=match["base"] or "",
        percent=True,
        points_possible=value_type is ValueType.PERCENTAGE,
    )


def _points_rule(match: re.Match[str], value_type: ValueType) -> TargetRule:
    """Read "+2 percentage points on 2009/10"; only a percentage moves by points."""
    signed = parse_number(match["amount"])
    if match["verb"]:
        signed = abs(signed) * _sign(match["verb"])
    elif match["amount"][0] not in "+-\u2212":
        raise UnreadableValue(f"{quoted(match[0])} says neither up nor down: write +{match[0]} or \u2212{match[0]}.")
    if value_type is not ValueType.PERCENTAGE:
        raise UnreadableValue(f"{quoted(match[0])} are points of no percentage: write the number alone.")
    direction, base = 1 if signed > 0 else -1, match["base"] or ""
    return TargetRule(
        TargetKind.RELATIVE, match[0], percentage=signed, direction=direction, base_words=base, in_points=True
    )


def _share_rule(match: re.Match[str], value_type: ValueType) -> TargetRule:
    """Read "by 2% of its value on 2009/10": no points are meant."""
    return replace(_percentage_rule(match, value_type), points_possible=False)


def _sign(verb: str) -> int:
    return 1 if verb.casefold() in ("increase", "rise") else -1


_SENTENCES: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], ValueType], TargetRule]], ...] = (
    (_BASELINE, _baseline_rule),
    (_REDUCTION_ON, _percentage_rule),
    (_FROM_TO, _from_to_rule),
    (_BY_POINTS, _points_rule),
    (_OF_ITSELF, _share_rule),
    (_BY_PERCENT, _percentage_rule),
)
