"""Knows which categories a line of scrutiny is about: those that its words name, each word as a whole."""

import re
from collections.abc import Iterable

from dashboard.domain.categories import CategoryTree
from dashboard.domain.records import LensCategory

EVERYTHING = ("performance report", "partnership plan", "community safety agreement")  # what is all of the figures
#: What a document calls by another word than the shared tree does.
OTHER_WORDS = (
    ("domestic abuse", "domestic-violence"),
    ("drug", "drugs"),
    ("youth justice", "reducing-reoffending"),
    ("offender", "reducing-reoffending"),
    ("reoffending", "reducing-reoffending"),
    ("probation", "reducing-reoffending"),
    ("acquisitive", "acquisitive-crime"),
    ("burglary", "domestic-burglary"),
    ("counter terrorism", "violent-extremism"),
    ("prevent strategy", "violent-extremism"),
    ("road", "road-safety"),
    ("asb", "anti-social-behaviour"),
    ("violence", "violent-crime"),
    ("confidence", "public-confidence"),
    ("fire", "criminal-damage"),
)


def categories_of(text: str, tree: CategoryTree, lens: Iterable[LensCategory] = ()) -> tuple[str, ...]:
    """The categories that *text* names, by their shared names, the partnership's own, and other words for them."""
    words = [(item.name, item.slug) for item in tree.categories]
    words += [(item.wording, item.category) for item in lens]
    return tuple(dict.fromkeys(slug for name, slug in (*words, *OTHER_WORDS) if _has(text, name)))


def is_of_everything(text: str) -> bool:
    """Whether it names what holds all figures: the performance reports, the plan, the agreement."""
    return any(_has(text, words) for words in EVERYTHING)


def _has(text: str, name: str) -> bool:
    """Whether *name* stands in *text* as words, in one or many, hyphens as blanks."""
    said, wanted = (" ".join(re.findall(r"\w+", words.casefold())) for words in (text, name))
    return bool(wanted) and re.search(rf"(?<!\w){re.escape(wanted)}s?(?!\w)", said) is not None
