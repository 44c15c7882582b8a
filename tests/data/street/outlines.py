"""Outlines of neighbourhoods for tests: squares on a grid, as GeoJSON."""

from collections.abc import Mapping


def geojson(squares: Mapping[str, tuple[int, int]]) -> str:
    features = []
    for code, (east, north) in squares.items():
        west, south = -2 + east / 10, 52 + north / 10
        corners = [(0, 0), (0.1, 0), (0.1, 0.1), (0, 0.1), (0, 0)]
        ring = ",".join(f"[{west + x:.4f},{south + y:.4f}]" for x, y in corners)
        shape = f'{{"type":"Polygon","coordinates":[[{ring}]]}}'
        features.append(f'{{"type":"Feature","properties":{{"LSOA21CD":"{code}"}},"geometry":{shape}}}')
    return f'{{"type":"FeatureCollection","features":[{",".join(features)}]}}'
