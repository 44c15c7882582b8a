"""Knows how the risks of a plan look as a table: before and after controls, how they moved, what is to be mended."""

from dash import html

from dashboard.domain.filters import Filters
from dashboard.domain.plans.risks import BAND_WORDS, RiskFlag, Score
from dashboard.domain.statistics.rebaselines import day_words
from dashboard.domain.wording import plural, sentence
from dashboard.reports.pages.plan import Plan
from dashboard.reports.planning.lines import RiskLine
from layouts.components.aria import aria
from layouts.components.links import downloads, line_href
from layouts.components.page_head import card
from layouts.components.tables import Content, Heading, data_table
from layouts.planning.action_cards import printed, printed_ref
from layouts.planning.marks import mark, movement_words, score_tag

HEADINGS = (
    Heading("Risk"),
    Heading("Before controls", class_name="standing"),
    Heading("After controls"),
    Heading("Since the last review"),
    Heading("Controls", class_name="wide"),
    Heading("Lead"),
    Heading("Next review"),
)
MOST_SHOWN, FEW = 60, 30  # risks of a page, and of a page with more: the rest is in the list of all
OF_ONE_SCORE = (RiskFlag.RESIDUAL_BLANK, RiskFlag.UNSCORED, RiskFlag.NOT_ITS_PRODUCT)


def risks_card(report: Plan) -> html.Section:
    found = report.contents.risks
    most = MOST_SHOWN if len(found) <= MOST_SHOWN else FEW
    rows = [risk_row(line, report.filters) for line in found[:most]]
    sub = f"A score left blank is missing, not zero. {BAND_WORDS}"
    loads = downloads("plan", report.filters, "risks", "the risks")
    body = data_table("Risks", HEADINGS, rows, class_name="plan living cards")
    return card("Risks", sub, body, *_rest(len(found), most, report), loads, folded=f"Show {plural(len(rows), 'risk')}")


def _rest(count: int, most: int, report: Plan) -> list[Content]:
    if count <= most:
        return []
    link = html.A("all risks in one list", href=line_href("risks", report.filters.partnership))
    return [html.P([f"The first {most} of {count:,} are shown: see ", link, "."], className="sub")]


def risk_row(line: RiskLine, filters: Filters) -> tuple[Content, ...]:
    item, standing = line.item, line.standing
    way = html.A(
        "History and review",
        href=line_href("risks", filters.partnership, item.key),
        **aria(label=f"History and review of risk {item.ref}"),
    )
    name = [printed_ref(item, filters), f" {item.risk}", html.Span(way, className="basis way")]
    return (
        name,
        [
            score_tag(standing.inherent.rating),
            _factors(standing.inherent.impact, standing.inherent.likelihood),
            *_doubted(standing.inherent),
        ],
        [score_tag(standing.residual.rating), *_doubted(standing.residual), *_flags(line)],
        movement_words(standing.movement, standing.before),
        printed(item.controls),
        item.lead or html.Span("blank", className="reason"),
        day_words(standing.next_review) if standing.next_review else html.Span("no date", className="reason"),
    )


def _factors(impact: int | None, likelihood: int | None) -> html.Span:
    shown = ["–" if number is None else str(number) for number in (impact, likelihood)]
    return html.Span(f"impact {shown[0]} × likelihood {shown[1]}", className="basis")


def _flags(line: RiskLine) -> list[Content]:
    """What is to be mended; what is about one score stands in its own place already."""
    return [_flag(flag) for flag in line.standing.flags if flag not in OF_ONE_SCORE]


def _doubted(score: Score) -> list[Content]:
    """Beside the rating that is not what its numbers come to."""
    return [] if score.is_its_product else [_flag(RiskFlag.NOT_ITS_PRODUCT)]


def _flag(flag: RiskFlag) -> html.Div:
    return html.Div(mark(sentence(flag), "near wide-tag", "●"))
