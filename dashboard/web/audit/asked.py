"""Knows which lines of the audit trail an address asks for, and what of it cannot be."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from dashboard.domain.access.deeds import DeedKind, Outcome
from data.audit.reading import WantedLines
from layouts.plain.audit import BEFORE, DAY, DEED, OUTCOME, PARTNERSHIP, PERSON

KEYS = (PERSON, DEED, PARTNERSHIP, DAY, OUTCOME, BEFORE)
LARGEST = 2**31 - 1  # number of a line
NO_DAY = "Enter a day such as 2026-11-30."


@dataclass(frozen=True, slots=True)
class AskedLines:
    """What is wanted, before which line, and the sentences on what cannot be."""

    wanted: WantedLines
    before: int | None
    faults: tuple[str, ...]


def asked_lines(query: Mapping[str, str]) -> AskedLines:
    """What the *query* of an address asks for; what cannot be is told, and asks for nothing."""
    said = {name: query.get(name, "") for name in KEYS}
    found = {
        "There is no such deed.": said[DEED] in ("", *DeedKind),
        "There is no such outcome.": said[OUTCOME] in ("", *Outcome),
        NO_DAY: not said[DAY] or _day(said[DAY]) is not None,
        "There is no such line.": not said[BEFORE] or _number(said[BEFORE]) is not None,
    }
    account, _, name = said[PERSON].partition(" ")
    wanted = WantedLines(
        account=account if said[PERSON] else None,
        name=name,
        deed=said[DEED],
        partnership=said[PARTNERSHIP],
        outcome=said[OUTCOME],
        day=_day(said[DAY]),
    )
    faults = tuple(sentence for sentence, holds in found.items() if not holds)
    return AskedLines(wanted, _number(said[BEFORE]), faults)


def key_of(account: str, name: str) -> str:
    """A person as the address names them: no key of an account holds a space."""
    return f"{account} {name}"


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _number(text: str) -> int | None:
    is_number = text.isascii() and text.isdigit() and len(text) < 11
    return int(text) if is_number and 0 < int(text) <= LARGEST else None
