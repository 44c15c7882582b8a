"""Works out again from a report's tables what its sentences may count."""

from collections.abc import Iterator
from decimal import Decimal

from dashboard.domain.periods.period import from_slug
from dashboard.domain.values.numbers import round_half_up, show
from dashboard.reports.pages.trends import Trends
from dashboard.reports.report import Cell, Report

Row = dict[str, Cell]


def rows(report: Report, *names: str) -> list[Row]:
    return [row for table in report.tables if table.name in names for row in table.rows]


NO_NUMBER = {
    "direction": "a direction without a number",
    "to be confirmed": "to be confirmed",
    "with a baseline to be set": "a baseline still to be set",
    "without a number": "no measurable target",
}

WAITING = tuple(basis for kind, basis in NO_NUMBER.items() if kind != "direction")  # one number where a title has many


def apart(report: Report, kind: str, status: str = "") -> int:
    """How many targets that are no numbers the tables hold: of one kind, with a status."""
    found = [row for row in rows(report, "tiles", "year-end") if row["target_text"]]
    kinds = WAITING if kind == "without a number" else (NO_NUMBER[kind],)
    found = [row for row in found if row["target_basis"] in kinds]
    return sum(not status or row["status"] == status for row in found)


def numbered(report: Report, status: str = "", *, judged: bool | None = None) -> int:
    """How many targets that are numbers the tables hold: with a status, judged or not."""
    found = [row for row in rows(report, "tiles", "year-end") if row["target_text"]]
    found = [row for row in found if row.get("target_basis") not in NO_NUMBER.values()]
    found = [row for row in found if judged is None or (row["status"] != "not judged") == judged]
    return sum(not status or row["status"] == status for row in found)


def targets(report: Report, status: str = "", *, judged: bool | None = None) -> int:
    """How many targets of the period the tables hold: with a status, judged or not, or all that are printed."""
    found = [row for row in rows(report, "tiles", "year-end") if row["target_text"]]
    found = [row for row in found if judged is None or (row["status"] != "not judged") == judged]
    return sum(not status or row["status"] == status for row in found)


LIKELY, EVEN = 0.67, 0.33
FATES = r"(?:will probably be (missed|met)|(?:is|are) in the (balance))"


def likely_outcomes(report: Report, fate: str = "") -> int:
    """How many targets of the year in progress have a chance, or one that comes to *fate*."""
    chances = [row["p_meet"] for row in rows(report, "forecast") if isinstance(row["p_meet"], float)]
    fates = ["met" if chance >= LIKELY else "balance" if chance >= EVEN else "missed" for chance in chances]
    return fates.count(fate) if fate else len(fates)


def fate_of(said: tuple[str | None, ...]) -> str:
    return next(word for word in ("missed", "met", "balance") if word in said)


def so_far(report: Report, length: int = 1) -> tuple[int, int, int]:
    """What was counted of the year in progress, in how many periods of so many months, and of how many."""
    (row,) = rows(report, "forecast")
    return int(str(row["so_far"])), int(str(row["months_counted"])) // length, 12 // length


def covered(report: Report) -> int:
    """How many months the newest figure covers: of the history's newest year, or else of the series."""
    years = [row for row in rows(report, "history") if row["actual"] is not None and row["year_period"] is None]
    found = years[:1] or chosen(report, "series")
    return min(int(str(row["months_covered"])) for row in found)


def blanks(report: Report) -> int:
    """Targets whose cell is printed without a word in it: a sentence may count them or leave them out."""
    return sum(row["target_text"] == "" for row in rows(report, "tiles", "year-end"))


def moved(row: Row) -> Decimal:
    """What a row's figure moved by; a change that was published is its own movement."""
    now, before = row["actual"], row["previous_actual"]
    if isinstance(now, Decimal) and isinstance(before, Decimal):
        return now - before
    return now if isinstance(now, Decimal) else Decimal(0)


def movers(report: Report, sign: int) -> int:
    """Tiles that moved one way: beyond chance where that was tested, otherwise as published."""
    tested = [row for row in rows(report, "tiles") if row["change_real"] is not None]
    real = [row for row in tested if row["change_real"]] if tested else rows(report, "tiles")
    return sum(moved(row) * sign > 0 for row in real)


def measures(report: Report) -> int:
    tested = [row for row in rows(report, "tiles") if row["change_real"] is not None]
    return len(tested) or sum(row["actual"] is not None for row in rows(report, "tiles"))


def with_value(report: Report, table: str, column: str, *values: Cell) -> int:
    return sum(row[column] in values for row in rows(report, table))


def chosen(report: Report, table: str) -> list[Row]:
    """The rows of the indicator that is drawn; of a report that draws none, of the first of the table."""
    found = rows(report, table)
    first = next((row["indicator"] for row in found), None)
    drawn = report.chosen.indicator.name if isinstance(report, Trends) and report.chosen else first
    return [row for row in found if row["indicator"] == drawn]


def drawn(report: Report) -> int:
    return sum(row["value"] is not None for row in chosen(report, "series"))


def held(report: Report) -> tuple[int, int]:
    """In how many of how many forecasts of earlier years the range held."""
    [row] = rows(report, "backtest")
    tried = int(str(row["trials"]))
    return round(float(str(row["coverage_80_pct"])) * tried / 100), tried


MONTHS = {"financial-year": 12, "calendar-year": 12, "october-year": 12, "quarter": 3}


def is_whole(row: Row) -> bool:
    """Whether a point of a series covers all months of its period, as far as the table says."""
    return int(str(row["months_covered"] or 12)) >= MONTHS.get(str(row["period_kind"]), 1)


def dated_changes(found: list[Row]) -> Iterator[tuple[Cell, Cell, Decimal, Decimal]]:
    """Period, area, before and now of every step from a whole period to the same a year later, of every series."""
    whole = [row for row in found if is_whole(row)]
    known = {(row["indicator"], row["area"], row["period_slug"]): row["count"] for row in whole}
    for row in whole:
        earlier = from_slug(str(row["period_slug"])).previous().slug
        first, last = known.get((row["indicator"], row["area"], earlier)), row["count"]
        if isinstance(first, Decimal) and isinstance(last, Decimal):
            yield row["period_slug"], row["area"], first, last


def changes(found: list[Row]) -> Iterator[tuple[Cell, Decimal, Decimal]]:
    """Area, before and now of every such step."""
    return ((area, before, now) for _, area, before, now in dated_changes(found))


def against_targets(report: Report) -> Iterator[tuple[Decimal, Decimal]]:
    """Actual and target of whatever is judged: of small targets it is said how many above or below."""
    for row in rows(report, "tiles", "year-end", "history"):
        now, target = row["actual"], row["target"]
        if isinstance(now, Decimal) and isinstance(target, Decimal):
            yield now, target


def of_part(report: Report, said: tuple[str | None, ...]) -> tuple[int, ...]:
    """The measures of a month or quarter, and where it says so those with a target of their own."""
    measured = len(rows(report, "year-end"))
    return (measured, targets(report)) if said[1] else (measured,)


def named_targets(report: Report) -> int:
    """The targets of a year that a sentence names: three at most, of what is counted so far."""
    return min(3, sum(row["to_date"] is not None for row in rows(report, "year-targets")))


def years_to_date(report: Report) -> Iterator[tuple[Decimal, Decimal]]:
    """The year to date of every row that can be compared with the same months a year before."""
    for row in rows(report, "tiles", "measured", "year-end"):
        now, before = row.get("to_date"), row.get("to_date_previous")
        if isinstance(now, Decimal) and isinstance(before, Decimal) and before:
            yield now, before


DUE = {"day": "due_by_a_date", "words": "due_in_words", "nothing": "without_a_date"}


def due(report: Report, kind: str) -> int:
    """Actions by what is printed of their date: a day, words only, nothing."""
    if objectives := rows(report, "objectives"):
        return sum(int(str(row[DUE[kind]])) for row in objectives)
    kinds = ["day" if row["due_date"] else "words" if row["due"] else "nothing" for row in rows(report, "actions")]
    return kinds.count(kind)


def summed(report: Report, table: str, column: str) -> int:
    return sum(int(str(row[column] or 0)) for row in rows(report, table))


def concentration(report: Report, said: tuple[str | None, ...]) -> tuple[int, ...]:
    """The places a title names first, how many there are, and the share of the first in whole percent."""
    found = rows(report, "hotspots")
    (looked_at,) = rows(report, "periods")
    everyone = int(str(looked_at["places"]))
    few = min(len(found), max(1, round(everyone / 10)))
    share = sum((row["share_pct"] for row in found[:few] if isinstance(row["share_pct"], Decimal)), Decimal(0))
    percent = int(round_half_up(share, 0))
    return (few, everyone, percent) if len(said) == 3 else (few, percent)


def months_loaded(report: Report) -> int:
    return len({row["month"] for row in rows(report, "months")})


def held_of(report: Report) -> tuple[int, int]:
    """Months held of the newest period with a file, and how many it has."""
    newest = [row for row in rows(report, "counts") if row["months_held"]][-1]
    slug = str(newest["period_slug"])
    return int(str(newest["months_held"])), 3 if "-Q" in slug else 1 if "-M" in slug else 12


def by_period(report: Report) -> set[str]:
    """The drill-down's totals: the rows of each period summed, and what they changed by."""
    found: dict[Cell, list[int]] = {}
    for row in rows(report, "counts"):
        sums = found.setdefault(row["period"], [0, 0])
        sums[0] += int(str(row["count"] or 0))
        sums[1] += int(str(row["previous_count"] or 0))
    steps = {abs(Decimal(now - before)) * 100 / before for now, before in found.values() if before}
    return {f"{n:,}" for sums in found.values() for n in sums} | {show(step, 1, percent=True) for step in steps}


def mostly_own(report: Report) -> int:
    """The measures of the view's own period; all of them where at least half are of it, or none is."""
    found = rows(report, "year-end")
    own = sum(row["period"] == report.filters.period.label for row in found)
    return len(found) if own * 2 >= len(found) or not own else own
