"""Proves that boundaries become rings in millionths of a degree, from GeoJSON and TopoJSON, and nothing else does."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.data.sources.reading import read, refusal

SQUARE = [[-2.0, 52.0], [-1.9, 52.0], [-1.9, 52.1], [-2.0, 52.0]]
RING = [(-2_000_000, 52_000_000), (-1_900_000, 52_000_000), (-1_900_000, 52_100_000), (-2_000_000, 52_000_000)]
CODED = {"LSOA21CD": "E01000001", "LSOA21NM": "Testbury 001A"}


def feature(geometry: object, properties: object = CODED) -> dict[str, Any]:
    return {"type": "Feature", "properties": properties, "geometry": geometry}


def polygon(*rings: object) -> dict[str, Any]:
    return {"type": "Polygon", "coordinates": list(rings)}


def collection(*features: object) -> str:
    return json.dumps({"type": "FeatureCollection", "features": features})


def topology(arcs: object, geometries: object, **transform: object) -> str:
    objects = {"areas": {"type": "GeometryCollection", "geometries": geometries}}
    return json.dumps({"type": "Topology", "objects": objects, "arcs": arcs} | transform)


def shapes(folder: Path, content: str | bytes) -> list[Any]:
    found: list[Any] = read(folder, content, "x.geojson").shapes
    return found


def rings(folder: Path, content: str) -> list[Any]:
    """The rings of the polygons of each shape."""
    return [shape[3] for shape in shapes(folder, content)]


def test_a_polygon_keeps_its_points_and_its_holes(tmp_path: Path) -> None:
    found = shapes(tmp_path, collection(feature(polygon(SQUARE, SQUARE[::-1]))))
    assert found == [("E01000001", "Testbury 001A", "lsoa", [[RING, RING[::-1]]])]


def test_an_area_of_several_parts_keeps_them_all(tmp_path: Path) -> None:
    geometry = {"type": "MultiPolygon", "coordinates": [[SQUARE], [SQUARE[::-1]]]}
    assert rings(tmp_path, collection(feature(geometry))) == [[[RING], [RING[::-1]]]]


def test_heights_are_left_out(tmp_path: Path) -> None:
    assert rings(tmp_path, collection(feature(polygon([[*point, 99.5] for point in SQUARE])))) == [[[RING]]]


def test_a_byte_order_mark_does_not_hide_the_json(tmp_path: Path) -> None:
    content = collection(feature(polygon(SQUARE)))
    assert len(shapes(tmp_path, content.encode("utf-8-sig"))) == 1
    assert len(shapes(tmp_path, "\n  " + content)) == 1


@pytest.mark.parametrize(
    ("properties", "expected"),
    [
        ({"LAD24CD": "E07000001", "LAD24NM": "Testbury"}, ("E07000001", "Testbury", "district")),
        ({"LAD13CD": "E07000001", "LAD13NM": None}, ("E07000001", "", "district")),
        ({"LSOA21CD": "E01000001", "LAD24CD": "E07000001", "LAD24NM": "Testbury"}, ("E01000001", "", "lsoa")),
        ({"WD25CD": "E05000001", "WD25NM": "Mill", "FID": 3}, ("E05000001", "Mill", "ward")),
        ({"lsoa11_code": "E01000001"}, ("E01000001", "", "lsoa")),
    ],
)
def test_a_shape_is_of_the_finest_level_that_it_has_a_code_of(
    tmp_path: Path, properties: dict[str, Any], expected: tuple[str, str, str]
) -> None:
    assert shapes(tmp_path, collection(feature(polygon(SQUARE), properties)))[0][:3] == expected


def test_shapes_without_a_code_are_left_out_and_said(tmp_path: Path) -> None:
    parcel = read(tmp_path, collection(feature(polygon(SQUARE)), feature(polygon(SQUARE), {"name": "x"})), "x.json")
    assert (len(parcel.shapes), parcel.rows) == (1, 2)
    assert parcel.remarks == ["Shapes without a code: 1."]


def test_arcs_of_a_topology_are_stitched_and_a_negative_one_runs_backwards(tmp_path: Path) -> None:
    arcs = [SQUARE[:3], [SQUARE[0], SQUARE[2]]]
    outline = {"type": "Polygon", "properties": CODED, "arcs": [[0, -2]]}
    assert rings(tmp_path, topology(arcs, [outline])) == [[[RING]]]


def test_quantised_arcs_are_steps_from_their_first_point(tmp_path: Path) -> None:
    arcs = [[[0, 0], [100, 0], [0, 100]], [[0, 0], [100, 100]]]
    transform = {"scale": [0.001, 0.001], "translate": [-2, 52]}
    outline = {"type": "MultiPolygon", "properties": CODED, "arcs": [[[0, -2]]]}
    assert rings(tmp_path, topology(arcs, [outline], transform=transform)) == [[[RING]]]


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ('{"type": "FeatureCollection", "features": [', "x.geojson is no GeoJSON: it is cut short or damaged."),
        ('{"type": "FeatureCollection"' + "[" * 100_000, "x.geojson is no GeoJSON: it is cut short or damaged."),
        ('{"name": "x"}', "x.geojson is JSON, but neither GeoJSON nor TopoJSON with areas."),
        (json.dumps(feature(polygon(SQUARE))), "x.geojson is JSON, but neither GeoJSON nor TopoJSON with areas."),
        ('{"type": "FeatureCollection"}', "x.geojson is JSON, but its areas cannot be read."),
        (collection(feature(None)), "x.geojson is JSON, but its areas cannot be read."),
        (collection(feature({"type": "Point", "coordinates": SQUARE[0]})), "x.geojson is JSON, but its areas"),
        (collection(feature(polygon([["a", "b"]]))), "x.geojson is JSON, but its areas cannot be read."),
        (topology([SQUARE], [{"type": "Polygon", "properties": CODED, "arcs": [[7]]}]), "x.geojson is JSON, but its"),
        (topology([SQUARE], [{"type": None, "properties": CODED}]), "x.geojson is JSON, but its areas cannot be read."),
        (collection(), "x.geojson has no shape with a code such as LSOA21CD."),
        (
            collection(feature(polygon(SQUARE), {"LSOA21CD": ""})),
            "x.geojson has no shape with a code such as LSOA21CD.",
        ),
        (
            collection(feature(polygon([[390_000.0, 320_000.0]]))),
            "x.geojson: E01000001 lies outside Great Britain; boundaries are read in WGS84 degrees.",
        ),
        (
            collection(feature(polygon([*SQUARE[:3], [1e300, 52.0]]))),
            "x.geojson: E01000001 lies outside Great Britain; boundaries are read in WGS84 degrees.",
        ),
        (
            collection(feature(polygon([point[::-1] for point in SQUARE]))),
            "x.geojson: E01000001 lies outside Great Britain; boundaries are read in WGS84 degrees.",
        ),
        (
            collection(feature(polygon(SQUARE), {"LSOA21CD": "E\x00" + "x" * 10_000})),
            "x.geojson has a shape with a code or name that cannot be kept: “E\ufffdxxx",
        ),
    ],
)
def test_anything_else_is_refused(tmp_path: Path, content: str, sentence: str) -> None:
    said = refusal(tmp_path, content, "x.geojson")
    assert said.startswith(sentence)
    assert said.isprintable()
    assert len(said) < 200
