"""Knows how an incident list is written: asked about, placed, cut into months, and laid over what stands."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from sqlalchemy import Connection, func, insert, select

from dashboard.domain.entering.questions import Question
from dashboard.domain.errors import RefusedFile
from dashboard.domain.incidents.parts import NO_TIME, Flags, Numbers
from dashboard.reports.made_up import INVENTED
from data.hour_sums import SpansTold, sums_of
from data.incidents.adding import write_sums
from data.incidents.areas import Area, Areas
from data.incidents.asking import OpenOfList
from data.incidents.inside import OUTSIDE
from data.incidents.layouts import keep_layout
from data.incidents.packed import Columns, columns_of, day_text, months_of, packed
from data.incidents.remarks import remarks
from data.incidents.standing import Offences, lists_of, note_move
from data.names import slug
from data.parcels import IncidentTable
from data.summaries import Wish
from data.tables import documents as published
from data.tables import incidents as tables
from data.tables import own
from data.tables.street import force

BEFORE_1970 = 719_163  # days
NO_PARTS = b""  # once the pieces of a month's incidents; they are in incident_sum


@dataclass(frozen=True, slots=True)
class _Read:
    """A parcel as it was answered: incidents in columns, what their areas are, and what its answers were."""

    columns: Columns
    areas: Sequence[Area]
    month_first: bool
    starts_exact: bool
    lost: int  # whose last time is before the first, once the order of dates is known


class IncidentLists:
    """Writes the incident lists of one call."""

    def __init__(self, connection: Connection, wish: Wish) -> None:
        self._connection = connection
        self._wish = wish
        self.questions: list[Question] = []
        self.touched = False

    def write(self, parcel: IncidentTable, arrival: int) -> list[str]:
        """Write one list and return what is to be said of it; raises RefusedFile where it is of no partnership."""
        partnership = self._partnership(parcel)
        inquiry = OpenOfList(self._wish.answers, parcel.file)
        read = self._read(parcel, partnership, inquiry)
        self.questions += inquiry.questions
        self._refuse_to_come(parcel, read.columns)
        before = [item for item in lists_of(self._connection, partnership) if item.is_standing]
        self._insert(parcel, arrival, partnership, read)
        self.touched = True
        keep_layout(self._connection, parcel, partnership, self._wish)
        types = Offences(self._connection, partnership)
        return remarks(parcel, read.columns, (read.areas, types, read.lost), before)

    def _partnership(self, parcel: IncidentTable) -> str:
        """Whose list it is; raises RefusedFile where nobody says it."""
        if self._wish.beneath:
            return INVENTED
        found = slug(self._wish.partnership)
        known, added = published.partnership.c, own.partnership.c
        names = {name for (name,) in self._connection.execute(select(known.partnership))}
        names |= {name for (name,) in self._connection.execute(select(added.partnership))}
        if not found:
            raise RefusedFile(f"{parcel.file} is a list of incidents: say whose, with --partnership.")
        if found not in names and not self._is_force(found):
            raise RefusedFile(f"{parcel.file} cannot be of “{self._wish.partnership}”: there is no such partnership.")
        return found

    def _is_force(self, partnership: str) -> bool:
        return self._connection.execute(select(force.c.id).where(force.c.slug == partnership)).first() is not None

    def _read(self, parcel: IncidentTable, partnership: str, inquiry: OpenOfList) -> _Read:
        times = [tuple(map(columns_of, found)) for found in parcel.times]
        first = times[0]
        month_first = False
        if len(times) > 1:
            month_first = inquiry.month_first(int((times[0][0] != times[1][0]).sum()))
            first = times[month_first]
        day, start, end = first
        backwards = (start != NO_TIME) & (end != NO_TIME) & (end < start)
        end, starts_exact = self._ends(parcel, (start, end), inquiry)
        offence, area, east, north, longitude, latitude = map(columns_of, parcel.where)
        areas = Areas(self._connection, partnership, self._own_areas(partnership))
        named = areas.named(parcel.areas)
        at, codes = areas.at(longitude, latitude)
        named += [("", code) for code in codes]
        area = np.where(at == OUTSIDE, area, at + len(parcel.areas))
        found = Columns(day, start, end, offence, area, east, north).of(np.flatnonzero(~backwards))
        return _Read(found, named, month_first, starts_exact, int(backwards.sum()))

    @staticmethod
    def _ends(parcel: IncidentTable, span: tuple[Numbers, Numbers], inquiry: OpenOfList) -> tuple[Numbers, bool]:
        """The last minutes, and whether a blank one is the first: of a list without a column for it, it is."""
        start, end = span
        blank: Flags = np.logical_and(start != NO_TIME, end == NO_TIME)
        if not blank.any():
            return end, False
        exact = not parcel.has_end or inquiry.starts_exact(int(blank.sum()))
        return (np.where(blank, start, end) if exact else end), exact

    def _own_areas(self, partnership: str) -> list[tuple[str, str]]:
        found: list[tuple[str, str]] = []
        for item in (published.area.c, own.area.c):
            query = select(item.area, item.name).where(item.area.startswith(f"{partnership}/", autoescape=True))
            found += [(area, name) for area, name in self._connection.execute(query)]
        return found

    def _refuse_to_come(self, parcel: IncidentTable, columns: Columns) -> None:
        """Raise RefusedFile where an incident is of a day to come; the made-up county has its own time."""
        today = self._wish.moment.date().toordinal() - BEFORE_1970
        late = columns.day[columns.day > today]
        if len(late) and not self._wish.beneath:
            day = day_text(int(late.max()))
            n = f"{len(late):,} of its incidents are" if len(late) > 1 else "one of its incidents is"
            raise RefusedFile(f"{parcel.file} cannot be right: {n} of a day to come, the last one {day}.")

    def _insert(self, parcel: IncidentTable, arrival: int, partnership: str, read: _Read) -> None:
        month = months_of(read.columns.day)
        item = tables.incident_list
        number = (self._connection.execute(select(func.max(item.c.id))).scalar() or 0) + 1
        said = {"partnership": partnership, "file": parcel.file, "sheet": parcel.sheet}
        said |= {"moment": self._wish.moment.isoformat(timespec="seconds")}
        sizes = {"first": int(month.min()), "last": int(month.max()), "incidents": len(month)}
        answers = {"month_first": int(read.month_first), "starts_exact": int(read.starts_exact)}
        self._connection.execute(insert(item).values(id=number, arrival=arrival, **said, **sizes, **answers))
        note_move(self._connection, number, (1, self._wish.who, f"loaded {parcel.file}"), self._wish.moment)
        self._insert_months(number, month, read.columns)
        counts = np.bincount(read.columns.offence, minlength=len(parcel.offences))
        offences = [
            {"list": number, "number": at, "rows": int(counts[at]), "words": words}
            for at, words in enumerate(parcel.offences)
        ]
        areas = [
            {"list": number, "number": at, "words": words, "code": code} for at, (words, code) in enumerate(read.areas)
        ]
        self._connection.execute(insert(tables.incident_offence), offences)
        self._connection.execute(insert(tables.incident_area), areas)

    def _insert_months(self, number: int, month: Numbers, columns: Columns) -> None:
        order = np.argsort(month, kind="stable")
        names, first = np.unique(month[order], return_index=True)
        rows = []
        for name, places in zip(names, np.split(order, first[1:]), strict=True):
            found = columns.of(places)
            kept = {"incidents": packed(found), "parts": NO_PARTS}
            rows.append({"list": number, "month": int(name), "rows": len(places), **kept})
        self._connection.execute(insert(tables.incident_month), rows)
        told = SpansTold(month, columns.start, columns.end, columns.offence, columns.area)
        write_sums(self._connection, number, sums_of(told))
