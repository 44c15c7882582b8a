"""Knows the incident list of Sampleshire's office: the incidents of its street files with their hours and places."""

from calendar import monthrange
from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from itertools import accumulate
from random import Random
from typing import NamedTuple

from data.sample.incidents import StreetFiles
from data.sample.places import SEED, TOWN_CENTRES, Neighbourhood
from data.sample.rates import ASB, BURGLARY, CRIME_TYPES, MONTHS, VEHICLE_CRIME, month_name

HEADER = "Crime reference,Offence,Date from,Time from,Date to,Time to,LSOA code,Longitude,Latitude,Officer in case"
FIRST = MONTHS - 18  # the list begins later than the street files
VIOLENCE, DAMAGE, ORDER = "Violence and sexual offences", "Criminal damage and arson", "Public order"
SPREAD = frozenset({BURGLARY, VEHICLE_CRIME, DAMAGE})  # found afterwards: nobody knows the hour
LONG_AWAY, NO_TIME = 0.03, 0.02  # shares: of weeks away from home, and without a time
DOORS = 12  # addresses at each map point
STEP = 0.00012  # degrees between two of them
HOURS = 24
#: Weights by hour of the day, in eight steps of three hours from 00:00.
Shape = tuple[int, ...]
EVENING: Shape = (3, 1, 2, 5, 7, 9, 11, 8)
NIGHT: Shape = (16, 4, 1, 2, 4, 6, 10, 18)
AFTERNOON: Shape = (2, 1, 1, 4, 8, 13, 12, 5)
OVERNIGHT: Shape = (9, 6, 3, 4, 5, 6, 9, 10)
NIGHT_OUT = (4, 5)  # Friday and Saturday, the small hours after them too
BUSIER = 3.2


Moment = datetime | None
Times = tuple[datetime, Moment, Moment]  # the day, the first and the last minute
Spot = tuple[float, float]  # longitude and latitude


class Offence(NamedTuple):
    """What the office's list calls a crime type, and when it happens at home and in the centre of a town."""

    words: str
    home: Shape
    centre: Shape


OFFENCES: Mapping[str, Offence] = {
    VIOLENCE: Offence("8N Assault with injury", EVENING, NIGHT),
    ASB: Offence("ASB - Nuisance", AFTERNOON, EVENING),
    BURGLARY: Offence("28E Burglary in a dwelling", OVERNIGHT, OVERNIGHT),
    DAMAGE: Offence("58C Criminal damage to a vehicle", OVERNIGHT, OVERNIGHT),
    ORDER: Offence("9A Public fear, alarm or distress", EVENING, NIGHT),
    VEHICLE_CRIME: Offence("45 Theft from a motor vehicle", OVERNIGHT, OVERNIGHT),
}


class Happened(NamedTuple):
    """An incident as the office knows it; no *start*: only its day is known."""

    reference: str
    offence: str
    day: datetime
    start: datetime | None
    end: datetime | None
    code: str
    longitude: float
    latitude: float


class Burgled(NamedTuple):
    """The last burglary of a month in a neighbourhood."""

    day: datetime
    spot: Spot


def happened(street: StreetFiles, places: tuple[Neighbourhood, ...]) -> Iterator[Happened]:
    """Every incident of the list, month by month."""
    for month in range(FIRST, MONTHS):
        rng = Random(f"{SEED} hours {month_name(month)}")
        before: dict[str, Burgled] = {}
        kept = [cell for cell in street.drawn(month) if CRIME_TYPES[cell % len(CRIME_TYPES)].name in OFFENCES]
        for number, cell in enumerate(kept, start=1):
            place, kind = places[cell // len(CRIME_TYPES)], CRIME_TYPES[cell % len(CRIME_TYPES)].name
            day, start, end = _time(month_name(month), kind, place, rng)
            east, north, *_ = rng.choice(street.spots(cell)).split(",")
            door = rng.randrange(DOORS) * STEP
            reference = f"SAM/{month_name(month)}/{number:04}"
            spot = (float(east) + door / 2, float(north) + door / 4)
            if kind == BURGLARY:
                (day, start, end), spot = _followed(before.get(place.code), (day, start, end), spot, number)
                before[place.code] = Burgled(day, spot)
            yield Happened(reference, OFFENCES[kind].words, day, start, end, place.code, *spot)


def _followed(before: Burgled | None, times: Times, spot: Spot, number: int) -> tuple[Times, Spot]:
    """Every other burglary after one of the month in its neighbourhood: days later, next door, on its own weekday.

    So that the page on repeats has something to find; nothing more is drawn for it.
    """
    if before is None or number % 2:
        return times, spot
    day, start, end = times
    weeks = timedelta(weeks=round((before.day - day).days / 7))
    if (day + weeks).month != day.month:
        weeks += timedelta(weeks=1 if day + weeks < day.replace(day=1) else -1)
    moved = day + weeks, start and start + weeks, end and end + weeks
    return moved, (before.spot[0] + STEP / 2 * (number % 3), before.spot[1])


def list_text(found: Iterator[Happened]) -> str:
    """The list as the office keeps it: date and time apart, its own columns beside them."""
    rows = [
        f"{item.reference},{_quoted(item.offence)},{_moment(item.day, item.start)},{_moment(item.end, item.end)},"
        f"{item.code},{item.longitude:.6f},{item.latitude:.6f},PC {at % 90 + 1000}"
        for at, item in enumerate(found)
    ]
    return "\n".join([HEADER, *rows, ""])


def _quoted(words: str) -> str:
    return f'"{words}"' if "," in words else words


def _moment(day: datetime | None, time: datetime | None) -> str:
    return f"{day:%d/%m/%Y},{f'{time:%H:%M}' if time else 'unknown'}" if day else ","


def _time(
    month: str, kind: str, place: Neighbourhood, rng: Random
) -> tuple[datetime, datetime | None, datetime | None]:
    """The day of an incident, and the first and last minute in which it may have happened."""
    start = _start(month, kind, place, rng)
    chance = rng.random()
    if chance < NO_TIME:
        return start.replace(hour=0, minute=0), None, None
    if kind not in SPREAD:
        return start, start, start
    if chance < NO_TIME + LONG_AWAY:
        return start, start, start + timedelta(hours=rng.randrange(30, 260))
    return start, start, start + timedelta(minutes=30 * rng.choice((1, 2, 4, 8, 14, 18, 20)))


def _start(month: str, kind: str, place: Neighbourhood, rng: Random) -> datetime:
    year, number = map(int, month.split("-"))
    first, days = monthrange(year, number)
    day, hour = divmod(_hour(kind, place, rng), HOURS)
    dates = [date for date in range(1, days + 1) if (first + date - 1) % 7 == day]
    return datetime(year, number, rng.choice(dates), hour, 5 * rng.randrange(12))  # noqa: DTZ001 - the wall clock


def _hour(kind: str, place: Neighbourhood, rng: Random) -> int:
    """An hour of the week, 0 being Monday 00:00."""
    draws = _DRAWS.get((kind, place.cell in TOWN_CENTRES))
    if draws is None:
        draws = _DRAWS.setdefault((kind, place.cell in TOWN_CENTRES), list(accumulate(_weights(kind, place))))
    return rng.choices(range(7 * HOURS), cum_weights=draws)[0]


_DRAWS: dict[tuple[str, bool], list[float]] = {}


def _weights(kind: str, place: Neighbourhood) -> list[float]:
    is_centre = place.cell in TOWN_CENTRES
    shape = OFFENCES[kind].centre if is_centre else OFFENCES[kind].home
    busy = BUSIER if is_centre and shape is NIGHT else 1.0
    return [shape[hour // 3] * (busy if _is_night_out(day, hour) else 1.0) for day in range(7) for hour in range(HOURS)]


def _is_night_out(day: int, hour: int) -> bool:
    evening = day in NIGHT_OUT and hour >= 21
    after = (day - 1) % 7 in NIGHT_OUT and hour < 4
    return evening or after
