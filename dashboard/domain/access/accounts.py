"""Knows the accounts of people who sign in: what each is called and may do, and how roles are written in words."""

import unicodedata
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from dashboard.domain.access.people import EVERY, Grant, Person, Role
from dashboard.domain.errors import RefusedAccount

LONGEST_NAME = 100
LONGEST_CLAIM = 200  # roles that a provider may name for one person
NO_ROLE = "none"
STRENGTHS = ("acr", "amr", "acrs")  # the claims in which a provider says how somebody signed in there
LOCAL, OIDC, PROXY = "local", "oidc", "proxy"  # how somebody signs in


@dataclass(frozen=True, slots=True)
class Account:
    """Somebody who may sign in; *way* is how: local, oidc or proxy."""

    number: int
    name: str  # that is typed to sign in
    shown: str  # that pages and the log say
    way: str
    email: str = ""
    is_disabled: bool = False
    must_change: bool = False  # the password is one that we made up
    created: str = ""
    seen: str = ""  # when last, empty: never
    grants: tuple[Grant, ...] = ()

    @property
    def person(self) -> Person:
        return Person(f"account-{self.number}", self.shown or self.name, self.grants)


def name_of(said: str) -> str:
    """A name to sign in with, in one line; raises RefusedAccount where there is none or it cannot be read."""
    name = " ".join(said.split())
    if not name or len(name) > LONGEST_NAME or not name.isprintable():
        raise RefusedAccount(f"A name has 1 to {LONGEST_NAME} letters that can be printed.")
    return name


def same_name(name: str) -> str:
    """What is the same for names that only differ in capitals or in how a letter is written."""
    return unicodedata.normalize("NFKC", name).casefold()


def grants_of(said: Iterable[str], partnerships: Iterable[str], known: Collection[str]) -> tuple[Grant, ...]:
    """The roles *said*, `analyst` or `analyst:derby`, each for *partnerships* or for all of them.

    Raises RefusedAccount for what is no role, and for a partnership that is not among *known*.
    """
    named = tuple(partnerships)
    found = [grant for words in said if words != NO_ROLE for grant in _grants(words, named)]
    for grant in found:
        if grant.partnership not in (EVERY, *known):
            raise RefusedAccount(f"There is no partnership {grant.partnership}; there are {', '.join(sorted(known))}.")
    return tuple(dict.fromkeys(found))


def _grants(words: str, named: tuple[str, ...]) -> list[Grant]:
    role, colon, partnership = words.strip().partition(":")
    if role not in {item.value for item in Role} or (colon and not partnership):
        raise RefusedAccount(f"There is no role {words.strip()[:LONGEST_NAME]}; there are {', '.join(Role)}.")
    places = (partnership,) if colon else named or (EVERY,)
    return [Grant(Role(role), place) for place in places]


def claimed(said: object) -> tuple[Grant, ...]:
    """The roles that a provider names, in a list or in one text; whatever else it names is none of ours."""
    words = said.split() if isinstance(said, str) else said
    if not isinstance(words, (list, tuple)):
        return ()
    found: list[Grant] = []
    for item in words[:LONGEST_CLAIM]:
        try:
            found += _grants(item, ()) if isinstance(item, str) else []
        except RefusedAccount:
            continue
    return tuple(dict.fromkeys(found))


def is_strong(said: Mapping[str, object], wanted: Collection[str]) -> bool:
    """Whether a provider says that somebody signed in in one of the *wanted* ways; where none is, any will do."""
    named = [said.get(claim) for claim in STRENGTHS]
    ways = [way for item in named for way in (item if isinstance(item, list) else [item])]
    return not wanted or any(way in wanted for way in ways if isinstance(way, str))


def spelled(grant: Grant) -> str:
    """A role as it is written in a command, a claim and the table of sessions."""
    return f"{grant.role}:{grant.partnership}" if grant.partnership else str(grant.role)


def spelled_all(grants: Iterable[Grant]) -> str:
    """The roles of somebody in one line."""
    return ", ".join(map(spelled, grants)) or "without a role"
