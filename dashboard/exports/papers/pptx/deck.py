"""Knows papers as a deck of slides that PowerPoint can edit."""

from dataclasses import replace
from io import BytesIO

from dashboard.exports.papers.pptx.kinds.contents import add_contents, contents_of
from dashboard.exports.papers.pptx.kinds.cover import add_cover
from dashboard.exports.papers.pptx.kinds.sections import add_section
from dashboard.exports.papers.pptx.properties import describe
from dashboard.exports.papers.pptx.slides import SlideDeck
from dashboard.exports.papers.pptx.template.house import house_template
from dashboard.exports.papers.pptx.template.opening import opened
from dashboard.exports.papers.pptx.zipped import undated
from dashboard.reports.packs.pack import Pack, Section


def write(pack: Pack, template: bytes | None = None) -> bytes:
    """The papers on a partnership's own *template*, else the product's; raises TemplateFault where it is broken."""
    file, grounds = opened(template or house_template(pack.brand.accent))
    deck = SlideDeck(file, grounds, (pack.subtitle, f"{pack.day} · data {pack.data_version}"))
    add_cover(deck, pack)
    pack = replace(pack, sections=tuple(item for item in pack.sections if not _is_said(item, pack)))
    contents = contents_of(deck, pack)
    deck.later = len(contents)
    places = dict[str, int]()
    for section in pack.sections:
        places[section.key] = deck.count + 1
        add_section(deck, section)
    add_contents(deck, contents, places)
    describe(deck, pack)
    bytes_ = BytesIO()
    file.save(bytes_)
    return undated(bytes_.getvalue())


def _is_said(section: Section, pack: Pack) -> bool:
    """Whether the cover says all that the section does."""
    stands_on = (section.lede, section.headline, section.charts, section.tables, section.notes)
    return section.title == pack.title and not any(stands_on)
