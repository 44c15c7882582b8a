"""Knows what is the matter with a database that does not answer as it should, from what its driver says."""

import re
from enum import Enum

from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as NoConnectionFree


def _of_drivers() -> tuple[type[Exception], ...]:
    """What bulk loading lets through of PostgreSQL's driver; nothing where that is not installed."""
    try:
        from psycopg import Error
    except ImportError:
        return ()
    return (Error,)


#: What goes wrong with a database through no fault of a statement; a driver's own errors come from bulk loading.
FAULTS: tuple[type[Exception], ...] = (DBAPIError, NoConnectionFree, *_of_drivers())


class Trouble(Enum):
    """What is the matter, what to do, after how many seconds to ask again, and whether surely nothing was kept."""

    BUSY = ("Somebody else is writing to the database.", "Try again in a moment.", 5, True)
    CROWDED = ("Too many people are asking at this moment.", "Try again in a moment.", 5, True)
    SLOW = ("The database took too long to answer.", "Try again in a moment, or ask for less at once.", 30, True)
    FULL = ("The database has no room left.", "Tell whoever runs Outturn: its disk is full.", 60, True)
    CLOSED = ("The database can only be read now.", "Tell whoever runs Outturn: nothing can be changed.", 60, True)
    AWAY = ("The database does not answer.", "Try again in a minute; if it lasts, tell who runs Outturn.", 10, False)

    @property
    def wrong(self) -> str:
        return str(self.value[0])

    @property
    def mend(self) -> str:
        return str(self.value[1])

    @property
    def seconds(self) -> int:
        return int(self.value[2])

    @property
    def keeps_nothing(self) -> bool:
        """Whether surely nothing was written: a connection may be lost while what it wrote was being kept."""
        return bool(self.value[3])


#: By SQLite's primary result codes.
OF_SQLITE = {
    **dict.fromkeys((5, 6), Trouble.BUSY),
    **dict.fromkeys((3, 8), Trouble.CLOSED),
    9: Trouble.SLOW,
    13: Trouble.FULL,
    **dict.fromkeys((10, 11, 14, 15, 26), Trouble.AWAY),
}
#: By PostgreSQL's codes, of which the first that fits counts.
OF_POSTGRESQL = (
    ("55P03|40001|40P01", Trouble.BUSY),
    ("57014", Trouble.SLOW),
    ("53300", Trouble.CROWDED),
    ("53...", Trouble.FULL),
    ("25006|42501", Trouble.CLOSED),
    ("08...|57...|58...|28...|3D000|XX...|42P01", Trouble.AWAY),
)
NO_SUCH_TABLE = "no such table"  # as where another file, or an empty one, lies in the place of ours
PRIMARY = 0xFF  # of SQLite's result codes


def trouble_of(fault: BaseException) -> Trouble | None:
    """What is the matter with the database; None where the fault is that of a statement, and so ours."""
    if isinstance(fault, NoConnectionFree):
        return Trouble.CROWDED
    said = fault.orig if isinstance(fault, DBAPIError) and fault.orig is not None else fault
    code = getattr(said, "sqlite_errorcode", None)
    if code is not None:
        return Trouble.AWAY if NO_SUCH_TABLE in str(said) else OF_SQLITE.get(code & PRIMARY)
    state = getattr(said, "sqlstate", None)
    if state is not None:
        return next((found for states, found in OF_POSTGRESQL if re.fullmatch(states, state)), None)
    return Trouble.AWAY if _is_lost(fault, said) else None


def _is_lost(fault: BaseException, said: BaseException) -> bool:
    """Whether a connection is gone, or none could be made: of that no driver gives a code."""
    return getattr(fault, "connection_invalidated", False) or type(said).__name__ == "OperationalError"
