"""Knows what a deck says of itself, and its chapters as the sections that PowerPoint lists slides under."""

from collections.abc import Sequence
from itertools import groupby
from uuid import NAMESPACE_URL, uuid5

from pptx.oxml import parse_xml

from dashboard.exports.papers.pptx.drawing import SPACES, quoted
from dashboard.exports.papers.pptx.slides import SlideDeck
from dashboard.exports.papers.words import cut, printable
from dashboard.reports.packs.pack import Pack

LONGEST = 250  # characters of a property
SECTIONS = "{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"
NEWER = "http://schemas.microsoft.com/office/powerpoint/2010/main"


def describe(deck: SlideDeck, pack: Pack) -> None:
    """Title, subject and author; no date, so that the same papers are the same file."""
    properties = deck.file.core_properties
    properties.title = cut(printable(pack.title), LONGEST)
    properties.subject = cut(printable(pack.subtitle), LONGEST)
    properties.author = cut(printable(pack.brand.name or "Outturn"), LONGEST)
    properties.comments = cut(printable(f"{pack.address} · data version {pack.data_version}"), LONGEST)
    properties.language = "en-GB"
    for dated in properties._element.xpath("./dcterms:created | ./dcterms:modified | ./cp:lastModifiedBy"):
        properties._element.remove(dated)
    _chapters(deck, pack)


def _chapters(deck: SlideDeck, pack: Pack) -> None:
    if not pack.parts:
        return
    chapters = groupby(deck.parts, key=lambda item: item[0])
    inside = "".join(_chapter(at, part, [slide for _, slide in slides]) for at, (part, slides) in enumerate(chapters))
    deck.file._element.append(
        parse_xml(
            f'<p:extLst {SPACES}><p:ext uri="{SECTIONS}"><p14:sectionLst xmlns:p14="{NEWER}">{inside}</p14:sectionLst>'
            "</p:ext></p:extLst>"
        )
    )


def _chapter(at: int, part: str, slides: Sequence[int]) -> str:
    """A chapter and its slides; its number is made of its place, so that it is the same each time."""
    number = str(uuid5(NAMESPACE_URL, f"{at} {part}")).upper()
    inside = "".join(f'<p14:sldId id="{slide}"/>' for slide in slides)
    name = quoted(part or "Papers")
    return f'<p14:section name="{name}" id="{{{number}}}"><p14:sldIdLst>{inside}</p14:sldIdLst></p14:section>'
