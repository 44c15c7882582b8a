"""Knows in words what a forecast rests on: its own season or the usual one, and how much its months move."""

from dashboard.domain.statistics.forecast import Forecast

USUAL = "the usual one of police counts, busiest in July and quietest in January"
MOSTLY, PARTLY = 0.5, 0.15  # of the season, told by the series' own counts
#: Up to which liveliness the counts of a series move how, and how wide its range is for it.
PACES = ((1.2, "little", "narrow"), (2.5, "as much as those of most series", "as wide as most"))
LIVELY = ("much", "wide")


def basis_words(made: Forecast, unit: str) -> list[str]:
    """Where its season comes from, and why its range is as wide as it is."""
    if made.past:
        counted = f"{made.past} of them from before this year"
        season = f"{made.learned:.0%} of its season is told by its own {unit}s, {counted}; the rest is {USUAL}."
    else:
        season = f"No earlier {unit} is known, so its season is taken to be mostly {USUAL}."
    moves, wide = _pace(made)
    return [season, f"Its {unit}s move {moves}, so the range is {wide}."]


def _pace(made: Forecast) -> tuple[str, str]:
    return next(((moves, wide) for most, moves, wide in PACES if made.liveliness < most), LIVELY)


def method_of(made: Forecast) -> str:
    """How this series was forecast, for a file: 'mostly its own season; its counts move little'."""
    usual = "the usual season"
    season = "mostly its own season" if made.learned >= MOSTLY else f"partly its own season, mostly {usual}"
    return f"{season if made.learned >= PARTLY else usual}; its counts move {_pace(made)[0]}"
