"""Knows what is said of targets whose year is in progress: which will probably be missed, and how sure that is."""

from collections.abc import Sequence

from dashboard.domain.statistics.forecast import CannotForecast, required_run_rate
from dashboard.domain.statistics.likelihood import LikelyOutcome, likelihood, likely_outcome_of, percent_of
from dashboard.domain.values.numbers import show, show_briefly
from dashboard.domain.wording import listed, name_inside, number_word, plural, sentence
from dashboard.reports.indicators.forecast import YearForecast
from dashboard.reports.indicators.judged import Judged
from dashboard.reports.words.counted import numbered, with_apart
from dashboard.reports.words.titles import fitting

MOST_NAMED = 3  # targets with a sentence of their own


def with_likely_outcome(items: Sequence[Judged], *wanted: LikelyOutcome) -> list[YearForecast]:
    """The forecasts among *items* that say what becomes of a target; of *wanted* kinds alone, where any are named."""
    found = [item.year_forecast for item in items if item.year_forecast and item.year_forecast.likely_outcome]
    return [year_forecast for year_forecast in found if not wanted or year_forecast.likely_outcome in wanted]


def finding(items: Sequence[Judged], label: str) -> str:
    """A title: what will probably become of the targets, the bad news first."""
    year = f" for {label}"
    first = _fate(items, year, *_fates(items)[0])
    return with_apart(fitting(_both(items, year), _both(items), first), items)


def clause(items: Sequence[Judged]) -> str:
    """The same behind words that name the year: 'one of two targets will probably be missed and one met'."""
    return with_apart(_both(items), items)


def _both(items: Sequence[Judged], year: str = "") -> str:
    """The two most pressing fates: 'one of two targets will probably be missed and one met'."""
    first, *others = _fates(items)
    said = _fate(items, year, *first)
    if not others:
        return said
    kind, count = others[0]
    if LikelyOutcome.BALANCE in (first[0], kind):
        return f"{said}, {number_word(count)} {_ending(kind, count)}"
    return f"{said} and {number_word(count)} met"


def _fates(items: Sequence[Judged]) -> list[tuple[LikelyOutcome, int]]:
    """What targets will probably come to, the bad news first, and how many."""
    counted = [(kind, len(with_likely_outcome(items, kind))) for kind in LikelyOutcome]
    return [(kind, count) for kind, count in counted if count]


def _fate(items: Sequence[Judged], year: str, kind: LikelyOutcome, count: int) -> str:
    return f"{_subject(count, len(numbered(items)))}{year} {_ending(kind, count)}"


def _subject(count: int, targets: int) -> str:
    if count < targets:
        return f"{number_word(count)} of {number_word(targets)} targets"
    return {1: "the one target", 2: "both targets"}.get(count, f"all {number_word(count)} targets")


def _ending(kind: LikelyOutcome, count: int) -> str:
    if kind is LikelyOutcome.BALANCE:
        return f"{'is' if count == 1 else 'are'} {kind}"
    return f"will probably be {'missed' if kind is LikelyOutcome.MISSED else 'met'}"


def sentences(items: Sequence[Judged]) -> list[str]:
    """The paragraph: where the targets in danger are heading, then which others stand how."""
    missed = sorted(with_likely_outcome(items, LikelyOutcome.MISSED), key=lambda found: found.chance or 0)
    said = [f"{found.indicator.name}: {_heading(found)}." for found in missed[:MOST_NAMED]]
    if len(missed) > MOST_NAMED:
        said.append(f"{sentence(plural(len(missed) - MOST_NAMED, 'other target'))} will probably be missed too.")
    for kind in (LikelyOutcome.BALANCE, LikelyOutcome.MET):
        if names := [name_inside(found.indicator.name) for found in with_likely_outcome(items, kind)]:
            subject = "the target" if len(names) == 1 else "the targets"
            said.append(f"{sentence(subject)} on {listed(names)} {_ending(kind, len(names))}.")
    return said


def _heading(found: YearForecast) -> str:
    """'1,191 expected for 2026/27 (1,154 to 1,229), very unlikely to meet the target of 1,150'."""
    target = show(found.goal.number) if found.goal else ""
    number, between = outturn_texts(found) or ("", "")
    fate = likelihood(found.chance or 0)
    return f"{number} expected for {found.year.label} ({between}), {fate} to meet the target of {target}"


def outturn_texts(found: YearForecast) -> tuple[str, str] | None:
    """The expected outturn and its 80% range: '1,191' and '1,154 to 1,229'; None without a forecast."""
    if isinstance(found.made, CannotForecast):
        return None
    low, high = found.made.outturn()
    return f"{found.made.expected:,.0f}", f"{low:,} to {high:,}"


def meeting_text(chance: float) -> str:
    """'Very unlikely to be met: 3%', 'In the balance: 47%'."""
    words = sentence(likelihood(chance))
    said = words if likely_outcome_of(chance) is LikelyOutcome.BALANCE else f"{words} to be met"
    return f"{said}: {percent_of(chance)}"


def needed_text(found: YearForecast) -> str:
    """What would end on target: '72.3 a month', '55 a quarter', 'beyond reach'; empty without forecast or target."""
    if isinstance(found.made, CannotForecast) or found.goal is None:
        return ""
    rate = required_run_rate(sum(found.made.so_far), found.made.left, found.goal)
    return "beyond reach" if rate is None else f"{show_briefly(rate)} a {found.unit}"


def why_not_forecast(item: Judged) -> str:
    """Why a year in progress is not forecast; empty where it is, or where the year is over."""
    if item.year_forecast is not None:
        made = item.year_forecast.made
        return f"cannot be forecast: {made.reason}" if isinstance(made, CannotForecast) else ""
    actual = item.now.actual
    printed_part = actual is not None and actual.is_part and actual.held is None
    return "cannot be forecast: nothing is counted by month or quarter" if printed_part else ""
