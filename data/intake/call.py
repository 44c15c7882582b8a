"""Knows one call of the loader inside its transaction: checks and writes each parcel, brings every total up to date."""

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import Connection

from dashboard.domain.errors import RefusedFile
from dashboard.reports.street.incomplete import incomplete
from data.geography import lookups as geography
from data.geography.unplaced import unplaced
from data.intake.frames import Frame
from data.intake.received_files import Log, Received, loaded_before, seen_before
from data.intake.refusals import mostly_unread, too_many
from data.parcels import (
    FigureTable,
    GeographyParcel,
    OwnTable,
    Parcel,
    ReadTable,
    Refused,
    Said,
    StopSearches,
    Stray,
    StreetMonth,
    StreetTargets,
)
from data.sources.rejections import MOST_KEPT
from data.sources.words import shown
from data.street.dating import refuse_misdated
from data.street.doubting import judge
from data.street.months import Streets
from data.street.stop_search import Searches
from data.street.totals import settle
from data.summaries import FileSummary, Summary, Wish

if TYPE_CHECKING:
    from data.own.publishing.release import Release

MOST_REJECTED = 0.05  # of a file's rows; more, and the file is not what it should be
MOST_UNREAD = 0.5  # of a typed table's figures: an officer has to see what can be read, and mend the rest
LONGEST_PATH = 200
RELEASED = (FigureTable.kind, StreetTargets.kind)  # published as a release, which can be undone


class MovedOn(Exception):
    """Something else was published since the files were read: a file that was loaded already is so no more."""


@dataclass(slots=True)
class _New:
    """A file that is read in this call, with its number in the log."""

    received: Received
    summary: FileSummary
    arrival: int

    def called(self, parcel: Parcel) -> str:
        """What the file of a parcel is called, wherever it lies."""
        whole = self.received.name.removesuffix(".gz") == parcel.file
        return _called(self.received) if whole else f"{parcel.file} in {_called(self.received)}"


def _called(received: Received) -> str:
    """The path as it was given: two folders may hold files of one name."""
    return shown(str(received.path), LONGEST_PATH)


class Call:
    """One call of the loader, inside its transaction."""

    def __init__(self, connection: Connection, wish: Wish, summary: Summary) -> None:
        self._connection = connection
        self._wish = wish
        self._summary = summary
        self._streets = Streets(connection)
        self._searches = Searches(connection)
        self._release: Release | None = None  # of figures, once a file holds some
        self._log = Log(connection, wish.source, wish.moment)
        self._settles = False  # totals of street-level crime

    @property
    def changed(self) -> bool:
        return self._settles or (self._release is not None and self._release.publishes)

    @property
    def _own(self) -> "Release":
        """What lays figures over those that are published; a load of crime alone does not wait for its imports."""
        if self._release is None:
            from data.own.publishing.release import Release
            from data.store import SqlStore

            self._release = Release(self._connection, SqlStore(self._connection.engine), self._wish)
        return self._release

    def take(self, received: Sequence[Received], read: Iterable[Frame], positions: Container[int]) -> None:
        """Write what was *read* of the files at *positions*, if it is new, and bring every total up to date.

        Raises MovedOn where a file has to be read after all.
        """
        new = dict(self._opened(received, positions))
        for frame in read:
            if frame.at in new:
                self._take_parcel(frame.said, new[frame.at])
        if self._release is not None:
            self._take_figures({item.arrival: item for item in new.values()})
        if self._settles:
            self._streets.roll_up()
            moment = self._wish.moment.isoformat()
            settle(self._connection, self._streets.touched, moment, regrow=self._streets.rolled_later)
            doubted = judge(self._connection, {force for force, _ in self._streets.touched})
            self._summary.incomplete += map(incomplete, doubted)
        self._close([*new.values()])

    def _opened(self, received: Sequence[Received], positions: Container[int]) -> Iterator[tuple[int, _New]]:
        """The files that are new, by position; what is published already is said."""
        for at, item in enumerate(received):
            file = FileSummary(item.name, item.sha256)
            self._summary.files.append(file)
            if before := loaded_before(self._connection, item):
                file.said.append(f"Already loaded on {before.day}; nothing changes.")
                self._streets.keep(before.arrival, _called(item))
            elif at not in positions:
                raise MovedOn
            else:
                yield at, _New(item, file, self._log.open(item))

    def _take_figures(self, new: Mapping[int, "_New"]) -> None:
        """Read every table of figures, now that all declarations are there, and lay them over what is published."""
        from data.own.reading.dating import AWAITED

        for parcel, arrival, reading in self._own.read():
            file = new[arrival].summary
            file.said += dict.fromkeys(reading.remarks)
            self._count_rejected(file, reading.rules)
            file.kept += reading.rejected[: MOST_KEPT - len(file.kept)]
            self._log.reject(arrival, parcel.file, reading.rejected)
            most = MOST_UNREAD * (len(parcel.figures) + len(parcel.declared))
            lost = sum(item["rule"] != AWAITED for item in reading.rejected)
            if lost > most or (parcel.figures and reading.holds_nothing):
                raise RefusedFile(mostly_unread(parcel.file, reading.rejected))
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

    def _take_parcel(self, said: Said, item: _New) -> None:
        file = item.summary
        match said:
            case Refused():
                raise RefusedFile(said.sentence)
            case Stray():
                file.said.append(said.sentence)
            case Parcel():
                self._take_table(said, item)

    def _take_table(self, parcel: ReadTable, item: _New) -> None:
        file, rejected = item.summary, sum(parcel.rules.values())
        if parcel.kind != FigureTable.kind and rejected > MOST_REJECTED * parcel.rows:
            raise RefusedFile(too_many(parcel, rejected))
        file.kind = file.kind if file.kind == StreetMonth.kind else parcel.kind
        file.rows += parcel.rows
        self._count_rejected(file, parcel.rules)
        file.kept += parcel.rejected[: MOST_KEPT - len(file.kept)]
        file.said += parcel.remarks
        self._log.reject(item.arrival, parcel.file, parcel.rejected)
        self._write(parcel, item)

    def _write(self, parcel: ReadTable, item: _New) -> None:
        """Give a parcel to the writer of its kind."""
        match parcel:
            case StreetMonth():
                refuse_misdated(parcel, self._wish)
                item.summary.said += self._streets.write(parcel, item.arrival, item.called(parcel))
                item.summary.held += 1
                self._settles |= bool(self._streets.touched)
            case StopSearches():
                refuse_misdated(parcel, self._wish)
                self._settles |= self._searches.write(parcel, item.called(parcel))
            case StreetTargets() if self._wish.beneath:
                from data.street import targets as street_targets

                self._settles |= street_targets.write(self._connection, parcel, item.arrival)
            case OwnTable():
                self._own.take(parcel, item.arrival, item.called(parcel))
            case _:
                self._write_geography(parcel, item.summary)

    def _write_geography(self, parcel: GeographyParcel, file: FileSummary) -> None:
        changed, sentence = geography.write(self._connection, parcel)
        self._streets.rolled_later |= changed and parcel.kind not in geography.APART  # into another tree of areas
        self._settles |= changed
        file.said.append(sentence)
