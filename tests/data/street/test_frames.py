"""Proves that only whole frames of our own shapes are taken from the reading child."""

import io
from pathlib import Path

import msgspec
import pytest

from dashboard.domain.errors import RefusedFile
from data.intake import reader
from data.intake.frames import BrokenFrame, Frame, frames, written
from data.intake.reader import read
from data.parcel_rows import packed
from data.parcels import AreaLookup, FigureTable, Said, Stray, StreetMonth

STRAY = Stray(file="a.csv", sentence="Left out.")

STREET = {
    **{"kind": "street", "file": "a", "rows": 1, "force": "F", "month": 24_306, "types": [], "outcomes": []},
    **{"points": [packed([1]), packed([2]), ["a"], ["b"], ["c"]], "counts": [packed([at]) for at in (0, 0, 0, 1)]},
}


def framed(body: bytes) -> bytes:
    return len(body).to_bytes(4) + body


def test_what_is_told_arrives_as_it_was() -> None:
    month = msgspec.convert(STREET, StreetMonth)
    lookup = AreaLookup(file="x.csv", rows=1, areas=[("E1", "One", "ward", 21)], links=[])
    table = FigureTable(file="y.csv", rows=0, rules={"doubled": 2})
    said: list[Said] = [STRAY, lookup, table, month]
    told = b"".join(written(Frame(at, one)) for at, one in enumerate(said))
    found = list(frames(io.BytesIO(told), 4))
    assert [(frame.at, frame.said) for frame in found] == [(0, STRAY), (1, lookup), (2, table), (3, month)]


@pytest.mark.parametrize(
    "told",
    [
        b"\x00",
        b"\x00\x00\x00\x09abc",
        b"\xff\xff\xff\xff",
        framed(b""),
        framed(b"{}"),
        framed(msgspec.msgpack.encode([0, {"kind": "unheard-of"}])),
        framed(msgspec.msgpack.encode([0, {"kind": "stray", "file": "a.csv"}])),
        framed(msgspec.msgpack.encode([0, {"kind": "stray", "file": 5, "sentence": ""}])),
        framed(msgspec.msgpack.encode([-1, {"kind": "opened"}])),
        framed(msgspec.msgpack.encode([1, {"kind": "opened"}])),
        framed(
            msgspec.msgpack.encode([0, {"kind": "figures", "file": "a", "rows": 1, "figures": [{"what": "actual"}]}])
        ),
        framed(
            msgspec.msgpack.encode(
                [0, {"kind": "population", "file": "a", "rows": 1, "year": "", "people": [["E", "many"]]}]
            )
        ),
        framed(msgspec.msgpack.encode([0, STREET | {"points": [packed([1]), b"", ["a"], ["b"], ["c"]]}])),
        framed(msgspec.msgpack.encode([0, STREET | {"counts": [packed([0])] * 3 + [packed([1, 2])]}])),
        framed(msgspec.msgpack.encode([0, STREET | {"counts": [packed([0])] * 3 + [[1]]}])),
        framed(msgspec.msgpack.encode([0, STREET | {"counts": [packed([0])] * 3 + ["\0\0\0\0"]}])),
        framed(msgspec.msgpack.encode([0, STREET | {"counts": [b"\0\0\0\0\0"] * 4}])),
        framed(msgspec.msgpack.encode([0, STREET | {"counts": [packed([0, 0, 0, 1])]}])),
    ],
)
def test_anything_else_is_a_broken_frame(told: bytes) -> None:
    with pytest.raises(BrokenFrame):
        list(frames(io.BytesIO(told), 1))


@pytest.mark.parametrize(
    "answers",
    [
        "b'nonsense that is no frame'",
        "b'\\0\\0\\0\\2{}'",
        "b'\\0\\0\\0\\x40half'",
    ],
)
def test_a_child_that_tells_something_else_is_refused_by_the_name_of_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, answers: str
) -> None:
    monkeypatch.setattr(reader, "START", f"import sys; sys.stdin.read(); sys.stdout.buffer.write({answers})")
    with pytest.raises(RefusedFile, match=r"^a\.csv could not be read: it is damaged in a way we do not know\.$"):
        list(read([tmp_path / "a.csv"]))
