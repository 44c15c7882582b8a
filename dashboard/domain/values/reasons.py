"""Knows the reasons why a cell holds no number, and the words and marks that say so."""

import re
from enum import StrEnum


class Reason(StrEnum):
    """Why there is no number, or no judgement."""

    NO_TARGET = "no target"
    TO_BE_CONFIRMED = "to be confirmed"
    NOT_AVAILABLE = "not available"
    NOT_APPLICABLE = "not applicable"
    NOT_MADE = "not made from its parts"  # a percentage of a year from those of its quarters
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
    UNIT_NOT_PRINTED = "unit not printed"
    REPORTED_ANNUALLY = "reported annually"
    IN_WORDS = "kept as words"  # a rank, a ratio, two numbers in one cell: no single number to judge
    DEPENDS = "depends on the reading"
    AGAINST_POLARITY = "target against polarity"


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


WORDS: dict[str, tuple[Reason, Marker | None]] = {
    "": (Reason.NOT_PRINTED, None),
    "tbc": (Reason.TO_BE_CONFIRMED, None),
    "to be confirmed": (Reason.TO_BE_CONFIRMED, None),
    "tba": (Reason.TO_BE_CONFIRMED, None),
    "to be agreed": (Reason.TO_BE_CONFIRMED, None),
    "tbd": (Reason.TO_BE_CONFIRMED, None),
    "to be determined": (Reason.TO_BE_CONFIRMED, None),
    "to be decided": (Reason.TO_BE_CONFIRMED, None),
    "to be set": (Reason.TO_BE_CONFIRMED, None),
    "delayed": (Reason.DELAYED, None),
    "data delayed": (Reason.DELAYED, None),
    "awaited": (Reason.DELAYED, None),
    "awaiting data": (Reason.DELAYED, None),
    "data awaited": (Reason.DELAYED, None),
    "data not yet available": (Reason.DELAYED, None),
    "not yet known": (Reason.DELAYED, None),
    "not yet available": (Reason.DELAYED, None),
    "n/a": (Reason.NOT_AVAILABLE, None),
    "n.a.": (Reason.NOT_AVAILABLE, None),
    "no data": (Reason.NOT_AVAILABLE, None),
    "not collected": (Reason.NOT_AVAILABLE, None),
    "suppressed": (Reason.SUPPRESSED, None),
    "not available": (Reason.NOT_AVAILABLE, None),
    "data not available": (Reason.NOT_AVAILABLE, None),
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
_FEW = re.compile(r"(?:<|less than|fewer than|under)\s*[0-9]{1,2}", re.IGNORECASE | re.ASCII)
_LEAD = re.compile(
    r"(?P<lead>n/a|not applicable|not available)\s*(?:[-\u2013\u2014:;,]\s*|\s(?=\())(?P<why>[^0-9]*[a-z][^0-9]*)",
    re.IGNORECASE,
)
_YEARLY = re.compile(
    r"(?:this is )?(?:an )?(?:(?:only |will be |is )?(?:reported|measured|collected|published|updated|available) )?"
    r"(?:annual(?:ly)?|yearly|once a year|biennial(?:ly)?|every (?:two|other) years?|at (?:the )?year[- ]end)"
    r"(?: (?:measure|indicator|figure|survey|return|data|report|reporting|update|collection|only))*",
    re.IGNORECASE,
)


def reason_of(cell: str) -> tuple[Reason, Marker | None] | None:
    """Return why *cell* holds no number, with its mark; None where it says no reason."""
    if _FEW.fullmatch(cell):
        return Reason.SUPPRESSED, None
    if (known := WORDS.get(cell.casefold())) is not None:
        return known
    if _YEARLY.fullmatch(cell):
        return Reason.REPORTED_ANNUALLY, None
    if (led := _LEAD.fullmatch(cell)) is None:
        return None
    why = led["why"].strip(" ().")
    if _YEARLY.fullmatch(why):
        return Reason.REPORTED_ANNUALLY, None
    return WORDS.get(why.casefold(), WORDS[led["lead"].casefold()])
