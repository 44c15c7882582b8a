"""Knows the key that a line of a plan keeps: by its reference, else by its words."""

import hashlib
import re
from datetime import date

LONGEST = 60  # characters of words in a key; what is cut is told apart by a fingerprint
SHOWN = 6  # characters of that
STRUCTURED = re.compile(r"[^\W\d_]|\d\W+\d")  # R1, SSC15-1, 7.3; a bare number is where a line stands, and moves


def plan_key(reference: str, words: str) -> str:
    """The key of a line with its *reference*, where that names it, or its *words*; an address can carry it."""
    return _named(reference) or _key(words.strip().removeprefix(reference)) or _key(reference)


def action_key(reference: str, words: str, objective: str) -> str:
    """The key of an action, whose words another objective may repeat; one without words is known by its number."""
    return plan_key(reference, f"{words} {objective}" if words.strip() else f"{objective} {reference}")


def meeting_key(reference: str, day: date | None, body: str) -> str:
    """The key of a meeting: its reference, else its day and the *body* that meets."""
    when = day.isoformat() if day else ""
    return _named(reference) or "-".join(filter(None, (when, _key(body))))


def rank_key(survey: str, group: str, period: str, concern: str) -> str:
    """The key of one concern in one round of a survey."""
    return "/".join(map(_key, (survey, group, period, concern)))


def _named(reference: str) -> str:
    return _key(reference) if STRUCTURED.search(reference) else ""


def _key(text: str) -> str:
    plain = "-".join(re.findall(r"[a-z0-9]+", text.lower().replace("&", " and ").replace("'", "")))
    lost = len(plain) > LONGEST or (not plain and text.strip())
    return f"{plain[:LONGEST].rstrip('-')}-{_fingerprint(text)}".lstrip("-") if lost else plain


def _fingerprint(text: str) -> str:
    return hashlib.sha256(" ".join(text.split()).encode()).hexdigest()[:SHOWN]
