"""Names and roles as they are said: in a command, in a provider's claim."""

import pytest

from dashboard.domain.access.accounts import (
    Account,
    claimed,
    grants_of,
    is_strong,
    name_of,
    same_name,
    spelled,
    spelled_all,
)
from dashboard.domain.access.people import Grant, Role
from dashboard.domain.errors import RefusedAccount

KNOWN = ("derby", "staffordshire")
DERBY = Grant(Role.ANALYST, "derby")


@pytest.mark.parametrize(
    ("said", "partnerships", "found"),
    [
        (["reader"], [], (Grant(Role.READER),)),
        (["analyst"], ["derby"], (DERBY,)),
        (["analyst"], ["derby", "staffordshire"], (DERBY, Grant(Role.ANALYST, "staffordshire"))),
        (["analyst:derby", "reader"], [], (DERBY, Grant(Role.READER))),
        (["analyst:derby", "analyst:derby"], [], (DERBY,)),
        (["none"], [], ()),
        ([], ["derby"], ()),
    ],
)
def test_roles_are_said_with_their_partnerships(
    said: list[str], partnerships: list[str], found: tuple[Grant, ...]
) -> None:
    assert grants_of(said, partnerships, KNOWN) == found


@pytest.mark.parametrize("said", ["boss", "", "analyst:", "Analyst", "analyst:nowhere", ":derby", "administrator:x"])
def test_what_is_no_role_or_partnership_is_refused_in_a_sentence(said: str) -> None:
    with pytest.raises(RefusedAccount, match=r"^There is no (role|partnership) .*; there are .*\.$"):
        grants_of([said], [], KNOWN)


@pytest.mark.parametrize(
    ("said", "found"),
    [
        (["analyst:derby", "mail-users", 7, None, {"a": 1}], (DERBY,)),
        ("analyst:derby  boss reader", (DERBY, Grant(Role.READER))),
        ([], ()),
        ("", ()),
        (None, ()),
        (7, ()),
        ({"analyst": True}, ()),
        (["x"] * 10_000 + ["administrator"], ()),
    ],
)
def test_a_claim_gives_the_roles_that_it_names_and_nothing_else(said: object, found: tuple[Grant, ...]) -> None:
    assert claimed(said) == found


def test_a_role_is_spelled_as_it_is_said() -> None:
    for grant in (DERBY, Grant(Role.READER)):
        assert claimed(spelled(grant)) == (grant,)
    assert spelled_all((Grant(Role.READER), Grant(Role.ANALYST, "derby"))) == "reader, analyst:derby"
    assert spelled_all(()) == "without a role"


@pytest.mark.parametrize(
    ("said", "name"), [(" a.officer ", "a.officer"), ("Zoë  Officer", "Zoë Officer"), ("李", "李")]
)
def test_a_name_is_one_line(said: str, name: str) -> None:
    assert name_of(said) == name


@pytest.mark.parametrize("said", ["", "  ", "x" * 101, "a\x00b", "a\u202eb", "a\x1b[31m"])
def test_a_name_that_cannot_be_read_is_refused(said: str) -> None:
    with pytest.raises(RefusedAccount, match="1 to 100 letters"):
        name_of(said)


def test_capitals_and_the_way_a_letter_is_written_make_no_other_name() -> None:
    assert same_name("A.OFFICER") == same_name("a.officer") == same_name("\uff41.officer")
    assert same_name("zoe\u0308") == same_name("Zoë") != same_name("zoe")


def test_the_log_says_the_shown_name_and_keeps_the_number() -> None:
    person = Account(7, "a.officer", "A. Officer", "local", grants=(DERBY,)).person
    assert (person.key, person.name, person.grants) == ("account-7", "A. Officer", (DERBY,))
    assert Account(7, "a.officer", "", "local").person.name == "a.officer"


@pytest.mark.parametrize(
    ("said", "is_enough"),
    [
        ({"amr": ["pwd", "mfa"]}, True),
        ({"acr": "c1"}, True),
        ({"acrs": ["c1"]}, True),
        ({"acrs": "c1"}, True),
        ({}, False),
        ({"amr": ["pwd"], "acr": "0"}, False),
        ({"amr": "mfa c1"}, False),
        ({"acr": None, "amr": [None, 1, {"mfa": 1}]}, False),
        ({"roles": ["mfa"]}, False),
    ],
)
def test_how_somebody_signed_in_is_what_the_provider_says_and_nothing_less(
    said: dict[str, object], is_enough: bool
) -> None:
    assert is_strong(said, ("mfa", "c1")) == is_enough
    assert is_strong(said, ())
