"""Knows how a load is read once more when somebody says the period that its tables lack, or answers what is asked."""

from collections.abc import Mapping
from dataclasses import replace

from dashboard.domain.errors import RefusedFile
from dashboard.questions.store import Store
from dashboard.reports.evidence.loaded import LoadView
from dashboard.web.uploads.load_answers import answers_of
from dashboard.web.uploads.load_view import view_of
from dashboard.web.uploads.uploads import Uploads
from data.sources.figures.period_context import given_period


def refuse_unreadable(period: str) -> None:
    """Raise RefusedFile for a period that is said and cannot be read."""
    if period:
        given_period(period)


def answer_again(uploads: Uploads, store: Store, token: str, form: Mapping[str, str]) -> LoadView | None:
    """Begin to read the files of *token* with the answers of *form*; what is wrong with them is what the page says."""
    job = uploads.job(token)
    try:
        answers = answers_of(form, job)
    except RefusedFile as fault:
        return replace(view_of(token, job, store), faults=(str(fault),), sent=form) if job else None
    uploads.answer(token, answers)
    return None


def read_again(uploads: Uploads, store: Store, token: str, period: str) -> LoadView | None:
    """Begin to read the files of *token* with *period*; a period that cannot be read is what the page then says."""
    job = uploads.job(token)
    try:
        refuse_unreadable(period)
    except RefusedFile as fault:
        return replace(view_of(token, job, store), period=period, refused=(str(fault),)) if job else None
    uploads.read_again(token, period)
    return None
