"""Knows the unit at the end of a heading: 2023/24 (%), Actual (£'000), Target (days)."""

import re

NUMBER = "number"
_PER_CENT = r"%|percent(?:age)?s?|per cent"
_MONEY = r"(?:in )?£ ?(?:['\u2019]?000['\u2019]?s?|k|thousands?|m|mn|millions?)?"
_TIME = r"(?:calendar |working )?days|hours|hrs|minutes|mins|seconds|secs|weeks"
_RATE = r"(?:rate )?per (?:[0-9][0-9,]*|thousand|head)(?: [a-z ]+)?"
_COUNT = r"no\.?s?|numbers?|nos\.?|n|nr|#|counts?|volume"
_ONE_SPELLING = {
    "%": _PER_CENT,
    "£": "(?:in )?£",
    "£000": "(?:in )?£ ?(?:['\u2019]?000['\u2019]?s?|k|thousands?)",
    "£m": "(?:in )?£ ?(?:m|mn|millions?)",
    NUMBER: _COUNT,
}
_UNIT = re.compile(
    rf"\s*(?:[(\[](?:in )?(?P<inside>{_PER_CENT}|{_MONEY}|{_TIME}|{_RATE}|{_COUNT})[)\]]"
    rf"|(?<=[0-9a-z]) ?(?P<sign>%)|(?<=[0-9a-z]) (?P<money>{_MONEY}))$",
    re.IGNORECASE,
)


def without_unit(heading: str) -> str:
    """A heading without the unit at its end."""
    return _UNIT.sub("", heading)


def unit_at_the_end(heading: str) -> str:
    """The unit of a heading's figures, or NUMBER where it says that they are counted; nothing where it names none."""
    found = _UNIT.search(heading)
    if found is None:
        return ""
    said = " ".join((found["inside"] or found["sign"] or found["money"]).split())
    for unit, words in _ONE_SPELLING.items():
        if re.fullmatch(words, said, re.IGNORECASE):
            return unit
    return said
