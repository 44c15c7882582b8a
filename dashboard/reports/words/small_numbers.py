"""Knows what a report says of a partnership whose small numbers are not for whoever reads it."""

from dashboard.domain.disclosure.deciding import in_force
from dashboard.domain.disclosure.rule import Mode
from dashboard.questions.store import Store


def small_numbers_note(store: Store, partnership: str) -> str:
    """The rules that cover figures here; empty where none is covered, or the reader sees them as they are."""
    covers = store.covers(partnership)
    if not covers:
        return ""
    rules = [rule for rule in in_force(store.small_number_rules(partnership)).values() if rule.mode is not Mode.EXACT]
    said = "; ".join(dict.fromkeys(rule.words for rule in rules))
    rounded = any(cover.number is not None for cover in covers.values())
    instead = rounded and all(rule.mode is Mode.SUPPRESS for rule in rules)
    more = " Tables too large for that are rounded instead." if instead else ""
    return f"Small numbers: {said}.{more} What is worked out here is worked out from what is shown."
