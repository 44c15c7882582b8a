"""Knows the pages around signing in: the form, a new password, and that there is no role yet."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from layouts.components.fields import Faults, Filled
from layouts.components.markup import Child, joined, tag
from layouts.plain.page import Link, plain_page, problem

NAME, PASSWORD, NEW, AGAIN, NEXT = "name", "password", "new-password", "again", "next"
#: What a field holds, and what a browser or a keeper of passwords fills it with.
KINDS = {
    NAME: ("text", "username"),
    PASSWORD: ("password", "current-password"),
    NEW: ("password", "new-password"),
    AGAIN: ("password", "new-password"),
}
HOW_LONG = "12 characters or more. Three words that have nothing to do with each other are good; paste is allowed."


@dataclass(frozen=True, slots=True)
class Door:
    """How one signs in: by a form, or at a provider; *next_page* is where one goes on."""

    is_form: bool
    next_page: str
    name: str = ""
    fault: str = ""
    start: str = ""  # the address at which the provider's sign-in begins
    said: str = ""


def sign_in_page(navigation: Sequence[Link], door: Door) -> str:
    """The page at /sign-in."""
    way = _form(door) if door.is_form else _button(door)
    said = tag("p", door.said, class_="done", role="status") if door.said else ""
    parts = [problem([door.fault] if door.fault else [], NAME if door.is_form else ""), said, tag("h1", "Sign in"), way]
    return plain_page("Sign in", navigation, *parts, fault=bool(door.fault), inside="")


def _form(door: Door) -> Markup:
    return tag(
        "form",
        _input(NAME, "Name", value=door.name),
        _input(PASSWORD, "Password"),
        tag("input", type="hidden", name=NEXT, value=door.next_page),
        tag("button", "Sign in", type="submit", class_="go"),
        tag("p", "Forgotten it? Whoever administers Outturn gives you a new one.", class_="hint"),
        method="post",
        action="/sign-in",
        class_="card form",
        id="sign-in-form",
    )


def _button(door: Door) -> Markup:
    words = "You sign in with the account of your organisation, and come back here."
    link = tag("a", "Sign in with your organisation", href=door.start, class_="go button")
    return tag("section", tag("p", words), tag("p", link), class_="card form")


def _input(name: str, label: str, value: str = "", hint: str = "") -> Markup:
    kind, completed = KINDS[name]
    said = {"aria_describedby": f"{name}-hint"} if hint else {}
    control = tag(
        "input",
        type=kind,
        id=name,
        name=name,
        value=value or None,
        autocomplete=completed,
        required=True,
        maxlength="300",
        autocapitalize="none",
        spellcheck="false",
        **said,
    )
    hinted = tag("span", hint, class_="hint", id=f"{name}-hint") if hint else ""
    return tag("div", tag("label", label, for_=name), hinted, control, class_="field")


def no_role_page(navigation: Sequence[Link], shown: str) -> str:
    """What somebody sees who is signed in and may see nothing."""
    ask = "Ask whoever administers Outturn at your organisation for a role; it holds as soon as it is given."
    heading = tag("h1", f"You are signed in as {shown}, but have no role here yet")
    return plain_page("No role yet", navigation, heading, tag("p", ask, class_="lede"), inside="")


def password_page(navigation: Sequence[Link], faults: Faults = (), *, must: bool = False) -> str:
    """The page at /password; *must*: nothing else is open before it is changed."""
    filled = Filled(faults=faults)
    why = "Your password was made up for the first sign-in: choose one of your own, and everything else opens."
    form = tag(
        "form",
        _input(PASSWORD, "Password that you have"),
        _input(NEW, "New password", hint=HOW_LONG),
        _input(AGAIN, "New password again"),
        tag("button", "Change the password", type="submit", class_="go"),
        method="post",
        action="/password",
        class_="card form",
    )
    parts = [_problem(filled.links()), tag("h1", "Change your password"), tag("p", why, class_="lede") if must else ""]
    return plain_page("Change your password", navigation, *parts, form, fault=bool(faults), inside="")


def _problem(links: Sequence[Child]) -> Markup:
    return problem([joined([link]) for link in links])


def signed_in_as(shown: str, *, has_session: bool) -> Markup:
    """What stands in the head of every page for somebody who is signed in."""
    name = tag("a", shown, href="/account", class_="me")
    out = tag("form", tag("button", "Sign out", type="submit", class_="tool"), method="post", action="/sign-out")
    return joined([name, out if has_session else ""])


def sign_in_door(href: str) -> Markup:
    """What stands in the head of every page for a visitor, where one can sign in."""
    return tag("a", "Sign in", href=href, class_="me")
