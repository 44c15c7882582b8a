"""Knows what everything about signing in needs: the accounts, how people sign in, and what time it is."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

from flask import Flask, current_app, request
from sqlalchemy import Engine

from dashboard.settings import SignIn
from data.access.hashing import Hashing

PEER = "outturn.peer"  # where the server keeps whose connection it is, when a proxy says who asks
NAME = "outturn-entrance"
Link = tuple[str, str]  # path, title


def clock() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Entrance:
    """How people come in; at a desk there is none."""

    engine: Engine
    sign_in: SignIn
    proxy: tuple[str, ...] = ()  # the addresses from which a header is believed
    standbys: Engine | None = None  # where a session is looked for while the primary does not answer
    partnerships: Callable[[], Mapping[str, str]] = dict  # names by slug
    navigation: Callable[[], Sequence[Link]] = tuple
    now: Callable[[], datetime] = clock
    hashing: Hashing = field(default_factory=Hashing)

    def told(
        self, partnerships: Callable[[], Mapping[str, str]], navigation: Callable[[], Sequence[Link]]
    ) -> "Entrance":
        """The same, which knows the partnerships and the ways on from a page."""
        return replace(self, partnerships=partnerships, navigation=navigation)

    @property
    def idle(self) -> timedelta:
        return timedelta(minutes=self.sign_in.idle_minutes)


def entrance_of(server: Flask) -> Entrance | None:
    """How people come in to *server*; None at a desk."""
    found: Entrance | None = server.extensions.get(NAME)
    return found


def entrance() -> Entrance | None:
    """How the one whose request is answered came in; None at a desk."""
    return entrance_of(current_app)


def origin() -> str:
    """The address that this request comes from, as the proxies in front say, where they are believed."""
    return request.remote_addr or ""


def peer() -> str:
    """The address of the connection itself."""
    return str(request.environ.get(PEER) or request.remote_addr or "")
