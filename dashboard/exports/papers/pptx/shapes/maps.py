"""Knows a map as a group of native outlines, each area by its name, with what the shades say beside it."""

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.domain.palette import SHADES
from dashboard.exports.papers.look import inked
from dashboard.exports.papers.pptx.boxes import EMU, Box
from dashboard.exports.papers.pptx.drawing import SMALLEST, SPACES, fill, frame, line, named, plain
from dashboard.exports.papers.pptx.fitting import width_of
from dashboard.exports.papers.words import printable
from dashboard.reports.packs.charts import AreaMap, Outline

LETTERS = 18.0  # points that a line of words needs
LEAST_STEP = 0.6  # points between two corners that can be told apart
Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class MapSheet:
    """How the plane of a map lies on a slide."""

    box: Box
    left: float
    top: float
    times: float

    def place(self, point: Point) -> Point:
        """Points from the left and the top of the slide; up is up."""
        return (
            self.box.left + (point[0] - self.left) * self.times,
            self.box.top + (self.top - point[1]) * self.times,
        )


def sheet_of(areas: Sequence[Outline], box: Box) -> MapSheet:
    """The plane in the middle of *box*, as large as it fits."""
    points = [point for area in areas for ring in area.rings for point in ring] or [(0.0, 0.0)]
    across, up = [x for x, _ in points], [y for _, y in points]
    wide, high = max(across) - min(across) or 1.0, max(up) - min(up) or 1.0
    times = min(box.width / wide, box.height / high)
    used = Box(
        box.left + (box.width - wide * times) / 2, box.top + (box.height - high * times) / 2, wide * times, high * times
    )
    return MapSheet(used, min(across), max(up), times)


def map_xml(chart: AreaMap, box: Box, number: int) -> str:
    """All areas as one group, its first shape number *number* + 1."""
    sheet = sheet_of(chart.areas, box)
    inside = "".join(_area(area, sheet, number + at) for at, area in enumerate(chart.areas, start=1) if area.rings)
    placed = frame(sheet.box)
    child = placed.replace("a:off", "a:chOff").replace("a:ext", "a:chExt")
    return (
        f"<p:grpSp {SPACES}><p:nvGrpSpPr>{named(number, chart.title, chart.alt)}"
        f"<p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm>{placed}{child}</a:xfrm></p:grpSpPr>{inside}</p:grpSp>"
    )


def _area(area: Outline, sheet: MapSheet, number: int) -> str:
    rings = [_thinned([sheet.place(point) for point in ring]) for ring in area.rings]
    across = [x for ring in rings for x, _ in ring]
    down = [y for ring in rings for _, y in ring]
    box = Box(min(across), min(down), max(across) - min(across), max(down) - min(down))
    shade = max(0, min(len(SHADES) - 1, area.shade))
    words = f"{area.name}: {area.text}"
    return (
        f"<p:sp><p:nvSpPr>{named(number, area.name, words)}<p:cNvSpPr/><p:nvPr/>"
        f"</p:nvSpPr><p:spPr><a:xfrm>{frame(box)}</a:xfrm>{_geometry(rings, box)}{fill(SHADES[shade])}"
        f"{line('#ffffff', 0.75)}</p:spPr>{_name(area.name, box, shade)}</p:sp>"
    )


def _thinned(ring: list[Point]) -> list[Point]:
    """The ring without corners that nobody can tell from the one before."""
    kept = ring[:1]
    for x, y in ring[1:]:
        if abs(x - kept[-1][0]) + abs(y - kept[-1][1]) >= LEAST_STEP:
            kept.append((x, y))
    return kept


def _geometry(rings: Sequence[Sequence[Point]], box: Box) -> str:
    width, height = max(1, round(box.width * EMU)), max(1, round(box.height * EMU))
    paths = "".join(
        f"<a:moveTo>{_point(ring[0], box)}</a:moveTo>"
        + "".join(f"<a:lnTo>{_point(point, box)}</a:lnTo>" for point in ring[1:])
        + "<a:close/>"
        for ring in rings
        if ring
    )
    return (
        '<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/>'
        f'<a:pathLst><a:path w="{width}" h="{height}">{paths}</a:path></a:pathLst></a:custGeom>'
    )


def _point(point: Point, box: Box) -> str:
    return f'<a:pt x="{round((point[0] - box.left) * EMU)}" y="{round((point[1] - box.top) * EMU)}"/>'


def _name(name: str, box: Box, shade: int) -> str:
    """The area's name on it, where it has room for one line."""
    fits = width_of(printable(name), SMALLEST, bold=True) < box.width * 0.9 and box.height > LETTERS
    colour = inked(shade)
    run = (
        f'<a:r><a:rPr lang="en-GB" sz="{SMALLEST * 100}">{fill(colour)}</a:rPr><a:t>{plain(name)}</a:t></a:r>'
        if fits
        else ""
    )
    end = "" if fits else '<a:endParaRPr lang="en-GB" sz="1400"/>'
    inside = f'<a:p><a:pPr algn="ctr"/>{run}{end}</a:p>'
    body = '<a:bodyPr wrap="none" lIns="0" tIns="0" rIns="0" bIns="0" anchor="ctr"/>'
    return f"<p:txBody>{body}<a:lstStyle/>{inside}</p:txBody>"
