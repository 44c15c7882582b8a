"""Knows the outcome of a check: what was said, what was found, and one sentence for the reader."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class Severity(StrEnum):
    """A figure differs from another, deserves a look, or agrees."""

    DIFFERS = "differs"
    FLAG = "flag"
    AGREES = "agrees"


@dataclass(frozen=True, slots=True)
class Finding:
    """One rule's answer about *subject*; *difference* is said less found, where both are numbers."""

    rule: str
    severity: Severity
    subject: str
    said: Decimal | str
    found: Decimal | str
    difference: Decimal | None
    sentence: str
    indicators: tuple[str, ...] = ()  # the indicators it concerns, where the caller knows them
