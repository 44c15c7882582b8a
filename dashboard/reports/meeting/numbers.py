"""Knows the one number of an indicator's slide, with what stands beside it: as it stands, or as its year will end."""

from typing import TypedDict

from dashboard.domain.palette import LIKE
from dashboard.domain.snapshots.slides import Measured
from dashboard.reports.indicators.judged import Judged
from dashboard.reports.words.figures import before_text, status_text
from dashboard.reports.words.forecast import meeting_text, outturn_texts

Facts = tuple[tuple[str, str], ...]


class Shown(TypedDict):
    """Fields of a slide."""

    number: str
    unit: str
    status: str
    status_words: str
    facts: Facts


def standing_number(item: Judged, measure: Measured) -> Shown:
    """The figure as it stands."""
    before = item.before.actual or item.before.target
    facts = (
        ("Target", measure.target_text if item.now.target else ""),
        (item.before.period.label, before_text(item) if before else ""),
        ("Change", measure.change if before else ""),
        ("Expected year end", measure.forecast),
        ("What its owner says", measure.commentary),
    )
    return Shown(
        number=measure.text,
        unit=f"{measure.unit} · {measure.period_label}",
        status=measure.status,
        status_words=status_text(item),
        facts=_known(facts),
    )


def expected_number(item: Judged, measure: Measured) -> Shown | None:
    """What the year will probably end on; None where that is not foreseen, or nothing is aimed at."""
    found = item.year_forecast
    texts = outturn_texts(found) if found else None
    if found is None or texts is None or found.chance is None or found.likely_outcome is None:
        return None
    facts = (
        ("Target", measure.target_text),
        ("Four times in five it ends at", texts[1]),
        ("So far", f"{measure.text} in {item.months} of {item.now.period.months} months"),
        (item.before.period.label, before_text(item) if item.before.actual else ""),
        ("What its owner says", measure.commentary),
    )
    return Shown(
        number=texts[0],
        unit=f"{measure.unit} expected for {measure.period_label}",
        status=str(LIKE[found.likely_outcome]),
        status_words=meeting_text(found.chance),
        facts=_known(facts),
    )


def _known(facts: Facts) -> Facts:
    return tuple((term, words) for term, words in facts if words)
