"""Knows the addresses of the audit trail: a page of it, and all of it as a file."""

from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime

from flask import Flask, Response, request
from sqlalchemy import Engine

from dashboard.domain.access.deeds import Deed, DeedKind
from dashboard.exports.audit_file import as_csv
from dashboard.reports.desk import Desk
from dashboard.web.answers import html, plain
from dashboard.web.audit.asked import KEYS, asked_lines, key_of
from dashboard.web.ways import Link
from data.audit import reading
from data.audit.reading import EVERY_LINE, PAGE, WantedLines
from data.audit.recording import record_once
from layouts.plain.audit import AuditView, CheckedTrail, audit_page

OWN_PAGES = frozenset({"audit"})
BUSY = "The database is being written: try again in a moment."
MOST_CHECKED = 2_000  # lines that a page walks, in about a tenth of a second; the command walks all


class AuditRoutes:
    """Reads only, but for the line that says who took the trail away as a file."""

    def __init__(self, desk: Desk, engine: Engine) -> None:
        self._desk = desk
        self._engine = engine

    def page(self, navigation: Sequence[Link]) -> Response:
        asked = asked_lines(request.args)
        lines = reading.page(self._engine, asked.wanted, asked.before)
        view = AuditView(
            self._checked(),
            lines[:PAGE],
            people=[(key_of(*item), _called(*item)) for item in reading.people(self._engine)],
            partnerships=self._partnerships(),
            asked={name: request.args.get(name, "") for name in KEYS},
            older=lines[PAGE - 1].number if len(lines) > PAGE else None,
            faults=asked.faults,
        )
        return html(audit_page(navigation, view), 400 if asked.faults else 200)

    def file(self) -> Response:
        """The trail as CSV, written while it is read; it says itself where it is not whole or not all of it."""
        asked = asked_lines(request.args)
        if asked.faults:
            return plain(" ".join(asked.faults), 400)
        is_all = asked.wanted == EVERY_LINE
        told = "every line" if is_all else "some lines"
        if not record_once(self._engine, Deed(DeedKind.TRAIL_DOWNLOADED, told), datetime.now(UTC)):
            return plain(BUSY, 503)
        answer = Response(self._written(asked.wanted), mimetype="text/csv")
        name = f"outturn-audit{'' if is_all else '-part'}.csv"
        answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
        answer.headers["Cache-Control"] = "no-store"
        return answer

    def _written(self, wanted: WantedLines) -> Iterator[str]:
        soundness, _ = reading.check(self._engine)
        with reading.standing(self._engine) as connection:
            yield from as_csv(reading.stream(connection, wanted), soundness)

    def _checked(self) -> CheckedTrail:
        soundness, head = reading.check(self._engine, MOST_CHECKED)
        return CheckedTrail(soundness, head, min(MOST_CHECKED, head.count if head else 0))

    def _partnerships(self) -> list[tuple[str, str]]:
        names = self._desk.choices().names
        return [(slug, names.get(slug, slug)) for slug in reading.partnerships(self._engine)]


def _called(account: str, name: str) -> str:
    return f"{name} ({account})" if account else name or "Nobody named"


def add_audit(server: Flask, routes: AuditRoutes, navigation: Callable[[], Sequence[Link]]) -> None:
    """Register the page and the file."""
    server.add_url_rule("/audit", "audit", lambda: routes.page(navigation()))
    server.add_url_rule("/audit.csv", "audit-file", routes.file)
