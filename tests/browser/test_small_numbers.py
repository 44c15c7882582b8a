"""An administrator tries a rule on small numbers, sets it and takes it back, with the buttons that a browser sends."""

import sys
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import ROOT, Axe
from tests.running_server import running_server, with_figures

pytestmark = pytest.mark.browser

LEDE = "main .lede"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory, published_url: str) -> Iterator[str]:
    """A product of this module's own: the rule that is set here holds nowhere else."""
    program, own = (
        [sys.executable, "-m", "dashboard"],
        with_figures(tmp_path_factory.mktemp("small-numbers"), published_url),
    )
    with running_server(program, ROOT, own) as address:
        yield address


def test_a_rule_is_tried_set_and_taken_back(page: Page, axe: Axe) -> None:
    page.goto("/settings?partnership=warwickshire")
    page.get_by_label("Why", exact=True).fill("Few people")
    page.get_by_role("button", name="See what it would do").click()
    expect(page.get_by_role("heading", name="What this would do: All of its own figures")).to_be_visible()
    expect(page.locator(LEDE)).to_contain_text("No rule is set")
    assert axe(page) == []
    page.get_by_role("button", name="Set this rule").click()
    expect(page.locator(LEDE)).to_have_text("One rule is set.")
    page.get_by_text("Withdraw this rule").click()
    page.get_by_label("Why it no longer stands").fill("Nobody is few")
    page.get_by_role("button", name="Withdraw").click()
    expect(page.locator(LEDE)).to_contain_text("No rule is set")


def test_a_rule_that_was_tried_is_tried_again_by_the_other_button(page: Page) -> None:
    page.goto("/settings?partnership=warwickshire")
    page.get_by_label("Why", exact=True).fill("Few people")
    page.get_by_role("button", name="See what it would do").click()
    page.get_by_label("Show small counts as [c]").check()
    with page.expect_navigation():
        page.get_by_role("button", name="See what it would do").click()
    expect(page.get_by_role("button", name="Set this rule")).to_be_visible()
    expect(page.locator(LEDE)).to_contain_text("No rule is set")
