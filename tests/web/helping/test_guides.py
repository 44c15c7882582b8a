"""The guides: every step leads to a page that opens for whoever asks, and those of docs/ say the same with pictures."""

import re
from html import unescape

import pytest
from flask.testing import FlaskClient

from dashboard.reports.guides.every import GUIDES
from tests.browser.guides import FOLDER, PICTURED, markdown, picture

STEP = re.compile(r'href="(/[^"]*)">Go to step')


def test_the_list_leads_to_every_guide_and_every_page_to_the_list(client: FlaskClient) -> None:
    listed = client.get("/help").text
    assert [f'href="/help/{slug}"' in listed for slug in GUIDES] == [True] * 4
    for address in ("/help", "/method", "/load"):
        assert 'href="/help"' in client.get(address).text
    assert '"Help"' in client.get("/_dash-layout", headers={"Referer": "http://localhost/"}).text


@pytest.mark.parametrize("slug", GUIDES)
def test_every_step_leads_somewhere(client: FlaskClient, slug: str) -> None:
    page = client.get(f"/help/{slug}?partnership=derby").text
    leads = [unescape(href) for href in STEP.findall(page)]
    assert [client.get(href).status_code for href in leads] == [200] * len(leads)
    at_a_desk = [step for step in GUIDES[slug].steps if step.page and step.needs != "users"]
    assert len(leads) == len(at_a_desk)


def test_there_is_no_other_guide(client: FlaskClient) -> None:
    answer = client.get("/help/nobody")
    assert (answer.status_code, "There is no guide “nobody”." in answer.text) == (404, True)


@pytest.mark.parametrize("slug", GUIDES)
def test_the_page_in_docs_says_the_same_and_has_its_pictures(slug: str) -> None:
    guide = GUIDES[slug]
    assert (FOLDER / f"{slug}.md").read_text(encoding="utf-8") == markdown(guide), "say make pictures"
    pictured = [at for of, at in PICTURED if of == slug]
    assert len(pictured) >= 3
    assert [at for at in pictured if not (FOLDER.parent / "pictures" / picture(guide, at)).is_file()] == []
    assert [name for name in guide.more if not (FOLDER.parent / f"{name}.md").is_file()] == []
