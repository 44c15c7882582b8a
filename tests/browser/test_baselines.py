"""Limits are worked out anew by a person: a day, a reason and a name go in, and the chart has two groups."""

import sys
from collections.abc import Iterator

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import ROOT, Axe, Watch
from tests.browser.views import cells, control, follow, query, settle, visit
from tests.running_server import running_server, with_figures

pytestmark = pytest.mark.browser

VIEW = "/trends?partnership=sampleshire&indicator=burglary&by=month"
LIMITS = slice(2, 5)  # mean, lower and upper in a row of the card's table


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory, published_url: str) -> Iterator[str]:
    """A product of this module's own: what is decided here is seen nowhere else."""
    program, own = (
        [sys.executable, "-m", "dashboard"],
        with_figures(tmp_path_factory.mktemp("baselines"), published_url),
    )
    with running_server(program, ROOT, own) as address:
        yield address


def limits(page: Page) -> list[tuple[str, ...]]:
    """The different limits in the card's table, in their order."""
    card = page.locator("#trends-control-card")
    if not card.locator("details").evaluate("(one) => one.open"):
        card.get_by_text("Show as table").click()
    rows = cells(card.locator("table"))[1:]
    return list(dict.fromkeys(tuple(row[LIMITS]) for row in rows))


def fill(form: Locator, **typed: str) -> None:
    for label, text in typed.items():
        form.get_by_label(label.replace("_", " ")).fill(text)


def test_limits_are_worked_out_anew_from_a_day_and_taken_back(page: Page, axe: Axe, watch: Watch) -> None:
    watch.allow("response 400")
    watch.allow("status of 400")
    visit(page, VIEW)
    assert (len(limits(page)), axe(page)) == (1, [])
    page.get_by_role("link", name="Work out the limits anew from a date").click()
    form = page.locator("form.form")
    fill(form, First_day_of_the_new_limits="2031-01-01", Why="Attempts counted too")
    form.get_by_role("button", name="Work out the limits anew").click()
    expect(page.get_by_role("alert").get_by_role("link")).to_have_count(2)
    assert axe(page) == []
    fill(form, First_day_of_the_new_limits="2025-04-01", Your_name="B. Analyst")
    form.get_by_role("button", name="Work out the limits anew").click()
    expect(page.get_by_role("heading", name="One decision stands")).to_be_visible()
    assert axe(page) == []
    visit(page, VIEW)
    card = page.locator("#trends-control-card")
    expect(card).to_contain_text("from Apr 2025 (1 April 2025): Attempts counted too (B. Analyst,")
    assert (len(limits(page)), axe(page)) == (2, [])
    withdraw(page)
    visit(page, VIEW)
    assert len(limits(page)) == 1


def withdraw(page: Page) -> None:
    page.goto("/baselines?partnership=sampleshire&indicator=burglary")
    page.get_by_text("Withdraw this decision").click()
    fill(page.locator(".decision form"), Why_it_no_longer_stands="They always were", Your_name="C. Chief")
    page.get_by_role("button", name="Withdraw").click()
    expect(page.get_by_text("Withdrawn by C. Chief on")).to_be_visible()


def test_the_run_length_is_chosen_by_a_link_and_kept_by_the_controls(page: Page) -> None:
    visit(page, VIEW)
    card = page.locator("#trends-control-card")
    follow(page, card.get_by_role("link", name="Runs of 6 count"))
    expect(card).to_contain_text("runs of 6 count as a signal")
    expect(card.get_by_role("link", name="Runs of 6 count")).to_be_focused()
    control(page, "Area").select_option(label="Tarrowfold")
    settle(page)
    assert (query(page)["run"], query(page)["by"]) == (["6"], ["month"])
    expect(card).to_contain_text("runs of 6 count as a signal")


@pytest.mark.parametrize("width", [320, 390])
def test_the_page_of_limits_fits_the_narrowest_screens(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 700})
    page.goto("/baselines?partnership=sampleshire&indicator=burglary")
    assert page.evaluate("() => document.scrollingElement.scrollWidth") <= width
