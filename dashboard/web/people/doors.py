"""Knows the addresses of signing in and out and of the own account, and what is open before that is done."""

from collections.abc import Callable, Mapping

from flask import Flask, Response, redirect, request
from werkzeug.wrappers import Response as Answer

from dashboard.domain.access.accounts import LOCAL, OIDC, PROXY
from dashboard.domain.access.people import EVERY, Grant, Person, Right
from dashboard.web.answers import html
from dashboard.web.people.cookies import SESSION, forget, session_token
from dashboard.web.people.entrance import Entrance
from dashboard.web.people.head import add_head
from dashboard.web.people.identity import account_asking, begin_identity, who
from dashboard.web.people.local import LocalDoor
from dashboard.web.people.returning import HOME, asked_page
from dashboard.web.people.users import OWN_PAGES as USER_PAGES
from dashboard.web.people.users import add_users
from data.access.sessions import end_all, end_one, key_of, open_sessions, sign_out
from layouts.plain.people.account import KEY, ONE, Browser, OwnAccount, account_page
from layouts.plain.people.sign_in import no_role_page

SIGN_IN = "sign-in"
#: What is open to whoever is signed in and may do nothing yet: the ways out, and what pages are made of.
ALWAYS = frozenset(
    {
        "live",
        "ready",
        "me",
        "account",
        "sign-out",
        "sign-out-everywhere",
        "sign-out-one",
        "password",
        "send-password",
        "static",
    }
    | {"_dash_assets.static", "paper", SIGN_IN, "send-sign-in", "start-sign-in", "finish-sign-in"}
)
#: The endpoints that answer with a page of HTML of their own.
OWN_PAGES = frozenset({*ALWAYS, *USER_PAGES})
#: What is said on the own account after a deed of it.
SAID = {
    "password": "Your password is changed, and you are signed out everywhere else.",
    "browser": "That browser is signed out.",
    "gone": "That browser was signed out already.",
}


def open_doors(server: Flask, entrance: Entrance) -> Callable[[], Person]:
    """Let sessions, or a proxy, tell who asks; returns what tells it of a request."""
    begin_identity(server, entrance)
    return lambda: who(entrance)


def lead_on(server: Flask, entrance: Entrance) -> None:
    """Lead whoever has to change a password there, and tell whoever has no role so; after it is known who asks."""

    @server.before_request
    def lead() -> Answer | None:
        account = account_asking()
        wants_page = request.method == "GET" and "text/html" in request.headers.get("Accept", "")
        if account is None or request.endpoint in ALWAYS or not wants_page:
            return None
        if account.must_change:
            return redirect("/password", 303)
        no_role = not who(entrance).grants
        return html(no_role_page(entrance.navigation(), account.person.name), 403) if no_role else None


def add_people(server: Flask, entrance: object) -> None:
    """Register the pages on people, and who asks in the head of every page; at a desk there is no entrance."""
    add_head(server)
    if isinstance(entrance, Entrance):
        add_doors(server, entrance)
        add_users(server, entrance)


def add_doors(server: Flask, entrance: Entrance) -> None:
    """Register the addresses of signing in, signing out and the own account."""
    add, local = server.add_url_rule, LocalDoor(entrance)
    account = AccountRoutes(entrance)
    if entrance.sign_in.way == LOCAL:
        add("/sign-in", SIGN_IN, lambda: _unless_in(local.page()))
        add("/sign-in", "send-sign-in", local.sign_in, methods=["POST"])
        add("/password", "password", local.password)
        add("/password", "send-password", local.change, methods=["POST"])
    if entrance.sign_in.way == OIDC:
        from dashboard.web.people.provider import ProviderDoor  # Authlib is loaded where it is used

        provider = ProviderDoor(server, entrance)
        add("/sign-in", SIGN_IN, lambda: _unless_in(provider.page()))
        add("/sign-in/start", "start-sign-in", provider.start)
        add("/sign-in/done", "finish-sign-in", provider.finish)
    add("/account", "account", account.page)
    if entrance.sign_in.way != PROXY:
        add("/sign-out", "sign-out", account.sign_out, methods=["POST"])
        add("/sign-out/everywhere", "sign-out-everywhere", account.sign_out_everywhere, methods=["POST"])
        add(ONE, "sign-out-one", account.sign_out_one, methods=["POST"])


def _unless_in(page: Response) -> Answer:
    """*page*, or on to what was asked for where somebody is signed in already."""
    return page if account_asking() is None else redirect(asked_page(), 303)


class AccountRoutes:
    """The own account, and the ways out."""

    def __init__(self, entrance: Entrance) -> None:
        self._entrance = entrance

    def page(self) -> Answer:
        account = account_asking()
        if account is None:
            return redirect("/sign-in?next=%2Faccount" if self._entrance.sign_in.way != PROXY else HOME, 303)
        own = OwnAccount(
            account.person.name,
            account.name,
            [said_role(grant, self._entrance.partnerships()) for grant in account.grants],
            has_password=account.way == LOCAL == self._entrance.sign_in.way,
            has_session=self._entrance.sign_in.way != PROXY,
            is_administrator=account.person.may(Right.ADMINISTER),
            sessions=self._browsers(account.number),
        )
        said = SAID.get(request.args.get("changed", ""), "")
        return html(account_page(self._entrance.navigation(), own, said))

    def _browsers(self, number: int) -> list[Browser]:
        """Where the account is signed in; a proxy keeps no session here."""
        here, door = key_of(session_token()), self._entrance
        found = open_sessions(door.engine, number, door.now(), door.idle)
        return [
            Browser(item.key, minute(item.began), minute(item.seen), item.origin, is_this=item.key == here)
            for item in found
        ]

    def sign_out_one(self) -> Answer:
        """End the session of another browser of one's own."""
        account, key = account_asking(), request.form.get(KEY, "")
        if account is None or key == key_of(session_token()):
            return self.sign_out()
        ended = end_one(self._entrance.engine, account.number, key, self._entrance.now())
        return redirect(f"/account?changed={'browser' if ended else 'gone'}", 303)

    def sign_out(self) -> Answer:
        if account := account_asking():
            sign_out(self._entrance.engine, session_token(), account.number, self._entrance.now())
        return self._out()

    def sign_out_everywhere(self) -> Answer:
        if account := account_asking():
            end_all(self._entrance.engine, account.number, self._entrance.now())
        return self._out()

    def _out(self) -> Answer:
        answer = redirect(HOME if self._entrance.sign_in.is_public else "/sign-in", 303)
        forget(answer, SESSION)
        answer.headers["Clear-Site-Data"] = '"cache"'
        return answer


def said_role(grant: Grant, names: Mapping[str, str]) -> str:
    """A role in words: analyst for Derby."""
    place = "every partnership" if grant.partnership == EVERY else names.get(grant.partnership, grant.partnership)
    return f"{grant.role} for {place}"


def minute(moment: str) -> str:
    """A moment as pages say it, to the minute."""
    return moment.replace("T", " ")[:16]
