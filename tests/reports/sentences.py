"""Reads the numbers out of a title or paragraph, and works out again from the tables what they should be."""

import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from itertools import pairwise

from dashboard.domain.numbers import round_half_up, show
from dashboard.reports.report import Cell, Report

WORDS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
COUNT = rf"({'|'.join(WORDS)}|none|[0-9][0-9,]*)"
DIGITS = re.compile(r"(?<![\w.])[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?%?")
SPELLED = re.compile(rf"\b(?:{'|'.join(WORDS[1:])})\b", re.IGNORECASE)
STATUSES = r"(met|near|missed|not judged)"

Row = dict[str, Cell]
Counter = Callable[[Report, tuple[str | None, ...]], tuple[int, ...]]


def number(word: str) -> int:
    plain = word.casefold().replace("none", "no")
    return WORDS.index(plain) if plain in WORDS else int(plain.replace(",", ""))


def rows(report: Report, *names: str) -> list[Row]:
    return [row for table in report.tables if table.name in names for row in table.rows]


def targets(report: Report, status: str = "", *, judged: bool | None = None) -> int:
    """How many targets of the period the tables hold: with a status, judged or not, or all that are printed."""
    found = [row for row in rows(report, "tiles", "year-end") if row["target_text"]]
    found = [row for row in found if judged is None or (row["status"] != "not judged") == judged]
    return sum(not status or row["status"] == status for row in found)


LIKELY, EVEN = 0.67, 0.33
FATES = r"(?:will probably be (missed|met)|(?:is|are) in the (balance))"


def prospects(report: Report, fate: str = "") -> int:
    """How many targets of the year in progress have a chance, or one that comes to *fate*."""
    chances = [row["p_meet"] for row in rows(report, "forecast") if isinstance(row["p_meet"], float)]
    fates = ["met" if chance >= LIKELY else "balance" if chance >= EVEN else "missed" for chance in chances]
    return fates.count(fate) if fate else len(fates)


def fate_of(said: tuple[str | None, ...]) -> str:
    return next(word for word in ("missed", "met", "balance") if word in said)


def so_far(report: Report) -> tuple[int, int, int]:
    """What was counted of the year in progress, in how many months, and of how many."""
    (row,) = rows(report, "forecast")
    return int(str(row["so_far"])), int(str(row["months_counted"])), 12


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
    """The rows of the indicator that is drawn: the first of the table."""
    found = rows(report, table)
    return [row for row in found if row["indicator"] == found[0]["indicator"]]


def drawn(report: Report) -> int:
    return sum(row["value"] is not None for row in chosen(report, "series"))


def falling_localities(report: Report) -> tuple[int, int]:
    steps = list(changes(chosen(report, "series")))
    newest = {area: now - before for area, before, now in steps if area != steps[0][0]}
    return sum(step < 0 for step in newest.values()), len(newest)


MONTHS = {"financial-year": 12, "calendar-year": 12, "october-year": 12, "quarter": 3}


def is_whole(row: Row) -> bool:
    """Whether a point of a series covers all months of its period, as far as the table says."""
    return int(str(row["months_covered"] or 12)) >= MONTHS.get(str(row["period_kind"]), 1)


def changes(found: list[Row]) -> Iterator[tuple[Cell, Decimal, Decimal]]:
    """Area, before and now of every step between whole periods of every series, oldest first."""
    for before, now in pairwise(row for row in found if is_whole(row)):
        same = all(before[name] == now[name] for name in ("indicator", "area"))
        first, last = before["count"], now["count"]
        if same and isinstance(first, Decimal) and isinstance(last, Decimal):
            yield now["area"], first, last


def due(report: Report, kind: str) -> int:
    """Actions by what is printed of their date: a day, words only, nothing."""
    kinds = ["day" if row["due_date"] else "words" if row["due"] else "nothing" for row in rows(report, "actions")]
    return kinds.count(kind)


def summed(report: Report, table: str, column: str) -> int:
    return sum(int(str(row[column] or 0)) for row in rows(report, table))


def concentration(report: Report, said: tuple[str | None, ...]) -> tuple[int, ...]:
    """The places a title names first, how many there are, and the share of the first in whole percent."""
    found = rows(report, "hotspots")
    few = min(len(found), max(1, round(len(found) / 10)))
    share = sum((row["share_pct"] for row in found[:few] if isinstance(row["share_pct"], Decimal)), Decimal(0))
    percent = int(round_half_up(share, 0))
    return (few, len(found), percent) if len(said) == 3 else (few, percent)


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


#: What a phrase counts, and how to count it again; each group of a phrase is one number.
PHRASES: tuple[tuple[str, Counter], ...] = (
    (
        rf"{COUNT} of the {COUNT} targets that can be judged w(?:as|ere) missed",
        lambda r, _: (targets(r, "missed"), targets(r, judged=True)),
    ),
    (rf"All {COUNT} targets that can be judged were met", lambda r, _: (targets(r, judged=True),)),
    (rf", {COUNT} only nearly", lambda r, _: (targets(r, "near"),)),
    (rf"The {COUNT} target that can be judged", lambda r, _: (targets(r, judged=True),)),
    (rf"(?:None|Neither) of the {COUNT} targets for", lambda r, _: (targets(r),)),
    (rf"{COUNT} targets? cannot be judged", lambda r, _: (targets(r, judged=False) - prospects(r),)),
    (rf"{COUNT} of {COUNT} targets for . {FATES}", lambda r, said: (prospects(r, fate_of(said)), targets(r))),
    (rf"(?:All|The) {COUNT} targets? for . {FATES}", lambda r, _: (targets(r),)),
    (rf"(?<=, ){COUNT} {FATES}", lambda r, said: (prospects(r, fate_of(said)),)),
    (rf"{COUNT} other targets? will probably be missed too", lambda r, _: (prospects(r, "missed") - 3,)),
    (rf"{COUNT} in {COUNT} of {COUNT} months;", lambda r, _: so_far(r)),
    ("Four times in five it would end|Recent trend of five years", lambda _, __: ()),
    (rf"{COUNT} of {COUNT} measures? fell", lambda r, _: (movers(r, -1), measures(r))),
    (rf"{COUNT} of {COUNT} measures? rose", lambda r, _: (movers(r, 1), measures(r))),
    (rf"and {COUNT} rose by", lambda r, _: (movers(r, 1),)),
    (rf"{COUNT} measures? published", lambda r, _: (len(rows(r, "tiles")),)),
    (rf"{COUNT} measures?, none with a target", lambda r, _: (len(rows(r, "year-end")),)),
    (rf"{COUNT} (?:targets? )?{STATUSES}", lambda r, found: (targets(r, str(found[1])),)),
    (rf"{COUNT} targets?, no actual published", lambda r, _: (len(chosen(r, "targets")),)),
    (rf"{COUNT} figures?, no change to work out", lambda r, _: (drawn(r),)),
    (
        rf"in {COUNT} of {COUNT} months of",
        lambda r, _: (min(int(str(row["months_covered"])) for row in chosen(r, "series")), 12),
    ),
    (rf"{COUNT} of {COUNT} localities fell", lambda r, _: falling_localities(r)),
    (rf"{COUNT} (?:actions? )?due by a date", lambda r, _: (due(r, "day"),)),
    (rf"{COUNT} (?:actions? )?due in words only", lambda r, _: (due(r, "words"),)),
    (rf"{COUNT} (?:actions? )?without a date", lambda r, _: (due(r, "nothing"),)),
    (rf"{COUNT} actions?\b(?= for|,| and (?!no figures))", lambda r, _: (len(rows(r, "actions")),)),
    (rf"{COUNT} risks?\b", lambda r, _: (len(rows(r, "risks")),)),
    (rf"{COUNT} meetings?\b", lambda r, _: (with_value(r, "meetings", "kind", "meeting"),)),
    (rf"{COUNT} differences?", lambda r, _: (with_value(r, "checks", "severity", "differs"),)),
    (rf"{COUNT} points? to know", lambda r, _: (with_value(r, "checks", "severity", "flag"),)),
    (rf"{COUNT} checks? agreed", lambda r, _: (with_value(r, "checks", "severity", "agrees"),)),
    (rf"{COUNT} figures? (?:in|from) the text", lambda r, _: (len(rows(r, "printed")),)),
    (rf"{COUNT} figures? awaited", lambda r, _: (len(rows(r, "awaited")),)),
    (rf"{COUNT} printed cells", lambda r, _: (len(rows(r, "cells")),)),
    (rf"{COUNT} months? of street-level crime", lambda r, _: (months_loaded(r),)),
    (rf"{COUNT} of {COUNT} (?:neighbourhood|map point)s hold {COUNT}%", concentration),
    (rf"{COUNT} (?:neighbourhood|map point) holds {COUNT}%", concentration),
    (rf"{COUNT} located incidents?", lambda r, _: (summed(r, "hotspots", "count"),)),
    (rf"{COUNT} in the same months a year before", lambda r, _: (summed(r, "hotspots", "previous_count"),)),
    (
        rf"(?<=Persistent: )([^.]*) and {COUNT} more",
        lambda r, _: (with_value(r, "hotspots", "class", "persistent") - 3,),
    ),
    (rf"(?<=Emerging: )([^.]*) and {COUNT} more", lambda r, _: (with_value(r, "hotspots", "class", "emerging") - 3,)),
    (rf"\({COUNT} of {COUNT} months\)", lambda r, _: held_of(r)),
)


def shown(report: Report) -> set[str]:
    """Every number a sentence may quote: cells of the tables as readers write them, and steps of the series."""
    numbers = [cell for table in report.tables for row in table.rows for cell in row.values()]
    found = {text for cell in numbers if isinstance(cell, Decimal) for text in written(abs(cell))}
    found |= {f"{cell:,.0f}" for cell in numbers if isinstance(cell, (float, int))}
    found |= {token for cell in numbers if isinstance(cell, str) for token in DIGITS.findall(cell)}
    found |= by_period(report)
    for _, before, now in changes(rows(report, "series")):
        found |= written(abs(now - before) / before * 100) if before else set()
    return found


def written(size: Decimal) -> set[str]:
    plain = {show(size), show(size, 1), show(size, 3)}
    return plain | {f"{text}%" for text in plain}


def unfounded(report: Report, text: str) -> list[str]:
    """The numbers of *text* that the tables do not give."""
    wrong = []
    for phrase, recount in PHRASES:
        for match in re.finditer(phrase, text, re.IGNORECASE):
            said = tuple(number(word) for word in match.groups() if word and re.fullmatch(COUNT, word, re.IGNORECASE))
            found = recount(report, match.groups())
            if said != found and said != (*found[:-1], found[-1] + blanks(report)):
                wrong.append(match[0])
        text = re.sub(phrase, " ", text, flags=re.IGNORECASE)
    quoted = DIGITS.findall(text)
    known = shown(report) if quoted else set()
    return [*wrong, *SPELLED.findall(text), *(token for token in quoted if token not in known)]
