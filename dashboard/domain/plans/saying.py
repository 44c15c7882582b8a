"""Knows how a load's changes to a plan are said: which line, and what of it says something else."""

from collections.abc import Iterable

from dashboard.domain.checks.changes import ChangeKind, Changes, PlanChange
from dashboard.domain.wording import plural

#: What one line of each kind is called, and more than one.
NOUNS = {
    "action": ("action", "actions"),
    "risk": ("risk", "risks"),
    "meeting": ("meeting", "meetings"),
    "campaign": ("campaign", "campaigns"),
    "priority": ("priority", "priorities"),
    "rank": ("ranked concern", "ranked concerns"),
    "category": ("category", "categories"),
}
WORDS = {
    "ref": "reference",
    "lead": "lead",
    "due": "due",
    "national_indicators": "national indicators",
    "further_actions": "further actions",
    "residual_impact": "residual impact",
    "residual_likelihood": "residual likelihood",
    "crimes": "crime types",
    "starts": "start",
    "ends": "end",
}
LONGEST = 120  # characters of a cell that are quoted


def counted(changes: Changes) -> list[str]:
    """How many lines of each kind are new, changed or gone, and how many stand just so."""
    said = [_of_kind(changes.lines(kind), kind) for kind in ChangeKind]
    same = [f"{plural(changes.plan_same, 'line')} of the plan the same"] if changes.plan_same else []
    return [words for found in said for words in found] + same


def _of_kind(found: Iterable[PlanChange], kind: ChangeKind) -> list[str]:
    counts: dict[str, int] = {}
    for item in found:
        counts[item.what] = counts.get(item.what, 0) + 1
    return [_said(count, what, kind) for what, count in counts.items()]


def _said(count: int, what: str, kind: ChangeKind) -> str:
    one, many = NOUNS.get(what, (what, f"{what}s"))
    if kind is ChangeKind.NEW:
        return plural(count, f"new {one}", f"new {many}")
    return f"{plural(count, one, many)} {'changed' if kind is ChangeKind.CHANGED else 'not in this file'}"


def detailed(item: PlanChange) -> tuple[str, ...]:
    """Each field of a line that says something else, before and now; of a new line what it says."""
    if item.kind is ChangeKind.NEW:
        return tuple(f"{WORDS.get(name, name)}: {_quoted(now)}" for name, _, now in item.details)
    return tuple(
        f"{WORDS.get(name, name)}: {_quoted(before)} becomes {_quoted(now)}" for name, before, now in item.details
    )


def _quoted(text: str) -> str:
    plain = " ".join(text.split())
    return f"“{plain[:LONGEST]}{'…' if len(plain) > LONGEST else ''}”" if plain else "blank"
