"""Knows who asks: found once for each request; whoever is not found is a visitor without any right."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import cast

from flask import Flask, g, has_request_context

from dashboard.domain.access.people import EVERYTHING, NONE, VISITOR, Eyes, Person, Reach, Right
from dashboard.questions.limited import limited
from dashboard.questions.store import Store
from dashboard.reports.made_up import INVENTED

MADE_UP = Reach(frozenset({INVENTED}))
Who = Callable[[], Person]


def ask_as(server: Flask, who: Who) -> None:
    """Let *who* tell of each request who asks; called before whatever depends on it is registered."""

    @server.before_request
    def find() -> None:
        g.person = who()


def person() -> Person:
    """Who asks what is being answered."""
    return cast(Person, g.get("person", VISITOR))


def eyes() -> Eyes:
    """Whose eyes an answer is for; what the product asks itself, outside of any request, it sees whole.

    The made-up county is seen by whoever sees anything: it shows the pages for which nothing is loaded yet.
    """
    found = person().eyes if has_request_context() else EVERYTHING
    return replace(found, read=found.read | MADE_UP, exact=found.exact | MADE_UP) if found.read else found


def eyes_without_forms() -> Eyes:
    """The same where nothing can be handed in: no page leads to a form that takes figures."""
    return replace(eyes(), publish=NONE)


def rights() -> str:
    """The eyes as a text: two people for whom it is the same get the same bytes."""
    found = eyes()
    return repr(tuple(map(_listed, (found.read, found.exact, found.private, found.publish))))


def publishable(names: Mapping[str, str]) -> dict[str, str]:
    """Those of the partnerships with these *names* for which whoever asks may publish."""
    scope = person().reach(Right.PUBLISH)
    return {slug: name for slug, name in names.items() if slug in scope}


def _listed(scope: Reach) -> list[str] | None:
    return None if scope.is_every else sorted(scope.named)


class SeenStore:
    """A store that answers each question as whoever asks may see the answer."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def __getattr__(self, question: str) -> object:
        return getattr(limited(self._store, eyes()), question)


def seen_by_asker(store: Store) -> Store:
    """*store*, for the pages that ask it themselves: each request gets what whoever sends it may see."""
    return cast(Store, SeenStore(store))
