"""Knows what of a plan names a place: its actions, meetings and campaigns, by the place's own name as a whole word."""

import re
from collections.abc import Iterable

from dashboard.domain.documents import Action, Meeting, Priority
from dashboard.domain.records import Area

PLACES_BY_NAME = ("geograph", "hotspot", "hot spot")  # in what a document heads its priorities with


def names(text: str, area: Area) -> bool:
    """Whether *text* has the name of *area* in it, and not as a part of a longer word."""
    return re.search(rf"(?<!\w){re.escape(area.name)}(?!\w)", text, re.IGNORECASE) is not None


def actions_on(actions: Iterable[Action], area: Area) -> tuple[Action, ...]:
    return tuple(item for item in actions if names(_said(item), area))


def _said(item: Action) -> str:
    return "\n".join((item.objective, item.action, item.lead, *(text for _, text in item.cells)))


def meetings_on(meetings: Iterable[Meeting], area: Area) -> tuple[Meeting, ...]:
    found = []
    for item in meetings:
        said = (item.meeting, item.lead, *(campaign.text for campaign in item.campaigns))
        if names("\n".join(said), area):
            found.append(item)
    return tuple(found)


def of_kinds(priorities: Iterable[Priority]) -> tuple[Priority, ...]:
    """Those that say what is worked on, rather than where."""
    return tuple(item for item in priorities if not is_a_place(item))


def is_a_place(item: Priority) -> bool:
    """Whether a document lists it among its hotspots: then its words are the name of a place."""
    return any(words in item.body.casefold() for words in PLACES_BY_NAME)
