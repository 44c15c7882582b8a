"""Knows a page as one slide: its finding, the number that carries it, one chart or table, and what it rests on."""

from collections.abc import Sequence

from dashboard.domain.snapshots.slides import Slide
from dashboard.domain.targets.status import Status
from dashboard.domain.wording import first_words, number_word
from dashboard.reports.indicators.judged import Judged
from dashboard.reports.meeting.addresses import address_of, indicator_address
from dashboard.reports.meeting.diagrams import diagram_of, whole_of
from dashboard.reports.meeting.listings import listing_of, standings_of
from dashboard.reports.meeting.measured import measured_of
from dashboard.reports.meeting.numbers import expected_number, standing_number
from dashboard.reports.meeting.street_slides import crimes_listed, spots_listed
from dashboard.reports.pages.drill_down import DrillDown
from dashboard.reports.pages.hotspots import Hotspots
from dashboard.reports.pages.indicator import IndicatorFile
from dashboard.reports.pages.overview import Overview
from dashboard.reports.pages.trends import Trends
from dashboard.reports.pages.year_end import YearEnd
from dashboard.reports.performance.measures import measure_words
from dashboard.reports.performance.series import Trend
from dashboard.reports.report import Report
from dashboard.reports.words.indicator import headed

MOST_SOURCES = 12
LONGEST_SOURCE = 160  # characters: a printed cell may be a paragraph


def slide_of(report: Report) -> Slide:
    """What one screen shows of *report*."""
    if isinstance(report, IndicatorFile):
        return _of_indicator(report)
    if isinstance(report, Trends):
        return _of_trends(report)
    if isinstance(report, (Overview, YearEnd)):
        return _of_standings(report, report.tiles if isinstance(report, Overview) else report.rows)
    if isinstance(report, DrillDown):
        return _slide(report, listing=crimes_listed(report))
    if isinstance(report, Hotspots):
        return _slide(report, listing=spots_listed(report))
    return _slide(report, listing=listing_of(report), sources=_sources(report))


def _slide(report: Report, **shown: object) -> Slide:
    """The heading of *report* with what is *shown* under it."""
    return Slide(
        address=address_of(report.page, report.filters),
        place=report.place,
        title=report.title,
        lede=report.empty or report.lede,
        notes=report.notes,
        **shown,  # type: ignore[arg-type]
    )


def _sources(report: Report) -> tuple[str, ...]:
    return tuple(dict.fromkeys(first_words(item.words(), LONGEST_SOURCE) for item in report.sources))[:MOST_SOURCES]


def _of_standings(report: Report, items: Sequence[Judged]) -> Slide:
    """How many targets were missed of those that are judged, and the figures, exceptions first."""
    measures = tuple(map(measured_of, items))
    judged = [item for item in measures if item.status != Status.NOT_JUDGED]
    missed = sum(item.status == Status.MISSED for item in judged)
    addresses = (indicator_address(report.filters, item) for item in items)
    return _slide(
        report,
        number=f"{missed} of {len(judged)}" if judged else number_word(len(measures)).capitalize(),
        unit=_counted(len(judged), len(measures)),
        listing=standings_of(measures, addresses, "Where each stands"),
        measures=measures,
        sources=tuple(dict.fromkeys(source for item in measures for source in item.sources)),
    )


def _counted(judged: int, measures: int) -> str:
    if judged:
        return "target missed" if judged == 1 else "judged targets missed"
    return "indicator, none judged" if measures == 1 else "indicators, none judged"


def _of_indicator(report: IndicatorFile) -> Slide:
    """The figure that the finding speaks of, and its line."""
    unit = measure_words(report.indicator, report.filters.measure) if report.indicator else ""
    diagram = whole_of(report.trend, report.indicator.name if report.indicator else "", unit)
    item = headed(report.history, report.filters.period) or next(iter(report.history), None)
    drawn = {"diagram": diagram, "listing": None if diagram else listing_of(report)}
    if item is None:
        return _slide(report, **drawn)
    measure = measured_of(item)
    number = expected_number(item, measure) or standing_number(item, measure)
    return _slide(report, **number, **drawn, measures=(measure,), sources=measure.sources)


def _of_trends(report: Trends) -> Slide:
    indicator = report.chosen.indicator if report.chosen else None
    diagram = diagram_of(report.chosen, indicator.name if indicator else "", report.unit)
    listing = None if diagram else listing_of(report)
    return _slide(report, diagram=diagram, listing=listing, sources=_drawn_from(report.chosen))


def _drawn_from(trend: Trend | None) -> tuple[str, ...]:
    """The cells of the lines, the newest of each first."""
    lines = trend.lines if trend else ()
    cells = (cell for line in lines for point in reversed(line.points) for cell in point.cells)
    return tuple(dict.fromkeys(f"{cell.document}: {cell.place}" for cell in cells))[:MOST_SOURCES]
