"""Knows a native chart as a whole: its title, its plot in the room that is left, its axes and its legend."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from dashboard.domain.palette import INK, INK_FAINT
from dashboard.domain.wording import sentence
from dashboard.exports.papers.pptx.charts.axes import Axes
from dashboard.exports.papers.pptx.charts.series import Series, series_xml
from dashboard.exports.papers.pptx.charts.sheet import ChartSheet
from dashboard.exports.papers.pptx.drawing import NO_FILL, NO_LINE, SMALLEST, drawn, letters, plain, wording
from dashboard.exports.papers.pptx.fitting import held
from dashboard.exports.papers.words import printable

SPACES = " ".join(
    f'xmlns:{name}="http://schemas.openxmlformats.org/{path}"'
    for name, path in (
        ("c", "drawingml/2006/chart"),
        ("a", "drawingml/2006/main"),
        ("r", "officeDocument/2006/relationships"),
    )
)
NOTHING_BEHIND = drawn(NO_FILL + NO_LINE)


@dataclass(frozen=True, slots=True)
class Room:
    """A chart's width and height in points, and what its plot leaves free on each side."""

    width: float
    height: float
    left: float
    top: float
    right: float
    bottom: float

    @property
    def plot_width(self) -> float:
        """Points that the plot is wide."""
        return self.width - self.left - self.right

    @property
    def plot_height(self) -> float:
        """Points that the plot is high."""
        return self.height - self.top - self.bottom


@dataclass(frozen=True, slots=True)
class Group:
    """Series that are drawn in one way: line, bar or area. *settings* stand before them, *spacing* after."""

    kind: str
    series: tuple[Series, ...]
    settings: str = ""
    spacing: str = ""


@dataclass(frozen=True, slots=True)
class Stroke:
    """An upright line over a chart that no series can draw: how far from the left, in points, and what it says."""

    left: float
    words: str
    colour: str
    is_written: bool = False


@dataclass(frozen=True, slots=True)
class NativeChart:
    """What is put on a slide: the chart with its workbook, and lines over it."""

    sheet: ChartSheet
    room: Room
    alt: str
    strokes: tuple[Stroke, ...] = field(default=())


def native(
    heading: tuple[str, str], labels: Sequence[str], groups: Sequence[Group], axes: Axes, room: Room
) -> ChartSheet:
    """The chart; *heading* is its title, empty where the slide says it, and what the axis counts."""
    placed, series = _placed(groups, labels)
    shown = [at for at, item in enumerate(series) if item.is_named]
    hidden = [at for at in range(len(series)) if at not in shown]
    xml = (
        f'<c:chartSpace {SPACES}><c:date1904 val="0"/><c:lang val="en-GB"/><c:roundedCorners val="0"/><c:chart>'
        f"{_title(heading, room.width)}<c:plotArea>{_plot(room)}{placed}{axes.xml}{NOTHING_BEHIND}</c:plotArea>"
        f"{_legend(hidden) if shown else ''}"
        '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>'
        f"{NOTHING_BEHIND}{wording(turn='')}</c:chartSpace>"
    )
    columns = tuple(item.figures for item in series)
    return ChartSheet(xml.encode(), tuple(labels), columns)


def _placed(groups: Sequence[Group], labels: Sequence[str]) -> tuple[str, list[Series]]:
    written, series = "", list[Series]()
    for group in groups:
        inside = "".join(series_xml(item, len(series) + at, labels, group.kind) for at, item in enumerate(group.series))
        series += group.series
        marks = '<c:marker val="1"/>' if group.kind == "line" else ""
        axes = '<c:axId val="1"/><c:axId val="2"/>'
        name = f"c:{group.kind}Chart"
        written += f"<{name}>{group.settings}{inside}{group.spacing}{marks}{axes}</{name}>"
    return written, series


def _title(heading: tuple[str, str], width: float) -> str:
    """Title and unit in one line at the left; some programs set lines of a title in the middle of each other."""
    title, unit = heading
    words = f"{title} ({unit})" if title and unit else title or sentence(unit)
    if not words:
        return '<c:autoTitleDeleted val="1"/>'
    colour = INK if title else INK_FAINT
    written = plain(held(printable(words), SMALLEST, width, 1, bold=bool(title)))
    place = '<c:xMode val="edge"/><c:yMode val="edge"/><c:x val="0.002"/><c:y val="0.002"/>'
    run = f"<a:r>{letters(colour, bold=bool(title), tag='rPr')}<a:t>{written}</a:t></a:r>"
    return (
        '<c:title><c:tx><c:rich><a:bodyPr wrap="none"/><a:lstStyle/><a:p>'
        f'<a:pPr algn="l">{letters(colour, bold=bool(title))}</a:pPr>{run}</a:p></c:rich></c:tx>'
        f'<c:layout><c:manualLayout>{place}</c:manualLayout></c:layout><c:overlay val="1"/></c:title>'
        '<c:autoTitleDeleted val="0"/>'
    )


def _layout(left: float, top: float, width: float, height: float, *, inner: bool = False) -> str:
    sizes = zip("xywh", (left, top, width, height), strict=True)
    values = "".join(f'<c:{name} val="{share:.5f}"/>' for name, share in sizes)
    target = '<c:layoutTarget val="inner"/>' if inner else ""
    modes = '<c:xMode val="edge"/><c:yMode val="edge"/>'
    return f"<c:layout><c:manualLayout>{target}{modes}{values}</c:manualLayout></c:layout>"


def _plot(room: Room) -> str:
    shares = (room.left / room.width, room.top / room.height)
    sizes = (room.plot_width / room.width, room.plot_height / room.height)
    return _layout(*shares, *sizes, inner=True)


def _legend(hidden: Sequence[int]) -> str:
    gone = "".join(f'<c:legendEntry><c:idx val="{at}"/><c:delete val="1"/></c:legendEntry>' for at in hidden)
    return f'<c:legend><c:legendPos val="b"/>{gone}<c:overlay val="0"/>{wording(turn="")}</c:legend>'
