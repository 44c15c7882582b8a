"""Papers of a meeting are ordered, made beside the pages, fetched by whoever may read it, and cancelled."""

import re
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from sqlalchemy import Engine

from dashboard.app import ENGINES
from dashboard.domain.papers.job import PaperOrder
from dashboard.domain.papers.look import OwnLook
from dashboard.reports.packs.menu import MENU
from dashboard.web.papers.maker import Maker
from data.papers import jobs
from data.papers.looks import KeptLook, set_look
from tests.data.own.conftest import quick_engine
from tests.web.access.askers import Product, product

__all__ = ["quick_engine"]
CLOSED, COMING, DERBY = 1, 2, 7
NOW = datetime.now(UTC)


@pytest.fixture
def office(quick_engine: Engine, tmp_path: Path) -> Iterator[Product]:
    made = product(quick_engine, tmp_path)
    yield made
    made.app.server.extensions[ENGINES].dispose()


def made(client: FlaskClient) -> dict[str, str]:
    """What is said of the papers once nobody works on them any more."""
    for _ in range(600):
        said: dict[str, str] = client.get(
            f"/papers?meeting={CLOSED}", headers={"Accept": "application/json"}
        ).get_json()
        if said["state"] == "made":
            return said
        time.sleep(0.1)
    raise AssertionError(said)


def test_papers_are_made_beside_the_pages_and_once(office: Product) -> None:
    client = office.as_("reader")
    for meeting in (CLOSED, COMING):
        assert f'href="/papers?meeting={meeting}"' in client.get(f"/meeting?meeting={meeting}").text
    page = client.get(f"/papers?meeting={CLOSED}").text
    assert all(words in page for words in MENU.values())
    for _ in range(2):
        answer = client.post("/papers", data={"meeting": str(CLOSED), "form": "html"})
        assert (answer.status_code, answer.headers["Location"]) == (303, f"/papers?meeting={CLOSED}")
    assert made(client)["words"] == ""
    page = client.get(f"/papers?meeting={CLOSED}").text
    [number] = re.findall(r'href="/papers/(\d+)"', page)
    file = client.get(f"/papers/{number}")
    assert file.headers["Content-Disposition"] == 'attachment; filename="outturn-sampleshire-meeting-1.html"'
    assert file.data.startswith(b"<!DOCTYPE html>")
    assert b"As the meeting saw it" in file.data


def test_the_same_papers_are_not_ordered_anew_by_another_reader(office: Product, quick_engine: Engine) -> None:
    for asker in ("reader", "analyst", "chair"):
        office.as_(asker).post("/papers", data={"meeting": str(CLOSED), "form": "html"})
        assert [job.number for job in jobs.jobs(quick_engine, "sampleshire", CLOSED)] == [1]


def test_who_may_not_read_the_meeting_finds_neither_page_nor_file(office: Product, quick_engine: Engine) -> None:
    number = jobs.order(quick_engine, PaperOrder("derby", DERBY, "html", "x", "2026-11-30"), NOW)
    jobs.take(quick_engine, NOW)
    jobs.finish(quick_engine, number, b"papers", "Ready")
    assert office.as_("reader of Derby").get(f"/papers/{number}").data == b"papers"
    assert office.as_("reader of nowhere").get(f"/papers/{number}").status_code == 404
    for asked in ("/papers", "/papers?meeting=x", "/papers?meeting=99999999999", "/papers/999"):
        assert office.as_("reader").get(asked).status_code == 404


@pytest.mark.parametrize(("asker", "status"), [("reader", 403), ("analyst", 303)])
def test_an_order_is_cancelled_by_whoever_gave_it_or_prepares_the_meeting(
    office: Product, quick_engine: Engine, asker: str, status: int
) -> None:
    order = PaperOrder("sampleshire", CLOSED, "html", "x", "2026-11-30", asks="somebody")
    number = jobs.order(quick_engine, order, NOW)
    jobs.take(quick_engine, NOW)
    client = office.as_(asker)
    assert "Begun" in client.get(f"/papers?meeting={CLOSED}").text
    answer = client.post("/papers/cancel", data={"meeting": str(CLOSED), "job": str(number)})
    assert answer.status_code == status
    assert ("Cancelled" in client.get(f"/papers?meeting={CLOSED}").text) == (status == 303)


@pytest.mark.parametrize("form", ["=exe", "", "csv", "json", "zip", "HTML"])
def test_what_is_no_format_of_papers_is_a_sentence_and_no_order(
    office: Product, quick_engine: Engine, form: str
) -> None:
    answer = office.as_("reader").post("/papers", data={"meeting": str(CLOSED), "form": form})
    assert (answer.status_code, answer.mimetype) == (400, "text/plain")
    assert answer.text.startswith(f"'{form}' is not an export format; the formats are html, ")
    assert jobs.jobs(quick_engine, "sampleshire", CLOSED) == ()


def test_papers_are_made_anew_when_they_are_to_look_otherwise(
    office: Product, quick_engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Maker, "start", lambda _maker: None)
    for name in ("", "Safer Sampleshire", "Safer Sampleshire", ""):
        set_look(quick_engine, "sampleshire", KeptLook(OwnLook(name)), NOW)
        office.as_("reader").post("/papers", data={"meeting": str(CLOSED), "form": "html"})
    assert len(jobs.jobs(quick_engine, "sampleshire", CLOSED)) == 2
