"""Knows the page on repeats and near repeats: whether incidents follow each other closer than chance lets them."""

from itertools import permutations

import numpy as np

from dashboard.domain.statistics.near_repeats import (
    AT_ONCE,
    IN_THE_END,
    Bands,
    ClosePairs,
    NearPairs,
    counted,
    dealt,
    expected,
    knox,
    near_count,
    near_pairs,
    repeats,
    together,
)
from dashboard.questions.store import Store
from dashboard.reports.methods.method import Example, Formula, Method, Worked, table

ABOUT = "Five typed incidents, not real ones: exact places of incidents are never shown."
PLACES = ((0.0, 0.0), (0.0, 50.0), (1000.0, 0.0), (1000.0, 80.0), (3000.0, 0.0))
DAYS = (0, 3, 10, 12, 40)
BAND = Bands((100,), (7,))


def repeats_example(_store: Store) -> Example:
    """So few incidents are held against every order of their days, not against some by chance."""
    near = near_pairs(PLACES, DAYS, BAND)
    [found] = knox(near, (np.asarray(order) for order in permutations(range(len(DAYS)))))
    said = (
        f"Within {found.metres:g} m and {found.days} days of each other: {found.observed} pairs, where chance makes"
        f" {found.expected:.1f}.",
        f"Of all {found.tried} orders of the days {found.as_many} have as many pairs or more.",
    )
    return Example(ABOUT, (_incidents(), _counts(near, found)), said)


def _incidents() -> Worked:
    rows = [
        (f"Incident {at}", f"{east:g}", f"{north:g}", str(day))
        for at, ((east, north), day) in enumerate(zip(PLACES, DAYS, strict=True), 1)
    ]
    return table("Five incidents", ("Incident", "Metres east", "Metres north", "Day"), rows)


def _counts(near: NearPairs, found: ClosePairs) -> Worked:
    rows = [
        ("Pairs within 100 m, on any days", str(near.count)),
        ("of which within 7 days", str(found.observed)),
        ("Pairs that chance makes", f"{found.expected:.1f}"),
        ("Orders of the days", str(found.tried)),
        ("Orders with as many pairs or more", str(found.as_many)),
        ("Their share", f"{found.as_many / found.tried:.4f}"),
    ]
    return table("Near in place and time", ("What", "Count"), rows)


NEAR_REPEATS = Method(
    slug="near-repeats",
    title="Repeats and near repeats",
    question="Does an incident make another more likely, at the same place or close by, for some days?",
    formula=(
        Formula(
            "repeat: an incident at the same place within so many days of the one before there",
            "Counted, and at how many places. Places are those of the list, to the metre.",
        ),
        Formula(
            "near pairs = pairs of incidents up to so many metres and so many days apart",
            "A pair on the end of a band lies in it: 100 m and 3 days are in “≤ 100 m, ≤ 3 days”. The same place is a"
            " band of its own. One band is named before, and is the finding; others are beside it, not judged.",
        ),
        Formula(
            "p = (1 + times with as many pairs or more) ÷ (1 + times)",
            f"The days are dealt out anew among the places, {AT_ONCE} times at once and {IN_THE_END} in the end (Knox’s"
            " test). So busy places and busy weeks by themselves make no finding.",
        ),
        Formula(
            "expected = near pairs × share of all pairs so few days apart",
            "The mean over all orders of the days, worked out and not drawn.",
        ),
    ),
    source=(
        "Knox, The detection of space-time interactions, Applied Statistics 13 (1964).",
        "Johnson and others, Space-time patterns of risk, Journal of Quantitative Criminology 23 (2007).",
    ),
    example=repeats_example,
    limits=(
        "Only for an office’s own incident lists: police.uk moves incidents to points that many addresses share.",
        "A place that grew or was built within the time makes pairs of its own. Keep to a year or two.",
        "A day that is not known exactly, such as that of a burglary found after a holiday, blurs the days.",
        "Many bands that are looked at find something by chance: only the one that was named before is judged.",
    ),
    uses=(near_count, near_pairs, counted, expected, knox, dealt, together, repeats),
)
