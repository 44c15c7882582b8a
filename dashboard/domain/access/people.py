"""Knows what a person may do, and for whom: a role is a set of rights, held for one partnership or for every one."""

from dataclasses import dataclass
from enum import StrEnum

EVERY = ""  # the partnership of a grant that holds for all of them


class Right(StrEnum):
    """What may be done with the figures of a partnership, or (ADMINISTER) with the product itself."""

    READ = "read"
    EXACT = "see small numbers"  # the performance office: what others see rounded or suppressed
    PUBLISH = "load and publish figures"
    DECIDE = "decide and publish a meeting"
    ADMINISTER = "administer"


class Role(StrEnum):
    """What somebody is to a partnership."""

    READER = "reader"
    ANALYST = "analyst"
    CHAIR = "chair"
    ADMINISTRATOR = "administrator"


RIGHTS = {
    Role.READER: frozenset({Right.READ}),
    Role.ANALYST: frozenset({Right.READ, Right.EXACT, Right.PUBLISH}),
    Role.CHAIR: frozenset({Right.READ, Right.DECIDE}),
    Role.ADMINISTRATOR: frozenset(Right),
}


@dataclass(frozen=True, slots=True)
class Grant:
    """A role for one partnership, or for every one."""

    role: Role
    partnership: str = EVERY


@dataclass(frozen=True, slots=True)
class Reach:
    """Partnerships: those named, or every one that there is and will be."""

    named: frozenset[str] = frozenset()
    is_every: bool = False

    def __contains__(self, partnership: object) -> bool:
        return self.is_every or partnership in self.named

    def __bool__(self) -> bool:
        return self.is_every or bool(self.named)

    def covers(self, partnerships: frozenset[str]) -> bool:
        """Whether each of *partnerships* is among these."""
        return self.is_every or partnerships <= self.named

    def __or__(self, other: "Reach") -> "Reach":
        if self.is_every or other.is_every:
            return ALL
        return Reach(self.named | other.named)


ALL, NONE = Reach(is_every=True), Reach()


@dataclass(frozen=True, slots=True)
class Eyes:
    """What answers are made for: whose figures are seen, whose small numbers as they are, and which doors open.

    Two people with the same eyes get the same bytes; whatever keeps answers keeps them by these.
    """

    read: Reach = NONE
    exact: Reach = NONE
    private: Reach = NONE  # whose private items of meetings
    publish: Reach = NONE  # to whose figures a form leads


EVERYTHING = Eyes(ALL, ALL, ALL, ALL)


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who asks; *key* never changes, *name* is what the log and the pages say."""

    key: str
    name: str
    grants: tuple[Grant, ...] = ()

    def reach(self, right: Right) -> Reach:
        """The partnerships for which this person has *right*."""
        held = [grant.partnership for grant in self.grants if right in RIGHTS[grant.role]]
        return ALL if EVERY in held else Reach(frozenset(held))

    def may(self, right: Right, partnership: str = EVERY) -> bool:
        """Whether the *right* is held for *partnership*; without one, for every partnership."""
        scope = self.reach(right)
        return scope.is_every or (partnership != EVERY and partnership in scope)

    @property
    def meets(self) -> Reach:
        """The partnerships whose meetings this person prepares or decides in."""
        return self.reach(Right.PUBLISH) | self.reach(Right.DECIDE)

    @property
    def eyes(self) -> Eyes:
        return Eyes(self.reach(Right.READ), self.reach(Right.EXACT), self.meets, self.reach(Right.PUBLISH))


#: Whoever has not signed in, and the same where the pages are open to everybody.
VISITOR = Person("", "a visitor")
PUBLIC = Person("", "a visitor", (Grant(Role.READER),))


def at_the_desk(name: str) -> Person:
    """Whoever runs the product on their own machine, for themselves."""
    return Person("desk", name, (Grant(Role.ADMINISTRATOR),))
