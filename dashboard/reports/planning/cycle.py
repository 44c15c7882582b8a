"""Knows the reporting cycle of a plan: which body sees what and when, and what is due before it meets."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from dashboard.domain.documents import Meeting
from dashboard.domain.plans.progress import ActionStatus
from dashboard.reports.planning.lines import ActionLine, RiskLine

#: Where reports are said to go; monitoring says nothing else.
REPORTING = re.compile(r"\b(reports?|reported|presented|updates?|monitored|agreed)\b[^.]*\b(to|by)\b", re.IGNORECASE)
SENTENCES = re.compile(r"(?<=[.;•])\s+|(?<=[a-z])\s+(?=Progress )")


@dataclass(frozen=True, slots=True)
class ReportLine:
    """A report in the words of the plan, and the actions that it is on."""

    words: str
    actions: tuple[ActionLine, ...]


@dataclass(frozen=True, slots=True)
class Sitting:
    """A meeting that is still to come, with what is due before it and after the one before."""

    meeting: Meeting
    day: date
    actions: tuple[ActionLine, ...]
    risks: tuple[RiskLine, ...]


def report_lines(lines: Sequence[ActionLine]) -> tuple[ReportLine, ...]:
    """Each report that the plan speaks of, with its actions, in the order of the plan."""
    found: dict[str, list[ActionLine]] = {}
    printed: dict[str, str] = {}
    for line in lines:
        for words in dict.fromkeys(reports_on(line)):
            key = " ".join(words.lower().replace(" the ", " ").split())
            printed.setdefault(key, words)
            found.setdefault(key, []).append(line)
    return tuple(ReportLine(printed[key], tuple(items)) for key, items in found.items())


def reports_on(line: ActionLine) -> Iterator[str]:
    """What the plan says of who is told of an action: sentences of its monitoring and its outcome."""
    cells = dict(line.item.cells)
    for words in SENTENCES.split(f"{cells.get('monitoring', '')}. {cells.get('outcome', '')}"):
        if REPORTING.search(words):
            yield words.strip(" .;•")


def sittings(
    meetings: Sequence[Meeting], actions: Sequence[ActionLine], risks: Sequence[RiskLine], day: date
) -> tuple[Sitting, ...]:
    """The meetings from *day* on, the next first; what is overdue already is due before the next."""
    coming = sorted((item.date, at) for at, item in enumerate(meetings) if item.date and item.date >= day)
    last, found = date.min, []
    for held, at in coming:
        mine = tuple(line for line in actions if _is_open(line) and _within(line.standing.due, last, held))
        reviews = tuple(line for line in risks if _within(line.standing.next_review, last, held))
        found.append(Sitting(meetings[at], held, mine, reviews))
        last = held
    return tuple(found)


def _is_open(line: ActionLine) -> bool:
    return line.standing.status is not ActionStatus.DONE


def _within(due: date | None, after: date, until: date) -> bool:
    return due is not None and after < due <= until
