"""Knows road casualties of STATS19: one row a casualty; the killed and seriously injured by area and month."""

import re
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from dashboard.domain.errors import RefusedFile, UnreadablePeriod
from dashboard.domain.periods.period import PeriodKind, read_period
from data.parcel_rows import Declared, SaidFigure, TableContent
from data.parcels import FigureTable
from data.sources.containers.grids import Grid
from data.sources.crime import casualty_filters
from data.sources.crime.casualty_filters import BAD, FATAL, SERIOUS, SEVERITIES, WORDS, Filtered, collision_of, filtered
from data.sources.figures import parcels as figure_parcels
from data.sources.publishers.long_tables import FIRST_ROWS, Table, lettered, nothing_read, open_table, parcel, rows_told
from data.sources.words import is_plain

SOURCE = "stats19"
LEVEL = "district"
INDICATOR = Filtered(BAD).name
DEFINITION = (
    "Casualties whose own severity is {severity}, as the police recorded it, by the month and district of the"
    " collision; not adjusted for changes in how the police record injuries."
)

SEVERITY = "casualtyseverity"
#: What stands beside the severity when a row is a casualty; a table of totals has none of them.
OF_A_CASUALTY = frozenset(
    {
        *("date", "accidentdate", "collisiondate", "accidentyear", "collisionyear"),
        *("accidentindex", "collisionindex", "accidentreference", "collisionreference", "arefno"),
    }
)
#: The columns by their letters, the best first.
DATES = ("date", "collisiondate", "accidentdate")
NAMES = (
    *("areaname", "localauthorityname", "localauthority", "ladnm", "ladname", "boroughname", "borough"),
    *("districtname", "district", "localauthoritydistrict"),
)
CODES = ("localauthorityonsdistrict", "localauthoritycode", "ladcd", "ladcode", "areacode")

DAYS = ("%Y-%m-%d", "%d/%m/%Y")
CODE = re.compile(r"[A-Z][0-9]{8}")
NUMBER = re.compile(r"-?[0-9]+")  # the department's own number of a district, or -1 for an unknown one


class CasualtyKey(NamedTuple):
    """What one figure is of."""

    area: str  # the table's key of it
    month: str


@dataclass(slots=True)
class Count:
    """Casualties of an area and month by their severity."""

    first: int  # row
    severities: Counter[str] = field(default_factory=Counter)
    events: set[tuple[str, int, str]] = field(default_factory=set)  # severity, day, collision; without its number, day

    def days(self, severities: frozenset[str]) -> str:
        """The days of the month of collisions with such a casualty: each collision once, however many it hurt."""
        found = sorted({(day, collision) for severity, day, collision in self.events if severity in severities})
        return ",".join(str(day) for day, _ in found)

    whole: bool = True  # no severity was unreadable


def recognises(grid: Grid) -> bool:
    for cells in islice(grid.rows, FIRST_ROWS):
        names = {lettered(cell) for cell in cells}
        if SEVERITY in names and names & OF_A_CASUALTY:
            return True
    return False


def read(grid: Grid) -> Iterator[FigureTable]:
    """Yield a count for every area and month in which the file has a casualty.

    Identical rows are counted each: a row is a person, and two people in one collision may differ in nothing that the
    file tells. The severity is the casualty's own; a serious collision has slight casualties too.
    Raises RefusedFile when there is no column for the date or the area, or no casualty that can be read.
    """
    table = _opened(grid)
    counts: dict[CasualtyKey, Count] = {}
    counted = []
    for at in table.rows():
        if rule := _take(table, counts, at):
            table.reject(at, rule)
        else:
            counted.append(at)
    if not counted:
        raise nothing_read(table, "no casualty that can be read: look at its dates, areas and severities")
    whose = filtered(table, counted, _severities(counts))
    yield parcel(SOURCE, table, _remarks(table, counts, whose), _contents(table, counts, whose), national=True)


def _severities(counts: dict[CasualtyKey, Count]) -> Counter[str]:
    return sum((count.severities for count in counts.values()), Counter[str]())


def _opened(grid: Grid) -> Table:
    """The table with its columns under our own names."""
    table = open_table(grid, frozenset({SEVERITY}), frozenset({SEVERITY, *DATES, *NAMES, *CODES}))
    wanted = {"severity": (SEVERITY,), "date": DATES, "area": NAMES, "code": CODES}
    best = {ours: next((name for name in names if name in table.columns), "") for ours, names in wanted.items()}
    missing = [] if best["date"] else ["the collision's date (date)"]
    if not best["area"] and not best["code"]:
        missing.append("the local authority (local_authority_ons_district or area_name)")
    if missing:
        mend = "join the collision table of the same download to it"
        raise RefusedFile(f"{grid.file} has no column for {' and none for '.join(missing)}: {mend}.")
    told_apart = {name: at for name, at in table.columns.items() if name in casualty_filters.READ}
    table.rename({ours: table.columns[name] for ours, name in best.items() if name})
    table.columns |= told_apart
    return table


def _take(table: Table, counts: dict[CasualtyKey, Count], at: int) -> str:
    """Count a casualty, or return the rule that its row breaks."""
    key = table.fault(at, but="severity") or _key(table, at)
    if isinstance(key, str):
        return key
    count = counts.setdefault(key, Count(at))
    fault = table.grid.fault(at, [table.columns["severity"]])
    severity = None if fault else SEVERITIES.get(table.words(at, "severity").casefold())
    if severity is None:
        count.whole = False
        return fault or "severity-unreadable"
    count.severities[severity] += 1
    count.events.add((severity, _day(table.words(at, "date")), collision_of(table, at)))
    return ""


def _key(table: Table, at: int) -> CasualtyKey | str:
    """The area and month of a row, or the rule it breaks."""
    month = _month(table.words(at, "date"))
    if not month:
        return "date-unreadable"
    name, code = table.words(at, "area"), table.words(at, "code")
    if not is_plain(name):
        return "words-unreadable"
    codes = [text for text in (code, name) if CODE.fullmatch(text)]
    if name and not NUMBER.fullmatch(name) and not CODE.fullmatch(name):
        return CasualtyKey(table.area("".join(codes), name, level=LEVEL), month)
    if codes:
        return CasualtyKey(table.area(codes[0], codes[0], level=LEVEL), month)
    return "code-unreadable" if {name, code} - {"", "-1"} else "code-blank"


@lru_cache(maxsize=16_384)  # forty years of days
def _month(text: str) -> str:
    """The slug of the month of “2024-01-31” or “31/01/2024”, with a time or without; "" for what is no day."""
    day = _read_day(text)
    try:
        return read_period(f"{day:%Y-%m}").slug if day else ""
    except UnreadablePeriod:
        return ""


def _read_day(text: str) -> datetime | None:
    written = re.split("[ T]", text, maxsplit=1)[0]
    for form in DAYS:
        with suppress(ValueError):
            return datetime.strptime(written, form)  # noqa: DTZ007 - a day has no zone
    return None


@lru_cache(maxsize=16_384)
def _day(text: str) -> int:
    """The day of the month; of a text whose month can be read."""
    day = _read_day(text)
    return day.day if day else 0


def _contents(table: Table, counts: dict[CasualtyKey, Count], whose: Filtered) -> TableContent:
    every = (whose, *_killed(whose, _severities(counts)))
    figures = [_figure(table, each, (key, count)) for each in every for key, count in counts.items() if count.whole]
    return {"declared": list(map(_declared, every)), "areas": list(table.areas.values()), "figures": figures}


def _killed(whose: Filtered, severities: Counter[str]) -> tuple[Filtered, ...]:
    """The killed alone, who are too few for a chart of counts; where the file tells them from the injured."""
    if whose.severities != BAD or not severities[FATAL]:
        return ()
    collisions = "" if whose.collisions == FATAL else whose.collisions  # nobody is killed in another
    return (replace(whose, severities=frozenset({FATAL}), collisions=collisions),)


def _figure(table: Table, whose: Filtered, found: tuple[CasualtyKey, Count]) -> SaidFigure:
    """A count with the days of its collisions."""
    key, count = found
    area = table.areas[key.area]
    said = {"indicator": whose.name, "area": area["area"], "area_code": area["code"], "period": key.month}
    number = sum(count.severities[name] for name in whose.severities)
    told = {
        "text": str(number),
        "cell": rows_told(count.severities.total()),
        "event_days": count.days(whose.severities),
    }
    return figure_parcels.figure(table.grid, count.first, 0, **said, **told)


def _declared(whose: Filtered) -> Declared:
    return figure_parcels.declared(
        whose.name,
        category="road-safety",
        polarity="lower",
        value_type="count",
        unit="people",
        definition=DEFINITION.format(severity=" or ".join(sorted(whose.severities))),
        period_kind=PeriodKind.MONTH.value,
    )


def _remarks(table: Table, counts: dict[CasualtyKey, Count], whose: Filtered) -> list[str]:
    severities = _severities(counts)
    number = sum(severities[name] for name in whose.severities)
    said = [
        f"{number:,} of {severities.total():,} casualties were {WORDS[whose.severities]}; each row is one casualty,"
        " also where rows are the same. The rows of a figure are all casualties of its area and month."
    ]
    if not whose.is_whole:
        said.append(_told_filter(whose, severities))
    if table.rejections.total:
        said.append(f"Rejected rows are in no count: {table.rejections.total:,}.")
    if lacking := sum(not count.whole for count in counts.values()):
        said.append(f"Counts that lack the severity of a rejected row are left out: {lacking:,}.")
    return said


def _told_filter(whose: Filtered, severities: Counter[str]) -> str:
    """Which casualties the file lacks, and what follows."""
    lacks = [f"no {name} casualties" for name in (FATAL, SERIOUS) if not severities[name]]
    only = [f"only {whose.collisions} collisions"] if whose.collisions else []
    only += [f"only casualties that are alike ({', '.join(whose.people)})"] if whose.people else []
    holds = " and ".join([*only, *lacks])
    return (
        f"The file holds {holds}, so that its counts are called “{whose.name}” and not “{INDICATOR}”."
        " Load the casualties unfiltered to have those."
    )
