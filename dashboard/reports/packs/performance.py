"""Knows the pages of targets as sections: standings worst first, one indicator with its line, a trend by area."""

from collections.abc import Sequence
from dataclasses import replace

from dashboard.domain.snapshots.slides import Measured
from dashboard.domain.targets.status import Status
from dashboard.domain.wording import number_word
from dashboard.reports.indicators.judged import Judged, Standing
from dashboard.reports.meeting.diagrams import diagram_of, whole_of
from dashboard.reports.meeting.measured import measured_of
from dashboard.reports.meeting.numbers import Shown, expected_number, standing_number
from dashboard.reports.packs.framed import framed
from dashboard.reports.packs.lines import line_chart
from dashboard.reports.packs.listed import NOTHING, data_table
from dashboard.reports.packs.pack import Headline, PaperCell, PaperColumn, PaperTable, Section
from dashboard.reports.pages.indicator import IndicatorFile
from dashboard.reports.pages.trends import Trends
from dashboard.reports.performance.measures import measure_words
from dashboard.reports.report import Report
from dashboard.reports.words.figures import actual_text, before_text, target_text
from dashboard.reports.words.indicator import headed

STATUS = 5  # the column of the status


def standings_section(report: Report, items: Sequence[Judged], measured: Sequence[Judged] = ()) -> Section:
    """How many targets were missed of those that are judged, every figure as the page orders them, then the rest.

    *measured* are figures without a target.
    """
    judged = [item for item in items if item.verdict.status != Status.NOT_JUDGED]
    missed = sum(item.verdict.status == Status.MISSED for item in judged)
    headline = Headline(f"{missed} of {len(judged)}", "judged targets missed") if judged else None
    if headline is None and items:
        headline = Headline(number_word(len(items)).capitalize(), "indicators, none judged")
    groups = (("standings", "Where each stands", items), ("measured", "Measured without a target", measured))
    tables = tuple(standings_table(key, title, group) for key, title, group in groups if group)
    return replace(framed(report), headline=headline, tables=tables)


def standings_table(key: str, title: str, items: Sequence[Judged]) -> PaperTable:
    """Each figure beside its target and the year before."""
    before = items[0].before.period.label
    headings = ("Indicator", "Target", "Actual", before, "Change", "Status")
    return PaperTable(
        key=key,
        title=title,
        columns=tuple(PaperColumn(words, 0 < at < STATUS) for at, words in enumerate(headings)),
        rows=tuple(_row(item, measured_of(item)) for item in items),
        of=len(items),
    )


def _row(item: Judged, measure: Measured) -> tuple[PaperCell, ...]:
    name = f"{item.indicator.code} {item.indicator.name}".strip()
    return (
        PaperCell(name),
        _target(item.now),
        _actual(item.now, actual_text(item.now)),
        _actual(item.before, before_text(item)),
        PaperCell(measure.change or NOTHING),
        PaperCell(measure.status_words, status=item.verdict.status),
    )


def _target(at: Standing) -> PaperCell:
    return PaperCell(target_text(at) if at.target else NOTHING, at.target_value.number)


def _actual(at: Standing, text: str) -> PaperCell:
    """The figure as it is read, with the marks that stand beside it."""
    value = at.actual.value if at.actual else None
    marks = (*(value.notes if value else ()), *([value.marker] if value and value.marker else ()))
    return PaperCell(text or NOTHING, at.value.number, tuple(map(str, marks)))


def indicator_section(report: IndicatorFile) -> Section:
    """The figure that the finding speaks of, its line, and every period."""
    indicator = report.indicator
    unit = measure_words(indicator, report.filters.measure) if indicator else ""
    diagram = whole_of(report.trend, indicator.name if indicator else "", unit)
    charts = (line_chart(diagram),) if diagram else ()
    item = headed(report.history, report.filters.period) or next(iter(report.history), None)
    tables = tuple(filter(None, map(data_table, report.tables)))
    return replace(framed(report), headline=headline_of(item) if item else None, charts=charts, tables=tables)


def headline_of(item: Judged) -> Headline:
    """The one number of an indicator, as its slide shows it."""
    measure = measured_of(item)
    return _headline(expected_number(item, measure) or standing_number(item, measure))


def _headline(shown: Shown) -> Headline:
    status = Status(shown["status"]) if shown["status"] else None
    return Headline(shown["number"], shown["unit"], status, shown["status_words"], shown["facts"])


def trends_section(report: Trends) -> Section:
    """The lines by area and their figures."""
    indicator = report.chosen.indicator if report.chosen else None
    diagram = diagram_of(report.chosen, indicator.name if indicator else "", report.unit)
    tables = tuple(filter(None, map(data_table, report.tables)))
    return replace(framed(report), charts=(line_chart(diagram),) if diagram else (), tables=tables)
