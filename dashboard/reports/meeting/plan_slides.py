"""Knows one action or risk of a plan as a slide: how it stands on the day, who leads it, and what was said last."""

from collections.abc import Sequence

from dashboard.domain.filters import Filters
from dashboard.domain.meetings.record import SEVERAL
from dashboard.domain.plans.progress import TOLD_AS
from dashboard.domain.plans.risks import Score
from dashboard.domain.records import SourceCell
from dashboard.domain.snapshots.slides import ListedRow, Listing, Slide
from dashboard.domain.statistics.rebaselines import day_words
from dashboard.domain.targets.status import Status
from dashboard.domain.wording import first_words, listed_or, plural, sentence
from dashboard.questions.store import Store
from dashboard.reports.meeting.addresses import address_of
from dashboard.reports.planning.exceptions import PlanException, exceptions
from dashboard.reports.planning.lines import ActionLine, RiskLine
from dashboard.reports.planning.lists import PlanLists, plan_lists

MOST_ROWS = 5  # of lines that take two lines each
LONGEST_TITLE = 120  # characters that are read from the back of a room
Facts = tuple[tuple[str, str], ...]


def plan_slide(store: Store, filters: Filters, key: str) -> Slide | None:
    """The action or risk of a *key*; None where the plan has none such."""
    lists = plan_lists(store, filters)
    if key.startswith(SEVERAL):
        return _several(lists, key.removeprefix(SEVERAL).split(", "))
    action, risk = lists.action(key), lists.risk(key)
    if action is not None:
        return _action(lists, action)
    return _risk(lists, risk) if risk is not None else None


def _several(lists: PlanLists, amiss: Sequence[str]) -> Slide | None:
    """The lines of the plan with which one thing is the matter, the worst first; None where there are none by now."""
    found = [item for item in exceptions(lists.actions, lists.risks) if item.amiss in amiss]
    if not found:
        return None
    rows = tuple(_amiss(item) for item in found[:MOST_ROWS])
    title = sentence(f"{plural(len(found), 'line')} of the plan: {listed_or(amiss)}")
    return Slide(
        address=address_of("plan", lists.filters),
        place=f"{lists.name} · plan",
        title=title,
        listing=Listing("Lines of the plan", ("Ref", "Line of the plan", "Why", "Lead"), (), rows, len(found)),
        sources=tuple(f"{item.line.item.source.document}: {item.line.item.source.place}" for item in found),
    )


def _amiss(item: PlanException) -> ListedRow:
    line = item.line
    words = line.words if isinstance(line, ActionLine) else line.item.risk
    return ListedRow((line.item.ref, first_words(words, LONGEST_TITLE), sentence(item.words), line.item.lead or "–"))


def _action(lists: PlanLists, line: ActionLine) -> Slide:
    standing, item = line.standing, line.item
    facts = (
        ("Led by", item.lead),
        ("Due", day_words(standing.due) if standing.due else item.due),
        ("Was due", _moved(line)),
        ("Said last", _said(line)),
        ("Objective", item.objective),
        ("Measure", dict(item.cells).get("measure", "")),
    )
    return _slide(lists, (item.ref, line.words, item.source), facts=facts, **_stands(line))


def _stands(line: ActionLine) -> dict[str, str]:
    """How late an action is, with what was recorded of it; else what was recorded alone."""
    standing, late = line.standing, line.standing.days_over
    recorded = str(standing.status or standing.reason)
    if late:
        words = f"Overdue; {f'recorded as {recorded}' if standing.status else recorded}"
        unit = "day overdue" if late == 1 else "days overdue"
        return {"number": f"{late:,}", "unit": unit, "status": str(Status.MISSED), "status_words": words}
    status = TOLD_AS[standing.status] if standing.status else Status.NOT_JUDGED
    return {"number": sentence(recorded), "status": str(status)}


def _moved(line: ActionLine) -> str:
    """When it was due at first, and why that moved."""
    standing = line.standing
    if standing.original is None or standing.due == standing.original:
        return ""
    return f"{day_words(standing.original)} at first: {standing.why_moved}"


def _said(line: ActionLine) -> str:
    latest = line.standing.latest
    return f"{latest.words} ({day_words(latest.day)})" if latest and latest.words else ""


def _risk(lists: PlanLists, line: RiskLine) -> Slide:
    standing, item = line.standing, line.item
    now = standing.now
    return _slide(
        lists,
        (item.ref, item.risk, item.source),
        number="Not scored" if now is None else str(now),
        unit="" if now is None else "after controls" if standing.residual.rating is not None else "before controls",
        facts=(
            ("At the review before", "" if standing.before is None else str(standing.before)),
            ("Before controls", _score(standing.inherent)),
            ("After controls", _score(standing.residual) or "left blank"),
            ("Led by", item.lead),
            ("Controls", item.controls),
        ),
    )


def _score(score: Score) -> str:
    """'4 × 5 = 20': impact, likelihood and what they come to."""
    if score.rating is None:
        return ""
    return f"{score.impact} × {score.likelihood} = {score.rating}" if score.product is not None else str(score.rating)


def _slide(lists: PlanLists, named: tuple[str, str, SourceCell], **shown: object) -> Slide:
    ref, words, source = named
    facts = tuple((term, said) for term, said in shown.pop("facts") if said)  # type: ignore[attr-defined]
    return Slide(
        address=address_of("plan", lists.filters),
        place=f"{lists.name} · plan",
        title=first_words(f"{ref} {words}", LONGEST_TITLE),
        facts=facts,
        sources=(f"{source.document}: {source.place}",),
        **shown,  # type: ignore[arg-type]
    )
