"""Administrators say how a partnership's papers look; a logo is a checked picture, and all papers bear it."""

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image
from sqlalchemy import Engine

from dashboard.app import ENGINES
from dashboard.domain.errors import RefusedDecision
from dashboard.web.settings.papers import brand_of
from data.papers.logos import read_logo
from data.papers.looks import look_of
from tests.data.own.conftest import quick_engine
from tests.web.access.askers import Product, product

__all__ = ["quick_engine"]
PAGE = "/settings/papers?partnership=derby"
WORDS = {"name": "Safer <b>Derby</b>", "accent": "#7a1f5c", "logo_alt": "Two hands", "committees": "Board\nScrutiny"}


@pytest.fixture
def office(quick_engine: Engine, tmp_path: Path) -> Iterator[Product]:
    made = product(quick_engine, tmp_path)
    made.as_("administrator of Derby")
    yield made
    made.app.server.extensions[ENGINES].dispose()


def picture(kind: str = "PNG", size: tuple[int, int] = (1200, 300)) -> bytes:
    written = io.BytesIO()
    Image.new("RGB", size, "#7a1f5c").save(written, kind)
    return written.getvalue()


def sent(office: Product, logo: bytes = b"", **words: str) -> int:
    fields = {**WORDS, **words, "logo": (io.BytesIO(logo), "logo.png")}
    return office.client.post(PAGE, data=fields, content_type="multipart/form-data").status_code


def test_name_colour_and_logo_stand_on_papers_from_then_on(office: Product, quick_engine: Engine) -> None:
    before = office.client.get("/export/year-end.html?partnership=derby").text
    assert sent(office, picture("JPEG")) == 303
    brand = brand_of(quick_engine, "derby")
    assert (brand.name, brand.accent, brand.committees) == ("Safer <b>Derby</b>", "#7a1f5c", ("Board", "Scrutiny"))
    with Image.open(io.BytesIO(brand.logo)) as logo:
        assert (logo.format, logo.size) == ("PNG", (800, 200))
    after = office.client.get("/export/year-end.html?partnership=derby").text
    assert "--accent:#7a1f5c" in after
    assert "Safer &lt;b&gt;Derby&lt;/b&gt;" in after
    assert "--accent:#7a1f5c" not in before
    assert 'value="Safer &lt;b&gt;Derby&lt;/b&gt;"' in office.client.get(PAGE).text


def test_a_logo_stays_until_it_is_taken_away(office: Product, quick_engine: Engine) -> None:
    sent(office, picture())
    sent(office, name="Another")
    kept = look_of(quick_engine, "derby")
    assert kept.logo
    assert (kept.look.name, kept.author) == ("Another", "administrator of derby")
    assert sent(office, no_logo="yes") == 303
    assert look_of(quick_engine, "derby").logo == b""


@pytest.mark.parametrize(
    ("logo", "words"),
    [
        (b"<svg onload='alert(1)'/>", "The logo is no PNG or JPEG, or it is damaged"),
        (picture()[:200], "The logo is no PNG or JPEG, or it is damaged"),
        (b"\x89PNG\r\n\x1a\n" + b"\0" * 50, "The logo is no PNG or JPEG, or it is damaged"),
        (picture("GIF"), "The logo is no PNG or JPEG, or it is damaged"),
        (picture(size=(8000, 2001)), "The logo is too large: 8,000 × 2,001 points."),
    ],
)
def test_a_broken_logo_is_a_sentence_and_changes_nothing(
    office: Product, quick_engine: Engine, logo: bytes, words: str
) -> None:
    answer = office.client.post(
        PAGE, data={**WORDS, "logo": (io.BytesIO(logo), "logo.png")}, content_type="multipart/form-data"
    )
    assert answer.status_code == 400
    assert words in answer.text
    assert look_of(quick_engine, "derby").moment == ""


def test_a_logo_of_more_than_a_megabyte_is_not_opened() -> None:
    with pytest.raises(RefusedDecision, match="must be 1 MB or smaller: it has"):
        read_logo(b"x" * 1_100_000)


@pytest.mark.parametrize("asker", ["analyst of Derby", "administrator of Derby"])
def test_only_who_administers_a_partnership_sets_it(office: Product, asker: str) -> None:
    other = office.as_(asker).get("/settings/papers?partnership=warwickshire")
    assert other.status_code == (404 if asker.startswith("administrator") else 403)
