"""Knows the pages of targets as sections: the year's standings, its next targets, how far its forecasts are trusted."""

from collections.abc import Sequence
from dataclasses import replace

from dashboard.domain.targets.status import Status
from dashboard.domain.wording import number_word
from dashboard.reports.indicators.forecast import YearForecast
from dashboard.reports.indicators.judged import Judged
from dashboard.reports.packs.framed import framed
from dashboard.reports.packs.pack import Headline, PaperTable, Section
from dashboard.reports.packs.tabled import Cells, columns, said, standings_table, table, target_cell
from dashboard.reports.packs.tabled import actual_cell as figure_cell
from dashboard.reports.pages.overview import Overview
from dashboard.reports.pages.year_end import NextTarget, YearEnd
from dashboard.reports.report import Report
from dashboard.reports.words.figures import actual_text
from dashboard.reports.words.forecast import meeting_text, needed_text, outturn_texts


def overview_section(report: Overview) -> Section:
    """Targets, exceptions first, and what was measured without one."""
    return standings_section(report, report.tiles, report.measured)


def year_end_section(report: YearEnd) -> Section:
    """The performance table, where the year will probably end, and what is aimed at next."""
    found = standings_section(report, report.rows)
    going_on = [(item, item.year_forecast) for item in report.rows if item.year_forecast]
    further = [_forecasts(going_on)] if going_on else []
    further += [_next_targets(report)] if report.next_targets else []
    return replace(found, tables=(*found.tables, *further), notes=(*found.notes, *report.next_notes))


def standings_section(report: Report, items: Sequence[Judged], measured: Sequence[Judged] = ()) -> Section:
    """How many targets were missed of those that are judged, every figure as the page orders them, then the rest.

    *measured* are figures without a target.
    """
    groups = (("standings", "Where each stands", items), ("measured", "Measured without a target", measured))
    tables = tuple(standings_table(key, title, group) for key, title, group in groups if group)
    return replace(framed(report), headline=missed_of(items), tables=tables)


def missed_of(items: Sequence[Judged]) -> Headline | None:
    """'1 of 3 judged targets missed'; None where there is nothing to count."""
    judged = [item for item in items if item.verdict.status != Status.NOT_JUDGED]
    missed = sum(item.verdict.status == Status.MISSED for item in judged)
    if judged:
        return Headline(f"{missed} of {len(judged)}", "judged targets missed")
    if not items:
        return None
    return Headline(number_word(len(items)).capitalize(), f"indicator{'s' if len(items) > 1 else ''}, none judged")


def _forecasts(items: Sequence[tuple[Judged, YearForecast]]) -> PaperTable:
    words = ("Four times in five it ends at", "Needed from here", "Meeting the target")
    heads = columns("Indicator", "Target", "Expected year end", *words, words=words)
    return table(("outlook", "Where the year will probably end"), heads, (_forecast(*pair) for pair in items))


def _forecast(item: Judged, found: YearForecast) -> Cells:
    expected, between = outturn_texts(found) or ("", "")
    chance = meeting_text(found.chance) if found.chance is not None else ""
    texts = (expected, between, needed_text(found), chance)
    return said(item.indicator.name), target_cell(item.now), *map(said, texts)


def _next_targets(report: YearEnd) -> PaperTable:
    heads = columns("Measure", f"{report.period.label} actual", f"{report.next_label} target")
    return table(("aims", "Next year's targets"), heads, map(_next, report.next_targets))


def _next(item: NextTarget) -> Cells:
    actual = figure_cell(item.now, actual_text(item.now))
    return said(item.indicator.name), actual, target_cell(item.next)
