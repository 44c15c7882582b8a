"""Knows rectangles of a slide, in points."""

from dataclasses import dataclass, replace

from pptx.util import Emu, Length

EMU = 12_700  # of a point


def emu(points: float) -> Length:
    """Points in the units of the file."""
    return Emu(round(points * EMU))


@dataclass(frozen=True, slots=True)
class Box:
    """Where something stands."""

    left: float
    top: float
    width: float
    height: float

    @property
    def size(self) -> tuple[float, float]:
        """Width and height."""
        return self.width, self.height

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return self.top + self.height

    @property
    def right(self) -> float:
        """Its right edge."""
        return self.left + self.width

    @property
    def place(self) -> tuple[Length, Length, Length, Length]:
        """Left, top, width, height as the file has them."""
        return emu(self.left), emu(self.top), emu(self.width), emu(self.height)

    def below(self, points: float) -> "Box":
        """What is left under so many points."""
        points = min(points, self.height)
        return replace(self, top=self.top + points, height=self.height - points)

    def first(self, points: float) -> "Box":
        """Its uppermost points."""
        return replace(self, height=min(points, self.height))

    def beside(self, points: float) -> "Box":
        """What is left to the right of so many points."""
        points = min(points, self.width)
        return replace(self, left=self.left + points, width=self.width - points)

    def start(self, points: float) -> "Box":
        """Its leftmost points."""
        return replace(self, width=min(points, self.width))
