"""Knows how the guides look: the list of them, and each as numbered steps that lead to their pages."""

from collections.abc import Callable, Sequence

from markupsafe import Markup

from dashboard.reports.guides.every import GUIDES
from dashboard.reports.guides.guide import Guide, GuideStep
from layouts.components.links import HELP, guide_href, partnership_href
from layouts.components.markup import tag
from layouts.plain.page import Link, back, card, plain_page

MINUTES = "Ten minutes each. Every step leads to the page on which it is taken."
Opens = Callable[[GuideStep], bool]


def guides_page(navigation: Sequence[Link]) -> str:
    """The list at /help."""
    cards = [
        card(guide.title, tag("p", guide.lede), tag("p", tag("a", _begin(guide), href=guide_href(guide.slug))))
        for guide in GUIDES.values()
    ]
    return plain_page(
        "Help",
        navigation,
        tag("p", "Help", class_="place"),
        tag("h1", "What you want to do"),
        tag("p", MINUTES, class_="lede"),
        tag("div", *cards, class_="method-list"),
        inside="",
    )


def _begin(guide: Guide) -> str:
    return f"{guide.title}: {len(guide.steps)} steps"


def guide_page(navigation: Sequence[Link], guide: Guide, opens: Opens, partnership: str) -> str:
    """One guide; a step links its page where *opens* says that whoever asks may go there."""
    steps = [_step(at, step, opens, partnership) for at, step in enumerate(guide.steps, start=1)]
    return plain_page(
        guide.title,
        navigation,
        back(HELP, "Help"),
        tag("p", "Help", class_="place"),
        tag("h1", guide.title),
        tag("p", guide.lede, class_="lede"),
        *steps,
        inside="",
    )


def _step(at: int, step: GuideStep, opens: Opens, partnership: str) -> Markup:
    there = step.page and opens(step)
    link = tag("p", tag("a", f"Go to step {at}: {step.title}", href=partnership_href(step.page, partnership)))
    return card(f"{at}. {step.title}", *(tag("p", words) for words in step.words), link if there else "")


def missing_guide(navigation: Sequence[Link], slug: str) -> str:
    words = tag("p", f"There is no guide “{slug[:60]}”. ", tag("a", "See all guides", href=HELP))
    return plain_page("Not found", navigation, tag("h1", "There is nothing at this address"), words, inside="")
