"""Knows the pages on people: who may sign in, what each may do, and one person's roles to be changed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from dashboard.domain.access.accounts import LOCAL, OIDC, PROXY, Account, spelled
from dashboard.domain.access.people import EVERY, Grant, Role
from layouts.components.fields import NOTHING_TYPED, Filled, select_field, text_field
from layouts.components.markup import Child, joined, tag
from layouts.plain.page import Link, back, card, facts, plain_page, problem, table

USERS = "/users"
WAYS = {LOCAL: "a password of Outturn", OIDC: "your organisation’s sign-in", PROXY: "the proxy in front"}
EVERY_ONE = "Every partnership"
MAY = {
    Role.READER: "Reader: sees figures",
    Role.ANALYST: "Analyst: loads and publishes figures, sees small numbers",
    Role.CHAIR: "Chair: decides and publishes a meeting",
    Role.ADMINISTRATOR: "Administrator: everything, and who may do what",
}


@dataclass(frozen=True, slots=True)
class People:
    """Everybody who may sign in, and how somebody new is added."""

    accounts: Sequence[Account]
    partnerships: Mapping[str, str]
    way: str
    filled: Filled = NOTHING_TYPED

    def place(self, partnership: str) -> str:
        return EVERY_ONE if partnership == EVERY else self.partnerships.get(partnership, partnership)


@dataclass(frozen=True, slots=True)
class OnePerson:
    """One account with what can be done to it; *password* was made up just now, and is shown this once."""

    account: Account
    people: People
    is_own: bool
    password: str = ""
    said: str = ""
    fault: str = ""


def users_page(navigation: Sequence[Link], people: People) -> str:
    """The page at /users."""
    rows = [_row(people, item) for item in people.accounts]
    headings = ("Name", "Roles", "Last seen (UTC)", "Signs in by")
    known = table("People", headings, rows, numbers=frozenset(), look="cards") if rows else tag("p", "Nobody yet.")
    return plain_page(
        "People",
        navigation,
        problem(people.filled.links(), ""),
        tag("h1", "People and their roles"),
        tag("p", LEDE, class_="lede"),
        tag("div", card("Who may sign in", known), class_="people"),
        _adding(people) if people.way != OIDC else card("Somebody new", tag("p", BY_PROVIDER)),
        fault=bool(people.filled.faults),
        inside=USERS,
    )


LEDE = "A change holds at the person’s next request. What somebody has no role for is not shown to them."
BY_PROVIDER = "People stand in the list as soon as they first sign in at your organisation; then give them a role."


def _row(people: People, item: Account) -> list[Child]:
    name = tag("a", item.shown, href=f"{USERS}/{item.number}")
    under = item.name if item.name != item.shown else ""
    state = tag("span", "disabled", class_="tag") if item.is_disabled else ""
    roles = [tag("li", _words(people, grant)) for grant in item.grants]
    called = joined([name, tag("span", under, class_="sub") if under else "", state])
    return [called, tag("ul", *roles, class_="plain-list") if roles else "none", _when(item.seen), WAYS[item.way]]


def _words(people: People, grant: Grant) -> str:
    place = people.place(grant.partnership)
    return f"{grant.role.capitalize()}, {place.lower() if grant.partnership == EVERY else place}"


def _when(moment: str) -> str:
    return moment.replace("T", " ")[:16] or "never"


def _adding(people: People) -> Markup:
    filled = people.filled
    return tag(
        "form",
        tag("h2", "Add somebody"),
        text_field(filled, "name", "Name to sign in with", "Such as a.officer. Capitals make no difference."),
        text_field(filled, "shown", "Name that is shown", "Stands beside what they publish: A. Officer."),
        *_role_fields(people),
        tag("button", "Add", type="submit", class_="go"),
        method="post",
        action=USERS,
        class_="card form",
    )


def _role_fields(people: People) -> list[Markup]:
    roles = [("", "Choose"), *((str(role), words) for role, words in MAY.items())]
    places = [(EVERY, EVERY_ONE), *people.partnerships.items()]
    return [
        select_field(people.filled, "role", "Role", "More can be given afterwards.", roles),
        select_field(people.filled, "partnership", "Partnership", "For which the role holds.", places),
    ]


def person_page(navigation: Sequence[Link], one: OnePerson) -> str:
    """The page at /users/<number>."""
    account = one.account
    state = "disabled" if account.is_disabled else "may sign in"
    known = [("Signs in as", account.name), ("By", WAYS[account.way]), ("State", state)]
    known += [("Last seen (UTC)", _when(account.seen)), *([("E-mail", account.email)] if account.email else [])]
    return plain_page(
        account.shown,
        navigation,
        back(USERS, "People"),
        problem([one.fault] if one.fault else []),
        tag("p", one.said, class_="done", role="status") if one.said else "",
        tag("h1", account.shown),
        _once(one.password) if one.password else "",
        card("The account", facts(*known)),
        _roles(one),
        _deeds(one),
        fault=bool(one.fault),
        inside=USERS,
    )


def _once(password: str) -> Markup:
    words = "It is shown this once. It signs in within 72 hours, and is changed there."
    return card("Password for the first sign-in", tag("p", tag("code", password, class_="once")), tag("p", words))


def _roles(one: OnePerson) -> Markup:
    held = [
        tag("li", _words(one.people, grant), " ", _deed(one, "take", "Take away", grant))
        for grant in one.account.grants
    ]
    giving = tag(
        "form",
        *_role_fields(one.people),
        tag("button", "Give this role", type="submit", class_="go"),
        method="post",
        action=_action(one, "give"),
        class_="form",
    )
    return card("Roles", tag("ul", *held, class_="plain-list held") if held else tag("p", "None yet."), giving)


def _deeds(one: OnePerson) -> Markup:
    """What can be done to the account as a whole; no administrator is shut out by their own hand."""
    account = one.account
    doors: list[Child] = [_deed(one, "sign-out", "Sign out everywhere")]
    if account.way == LOCAL:
        doors.append(_deed(one, "reset", "Make a new password"))
    if not one.is_own:
        doors.append(
            _deed(one, "enable", "Let sign in again") if account.is_disabled else _deed(one, "disable", "Disable")
        )
    words = "A new password and disabling sign the person out everywhere at once."
    return card("Sign-in", tag("p", words, class_="sub"), tag("div", *doors, class_="deeds"))


def _deed(one: OnePerson, deed: str, words: str, grant: Grant | None = None) -> Markup:
    which = tag("input", type="hidden", name="grant", value=spelled(grant)) if grant else ""
    label = f"{words}: {_words(one.people, grant)}" if grant else None
    button = tag("button", words, type="submit", class_="quiet", aria_label=label)
    return tag("form", which, button, method="post", action=_action(one, deed))


def _action(one: OnePerson, deed: str) -> str:
    return f"{USERS}/{one.account.number}/{deed}"
