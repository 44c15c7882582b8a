"""Knows which kind of quantity the unit or the name of an indicator says that it is."""

import re
from functools import lru_cache

from dashboard.domain.periods.combining import Combine, worded_combine
from dashboard.domain.values.printed import ValueType

_PERCENT = r"(?:per ?cent(?:age)?|(?-i:[Pp]cts?\.?))"  # in capitals it is a trust
_CHANGE = re.compile(rf"(?:%|\b{_PERCENT}) change\b|\bchange (?:on|since|from)\b.*%", re.IGNORECASE)
_POINTS = re.compile(rf"(?:%|\b{_PERCENT}) points?|\bp\.?p\.?(?:ts?)?", re.IGNORECASE)
_PERCENT_UNIT = re.compile(rf"%|\b{_PERCENT}(?!\w)|\bproportion\b", re.IGNORECASE)
_PERCENT_NAME = re.compile(
    rf"^%|\(%\)|%$|\b{_PERCENT} (?:of|who|that|with|in)\b|(?<![0-9])% (?:of|who|that|with)\b|\((?:as )?(?:a )?%"
    rf"|^{_PERCENT}(?!\w)|\({_PERCENT}\)|\b{_PERCENT}$|^(?:the )?proportion of\b|: (?:%|{_PERCENT}(?!\w))",
    re.IGNORECASE,
)
_NUMBER_OF = re.compile(r"^(?:total )?(?:number|count|no\.?) of\b", re.IGNORECASE)


@lru_cache(maxsize=8_192)  # after every load the name of every indicator is looked at again
def worded_kind(name: str, unit: str) -> ValueType | None:
    """The kind that the unit, or else the name, says; nothing where neither does."""
    name, unit = " ".join(name.split()), " ".join(unit.split())
    if _CHANGE.search(name) or _CHANGE.search(unit) or _POINTS.fullmatch(unit):
        return ValueType.CHANGE
    if _PERCENT_UNIT.search(unit):
        return ValueType.PERCENTAGE
    if _NUMBER_OF.search(name):
        return None
    if _PERCENT_NAME.search(name):
        return ValueType.PERCENTAGE
    return ValueType.RATE if worded_combine(name, unit) is Combine.NONE else None
