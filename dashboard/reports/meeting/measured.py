"""Knows how a judged figure is told on a slide and kept: every number as it is read, and as it is worked with."""

from decimal import Decimal

from dashboard.domain.snapshots.slides import Measured
from dashboard.reports.indicators.judged import Judged
from dashboard.reports.words.figures import (
    CERTAINTY_WORDS,
    POLARITY_WORDS,
    actual_text,
    chance_text,
    change_text,
    status_text,
    target_text,
    why_no_change,
)
from dashboard.reports.words.forecast import meeting_text, outturn_texts


def measured_of(item: Judged) -> Measured:
    """Everything that a tile says of *item*."""
    now, indicator = item.now, item.indicator
    return Measured(
        indicator=indicator.id,
        code=indicator.code,
        name=indicator.name,
        unit=indicator.unit,
        area=item.area.slug,
        area_name=item.area.name,
        period=now.period.slug,
        period_label=now.period.label,
        number=exact(now.value.number),
        text=actual_text(now),
        target=exact(now.target_value.number),
        target_text=target_text(now),
        status=str(item.verdict.status),
        status_words=_status(item),
        change=_change(item),
        forecast=_forecast(item),
        commentary=item.commentary.text if item.commentary else "",
        better=POLARITY_WORDS[indicator.polarity],
        sources=tuple(dict.fromkeys(f"{cell.document}: {cell.place}" for cell in item.cells)),
    )


def exact(number: Decimal | None) -> str:
    """*number* with all of its digits; nothing where there is none."""
    return "" if number is None else f"{number:f}"


def _status(item: Judged) -> str:
    certainty = CERTAINTY_WORDS[item.verdict.certainty] if item.verdict.certainty else ""
    return f"{status_text(item)} ({certainty})" if certainty else status_text(item)


def _change(item: Judged) -> str:
    """'+16.3%, a real change'; where there is none, why."""
    said = change_text(item)
    chance = chance_text(item)
    return (f"{said}, {chance}" if chance else said) or why_no_change(item)


def _forecast(item: Judged) -> str:
    """'1,191 (1,154 to 1,229). Unlikely to be met: 3%'; nothing for a year that is over."""
    found = item.year_forecast
    texts = outturn_texts(found) if found else None
    if found is None or texts is None:
        return ""
    chance = f". {meeting_text(found.chance)}" if found.chance is not None else ""
    return f"{texts[0]} ({texts[1]}){chance}"
