"""Knows which tests are measured: those that reach a line first, and what they set up, in a worker as elsewhere."""

from collections import Counter
from collections.abc import Generator
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parent
UNMEASURED = ("browser", "realdata", "postgres", "slow")
MEASURED = 2  # cases of a test with many; the rules of the domain are measured in every case
TRIED = 6  # cases of a test with many, and
DRIVEN = 2  # of one that drives a browser, and
EVERY = 3  # each third of its others; the drill tries them all


def leave_repetitions_out(items: list[pytest.Item]) -> None:
    """Mark the tests that are not measured.

    Measuring takes more than half as long again as the test itself, so a line is measured where it is reached first:
    not by what drives a browser (the product's lines run in the server that it asks), nor by real files, which are not
    everywhere, nor a second time on PostgreSQL or in the third case of one test, nor by what looks at the sources.
    """
    cases = Counter[str]()
    for item in items:
        test = item.nodeid.partition("[")[0]
        cases[test] += 1
        is_of_domain, is_of_sources = (ROOT / "domain") in item.path.parents, item.path.parent == ROOT
        is_repeated = cases[test] > MEASURED and not is_of_domain
        if is_repeated or is_of_sources or any(map(item.get_closest_marker, UNMEASURED)):
            item.add_marker(pytest.mark.no_cover)


def leave_cases_to_the_drill(items: list[pytest.Item]) -> None:
    """Mark as drill two thirds of the cases of what has many: they walk the same lines, by other words.

    Not the rules of the domain, which are pure and quick, nor tests marked `each_case`: who may see what,
    and every page in a browser.
    """
    cases = Counter[str]()
    for item in items:
        if (ROOT / "domain") in item.path.parents or any(map(item.get_closest_marker, ("drill", "each_case"))):
            continue
        test = item.nodeid.partition("[")[0]
        cases[test] += 1
        few = DRIVEN if item.get_closest_marker("browser") else TRIED
        if cases[test] > few and (cases[test] - few) % EVERY:
            item.add_marker(pytest.mark.drill)


@pytest.hookimpl(tryfirst=True)
def pytest_sessionstart(session: pytest.Session) -> None:
    """Stop what pytest-cov starts in a worker before it knows that this is one.

    It would go on below the worker's own measure and take over whenever that pauses: no test would be unmeasured.
    """
    if hasattr(session.config, "workerinput") and (control := _control(session.config)):
        control.cov.stop()


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> Generator[None]:
    yield from _paused(item)


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_teardown(item: pytest.Item) -> Generator[None]:
    yield from _paused(item)


def _paused(item: pytest.Item) -> Generator[None]:
    """As pytest-cov pauses for the test itself, so for what is set up for it and taken away again."""
    control = _control(item.config) if item.get_closest_marker("no_cover") else None
    if control is None:
        return (yield)
    control.pause()
    try:
        yield
    finally:
        control.resume()


def _control(config: pytest.Config) -> Any:  # noqa: ANN401 - pytest-cov names no type for it
    """What measures in this process; None with --no-cov."""
    plugin = config.pluginmanager.get_plugin("_cov")
    return plugin.cov_controller if plugin else None
