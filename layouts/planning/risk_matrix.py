"""Knows how a risk matrix is drawn: impact by likelihood, where each risk stands before and after controls."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from dash import html
from markupsafe import Markup

from dashboard.domain.plans.risks import LARGEST, Score, band_of
from dashboard.domain.wording import plural
from dashboard.reports.planning.lines import RiskLine
from layouts.components.markup import tag
from layouts.components.markup_tables import column_name, framed_table, row_name
from layouts.components.page_head import card
from layouts.planning.marks import BAND_LOOKS

CELL_WIDTH, CELL_HEIGHT, SIDE, FOOT = 112, 74, 34, 40
RADIUS, STEP = 7, 22
MOST_DRAWN = 12  # risks; of more the numbers are written
IN_A_ROW = 3
Place = tuple[int, int]  # impact, likelihood
Spot = tuple[float, float]
KEY = "○ before controls, ● after controls, the line between them is the way. A risk without both numbers is not drawn."


def matrix_card(lines: Sequence[RiskLine]) -> list[html.Section]:
    """Nothing where no risk has an impact and a likelihood."""
    placed = [line for line in lines if place_of(line.standing.inherent) or place_of(line.standing.residual)]
    if not placed:
        return []
    size = max(number for line in placed for at in _places(line) for number in at)
    drawn = _drawn(placed, max(size, 4)) if len(placed) <= MOST_DRAWN else _counted(placed, max(size, LARGEST))
    return [card("Risk matrix", KEY, tag("div", drawn, class_="risk-matrix"))]


def place_of(score: Score) -> Place | None:
    return None if score.impact is None or score.likelihood is None else (score.impact, score.likelihood)


def _places(line: RiskLine) -> list[Place]:
    return [at for at in map(place_of, (line.standing.inherent, line.standing.residual)) if at]


def _drawn(lines: Sequence[RiskLine], size: int) -> Markup:
    """Each risk with its marks, in one picture."""
    width, height = SIDE + size * CELL_WIDTH, size * CELL_HEIGHT + FOOT
    spots = _spots(lines, size)
    parts = [*_grid(size), *(mark for line in lines for mark in _marks(line, spots))]
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


def _grid(size: int) -> Iterator[Markup]:
    for impact in range(1, size + 1):
        for likelihood in range(1, size + 1):
            look, _ = BAND_LOOKS[band_of(impact * likelihood)]
            x, y = _corner((impact, likelihood), size)
            box = {"x": x + 1, "y": y + 1, "width": CELL_WIDTH - 2, "height": CELL_HEIGHT - 2}
            yield tag("rect", class_=f"band {look}", rx=4, **box)
            yield tag("text", str(impact * likelihood), class_="product", x=x + CELL_WIDTH - 8, y=y + 16)
        yield tag(
            "text", str(impact), class_="axis", x=SIDE - 10, y=_corner((impact, 1), size)[1] + CELL_HEIGHT / 2 + 5
        )
    for likelihood in range(1, size + 1):
        middle = SIDE + (likelihood - 0.5) * CELL_WIDTH
        yield tag("text", str(likelihood), class_="axis middle", x=middle, y=size * CELL_HEIGHT + 17)
    middle = SIDE + size * CELL_WIDTH / 2
    yield tag("text", "Likelihood", class_="axis middle", x=middle, y=size * CELL_HEIGHT + 36)
    upright = f"rotate(-90 10 {size * CELL_HEIGHT / 2})"
    yield tag("text", "Impact", class_="axis middle", x=10, y=size * CELL_HEIGHT / 2, transform=upright)


def _corner(at: Place, size: int) -> Spot:
    impact, likelihood = at
    return SIDE + (likelihood - 1) * CELL_WIDTH, (size - impact) * CELL_HEIGHT


def _spots(lines: Iterable[RiskLine], size: int) -> dict[tuple[str, str], Spot]:
    """Where each mark stands: those of one cell beside and under each other."""
    taken: dict[Place, int] = defaultdict(int)
    found = {}
    for line in lines:
        for side, score in (("before", line.standing.inherent), ("after", line.standing.residual)):
            if at := place_of(score):
                row, column = divmod(taken[at], IN_A_ROW)
                x, y = _corner(at, size)
                found[line.item.key, side] = (x + 16 + column * 36, y + 20 + row * STEP)
                taken[at] += 1
    return found


def _marks(line: RiskLine, spots: dict[tuple[str, str], Spot]) -> Iterator[Markup]:
    before, after = (spots.get((line.item.key, side)) for side in ("before", "after"))
    if before and after:
        yield tag("line", class_="way", x1=before[0], y1=before[1], x2=after[0], y2=after[1])
    for look, spot in (("before", before), ("after", after)):
        if spot:
            yield tag("circle", class_=look, cx=spot[0], cy=spot[1], r=RADIUS)
    if spot := after or before:
        yield tag("text", short_ref(line.item.ref), class_="ref", x=spot[0] - 8, y=spot[1] + 20)


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
