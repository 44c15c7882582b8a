"""Knows one slide while it is filled: words into placeholders or boxes, charts, tables and maps into what is left."""

from collections.abc import Sequence

from pptx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from pptx.oxml import parse_xml
from pptx.parts.chart import ChartPart
from pptx.slide import Slide

from dashboard.domain.palette import INK_FAINT
from dashboard.exports.papers.pptx.boxes import EMU, Box
from dashboard.exports.papers.pptx.charts.space import NativeChart, Stroke
from dashboard.exports.papers.pptx.drawing import NO_LINE, SMALLEST, SPACES, fill, frame, line, named, plate
from dashboard.exports.papers.pptx.fitting import LEADING, fitted, held, joined, lines_of, width_of
from dashboard.exports.papers.pptx.shapes.cells import NativeTable, table_xml
from dashboard.exports.papers.pptx.template.grounds import Ground, box_of, placeholders_of
from dashboard.exports.papers.pptx.writing import Line, Words, run_xml, said, set_words, words_xml
from dashboard.exports.papers.words import CUT, printable

TITLE_SIZES = (40.0, 36.0, 32.0, 28.0, 24.0, 22.0, 20.0, 18.0)
FIRST = 100  # the number of the first shape of ours, above those of placeholders
CONTINUED = ", continued"  # what is never cut from the end of a title
LONGEST_TITLE, SHORTEST = 400, 12  # letters that no title has room for, and that each keeps
UNDER_TITLE = 6.0  # points
PLACE = 22.0  # points that the place takes where a layout has no room of its own for it
LEDE_SIZES, LEDE_LINES, AIR = (16.0, 14.0), 3, 12.0
CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
FEET = {"ftr": "Footer", "sldNum": "Slide number"}
NUMBERED = (
    '<a:fld id="{{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}}" type="slidenum"><a:rPr lang="en-GB"/><a:t>{}</a:t></a:fld>'
)


def continued(title: str, at: int, of: int) -> str:
    """'Agenda', then 'Agenda, continued (2 of 3)'."""
    return title if at == 1 else f"{title}{CONTINUED} ({at} of {of})"


def titled(ground: Ground, text: str) -> tuple[float, str]:
    """The size at which a title fits its place, and the title, cut where it fits at none."""
    sizes = (ground.title_size, *(size for size in TITLE_SIZES if size < ground.title_size))
    room = (ground.title.width * 0.98, ground.title.height)
    size, words = fitted(printable(text), sizes, room, bold=True)
    start, goes_on, rest = printable(text).rpartition(CONTINUED)
    start, end = start[:LONGEST_TITLE], joined(f"{CONTINUED}{rest}")
    while goes_on and not words.endswith(end) and len(start) > SHORTEST:
        start = start[: -SHORTEST // 2].rstrip()
        size, words = fitted(f"{start}{CUT}{end}", sizes, room, bold=True)
    return size, words


def under(ground: Ground, size: float, title: str) -> Box:
    """The room under a title, with what it leaves free where it is known to stand at the top of its place."""
    body = ground.body
    if not ground.is_house or ground.title.bottom > body.top:
        return body
    used = len(lines_of(title, size, ground.title.width * 0.98, bold=True)) * size * LEADING
    free = max(0.0, ground.title.height - used - UNDER_TITLE)
    return Box(body.left, body.top - free, body.width, body.height + free)


class Leaf:
    """One slide, in the order it is read: title, place, finding in short, number, what it stands on."""

    def __init__(self, slide: Slide, ground: Ground) -> None:
        self.slide, self.ground = slide, ground
        self.cut: list[str] = []  # what did not fit; the notes hold it
        self._empty = {item.placeholder_format.idx: item for item in slide.placeholders}
        self._body = ground.body
        self._numbers = FIRST

    def title(self, text: str) -> None:
        """The finding, as large as it fits."""
        shape = self.slide.shapes.title
        if shape is None:
            return
        size, words = titled(self.ground, text)
        self._keep(text, words)
        set_words(shape.text_frame, [said(words, 0 if size == self.ground.title_size else size)])
        self._body = under(self.ground, size, words)
        self._empty.pop(shape.placeholder_format.idx, None)

    def fit(
        self, text: str, sizes: Sequence[float], room: tuple[float, float], *, bold: bool = False
    ) -> tuple[float, str]:
        """*text* at the first of *sizes* that holds it; what is cut is kept for the notes."""
        size, words = fitted(printable(text), sizes, room, bold=bold)
        self._keep(text, words)
        return size, words

    def _keep(self, text: str, words: str) -> None:
        """Keep for the notes what was cut."""
        whole = joined(printable(text))
        if words != whole:
            self.cut.append(whole)

    def words(self, spot: str, name: str, box: Box, lines: Sequence[Line]) -> None:
        """Words in the placeholder of *spot*, or in a box of their own where the layout has none."""
        shape = self._empty.pop(self.ground.spots.get(spot, -1), None)
        if shape is None:
            self.box(name, box, lines)
            return
        shape.left, shape.top, shape.width, shape.height = box.place
        set_words(shape.text_frame, lines)

    def box(self, name: str, box: Box, lines: Sequence[Line]) -> None:
        """Words in a box of their own."""
        self._append(words_xml(self.number, name, box, lines))

    def lead(self, place: str, lede: str) -> Box:
        """The place and the finding in short; what is left under them."""
        body = self._body
        if place and "place" in self.ground.spots:
            shape = self._empty.pop(self.ground.spots["place"])
            _, words = self.fit(place, (float(SMALLEST),), (shape.width / EMU * 0.97, shape.height / EMU), bold=True)
            set_words(shape.text_frame, [said(words)])
        elif place:
            _, words = self.fit(place, (float(SMALLEST),), (body.width * 0.97, PLACE), bold=True)
            self.box("Place", body.first(PLACE), [said(words, SMALLEST, bold=True)])
            body = body.below(PLACE)
        return self._lede(lede, body) if lede else body

    def _lede(self, lede: str, body: Box) -> Box:
        width = body.width * 0.97
        size, words = self.fit(lede, LEDE_SIZES, (width, min(LEDE_LINES * LEDE_SIZES[0] * LEADING, body.height / 3)))
        height = len(lines_of(words, size, width)) * size * LEADING + 2
        self.words("lede", "In short", body.first(height), [said(words, size)])
        return body.below(height + AIR)

    def chart(self, native: NativeChart, box: Box, name: str) -> None:
        """A chart that can be edited, on the lines that stand through it."""
        self.panel(box)
        for stroke in native.strokes:
            self._stroke(stroke, native, box)
        package = self.slide.part.package
        path = package.next_partname(ChartPart.partname_template)
        part = ChartPart.load(path, CONTENT_TYPE.DML_CHART, package, native.sheet.xml)
        part.chart_workbook.update_from_xlsx_blob(native.sheet.xlsx_blob)
        link = self.slide.part.relate_to(part, RELATIONSHIP_TYPE.CHART)
        self._append(
            f"<p:graphicFrame {SPACES}><p:nvGraphicFramePr>{named(self.number, name, native.alt)}<p:cNvGraphicFramePr>"
            f'<a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr>{self._spot()}</p:nvPr>'
            f'</p:nvGraphicFramePr><p:xfrm>{frame(box)}</p:xfrm><a:graphic><a:graphicData uri="{CHART}">'
            f'<c:chart xmlns:c="{CHART}" r:id="{link}"/></a:graphicData></a:graphic></p:graphicFrame>'
        )

    def panel(self, box: Box) -> None:
        """White under what is drawn in dark colours, where a template may have any colour."""
        if self.ground.is_house:
            return
        self._append(plate(self.number, "White", box, fill("#ffffff") + NO_LINE))

    def colour(self, colour: str) -> str:
        """*colour* for words on the page itself; a template's own where it may have any colour behind them."""
        return colour if self.ground.is_house else ""

    def table(self, table: NativeTable, box: Box, name: str, alt: str) -> None:
        """A table that can be edited."""
        self._append(table_xml(table, box, (self.number, name, alt), self._spot()))

    def shape(self, xml: str) -> None:
        """A shape, numbered from `number` on."""
        self._append(xml)

    @property
    def number(self) -> int:
        """The number of the next shape; every one that is asked for is another."""
        self._numbers += 1
        return self._numbers

    def numbers(self, count: int) -> tuple[int]:
        """The first of so many numbers that are taken at once."""
        first = self.number
        self._numbers += count
        return (first,)

    def _append(self, xml: str) -> None:
        self.slide.shapes._spTree.append(parse_xml(xml))

    def _spot(self) -> str:
        """The placeholder that a chart or table fills instead of words."""
        index = self.ground.spots.get("content", -1)
        shape = self._empty.pop(index, None)
        if shape is None:
            return ""
        shape._element.getparent().remove(shape._element)
        return f'<p:ph idx="{index}"/>' if index else "<p:ph/>"

    def _stroke(self, stroke: Stroke, native: NativeChart, box: Box) -> None:
        """An upright line over a chart, its words above it."""
        left, top = box.left + stroke.left, box.top + native.room.top
        place = Box(left, top, 0, native.room.plot_height)
        self._append(
            f"<p:cxnSp {SPACES}><p:nvCxnSpPr>{named(self.number, stroke.words, stroke.words)}<p:cNvCxnSpPr/><p:nvPr/>"
            f'</p:nvCxnSpPr><p:spPr><a:xfrm>{frame(place)}</a:xfrm><a:prstGeom prst="line"><a:avLst/></a:prstGeom>'
            f"{line(stroke.colour, 1.25, 'dash')}</p:spPr></p:cxnSp>"
        )
        if stroke.is_written:
            width = width_of(stroke.words, SMALLEST) * 1.1
            start = max(box.left, min(left - width / 2, box.right - width))
            words = Line(said(stroke.words, SMALLEST, INK_FAINT).words, align="ctr")
            self.box(stroke.words, Box(start, top - 19, width, 18), [words])

    def spot(self, name: str) -> Box:
        """Where the placeholder of something stands."""
        return box_of(self._empty[self.ground.spots[name]]) if self._holds(name) else self.ground.body

    def fill(self, name: str, lines: Sequence[Line]) -> None:
        """Words in a placeholder where it stands; nothing where the layout has none."""
        if self._holds(name):
            set_words(self._empty.pop(self.ground.spots[name]).text_frame, lines)

    def _holds(self, name: str) -> bool:
        return self.ground.spots.get(name, -1) in self._empty

    def close(self, foot: tuple[str, str], count: int) -> None:
        """Take out placeholders that hold nothing, and put foot and number at the end of the order it is read in."""
        for shape in self._empty.values():
            shape._element.getparent().remove(shape._element)
        self._empty = {}
        for kind, index in _feet(self.ground):
            words = run_xml(Words(self._foot(foot, index))) if kind == "ftr" else NUMBERED.format(count)
            self._append(
                f'<p:sp {SPACES}><p:nvSpPr><p:cNvPr id="{self.number}" name="{FEET[kind]}"/><p:cNvSpPr>'
                f'<a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="{kind}" idx="{index}"/></p:nvPr></p:nvSpPr>'
                f"<p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/><a:p>{words}</a:p></p:txBody></p:sp>"
            )

    def _foot(self, foot: tuple[str, str], index: int) -> str:
        """The foot in one line of its placeholder; the cover and the notes say it whole."""
        model = next(item for item in placeholders_of(self.ground.layout) if item.placeholder_format.idx == index)
        width = box_of(model).width * 0.97
        start, end = (" ".join(printable(words).split()) for words in foot)
        left = width - width_of(f" · {end}", SMALLEST)
        return f"{held(start, SMALLEST, left, 1)} · {end}" if left > width / 3 else held(start, SMALLEST, width, 1)


def _feet(ground: Ground) -> list[tuple[str, int]]:
    """The kind and index of the layout's own foot and number."""
    xml = ground.layout._element
    found = [(kind, xml.xpath(f'.//p:nvPr/p:ph[@type="{kind}"]/@idx')) for kind in FEET]
    return [(kind, int(indices[0])) for kind, indices in found if indices]
