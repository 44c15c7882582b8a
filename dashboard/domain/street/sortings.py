"""Knows into which crime types police.uk sorted incidents, and from when: a type that did not exist was not counted."""

from collections.abc import Collection

from dashboard.domain.periods.months import month_number

#: From these months on police.uk sorts into other types.
SECOND, THIRD = month_number("2011-09"), month_number("2013-05")
ALL = 0  # the number of the crime type that stands for all of them
ASB, VIOLENCE, WEAPONS, OLD_VIOLENCE, BURGLARY, VEHICLES, ROBBERY, FROM_PERSON = range(1, 9)
BICYCLES, OTHER_THEFT, DAMAGE, SHOPS, DRUGS, ORDER, OLD_DISORDER, OTHER = range(9, 17)
FIRST_TYPES = frozenset({ASB, OLD_VIOLENCE, BURGLARY, VEHICLES, ROBBERY, OTHER})
SECOND_TYPES = FIRST_TYPES | {OTHER_THEFT, DAMAGE, SHOPS, DRUGS, OLD_DISORDER}
THIRD_TYPES = frozenset(range(1, 17)) - {OLD_VIOLENCE, OLD_DISORDER}
#: Where the incidents of a type were counted before it existed, and are counted since it does no more.
BEFORE = {
    **{VIOLENCE: (OLD_VIOLENCE,), WEAPONS: (OLD_DISORDER, OLD_VIOLENCE), ORDER: (OLD_DISORDER,)},
    **{FROM_PERSON: (OTHER_THEFT,), BICYCLES: (OTHER_THEFT,)},
    **dict.fromkeys((OTHER_THEFT, DAMAGE, SHOPS, DRUGS, OLD_DISORDER), (OTHER,)),
}
SINCE = {OLD_VIOLENCE: (VIOLENCE,), OLD_DISORDER: (ORDER,)}


def types_of(month: int) -> frozenset[int]:
    """The crime types that incidents of a month (year x 12 + month - 1) are sorted into, by number."""
    if month < SECOND:
        return FIRST_TYPES
    return SECOND_TYPES if month < THIRD else THIRD_TYPES


def are_counted(month: int, numbers: Collection[int]) -> bool:
    """Whether a month has a count of crime types *numbers* together: each existed, or is held by another of them.

    Theft of a bicycle was “Other theft” before May 2013: alone it was not counted, together with other theft it was.
    """
    held = types_of(month)
    return ALL in numbers or all(_is_held(number, numbers, held) for number in numbers)


def _is_held(number: int, numbers: Collection[int], held: frozenset[int]) -> bool:
    """Whether a type, or one of *numbers* that stands for it, is among those *held* in a month."""
    if number in held:
        return number in numbers
    others = SINCE.get(number, ()) if held is THIRD_TYPES else BEFORE.get(number, ())
    return any(_is_held(other, numbers, held) for other in others)
