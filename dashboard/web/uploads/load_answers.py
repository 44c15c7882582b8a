"""Knows which answers a form of the preview gives: what differs from what it showed."""

from collections.abc import Mapping

from dashboard.domain.entering.questions import COLUMNS, NAME, Question
from dashboard.domain.incidents.columns import ColumnRole, matched, said_columns
from dashboard.web.uploads.upload_notes import Job
from data.sources.figures.parcels import DECLARED
from layouts.plain.indicator_answers import field_name

LONGEST_ANSWER = 100
MOST_ROWS = 2_000


def answers_of(form: Mapping[str, str], job: Job | None) -> dict[str, dict[str, str]]:
    """By indicator or file, what is answered otherwise than the page of *job* showed it.

    Raises RefusedFile where columns of a list are matched as they cannot be.
    """
    matching = {item.about: item for item in job.summary.questions if item.columns} if job else {}
    shown = {item.about: item for item in job.summary.figures.described} if job else {}
    asked = {item.key for item in job.summary.questions} if job else set()
    found: dict[str, dict[str, str]] = {}
    for at in range(MOST_ROWS):
        about = form.get(field_name(at, "about"), "")
        if not about:
            break
        given = _given(form, at, {column for name, column in asked if name == about})
        if about in matching:
            found[about] = _matching(form, at, matching[about])
            continue
        before = shown.get(about)
        found[about] = {column: text for column, text in given.items() if text != getattr(before, column, "")}
    return {about: said for about, said in found.items() if said}


def _matching(form: Mapping[str, str], at: int, asked: Question) -> dict[str, str]:
    """How the columns of a list are matched, and the name that is kept under."""
    said = [(form.get(field_name(at, f"{COLUMNS}-{column}"), ""), column) for column in range(len(asked.columns))]
    roles = matched([(role, column) for role, column in said if role in set(ColumnRole)])
    name = " ".join(form.get(field_name(at, NAME), "").split())[:LONGEST_ANSWER]
    return {COLUMNS: said_columns(roles), NAME: name or asked.about}


def _given(form: Mapping[str, str], at: int, asked: set[str]) -> dict[str, str]:
    """What one row says; a question is answered by words alone, anything declared may be emptied."""
    given = {}
    for column in (*DECLARED, *sorted(asked - set(DECLARED))):
        text = form.get(field_name(at, column))
        if text is not None and (text or column not in asked):
            given[column] = " ".join(text.split())[:LONGEST_ANSWER]
    return given
