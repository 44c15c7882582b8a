"""Knows the plan as sections: what to look at first, actions, risks, the calendar, what residents rank, priorities."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from dashboard.domain.documents import SurveyRank
from dashboard.domain.plans.progress import TOLD_AS, ActionStanding
from dashboard.domain.plans.risks import Movement, band_of
from dashboard.domain.statistics.rebaselines import day_words
from dashboard.domain.targets.status import Status
from dashboard.domain.values.numbers import show
from dashboard.domain.wording import number_word, plural, sentence
from dashboard.reports.packs.framed import framed, further
from dashboard.reports.packs.pack import PaperCell, PaperTable, Section
from dashboard.reports.packs.tabled import Cells, columns, said, table
from dashboard.reports.pages.plan import Plan
from dashboard.reports.planning.calendar import PlanEvent
from dashboard.reports.planning.exceptions import Amiss, PlanException
from dashboard.reports.planning.lines import ActionLine, RiskLine

MOST_ROWS = 60  # of an objective, a register or a calendar; the data hold all
LOOKS = {Amiss.WENT_UP: Status.MISSED, Amiss.UNCONFIRMED: Status.NOT_JUDGED}  # of what is not told by how it stands
BLANK = "blank"


def plan_sections(report: Plan) -> tuple[Section, ...]:
    """The finding with what to look at first; a section for each thing that the plan holds."""
    found = report.contents
    first = replace(framed(report), tables=tuple(_some(_exceptions, found.exceptions)))
    others = [
        ("actions", f"{sentence(plural(len(found.actions), 'action'))} by objective", tuple(_objectives(report))),
        ("risks", _risks_title(found.risks), tuple(_some(_risks, found.risks))),
        ("calendar", *_calendar(report)),
        ("residents", "What residents rank highest", tuple(_surveys(found.ranks))),
        ("priorities", "Priorities in the words of each body", tuple(_some(_priorities, report))),
    ]
    return (first, *(replace(further(report, key, title), tables=tables) for key, title, tables in others if tables))


def _some(made: Callable[..., PaperTable | None], items: object) -> Iterator[PaperTable]:
    found = made(items)
    if found is not None and found.rows:
        yield found


def _exceptions(items: Sequence[PlanException]) -> PaperTable:
    heads = columns("Line of the plan", "What", "Why", "Lead", words=("What", "Why", "Lead"))
    return table(("exceptions", "What to look at first"), heads, map(_exception, items[:MOST_ROWS]), len(items))


def _exception(item: PlanException) -> Cells:
    line = item.line
    words = line.words if isinstance(line, ActionLine) else line.item.risk
    return (
        said(f"{line.item.ref} {words}"),
        _amiss(item),
        said(sentence(item.words)),
        said(line.item.lead or BLANK),
    )


def _amiss(item: PlanException) -> PaperCell:
    if isinstance(item.line, ActionLine) and item.amiss is not Amiss.UNCONFIRMED:
        return action_status(item.line.standing)
    return said(sentence(item.amiss), LOOKS.get(item.amiss, Status.NEAR))


def _objectives(report: Plan) -> Iterator[PaperTable]:
    heads = columns("Action", "Status", "Lead", "Due", words=("Status", "Lead", "Due"))
    for at, (name, lines) in enumerate(report.objectives):
        rows = map(action_row, lines[:MOST_ROWS])
        yield table((f"objective-{at + 1}", name or "Actions"), heads, rows, len(lines))


def action_row(line: ActionLine) -> Cells:
    """An action with how it stands, who leads it, and when it is due."""
    due = day_words(line.standing.due) if line.standing.due else line.item.due
    name = said(f"{line.item.ref} {line.words or 'no action printed'}")
    return name, action_status(line.standing), said(line.item.lead or BLANK), said(due)


def action_status(standing: ActionStanding) -> PaperCell:
    """'Overdue: at risk', 'On track', or why there is no status."""
    if standing.days_over:
        return said(f"Overdue{f': {standing.status}' if standing.status else ''}", Status.MISSED)
    if standing.status is None:
        return said(sentence(standing.reason), Status.NOT_JUDGED)
    return said(sentence(standing.status), TOLD_AS[standing.status])


def _risks_title(lines: Sequence[RiskLine]) -> str:
    up = sum(line.standing.movement is Movement.UP for line in lines)
    went = f", {number_word(up)} went up since the review before" if up else ""
    return f"{sentence(plural(len(lines), 'risk'))}{went}"


def _risks(lines: Sequence[RiskLine]) -> PaperTable:
    names = ("Before controls", "After controls", "Since the last review", "Lead", "Next review")
    rows = map(risk_row, lines[:MOST_ROWS])
    return table(("risks", "Risks"), columns("Risk", *names, words=names), rows, len(lines))


def risk_row(line: RiskLine) -> Cells:
    """A risk before and after its controls; a score left blank is missing, not zero."""
    standing = line.standing
    review = day_words(standing.next_review) if standing.next_review else "no date"
    moved = "no review yet" if standing.movement is None else f"{standing.movement}{_from(standing.before)}"
    return (
        said(f"{line.item.ref} {line.item.risk}"),
        _score(standing.inherent.rating),
        _score(standing.residual.rating),
        said(moved),
        said(line.item.lead or BLANK),
        said(review),
    )


def _from(before: int | None) -> str:
    return "" if before is None else f", {before} before"


def _score(rating: int | None) -> PaperCell:
    return said(BLANK if rating is None else f"{rating} {band_of(rating)}")


def _calendar(report: Plan) -> tuple[str, tuple[PaperTable, ...]]:
    """What comes next, from the day of the plan on, under its title; what is past is in the data."""
    day = report.contents.day
    items = [item for item in report.contents.events if item.last >= day]
    names = ("When", "Kind", "Lead")
    rows = map(_event, items[:MOST_ROWS])
    found = table(("calendar", "What comes next"), columns("What", *names, words=names), rows, len(items))
    title = f"{sentence(plural(len(items), 'date'))} from {day_words(day)} on"
    return title, (found,) if items else ()


def _event(item: PlanEvent) -> Cells:
    when = day_words(item.first) + (f" to {day_words(item.last)}" if item.last != item.first else "")
    return said(item.words), said(when), said(sentence(item.kind)), said(item.lead)


def _surveys(ranks: Sequence[SurveyRank]) -> Iterator[PaperTable]:
    """A survey a table: a rank a row, an area or round a column."""
    for at, name in enumerate(dict.fromkeys(item.survey for item in ranks)):
        items = [item for item in ranks if item.survey == name]
        groups = list(dict.fromkeys(item.group for item in items))
        heads = columns("Rank", *(group or "All" for group in groups), words=[group or "All" for group in groups])
        rows = [(said(str(rank)), *(_concern(items, rank, group) for group in groups)) for rank in _ranks(items)]
        yield table((f"survey-{at + 1}", name), heads, rows)


def _ranks(items: Sequence[SurveyRank]) -> list[int]:
    return sorted({item.rank for item in items})


def _concern(items: Sequence[SurveyRank], rank: int, group: str) -> PaperCell:
    found = [item for item in items if (item.rank, item.group) == (rank, group)]
    texts = (f"{item.source.text}{f' ({show(item.percent)}%)' if item.percent is not None else ''}" for item in found)
    return said("; ".join(texts))


def _priorities(report: Plan) -> PaperTable:
    found = report.contents.priorities
    rows = ((said(item.text), said(item.body), said(item.objective)) for item in found)
    names = ("Set by", "Objective")
    return table(("priorities", "Priorities"), columns("Priority", *names, words=names), rows)
