"""Knows how long a loaded file is kept: the rule of its source, else of its kind, and the day on which it is due."""

from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from dashboard.domain.errors import RefusedDecision
from dashboard.domain.wording import one_line

KEPT = 0  # months of a rule that sets no end
MOST_MONTHS = 1_200
MONTHS = 12
LONGEST_REASON = 500


class KeptBy(StrEnum):
    """What a rule is about."""

    SOURCE = "source"
    KIND = "kind"


@dataclass(frozen=True, slots=True)
class KeepRule:
    """How many months files of one source, or of one kind, are kept; the newest rule of each counts."""

    about: KeptBy
    name: str
    months: int
    reason: str
    author: str
    moment: str = ""

    @property
    def key(self) -> tuple[str, str]:
        return (self.about, self.name.casefold())


@dataclass(frozen=True, slots=True)
class LoadedFile:
    """A file of the log: what retention asks of it."""

    number: int
    name: str
    kind: str
    source: str
    sha256: str
    loaded: date


def read_rule(of: str, months: str, reason: str, author: str, known: Iterable[str]) -> KeepRule:
    """The rule that a form says, about one of the *known* things; raises RefusedDecision with what is wrong."""
    about, _, name = of.partition(" ")
    told = {
        "of": "" if of in frozenset(known) else "Choose whose files the rule is about.",
        "months": "" if _is_months(months) else f"Enter a number of months from 0 to {MOST_MONTHS:,}.",
        "reason": _reason_fault(why := one_line(reason)),
    }
    if faults := tuple((field, words) for field, words in told.items() if words):
        raise RefusedDecision(faults)
    return KeepRule(KeptBy(about), name, int(months), why, author)


def _reason_fault(reason: str) -> str:
    if len(reason) > LONGEST_REASON:
        return f"The reason must be {LONGEST_REASON} characters or fewer: it has {len(reason):,}."
    return "" if reason else "Enter why."


def _is_months(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) < 5 and int(text) <= MOST_MONTHS


def standing(rules: Iterable[KeepRule]) -> tuple[KeepRule, ...]:
    """Of *rules*, the oldest first, those that count."""
    return tuple({rule.key: rule for rule in rules}.values())


def rule_of(file: LoadedFile, rules: Iterable[KeepRule]) -> KeepRule | None:
    """The rule that a *file* is kept by; None where nobody has decided: it is kept."""
    known = {rule.key: rule for rule in rules}
    return known.get((KeptBy.SOURCE, file.source.casefold())) or known.get((KeptBy.KIND, file.kind.casefold()))


def due(file: LoadedFile, rules: Iterable[KeepRule]) -> date | None:
    """The day from which a *file* is to be erased; None while there is no such day."""
    rule = rule_of(file, rules)
    return months_after(file.loaded, rule.months) if rule is not None and rule.months != KEPT else None


def months_after(day: date, months: int) -> date:
    """The same day so many *months* later, or the last of a shorter month."""
    year, month = divmod(day.year * MONTHS + day.month - 1 + months, MONTHS)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
