"""Knows what a chart of the papers shows; each format draws the same description in its own shapes.

Numbers are what is drawn, texts what is read; None is a gap. No chart says how many pixels or points anything is.
"""

from dataclasses import dataclass
from enum import StrEnum


class Tone(StrEnum):
    """What a colour means; the colours themselves stand in `dashboard.exports.papers.look`."""

    OWN = "own"
    SECOND = "second"
    THIRD = "third"
    FOURTH = "fourth"
    QUIET = "quiet"  # a line among many
    BETTER = "better"
    WORSE = "worse"
    OTHER = "other"  # unusual, of what has no better side
    TARGET = "target"


class Shape(StrEnum):
    """What says the same as a colour to who cannot see it."""

    DOT = "dot"
    UP = "up"
    DOWN = "down"


@dataclass(frozen=True, slots=True)
class Mark:
    """One figure: of the label at the same place of its chart."""

    number: float | None
    text: str = ""
    tone: Tone = Tone.OWN
    shape: Shape = Shape.DOT


@dataclass(frozen=True, slots=True)
class ChartLine:
    """Figures of one name, one for each label of the chart; *end* is written at the last of them."""

    name: str
    marks: tuple[Mark, ...]
    tone: Tone = Tone.OWN
    end: str = ""
    is_dashed: bool = False
    is_joined: bool = True  # unlike years are not
    is_marked: bool = True  # has a dot at each figure
    is_heavy: bool = False

    @property
    def last(self) -> int:
        """The place of the last figure; -1 where there is none."""
        return max((at for at, mark in enumerate(self.marks) if mark.number is not None), default=-1)


@dataclass(frozen=True, slots=True)
class Level:
    """A straight line from the label at *first* to that at *last*."""

    name: str
    number: float
    text: str
    first: int
    last: int
    is_dashed: bool = True

    @property
    def said(self) -> str:
        """What is written at its end: its name, and its number where that does not stand in it."""
        return self.name if self.text in self.name else f"{self.name} · {self.text}"


@dataclass(frozen=True, slots=True)
class Band:
    """The room between two lines, one figure of each for each label; None where it has not begun."""

    name: str
    low: tuple[float | None, ...]
    high: tuple[float | None, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class LineChart:
    """Lines over periods: a trend with its target, a control chart with its limits, a year in progress with its range.

    *targets* are dashes at their labels; *breaks* are the places before which the meaning changed.
    """

    title: str
    alt: str  # what somebody reads who cannot see it
    unit: str
    labels: tuple[str, ...]
    lines: tuple[ChartLine, ...]
    targets: ChartLine | None = None
    levels: tuple[Level, ...] = ()
    band: Band | None = None
    breaks: tuple[int, ...] = ()
    from_zero: bool = True
    is_signed: bool = False  # its axis counts above and below a way

    @property
    def numbers(self) -> tuple[float, ...]:
        """Everything that its axis has to hold."""
        lines = (*self.lines, *((self.targets,) if self.targets else ()))
        drawn = [mark.number for line in lines for mark in line.marks]
        band = (*self.band.low, *self.band.high) if self.band else ()
        levels = (level.number for level in self.levels)
        return tuple(number for number in (*drawn, *band, *levels) if number is not None)


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar with the mark that it is held against."""

    name: str
    number: float | None
    text: str
    mark: float | None = None
    mark_text: str = ""
    tone: Tone = Tone.OWN

    @property
    def numbers(self) -> tuple[float, ...]:
        """Where it ends and where its mark stands."""
        return tuple(number for number in (self.number, self.mark) if number is not None)


@dataclass(frozen=True, kw_only=True, slots=True)
class BarChart:
    """Bars of one unit, the first on top (or at the left where they are *upright*)."""

    title: str
    alt: str
    unit: str
    bars: tuple[Bar, ...]
    bar_name: str
    mark_name: str = ""  # what the marks are: target, year before
    is_upright: bool = False


@dataclass(frozen=True, slots=True)
class Interval:
    """One place's rate with its 95% interval."""

    name: str
    number: float
    low: float
    high: float
    text: str
    tone: Tone = Tone.OWN
    shape: Shape = Shape.DOT
    is_own: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class IntervalChart:
    """Ranked rates, the first on top, beside what all of them together have."""

    title: str
    alt: str
    unit: str
    rows: tuple[Interval, ...]
    benchmark: float
    benchmark_text: str


@dataclass(frozen=True, slots=True)
class Outline:
    """One area of a map: rings of (x, y) in a plane where y grows upwards; *shade* 0 is the palest of five."""

    name: str
    rings: tuple[tuple[tuple[float, float], ...], ...]
    shade: int
    text: str


@dataclass(frozen=True, kw_only=True, slots=True)
class AreaMap:
    """A map of shaded areas with what each shade says, the palest first."""

    title: str
    alt: str
    areas: tuple[Outline, ...]
    shades: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class HeatCell:
    """One cell of a heat table; *share* from 0 to 1 is how dark its *tone* is, None where nothing is said of it."""

    text: str
    share: float | None
    tone: Tone = Tone.OWN


@dataclass(frozen=True, kw_only=True, slots=True)
class HeatTable:
    """Rows by columns, each cell shaded by how much of the largest it is."""

    title: str
    alt: str
    corner: str  # what the rows are
    columns: tuple[str, ...]
    rows: tuple[tuple[str, tuple[HeatCell, ...]], ...]
    key: tuple[tuple[str, Tone], ...] = ()  # what its colours say, where they say more than how much


Chart = LineChart | BarChart | IntervalChart | AreaMap | HeatTable
