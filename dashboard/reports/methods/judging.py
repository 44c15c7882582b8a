"""Knows the pages on judging an actual against its target: status, and the certainty beside it."""

from decimal import Decimal

from dashboard.domain.periods.period import financial_year
from dashboard.domain.targets.aims import Aim
from dashboard.domain.targets.status import SMALL_BASE, Polarity, change, judge, judge_direction, variance
from dashboard.domain.values.numbers import show
from dashboard.domain.values.printed import Value
from dashboard.questions.store import Store
from dashboard.reports.indicators.judged import Judged
from dashboard.reports.methods.figures import (
    ABOUT_WARWICKSHIRE,
    SHROPSHIRE,
    WARWICKSHIRE,
    YEAR,
    PartnershipFigures,
    name_of,
)
from dashboard.reports.methods.method import Example, Formula, Method, Piece, table
from dashboard.reports.words.figures import (
    CERTAINTY_WORDS,
    POLARITY_WORDS,
    STATUS_WORDS,
    actual_text,
    difference_text,
    figure,
    target_text,
    why,
)

JUDGED = (("ni-15", YEAR), ("ni-16", YEAR), ("ni-40", YEAR), ("ni-47", YEAR), ("ni-21", financial_year(2009)))
NOT_JUDGED = ("ni-30", YEAR)
STATUS_HEADINGS = ("Indicator", "Actual", "Target", "Which way is better", "Against target", "Near within", "Status")
ASKED_CAPTION = "Two targets of Shropshire for 2010/11, and what typed actuals would come to"
ASKED_HEADINGS = ("Indicator", "Start", "Target", "Change asked for", "Allowed", "An actual of", "Status")
ASKED = (("domestic-abuse-repeats", Decimal("24.9")), ("criminal-damage", Decimal(4)))
CERTAINTY_HEADINGS = ("Indicator", "Actual", "Target", "Actual ÷ target", "From", "To", "Status", "Certainty")


def status_example(store: Store) -> Example:
    found = PartnershipFigures(store, WARWICKSHIRE)
    items = [found.judged(slug, period) for slug, period in (*JUDGED, NOT_JUDGED)]
    rows = [_status_row(found, item) for item in items]
    first = items[0]
    actual, target = actual_text(first.now), target_text(first.now)
    said = (
        f"{name_of(first)}: ({actual} − {target}) ÷ {target} = {difference_text(first.verdict.variance)}."
        f" Status: {_status(first)}.",
    )
    worked = [_asked(PartnershipFigures(store, SHROPSHIRE), slug, number) for slug, number in ASKED]
    tables = (table("Status of the year end", STATUS_HEADINGS, rows), table(ASKED_CAPTION, ASKED_HEADINGS, worked))
    return Example(ABOUT_WARWICKSHIRE, tables, said)


def _points(size: Decimal) -> str:
    return f"{show(size)} point{'' if size == 1 else 's'}"


def _asked(found: PartnershipFigures, slug: str, number: Decimal) -> tuple[Piece, ...]:
    """A printed target of change with what an actual of *number* would come to, and why."""
    item = found.judged(slug)
    target, start = item.now.target_value.number or Decimal(0), Decimal(0)
    if item.now.target is not None and item.now.target.rule.baseline is not None:
        start = item.now.target.rule.baseline
    allowed = item.indicator.tolerance * abs(target - start) / 100
    verdict = judge(
        Value(number),
        Value(target),
        item.indicator.value_type,
        Polarity.LOWER,
        item.indicator.tolerance,
        aim=Aim(start),
    )
    return (
        item.indicator.name,
        figure(item.indicator, start),
        found.target_of(item.now),
        _points(abs(target - start)),
        _points(allowed.normalize()),
        figure(item.indicator, number),
        STATUS_WORDS[verdict.status],
    )


def _status_row(found: PartnershipFigures, item: Judged) -> tuple[Piece, ...]:
    tolerance = f"{item.indicator.tolerance.normalize():f}"
    return (
        f"{name_of(item)}, {item.now.period.label}",
        found.actual_of(item.now),
        found.target_of(item.now),
        POLARITY_WORDS[item.indicator.polarity],
        difference_text(item.verdict.variance) or "–",
        f"{tolerance}%",
        _status(item),
    )


def _status(item: Judged) -> str:
    words = STATUS_WORDS[item.verdict.status]
    return f"{words}: {why(item)}" if item.reason else words


def certainty_example(store: Store) -> Example:
    found = PartnershipFigures(store, WARWICKSHIRE)
    items = [found.judged(slug) for slug in ("ni-15", "ni-16", "ni-47")]
    rows = [_certainty_row(found, item) for item in items]
    said = tuple(_chance(item) for item in items if item.verdict.certainty is not None)
    return Example(ABOUT_WARWICKSHIRE, (table("Certainty of the year end", CERTAINTY_HEADINGS, rows),), said)


def _certainty_row(found: PartnershipFigures, item: Judged) -> tuple[Piece, ...]:
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
            "Equal to the target is met; of “less than 150” it is not. Near is never counted as met. The tolerance "
            "belongs to the indicator, usually 5%, and is a share of the target. A figure that is itself a percentage "
            "is compared in percentage points, never as a percentage of a percentage.",
        ),
        Formula(
            "allowed = tolerance × |target − start|",
            "Of a percentage or a change, and of any figure whose target asks for a change (“−3%”, “from 8.70 to "
            "8.44”), the tolerance is a share of the change from a known start. The start is printed (“from 21.9% to "
            "20%”), or the base of the reduction, or no change at all (“reduce by 1%”).",
        ),
        Formula(
            "missed: not met, and worse than the start",
            "What ended worse than it began, or moved the wrong way, is missed whatever the tolerance. A target that "
            "is easier than its start is met when it is met, and flagged.",
        ),
        Formula(
            "a direction is met when the actual moved that way from its base",
            "“To reduce from” a year is judged on that year’s actual; a direction without a year on the year before. "
            "There is no near, and equal is not met but by “maintain” and “no worse than”. “Improve” goes the way "
            "that is better. Bounds (“at most”) and ranges say themselves which side is "
            "better; one that goes against the declared side is not judged.",
        ),
        Formula(
            "not judged: there is no actual, no target, or the two cannot be compared",
            "The reason stands where a status would: no target, to be confirmed, part year, not comparable … Where a "
            "target can lawfully be read in two ways and they disagree, both verdicts stand beside “depends on the "
            "reading”.",
        ),
    ),
    source=("Safer Derbyshire Partnership, performance reports: met, within 5%, missed.",),
    example=status_example,
    limits=(
        "A status says nothing of chance: a small count misses by luck. Read the certainty beside it.",
        "A target may be easy. The checks say where a target is easier than the last actual.",
        f"A change on a count under {SMALL_BASE} is shown as two counts: a percentage of so few says little.",
        "A status of part of a year is never given; the forecast of the year is another method.",
    ),
    uses=(judge, judge_direction, variance, change),
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
