"""Knows the checks on what plans say: their targets against the actuals, and their risk scores."""

from collections.abc import Mapping
from decimal import Decimal

from dashboard.domain.checks.findings import Finding, Severity
from dashboard.domain.targets.status import Polarity
from dashboard.domain.values.numbers import show


def target_easier_than_actual(subject: str, target: Decimal, actual: Decimal, polarity: Polarity) -> Finding | None:
    """Flag a *target* that performance already beats, so that meeting it allows a worse year."""
    gap = target - actual
    if polarity in (Polarity.NEUTRAL, Polarity.UNDECLARED) or gap == 0 or (gap > 0) is (polarity is Polarity.HIGHER):
        return None
    side = "above" if gap > 0 else "below"
    words = f"The target of {show(target)} is {show(abs(gap))} {side} the last actual of {show(actual)}"
    sentence = f"{words}, and {polarity} is better: it can be met by doing worse."
    return Finding("target-easier-than-actual", Severity.FLAG, subject, target, actual, gap, sentence)


def target_one_under_actual(subject: str, target: Decimal, actual: Decimal) -> Finding | None:
    """Flag a *target* that asks for exactly one fewer than the last actual."""
    if target != actual - 1:
        return None
    sentence = f"The target of {show(target)} is one fewer than the last actual of {show(actual)}."
    return Finding("target-one-under-actual", Severity.FLAG, subject, target, actual, target - actual, sentence)


def identical_targets(targets: Mapping[str, tuple[Decimal, Decimal]]) -> tuple[Finding, ...]:
    """Flag every target (baseline, target) that repeats an earlier one to the last printed digit."""
    first: dict[tuple[str, str], str] = {}
    found = []
    for subject, pair in targets.items():
        earlier = first.setdefault((str(pair[0]), str(pair[1])), subject)
        if earlier != subject:
            found.append(_identical(earlier, subject, pair))
    return tuple(found)


def _identical(earlier: str, subject: str, pair: tuple[Decimal, Decimal]) -> Finding:
    said = f"{show(pair[0])} to {show(pair[1])}"
    words = f"“{earlier}” and “{subject}” are both to go from {said}"
    sentence = f"{words}: identical to the last digit, which may be a copying error."
    return Finding("identical-targets", Severity.FLAG, subject, said, said, None, sentence)


def risk_rating(subject: str, rating: int | None, impact: int | None, likelihood: int | None) -> Finding | None:
    """Compare a printed *rating* with *impact* times *likelihood*; None where one of them is blank."""
    if rating is None or impact is None or likelihood is None:
        return None
    product = impact * likelihood
    gap = rating - product
    worked = f"{impact} × {likelihood} = {product}"
    sentence = f"The rating of {rating} is impact times likelihood: {worked}."
    if gap:
        words = f"The rating is given as {rating}; impact times likelihood is {worked}"
        sentence = f"{words}: a difference of {abs(gap)}."
    severity = Severity.DIFFERS if gap else Severity.AGREES
    return Finding("risk-rating", severity, subject, Decimal(rating), Decimal(product), Decimal(gap), sentence)


def residual_risk_blank(subject: str, residual: int | None) -> Finding | None:
    """Flag a risk whose residual score is left blank; blank is missing, not nought."""
    if residual is not None:
        return None
    sentence = "The residual risk is left blank: it is missing, not zero."
    return Finding("residual-risk-blank", Severity.FLAG, subject, "", "not printed", None, sentence)
