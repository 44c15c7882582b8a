"""Knows cells that hold no single number and are kept as words: ratios, ranks, two numbers, a place among others."""

import re

_NUMBER = r"[0-9][0-9,]*(?:\.[0-9]+)?"
_PLACES = "first|second|third|fourth|lowest|highest|top|upper|middle|bottom|lower|best|worst|median"
_ORDINAL = rf"(?:[0-9]+(?:st|nd|rd|th)|{_PLACES})"
_GROUP = r"(?:quartile|quintile|decile|tercile|third|half|percentile)"
_PLACE = r"(?: (?:of|out of|in) (?:the )?[a-z0-9 ]+)?"
_FORMS = tuple(
    re.compile(form, re.IGNORECASE | re.ASCII)
    for form in (
        rf"{_NUMBER} ?: ?{_NUMBER}",  # 1:250; a time is read before
        r"(?!(?:19|20)[0-9]{2}/[0-9]{2}(?:[0-9]{2})?$)" + rf"{_NUMBER} ?/ ?{_NUMBER}",  # 45/60, never 2010/11
        rf"{_NUMBER} (?:in|of|out of) (?:every )?{_NUMBER}",
        rf"(?:=|joint )?[0-9]+(?:st|nd|rd|th)(?: (?:place|position))?{_PLACE}",
        rf"(?:in )?(?:the )?{_ORDINAL} {_GROUP}{_PLACE}",
        rf"{_GROUP} [1-9][0-9]?{_PLACE}",
        rf"(?:rank|ranked|ranking|position|place) (?:of )?[0-9]+(?:st|nd|rd|th)?{_PLACE}",
        rf"top [0-9]+ ?%?{_PLACE}",
        rf"{_NUMBER} ?%? \((?:[0-9]{{3,}}|[1-9][0-9]{{0,2}}(?:,[0-9]{{3}})+|{_NUMBER} ?%|[0-9]+\.[0-9]+)\)",  # 12 (8%)
    )
)
_ZEROS = re.compile(r"\(0[0-9]+\)")
_COMPARED = re.compile(
    r"\b(?:average|mean|median|benchmarks?|peers?|neighbours|family|group|england|national(?:ly)?|regional(?:ly)?"
    r"|similar|quartile|monitor(?:ing|ed)?|trend|track(?:ing)?|contextual|for information)\b",
    re.IGNORECASE,
)


def holds_no_single_number(cell: str) -> bool:
    """Return whether *cell* is a ratio, a rank, a share or two numbers."""
    return not _ZEROS.search(cell) and any(form.fullmatch(cell) for form in _FORMS)


def compares_with_others(words: str) -> bool:
    """Return whether a target asks for a place among others ("below county average") or for watching alone."""
    return not re.search("[0-9]", words) and _COMPARED.search(words) is not None
