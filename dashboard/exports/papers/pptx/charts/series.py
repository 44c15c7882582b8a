"""Knows one series of a native chart: its name, its figures as they are kept beside it, its look and its labels."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import isfinite

from dashboard.exports.papers.pptx.charts.sheet import Figures, label_place, name_place, number_place
from dashboard.exports.papers.pptx.drawing import NO_LINE, drawn, fill, letters, plain

SAID = ("LegendKey", "Val", "CatName", "SerName", "Percent", "BubbleSize")
SILENT = "".join(f'<c:show{what} val="0"/>' for what in SAID)
SPOKEN = "".join(f'<c:show{what} val="{int(what == "Val")}"/>' for what in SAID)
#: Programs draw a line from a figure to words that were moved, unless they are told not to.
UNLED = (
    '<c:extLst><c:ext uri="{CE6537A1-D6FC-4f65-9D91-7224C49458BB}" '
    'xmlns:c15="http://schemas.microsoft.com/office/drawing/2012/chart">'
    '<c15:showLeaderLines val="0"/></c:ext></c:extLst>'
)
BEHIND = drawn(fill("#ffffff", 88) + NO_LINE)


@dataclass(frozen=True, slots=True)
class EndLabel:
    """Words at the figure of the label at *at*; *away* and *shift* move them right and down, as shares of the chart."""

    at: int
    text: str
    colour: str
    is_bold: bool = False
    place: str = "r"
    shift: float = 0.0
    away: float = 0.0
    is_bare: bool = False  # nothing behind it


@dataclass(frozen=True, kw_only=True, slots=True)
class Series:
    """A column of figures with its look; *is_named* is whether the legend names it."""

    name: str
    numbers: tuple[float | None, ...]
    look: str
    dots: str = ""
    points: str = ""  # figures that look otherwise
    labels: tuple[EndLabel, ...] = ()
    is_named: bool = False

    @property
    def figures(self) -> Figures:
        """Its column in the workbook."""
        return Figures(" ".join(self.name.split()), self.numbers)


def series_xml(series: Series, at: int, labels: Sequence[str], kind: str) -> str:
    """The series at place *at* of its chart."""
    before = {"line": series.dots, "bar": '<c:invertIfNegative val="0"/>', "area": ""}[kind]
    after = '<c:smooth val="0"/>' if kind == "line" else ""
    return (
        f'<c:ser><c:idx val="{at}"/><c:order val="{at}"/>{_name(series.name, at)}{series.look}{before}{series.points}'
        f"{_labels(series.labels)}{_categories(labels)}{_numbers(series.numbers, at)}{after}</c:ser>"
    )


def _name(name: str, at: int) -> str:
    cache = f'<c:strCache><c:ptCount val="1"/><c:pt idx="0"><c:v>{plain(name)}</c:v></c:pt></c:strCache>'
    return f"<c:tx><c:strRef><c:f>{name_place(at)}</c:f>{cache}</c:strRef></c:tx>"


def _categories(labels: Sequence[str]) -> str:
    points = "".join(f'<c:pt idx="{at}"><c:v>{plain(label)}</c:v></c:pt>' for at, label in enumerate(labels))
    cache = f'<c:strCache><c:ptCount val="{len(labels)}"/>{points}</c:strCache>'
    return f"<c:cat><c:strRef><c:f>{label_place(len(labels))}</c:f>{cache}</c:strRef></c:cat>"


def _numbers(numbers: Sequence[float | None], at: int) -> str:
    known = ((place, number) for place, number in enumerate(numbers) if number is not None and isfinite(number))
    points = "".join(f'<c:pt idx="{place}"><c:v>{number!r}</c:v></c:pt>' for place, number in known)
    cache = f'<c:numCache><c:formatCode>General</c:formatCode><c:ptCount val="{len(numbers)}"/>{points}</c:numCache>'
    return f"<c:val><c:numRef><c:f>{number_place(at, len(numbers))}</c:f>{cache}</c:numRef></c:val>"


def _labels(labels: Sequence[EndLabel]) -> str:
    written = "".join(_label(label) for label in sorted(labels, key=lambda label: label.at))
    return f"<c:dLbls>{written}{SILENT}{UNLED}</c:dLbls>"


def _label(label: EndLabel) -> str:
    place = f'<c:x val="{label.away:.5f}"/><c:y val="{label.shift:.5f}"/>'
    moved = f"<c:layout><c:manualLayout>{place}</c:manualLayout></c:layout>"
    words = "".join(
        f"<a:p><a:r>{letters(label.colour, bold=label.is_bold, tag='rPr')}<a:t>{plain(part)}</a:t></a:r></a:p>"
        for part in label.text.split("\n")
    )
    rich = f'<c:tx><c:rich><a:bodyPr wrap="none" anchor="ctr"/><a:lstStyle/>{words}</c:rich></c:tx>'
    behind = "" if label.is_bare else BEHIND
    return (
        f'<c:dLbl><c:idx val="{label.at}"/>{moved if label.shift or label.away else ""}{rich}{behind}'
        f'<c:dLblPos val="{label.place}"/>{SPOKEN}</c:dLbl>'
    )
