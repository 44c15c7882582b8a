"""Knows how a force's month of stop and search is published: the file's month is replaced whole."""

from sqlalchemy import Connection, delete, insert, select

from dashboard.domain.errors import RefusedFile
from dashboard.domain.periods.months import month_text
from data.engine import bulk
from data.parcels import StopSearches
from data.tables import street as tables


class Searches:
    """Writes the stop and search files of one call."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._files: dict[tuple[str, int], str] = {}  # the file of this call that holds a force and month

    def write(self, parcel: StopSearches, file: str, arrival: int) -> bool:
        """Publish one file; return whether anything is other than before.

        Raises RefusedFile when another file of the same call has other figures for its month.
        """
        table = tables.stop_search
        force, month = parcel.force, parcel.month
        rows = sorted((force, month, *search) for search in parcel.searches)
        here = (table.c.force == force, table.c.file_month == month)
        self._note(force, month, arrival)
        other = self._files.setdefault((force, month), file)
        if rows == sorted(map(tuple, self._connection.execute(select(*table.c).where(*here)))):
            return False
        if other != file:
            label = f"stop and search {month_text(month)}"
            raise RefusedFile(f"{other} and {file} have different figures for {label}: load only one of them.")
        self._connection.execute(delete(table).where(*here))
        bulk(self._connection, table, rows)
        return True

    def _note(self, force: str, month: int, arrival: int) -> None:
        """Which file the month is from."""
        table = tables.search_month
        self._connection.execute(delete(table).where(table.c.force == force, table.c.month == month))
        self._connection.execute(insert(table).values(force=force, month=month, arrival=arrival))
