"""Knows the axes of a native chart: the labels along it, and the figures up it or across it."""

from dataclasses import dataclass

from dashboard.domain.palette import GRID, INK_FAINT, MUTED
from dashboard.exports.papers.pptx.charts.scale import AxisScale
from dashboard.exports.papers.pptx.drawing import FLAT, NO_LINE, UNTURNED, drawn, line, wording

SIDES = {"b": "b", "l": "l"}


@dataclass(frozen=True, slots=True)
class Axes:
    """Both axes: *xml* of the labels', then of the figures'."""

    labels: str
    figures: str

    @property
    def xml(self) -> str:
        """As they stand in a plot."""
        return self.labels + self.figures


def upright_axes(scale: AxisScale, skip: int, *, signed: bool = False) -> Axes:
    """Labels from left to right, every so many of them written, and figures up."""
    return Axes(_labels("b", skip=skip), _figures("l", scale, code=code_of(scale, signed=signed)))


def lying_axes(scale: AxisScale, *, hidden: bool) -> Axes:
    """Labels from top to bottom, and figures from left to right, not written where every bar says its own."""
    return Axes(_labels("l", turned=True), _figures("b", scale, code=code_of(scale), hidden=hidden))


def standing_axes(scale: AxisScale) -> Axes:
    """Labels under upright bars that say their own figures."""
    return Axes(_labels("b"), _figures("l", scale, code=code_of(scale), hidden=True))


def code_of(scale: AxisScale, *, signed: bool = False) -> str:
    """The number format of the axis."""
    plain = f"#,##0.{'0' * scale.decimals}" if scale.decimals else "#,##0"
    return f"+{plain};\u2212{plain};0" if signed else f"{plain};\u2212{plain}"


def _labels(side: str, *, skip: int = 1, turned: bool = False) -> str:
    order = "maxMin" if turned else "minMax"
    turn = UNTURNED if skip == 1 else FLAT
    return (
        f'<c:catAx><c:axId val="1"/><c:scaling><c:orientation val="{order}"/></c:scaling><c:delete val="0"/>'
        f'<c:axPos val="{side}"/><c:numFmt formatCode="General" sourceLinked="0"/>'
        '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>'
        f'{drawn(line(MUTED, 1))}{wording(turn=turn)}<c:crossAx val="2"/><c:crosses val="autoZero"/><c:auto val="0"/>'
        f'<c:lblAlgn val="ctr"/><c:lblOffset val="40"/><c:tickLblSkip val="{skip}"/><c:noMultiLvlLbl val="1"/>'
        "</c:catAx>"
    )


def _figures(side: str, scale: AxisScale, *, code: str, hidden: bool = False) -> str:
    lines = "" if hidden else f"<c:majorGridlines>{drawn(line(GRID, 1))}</c:majorGridlines>"
    ends = f'<c:max val="{scale.high!r}"/><c:min val="{scale.low!r}"/>'
    return (
        f'<c:valAx><c:axId val="2"/><c:scaling><c:orientation val="minMax"/>{ends}</c:scaling>'
        f'<c:delete val="{int(hidden)}"/><c:axPos val="{side}"/>{lines}'
        f'<c:numFmt formatCode="{code}" sourceLinked="0"/><c:majorTickMark val="none"/>'
        f'<c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>{drawn(NO_LINE)}{wording(INK_FAINT)}'
        f'<c:crossAx val="1"/><c:crosses val="{"max" if side == "b" else "autoZero"}"/><c:crossBetween val="between"/>'
        f'<c:majorUnit val="{scale.step!r}"/></c:valAx>'
    )
