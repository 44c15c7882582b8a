"""What each role may do, and for whom."""

import pytest

from dashboard.domain.access.people import (
    ALL,
    NONE,
    PUBLIC,
    VISITOR,
    Eyes,
    Grant,
    Person,
    Reach,
    Right,
    Role,
    at_the_desk,
)

MAY = {
    Role.READER: {Right.READ},
    Role.ANALYST: {Right.READ, Right.EXACT, Right.PUBLISH},
    Role.CHAIR: {Right.READ, Right.DECIDE},
    Role.ADMINISTRATOR: set(Right),
}


@pytest.mark.parametrize("role", list(Role))
@pytest.mark.parametrize("right", list(Right))
def test_a_role_is_its_rights_for_the_partnership_it_is_held_for_alone(role: Role, right: Right) -> None:
    person = Person("1", "Ann", (Grant(role, "derby"),))
    assert person.may(right, "derby") == (right in MAY[role])
    assert not person.may(right, "shropshire")
    assert not person.may(right), "a right for one partnership is none for all of them"
    everywhere = Person("1", "Ann", (Grant(role),))
    assert everywhere.may(right, "shropshire") == everywhere.may(right) == (right in MAY[role])


def test_grants_add_up() -> None:
    person = Person("1", "Ann", (Grant(Role.READER), Grant(Role.ANALYST, "derby")))
    derby = Reach(frozenset({"derby"}))
    assert person.eyes == Eyes(ALL, derby, derby, derby)
    assert Person("2", "Bo", (Grant(Role.CHAIR, "derby"),)).eyes == Eyes(derby, NONE, derby, NONE)
    assert person.reach(Right.PUBLISH).covers(frozenset({"derby"}))
    assert not person.reach(Right.PUBLISH).covers(frozenset({"derby", "shropshire"}))


def test_who_has_no_grant_sees_nothing_and_a_visitor_of_open_pages_reads_alone() -> None:
    assert VISITOR.eyes == Eyes(NONE, NONE)
    assert not VISITOR.reach(Right.READ)
    assert PUBLIC.eyes == Eyes(ALL, NONE)
    assert not any(PUBLIC.may(right, "derby") for right in Right if right is not Right.READ)


def test_whoever_runs_it_for_himself_may_do_everything() -> None:
    assert all(at_the_desk("Ann").may(right) for right in Right)


def test_scopes_join() -> None:
    derby, shropshire = Reach(frozenset({"derby"})), Reach(frozenset({"shropshire"}))
    assert derby | shropshire == Reach(frozenset({"derby", "shropshire"}))
    assert (derby | ALL) is ALL
    assert "anything" in ALL
    assert "derby" in derby
    assert "shropshire" not in derby
    assert ALL.covers(frozenset({"anything"}))
