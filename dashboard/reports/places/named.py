"""Knows what of a plan names a place: its actions, meetings and campaigns, by the place's own name as a whole word."""

import re
from collections.abc import Iterable, Set

from dashboard.domain.documents import Action, Campaign, Meeting, Priority
from dashboard.domain.records import Area

PLACES_BY_NAME = ("geograph", "hotspot", "hot spot")  # in what a document heads its priorities with


def names(text: str, area: Area) -> bool:
    """Whether *text* has the name of *area* in it, and not as a part of a longer word."""
    return re.search(rf"(?<!\w){re.escape(area.name)}(?!\w)", text, re.IGNORECASE) is not None


def inside(areas: Iterable[Area], area: Area) -> frozenset[str]:
    """The slugs of *area* and of every place in it."""
    every, found = tuple(areas), {area.slug}
    while more := {item.slug for item in every if item.parent in found} - found:
        found |= more
    return frozenset(found)


def actions_on(actions: Iterable[Action], area: Area, within: Set[str] = frozenset()) -> tuple[Action, ...]:
    """Those for a place *within* it, by what their file says, and those that name it."""
    return tuple(item for item in actions if item.area in within or names(_said(item), area))


def _said(item: Action) -> str:
    return "\n".join((item.objective, item.action, item.lead, *(text for _, text in item.cells)))


def meetings_on(meetings: Iterable[Meeting], area: Area, within: Set[str] = frozenset()) -> tuple[Meeting, ...]:
    found = []
    for item in meetings:
        said = (item.meeting, item.lead, item.place, *(campaign.text for campaign in item.campaigns))
        places = {item.area, *(campaign.area for campaign in item.campaigns)}
        if places & within or names("\n".join(said), area):
            found.append(item)
    return tuple(found)


def campaigns_on(campaigns: Iterable[Campaign], area: Area, within: Set[str] = frozenset()) -> tuple[Campaign, ...]:
    return tuple(item for item in campaigns if item.area in within or names(f"{item.text}\n{item.lead}", area))


def of_kinds(priorities: Iterable[Priority]) -> tuple[Priority, ...]:
    """Those that say what is worked on, rather than where."""
    return tuple(item for item in priorities if not is_a_place(item))


def is_a_place(item: Priority) -> bool:
    """Whether a document lists it among its hotspots: then its words are the name of a place."""
    return any(words in item.body.casefold() for words in PLACES_BY_NAME)
