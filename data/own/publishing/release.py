"""Knows how figures are laid over what is published: what would change, the rows of a release, and undoing one."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from sqlalchemy import Connection, Engine, insert

from dashboard.domain.access.deeds import Deed, DeedKind
from dashboard.domain.checks.changes import ChangeKind, Changes, totals
from dashboard.domain.entering.questions import Question
from dashboard.domain.errors import RefusedFile
from dashboard.domain.targets.status import Polarity
from dashboard.questions.store import Store
from data.audit.recording import record
from data.engine import begin_writing
from data.own import pointer
from data.own.areas.gazetteer import Gazetteer
from data.own.indicators.inquiry import Inquiry
from data.own.plan_rows import PlanRow
from data.own.plans.laying import Laid, insert_plan, laid_plan
from data.own.plans.plan_reading import read_plan
from data.own.published_now import Key, PublishedFigure, published_now
from data.own.publishing.changes import read_changes
from data.own.publishing.figure_records import figure_record, tombstone
from data.own.publishing.founding import read_areas
from data.own.reading.cells import read, refuse_doubles
from data.own.reading.dating import turn_away
from data.own.reading.describing import described
from data.own.reading.differing import COMMENTARY, change_of, differs, left_out, still_part
from data.own.reading.entering import read_entries
from data.own.reading.name_index import NameIndex
from data.own.reading.overlapping import refuse_overlap
from data.own.reading.parcels import Gathered, gathered
from data.own.reading.readings import Read, Reading
from data.own.reading.street_targets import read_targets
from data.parcels import Entries, IndicatorChanges, OwnTable, Parcel, PartnershipAreas, PlanTable, StreetTargets
from data.summaries import Wish
from data.tables import own as tables

#: What is done by a table that a form may have written.
FORMS: Mapping[type[Parcel], DeedKind] = {
    Entries: DeedKind.FIGURE_ENTERED,
    IndicatorChanges: DeedKind.INDICATOR_CHANGED,
    PartnershipAreas: DeedKind.PARTNERSHIP_ADDED,
}


class Release:
    """Takes the parcels of one call; publishes them as one release."""

    def __init__(self, connection: Connection, store: Store, wish: Wish) -> None:
        self._connection = connection
        self._store = store
        self._partnership = wish.partnership
        self._today = wish.moment.date()
        self._withdraw = wish.withdraw
        self._known = NameIndex(self._store, Gazetteer(connection), Inquiry(wish.answers, self._today))
        self._parcels: list[tuple[OwnTable, int, str]] = []
        self._figures: list[Read] = []
        self._plan: list[PlanRow] = []
        self._reasons: list[tuple[str, str]] = []  # of forms: what was done, and why
        self.changes = Changes()
        self.stands = ""  # which release is published by it, and on which it rests

    @property
    def deed(self) -> DeedKind:
        """What is done by the call: a form's tables do one thing, files publish figures."""
        done = {FORMS.get(type(parcel), DeedKind.FIGURES_PUBLISHED) for parcel, _, _ in self._parcels}
        return done.pop() if len(done) == 1 else DeedKind.FIGURES_PUBLISHED

    def take(self, parcel: OwnTable, arrival: int, called: str) -> None:
        """Note a parcel of the file that is *called* so."""
        self._parcels.append((parcel, arrival, called))

    def read(self) -> Iterator[tuple[OwnTable, int, Reading]]:
        """Read what was taken, each parcel with its arrival: what declares indicators before what uses them."""
        cells = gathered(parcel for parcel, _, _ in self._parcels)
        for parcel, arrival, _ in sorted(self._parcels, key=lambda item: bool(item[0].figures)):
            reading = self._reading(parcel, arrival, cells)
            turn_away(reading, self._today)
            self._figures += reading.figures
            self._plan += reading.plan
            self._reasons += reading.reasons
            yield parcel, arrival, reading

    def _reading(self, parcel: OwnTable, arrival: int, cells: Gathered) -> Reading:
        connection, known = self._connection, self._known
        match parcel:
            case StreetTargets():
                return read_targets(connection, parcel, arrival, known)
            case Entries():
                return read_entries(parcel, arrival, known)
            case IndicatorChanges():
                return read_changes(connection, parcel, arrival, known)
            case PartnershipAreas():
                return read_areas(parcel, known)
            case PlanTable():
                return read_plan(parcel, arrival, lambda words: known.home(words).slug, self._partnership)
        return read(parcel, arrival, known, self._partnership, cells)

    def write(self, moment: datetime, who: str) -> Changes:
        """Lay everything that was taken over what is published; moves the pointer when anything changes."""
        figures = refuse_doubles(self._figures)
        refuse_overlap(figures, self._known.new_areas)
        published = published_now(self._store, {item.home.slug for item in figures})
        compared = [(item, published.get(item.key)) for item in figures]
        moved = [(item, before) for item, before in compared if differs(item, before)]
        typed = all(type(parcel) in FORMS for parcel, _, _ in self._parcels)
        gone = [] if typed else self._gone(figures, published)
        parts = (still_part(item, before, moment.date()) for item, before in compared if not differs(item, before))
        plan = self._laid_plan()
        self.changes = replace(
            self._said(moved, gone, len(compared) - len(moved)),
            described=described(self._known, figures),
            still_parts=tuple(filter(None, parts)),
            plan=tuple(plan.changes),
            plan_remarks=tuple(plan.remarks),
            plan_same=plan.same,
        )
        if self.publishes:
            release = self._publish(moment, who)
            self._insert(release, [item for item, _ in moved], gone if self._withdraw else [])
            insert_plan(self._connection, release, plan, withdraw=self._withdraw)
        return self.changes

    def _publish(self, moment: datetime, who: str) -> int:
        """A new release on what is published, and the pointer on it."""
        names = ", ".join(dict.fromkeys(called for _, _, called in self._parcels))
        why = "; ".join(words for words, _ in self._reasons) or f"loaded {names}"
        reason = "; ".join(filter(None, (given for _, given in self._reasons)))
        release = pointer.begin(self._connection, moment, who, names, reason)
        pointer.publish(self._connection, release, moment, who, why)
        self.stands = f"release {release} on {pointer.parent(self._connection, release)}"
        return release

    @property
    def homes(self) -> tuple[str, ...]:
        """Every partnership that was named so far, by its slug."""
        return self._known.homes

    @property
    def questions(self) -> list[Question]:
        """What has to be answered before anything of the call counts."""
        return list(self._known.inquiry.questions.values())

    @property
    def faults(self) -> list[str]:
        """Why nothing of the call can count."""
        return list(dict.fromkeys(self._known.inquiry.faults))

    @property
    def publishes(self) -> bool:
        changes = self.changes
        gone = changes.of(ChangeKind.GONE) or changes.lines(ChangeKind.GONE)
        return changes.touches or (self._withdraw and bool(gone))

    def _laid_plan(self) -> Laid:
        names = {slug: self._known.home(slug).name for slug in dict.fromkeys(line.partnership for line in self._plan)}
        return laid_plan(self._connection, self._store, self._plan, names)

    def _gone(
        self, figures: Sequence[Read], published: Mapping[Key, PublishedFigure]
    ) -> list[tuple[Key, PublishedFigure]]:
        """What the last files of these names held and these do not."""
        files, now = {item.file for item in figures}, {item.key for item in figures}
        return [(key, item) for key, item in published.items() if item.file in files and key not in now]

    def _said(
        self,
        moved: Iterable[tuple[Read, PublishedFigure | None]],
        gone: Iterable[tuple[Key, PublishedFigure]],
        same: int,
    ) -> Changes:
        pairs = [(change_of(item, before), before, item) for item, before in moved]
        counted = [
            (change, before.number if before else None, item.value.number)
            for change, before, item in pairs
            if item.indicator.adds_over_areas and item.what != COMMENTARY
        ]
        known = self._known
        return Changes(
            changes=(*(change for change, _, _ in pairs), *(left_out(known, key, item) for key, item in gone)),
            same=same,
            totals=totals(counted),
            partnerships=tuple(known.new_partnerships),
            areas=tuple(known.new_areas),
            indicators=tuple(item.name for item in known.new_indicators.values()),
            declared=tuple(known.declared),
            unjudged=tuple(item.name for item in known.new_indicators.values() if item.polarity is Polarity.UNDECLARED),
        )

    def _insert(self, release: int, figures: Sequence[Read], gone: Sequence[tuple[Key, PublishedFigure]]) -> None:
        arrival = self._parcels[0][1]
        rows = [figure_record(item) | {"release": release} for item in figures]
        rows += [tombstone(key, item, arrival) | {"release": release} for key, item in gone]
        if rows:
            self._connection.execute(insert(tables.figure), rows)
        of = {"partnership": tables.partnership, "area": tables.area, "indicator": tables.indicator}
        for added in self._known.added:
            values = {"release": release, "arrival": arrival} | dict(added.values)
            self._connection.execute(insert(of[added.table]), [values])
        self._insert_notes(release, figures)

    def _insert_notes(self, release: int, figures: Sequence[Read]) -> None:
        """Keep the notes of every table for each partnership that has figures of it."""
        homes = dict.fromkeys((item.arrival, item.home.slug) for item in figures)
        rows = [
            {"release": release, "arrival": arrival, "partnership": home}
            | {"sheet": parcel.sheet, "mark": mark, "text": text}
            for parcel, arrival, _ in self._parcels
            for owner, home in homes
            for mark, text in parcel.notes.items()
            if owner == arrival
        ]
        if rows:
            self._connection.execute(insert(tables.note), rows)


def undo(engine: Engine, expected: int, moment: datetime, who: str) -> int:
    """Move the pointer back from release *expected* to the one it rests on; returns that.

    Raises RefusedFile when another release is published by now, or there is nothing to undo.
    """
    with begin_writing(engine) as connection:
        current = pointer.pointer(connection)
        if not current:
            raise RefusedFile("There is nothing to undo: no figures of your own are published.")
        if current != expected:
            raise RefusedFile("Somebody published or undid something in between: look again before you undo.")
        before = pointer.parent(connection, current)
        pointer.publish(connection, before, moment, who, f"undid release {current}")
        deed = Deed(DeedKind.FIGURES_UNDONE, before=f"release {current}", after=f"release {before}")
        record(connection, deed, moment)
    return before
