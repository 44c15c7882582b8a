"""Knows the pages on judging an actual against its target: status, and the certainty beside it."""

from dashboard.domain.periods import financial_year
from dashboard.domain.status import SMALL_BASE, change, judge, variance
from dashboard.reports.judged import Judged
from dashboard.reports.methods.figures import ABOUT_WARWICKSHIRE, WARWICKSHIRE, YEAR, Published, name_of
from dashboard.reports.methods.method import Example, Formula, Method, Piece, table
from dashboard.reports.store import Store
from dashboard.reports.words import (
    CERTAINTY_WORDS,
    POLARITY_WORDS,
    STATUS_WORDS,
    actual_text,
    difference_text,
    in_percent,
    target_text,
    why,
)

JUDGED = (("ni-15", YEAR), ("ni-16", YEAR), ("ni-40", YEAR), ("ni-47", YEAR), ("ni-21", financial_year(2009)))
NOT_JUDGED = ("ni-30", YEAR)
STATUS_HEADINGS = ("Indicator", "Actual", "Target", "Which way is better", "Against target", "Near within", "Status")
CERTAINTY_HEADINGS = ("Indicator", "Actual", "Target", "Actual ÷ target", "From", "To", "Status", "Certainty")


def status_example(store: Store) -> Example:
    found = Published(store, WARWICKSHIRE)
    items = [found.judged(slug, period) for slug, period in (*JUDGED, NOT_JUDGED)]
    rows = [_status_row(found, item) for item in items]
    first = items[0]
    actual, target = actual_text(first.now), target_text(first.now)
    said = (
        f"{name_of(first)}: ({actual} − {target}) ÷ {target} = {difference_text(first.verdict.variance)}."
        f" Status: {_status(first)}.",
    )
    return Example(ABOUT_WARWICKSHIRE, (table("Status of the year end", STATUS_HEADINGS, rows),), said)


def _status_row(found: Published, item: Judged) -> tuple[Piece, ...]:
    tolerance = f"{item.indicator.tolerance.normalize():f}"
    return (
        f"{name_of(item)}, {item.now.period.label}",
        found.actual_of(item.now),
        found.target_of(item.now),
        POLARITY_WORDS[item.indicator.polarity],
        difference_text(item.verdict.variance) or "–",
        f"{tolerance} points" if in_percent(item.indicator) else f"{tolerance}%",
        _status(item),
    )


def _status(item: Judged) -> str:
    words = STATUS_WORDS[item.verdict.status]
    return f"{words}: {why(item)}" if item.reason else words


def certainty_example(store: Store) -> Example:
    found = Published(store, WARWICKSHIRE)
    items = [found.judged(slug) for slug in ("ni-15", "ni-16", "ni-47")]
    rows = [_certainty_row(found, item) for item in items]
    said = tuple(_chance(item) for item in items if item.verdict.certainty is not None)
    return Example(ABOUT_WARWICKSHIRE, (table("Certainty of the year end", CERTAINTY_HEADINGS, rows),), said)


def _certainty_row(found: Published, item: Judged) -> tuple[Piece, ...]:
    certainty = item.verdict.certainty
    return (
        name_of(item),
        found.actual_of(item.now),
        found.target_of(item.now),
        *_interval(item),
        _status(item),
        CERTAINTY_WORDS[certainty].capitalize() if certainty else "–",
    )


def _interval(item: Judged) -> tuple[str, str, str]:
    ratio, low, high = item.verdict.ratio, item.verdict.ratio_low, item.verdict.ratio_high
    if ratio is None or low is None or high is None:
        return "–", "–", "–"
    return f"{ratio:.3f}", f"{low:.3f}", f"{high:.3f}"


def _chance(item: Judged) -> str:
    _, low, high = _interval(item)
    certainty = item.verdict.certainty
    return f"{name_of(item)}: {low} to {high}. {CERTAINTY_WORDS[certainty].capitalize() if certainty else ''}."


STATUS = Method(
    slug="status",
    title="Status: met, near, missed",
    question="Did the year reach its target, and by how much?",
    formula=(
        Formula("variance = (actual − target) ÷ target × 100", "How far the actual is from the target, in per cent."),
        Formula(
            "met: not worse than the target · near: worse by no more than the tolerance · missed: worse by more",
            "Equal to the target is met. The tolerance belongs to the indicator, usually 5% of the target. A figure"
            " that is itself a percentage is compared in percentage points, never as a percentage of a percentage.",
        ),
        Formula(
            "not judged: there is no actual, no target, or the two cannot be compared",
            "The reason stands where a status would: no target, to be confirmed, part year, not comparable …",
        ),
    ),
    source=("Safer Derbyshire Partnership, performance reports: met, within 5%, missed.",),
    example=status_example,
    limits=(
        "A status says nothing of chance: a small count misses by luck. Read the certainty beside it.",
        "A target may be easy. The checks say where a target is easier than the last actual.",
        f"A change on a count under {SMALL_BASE} is shown as two counts: a percentage of so few says little.",
        "A status of part of a year is never given; the outlook of the year is another method.",
    ),
    uses=(judge, variance, change),
)

CERTAINTY = Method(
    slug="certainty",
    title="Certainty: clear, or within chance",
    question="Could chance alone have put the actual on this side of its target?",
    formula=(
        Formula(
            "from lower limit ÷ target to upper limit ÷ target",
            "The limits are the 95% interval of the actual: see the method on intervals.",
        ),
        Formula(
            "1 outside the interval: clear of chance · 1 inside it: within chance",
            "At 1 the actual equals its target. “Met, within chance” was met, but could as well have been missed.",
        ),
    ),
    source=(
        "Public Health England, Technical guide: confidence intervals (2018).",
        "Breslow and Day, Statistical methods in cancer research, volume II (1987).",
    ),
    example=certainty_example,
    limits=(
        "The status stands whatever the certainty: a target that was met by luck was met.",
        "It treats incidents as separate. One offender with many offences makes chance wider than the interval says.",
        "A rate or percentage without its count is “not tested”: there is nothing to work an interval from.",
        "Of twenty figures behind which nothing lies, chance alone makes about one look clear.",
    ),
    uses=(judge,),
)
