"""Knows what officers type into one cell that is several: a number before an action, M and P, dates in a list."""

import re
from collections.abc import Iterator, Mapping

from dashboard.domain.plans.days import exact_day, last_day

NUMBERED = re.compile(r"(?P<ref>\d{1,2}(?:\.\d{1,2}){1,2})[.)]?\s+(?P<words>\S.*)", re.DOTALL)
MEASURED = re.compile(
    r"\s*(?:M\s*[-\u2013\u2014:]\s*)(?P<measure>.*?)(?:\s+P\s*[-\u2013\u2014:]\s*(?P<progress>.*))?", re.DOTALL
)
DUE = re.compile(
    r"\bby (?:the )?(?:end of )?(?:\d{1,2}(?:st|nd|rd|th)? )?(?:[A-Z][a-z]{2,8} \d{4}|\d{1,2}/\d{1,2}/\d{2,4})"
)
BULLET = re.compile(r"^[-\u2013\u2022\u25cb*·o]\s*(?=\S)")
DAY = re.compile(r"(?<![\d/])(?P<day>\d{1,2})/(?P<month>\d{1,2})(?:/(?P<year>\d{4}|\d{2}))?(?![\d/])")
BETWEEN = re.compile(r"\s*(?:-|\u2013|\u2014|to|until)\s*", re.IGNORECASE)
OPEN_END = re.compile(r"\b(?:commenc|start|begin|launch)", re.IGNORECASE)
SHARE = re.compile(r"\s*[(\[]\s*(?P<percent>\d{1,3}(?:\.\d+)?)\s?%\s*[)\]]\s*$")


def numbered(said: Mapping[str, str]) -> dict[str, str]:
    """An action with the number that it begins with as its reference; a line above the number is the objective."""
    found = dict(said)
    lines = said.get("action", "").split("\n")
    for at in range(len(lines[:2])):
        match = NUMBERED.fullmatch("\n".join(lines[at:]))
        if match is None or said.get("ref") not in (None, "", match["ref"]):
            continue
        found |= {"ref": match["ref"], "action": match["words"]}
        if at and not said.get("objective"):
            found["objective"] = lines[0]
        return found
    return found


def measured(said: Mapping[str, str]) -> dict[str, str]:
    """A line whose measure (M) and progress (P) stand in one cell, each as its own field."""
    found = dict(said)
    both = found.pop("measure progress", "")
    if both:
        parts = MEASURED.fullmatch(both)
        found["measure"] = parts["measure"].strip() if parts else both
        if parts and parts["progress"]:
            found["progress"] = parts["progress"].strip()
    return found


def dated(said: Mapping[str, str]) -> dict[str, str]:
    """A line without a column for it with the day that its outcome is due by: “… by March 2011”."""
    day = DUE.search(said.get("outcome", "")) if "due" not in said else None
    return dict(said) | ({"due": day[0]} if day and last_day(day[0]) else {})


def campaigns_in(text: str, year: int | None) -> Iterator[dict[str, str]]:
    """The campaigns of a cell, one a line; days without a year are of *year*."""
    before = ""
    for line in text.split("\n"):
        words = BULLET.sub("", line.strip())
        if words.endswith(":"):
            before = words
            continue
        if words:
            yield {"campaign": f"{before} {words}".strip()} | _days(words, year)
        before = ""


def _days(words: str, year: int | None) -> dict[str, str]:
    """The first day that the words name, and the last where a range or a single day is meant."""
    days = [item for item in DAY.finditer(words) if _written(item, year)]
    if not days:
        return {}
    first = _written(days[0], year)
    if len(days) > 1 and BETWEEN.fullmatch(words[days[0].end() : days[1].start()]):
        return {"starts": first, "ends": _written(days[1], year)}
    return {"starts": first} if OPEN_END.search(words) else {"starts": first, "ends": first}


def _written(found: re.Match[str], year: int | None) -> str:
    """A day with its year; nothing for what is no day."""
    which = found["year"] or (str(year) if year else "")
    text = f"{found['day']}/{found['month']}/{which}"
    return text if exact_day(text) else ""


def shared(concern: str) -> tuple[str, str]:
    """A concern without the percentage in brackets behind it, and that."""
    found = SHARE.search(concern)
    return (concern[: found.start()], found["percent"]) if found else (concern, "")


def campaign_kind(words: str) -> str:
    """Whether a campaign runs or is planned, as the words for its state say; without any it is planned."""
    running = ("current", "ongoing", "on-going", "live", "running", "active", "in progress", "started")
    return "current" if words.strip().lower().startswith(running) else "planned"
