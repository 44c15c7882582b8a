"""Knows how what is denied to somebody, and what fails, comes into the audit trail: bounded, and never in the way."""

import atexit
from datetime import UTC, datetime

from flask import Flask, current_app
from sqlalchemy import Engine

from dashboard.domain.access.deeds import Deed, DeedKind, Outcome
from data.audit.bounded import BoundedTrail

TRAIL = "outturn-trail"  # under which the server finds it among its extensions


def add_trail(server: Flask, engine: Engine) -> None:
    """Keep on *engine* what is denied on the pages of *server*; a process that ends tells what it only counted."""
    trail = BoundedTrail(engine, lambda: datetime.now(UTC))
    server.extensions[TRAIL] = trail
    atexit.register(trail.close)


def note_denied(subject: str, partnership: str = "") -> None:
    """Tell that somebody asked for *subject*, an address or an action, without the right to it."""
    note(Deed(DeedKind.ACCESS_DENIED, subject, partnership, outcome=Outcome.DENIED))


def note(deed: Deed) -> None:
    """Tell of a *deed* that was denied or failed; at most so many a minute are listed one by one."""
    trail = current_app.extensions.get(TRAIL)
    if trail is not None:  # a product without a database tells nobody
        trail.note(deed)
