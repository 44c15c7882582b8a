"""Knows what of signing in the audit trail is told."""

from datetime import UTC, datetime

from flask import request
from sqlalchemy import Engine

from dashboard.domain.access.accounts import Account
from dashboard.domain.access.deeds import Actor, Deed, DeedKind, Outcome, Way
from dashboard.web.audit.denied import note
from data.audit.acting import acting
from data.audit.recording import record


def noted_sign_in(engine: Engine, account: Account) -> None:
    """Somebody is signed in from now on, who was a visitor to this request."""
    person = account.person
    with acting(Actor(person.key, person.name, Way.SIGN_IN, request.remote_addr or "")):
        record(engine, Deed(DeedKind.SIGNED_IN, account.name), datetime.now(UTC))


def noted_failure(why: str) -> None:
    """Somebody could not sign in; the name is not kept, which may be a password typed into the wrong field."""
    note(Deed(DeedKind.SIGN_IN_FAILED, why, outcome=Outcome.FAILED))
