"""Knows the way in: read in a child, compare, agree, write in one transaction that begins when all is read."""

from collections.abc import Callable, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass, replace
from pathlib import Path

from sqlalchemy import Connection, Engine

from dashboard.domain.errors import RefusedFile
from data.audit.recording import record, recorded
from data.connections.trouble import FAULTS, Trouble, trouble_of
from data.engine import begin_writing, for_bulk
from data.incidents.layouts import answered_layouts, layouts_of
from data.intake.audited import published, refused
from data.intake.call import Call, MovedOn
from data.intake.frames import Frame
from data.intake.kept_parcels import KeptParcels
from data.intake.reader import Reader, read
from data.intake.receipts import give
from data.intake.received_files import Received, loaded_before, receive
from data.names import slug
from data.parcels import Parcel, Refused
from data.scratch import held, scratch
from data.sources.told import Told, written_told
from data.summaries import FileSummary, Summary, Wish
from data.tables import street as tables
from data.tables.incidents import incidents
from data.tables.own import releases

BUSY = "Somebody else is loading at this moment: try again when they are done."
#: What a load of figures alone writes beside those of a release.
LOG = (tables.arrival, tables.rejected_row)

__all__ = ["FileSummary", "Summary", "Wish", "load_files"]


def load_files(engine: Engine, paths: Sequence[Path], wish: Wish, reader: Reader | None = None) -> Summary:
    """Load *paths* into *engine* in one transaction and return what happened.

    A refused file, or a caller who does not agree, leaves everything as it was. A *reader* that is ready is used.
    """
    load = _Load(engine, wish, reader)
    try:
        load.take([receive(path) for path in dict.fromkeys(paths)])
    except RefusedFile as fault:
        load.summary.refused.append(str(fault))
        load.summary.loaded = False
    except FAULTS as fault:
        trouble = trouble_of(fault)
        if trouble is None:
            raise
        load.summary.refused.append(BUSY if trouble is Trouble.BUSY else f"{trouble.wrong} {trouble.mend}")
        load.summary.loaded = False
        return load.summary
    if load.summary.refused and not wish.beneath:
        recorded(engine, refused(load.summary, wish), wish.moment)
    if load.summary.loaded:
        _cover(engine, load.summary.figures.homes)
    return load.summary


def _cover(engine: Engine, partnerships: Sequence[str]) -> None:
    """Work out now which small numbers of what was published are covered: no reader waits for it."""
    if partnerships:
        from data.store import SqlStore

        store = SqlStore(engine).as_at(None)
        for partnership in partnerships:
            store.covers(partnership)


@dataclass(frozen=True, slots=True)
class _Files:
    """The files of a call, which of them were read, and what was read of them."""

    received: Sequence[Received]
    read: Sequence[int]  # positions
    kept: KeptParcels


class _Load:
    """One call: its files are read first, and nothing is locked before all of them are."""

    def __init__(self, engine: Engine, wish: Wish, reader: Reader | None) -> None:
        self._engine = engine
        self._wish = wish
        self._reader = reader  # until it was asked
        self.summary = Summary()

    def take(self, received: Sequence[Received]) -> None:
        """Read *received*, again where something moved on meanwhile, and settle what becomes of it."""
        while True:
            wanted = self._unread(received)
            try:
                with KeptParcels(len(received)) as kept:
                    self._read([(at, received[at].path) for at in wanted], kept)
                    self._settle(_Files(received, wanted, kept))
            except MovedOn:
                continue
            return

    def _unread(self, received: Sequence[Received]) -> list[int]:
        """The positions of the files that are not published as they are."""
        with self._engine.connect() as connection:
            return [at for at, item in enumerate(received) if loaded_before(connection, item) is None]

    def _read(self, wanted: Sequence[tuple[int, Path]], kept: KeptParcels) -> None:
        """Keep what the child reads of the *wanted* files, up to the first that is refused."""
        rows = 0
        if not wanted:
            return
        try:
            ask, self._reader = self._reader.read if self._reader else read, None
            with closing(ask([path for _, path in wanted], self._told())) as found:
                for frame in found:
                    kept.add(Frame(wanted[frame.at][0], frame.said))
                    if kept.is_refused:
                        return
                    rows += frame.said.rows if isinstance(frame.said, Parcel) else 0
                    self._wish.progress(getattr(frame.said, "file", ""), rows)
        except RefusedFile as fault:
            kept.add(Frame(wanted[0][0], Refused(file="", sentence=str(fault))))

    def _told(self) -> str:
        """What is said of the files: their period, and how columns of lists were matched, in this call and before."""
        with self._engine.connect() as connection:
            kept = layouts_of(connection, slug(self._wish.partnership))
        return written_told(Told(self._wish.period, [*answered_layouts(self._wish.answers), *kept]))

    def _settle(self, files: _Files) -> None:
        """Publish what was read if the caller agrees; where something moved since they looked, they look again."""
        if not (self._wish.looks_first or files.kept.is_refused):
            self._publish(files, self._wish.agree)
            return
        self._look(files)
        while self._may_count and self._wish.agree(self.summary):
            self._publish(files, self.summary.__eq__)
            if self.summary.loaded:
                return

    def _look(self, files: _Files) -> None:
        """Compare on copies of the tables that are written: nobody waits for it."""
        wide = () if files.kept.holds_own_alone else tables.street.sorted_tables
        lists = incidents.sorted_tables if files.kept.holds_incidents else ()
        with scratch(self._engine, dict.fromkeys((*LOG, *wide, *lists, *releases.sorted_tables))) as connection:
            self._compare(connection, files)
            if self._may_count:
                self._wish.looked(held(connection), self.summary.figures)

    def _publish(self, files: _Files, agree: Callable[[Summary], bool]) -> None:
        """Compare and write in one transaction, which is kept if *agree* says so."""
        with suppress(_NotKept), begin_writing(self._engine, self._wish.waiting) as connection:
            for_bulk(connection)
            call = self._compare(connection, files)
            self.summary.loaded = self._may_count and agree(self.summary)
            if not self.summary.loaded:
                raise _NotKept
            if self._wish.receipt:
                give(connection, self._wish.receipt, self._wish.moment)
            if not self._wish.beneath:
                record(connection, published(self.summary, self._wish, call.release), self._wish.moment)

    def _compare(self, connection: Connection, files: _Files) -> Call:
        self.summary = Summary()
        call = Call(connection, self._wish, self.summary)
        try:
            call.take(files.received, files.kept.all(), files.read)
        finally:  # of what is refused too it is known whom it touches
            if call.release is not None:
                self.summary.figures = replace(self.summary.figures, homes=call.release.homes)
        self.summary.changes_anything = call.changed
        return call

    @property
    def _may_count(self) -> bool:
        return self.summary.changes_anything and not (self.summary.questions or self.summary.refused)


class _NotKept(Exception):
    """Leaves the transaction without a trace."""
