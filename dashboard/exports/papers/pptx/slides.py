"""Knows the deck while it grows: a slide of each kind on its layout, no title twice, with foot, number and notes."""

from dataclasses import dataclass, field
from typing import Protocol

from pptx.presentation import Presentation
from pptx.slide import Slide

from dashboard.exports.papers.pptx.boxes import Box
from dashboard.exports.papers.pptx.fitting import joined
from dashboard.exports.papers.pptx.leaf import PLACE, Leaf, titled, under
from dashboard.exports.papers.pptx.template.grounds import Ground
from dashboard.exports.papers.pptx.template.house_layouts import COVER
from dashboard.exports.papers.words import CUT, cut, printable

LONGEST_WITHIN = 64  # characters
LONGEST_NOTES = 60_000  # characters
Opening = tuple[Leaf, Box, str]  # a slide, the room that is left on it, and its title


class Opener(Protocol):
    """Opens a slide for a piece of a section; *is_next* where the piece goes on from the slide before."""

    def __call__(self, kind: str, title: str, *, is_next: bool = False) -> Opening: ...


@dataclass(slots=True)
class SlideDeck:
    """What has been made so far."""

    file: Presentation
    grounds: dict[str, Ground]
    foot: tuple[str, str]  # what may be cut, and what stands after it
    later: int = 0  # slides that are put after the cover when the others are there
    titles: set[str] = field(default_factory=set)
    _numbered: dict[int, Slide] = field(default_factory=dict)
    parts: list[tuple[str, int]] = field(default_factory=list)  # the chapter of each slide, with its number

    @property
    def count(self) -> int:
        """The number of the newest slide."""
        return len(self.file.slides) + self.later

    @property
    def width(self) -> float:
        """Points that is left under a title for what stands there."""
        return min(ground.body.width for name, ground in self.grounds.items() if name != COVER)

    def height_under(self, kind: str, title: str) -> float:
        """Points that are left under a title and its place on a slide of this kind."""
        ground = self.grounds[kind]
        place = 0.0 if "place" in ground.spots else PLACE
        return under(ground, *titled(ground, title)).height - place

    def open(self, kind: str, title: str, within: str = "") -> Leaf:
        """A new slide; a title that stands already is told apart by what it is *within*, or by a count."""
        leaf = Leaf(self.file.slides.add_slide(self.grounds[kind].layout), self.grounds[kind])
        leaf.title(title if kind == COVER else self._own(title, within))
        return leaf

    def close(self, leaf: Leaf, notes: str, part: str = "", number: int = 0) -> None:
        """Finish the slide that was opened last; *number* where it will stand elsewhere."""
        leaf.close(self.foot, number or self.count)
        self._numbered[number or self.count] = leaf.slide
        frame = leaf.slide.notes_slide.notes_text_frame
        if frame is not None:
            frame.text = cut(notes, LONGEST_NOTES)
        self.parts.append((part, leaf.slide.slide_id))

    def slide(self, number: int) -> Slide:
        """The slide that bears *number* once all are there."""
        return self._numbered[number]

    def move(self, at: int) -> None:
        """Put the newest slide after the first *at*."""
        order = self.file.slides._sldIdLst
        order.insert(at, order.sldId_lst[-1])
        self.parts.insert(at, self.parts.pop())

    def _own(self, title: str, within: str) -> str:
        words = joined(printable(title)) or CUT
        tries = [words, *([f"{words} ({cut(within, LONGEST_WITHIN)})"] if within else [])]
        found = next((item for item in tries if item not in self.titles), "")
        at = 2
        while not found:
            found, at = ("", at + 1) if f"{words} ({at})" in self.titles else (f"{words} ({at})", at)
        self.titles.add(found)
        return found
