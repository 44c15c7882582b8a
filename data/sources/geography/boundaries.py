"""Knows boundaries: GeoJSON or TopoJSON in degrees, read into rings of whole millionths of a degree."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate
from typing import Any

import orjson

from dashboard.domain.errors import RefusedFile
from data.parcels import Boundaries
from data.sources.containers.members import Member, NotOurs
from data.sources.geography.codes import HEADING, LEVELS, ORDER
from data.sources.geography.coordinates import EAST, MICRO, NORTH, SOUTH, WEST
from data.sources.words import is_plain, shown

KIND = Boundaries.kind
BOM = b"\xef\xbb\xbf"

Json = Mapping[str, Any]  # whatever stands in the file; every fault of its shape is caught
Ring = list[tuple[int, int]]
Shape = tuple[str, str, str, list[list[Ring]]]  # code, name, level, polygons


def recognises(body: bytes) -> bool:
    return body.removeprefix(BOM).lstrip()[:1] == b"{"


def read(member: Member) -> Iterator[Boundaries]:
    """Yield shapes [code, name, level, polygons]; a polygon is its rings of [longitude, latitude]."""
    shapes = _parsed(member)
    kept = [shape for shape in shapes if shape[0]]
    if not kept:
        raise RefusedFile(f"{member.name} has no shape with a code such as LSOA21CD.")
    _refuse_faulty(member.name, kept)
    remarks = [f"Shapes without a code: {len(shapes) - len(kept):,}."] if len(kept) < len(shapes) else []
    yield Boundaries(file=member.name, rows=len(shapes), shapes=kept, remarks=remarks)


def _parsed(member: Member) -> list[Shape]:
    try:
        found = orjson.loads(member.body.removeprefix(BOM))
    except orjson.JSONDecodeError as fault:
        raise RefusedFile(f"{member.name} is no GeoJSON: it is cut short or damaged.") from fault
    if found.get("type") not in ("FeatureCollection", "Topology"):
        raise NotOurs(f"{member.name} is JSON, but neither GeoJSON nor TopoJSON with areas.")
    try:
        return list(_shapes(found))
    except (KeyError, TypeError, ValueError, IndexError, AttributeError, OverflowError) as fault:
        raise RefusedFile(f"{member.name} is JSON, but its areas cannot be read.") from fault


def _shapes(found: Json) -> Iterator[Shape]:
    if found["type"] == "FeatureCollection":
        for feature in found["features"]:
            yield _shape(feature["properties"], _polygons(feature["geometry"]))
        return
    arcs = _arcs(found)
    for item in (part for group in found["objects"].values() for part in group["geometries"]):
        yield _shape(item["properties"], _stitched(item, arcs))


def _shape(properties: Json, polygons: list[list[Ring]]) -> Shape:
    """The finest level that the properties name is what the shape is of."""
    named: dict[str, dict[str, str]] = {}
    for words, value in properties.items():
        if (found := HEADING.fullmatch(words)) and value:
            part = "code" if found[3].upper() in ("CD", "CODE") else "name"
            named.setdefault(LEVELS[found[1].upper()], {})[part] = str(value)
    levels = [level for level in ORDER if "code" in named.get(level, {})]
    if not levels:
        return "", "", "", polygons
    return named[levels[0]]["code"], named[levels[0]].get("name", ""), levels[0], polygons


def _polygons(geometry: Json) -> list[list[Ring]]:
    rings = geometry["coordinates"]
    polygons = [rings] if geometry["type"] == "Polygon" else rings
    return [[[_micro(point) for point in ring] for ring in polygon] for polygon in polygons]


def _micro(point: Sequence[float]) -> tuple[int, int]:
    return round(point[0] * MICRO), round(point[1] * MICRO)


def _arcs(topology: Json) -> list[Ring]:
    """The topology's arcs in place; quantised ones are given as steps."""
    transform = topology.get("transform")
    if transform is None:
        return [[_micro(point) for point in arc] for arc in topology["arcs"]]
    (east, north), (left, bottom) = transform["scale"], transform["translate"]
    placed = []
    for arc in topology["arcs"]:
        steps = accumulate(arc, lambda at, step: (at[0] + step[0], at[1] + step[1]))
        placed.append([_micro((step[0] * east + left, step[1] * north + bottom)) for step in steps])
    return placed


def _stitched(item: Json, arcs: list[Ring]) -> list[list[Ring]]:
    polygons = [item["arcs"]] if item["type"] == "Polygon" else item["arcs"]
    return [[_ring(ring, arcs) for ring in polygon] for polygon in polygons]


def _ring(parts: Sequence[int], arcs: list[Ring]) -> Ring:
    """The arcs of one ring end to end; a negative number means the arc backwards."""
    ring: Ring = []
    for number in parts:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        ring.extend(arc[1:] if ring else arc)
    return ring


def _refuse_faulty(name: str, shapes: list[Shape]) -> None:
    """Raise RefusedFile for words that cannot be kept and for what lies elsewhere, such as metres of a grid."""
    for code, title, _, polygons in shapes:
        if not (is_plain(code) and is_plain(title)):
            raise RefusedFile(f"{name} has a shape with a code or name that cannot be kept: “{shown(code)}”.")
        for ring in (ring for polygon in polygons for ring in polygon):
            if not all(WEST <= east <= EAST and SOUTH <= north <= NORTH for east, north in ring):
                raise RefusedFile(f"{name}: {code} lies outside Great Britain; boundaries are read in WGS84 degrees.")
