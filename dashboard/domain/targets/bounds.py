"""Knows targets with a side: bounds ("at most 150", "≥ 95%", "40 max") and ranges ("90-95%", "between 90 and 95")."""

import re
from dataclasses import dataclass

from dashboard.domain.values.digits import NUMBER


@dataclass(frozen=True, slots=True)
class Bound:
    """One side: *side* -1 at most, +1 at least; *strict* where the number itself does not count; *amount* as typed."""

    side: int
    strict: bool
    amount: str


@dataclass(frozen=True, slots=True)
class Range:
    """Two ends as typed; both count."""

    low: str
    high: str


_UP_TO = (
    r"<=|=<|≤|⩽|(?:less|fewer|lower) than or equal to|at most"
    r"|no more than|not more than|no greater than|no higher than|not (?:to )?exceed(?:ing)?"
    r"|not above|not over|up to|(?:a )?max(?:imum)?(?: of)?\.?|within|capped at|below or equal to"
    r"|(?:at|equal to) or (?:below|under|less than)"
)
_BELOW = r"<|less than|fewer than|lower than|under|below"
_FROM = (
    r">=|=>|≥|⩾|(?:more|greater|higher) than or equal to|at least"
    r"|no less than|not less than|no fewer than|no lower than|not below|not under"
    r"|(?:a )?min(?:imum)?(?: of)?\.?|above or equal to"
    r"|(?:at|equal to) or (?:above|over|more than)"
)
_ABOVE = r">|more than|greater than|higher than|over|above|exceed(?:s|ing)?|in excess of"
_BEFORE = ((-1, False, _UP_TO), (1, False, _FROM), (-1, True, _BELOW), (1, True, _ABOVE))
_AFTER = (
    (
        -1,
        False,
        r"(?:or|and|&) (?:below|less|fewer|under|lower)|or (?:a )?lower|max(?:imum)?\.?|at (?:the )?most|ceiling",
    ),
    (
        1,
        False,
        r"(?:or|and|&) (?:above|more|over|higher|greater|up(?:wards)?)|min(?:imum)?\.?|at (?:the )?least|plus|\+|floor",
    ),
)
_STAY = r"(?:(?:to )?(?:be|stay|keep|remain|maintain|achieve|reach)(?: at)? |to )?"
_FIRST = r"[-\u2212+£€$ ]{0,3}[0-9]"
_PLAIN = rf"[£€$]? ?{NUMBER}(?: ?(?:%|per ?cent|[a-z]{{1,7}}))?"
_BOTH = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"{_STAY}between (?P<low>{_FIRST}.*?) (?:and|to|-) (?P<high>{_FIRST}.*)",
        rf"(?:range (?:of )?)?(?P<low>{_PLAIN}) to (?P<high>{_PLAIN})",
        rf"(?:range (?:of )?)?(?P<low>{_PLAIN}) ?[-\u2013\u2014] ?(?P<high>{_PLAIN})",
    )
)


def _forms() -> tuple[tuple[int, bool, re.Pattern[str]], ...]:
    before = [(side, strict, rf"{_STAY}(?:{words}) ?(?P<amount>{_FIRST}.*)") for side, strict, words in _BEFORE]
    after = [(side, strict, rf"(?P<amount>{_FIRST}.*?),? ?\(?(?:{words})\)?") for side, strict, words in _AFTER]
    flags = re.IGNORECASE
    return tuple((side, strict, re.compile(form, flags)) for side, strict, form in (*before, *after))


_SIDES = _forms()
_PERIOD = re.compile(r"(?:19|20)[0-9]{2}[/-](?:[0-9]{2}){1,2}")
_PER_CENT = re.compile(r"(?:%|per ?cent)$", re.IGNORECASE)
_YEAR = re.compile(r"(?:199|20[0-4])[0-9]")
BASE = (
    r"(?:the |in )?(?P<base>(?:(?:19|20)[0-9]{2}[/-][0-9]{2,4}|(?:last|previous|prior) year(?:['’]s)?|year before)"
    r"(?: (?:levels?|actuals?|outturn|figures?|performance|results?))?)"
)
_MOVES = (
    (-1, True, r"(?:a )?(?:reduction|decrease|fall) (?:on|from|against|compared (?:to|with))"),
    (1, True, r"(?:an? )?(?:increase|rise) (?:on|from|against|compared (?:to|with))"),
)
_PERIOD_SIDES = tuple(
    (side, strict, re.compile(rf"{_STAY}(?:{words}) ?{BASE}", re.IGNORECASE))
    for side, strict, words in (*_BEFORE, *_MOVES)
)


def bound_on_period(words: str) -> tuple[Bound, str] | None:
    """Return the side and the period of "below 2022/23" and "no more than last year"; None for other words."""
    for side, strict, form in _PERIOD_SIDES:
        if (found := form.fullmatch(words)) is not None:
            return Bound(side, strict, ""), found["base"]
    return None


def may_be_year(words: str) -> bool:
    """Return whether *words* set a bound in words at what may be a year: "below 2023"."""
    bound = bound_of(words)
    return bound is not None and bound.strict and words[:1].isalpha() and is_year(bound.amount)


def is_year(amount: str) -> bool:
    """Return whether *amount* may be a year as well as a number: 2010."""
    return _YEAR.fullmatch(amount) is not None


def bound_of(words: str) -> Bound | None:
    """Return the bound that *words* state, its amount still to be read; None for other words."""
    for side, strict, form in _SIDES:
        if (found := form.fullmatch(words)) is not None:
            return Bound(side, strict, found["amount"].strip())
    return None


def amounts_of(words: str) -> tuple[str, ...]:
    """Return the amounts in a bound or a range as typed; other words alone."""
    if (bound := bound_of(words.strip())) is not None:
        return (bound.amount,)
    found = range_of(words.strip())
    return (words,) if found is None else (found.low, found.high)


def range_of(words: str) -> Range | None:
    """Return the range that *words* state, a last per cent sign at both ends; a period such as 2010-11 is none."""
    if _PERIOD.fullmatch(words):
        return None
    found = next((match for form in _BOTH if (match := form.fullmatch(words)) is not None), None)
    if found is None:
        return None
    low, high = found["low"].strip(), found["high"].strip()
    shared = _PER_CENT.search(high)
    return Range(low if shared is None or _PER_CENT.search(low) else f"{low}%", high)
