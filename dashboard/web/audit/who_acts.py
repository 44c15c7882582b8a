"""Knows who acts in a request, for the audit trail: the person who asks, by a page, from the address of the request."""

from collections.abc import Callable

from flask import Flask, request

from dashboard.domain.access.deeds import ITSELF, Actor, Way
from dashboard.domain.access.people import Person
from data.audit.acting import act


def add_acting(server: Flask, person: Callable[[], Person]) -> None:
    """Say in every request who acts; call before anything that may refuse one."""

    def who() -> Actor:
        asking = person()
        return Actor(asking.key, asking.name, Way.PAGE, request.remote_addr or "")

    @server.before_request
    def begin() -> None:
        act(who)

    @server.teardown_request
    def end(_fault: BaseException | None) -> None:
        """What a thread does between two requests is nobody's."""
        act(lambda: ITSELF)
