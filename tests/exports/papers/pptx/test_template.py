"""Knows that papers stand on a partnership's own template, and that one which cannot be used is named as such."""

from dataclasses import replace
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pptx
import pytest
from PIL import Image
from pptx.enum.shapes import MSO_SHAPE_TYPE, PP_PLACEHOLDER

from dashboard.domain.errors import TemplateFault
from dashboard.exports.papers.pptx.deck import write
from dashboard.exports.papers.pptx.template.grounds import placeholders_of
from dashboard.exports.papers.pptx.template.house import house_template
from dashboard.exports.papers.pptx.zipped import zipped
from dashboard.reports.packs.brand import Brand
from tests.exports.papers.pptx.opened import alt_of, every, is_inside, opened
from tests.exports.papers.typed_pack import PACK, SECTION

PLAIN = (Path(pptx.__file__).parent / "templates" / "default.pptx").read_bytes()  # 4:3, as many offices still have it
SHORT = replace(PACK, sections=(SECTION,))


def parts(file: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(file)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def changed(**texts: bytes) -> bytes:
    """The plain template with other bytes in some of its parts, by the last word of their names."""
    found = parts(PLAIN)
    return zipped(
        (name, next((new for end, new in texts.items() if name.endswith(f"{end}.xml")), old))
        for name, old in found.items()
    )


def damaged(after: bytes, by: int) -> bytes:
    """The plain template with one byte flipped, so far behind where a part begins."""
    at = PLAIN.index(after) + by
    return PLAIN[:at] + bytes([PLAIN[at] ^ 0xFF]) + PLAIN[at + 1 :]


def as_potx(file: bytes) -> bytes:
    kinds = (b"presentationml.presentation.main+xml", b"presentationml.template.main+xml")
    return zipped((name, content.replace(*kinds)) for name, content in parts(file).items())


def with_slides(file: bytes) -> bytes:
    deck = opened(file)
    for _ in range(3):
        deck.slides.add_slide(deck.slide_layouts[1]).shapes.title.text = "A slide of the template"
    written = BytesIO()
    deck.save(written)
    return written.getvalue()


def without_titles() -> bytes:
    return zipped(
        (name, content.replace(b'type="title"', b'type="body"').replace(b'type="ctrTitle"', b'type="body"'))
        for name, content in parts(PLAIN).items()
    )


@pytest.mark.parametrize("template", [PLAIN, as_potx(PLAIN), with_slides(PLAIN)], ids=["pptx", "potx", "with slides"])
def test_papers_stand_on_the_layouts_of_a_template_by_the_types_of_its_placeholders(template: bytes) -> None:
    deck = opened(write(SHORT, template))
    assert deck.slide_width == opened(PLAIN).slide_width
    assert [slide.slide_layout.name for slide in deck.slides][:2] == ["Title Slide", "Title and Content"]
    assert deck.slides[1].shapes.title.text == SECTION.title
    [chart] = [shape for shape in deck.slides[1].shapes if shape.has_chart]
    assert chart.is_placeholder
    assert chart.placeholder_format.idx == 1
    assert not [slide for slide in deck.slides if "A slide of the template" in (slide.shapes.title.text or "")]
    for slide in deck.slides:
        for shape in every(slide.shapes):
            assert is_inside(shape, deck), shape.name


@pytest.mark.parametrize(
    "template",
    [
        b"",
        b"not a file of slides",
        PLAIN[: len(PLAIN) // 2],
        zipped([("word/document.xml", b"<w/>")]),
        zipped([("[Content_Types].xml", b"<Types/>")]),
        changed(presentation=b"<broken"),
        changed(slideMaster1=b"<p/>"),
        changed(slideLayout2=b"\x00"),
        without_titles(),
        zipped({**parts(PLAIN), "ppt/vbaProject.bin": b"macro"}.items()),
        damaged(b"ppt/slideMasters/slideMaster1.xml", 90),
        damaged(b"ppt/slideLayouts/slideLayout3.xml", 80),
        b"\0" * 20_000_001,
        zipped({**parts(PLAIN), "ppt/large.bin": b"\0" * 150_000_001}.items()),
    ],
    ids=[
        "empty",
        "words",
        "half",
        "other",
        "no parts",
        "presentation",
        "master",
        "layout",
        "no titles",
        "macros",
        "damaged master",
        "damaged layout",
        "large",
        "bomb",
    ],
)
def test_a_template_that_cannot_be_used_is_refused_with_one_sentence(template: bytes) -> None:
    with pytest.raises(TemplateFault) as fault:
        write(SHORT, template or b" ")
    assert str(fault.value).startswith("The template ")
    assert str(fault.value).endswith(".")


def test_the_products_own_template_is_16_to_9_and_takes_the_accent_of_a_partnership() -> None:
    deck = opened(house_template("#7a1f5c"))
    assert (deck.slide_width, deck.slide_height) == (12_192_000, 6_858_000)
    assert b'<a:accent1><a:srgbClr val="7A1F5C"/>' in parts(house_template("#7a1f5c"))["ppt/theme/theme1.xml"]
    kinds = {item.placeholder_format.type for layout in deck.slide_layouts for item in placeholders_of(layout)}
    assert {PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.OBJECT, PP_PLACEHOLDER.SLIDE_NUMBER, PP_PLACEHOLDER.PICTURE} <= kinds


def test_the_products_template_can_be_handed_in_again_changed() -> None:
    assert write(SHORT, house_template()) == write(SHORT)


def logo() -> bytes:
    file = BytesIO()
    Image.new("RGB", (300, 100), "navy").save(file, "PNG")
    return file.getvalue()


def test_the_cover_bears_the_logo_in_its_own_proportions_with_words_for_it() -> None:
    brand = Brand("Westshire Partnership", logo(), "Three rivers", "#7a1f5c", ("Scrutiny",))
    cover = opened(write(replace(SHORT, brand=brand))).slides[0]
    [picture] = [shape for shape in cover.shapes if shape.shape_type == MSO_SHAPE_TYPE.PICTURE]
    assert abs(picture.width / picture.height - 3) < 0.02
    assert alt_of(picture) == "Three rivers"
    said = " ".join(shape.text_frame.text for shape in cover.shapes if shape.has_text_frame)
    assert "Westshire Partnership · Westshire · 2010/11" in said
    assert "Scrutiny" in said


def test_a_broken_logo_is_left_out() -> None:
    cover = opened(write(replace(SHORT, brand=Brand("Westshire", b"no picture")))).slides[0]
    assert not [shape for shape in cover.shapes if shape.shape_type == MSO_SHAPE_TYPE.PICTURE]


def test_the_cover_says_when_every_figure_is_invented() -> None:
    cover = opened(write(replace(SHORT, is_made_up=True))).slides[0]
    assert "Every figure in these papers is invented." in " ".join(
        shape.text_frame.text for shape in cover.shapes if shape.has_text_frame
    )
