"""Reads a deck back as somebody who opens it would."""

import re
from collections.abc import Iterator
from io import BytesIO

import pptx
from pptx.presentation import Presentation
from pptx.shapes.base import BaseShape
from pptx.slide import Slide

from dashboard.exports.papers.pptx.fitting import LEADING, lines_of, width_of

EMU = 12_700


def opened(file: bytes) -> Presentation:
    return pptx.Presentation(BytesIO(file))


def every(shapes: object) -> Iterator[BaseShape]:
    """Shapes with those inside groups."""
    for shape in shapes:  # type: ignore[attr-defined]
        yield shape
        yield from every(getattr(shape, "shapes", ()))


def is_inside(shape: BaseShape, deck: Presentation) -> bool:
    """Whether the shape stands on its slide as a whole."""
    wide, high = int(deck.slide_width or 0), int(deck.slide_height or 0)
    return (
        min(shape.left, shape.top) >= 0
        and shape.left + shape.width <= wide + 2
        and shape.top + shape.height <= high + 2
    )


def alt_of(shape: BaseShape) -> str:
    return str(shape._element.xpath(".//p:cNvPr/@descr")[0]) if shape._element.xpath(".//p:cNvPr/@descr") else ""


def words_of(slide: Slide) -> str:
    """Everything that the slide, its charts and its notes say."""
    written = slide._element.xpath(".//a:t/text()")
    charts = [text for shape in slide.shapes if shape.has_chart for text in chart_words(shape)]
    notes = slide.notes_slide.notes_text_frame
    return " ".join([*map(str, written), *charts, notes.text if notes else ""])


def chart_words(shape: BaseShape) -> list[str]:
    space = shape.chart._chartSpace  # type: ignore[attr-defined]
    return [str(text) for text in space.xpath(".//a:t/text() | .//c:strCache//c:v/text()")]


def sizes_of(slide: Slide) -> list[int]:
    """Letter heights that the slide and its charts ask for, in hundredths of a point."""
    found = re.findall(r'\bsz="(\d+)"', slide.part.blob.decode())
    for shape in slide.shapes:
        if shape.has_chart:
            found += re.findall(r'\bsz="(\d+)"', shape.chart.part.blob.decode())  # type: ignore[attr-defined]
    return [int(size) for size in found]


def overfull(slide: Slide) -> list[str]:
    """Words that need more room than their shape has."""
    found = []
    for shape in slide.shapes:
        if not shape.has_text_frame or not shape.text_frame.text.strip():  # type: ignore[attr-defined]
            continue
        needed = sum(map(_height, _paragraphs(shape)))
        if needed > shape.height / EMU * 1.02 + 2:
            found.append(f"{shape.name}: {needed:.0f} of {shape.height / EMU:.0f}")
    return found


def _paragraphs(shape: BaseShape) -> Iterator[tuple[str, float, float, float]]:
    """Words, size, width and room before of each paragraph; one whose runs fit a line is told by its largest alone."""
    inherited, width = _inherited(shape), shape.width / EMU
    for paragraph in shape.text_frame.paragraphs:  # type: ignore[attr-defined]
        runs = [
            (run.text, run.font.size.pt if run.font.size else inherited, bool(run.font.bold)) for run in paragraph.runs
        ]
        size = max((size for _, size, _ in runs), default=inherited)
        before = paragraph.space_before.pt if paragraph.space_before else 0.0
        fits = sum(width_of(text, size, bold=bold) for text, size, bold in runs) <= width
        yield ("x" if fits else paragraph.text), size, width, before


def _inherited(shape: BaseShape) -> float:
    """What a placeholder takes from its layout."""
    if not shape.is_placeholder:
        return 14.0
    base = shape._base_placeholder  # type: ignore[attr-defined]
    return float((base._element.xpath(".//a:lvl1pPr/a:defRPr/@sz") or [1800])[0]) / 100 if base is not None else 18.0


def _height(paragraph: tuple[str, float, float, float]) -> float:
    text, size, width, before = paragraph
    return len(lines_of(text, size, width, bold=size > 24)) * size * LEADING + before
