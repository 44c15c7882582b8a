"""Knows the one number that carries a finding: in a column beside a chart, or in a line over a table."""

from dashboard.domain.palette import STATUS_COLOURS, STATUS_SHAPES
from dashboard.exports.papers.pptx.boxes import Box
from dashboard.exports.papers.pptx.fitting import LEADING, held, lines_of, width_of
from dashboard.exports.papers.pptx.leaf import Leaf
from dashboard.exports.papers.pptx.writing import Line, Words, said
from dashboard.exports.papers.words import printable
from dashboard.reports.packs.pack import Headline

SIZES, UNIT, FACT = (54.0, 44.0, 36.0, 28.0, 24.0, 20.0), 16.0, 14.0
STRIP_SIZE = 30.0
AIR = 24.0


def beside(leaf: Leaf, headline: Headline, body: Box, width: float, fact: float = FACT) -> Box:
    """The number at the left, its facts as large as *fact*; the room for what stands to its right."""
    column = body.start(width)
    room = width * 0.97
    size, number = leaf.fit(headline.number, SIZES, (room, SIZES[0] * LEADING), bold=True)
    unit = held(printable(headline.unit), UNIT, room, 2)
    status = held(_status(headline), UNIT, room, 4, bold=True) if headline.status_words else ""
    lines = [said(number, size, bold=True)]
    lines += [said(unit, UNIT)] if unit else []
    lines += [said(status, UNIT, leaf.colour(_colour(headline)), bold=True, before=12)] if status else []
    left = (
        column.height
        - sum(_height(text, points, room) for text, points in ((number, size), (unit, UNIT), (status, UNIT)))
        - 24
    )
    for name, value in headline.facts:
        text = held(f"{printable(name)}: {printable(value)}", fact, room, 3)
        left -= _height(text, fact, room) + 8
        if left < 0:
            leaf.cut.append(f"{name}: {value}")
            continue
        lines.append(said(text, fact, before=8))
    leaf.words("aside", "Number", column, lines)
    return body.beside(width + AIR)


def above(leaf: Leaf, headline: Headline, body: Box) -> Box:
    """The number in a line with its unit and status; the room for what stands under it."""
    number = held(printable(headline.number), STRIP_SIZE, body.width / 2, 1, bold=True)
    left = body.width * 0.97 - width_of(number, STRIP_SIZE, bold=True)
    words, rest = [Words(number, STRIP_SIZE, "", True)], f"   {headline.unit}"
    unit = held(printable(headline.unit), UNIT, left, 1)
    left -= width_of(rest, UNIT) + 20
    words.append(Words(f" {unit}", UNIT))
    if headline.status_words and left > 80:
        words.append(
            Words(f" {held(_status(headline), UNIT, left, 1, bold=True)}", UNIT, leaf.colour(_colour(headline)), True)
        )
    facts = " · ".join(f"{name} {value}" for name, value in headline.facts)
    lines = [Line(tuple(words))]
    lines += [said(held(printable(facts), FACT, body.width * 0.97, 1), FACT)] if facts else []
    height = STRIP_SIZE * LEADING + (FACT * LEADING + 2 if facts else 0)
    leaf.cut += [headline.status_words, facts] if facts or headline.status_words else []
    leaf.words("aside", "Number", body.first(height), lines)
    return body.below(height + 10)


def _status(headline: Headline) -> str:
    shape = f"{STATUS_SHAPES[headline.status]} " if headline.status else ""
    return f"{shape}{printable(headline.status_words)}"


def _colour(headline: Headline) -> str:
    return STATUS_COLOURS[headline.status] if headline.status else ""


def _height(text: str, size: float, width: float) -> float:
    return len(lines_of(text, size, width, bold=True)) * size * LEADING if text else 0.0
