"""Knows how a risk matrix is drawn: impact by likelihood, where each risk stands before and after controls."""

from collections import Counter
from collections.abc import Iterator, Sequence

from dash import html
from markupsafe import Markup

from dashboard.domain.plans.risks import LARGEST, band_of
from dashboard.domain.wording import plural
from dashboard.reports.planning.lines import RiskLine
from layouts.components.markup import tag
from layouts.components.markup_tables import column_name, framed_table, row_name
from layouts.components.page_head import card
from layouts.planning.marks import BAND_LOOKS
from layouts.planning.risk_lanes import CELL_WIDTH, FOOT, SIDE, Place, RiskLanes, place_of

RADIUS = 7
MOST_DRAWN = 12  # risks; of more the numbers are written
KEY = "○ before controls, ● after controls, the line between them is the way. A risk without both numbers is not drawn."


def matrix_card(lines: Sequence[RiskLine]) -> list[html.Section]:
    """Nothing where no risk has an impact and a likelihood."""
    placed = [line for line in lines if place_of(line.standing.inherent) or place_of(line.standing.residual)]
    if not placed:
        return []
    size = max(number for line in placed for at in _places(line) for number in at)
    drawn = _drawn(placed, max(size, 4)) if len(placed) <= MOST_DRAWN else _counted(placed, max(size, LARGEST))
    return [card("Risk matrix", KEY, tag("div", drawn, class_="risk-matrix"))]


def _places(line: RiskLine) -> list[Place]:
    return [at for at in map(place_of, (line.standing.inherent, line.standing.residual)) if at]


def _drawn(lines: Sequence[RiskLine], size: int) -> Markup:
    """Each risk with its marks, in one picture."""
    lanes = RiskLanes.of(lines, size)
    width, height = SIDE + size * CELL_WIDTH, lanes.bottom + FOOT
    parts = [*_grid(lanes), *(mark for line in lines for mark in _marks(line, lanes))]
    said = "; ".join(_spoken(line) for line in lines)
    return tag("svg", *parts, viewBox=f"0 0 {width} {height}", role="img", aria_label=f"Risk matrix. {said}")


def _spoken(line: RiskLine) -> str:
    names = ("before controls", "after controls")
    scores = (line.standing.inherent, line.standing.residual)
    said = [
        f"impact {score.impact}, likelihood {score.likelihood} {name}"
        for name, score in zip(names, scores, strict=True)
        if place_of(score)
    ]
    return f"{line.item.ref}: {' and '.join(said)}"


def _grid(lanes: RiskLanes) -> Iterator[Markup]:
    for impact in range(1, lanes.size + 1):
        yield from _row(lanes, impact)
        y = lanes.top(impact) + lanes.height(impact) / 2 + 5
        yield tag("text", str(impact), class_="axis", x=SIDE - 10, y=y)
    for likelihood in range(1, lanes.size + 1):
        middle = lanes.left(likelihood) + CELL_WIDTH / 2
        yield tag("text", str(likelihood), class_="axis middle", x=middle, y=lanes.bottom + 17)
    middle, half = SIDE + lanes.size * CELL_WIDTH / 2, lanes.bottom / 2
    yield tag("text", "Likelihood", class_="axis middle", x=middle, y=lanes.bottom + 36)
    yield tag("text", "Impact", class_="axis middle", x=10, y=half, transform=f"rotate(-90 10 {half})")


def _row(lanes: RiskLanes, impact: int) -> Iterator[Markup]:
    """The cells of one row, each in the look of its band with the product that it stands for."""
    top, height = lanes.top(impact), lanes.height(impact)
    for likelihood in range(1, lanes.size + 1):
        look, _ = BAND_LOOKS[band_of(impact * likelihood)]
        x = lanes.left(likelihood)
        box = {"x": x + 1, "y": top + 1, "width": CELL_WIDTH - 2, "height": height - 2}
        yield tag("rect", class_=f"band {look}", rx=4, **box)
        yield tag("text", str(impact * likelihood), class_="product", x=x + CELL_WIDTH - 8, y=top + height - 7)


def _marks(line: RiskLine, lanes: RiskLanes) -> Iterator[Markup]:
    before, after = (lanes.spot(line, score) for score in (line.standing.inherent, line.standing.residual))
    if before and after:
        yield tag("line", class_="way", x1=before[0], y1=before[1], x2=after[0], y2=after[1])
    for look, spot in (("before", before), ("after", after)):
        if spot:
            yield tag("circle", class_=look, cx=spot[0], cy=spot[1], r=RADIUS)
    if spot := after or before:
        is_from_left = before is not None and before[0] < spot[0]
        anchor, side = ("start", 12) if is_from_left else ("end", -12)
        place = {"x": spot[0] + side, "y": spot[1] + 5, "text-anchor": anchor}
        yield tag("text", short_ref(line.item.ref), class_="ref", **place)


def short_ref(ref: str) -> str:
    """The end of a long reference, which is what tells it from others."""
    return ref if len(ref) <= 8 else f"…{ref[-7:]}"


def _counted(lines: Sequence[RiskLine], size: int) -> Markup:
    """How many risks stand in each cell before and after controls, as a table."""
    before = Counter(place_of(line.standing.inherent) for line in lines)
    after = Counter(place_of(line.standing.residual) for line in lines)
    axis = range(1, size + 1)
    head = [column_name("Impact ↓ likelihood →"), *(column_name(str(at)) for at in axis)]
    rows = [
        tag("tr", row_name(str(impact)), *(_cell(before, after, (impact, at)) for at in axis))
        for impact in reversed(axis)
    ]
    return framed_table(f"{plural(len(lines), 'risk')} by impact and likelihood", head, rows, "counted-matrix")


def _cell(before: Counter[Place | None], after: Counter[Place | None], at: Place) -> Markup:
    look, _ = BAND_LOOKS[band_of(at[0] * at[1])]
    said = [f"○ {before[at]}" if before[at] else "", f"● {after[at]}" if after[at] else ""]
    return tag("td", " ".join(filter(None, said)) or "·", class_=f"band {look}")
