"""Knows how words are set on a slide: runs of one look, in paragraphs, in a placeholder or a box of their own."""

from collections.abc import Sequence
from dataclasses import dataclass

from pptx.oxml import parse_xml
from pptx.slide import Slide
from pptx.text.text import TextFrame

from dashboard.exports.papers.pptx.boxes import EMU, Box
from dashboard.exports.papers.pptx.drawing import SPACES, fill, plain


@dataclass(frozen=True, slots=True)
class Words:
    """A run of one look; without size or colour it takes that of its place. *link* is a relationship of its slide."""

    text: str
    size: float = 0
    colour: str = ""
    is_bold: bool = False
    link: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph; *tab* is where a figure at its right ends, in points."""

    words: tuple[Words, ...]
    before: float = 0
    align: str = ""
    tab: float = 0


def said(text: str, size: float = 0, colour: str = "", *, bold: bool = False, before: float = 0) -> Line:
    """A paragraph of one look."""
    return Line((Words(text, size, colour, bold),), before)


def run_xml(words: Words) -> str:
    """The run, its words escaped."""
    size = f' sz="{round(words.size * 100)}"' if words.size else ""
    weight = ' b="1"' if words.is_bold else ""
    colour = fill(words.colour) if words.colour else ""
    link = f'<a:hlinkClick r:id="{words.link}" action="ppaction://hlinksldjump"/>' if words.link else ""
    tab, text = ("\t", words.text[1:]) if words.text.startswith("\t") else ("", words.text)
    lead = " " if text.startswith(" ") else ""
    return f'<a:r><a:rPr lang="en-GB"{size}{weight}>{colour}{link}</a:rPr><a:t>{tab}{lead}{plain(text)}</a:t></a:r>'


def line_xml(line: Line, spaces: str = "") -> str:
    """The paragraph."""
    align = f' algn="{line.align}"' if line.align else ""
    before = f'<a:spcBef><a:spcPts val="{round(line.before * 100)}"/></a:spcBef>' if line.before else ""
    tab = f'<a:tabLst><a:tab pos="{round(line.tab * EMU)}" algn="r"/></a:tabLst>' if line.tab else ""
    inside = "".join(map(run_xml, line.words))
    return f"<a:p {spaces}><a:pPr{align}>{before}{tab}</a:pPr>{inside}</a:p>"


def set_words(frame: TextFrame, lines: Sequence[Line]) -> None:
    """Put *lines* in place of what stands there."""
    body = frame._txBody
    for old in list(body.p_lst):
        body.remove(old)
    for line in lines:
        body.append(parse_xml(line_xml(line, SPACES)))


def box_of_words(slide: Slide, name: str, box: Box, lines: Sequence[Line], behind: str = "") -> None:
    """A box of its own for words that no placeholder takes."""
    shape = slide.shapes.add_textbox(*box.place)
    shape.name = name
    frame = shape.text_frame
    frame.word_wrap = True
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    if behind:
        shape._element.spPr.append(parse_xml(fill(behind).replace("<a:solidFill>", f"<a:solidFill {SPACES}>", 1)))
    set_words(frame, lines)
