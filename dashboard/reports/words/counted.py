"""Knows which targets a title counts as numbers, which apart (directions, to be set, in words), and which are named."""

from collections.abc import Iterable, Sequence

from dashboard.domain.targets.status import Status
from dashboard.domain.targets.target import TargetKind
from dashboard.domain.wording import name_inside, number_word, plural
from dashboard.reports.indicators.judged import Judged
from dashboard.reports.words.titles import fits

MOST_NAMED = 4  # in one sentence of the paragraph

_NUMBERS = (TargetKind.ABSOLUTE, TargetKind.RELATIVE)
_WITHOUT_NUMBER = "without a number"
_WAITING = (
    (TargetKind.TO_BE_CONFIRMED, "to be confirmed"),
    (TargetKind.BASELINE_TO_BE_SET, "with a baseline to be set"),
    (TargetKind.MISSING, _WITHOUT_NUMBER),
)
_DECIDED = ((Status.MET, "met"), (Status.MISSED, "missed"), (Status.NOT_JUDGED, "not judged"))


def numbered(items: Iterable[Judged]) -> list[Judged]:
    """The items whose target is a number, or comes to one."""
    return [item for item in items if item.is_targeted and item.now.target and item.now.target.rule.kind in _NUMBERS]


def apart(items: Sequence[Judged], *, plainly: bool = False) -> str:
    """The targets that are no numbers: 'one direction met, three to be confirmed'; empty where there are none.

    Where they wait for more than one thing, the paragraph under the title says for what. A paragraph has the room to
    say *plainly* what a direction is.
    """
    said = _directions(items, plainly=plainly)
    waiting = [(count, words) for kind, words in _WAITING if (count := len(_of(items, kind)))]
    if len(waiting) > 1:
        waiting = [(sum(count for count, _ in waiting), _WITHOUT_NUMBER)]
    return ", ".join([*said, *(f"{number_word(count)} {words}" for count, words in waiting)])


def with_apart(said: str, items: Sequence[Judged]) -> str:
    """A title on numbers, with the targets that are none behind it where a title has room for them."""
    others = apart(items)
    both = f"{said}; {others}"
    return both if others and fits(both) else said


def apart_sentence(title: str, items: Sequence[Judged]) -> str:
    """The targets that are no numbers, for the paragraph under a *title* that says nothing of them.

    Where all of them only wait, the paragraph's sentence on what cannot be judged says it already.
    """
    others = apart(items)
    is_said = not _directions(items) or others in title
    return "" if is_said else f"Targets that name no number are counted apart: {apart(items, plainly=True)}."


def _directions(items: Sequence[Judged], *, plainly: bool = False) -> list[str]:
    return [
        f"{number_word(count)} that only {'says' if count == 1 else 'say'} which way to go ({words})"
        if plainly
        else f"{plural(count, 'direction')} {words}"
        for status, words in _DECIDED
        if (count := sum(item.verdict.status == status for item in _of(items, TargetKind.DIRECTION)))
    ]


def _of(items: Iterable[Judged], kind: TargetKind) -> list[Judged]:
    return [item for item in items if item.is_targeted and item.now.target and item.now.target.rule.kind is kind]


def names_of(group: Sequence[Judged]) -> list[str]:
    """The names of a group; of a long one the first, the page and its file have them all."""
    names = [name_inside(item.indicator.name) for item in group]
    rest = len(names) - MOST_NAMED
    return names if rest < 2 else [*names[:MOST_NAMED], f"{rest} more"]


def no_target(items: Sequence[Judged]) -> str:
    """That nothing is aimed at; where only months or quarters have targets, that the year has none."""
    noun, verb = ("target", "is") if len(items) == 1 else ("targets", "are")
    return f"no {noun}{_of_the_whole(items)} {verb} published"


def none_targeted(items: Sequence[Judged]) -> str:
    """The same, behind a count of measures."""
    return f"none with a target{_of_the_whole(items)}"


def _of_the_whole(items: Sequence[Judged]) -> str:
    return " for the year" if any(item.has_part_targets for item in items) else ""
