"""Knows how two indicators of one name are told apart: each says what its figures come from."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from dashboard.domain.records import Indicator
from dashboard.domain.street.crime import ALL_CRIME, ASB

RECORDED = "recorded crime, police.uk"
INCIDENTS = "incidents, police.uk"
PRINTED = "printed in the document"
TYPED = "from your own file"


def told_apart(items: Sequence[Indicator], origins: Mapping[str, str]) -> tuple[Indicator, ...]:
    """*items*, where one counted in street-level files has a namesake, each of the two with its origin.

    *origins*: of those that are not counted so, by their id.
    """
    counted = [item for item in items if item.crime]
    return tuple(
        named_with_origin(item, origins.get(item.id, TYPED)) if _has_namesake(item, items, counted) else item
        for item in items
    )


def _has_namesake(item: Indicator, items: Sequence[Indicator], counted: Sequence[Indicator]) -> bool:
    if item.crime:
        return any(_alike(item, other) for other in items if not other.crime)
    return any(_alike(other, item) for other in counted)


def _alike(counted: Indicator, other: Indicator) -> bool:
    """Whether two share a name, or the address that the counted one would have had."""
    return counted.name.casefold() == other.name.casefold() or counted.crime == other.slug


def named_with_origin(item: Indicator, origin: str = "") -> Indicator:
    """*item* saying in its name that it is counted in street-level files, or else that it comes from *origin*."""
    said = (INCIDENTS if item.crime in (ALL_CRIME, ASB) else RECORDED) if item.crime else origin
    return replace(item, name=f"{item.name} ({said})", origin=said)
