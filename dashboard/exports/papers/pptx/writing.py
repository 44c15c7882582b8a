"""Knows how words are set on a slide: runs of one look, in paragraphs, in a placeholder or a box of their own."""

from collections.abc import Sequence
from dataclasses import dataclass

from pptx.oxml import parse_xml
from pptx.text.text import TextFrame

from dashboard.exports.papers.pptx.boxes import EMU, Box
from dashboard.exports.papers.pptx.drawing import SPACES, fill, frame, named, plain


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


def words_xml(number: int, name: str, box: Box, lines: Sequence[Line]) -> str:
    """A box of its own for words that no placeholder takes."""
    inside = "".join(line_xml(line) for line in lines)
    return (
        f'<p:sp {SPACES}><p:nvSpPr>{named(number, name)}<p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr><p:spPr><a:xfrm>'
        f'{frame(box)}</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/></p:spPr><p:txBody>'
        f'<a:bodyPr wrap="square" lIns="0" tIns="0" rIns="0" bIns="0"/><a:lstStyle/>{inside}</p:txBody></p:sp>'
    )
