"""Knows what writes each kind of parcel: one table, from the kind to its writer."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import Connection

from data.geography import lookups
from data.intake.received_files import Received
from data.parcels import (
    Entries,
    FigureTable,
    GeographyParcel,
    IncidentTable,
    IndicatorChanges,
    OwnTable,
    Parcel,
    ParcelOfKind,
    PartnershipAreas,
    PlanTable,
    ReadTable,
    StopSearches,
    StreetMonth,
    StreetTargets,
    UnnamedList,
)
from data.sources.words import shown
from data.street.dating import refuse_misdated
from data.street.loading.months import Streets
from data.street.stop_search import Searches
from data.summaries import FileSummary, Wish

if TYPE_CHECKING:
    from dashboard.domain.entering.questions import Question
    from data.incidents.loading import IncidentLists
    from data.own.publishing.release import Release

LONGEST_PATH = 200


@dataclass(slots=True)
class NewFile:
    """A file that is read in this call, with its number in the log."""

    received: Received
    summary: FileSummary
    arrival: int

    def called(self, parcel: Parcel) -> str:
        """What the file of a parcel is called, wherever it lies."""
        whole = self.received.name.removesuffix(".gz") == parcel.file
        return path_shown(self.received) if whole else f"{parcel.file} in {path_shown(self.received)}"


def path_shown(received: Received) -> str:
    """The path as it was given: two folders may hold files of one name."""
    return shown(str(received.path), LONGEST_PATH)


class Writers:
    """Writes the parcels of one call, each by its kind, and holds what has to be brought up to date at its end."""

    def __init__(self, connection: Connection, wish: Wish) -> None:
        self._connection = connection
        self._wish = wish
        self.streets = Streets(connection)
        self._searches = Searches(connection)
        self.release: Release | None = None  # of figures, once a file holds some
        self.incidents: IncidentLists | None = None  # once a file is a list of them
        self._lists: list[tuple[IncidentTable, NewFile]] = []
        self.questions: list[Question] = []  # about files of which nothing is written yet
        self.settles = False  # totals of street-level crime

    @property
    def own(self) -> "Release":
        """What lays figures over those that are published; a load of crime alone does not wait for its imports."""
        if self.release is None:
            from data.own.publishing.release import Release
            from data.store import SqlStore

            self.release = Release(self._connection, SqlStore(self._connection.engine).as_at(None), self._wish)
        return self.release

    def write(self, parcel: ReadTable, item: NewFile) -> None:
        """Write *parcel*, of the file *item*; raises RefusedFile where it contradicts another of the call."""
        WRITERS[type(parcel)](self, parcel, item)

    def street_month(self, parcel: StreetMonth, item: NewFile) -> None:
        refuse_misdated(parcel, self._wish)
        item.summary.said += self.streets.write(parcel, item.arrival, item.called(parcel))
        item.summary.held += 1
        self.settles |= bool(self.streets.touched)

    def stop_searches(self, parcel: StopSearches, item: NewFile) -> None:
        refuse_misdated(parcel, self._wish)
        self.settles |= self._searches.write(parcel, item.called(parcel), item.arrival)

    def incident_table(self, parcel: IncidentTable, item: NewFile) -> None:
        """Its areas are those of lookups and boundaries that may come in the same call: it is written at the end."""
        self._lists.append((parcel, item))

    def unnamed_list(self, parcel: UnnamedList, _item: NewFile) -> None:
        """Nothing of it is written before somebody says which column is which."""
        from data.incidents.asking import columns_question

        self.questions.append(columns_question(parcel))

    def write_lists(self) -> None:
        """Write the incident lists of the call, now that every place is there."""
        if not self._lists:
            return
        from data.incidents.loading import IncidentLists

        self.incidents = IncidentLists(self._connection, self._wish)
        for parcel, item in self._lists:
            item.summary.said += self.incidents.write(parcel, item.arrival)

    def street_targets(self, parcel: StreetTargets, item: NewFile) -> None:
        """Those of the made-up county lie under every release; anybody else's are part of one."""
        if not self._wish.beneath:
            self.own_table(parcel, item)
            return
        from data.street import targets

        self.settles |= targets.write(self._connection, parcel, item.arrival)

    def plan(self, parcel: PlanTable, item: NewFile) -> None:
        """The made-up county's lies under every release; anybody else's is part of one."""
        if not self._wish.beneath:
            self.own_table(parcel, item)
            return
        from data.own.plans.beneath import lay_beneath

        lay_beneath(self._connection, parcel, item.arrival)

    def own_table(self, parcel: OwnTable, item: NewFile) -> None:
        self.own.take(parcel, item.arrival, item.called(parcel))

    def geography(self, parcel: GeographyParcel, item: NewFile) -> None:
        changed, sentence = lookups.WRITERS[type(parcel)](self._connection, parcel, item.arrival)
        self.streets.rolled_later |= changed and parcel.kind not in lookups.APART  # into another tree of areas
        self.settles |= changed
        item.summary.said.append(sentence)


WRITERS: Mapping[type[Parcel], Callable[[Writers, ParcelOfKind, NewFile], None]] = {
    StreetMonth: Writers.street_month,
    StopSearches: Writers.stop_searches,
    IncidentTable: Writers.incident_table,
    UnnamedList: Writers.unnamed_list,
    StreetTargets: Writers.street_targets,
    **dict.fromkeys((FigureTable, Entries, IndicatorChanges, PartnershipAreas), Writers.own_table),
    PlanTable: Writers.plan,
    **dict.fromkeys(lookups.WRITERS, Writers.geography),
}
