"""Counts again what pages on an office's own incident lists say, from the tables of the same page."""

import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from fractions import Fraction

from dashboard.domain.values.numbers import show
from dashboard.reports.pages.incidents.repeats import RepeatsPage
from dashboard.reports.pages.street.when import When
from dashboard.reports.report import Report
from tests.reports.recounts import rows

NUMBER = r"([0-9][0-9,]*(?:\.[0-9]+)?)"
EVEN = Decimal(4) / 168 * 100  # per cent of a week's hours that lie in four of them


def without_list_counts(text: str, report: Report) -> str:
    """*text* without the numbers that the page of a list counts right; what is counted wrong stays."""
    for phrase, wanted in _said_of(report):
        text = re.sub(phrase, lambda found, wanted=wanted: _told(found, wanted()), text)  # type: ignore[misc]
    return text


def _told(found: re.Match[str], wanted: tuple[str, ...]) -> str:
    return "·" if found.groups() == wanted else found[0]


def _said_of(report: Report) -> Iterator[tuple[str, Callable[[], tuple[str, ...]]]]:
    if isinstance(report, When) and report.view is not None:
        yield re.escape(report.view.span.label), lambda: ()
        yield re.escape(report.view.crime_words), lambda: ()
        yield r"one of a week’s ([0-9]+) bands of four hours", lambda: (str(len(rows(report, "bands"))),)
        yield rf"{NUMBER} tells? no time", lambda: (_beside(report, "no time"),)
        yield rf"{NUMBER} (?:is|are) spread over more than 24 hours", lambda: (_beside(report, "over 24 hours"),)
    if isinstance(report, When) and report.band is not None:
        spread = rf"on {NUMBER}% of the hours of a week, {NUMBER} times"
        yield rf"{NUMBER} of {NUMBER} incidents? that tells? an hour, {spread}", lambda: _of_week(report)
        yield rf"holds (?:about )?{NUMBER}%", lambda: (_percent(Decimal(str(_band(report)["share_pct"]))),)
        yield rf"on {NUMBER}% of the hours", lambda: (show(EVEN, 1),)
        yield re.escape(report.band.label), lambda: ()
    if isinstance(report, RepeatsPage) and report.found is not None:
        yield "200 m and 14 days", lambda: ()
        yield rf"{NUMBER} pairs? lies? within ·; chance makes {NUMBER}", lambda: _judged(report)
        yield rf"{NUMBER} pairs? close by, {NUMBER} expected", lambda: _judged(report)
        yield rf"{NUMBER} of {NUMBER} incidents(?: \({NUMBER}%\))? came within {NUMBER} days", lambda: _again(report)
        yield rf"at {NUMBER} places?", lambda: (f"{_first(report)['places']:,}",)
        yield "Fewer than two incidents", lambda: () if report.found and report.found.incidents < 2 else ("wrong",)


def _beside(report: When, known: str) -> str:
    return next(f"{row['incidents']:,}" for row in rows(report, "beside") if row["time_known"] == known)


def _band(report: When) -> dict[str, object]:
    band = report.band
    return next(dict(row) for row in rows(report, "bands") if band and row["band"] == band.label)


def _of_week(report: When) -> tuple[str, ...]:
    row = _band(report)
    number, times = (Decimal(str(row[name])) for name in ("incidents", "times_even"))
    return show(number, 0), _beside(report, "an hour"), show(EVEN, 1), show(times, 1)


def _percent(share: Decimal) -> str:
    exact = Fraction(share) / 100
    return show(share, 0 if exact >= Fraction(1, 10) else 1)


def _judged(report: RepeatsPage) -> tuple[str, ...]:
    row = next(dict(row) for row in rows(report, "near_repeats") if row["judged"])
    chance = Decimal(str(row["pairs_by_chance"]))
    return f"{row['pairs']:,}", f"{chance:,.0f}" if chance >= 10 else f"{chance:,.1f}"


def _first(report: RepeatsPage) -> dict[str, int]:
    return {name: int(str(value)) for name, value in rows(report, "repeats")[0].items()}


def _again(report: RepeatsPage) -> tuple[str, ...]:
    row = _first(report)
    share = f"{100 * row['repeats'] / row['incidents']:.1f}"
    return f"{row['repeats']:,}", f"{row['incidents']:,}", share, str(row["within_days"])
