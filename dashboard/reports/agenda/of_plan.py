"""Knows what a plan puts on an agenda: actions that are overdue or at risk on the day, and risks that moved."""

from collections.abc import Iterator, Sequence
from datetime import date

from dashboard.domain.filters import Filters
from dashboard.domain.meetings.record import SEVERAL, AgendaItem, ItemKind
from dashboard.domain.plans.risks import Movement
from dashboard.domain.records import Scope
from dashboard.domain.wording import plural, sentence
from dashboard.questions.store import Store
from dashboard.reports.agenda.rest import MOST_OF_A_RULE, first_names, line_name
from dashboard.reports.meeting.addresses import address_of
from dashboard.reports.planning.exceptions import LONGEST_AGO, Amiss, PlanException, exceptions
from dashboard.reports.planning.lines import ActionLine, RiskLine, action_lines, risk_lines

KINDS = {Amiss.OVERDUE: ItemKind.OVERDUE, Amiss.AT_RISK: ItemKind.AT_RISK}
WAYS = {Movement.UP: "Up", Movement.DOWN: "Down"}


def several(*amiss: Amiss) -> str:
    """The key of an item on several lines of the plan: what is the matter with them."""
    return f"{SEVERAL}{', '.join(amiss)}"


def of_plan(store: Store, filters: Filters, day: date, since: date | None) -> Iterator[AgendaItem]:
    """What is overdue or at risk on *day*, and what moved *since* the last meeting."""
    scope, address = Scope(filters.partnership), address_of("plan", filters)
    actions, risks = action_lines(store, scope, day), risk_lines(store, scope, day)
    yield from _actions(actions, address)
    yield from _risks([line for line in risks if _has_moved(line, since)], address)


def _actions(actions: Sequence[ActionLine], address: str) -> Iterator[AgendaItem]:
    """Those that somebody follows, each an item; those of which nobody says how they stand are one together."""
    found = exceptions(actions, ())
    followed = [item for item in found if item.amiss in KINDS]
    for item in followed[:MOST_OF_A_RULE]:
        line = item.line.item
        words = f"{line.ref} {item.line.words}".strip() if isinstance(item.line, ActionLine) else line.ref
        why = f"{sentence(item.words_that_stay)}. Led by {line.lead or 'nobody named'}."
        yield AgendaItem(0, KINDS[item.amiss], words, address, key=line.key, why=why, today=_late(item))
    if rest := followed[MOST_OF_A_RULE:]:
        words = sentence(f"{plural(len(rest), 'more action')} overdue or at risk")
        why, key = first_names(line_name(item.line) for item in rest), several(Amiss.OVERDUE, Amiss.AT_RISK)
        yield AgendaItem(0, KINDS[rest[0].amiss], words, address, key=key, why=why)
    if past := [item for item in found if item.amiss is Amiss.PAST]:
        words = sentence(
            f"{plural(len(past), 'action')} past {'its' if len(past) == 1 else 'their'} date, with no status recorded"
        )
        why = first_names(line_name(item.line) for item in past)
        yield AgendaItem(0, ItemKind.OVERDUE, words, address, key=several(Amiss.PAST), why=why)


def _late(item: PlanException) -> str:
    """'20 days overdue.'; nothing of what is not, or so long that its date says more."""
    days = item.line.standing.days_over if isinstance(item.line, ActionLine) else 0
    return f"{sentence(plural(days, 'day'))} overdue." if 0 < days <= LONGEST_AGO else ""


def _has_moved(line: RiskLine, since: date | None) -> bool:
    latest = line.standing.latest
    is_new = latest is not None and (since is None or latest.day >= since)
    return is_new and line.standing.movement in WAYS


def _risks(moved: Sequence[RiskLine], address: str) -> Iterator[AgendaItem]:
    for line in moved[:MOST_OF_A_RULE]:
        standing, item = line.standing, line.item
        way = WAYS.get(standing.movement, "") if standing.movement else ""
        words = f"{item.ref} {item.risk}".strip()
        why = f"{way} from {standing.before} to {standing.now}. Led by {item.lead or 'nobody named'}."
        yield AgendaItem(0, ItemKind.RISK, words, address, key=item.key, why=why)
    if rest := moved[MOST_OF_A_RULE:]:
        words = sentence(f"{plural(len(rest), 'more risk')} that moved")
        yield AgendaItem(0, ItemKind.RISK, words, address, why=first_names(map(line_name, rest)))
