"""Knows a year in progress as a chart of the papers: counted, expected, its range, the way to the target."""

from collections.abc import Sequence

from dashboard.reports.indicators.forecast import Step, YearForecast, steps
from dashboard.reports.packs.charts import Band, ChartLine, Level, LineChart, Mark, Tone
from dashboard.reports.packs.pack import PaperTable
from dashboard.reports.packs.tabled import Cells, columns, said, table

FOUR_IN_FIVE, MEANT = "Four times in five", "80% range"


def outlook_chart(found: YearForecast) -> LineChart | None:
    """The year month by month above or below its way to the target; without one, from the year before, or nothing."""
    drawn = steps(found)
    if not drawn:
        return None
    zero = [float(step.milestone if step.milestone is not None else step.year_before or 0) for step in drawn]
    last = drawn[-1]
    return LineChart(
        title=f"{found.indicator.name}: where {found.year.label} will probably end",
        alt=f"{found.indicator.name}, {found.year.label}: expected to end at {last.count:,.0f}{_between(found, last)}.",
        unit=_axis(last),
        labels=tuple(step.period.label for step in drawn),
        lines=tuple(_lines(drawn, zero)),
        levels=_target(drawn),
        band=_band(drawn, zero, FOUR_IN_FIVE if _is_kept(found) else MEANT),
        from_zero=not any(zero),
        is_signed=any(zero),
    )


def _is_kept(found: YearForecast) -> bool:
    """Whether such ranges held as often as they are meant to, so that it may be said."""
    return found.record is not None and found.record.holds


def _between(found: YearForecast, last: Step) -> str:
    if last.low is None:
        return ""
    return f", {'four times in five' if _is_kept(found) else 'probably'} between {last.low:,} and {last.high:,}"


def _axis(last: Step) -> str:
    if last.milestone is not None:
        return "Above (+) or below (−) the way to the target"
    return "Above (+) or below (−) the year before" if last.year_before is not None else "Counted since the start"


def _target(drawn: Sequence[Step]) -> tuple[Level, ...]:
    last = drawn[-1]
    if last.milestone is None:
        return ()
    text = f"{last.milestone:,.0f}"
    return (Level(f"Target · {text}", 0.0, text, 0, len(drawn) - 1),)


def _lines(drawn: Sequence[Step], zero: Sequence[float]) -> list[ChartLine]:
    newest = sum(step.low is None for step in drawn) - 1  # the last that is counted
    last, found = drawn[-1], []
    if last.milestone is not None and last.year_before is not None:
        marks = tuple(
            Mark((step.year_before or 0) - level, f"{step.year_before or 0:,}", Tone.QUIET)
            for step, level in zip(drawn, zero, strict=True)
        )
        end = f"Year before · {last.year_before:,}"
        found.append(ChartLine("Year before", marks, Tone.QUIET, end, is_marked=False))
    heights = [Mark(step.count - level, f"{step.count:,.0f}") for step, level in zip(drawn, zero, strict=True)]
    none = Mark(None)
    expected = (*[none] * newest, *heights[newest:])
    counted = (*heights[: newest + 1], *[none] * (len(drawn) - newest - 1))
    end = f"Expected · {last.count:,.0f}"
    if newest < len(drawn) - 1:
        found.append(ChartLine("Expected", expected, end=end, is_dashed=True, is_marked=False, is_heavy=True))
    found.append(ChartLine("Counted", counted, is_marked=False, is_heavy=True))
    return found


def _band(drawn: Sequence[Step], zero: Sequence[float], name: str) -> Band | None:
    """The 80% range from the newest counted month on."""
    newest = sum(step.low is None for step in drawn) - 1
    if newest == len(drawn) - 1:
        return None
    pairs = list(zip(drawn, zero, strict=True))
    low = [(step.count if step.low is None else step.low) - level for step, level in pairs]
    high = [(step.count if step.high is None else step.high) - level for step, level in pairs]
    unknown: list[float | None] = [None] * max(newest, 0)
    known = slice(max(newest, 0), None)
    return Band(name, (*unknown, *low[known]), (*unknown, *high[known]))


def outlook_table(found: YearForecast) -> PaperTable:
    """The year as it adds up."""
    heads = columns(
        "Period", "By its end", "80% range", "On the way to the target", "Year before", words=("80% range",)
    )
    return table(("outlook", "The year as it adds up"), heads, map(_row, steps(found)))


def _row(step: Step) -> Cells:
    between = f"{step.low:,} to {step.high:,}" if step.low is not None and step.high is not None else "counted"
    asked = f"{step.milestone:,.0f}" if step.milestone is not None else ""
    before = f"{step.year_before:,}" if step.year_before is not None else ""
    return tuple(map(said, (step.period.label, f"{step.count:,.0f}", between, asked, before)))
