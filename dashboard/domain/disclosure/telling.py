"""Knows whether words name a number: what somebody says of a covered figure may say the figure."""

import re

WITHHELD = "Withheld: these words name a number, and numbers of this indicator are suppressed or rounded."

_TIMES = re.compile(
    r"\b(?:19|20)[0-9]{2}(?:[-/][0-9]{2,4})?(?:-M?[0-9]{2})?(?:-[0-9]{2})?\b"  # years, and days and months of them
    r"|\bQ[1-4]\b|\b(?:quarter|week|ward|zone|phase|table|appendix|section|page) [0-9]{1,2}\b"
    r"|\b[0-9]{1,2}(?:st|nd|rd|th)?(?= (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))",
    re.IGNORECASE,
)
_NUMBERS = re.compile(
    r"[0-9]|\b(?:no|none|nil|zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen"
    r"|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|single|sole|only|couple|pair|both|dozen|once|twice|thrice"
    r"|half|halved|doubled?|trebled?|tripled?|third|quarter of|handful|another|per ?cent)\b",
    re.IGNORECASE,
)


def names_a_number(text: str) -> bool:
    """Whether *text* names a number that is no date; better once too often than once too little."""
    return _NUMBERS.search(_TIMES.sub("", text)) is not None
