"""Knows the page of one action: how it stands, everything said of it, and the form that says more."""

from collections.abc import Sequence

from markupsafe import Markup

from dashboard.domain.plans.progress import ActionStatus, ActionUpdate
from dashboard.domain.plans.updates import LONGEST_REASON
from dashboard.domain.statistics.rebaselines import day_words
from dashboard.domain.wording import sentence, start_of
from dashboard.reports.planning.exceptions import due_words
from dashboard.reports.planning.lines import ActionLine
from dashboard.reports.planning.lists import PlanLists
from layouts.components.drafts import draft_fields, sending
from layouts.components.fields import Filled, date_field, radio_field, text_field
from layouts.components.links import cell_href, line_href
from layouts.components.markup import Child, tag
from layouts.plain.page import Link, card, facts
from layouts.plain.plans.line import LineHead, aims, line_page, said_beside, said_entry, signed_words
from layouts.planning.action_cards import WORDS
from layouts.planning.marks import action_tag, status_tag

LONGEST_TITLE = 90
CHOICES = (
    (ActionStatus.NOT_STARTED, "Not started"),
    (ActionStatus.ON_TRACK, "On track"),
    (ActionStatus.AT_RISK, "At risk: it may not be done by its date"),
    (ActionStatus.DONE, "Done"),
)


def offered_of_action(line: ActionLine) -> dict[str, str]:
    """What the form holds before anything is typed: how the action stands now."""
    standing, latest = line.standing, line.updates[-1] if line.updates else None
    return {
        "status": str(standing.status or ""),
        "due": standing.due.isoformat() if standing.due else "",
        "seen": str(latest.number if latest else 0),
    }


def action_page(navigation: Sequence[Link], lists: PlanLists, line: ActionLine, filled: Filled | None) -> str:
    name = f"Action {line.item.ref}".strip()
    head = LineHead(name, start_of(f"{name}: {line.words}", LONGEST_TITLE), _lede(line))
    said = said_beside([_said(item) for item in line.updates], _form(line, lists, filled) if filled else "")
    return line_page(navigation, lists, head, filled, [_as_planned(line, lists), said])


def _lede(line: ActionLine) -> list[Child]:
    due = due_words(line)
    return [action_tag(line.standing), f" {sentence(due)}." if due else " No date is set."]


def _as_planned(line: ActionLine, lists: PlanLists) -> Markup:
    item, standing = line.item, line.standing
    pairs: list[tuple[str, Child]] = [("Action", line.words or "no action printed")]
    pairs += [("Objective", item.objective)] if item.objective else []
    pairs += [(WORDS[name], text) for name, text in item.cells if name in WORDS and text]
    if standing.has_moved and standing.due and standing.original:
        first = f"{day_words(standing.due)}; first {day_words(standing.original)}. {standing.why_moved}"
        pairs.append(("Due now", first))
    pairs.append(("Aims at", aims(line.indicators, lists)))
    pairs.append(("Read from", tag("a", item.source.place, href=cell_href(lists.filters, item.source))))
    return card("As planned", facts(*pairs))


def _said(item: ActionUpdate) -> Markup:
    moved = f" Due {day_words(item.due)}: {item.reason}" if item.due else ""
    head = [status_tag(item.status), moved]
    return said_entry(head, item.words, f"{item.author}, {day_words(item.day)}")


def _form(line: ActionLine, lists: PlanLists, filled: Filled) -> Markup:
    form = tag(
        "form",
        draft_fields(filled.draft),
        radio_field(filled, "status", "How it stands", [(str(value), words) for value, words in CHOICES]),
        signed_words(filled, "Progress", "What was done and what comes next; may stay empty to confirm how it stands."),
        date_field(filled, "due", "Due", "Another date needs a reason; the first one stays on record."),
        text_field(filled, "reason", "Why the date moves", f"Up to {LONGEST_REASON} characters."),
        sending(tag("button", "Record it", type="submit", class_="go"), filled.draft),
        method="post",
        action=line_href("actions", lists.filters.partnership, line.item.key),
        class_="form",
        data_draft=filled.draft.mark,
    )
    sub = "Kept with who and when; nothing said before is changed. Overdue follows from the date by itself"
    return card("Say how it stands", form, sub=sub)
