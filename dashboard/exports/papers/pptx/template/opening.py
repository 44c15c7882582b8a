"""Knows how a template is opened: the product's own, or a partnership's, which may be anything at all."""

import zlib
from io import BytesIO
from zipfile import BadZipFile, ZipFile

import pptx
from pptx.exc import PythonPptxError
from pptx.presentation import Presentation

from dashboard.domain.errors import TemplateFault
from dashboard.exports.papers.pptx.template.grounds import Ground, grounds
from dashboard.exports.papers.pptx.zipped import zipped

MOST_BYTES, MOST_UNPACKED, MOST_PARTS = 20_000_000, 150_000_000, 2_000
TEMPLATE, PRESENTATION = b"presentationml.template.main+xml", b"presentationml.presentation.main+xml"
TYPES = "[Content_Types].xml"
BROKEN = "The template cannot be read as a PowerPoint file (.pptx or .potx)."
#: What a file that is no whole presentation makes the reader stumble over.
STUMBLES = (
    PythonPptxError,
    BadZipFile,
    zlib.error,
    RuntimeError,
    KeyError,
    ValueError,
    AttributeError,
    IndexError,
    TypeError,
    SyntaxError,
    OSError,
    EOFError,
)


def opened(template: bytes) -> tuple[Presentation, dict[str, Ground]]:
    """A deck without slides and its layouts; raises TemplateFault with a sentence for who handed it in."""
    try:
        deck = pptx.Presentation(BytesIO(_checked(template)))
        _empty(deck)
        found = grounds(deck)
        _try(deck, found)
    except TemplateFault:
        raise
    except STUMBLES as fault:
        raise TemplateFault(BROKEN) from fault
    return deck, found


def _checked(template: bytes) -> bytes:
    """The file as a presentation, refused before it is unpacked where it is no such file or too large."""
    if len(template) > MOST_BYTES:
        raise TemplateFault(f"The template is larger than {MOST_BYTES // 1_000_000} MB.")
    try:
        with ZipFile(BytesIO(template)) as archive:
            entries = archive.infolist()
            if len(entries) > MOST_PARTS or sum(entry.file_size for entry in entries) > MOST_UNPACKED:
                raise TemplateFault("The template unpacks to more than a template holds.")
            if any(entry.filename.lower().endswith("vbaproject.bin") for entry in entries):
                raise TemplateFault("The template holds macros; save it as .potx or .pptx without them.")
            types = archive.read(TYPES)
            if TEMPLATE not in types:
                return template
            parts = {entry.filename: archive.read(entry) for entry in entries}
    except (BadZipFile, zlib.error, RuntimeError) as fault:
        raise TemplateFault(BROKEN) from fault
    return zipped({**parts, TYPES: types.replace(TEMPLATE, PRESENTATION)}.items())


def _empty(deck: Presentation) -> None:
    """Take out the slides that the file shows, with what groups them."""
    slides = deck.slides._sldIdLst
    for slide in list(slides):
        deck.part.drop_rel(slide.rId)
        slides.remove(slide)
    for extension in deck._element.xpath("./p:extLst"):
        deck._element.remove(extension)


def _try(deck: Presentation, found: dict[str, Ground]) -> None:
    """Make a slide of each layout once, so that what is broken shows now; then take them out again."""
    for ground in found.values():
        deck.slides.add_slide(ground.layout)
    _empty(deck)
