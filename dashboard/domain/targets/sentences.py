"""Knows the sentences in which a target is printed: a baseline, from one number to another, by a share or by points."""

import re
from collections.abc import Callable
from dataclasses import replace

from dashboard.domain.errors import UnreadableValue
from dashboard.domain.targets.kinds import TargetKind, TargetRule
from dashboard.domain.values.digits import NUMBER, parse_number, quoted
from dashboard.domain.values.kept_words import compares_with_others
from dashboard.domain.values.printed import Reason, ValueType

_FALL = r"reduce|decrease|lower|cut"
_RISE = r"increase"
VERB = rf"(?:to )?(?P<verb>{_FALL}|{_RISE})\b"
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"
DATE = rf"(?: by (?:the end of )?(?:[0-9]{{1,2}} )?(?:{_MONTH} )?(?:19|20)[0-9]{{2}}(?:[/-][0-9]{{2}})?)?"
_AMOUNT = rf"(?P<amount>{NUMBER}) ?(?:%|per ?cent)"
_ON = r"(?:on|from|against|compared (?:to|with))"


def form_of(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE | re.ASCII)


_NOUN = r"(?P<verb>reduction|decrease|fall|increase|rise)"
_REDUCTION_ON = form_of(rf"(?:an? )?{_AMOUNT} {_NOUN}(?: {_ON} (?P<base>.+))?")
_REDUCTION_OF = form_of(rf"(?:an? )?{_NOUN} of {_AMOUNT}(?: {_ON} (?P<base>.+))?")
_SIGNED_ON = form_of(rf"(?P<amount>[-+\u2212][0-9.,]+) ?(?:%|per ?cent) {_ON} (?P<base>.+)")
_FROM_TO = form_of(
    rf"(?:{VERB}(?: [^0-9]*?)? )?from (?P<old>{NUMBER})(?P<old_percent> ?%)?"
    rf" to (?P<new>{NUMBER})(?P<percent> ?%)?{DATE}"
)
_BY_PERCENT = form_of(rf"{VERB}(?: [^0-9]*?)? by {_AMOUNT}(?: {_ON} (?P<base>.+?))?{DATE}")
_POINTS = r"(?:(?:percentage|%)[- ]?(?:points?|pts?)|points?|pp(?:ts?)?|ppts?)"
_BY_POINTS = form_of(rf"(?:{VERB}(?: [^0-9]*?)? by )?(?P<amount>{NUMBER}) ?{_POINTS}(?: {_ON} (?P<base>.+?))?{DATE}")
_OF_ITSELF = form_of(rf"{VERB}(?: [^0-9]*?)? by {_AMOUNT} of its value(?: {_ON} (?P<base>.+?))?{DATE}")
_DIRECTION = form_of(rf"{VERB}(?: .*?)??(?: from (?P<base>(?:19|20)[0-9]{{2}}[/-][0-9]{{2,4}}))?{DATE}")
_BASELINE = form_of(
    r"(?:to )?(?:establish|set|agree) an? (?:new )?baseline\b.*|baseline to be (?:set|established|agreed)"
)
_PERIODS = form_of(r"(?:19|20)[0-9]{2}(?:[/-][0-9]{2,4})?\b|\b(?:Yr|Year|NI|Q) ?[0-9]{1,3}\b")
_SPELT_AMOUNT = form_of(
    r"\b(?:halve|half|double|twice|per ?cent)\b|%"
    r"|\b(?:than|most|least|under|over|below|above|to)"
    r" (?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty)\b"
)
_ANY_VERB = form_of(rf"\b({_FALL}|{_RISE})\b")


def words_rule(words: str, value_type: ValueType) -> TargetRule:
    """Return the rule a sentence states; a sentence without measure is kept as words, without target."""
    for form, rule_of in _SENTENCES:
        if (match := form.fullmatch(words)) is not None:
            return rule_of(match, value_type)
    if _SPELT_AMOUNT.search(words) or re.search("[0-9]", _PERIODS.sub("", words)):
        raise amount_in_words(words)
    stated = _DIRECTION.fullmatch(words)
    directions = {sign_of(verb) for verb in _ANY_VERB.findall(words)}
    if stated is None or len(directions) > 1:
        in_words = stated is None and compares_with_others(words)
        return TargetRule(TargetKind.MISSING, words, reason=Reason.IN_WORDS if in_words else Reason.NO_TARGET)
    return TargetRule(
        TargetKind.DIRECTION,
        words,
        direction=sign_of(stated["verb"]),
        base_words=stated["base"] or "",
        reason=Reason.DIRECTION_ONLY,
    )


def _baseline_rule(match: re.Match[str], _: ValueType) -> TargetRule:
    return TargetRule(TargetKind.BASELINE_TO_BE_SET, match[0], reason=Reason.BASELINE_TO_BE_SET)


def _from_to_rule(match: re.Match[str], value_type: ValueType) -> TargetRule:
    """Read "from 8.70 to 8.44"; the verb, both units and the indicator's unit must agree."""
    old, new = parse_number(match["old"]), parse_number(match["new"])
    direction = sign_of(match["verb"]) if match["verb"] else 1 if new > old else -1
    percent = match["percent"] is not None
    counted = value_type in (ValueType.COUNT, ValueType.RATE)
    if percent != (match["old_percent"] is not None) or (percent and counted):
        raise UnreadableValue(f"{quoted(match[0])} mixes units: write both numbers in the indicator's unit.")
    if (new - old) * direction < 0:
        raise UnreadableValue(f"{quoted(match[0])} has numbers that go against its word {match['verb']}: correct one.")
    return TargetRule(TargetKind.ABSOLUTE, match[0], new, direction=direction, baseline=old, percent=percent)


def _percentage_rule(match: re.Match[str], value_type: ValueType) -> TargetRule:
    """Read "by 18%" and "-3% reduction on Yr 1"; an indicator of change takes it as its own number."""
    amount, direction = parse_number(match["amount"]), sign_of(match["verb"])
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


def _signed_rule(match: re.Match[str], value_type: ValueType) -> TargetRule:
    """Read "-3% on 2009/10 performance": the sign is the verb."""
    verb = "increase" if match["amount"][0] == "+" else "reduction"
    said = _REDUCTION_ON.fullmatch(f"{match['amount']}% {verb} on {match['base']}")
    if said is None:
        raise amount_in_words(match[0])
    return replace(_percentage_rule(said, value_type), raw=match[0])


def _points_rule(match: re.Match[str], value_type: ValueType) -> TargetRule:
    """Read "+2 percentage points on 2009/10"; only a percentage moves by points."""
    signed = parse_number(match["amount"])
    if match["verb"]:
        signed = abs(signed) * sign_of(match["verb"])
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


def sign_of(verb: str) -> int:
    return 1 if verb.casefold() in ("increase", "rise") else -1


_SENTENCES: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], ValueType], TargetRule]], ...] = (
    (_BASELINE, _baseline_rule),
    (_REDUCTION_ON, _percentage_rule),
    (_REDUCTION_OF, _percentage_rule),
    (_SIGNED_ON, _signed_rule),
    (_FROM_TO, _from_to_rule),
    (_BY_POINTS, _points_rule),
    (_OF_ITSELF, _share_rule),
    (_BY_PERCENT, _percentage_rule),
)


def amount_in_words(words: str) -> UnreadableValue:
    return UnreadableValue(
        f"{quoted(words)} states an amount in words we cannot read: write the number to reach, such as 150 or ≤ 150."
    )
