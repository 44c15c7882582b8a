"""Knows the outcome of a check: what was said, what was found, and one sentence for the reader."""

import hashlib
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

    @property
    def key(self) -> str:
        """Names the finding as long as it says the same; other figures make another finding, which is open again."""
        said = "\n".join((self.rule, self.subject, self.sentence))
        return hashlib.sha256(said.encode()).hexdigest()[:16]


class Standing(StrEnum):
    """What somebody made of a finding."""

    OPEN = "open"
    EXPLAINED = "explained"
    ACCEPTED = "accepted"


@dataclass(frozen=True, slots=True)
class Judgement:
    """What was said of the finding with a key, by whom and when (ISO, UTC)."""

    finding: str
    standing: Standing
    words: str
    who: str
    moment: str
