"""Knows one indicator as sections: its line, where its year will end, how its areas compare, whether it is real."""

import re
from dataclasses import replace

from dashboard.domain.statistics.series import PARTS_OF_A_YEAR
from dashboard.domain.targets.status import Status
from dashboard.domain.wording import first_words, name_inside
from dashboard.reports.comparison.words import details, finding
from dashboard.reports.indicators.control import Control
from dashboard.reports.indicators.forecast import YearForecast, record_words, words
from dashboard.reports.indicators.judged import Judged
from dashboard.reports.meeting.diagrams import diagram_of, whole_of
from dashboard.reports.meeting.measured import measured_of
from dashboard.reports.meeting.numbers import expected_number, standing_number
from dashboard.reports.packs.charts import LineChart
from dashboard.reports.packs.drawn.compared import compared_table, ranked_chart
from dashboard.reports.packs.drawn.control import control_chart
from dashboard.reports.packs.drawn.lines import line_chart, lines_table
from dashboard.reports.packs.drawn.outlook import outlook_chart, outlook_table
from dashboard.reports.packs.framed import framed, further
from dashboard.reports.packs.pack import Headline, Section
from dashboard.reports.packs.tabled import history_table
from dashboard.reports.pages.indicator import IndicatorFile
from dashboard.reports.pages.trends import Trends
from dashboard.reports.performance.measures import measure_words
from dashboard.reports.report import Report
from dashboard.reports.words import control as control_words
from dashboard.reports.words.indicator import headed

LONGEST_TITLE = 140
BRACKETS = re.compile(r" \([^()]*\)")


def indicator_sections(report: IndicatorFile) -> tuple[Section, ...]:
    """The finding first; each further question of the page is a section of its own."""
    return (
        indicator_section(report),
        *_outlook(report, report.year_forecast),
        *_comparison(report),
        *_control(report, report.control),
    )


def indicator_section(report: IndicatorFile) -> Section:
    """The figure that the finding speaks of, its line, and every period."""
    item = headed(report.history, report.filters.period) or next(iter(report.history), None)
    chart = _line(report)
    long = [at for at in report.history if at.now.period.kind not in PARTS_OF_A_YEAR]
    return replace(
        framed(report),
        headline=headline_of(item) if item else None,
        charts=(chart,) if chart else (),
        tables=(history_table(long or report.history),) if report.history else (),
    )


def _line(report: IndicatorFile) -> LineChart | None:
    indicator = report.indicator
    if indicator is None:
        return None
    diagram = whole_of(report.trend, indicator.name, measure_words(indicator, report.filters.measure))
    return line_chart(diagram) if diagram else None


def headline_of(item: Judged) -> Headline:
    """The one number of an indicator, as its slide shows it."""
    measure = measured_of(item)
    shown = expected_number(item, measure) or standing_number(item, measure)
    status = Status(shown["status"]) if shown["status"] else None
    return Headline(shown["number"], shown["unit"], status, shown["status_words"], shown["facts"])


def _outlook(report: IndicatorFile, found: YearForecast | None) -> tuple[Section, ...]:
    chart = outlook_chart(found) if found else None
    if found is None or chart is None:
        return ()
    first, *rest = words(found)
    title = f"{found.indicator.name}: {first}".rstrip(".")
    section = further(report, "outlook", _short(title))
    said = " ".join((*([first] if len(title) > LONGEST_TITLE else []), *rest))
    return (
        replace(
            section, lede=said, charts=(chart,), tables=(outlook_table(found),), notes=(record_words(found.record),)
        ),
    )


def _short(title: str, clause: str = "") -> str:
    """A title that is read at a glance: what stands in brackets goes first, its last *clause*, then its last words."""
    if len(title) <= LONGEST_TITLE:
        return title
    bare = BRACKETS.sub("", title)
    if clause and len(bare) > LONGEST_TITLE:
        bare = bare.partition(clause)[0]
    cut = first_words(bare, LONGEST_TITLE)
    return cut if cut == bare else f"{cut.rpartition(' ')[0]}…"


def _comparison(report: IndicatorFile) -> tuple[Section, ...]:
    found = report.comparison
    if found is None:
        return ()
    chart = ranked_chart(found)
    said = finding(found)
    begins_with_area = any(said.startswith(item.area.name) for item in found.areas)
    title = f"{found.indicator.name}: {said if begins_with_area else name_inside(said)}".rstrip(".")
    section = further(report, "compared", _short(title, "; "))
    lede = said if len(title) > LONGEST_TITLE else ""
    tables, notes = (compared_table(found),), tuple(details(found))
    return (replace(section, lede=lede, charts=(chart,) if chart else (), tables=tables, notes=notes),)


def _control(report: Report, found: Control | None) -> tuple[Section, ...]:
    if found is None or not found.tells_more:
        return ()
    section = further(report, "control", f"{found.indicator.name}, {control_words.words(found)}".rstrip("."))
    kind = found.periods[0].kind.replace("-", " ")
    note = f"Control chart of {len(found.periods)} {kind}s; runs of {found.chart.run_length} count as a signal."
    notes = tuple(filter(None, (note, control_words.season_words(found))))
    return (replace(section, charts=(control_chart(found),), notes=notes),)


def trends_sections(report: Trends) -> tuple[Section, ...]:
    """The lines by area and their figures, then whether the newest is real."""
    indicator = report.chosen.indicator if report.chosen else None
    diagram = diagram_of(report.chosen, indicator.name if indicator else "", report.unit)
    tables = (lines_table(report.chosen),) if report.chosen else ()
    found = replace(framed(report), charts=(line_chart(diagram),) if diagram else (), tables=tables)
    return (found, *_control(report, report.control))
