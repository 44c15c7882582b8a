"""Knows which answers a form of the preview gives: what differs from what it showed."""

from collections.abc import Mapping

from dashboard.web.uploads.upload_notes import Job
from data.sources.figures.parcels import DECLARED
from layouts.plain.indicator_answers import field_name

LONGEST_ANSWER = 100
MOST_ROWS = 2_000


def answers_of(form: Mapping[str, str], job: Job | None) -> dict[str, dict[str, str]]:
    """By indicator or file, what is answered otherwise than the page of *job* showed it."""
    shown = {item.about: item for item in job.summary.figures.described} if job else {}
    asked = {item.key for item in job.summary.questions} if job else set()
    found: dict[str, dict[str, str]] = {}
    for at in range(MOST_ROWS):
        about = form.get(field_name(at, "about"), "")
        if not about:
            break
        given = _given(form, at, {column for name, column in asked if name == about})
        before = shown.get(about)
        found[about] = {column: text for column, text in given.items() if text != getattr(before, column, "")}
    return {about: said for about, said in found.items() if said}


def _given(form: Mapping[str, str], at: int, asked: set[str]) -> dict[str, str]:
    """What one row says; a question is answered by words alone, anything declared may be emptied."""
    given = {}
    for column in (*DECLARED, *sorted(asked - set(DECLARED))):
        text = form.get(field_name(at, column))
        if text is not None and (text or column not in asked):
            given[column] = " ".join(text.split())[:LONGEST_ANSWER]
    return given
