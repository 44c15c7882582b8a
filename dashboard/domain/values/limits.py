"""Knows which measures may go under zero or over a hundred per cent, by the words of their name, unit or definition."""

import re
from functools import lru_cache

_NEGATIVE = re.compile(
    r"\b(?:net|changes?|difference|growth|gap|variance|variation|movement|surplus|deficit|gain|saving|savings"
    r"|under ?spend|over ?spend|increase|decrease|reduction|rise|fall|year on year)\b",
    re.IGNORECASE,
)
_OVER_HUNDRED = re.compile(
    r"\b(?:of (?:the )?(?:target|plan|profile|budget|baseline|forecast|capacity|trajectory|expected|planned)"
    r"|against (?:target|plan|profile|budget|trajectory)|budgets?|spend|spent|expenditure|expended|growth|changes?"
    r"|increase|rise|occupancy|occupied|utili[sz]ation|capacity|uplift|return on|ratio|index|clearance|year on year)\b",
    re.IGNORECASE,
)


@lru_cache(maxsize=8_192)  # every view asks for the name and unit of every indicator
def may_be_negative(*words: str) -> bool:
    """Return whether *words* speak of a change or of a difference between two amounts."""
    return any(_NEGATIVE.search(said) for said in words)


def may_exceed_hundred(*words: str) -> bool:
    """Return whether *words* speak of a share of something that can be passed: a budget, a plan, a capacity."""
    return any(_OVER_HUNDRED.search(said) for said in words)
