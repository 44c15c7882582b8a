"""Papers as one page: it asks for nothing, runs nothing but its own script, and says everything that the pack says."""

import re
from base64 import b64encode
from dataclasses import replace
from hashlib import sha256
from html.parser import HTMLParser
from itertools import pairwise

import pytest

from dashboard.exports.papers.page.read_off import read_off
from dashboard.exports.papers.page.writing import write
from dashboard.exports.papers.words import cut, printable
from dashboard.reports.packs.brand import Brand
from dashboard.reports.packs.pack import PaperCell
from tests.exports.papers.typed_pack import BARS, CHARTS, FAN, HOSTILE, PACK, RANKED, SECTION, hostile_pack

EMPTY = {"meta", "img", "br"}


class Read(HTMLParser):
    """The elements, attributes and words of a page."""

    def __init__(self, page: bytes) -> None:
        super().__init__()
        self.open: list[str] = []
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.words: list[str] = []
        self.scripts: dict[str, str] = {}
        self.feed(page.decode())
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in EMPTY:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] in ("style", "script"):
            self.scripts[self.open[-1]] = data
        else:
            self.words.append(data)

    @property
    def said(self) -> str:
        return " ".join(" ".join(self.words).split())

    def all(self, name: str) -> list[dict[str, str]]:
        return [found for tag, found in self.elements if tag == name]


def squeezed(text: str) -> str:
    return " ".join(printable(text).split())


@pytest.fixture(scope="module")
def page() -> Read:
    return Read(write(PACK))


def test_the_page_asks_nobody_for_anything(page: Read) -> None:
    for tag, found in page.elements:
        asked = {name: value for name, value in found.items() if name in ("src", "href", "action", "srcset", "data")}
        assert all(value.startswith(("#", "data:")) for value in asked.values()), (tag, asked)
        assert not [name for name in found if name.startswith("on") or name == "style"]
    assert not re.findall(r"url\((?!data:)|@import", page.scripts["style"])


def test_its_policy_lets_its_own_look_and_script_through_and_nothing_else(page: Read) -> None:
    [policy] = [item["content"] for item in page.all("meta") if item.get("http-equiv") == "Content-Security-Policy"]
    assert policy.startswith("default-src 'none'; ")
    for name, text in page.scripts.items():
        allowed = b64encode(sha256(text.encode()).digest()).decode()
        assert f"{name}-src 'sha256-{allowed}';" in policy


def test_headings_skip_no_level_and_ids_are_their_own(page: Read) -> None:
    levels = [int(tag[1]) for tag, _ in page.elements if re.fullmatch("h[1-6]", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    ids = [found["id"] for _, found in page.elements if "id" in found]
    assert len(ids) == len(set(ids))
    assert {item["href"][1:] for item in page.all("a")} <= set(ids)


def test_everything_that_the_section_says_is_on_the_page(page: Read) -> None:
    [table] = SECTION.tables
    cells = [cell for row in table.rows for cell in row]
    facts = [word for fact in SECTION.headline.facts for word in fact] if SECTION.headline else []
    said = [PACK.day, PACK.data_version, PACK.subtitle, *SECTION.notes, *SECTION.sources, SECTION.lede, *facts]
    said += [cell.text for cell in cells] + [mark for cell in cells for mark in cell.markers]
    said += [column.heading for column in table.columns] + [table.title]
    assert [words for words in said if squeezed(words) not in page.said] == []
    assert [item["class"] for item in page.all("span") if "tag" in item.get("class", "")] == [
        "tag missed",
        "tag missed",
        "tag not-judged",
    ]
    assert {item["data-n"] for item in page.all("td") if "data-n" in item} == {"288", "335"}


@pytest.mark.parametrize("chart", CHARTS, ids=lambda chart: chart.title)
def test_each_chart_has_every_figure_in_a_table(page: Read, chart: object) -> None:
    table = read_off(chart)  # type: ignore[arg-type]
    assert all(len(row) == len(table.columns) for row in table.rows)
    assert all(cell.text for row in table.rows for cell in row)
    assert squeezed(table.title) in page.said


def test_figures_are_read_off_as_they_are_drawn() -> None:
    assert [[cell.text for cell in row] for row in read_off(BARS).rows] == [
        ["Violence and sexual offences", "1,204", "1,100"],
        ["Anti-social behaviour", "800", "920"],
        ["Bicycle theft", "not held", "–"],
    ]
    assert [column.heading for column in read_off(FAN).columns][-2:] == ["Target · 500", "four times in five"]
    assert [cell.text for cell in read_off(FAN).rows[3]] == ["Jul", "TBC", "12", "-4", "500", "8 to 16"]
    assert [cell.text for cell in read_off(RANKED).rows[-1]] == ["All together", "all together 22.4"]


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: ascii(text)[:20])
def test_what_people_type_is_text(text: str) -> None:
    found = Read(write(hostile_pack(text)))
    assert squeezed(cut(printable(text), 100).removesuffix("…")) in found.said
    assert len(found.all("script")) == len(found.all("style")) == 1
    assert not set(found.said) & set("\x00\x07\x1b\u202e")


def test_the_only_section_says_its_finding_once() -> None:
    found = Read(write(replace(PACK, sections=(SECTION,))))
    assert found.said.count(SECTION.title) == 2  # in the title of the page and in its heading
    assert found.all("nav") == []


def test_a_partnership_sees_its_own_name_logo_and_colour() -> None:
    brand = Brand(
        name="Safer Westshire",
        logo=b"\x89PNG",
        logo_alt="Two hands",
        accent="#7a1f5c",
        committees=("Board", "Scrutiny"),
    )
    found = Read(write(replace(PACK, brand=brand)))
    [logo] = found.all("img")
    assert (logo["src"], logo["alt"]) == ("data:image/png;base64,iVBORw==", "Two hands")
    assert "Safer Westshire" in found.said
    assert "For Board · Scrutiny" in found.said
    assert "--accent:#7a1f5c" in found.scripts["style"]


def test_a_sentence_among_numbers_reads_from_the_left() -> None:
    rows = tuple((*row[:2], PaperCell(f"{'a target in words ' * 2}"), row[3]) for row in SECTION.tables[0].rows)
    told = replace(SECTION.tables[0], rows=rows)
    found = Read(write(replace(PACK, sections=(replace(SECTION, tables=(told,)),))))
    looks = [item.get("class", "") for item in found.all("td")]
    assert looks[-6:] == ["n", "", ""] * 2


def test_rows_that_are_left_out_are_counted() -> None:
    long = replace(SECTION.tables[0], of=1_240)
    found = Read(write(replace(PACK, sections=(replace(SECTION, tables=(long,)),))))
    assert "The first 2 of 1,240 rows; the workbook holds all." in found.said


def test_the_same_pack_is_the_same_page() -> None:
    assert write(PACK) == write(PACK)
