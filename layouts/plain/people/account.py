"""Knows the page on the own account: who is signed in, as what, in which browsers, and the ways out."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from layouts.components.markup import Child, tag
from layouts.plain.page import Link, card, facts, plain_page, table

KEY, ONE = "session", "/sign-out/one"


@dataclass(frozen=True, slots=True)
class Browser:
    """A browser that the account is signed in by, as its row shows it."""

    key: str
    began: str
    seen: str
    origin: str
    is_this: bool


@dataclass(frozen=True, slots=True)
class OwnAccount:
    """What somebody is shown of the own account."""

    shown: str
    name: str
    roles: Sequence[str]
    has_password: bool
    has_session: bool
    is_administrator: bool = False
    sessions: Sequence[Browser] = ()


def account_page(navigation: Sequence[Link], own: OwnAccount, said: str = "") -> str:
    """The page at /account: who is signed in, as what, and the ways out."""
    done = tag("p", said, class_="done", role="status") if said else ""
    doors = []
    if own.has_password:
        doors.append(tag("p", tag("a", "Change your password", href="/password")))
    if own.is_administrator:
        doors.append(tag("p", tag("a", "People and their roles", href="/users")))
    roles = tag("ul", *[tag("li", words) for words in own.roles], class_="plain-list") if own.roles else "none yet"
    known = facts(("Name", own.name), ("Roles", roles))
    parts = [done, tag("h1", own.shown), card("Your account", known, *doors)]
    return plain_page(
        "Your account",
        navigation,
        *parts,
        *((_browsers(own.sessions), _ways_out()) if own.has_session else ()),
        inside="",
    )


def _browsers(sessions: Sequence[Browser]) -> Markup:
    """Where the account is signed in, each with the button that ends it; none beside the browser that asks."""
    headings = ("Signed in (UTC)", "Last seen (UTC)", "From", "Sign out")
    return card(
        "Where you are signed in",
        table("Browsers that are signed in", headings, [_browser(item) for item in sessions], numbers=frozenset()),
        sub="Sign out whatever you do not know, then change your password.",
    )


def _browser(item: Browser) -> list[Child]:
    if item.is_this:
        return [item.began, item.seen, item.origin, "this browser"]
    key = tag("input", type="hidden", name=KEY, value=item.key)
    button = tag(
        "button", "Sign out", type="submit", class_="quiet", aria_label=f"Sign out of {item.origin}, {item.began}"
    )
    return [item.began, item.seen, item.origin, tag("form", key, button, method="post", action=ONE)]


def _ways_out() -> Markup:
    everywhere = _button_form("/sign-out/everywhere", "Sign out everywhere")
    here = _button_form("/sign-out", "Sign out here")
    words = "Everywhere: also on other machines and in other browsers, for when somebody else may know your password."
    return card("Sign out", tag("div", here, everywhere, class_="deeds"), sub=words)


def _button_form(action: str, words: str) -> Markup:
    return tag("form", tag("button", words, type="submit", class_="quiet"), method="post", action=action)
