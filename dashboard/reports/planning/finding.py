"""Knows what a plan comes to in a title and a sentence: what is overdue, at risk and done on the day."""

from collections.abc import Sequence

from dashboard.domain.plans.progress import ActionStatus
from dashboard.domain.statistics.rebaselines import day_words
from dashboard.domain.wording import listed, number_word, plural, sentence
from dashboard.reports.performance.objectives import due_sentence, objectives_of
from dashboard.reports.planning.contents import Contents
from dashboard.reports.planning.lines import ActionLine
from dashboard.reports.view_context import ViewContext
from dashboard.reports.words.titles import fitting


def title_of(context: ViewContext, contents: Contents) -> str:
    """'Three of 24 actions are overdue, two at risk'; without anything recorded, what is planned."""
    standing = [line for line in contents.actions if line.standing.status]
    if not standing:
        return _planned(context, contents)
    every = plural(len(contents.actions), "action")
    overdue, at_risk = len(overdue_of(contents.actions)), _counted(standing, ActionStatus.AT_RISK)
    risky = f", {number_word(at_risk)} at risk" if at_risk else ""
    within = context.category_words
    said = f"{number_word(overdue)} of {every} {'is' if overdue == 1 else 'are'} overdue"
    if not overdue:
        said = f"none of {every} is overdue"
    return fitting(f"{said}{risky}{within}", f"{said}{risky}", said)


def overdue_of(lines: Sequence[ActionLine]) -> list[ActionLine]:
    return [line for line in lines if line.standing.days_over]


def _counted(lines: Sequence[ActionLine], status: ActionStatus) -> int:
    """Those of a status that are not overdue: each is counted once."""
    return sum(line.standing.status is status and not line.standing.days_over for line in lines)


def _planned(context: ViewContext, contents: Contents) -> str:
    counted = (("action", len(contents.actions)), ("risk", len(contents.risks)), ("meeting", len(contents.meetings)))
    parts = [plural(count, noun) for noun, count in counted if count]
    if not parts:
        parts = ["what residents rank highest"] if contents.ranks else ["no actions published"]
    said, within = listed(parts), context.category_words
    return fitting(f"{said} for {context.partnership.name}{within}", f"{said}{within}", said)


def lede_of(contents: Contents) -> str:
    """When actions are due, and how they stand on the day: of which nobody said so."""
    if not contents.actions:
        return ""
    due = due_sentence(objectives_of([line.item for line in contents.actions]))
    return " ".join(filter(None, (due, _standing_sentence(contents))))


def _standing_sentence(contents: Contents) -> str:
    unrecorded = sum(line.standing.status is None for line in contents.actions)
    day = day_words(contents.day)
    if unrecorded == len(contents.actions):
        late = len(overdue_of(contents.actions))
        past = f"; the date of {number_word(late)} is past on {day}" if late else ""
        return f"Nobody has recorded how they stand{past}."
    kinds = [(_counted(contents.actions, item), str(item)) for item in reversed(ActionStatus)]
    kinds.append(
        (sum(line.standing.status is None and not line.standing.days_over for line in contents.actions), "not said")
    )
    said = [f"{number_word(count)} {words}" for count, words in kinds if count]
    others = f"Of the others {listed(said)}." if overdue_of(contents.actions) and said else f"{sentence(listed(said))}."
    return f"On {day}: {others[:1].lower()}{others[1:]}" if said else ""
