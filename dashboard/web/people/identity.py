"""Knows who sends a request: by the token of a session, or by the header of a proxy that is believed."""

from dataclasses import replace
from ipaddress import ip_address, ip_network

from flask import Flask, Request, request
from flask_login import LoginManager, UserMixin, current_user

from dashboard.domain.access.accounts import OIDC, PROXY, Account
from dashboard.domain.access.people import PUBLIC, VISITOR, Person
from dashboard.web.people.cookies import session_token
from dashboard.web.people.entrance import NAME, Entrance, peer
from data.access.accounts import account_named, written
from data.access.sessions import NOTED_EVERY, found, note_seen
from data.connections.trouble import FAULTS, Trouble, trouble_of

READS = ("GET", "HEAD")


class User(UserMixin):  # type: ignore[misc]
    """What Flask-Login hands on as the one who is signed in."""

    def __init__(self, account: Account) -> None:
        self.account = account

    def get_id(self) -> str:
        return self.account.person.key


def begin_identity(server: Flask, entrance: Entrance) -> None:
    """Let Flask-Login ask our table of sessions, or the proxy's header, who sends a request."""
    server.extensions[NAME] = entrance
    manager = LoginManager()
    manager.session_protection = None  # nothing of a sign-in stands in Flask's own session
    manager.init_app(server, add_context_processor=False)

    @manager.request_loader  # type: ignore[untyped-decorator]
    def load(request: Request) -> User | None:
        by_header = entrance.sign_in.way == PROXY
        account = _by_header(entrance, request) if by_header else _by_session(entrance)
        return User(account) if account else None


def _by_session(entrance: Entrance) -> Account | None:
    token, now = session_token(), entrance.now()
    try:
        signed = found(entrance.engine, token, now, entrance.idle)
    except FAULTS as fault:
        if entrance.standbys is None or request.method not in READS or trouble_of(fault) is not Trouble.AWAY:
            raise
        signed = found(entrance.standbys, token, now, entrance.idle, notes=False)  # who reads goes on reading
    return signed.account if signed else None


def _by_header(entrance: Entrance, request: Request) -> Account | None:
    """Whom a believed proxy names; from any other address the header says nothing."""
    name = request.headers.get(entrance.sign_in.header, "")
    if not name or not is_among(peer(), entrance.proxy):
        return None
    account = account_named(entrance.engine, name)
    if account is None:
        return Account(0, name[:100], name[:100], PROXY)  # known to the proxy, with no role here yet
    if account.is_disabled or account.way == OIDC:
        return None
    if account.seen <= written(entrance.now() - NOTED_EVERY):
        note_seen(entrance.engine, account.number, entrance.now())
    return replace(account, must_change=False)


def is_among(address: str, networks: tuple[str, ...]) -> bool:
    """Whether *address* is one of *networks*, each an address or a network of them."""
    try:
        asked = ip_address(address)
    except ValueError:
        return False
    asked = getattr(asked, "ipv4_mapped", None) or asked
    return any(asked in ip_network(item, strict=False) for item in networks)


def account_asking() -> Account | None:
    """The account of the one whose request is answered; None of a visitor."""
    account: Account | None = getattr(current_user, "account", None)
    return account


def who(entrance: Entrance) -> Person:
    """Who asks; with a password that was made up somebody may do nothing but change it."""
    visitor = PUBLIC if entrance.sign_in.is_public else VISITOR
    account = account_asking()
    if account is None:
        return visitor
    person = account.person
    return replace(person, grants=() if account.must_change else person.grants + visitor.grants)
