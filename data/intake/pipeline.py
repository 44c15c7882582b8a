"""Knows the way in: read in a child, check, write in one transaction, say what changed; all of a call or nothing."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError

from dashboard.domain.entering.questions import open_questions
from dashboard.domain.errors import RefusedFile
from dashboard.reports.street.incomplete import incomplete
from data.engine import begin_writing, for_bulk
from data.geography import lookups as geography
from data.geography.unplaced import unplaced
from data.intake.child import REFUSED, STRAY
from data.intake.reader import read
from data.intake.received_files import Log, Received, loaded_before, receive, seen_before
from data.intake.refusals import mostly_unread, too_many
from data.own.publishing.release import Release
from data.own.reading.dating import AWAITED
from data.own.reading.street_targets import KIND as STREET_TARGETS
from data.sources.figures.parcels import KIND as FIGURES
from data.sources.rejections import MOST_KEPT
from data.sources.words import shown
from data.store import SqlStore
from data.street import targets as street_targets
from data.street.dating import refuse_misdated
from data.street.doubting import judge
from data.street.months import Streets
from data.street.stop_search import Searches
from data.street.totals import settle
from data.summaries import FileSummary, Summary, Wish

MOST_REJECTED = 0.05  # of a file's rows; more, and the file is not what it should be
MOST_UNREAD = 0.5  # of a typed table's figures: an officer has to see what can be read, and mend the rest
LONGEST_PATH = 200
RELEASED = (FIGURES, STREET_TARGETS)  # published as a release, which can be undone
BUSY = "Somebody else is loading at this moment: try again when they are done."

Parcel = dict[str, Any]

__all__ = ["FileSummary", "Summary", "Wish", "load_files"]


def load_files(engine: Engine, paths: Sequence[Path], wish: Wish) -> Summary:
    """Load *paths* into *engine* in one transaction and return what happened.

    A refused file, or a caller who does not agree, leaves everything as it was.
    """
    summary = Summary()
    try:
        received = [receive(path) for path in dict.fromkeys(paths)]
        with _attempt(engine) as attempt:
            call = _Call(attempt.connection, wish, summary)
            call.take(received)
            summary.changes_anything = call.changed
            may_count = not (summary.questions or summary.refused)
            attempt.kept = summary.loaded = call.changed and may_count and wish.agree(summary)
    except RefusedFile as fault:
        summary.refused.append(str(fault))
        summary.loaded = False
    except DBAPIError as fault:
        reason = shown(str(fault.orig).strip().partition("\n")[0], 200)
        busy = "locked" in reason
        summary.refused.append(BUSY if busy else f"The database cannot be written: {reason}.")
        summary.loaded = False
    return summary


@dataclass(slots=True)
class _Attempt:
    connection: Connection
    kept: bool = False


@contextmanager
def _attempt(engine: Engine) -> Iterator[_Attempt]:
    """A transaction that leaves nothing unless it is *kept*."""
    try:
        with begin_writing(engine) as connection:
            for_bulk(connection)
            attempt = _Attempt(connection)
            yield attempt
            if not attempt.kept:
                raise _NotKept
    except _NotKept:
        return


class _NotKept(Exception):
    """Leaves the transaction without a trace."""


@dataclass(slots=True)
class _New:
    """A file that is read in this call, with its number in the log."""

    received: Received
    summary: FileSummary
    arrival: int

    def called(self, parcel: Parcel) -> str:
        """What the file of a parcel is called, wherever it lies."""
        whole = self.received.name.removesuffix(".gz") == parcel["file"]
        return _called(self.received) if whole else f"{parcel['file']} in {_called(self.received)}"


def _called(received: Received) -> str:
    """The path as it was given: two folders may hold files of one name."""
    return shown(str(received.path), LONGEST_PATH)


class _Call:
    """One call of the loader, inside its transaction."""

    def __init__(self, connection: Connection, wish: Wish, summary: Summary) -> None:
        self._connection = connection
        self._wish = wish
        self._summary = summary
        self._streets = Streets(connection)
        self._searches = Searches(connection)
        self._own = Release(connection, SqlStore(connection.engine), wish)
        self._log = Log(connection, wish.source, wish.moment)
        self._settles = False  # totals of street-level crime

    @property
    def changed(self) -> bool:
        return self._settles or self._own.publishes

    def take(self, received: Sequence[Received]) -> None:
        """Read what is new of *received*, write it, and bring every total up to date."""
        new = []
        for item in received:
            file = FileSummary(item.name, item.sha256)
            self._summary.files.append(file)
            if before := loaded_before(self._connection, item):
                file.said.append(f"Already loaded on {before.day}; nothing changes.")
                self._streets.keep(before.arrival, _called(item))
            else:
                new.append(_New(item, file, self._log.open(item)))
        if new:
            with closing(read([item.received.path for item in new], self._wish.period)) as parcels:
                for parcel in parcels:
                    self._take_parcel(parcel, new[parcel["at"]])
                    self._wish.progress(parcel["file"], self._summary.rows)
        self._take_figures({item.arrival: item for item in new})
        if self._settles:
            moment = self._wish.moment.isoformat()
            settle(self._connection, self._streets.touched, moment, regrow=self._streets.rolled_later)
            doubted = judge(self._connection, {force for force, _ in self._streets.touched})
            self._summary.incomplete += map(incomplete, doubted)
        self._close(new)

    def _take_figures(self, new: Mapping[int, "_New"]) -> None:
        """Read every table of figures, now that all declarations are there, and lay them over what is published."""
        for parcel, arrival, reading in self._own.read():
            file = new[arrival].summary
            file.said += dict.fromkeys(reading.remarks)
            self._count_rejected(file, reading.rules)
            file.kept += reading.rejected[: MOST_KEPT - len(file.kept)]
            self._log.reject(arrival, {"file": parcel["file"], "rejected": reading.rejected})
            most = MOST_UNREAD * (len(parcel["figures"]) + len(parcel["declared"]))
            lost = sum(item["rule"] != AWAITED for item in reading.rejected)
            if lost > most or (parcel["figures"] and reading.holds_nothing):
                raise RefusedFile(mostly_unread(parcel["file"], reading.rejected))
        self._summary.figures = self._own.write(self._wish.moment, self._wish.who)
        self._summary.questions += self._own.questions
        self._summary.refused += self._own.faults
        if not self._own.publishes:
            for item in new.values():
                if item.summary.kind in RELEASED and (before := seen_before(self._connection, item.received)):
                    item.summary.said.append(f"Already loaded on {before}; nothing changes.")

    @staticmethod
    def _count_rejected(file: FileSummary, rules: Mapping[str, int]) -> None:
        file.rejected += sum(rules.values())
        for rule, count in rules.items():
            file.rules[rule] = file.rules.get(rule, 0) + count

    def _close(self, new: Sequence[_New]) -> None:
        """Complete the log of every file, now that it is known where its rows lie."""
        said = unplaced(self._connection, [item.arrival for item in new])
        for item in new:
            file = item.summary
            file.said += said.get(item.arrival, [])
            values = {"kind": file.kind, "rows": file.rows, "rejected": file.rejected, "held": file.held}
            self._log.close(item.arrival, values | {"remarks": "\n".join(file.said)})

    def _take_parcel(self, parcel: Parcel, item: _New) -> None:
        file = item.summary
        if parcel["kind"] == REFUSED:
            raise RefusedFile(parcel["sentence"])
        if parcel["kind"] == STRAY:
            file.said.append(parcel["sentence"])
            return
        rejected = sum(parcel["rules"].values())
        if parcel["kind"] != FIGURES and rejected > MOST_REJECTED * parcel["rows"]:
            raise RefusedFile(too_many(parcel, rejected))
        file.kind = file.kind if file.kind == "street" else parcel["kind"]
        file.rows += parcel["rows"]
        self._count_rejected(file, parcel["rules"])
        file.kept += parcel["rejected"][: MOST_KEPT - len(file.kept)]
        file.said += parcel["remarks"]
        self._summary.questions += open_questions(parcel, self._wish.answers)
        self._log.reject(item.arrival, parcel)
        self._write(parcel, item)

    def _write(self, parcel: Parcel, item: _New) -> None:
        kind, said = parcel["kind"], item.summary.said
        refuse_misdated(parcel, self._wish)
        if kind == "street":
            said += self._streets.write(parcel, item.arrival, item.called(parcel))
            item.summary.held += 1
            self._settles |= bool(self._streets.touched)
        elif kind == "stop-search":
            self._settles |= self._searches.write(parcel, item.called(parcel))
        elif kind == STREET_TARGETS and self._wish.beneath:
            self._settles |= street_targets.write(self._connection, parcel, item.arrival)
        elif kind in RELEASED:
            self._own.take(parcel, item.arrival, item.called(parcel))
        else:
            changed, sentence = geography.write(self._connection, parcel)
            self._streets.rolled_later |= changed and kind not in geography.APART  # into another tree of areas
            self._settles |= changed
            said.append(sentence)
