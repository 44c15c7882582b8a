"""Knows the checks on what a document says more than once: in text and table, under two names, in parts and whole."""

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from dashboard.domain.checks.findings import Finding, Severity
from dashboard.domain.values.numbers import round_half_up, show
from dashboard.domain.values.said import hedge_holds, hedge_of

WHOLE = Decimal(100)
_DIGITS = re.compile(r"\d[\d,.]*")


class Saying(NamedTuple):
    """A figure as printed, and the section or name it is printed under."""

    text: str
    under: str


def _finding(rule: str, severity: Severity, subject: str, pair: tuple[str, str], sentence: str) -> Finding:
    return Finding(rule, severity, subject, *pair, None, sentence)


def table_awaits(subject: str, text: Saying, table: str) -> Finding:
    """Flag a figure that the text gives and the table still announces."""
    words = f"The text says {text.text} ({text.under}); the table prints {table}."
    return _finding("table-awaits", Severity.DIFFERS, subject, (text.text, table), words)


def share_as_said(subject: str, said: str, percentage: Decimal, counts: tuple[Decimal, Decimal]) -> Finding:
    """Compare a percentage of running text ("almost 60%") with the counts printed beside it."""
    part, whole = counts
    share = part / whole * WHOLE
    holds = hedge_holds(hedge_of(said), percentage, share)
    agrees = round_half_up(share, 0) == percentage if holds is None else holds
    words = f"{show(part)} of {show(whole)} is {show(round_half_up(share, 1), percent=True)}; the text says “{said}”."
    severity = Severity.AGREES if agrees else Severity.DIFFERS
    return Finding("share-as-said", severity, subject, percentage, share, percentage - share, words)


def parts_as_said(subject: str, total: Decimal, parts: Sequence[Decimal], *, percent: bool = False) -> Finding:
    """Compare a printed total of running text, or the whole of its shares, with the sum of its parts."""
    summed = sum(parts, Decimal(0))
    terms = " + ".join(show(part, percent=percent) for part in parts)
    words = f"{terms} = {show(summed, percent=percent)}"
    gap = total - summed
    sentence = f"{words}; printed as {show(total, percent=percent)}." if gap else f"{words}."
    severity = Severity.DIFFERS if gap else Severity.AGREES
    return Finding("parts-as-said", severity, subject, total, summed, gap, sentence)


def said_again(subject: str, first: Saying, second: Saying) -> Finding:
    """Compare two places that speak of the same thing: their numbers must be the same."""
    pair = (first.text, second.text)
    if _DIGITS.findall(first.text) == _DIGITS.findall(second.text):
        words = f"“{first.under}” and “{second.under}” say the same: {second.text}."
        return _finding("said-again", Severity.AGREES, subject, pair, words)
    words = f"“{first.under}” says {first.text}; “{second.under}” says {second.text}."
    return _finding("said-again", Severity.DIFFERS, subject, pair, words)


def named_again(subject: str, first: Saying, second: Saying) -> Finding:
    """Flag one figure under two names that do not mean the same."""
    if first.text != second.text:
        return said_again(subject, first, second)
    words = f"The same {first.text} is printed as “{first.under}” and as “{second.under}”."
    return _finding("named-again", Severity.FLAG, subject, (first.under, second.under), words)


def targets_short_of_parts(subject: str, printed: Sequence[str], parts: Sequence[str]) -> Finding | None:
    """Flag targets printed against fewer lines than there are parts; nothing where all or none have one."""
    given = [text for text in printed if text.strip()]
    if not given or len(given) == len(parts):
        return None
    words = (
        f"{len(parts)} parts ({', '.join(parts)}) have {len(given)} targets printed beside them ({', '.join(given)})"
    )
    sentence = f"{words}: which part has none is not printed."
    return _finding("targets-short-of-parts", Severity.FLAG, subject, (str(len(parts)), str(len(given))), sentence)
