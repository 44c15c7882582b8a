"""Knows good files of figures of every kind, and how bytes, lines and cells of them get lost or mixed up."""

import random
import zipfile
from collections.abc import Callable

from tests.data.sources.archives import zipped
from tests.data.sources.fingertips_rows import NAMES
from tests.data.sources.fingertips_rows import row as fingertips_row
from tests.data.sources.offence_rows import HEADING as RECORDED
from tests.data.sources.offence_rows import row as recorded_row
from tests.data.sources.workbooks import book, parts
from tests.data.typed.spoilt_texts import GOOD, lines

Value = object
SHEET = "xl/worksheets/sheet1.xml"
TABLE: tuple[tuple[Value, ...], ...] = (
    ("Warwickshire performance",),
    ("Indicator", "Unit", "2009/10 Target", "2009/10 Actual", "2010/11 Target", "2010/11 Actual"),
    ("NI 915 - Broken lamps", "lamps", 1_200, "1,128³", "TBC", 1_099),
    ("NI 916 - Fires in bins", "per 1,000", "-3% reduction on Yr 1 performance", 8.7, 8.44, "TBC ²"),
    ("NI 921 - People who feel safe", "%", "N/A", 0.263, 0.3, "n/a"),
    ("Lost keys", "keys", None, 26, "To reduce from 2010/11", 31),
    (),
    ("1 Provisional figures.",),
    ("² To be confirmed in June.",),
    ("3 Without the lamps of the park.",),
)
DECLARED = (
    "NI 915,Broken lamps,lower,lamps,count,5,Lamps that were reported broken.",
    "NI 921,People who feel safe,higher,%,percentage,2,",
    ",Lost keys,neutral,keys,count,10%,Keys handed in at a police station.",
)
GROUPS = ("Arson", "Theft") * 9
QUARTERS = [
    recorded_row(name, str(count), force="Warwickshire", quarter=str(1 + count % 4))
    for count, name in enumerate(GROUPS)
]
PEOPLE = [("Rugby", "Male"), ("Rugby", "Female"), ("Testbury", "Male"), ("Nuneaton", "Female")]
AREAS = [fingertips_row(Area_Name=area, Sex=sex) for area, sex in PEOPLE]
PLACES = ("Rugby", "South Warwickshire")
LAMPS = [f'Lamps {at},{area},"1,12{at}",TBC,{at}.5,2{at}' for at in range(4) for area in PLACES]

FILES: dict[str, bytes] = {
    "tidy.csv": GOOD.encode(),
    "wide.csv": lines(
        *LAMPS,
        heading="Indicator,Area,2009/10 Target,2009/10 Actual,2010/11 Target,2010/11 Actual",
    ).encode(),
    "wide.xlsx": book(*TABLE, D5="0.0%", E5="0%"),
    "declared.csv": lines(*DECLARED, heading="Code,Indicator,Polarity,Unit,Type,Tolerance,Definition").encode(),
    "recorded.csv": lines(*QUARTERS, heading=RECORDED).encode(),
    "fingertips.csv": lines(*AREAS, heading=",".join(NAMES), end="\r\n").encode(),
}  # fmt: skip


def _flip(chance: random.Random, body: bytes) -> bytes:
    at = chance.randrange(len(body))
    return body[:at] + bytes([body[at] ^ 1 << chance.randrange(8)]) + body[at + 1 :]


def _insert(chance: random.Random, body: bytes) -> bytes:
    at = chance.randrange(len(body))
    piece = chance.choice([chance.randbytes(3), b",", b'"', b"\n", b"\x00", b"=", b"-", "\u202e".encode(), b"9" * 40])
    return body[:at] + piece + body[at:]


def _delete(chance: random.Random, body: bytes) -> bytes:
    at = chance.randrange(len(body))
    return body[:at] + body[at + chance.randint(1, 40) :]


def _duplicate(chance: random.Random, body: bytes) -> bytes:
    at = chance.randrange(len(body))
    piece = body[at : at + chance.randint(1, 200)]
    return body[:at] + piece * chance.choice([2, 2, 2, 50]) + body[at:]


def _truncate(chance: random.Random, body: bytes) -> bytes:
    return body[: chance.randrange(len(body))]


def _swap(chance: random.Random, body: bytes, between: bytes) -> bytes:
    pieces = body.split(between)
    first, second = chance.randrange(len(pieces)), chance.randrange(len(pieces))
    pieces[first], pieces[second] = pieces[second], pieces[first]
    return between.join(pieces)


def _swap_lines(chance: random.Random, body: bytes) -> bytes:
    return _swap(chance, body, b"</row>" if b"</row>" in body else b"\n")


def _swap_cells(chance: random.Random, body: bytes) -> bytes:
    return _swap(chance, body, b"</c>" if b"</c>" in body else b",")


Change = Callable[[random.Random, bytes], bytes]
MIXED: tuple[Change, ...] = (_swap_lines, _swap_cells, _swap_cells)
CHANGES: tuple[Change, ...] = (_flip, _insert, _delete, _duplicate, _truncate, *MIXED)


def mutated(name: str, number: int) -> bytes:
    """Copy *number* of a good file with one to four changes; those of most workbooks are inside its archive."""
    chance, body = random.Random(f"{name} {number}"), FILES[name]
    inside = parts(body) if name.endswith(".xlsx") and chance.random() < 0.8 else {}
    body = inside.get(SHEET, body)
    changes = (*MIXED, *MIXED, _flip) if inside else CHANGES
    for _ in range(chance.randint(1, 4)):
        body = chance.choice(changes)(chance, body) if body else body
    return zipped({**inside, SHEET: body}, zipfile.ZIP_STORED) if inside else body
