"""Knows how a title keeps to twelve words: the fullest of its wordings that fits."""

from dashboard.domain.wording import sentence

MOST_WORDS = 12


def fits(title: str) -> bool:
    return len(title.split()) <= MOST_WORDS


def fitting(*wordings: str) -> str:
    """The first of *wordings*, the fullest before the shorter ones, that fits; else the last of them."""
    return sentence(next(filter(fits, wordings), wordings[-1]))


def about(name: str, *findings: str) -> str:
    """'Burglary: 500 in 2025/26, target met'; a finding alone where the *name* leaves no room beside it.

    Where it is left out the line above the title has it: see `line_above`.
    """
    return fitting(*(f"{name}: {said}" for said in findings), *findings)


def line_above(title: str, name: str, *parts: str) -> str:
    """What stands above a *title*: 'offences · Warwickshire', with the *name* of the indicator that it left out."""
    left_out = () if title.startswith(name) else (name,)
    return " · ".join(filter(None, (*left_out, *parts)))
