"""Knows the page of a request that is not answered: what is wrong, what to do, and what was typed, to send it again."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from layouts.components.links import page_path
from layouts.components.markup import tag
from layouts.plain.page import Link, card, facts, plain_page

Typed = Sequence[tuple[str, str]]  # the field and what stands in it


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong, what to do about it, and what a form said that can be sent again to *again*."""

    wrong: str
    mend: str = ""
    again: str = ""
    typed: Typed = ()
    is_form: bool = False

    @property
    def words(self) -> str:
        return " ".join(filter(None, (self.wrong, self.mend)))

    @property
    def is_secret(self) -> bool:
        """Whether a password was typed, which is never written into a page."""
        return any(name in SECRET for name, _ in self.typed)


def fault_page(navigation: Sequence[Link], fault: Fault, number: str = "") -> str:
    """One sentence as the heading, what to do below it; the *number* by which the log knows it, where it has one."""
    return plain_page(
        fault.wrong.rstrip("."),
        navigation,
        tag("h1", fault.wrong.rstrip(".")),
        tag("p", fault.mend, class_="lede") if fault.mend else "",
        _again(fault) if fault.is_form and not fault.is_secret else _way_on(fault),
        tag("p", "Its number in the log: ", tag("code", number), class_="note") if number else "",
        inside="",
    )


def _way_on(fault: Fault) -> Markup:
    if fault.again:
        return tag("p", tag("a", "Try again", href=fault.again))
    return tag("p", tag("a", "Go to the overview", href=page_path("overview")))


def _again(fault: Fault) -> Markup:
    """What was typed, to be read and copied, and the button that sends just that once more."""
    hidden = [tag("input", type="hidden", name=name, value=said) for name, said in fault.typed]
    button = tag("button", "Send it again", type="submit", class_="go")
    form = tag("form", *hidden, button, method="post", action=fault.again)
    listed = [(_words(name), said) for name, said in fault.typed if said and name not in UNSEEN]
    return card("What you typed", facts(*listed) if listed else "", tag("div", form, class_="buttons"))


SECRET = frozenset({"password", "new-password", "again"})
UNSEEN = frozenset({"csrf", "csrf_token", "digest", "finding", "decision", "release"})  # numbers of ours
NAMED = {
    "who": "Your name",
    "what": "Actual or target",
    "text": "Figure",
    "words": "Why",
    "into": "Merged into",
    "both": "Where both",
}


def _words(name: str) -> str:
    return NAMED.get(name, name.replace("-", " ").capitalize())
