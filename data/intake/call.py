"""Knows one call of the loader inside its transaction: checks and writes each parcel, brings every total up to date."""

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from sqlalchemy import Connection

from dashboard.domain.errors import RefusedFile
from dashboard.reports.street.incomplete import incomplete
from data.geography.unplaced import unplaced
from data.intake.frames import Frame
from data.intake.received_files import COMPARED, Log, Received, loaded_before, seen_before
from data.intake.refusals import mostly_unread, too_many
from data.intake.writers import NewFile, Writers, path_shown
from data.parcels import FigureTable, Parcel, PlanTable, ReadTable, Refused, Said, Stray, StreetMonth
from data.sources.rejections import MOST_KEPT
from data.street.doubting import judge
from data.street.loading.months import Streets
from data.street.loading.totals import settle
from data.summaries import FileSummary, Summary, Wish

if TYPE_CHECKING:
    from data.own.publishing.release import Release

MOST_REJECTED = 0.05  # of a file's rows; more, and the file is not what it should be
MOST_UNREAD = 0.5  # of a typed table's figures: an officer has to see what can be read, and mend the rest


class MovedOn(Exception):
    """Something else was published since the files were read: a file that was loaded already is so no more."""


class Call:
    """One call of the loader, inside its transaction."""

    def __init__(self, connection: Connection, wish: Wish, summary: Summary) -> None:
        self._connection = connection
        self._wish = wish
        self._summary = summary
        self._writers = Writers(connection, wish)
        self._log = Log(connection, wish.source, wish.moment)

    @property
    def changed(self) -> bool:
        release, lists = self._writers.release, self._writers.incidents
        touches_lists = lists is not None and lists.touched
        return self._writers.settles or touches_lists or (release is not None and release.publishes)

    @property
    def release(self) -> "Release | None":
        """What lays figures over those that are published, where a file of the call holds some."""
        return self._writers.release

    def take(self, received: Sequence[Received], read: Iterable[Frame], positions: Container[int]) -> None:
        """Write what was *read* of the files at *positions*, if it is new, and bring every total up to date.

        Raises MovedOn where a file has to be read after all.
        """
        new = dict(self._opened(received, positions))
        for frame in read:
            if frame.at in new:
                self._take_parcel(frame.said, new[frame.at])
            elif isinstance(frame.said, StreetMonth):  # read, and meanwhile published by somebody else
                self._writers.streets.hear(frame.said)
        if self._writers.release is not None:
            self._take_figures(self._writers.release, {item.arrival: item for item in new.values()})
        if self._writers.settles:
            self._settle(self._writers.streets)
        self._writers.write_lists()
        self._summary.questions += self._writers.questions
        if self._writers.incidents is not None:
            self._summary.questions += self._writers.incidents.questions
        self._close([*new.values()])

    def _settle(self, streets: Streets) -> None:
        """Bring the totals of street-level crime up to date, and say which months look incomplete."""
        streets.roll_up()
        settle(self._connection, streets.touched, self._wish.moment.isoformat(), regrow=streets.rolled_later)
        doubted = judge(self._connection, {force for force, _ in streets.touched})
        self._summary.incomplete += map(incomplete, doubted)

    def _opened(self, received: Sequence[Received], positions: Container[int]) -> Iterator[tuple[int, NewFile]]:
        """The files that are new, by position; what is published already is said."""
        for at, item in enumerate(received):
            file = FileSummary(item.name, item.sha256)
            self._summary.files.append(file)
            if before := loaded_before(self._connection, item):
                file.said.append(f"Already loaded on {before.day}; nothing changes.")
                self._writers.streets.keep(before.arrival, path_shown(item))
            elif at not in positions:
                raise MovedOn
            else:
                yield at, NewFile(item, file, self._log.open(item))

    def _take_figures(self, release: "Release", new: Mapping[int, NewFile]) -> None:
        """Read every table of figures, now that all declarations are there, and lay them over what is published."""
        from data.own.reading.dating import AWAITED

        for parcel, arrival, reading in release.read():
            file = new[arrival].summary
            file.said += dict.fromkeys(reading.remarks)
            self._count_rejected(file, reading.rules)
            file.kept += reading.rejected[: MOST_KEPT - len(file.kept)]
            self._log.reject(arrival, parcel.file, reading.rejected)
            most = MOST_UNREAD * parcel.size
            lost = sum(item["rule"] != AWAITED for item in reading.rejected)
            if lost > most or (parcel.size > len(parcel.declared) and reading.holds_nothing):
                raise RefusedFile(mostly_unread(parcel.file, reading.rejected))
        self._summary.figures = release.write(self._wish.moment, self._wish.who)
        self._summary.questions += release.questions
        self._summary.refused += release.faults
        if not release.publishes:
            for item in new.values():
                if item.summary.kind in COMPARED and (before := seen_before(self._connection, item.received)):
                    item.summary.said.append(f"Already loaded on {before}; nothing changes.")

    @staticmethod
    def _count_rejected(file: FileSummary, rules: Mapping[str, int]) -> None:
        file.rejected += sum(rules.values())
        for rule, count in rules.items():
            file.rules[rule] = file.rules.get(rule, 0) + count

    def _close(self, new: Sequence[NewFile]) -> None:
        """Complete the log of every file, now that it is known where its rows lie."""
        said = unplaced(self._connection, [item.arrival for item in new])
        for item in new:
            file = item.summary
            file.said += said.get(item.arrival, [])
            values = {"kind": file.kind, "rows": file.rows, "rejected": file.rejected, "held": file.held}
            self._log.close(item.arrival, values | {"remarks": "\n".join(file.said)})

    def _take_parcel(self, said: Said, item: NewFile) -> None:
        file = item.summary
        match said:
            case Refused():
                raise RefusedFile(said.sentence)
            case Stray():
                file.said.append(said.sentence)
            case Parcel():
                self._take_table(said, item)

    def _take_table(self, parcel: ReadTable, item: NewFile) -> None:
        file, rejected = item.summary, sum(parcel.rules.values())
        if parcel.kind not in (FigureTable.kind, PlanTable.kind) and rejected > MOST_REJECTED * parcel.rows:
            raise RefusedFile(too_many(parcel, rejected))
        file.kind = file.kind if file.kind == StreetMonth.kind else parcel.kind
        file.rows += parcel.rows
        self._count_rejected(file, parcel.rules)
        file.kept += parcel.rejected[: MOST_KEPT - len(file.kept)]
        file.said += parcel.remarks
        self._log.reject(item.arrival, parcel.file, parcel.rejected)
        self._writers.write(parcel, item)
