"""Knows how the terminal says what a load does to a plan: counted, then line by line; and the same as JSON."""

from dashboard.domain.checks.changes import ChangeKind, Changes, PlanChange
from dashboard.domain.plans.saying import counted, detailed
from dashboard.domain.wording import sentence
from data.sources.words import shown

MOST_LINES = 40


def plan_lines(found: Changes) -> list[str]:
    """What the load does to a plan, line by line."""
    told = [f"  {words}" for words in map(sentence, counted(found))]
    told += [f"  {words}" for words in found.plan_remarks]
    for item in found.plan[:MOST_LINES]:
        details = f": {'; '.join(detailed(item))}" if item.kind is ChangeKind.CHANGED else ""
        told.append(f"  {item.kind}: {item.what} {shown(item.line)}{details}")
    rest = len(found.plan) - MOST_LINES
    return told + ([f"  … and {rest:,} more lines"] if rest > 0 else [])


def line_of_plan(item: PlanChange) -> dict[str, object]:
    said = {"kind": item.kind, "partnership": item.partnership, "what": item.what, "line": item.line}
    changed = [{"field": name, "before": before, "now": now} for name, before, now in item.details]
    return {**said, "key": item.at[1], "changed": changed, "place": item.place}
