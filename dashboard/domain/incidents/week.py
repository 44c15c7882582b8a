"""Knows the week of an incident list: 168 hours by the wall clock, days from 06:00 to 06:00, bands of four hours."""

from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction

HOURS, DAYS = 24, 7
CELLS = DAYS * HOURS
MINUTES_IN_HOUR, MINUTES_IN_DAY = 60, 1440
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MORNING = 6  # when a row of the heat begins, so that Friday night is whole
BAND = 4  # hours
BANDS = HOURS // BAND  # in a day
EPOCH = datetime(1970, 1, 1)  # noqa: DTZ001 - the wall clock as written
THURSDAY = 3  # which that day was


def minute_of(moment: datetime) -> int:
    """The minutes of the wall clock since the epoch."""
    return int((moment - EPOCH).total_seconds()) // MINUTES_IN_HOUR


def cell_of(minute: int) -> int:
    """The hour of the week that a minute lies in: 0 is Monday 00:00 to 01:00, 167 Sunday 23:00 to 24:00."""
    return (minute // MINUTES_IN_HOUR + THURSDAY * HOURS) % CELLS


@dataclass(frozen=True, slots=True, order=True)
class HourBand:
    """Four hours of a day that begins at 06:00: *position* 0 is 06:00 to 10:00, 4 is 22:00 to 02:00."""

    day: int  # 0 is Monday
    position: int

    @property
    def start(self) -> int:
        """The hour at which it begins."""
        return (MORNING + BAND * self.position) % HOURS

    @property
    def end(self) -> int:
        return (self.start + BAND) % HOURS

    @property
    def cells(self) -> tuple[int, ...]:
        """Its hours of the week; those after midnight are of the next day."""
        first = self.day * HOURS + MORNING + BAND * self.position
        return tuple((first + hour) % CELLS for hour in range(BAND))

    @property
    def slug(self) -> str:
        """As an address names it: fri-22."""
        return f"{WEEKDAYS[self.day][:3].lower()}-{self.start:02}"

    @property
    def label(self) -> str:
        """Friday 22:00 to 02:00."""
        return f"{WEEKDAYS[self.day]} {clock(self.start)} to {clock(self.end)}"


#: Every band of the week: Monday 06:00 first.
WEEK = tuple(HourBand(day, position) for day in range(DAYS) for position in range(BANDS))
BY_SLUG = {band.slug: band for band in WEEK}
BAND_SHARE = Fraction(BAND, CELLS)  # of the hours of a week


def clock(hour: int) -> str:
    return f"{hour % HOURS:02}:00"


def row_cells(day: int) -> tuple[int, ...]:
    """The hours of a row of the heat: a day from 06:00 to 06:00 of the next."""
    return tuple((day * HOURS + MORNING + hour) % CELLS for hour in range(HOURS))


def band_of(cell: int) -> HourBand:
    """The band that an hour of the week lies in."""
    since = (cell - MORNING) % CELLS
    return HourBand(since // HOURS, since % HOURS // BAND)


def cell_label(cell: int) -> str:
    """Friday 22:00 to 23:00, by the day on which it is."""
    day, hour = divmod(cell, HOURS)
    return f"{WEEKDAYS[day]} {clock(hour)} to {clock(hour + 1)}"
