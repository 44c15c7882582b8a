"""Knows how a place looks: figures with status, priorities, hotspots by name, and what of the plan names it."""

from collections.abc import Sequence
from enum import StrEnum

from dash import html

from dashboard.domain.choices import Measure
from dashboard.domain.documents import Priority
from dashboard.domain.filters import Filters
from dashboard.domain.statistics.hotspots import HotspotClass
from dashboard.domain.targets.status import Status
from dashboard.domain.values.numbers import show
from dashboard.reports.indicators.judged import Judged
from dashboard.reports.indicators.offered import code_words
from dashboard.reports.pages.place import PlacePage
from dashboard.reports.places.directory import PlaceLine
from dashboard.reports.street.hotspot_words import CLASS_WORDS
from dashboard.reports.street.ranking import Spot
from dashboard.reports.words.figures import STATUS_WORDS
from layouts.cards.performance_rows import actual_cell, change_cell, target_cell
from layouts.components.links import indicator_href, page_href, to_cell
from layouts.components.markup import region
from layouts.components.most_shown import first_rows, rest_of
from layouts.components.page_head import card, notes_block, page_head
from layouts.components.skeleton import page_frame
from layouts.components.tables import Content, Heading, data_table
from layouts.components.tags import short_tag, tag
from layouts.planning.place_cards import actions_of_place, meetings_of_place

COUNTED = {Status.MISSED: "Missed", Status.NEAR: "Near", Status.MET: "Met", Status.NOT_JUDGED: "Not judged"}


class Ids(StrEnum):
    HEAD = "place-head"
    FIGURES = "place-figures"
    MORE = "place-more"


def layout() -> html.Div:
    return page_frame(
        region(Ids.HEAD, "page-head"),
        region(Ids.FIGURES, awaits=False),
        region(Ids.MORE, "more-cards below", awaits=False),
    )


def head(report: PlacePage) -> list[Content]:
    return [*page_head(report), _ways(report)]


def _ways(report: PlacePage) -> html.P:
    """The same place on other pages, and the whole that it is a part of."""
    names = (("overview", "Overview"), ("trends", "Trends"), ("scrutiny", "Who watches what"))
    links: list[Content] = [html.A(words, href=page_href(page, report.filters)) for page, words in names]
    if report.has_harm:
        links.append(html.A("Harm", href=page_href("drill-down", report.filters.with_(measure=Measure.HARM))))
    if not report.is_whole:
        links.append(html.A("All places", href=page_href("place", report.filters.with_(area=""))))
    return html.P([part for link in links for part in (" · ", link)][1:], className="downloads")


def figures(report: PlacePage) -> list[html.Section]:
    """A row an indicator; columns of targets only where there is one."""
    if not report.figures:
        return []
    aimed = any(item.now.target for item in report.figures)
    names = (Heading("Target", number=True),) if aimed else ()
    headings = (
        *(Heading("Indicator"), Heading("Period"), *names, Heading("Actual", number=True)),
        *(Heading("Change on year", number=True), *((Heading("Status", class_name="standing"),) if aimed else ())),
    )
    rows = [_figure_row(item, report.filters, aimed=aimed) for item in first_rows(report.figures)]
    heading = "Figures and their status" if aimed else "Figures"
    sub = f"{'What needs a word first; e' if aimed else 'E'}very number leads to the cell it was read from"
    body = data_table(heading, headings, rows, class_name="cards")
    return [card(heading, sub, body, *rest_of(len(report.figures), "indicators"))]


def _figure_row(item: Judged, filters: Filters, *, aimed: bool) -> tuple[Content, ...]:
    code = [html.Span(code_words(item.indicator.code), className="code")] if item.indicator.code else []
    name = [*code, html.A(item.indicator.name, href=indicator_href(filters, item.indicator.slug))]
    actual, moved = actual_cell(item.now, filters), change_cell(item)
    if not aimed:
        return name, item.now.period.label, actual, moved
    status: Content = short_tag(item) if item.now.target else html.Span("no target", className="reason")
    return name, item.now.period.label, target_cell(item.now, filters), actual, moved, status


def more(report: PlacePage) -> list[Content]:
    parts: list[Content] = [html.Div([_priorities(report), *_hotspots(report), *_ranks(report)], className="abreast")]
    if report.planned.every_action:
        parts.append(actions_of_place(report))
    if report.planned.every_meeting:
        parts.append(meetings_of_place(report))
    if report.lines:
        parts.append(_places(report))
    if report.notes:
        parts.append(card("Notes", "", notes_block(report)))
    return parts


def _priorities(report: PlacePage) -> html.Section:
    """Those of the place; where it has none, those of the partnership that it is a part of."""
    found = report.priorities or report.wider
    if not found:
        return card("Priorities", "", html.P(f"No priority is published for {report.area.name}."))
    bodies = dict.fromkeys(item.body for item in found)
    lists = [_of_body(body, [item for item in found if item.body == body], report.filters) for body in bodies]
    alone = f"No priority is set for {report.area.name} alone: these are for all of the partnership"
    return card("Priorities", "In the words of each body that set them" if report.priorities else alone, *lists)


def _of_body(body: str, items: Sequence[Priority], filters: Filters) -> html.Div:
    return html.Div([html.H3(body), html.Ol([html.Li(_priority(item, filters)) for item in items])])


def _priority(item: Priority, filters: Filters) -> list[Content]:
    objective = [html.Span(item.objective, className="basis")] if item.objective else []
    return [to_cell(filters, item.text, [item.source]), *objective]


def _hotspots(report: PlacePage) -> list[html.Section]:
    """What a document names, then what is ranked; each says whose word it is."""
    hot, parts = report.hot, list[Content]()
    if hot.named:
        lines = [html.Li(to_cell(report.filters, item.text, [item.source])) for item in hot.named]
        where = "" if report.is_whole else f" It does not print which of them lie in {report.area.name}."
        parts += [html.P(f"Named in the document under “{hot.named[0].body}”.{where}"), html.Ul(lines)]
    if hot.spots and hot.filters:
        parts += _ranked(hot.spots, hot.counted, hot.filters)
    heading = "Hotspots by name" if hot.named or any(map(_is_hot, hot.spots)) else "Where most was counted"
    return [card(heading, "", *parts)] if parts else []


def _is_hot(item: Spot) -> bool:
    return item.kind not in (HotspotClass.NOT_HOT, HotspotClass.NOT_JUDGED)


def _ranked(spots: Sequence[Spot], counted: str, filters: Filters) -> list[Content]:
    headings = (Heading("Place"), Heading("Incidents", True), Heading("Share", True), Heading("Class"))
    rows = [_spot_row(item, filters) for item in spots]
    return [
        html.P(counted, className="sub"),
        data_table("Where most was counted", headings, rows, class_name="cards"),
        html.P(html.A("All hotspots", href=page_href("hotspots", filters))),
    ]


def _spot_row(item: Spot, filters: Filters) -> tuple[Content, ...]:
    link = html.A(item.place.known_as, href=page_href("drill-down", filters.with_(area=item.place.key)))
    return link, f"{item.now:,}", show(item.share, 1, percent=True), CLASS_WORDS[item.kind]


def _ranks(report: PlacePage) -> list[html.Section]:
    surveys = dict.fromkeys((item.survey, item.period) for item in report.ranks)
    lists = [_survey(report, *survey) for survey in surveys]
    return [card("What residents rank highest", "The highest first", *lists)] if lists else []


def _survey(report: PlacePage, survey: str, period: str) -> html.Div:
    asked = (item for item in report.ranks if (item.survey, item.period) == (survey, period))
    found = sorted(asked, key=lambda item: item.rank)
    items = [html.Li(to_cell(report.filters, item.source.text, [item.source])) for item in found]
    return html.Div([html.H3(f"{survey} {period}".strip()), html.Ol(items)])


def _places(report: PlacePage) -> html.Section:
    """Each place with how many of its targets stand how; a status that none has takes no column."""
    every = {status: words for status, words in COUNTED.items() if any(_has(line, status) for line in report.lines)}
    columns = [Heading(words, number=True) for words in every.values()]
    judged = report.lines[0].counted is not None
    columns += [Heading("Figures without a target", number=True)] if judged else []
    rows = [_place_row(line, report, list(every)) for line in first_rows(report.lines)]
    table = data_table("Places", (Heading("Place"), Heading("Level"), *columns), rows, class_name="cards")
    sub = f"How their figures stand in {report.filters.period.label}" if judged else ""
    return card("Places", sub, table, *rest_of(len(report.lines), "places"))


def _has(line: PlaceLine, status: Status) -> bool:
    return bool(line.counted and line.counted.get(status))


def _place_row(line: PlaceLine, report: PlacePage, order: list[Status]) -> tuple[Content, ...]:
    link = html.A(line.area.name, href=page_href("place", report.filters.with_(area=line.area.key)))
    named: Content = html.B(line.area.name) if line.area.slug == report.area.slug else link
    if line.counted is None:
        return named, line.area.level
    counts = [_count(status, line.counted.get(status, 0)) for status in order]
    return named, line.area.level, *counts, str(line.measured)


def _count(status: Status, count: int) -> Content:
    return tag(status, f"{count} {STATUS_WORDS[status].lower()}") if count else "0"
