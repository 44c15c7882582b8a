"""Knows the words in which a table declares a polarity, a kind of value, and how a year is made."""

import re

from dashboard.domain.periods.combining import Combine, declared_combine
from dashboard.domain.targets.status import Polarity
from dashboard.domain.values.printed import ValueType


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


LOWER = _words(
    "lower low lowest smaller small smallest less least fewer few fewest decrease decreases decreasing decreased reduce"
    " reduces reducing reduction reductions down downward downwards minimise minimize minimising minimizing minimum min"
    " minimal fall falls falling drop shrink lib sib l"
)
HIGHER = _words(
    "higher high highest bigger big biggest larger large largest greater great greatest more most increase increases"
    " increasing increased up upward upwards maximise maximize maximising maximizing maximum max rise rises rising grow"
    " growth hib bib h"
)
NEITHER = _words("neutral neither contextual context information monitor monitoring")
#: Words that say nothing beside those, and words that turn them round.
BESIDE = _words(
    "is are the be better best good aim aims aiming to we want wanted desired desirable desire preferred prefer should"
    " number numbers figure figures value values target goal result results performance polarity direction a an in of"
    " it as possible only for purposes keep go going trend than outcome means"
)
WORSE = _words("worse worst bad poor undesirable unwanted")
ARROWS = {
    **dict.fromkeys("\u2193\u2b07\u25bc\u25be\u2198\U0001f53d", "lower"),
    **dict.fromkeys("\u2191\u2b06\u25b2\u25b4\u2197\U0001f53c", "higher"),
}
UNSEEN = "\ufe0e\ufe0f"  # how an arrow is drawn
OTHER_WAY = {Polarity.LOWER: Polarity.HIGHER, Polarity.HIGHER: Polarity.LOWER, Polarity.NEUTRAL: Polarity.NEUTRAL}

KINDS = {
    ValueType.COUNT: ("count", "counts", "number", "numbers", "numeric", "integer", "whole number", "volume"),
    ValueType.PERCENTAGE: ("percentage", "percentages", "percent", "per cent", "%", "pct", "proportion"),
    ValueType.RATE: (
        *("rate", "rates", "ratio", "average", "mean", "score", "index", "decimal", "days", "time", "duration"),
        *("currency", "money", "\u00a3", "cost"),
    ),
    ValueType.CHANGE: ("change", "changes", "percentage change", "% change", "change %"),
}
KIND_OF = {word: kind for kind, words in KINDS.items() for word in words}


def polarity_of(text: str) -> Polarity:
    """Which way is better by *text*; raises KeyError for words that do not say it."""
    spelt = "".join(f" {ARROWS[sign]} " if sign in ARROWS else sign for sign in text if sign not in UNSEEN)
    words = set(re.findall(r"[a-z]+", spelt.lower()))
    if words == {str(Polarity.UNDECLARED)}:
        return Polarity.UNDECLARED
    ways = [
        way
        for way, known in ((Polarity.LOWER, LOWER), (Polarity.HIGHER, HIGHER), (Polarity.NEUTRAL, NEITHER))
        if words & known
    ]
    if len(ways) != 1 or words - LOWER - HIGHER - NEITHER - BESIDE - WORSE or re.search("[0-9]", text):
        raise KeyError(text)
    return OTHER_WAY[ways[0]] if words & WORSE else ways[0]


def kind_of(text: str) -> ValueType:
    """The kind of value by *text*; raises KeyError for other words."""
    return KIND_OF[" ".join(text.casefold().split())]


def combine_of(text: str) -> Combine:
    """How a year is made by *text*; raises KeyError for other words."""
    return declared_combine(text)
