"""Tests that the print is a PDF/UA that reads aloud as it looks, whatever somebody typed."""

import json
import re
from dataclasses import replace
from functools import cache
from io import BytesIO
from itertools import pairwise
from pathlib import Path

import pikepdf
import pytest
from fontTools.ttLib import TTFont
from PIL import Image

from dashboard.domain.targets.status import Status
from dashboard.exports.papers.pdf.document import write
from dashboard.exports.papers.pdf.glyphs import known, shown
from dashboard.exports.papers.pdf.said import grouped, is_booklet, pack_said
from dashboard.exports.papers.pdf.tables import table_said
from dashboard.places import assets_folder
from dashboard.reports.packs.brand import Brand
from dashboard.reports.packs.pack import Headline, PaperCell, PaperColumn, PaperTable
from tests.exports.papers.pdf.reading import bookmarks, children, elements, opened, text_of, unmarked
from tests.exports.papers.typed_pack import HEAT, HOSTILE, PACK, SECTION, STANDINGS, hostile_pack

ROOT = Path(__file__).parents[4]
HEADING = re.compile(r"H(\d)")
VIEW = replace(PACK, sections=(SECTION,))
PACKS = {"papers": PACK, "view": VIEW}
A4 = (595, 842)


@cache
def printed(name: str) -> pikepdf.Pdf:
    return opened(write(PACKS[name]))


def packed(text: str) -> str:
    """*text* as `text_of` reads it."""
    return re.sub(r"[\s\u200b]", "", text)


def levels(pdf: pikepdf.Pdf) -> list[int]:
    return [int(found[1]) for name, _ in elements(pdf) if (found := HEADING.fullmatch(name))]


def faults(pdf: pikepdf.Pdf) -> list[str]:
    """What a screen reader would trip over."""
    found = [f"H{low} then H{high}" for low, high in pairwise([0, *levels(pdf)]) if high > low + 1]
    every = elements(pdf)
    found += [f"{name} without words" for name, node in every if name == "Figure" and not str(node.get("/Alt", ""))]
    found += ["a table without headings" for name, node in every if name == "Table" and "THead" not in children(node)]
    scopes = [node for name, node in every if name == "TH"]
    found += ["a heading of nothing" for node in scopes if "/Column" not in repr(node.get("/A", ""))]
    return found + [f"{name} that is not marked" for name in unmarked(pdf)]


@pytest.mark.parametrize("name", PACKS)
def test_papers_say_what_they_are(name: str) -> None:
    pdf = printed(name)
    with pdf.open_metadata() as metadata:
        assert metadata["pdfuaid:part"] == "1"
        assert metadata["dc:title"] == PACKS[name].title
    assert (str(pdf.Root.Lang), bool(pdf.Root.MarkInfo.Marked)) == ("en-GB", True)
    assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)
    assert faults(pdf) == []
    assert len(levels(pdf)) > 1


def test_papers_of_many_sections_have_a_cover_contents_and_bookmarks() -> None:
    assert is_booklet(PACK)
    pdf = printed("papers")
    names = {name for name, _ in elements(pdf)}
    assert {"Title", "TOC", "TOCI", "H1", "H2", "Table", "TH", "TD", "L", "Figure"} <= names
    titles = {*PACK.parts, *(section.title for section in PACK.sections)}
    assert set(bookmarks(pdf)) == titles


@pytest.mark.parametrize(
    ("part", "sections", "has_cover"),
    [("", 5, False), ("", 13, True), ("A", 4, False), ("A", 5, True)],
)
def test_papers_with_chapters_and_very_long_ones_have_a_cover(part: str, sections: int, has_cover: bool) -> None:
    assert is_booklet(replace(PACK, sections=(replace(SECTION, part=part),) * sections)) is has_cover


def test_papers_of_one_view_begin_with_their_finding() -> None:
    names = [name for name, _ in elements(printed("view"))]
    assert ("TOC" in names, names.index("H1") < names.index("Table")) == (False, True)


def test_every_word_number_mark_and_status_is_printed() -> None:
    text = text_of(printed("papers"))
    cells = [cell for row in STANDINGS.rows for cell in row]
    wanted = [cell.text for cell in cells] + [mark for cell in cells for mark in cell.markers]
    wanted += [*SECTION.notes, *SECTION.sources, SECTION.lede, PACK.subtitle, PACK.day, PACK.address, PACK.data_version]
    wanted += ["▲Missed:16.3%abovetarget", "–Notjudged", "Page3of", "Westshire·335", "Target·288"]
    wanted += [cell.text for _, cells in HEAT.rows for cell in cells]
    assert [words for words in wanted if packed(words) not in text] == []


def test_the_same_papers_are_the_same_bytes() -> None:
    assert write(VIEW) == write(VIEW)


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: ascii(text[:12]))
def test_what_somebody_typed_is_text_and_in_full_among_the_notes(text: str) -> None:
    pdf = opened(write(hostile_pack(text)))
    assert faults(pdf) == []
    first, *_ = words = shown(text).split()
    assert text_of(pdf).count(packed(first)) >= words.count(first)
    assert len(text) > 1000 or packed(shown(text)) in text_of(pdf)  # on one page
    assert all(tuple(map(round, page.mediabox[2:])) in (A4, A4[::-1]) for page in pdf.pages)


def test_every_glyph_that_is_written_is_in_the_font() -> None:
    letters = TTFont(assets_folder() / "fonts" / "inter-papers.ttf").getBestCmap()
    assert {letter for letter in known() if ord(letter) not in letters} == set()
    assert known() >= set("✓●▲–▽▶≤≥→…“”‘’£−×·")


@pytest.mark.parametrize(
    ("text", "read"),
    [("漢字 ok", "?? ok"), ("▸ 1.1", "▶ 1.1"), ("Łódź ŵŷ", "Łódź ŵŷ"), ("a\u2009b\u200cc", "a b?c")],
)
def test_a_character_that_the_font_lacks_is_a_question_mark(text: str, read: str) -> None:
    assert shown(text) == read


def picture(size: int) -> bytes:
    body = BytesIO()
    Image.new("RGB", (size, size // 2), "#12436d").save(body, "PNG")
    return body.getvalue()


LOGOS = {"right": picture(40), "none": b"no picture", "cut": picture(40)[:60]}


@pytest.mark.parametrize(("logo", "pictures"), [("right", 2), ("none", 1), ("cut", 1)])
def test_a_broken_logo_is_left_out(logo: str, pictures: int) -> None:
    pack = replace(VIEW, brand=Brand("Westshire Partnership", LOGOS[logo], "Westshire Partnership"))
    names = [name for name, _ in elements(opened(write(pack)))]
    assert names.count("Figure") == pictures


def table(columns: int, words: str) -> PaperTable:
    headings = tuple(PaperColumn(f"Heading {at}") for at in range(columns))
    rows = tuple(tuple(PaperCell(words) for _ in headings) for _ in range(80))
    return PaperTable(key="t", title="T", columns=headings, rows=rows, of=100)


def test_a_wide_table_turns_its_page_and_repeats_its_headings() -> None:
    section = replace(SECTION, tables=(table(14, "considerable"),))
    pdf = opened(write(replace(VIEW, sections=(section,))))
    assert {tuple(map(round, page.mediabox[2:])) for page in pdf.pages[-2:]} == {A4[::-1]}
    assert faults(pdf) == []
    text = text_of(pdf)
    assert text.count("Heading13") > 1
    assert "Thefirst80of100rows" in text


def test_sources_of_one_document_are_said_once_without_what_they_share() -> None:
    sources = (
        "Plan: Table 1 · NI 15 · 2010/11 actual, printed “335”",
        "Plan: Table 1 · NI 15 · 2010/11 target, printed “288”",
        "Targets file: line 9 · target, printed “600”",
        "Plan: Table 1 · NI 16 · 2010/11 actual, printed “6,346”",
        "Own words",
    )
    assert grouped(sources) == (
        "Plan: Table 1 · NI 15 · 2010/11 actual, printed “335”; 2010/11 target, printed “288”; "
        "NI 16 · 2010/11 actual, printed “6,346”",
        "Targets file: line 9 · target, printed “600”",
        "Own words",
    )


def test_what_is_private_says_so() -> None:
    sections = tuple(replace(SECTION, is_private=private) for private in (True, False))
    said = pack_said(replace(VIEW, sections=sections))["sections"]
    assert [section["is_private"] for section in said] == [True, False]  # type: ignore[attr-defined]
    assert text_of(opened(write(replace(VIEW, sections=sections)))).count("Private") == 1


def test_the_font_is_cut_from_the_version_that_package_json_names() -> None:
    named = json.loads((ROOT / "package.json").read_text(encoding="utf-8"))["devDependencies"]["inter-ui"]
    version = TTFont(assets_folder() / "fonts" / "inter-papers.woff2")["name"].getDebugName(5)
    assert "Version {}.00{}".format(*named.split(".")) in version


def test_short_chapters_share_a_page_and_long_ones_begin_one() -> None:
    short, long = (replace(SECTION, charts=(), sources=()), replace(SECTION, tables=(table(3, "word"),)))
    sections = tuple(
        replace(section, part=part, key=part)
        for section, part in zip((short, short, long, short, short), "ABCDE", strict=True)
    )
    said = pack_said(replace(PACK, sections=sections))["sections"]
    assert [section["has_page"] for section in said] == [False, False, False, True, False]  # type: ignore[attr-defined]


def test_a_status_without_words_is_said_by_its_number() -> None:
    section = replace(SECTION, headline=Headline("At risk", status=Status.NEAR))
    assert "●Atrisk" in text_of(opened(write(replace(VIEW, sections=(section,)))))


def test_of_very_many_sources_the_first_are_printed_and_the_others_counted() -> None:
    assert grouped([f"Plan: row {at}, printed “{at}”" for at in range(60)])[-1] == (
        "And 12 more: each figure names its own on screen."
    )


@pytest.mark.parametrize(
    ("rows", "words", "is_whole"), [(14, "few", True), (15, "few", False), (3, "many words " * 40, False)]
)
def test_a_small_table_stays_on_one_page(rows: int, words: str, is_whole: bool) -> None:
    whole = table(3, words)
    assert table_said(replace(whole, rows=whole.rows[:rows]), 260)["is_whole"] is is_whole


@pytest.mark.parametrize(("wide", "is_banner"), [(40, False), (250, False), (260, True)])
def test_a_logo_that_is_very_wide_is_kept_on_the_page(wide: int, is_banner: bool) -> None:
    body = BytesIO()
    Image.new("RGB", (wide, 50)).save(body, "PNG")
    assert pack_said(replace(VIEW, brand=Brand("W", body.getvalue(), "W")))["is_banner"] is is_banner
