"""Knows the addresses at which a figure is traced: its cell, the file it was read from, an empty form for more."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path

from flask import Response, request, send_file
from sqlalchemy import Engine, select

from dashboard.domain.access.deeds import Deed, DeedKind
from dashboard.exports.template import as_book, as_csv
from dashboard.questions.store import Store
from dashboard.questions.street import Original
from dashboard.reports.desk import Desk
from dashboard.reports.evidence.covered_place import covered_place
from dashboard.web.access.asking import eyes, publishable
from dashboard.web.answers import attached, html, plain
from dashboard.web.audit.pages import BUSY
from dashboard.web.ways import Link
from data.audit.erased import Erasure, of_figure, of_file
from data.audit.recording import record_once
from data.intake.rereading import cell_again
from data.originals.places import Address, at
from data.own.history import arrival_homes, figure_place
from data.tables.street import arrival
from layouts.plain.figure import Behind, figure_page
from layouts.plain.loading import missing_page

HELD_BACK = "This file holds small numbers, which only the partnership’s office may see."
NOT_KEPT = "The file is not kept here."
ALTERED = "The file is not kept here as it was loaded: it was altered."
WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
NO_FIGURE = "There is no figure of this number."


class TraceRoutes:
    """What stands behind a figure, for whoever may see whose it is; the files lie in *originals*."""

    def __init__(
        self, desk: Desk, store: Store, behind: tuple[Engine, Address], navigation: Callable[[], Sequence[Link]]
    ) -> None:
        self._desk = desk
        self._store = store
        self._engine, self._originals = behind
        self._navigation = navigation

    def figure(self, number: int) -> Response:
        found = figure_place(self._engine, self._store, number)
        if found is None:
            return self._gone(of_figure(self._engine, number)) or self._missing(NO_FIGURE)
        if found.partnership not in eyes().read:
            return self._missing(NO_FIGURE)
        found = covered_place(found, self._store.covers(found.partnership))
        if found.is_covered:
            return html(figure_page(self._navigation(), found, Behind()))
        with at(self._originals).checked(found.sha256) as (state, copy):
            again = cell_again(copy, found.file, found.sheet, found.cell) if state is Original.KEPT else None
        may_correct = bool(publishable({found.partnership: ""}))
        behind = Behind(again, state, may_correct, not self._is_held_back(found.arrival))
        return html(figure_page(self._navigation(), found, behind))

    def file(self, number: int) -> Response:
        with self._engine.connect() as connection:
            query = select(arrival.c.name, arrival.c.sha256).where(arrival.c.id == number)
            found = connection.execute(query).first()
        if found and not eyes().read.covers(arrival_homes(self._engine, {number}).get(number, frozenset())):
            found = None
        if found and self._is_held_back(number):
            return html(missing_page(self._navigation(), HELD_BACK, "This file is held back"), 403)
        if found is None:
            return self._missing(NOT_KEPT)
        if gone := self._gone(of_file(self._engine, number)):
            return gone
        with at(self._originals).checked(found.sha256) as (state, copy):
            if state is not Original.KEPT:
                return self._missing(ALTERED if state is Original.ALTERED else NOT_KEPT)
            return self._taken_away(copy, number, found.name)

    def _is_held_back(self, number: int) -> bool:
        """Whether a file holds small numbers that are not for whoever asks."""
        return any(number in self._store.covered_files(item.slug) for item in self._store.partnerships())

    def _taken_away(self, copy: Path, number: int, name: str) -> Response:
        """*copy* as a download, of which the audit trail tells."""
        deed = Deed(DeedKind.FILE_DOWNLOADED, f"file {number}: {name}")
        if request.method != "HEAD" and not record_once(self._engine, deed, datetime.now(UTC)):
            return plain(BUSY, 503)  # nobody takes a file away of whom no line tells
        return _download(copy, name)

    def template(self, form: str) -> Response:
        asked = request.args.get("partnership", "")
        if asked and asked not in self._desk.choices().names:
            return plain("There is no such partnership.", 400)
        name = f"outturn-{asked or 'template'}.{form}"
        if form == "xlsx":
            return attached(as_book(self._store, asked), name, WORKBOOK)
        return attached(as_csv(self._store, asked).encode("utf-8-sig"), name, "text/csv")

    def _gone(self, erased: Erasure | None) -> Response | None:
        """That a file was erased, told to whoever might see what it held."""
        if erased is None or not eyes().read.covers(erased.partnerships):
            return None
        words = f"The file {erased.name} was {erased.sentence}."
        return html(missing_page(self._navigation(), words, "What stood here was erased"), 410)

    def _missing(self, words: str) -> Response:
        return html(missing_page(self._navigation(), words), 404)


def _download(copy: Path, name: str) -> Response:
    """*copy* under its own name; it stays open until it is sent, and goes when the block around this ends."""
    answer = send_file(copy.open("rb"), "application/octet-stream", as_attachment=True, download_name=name)
    answer.content_length = copy.stat().st_size
    return answer
