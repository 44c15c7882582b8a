"""Proves that every address and every callback is refused to whoever has no right to it, and open to who has."""

import re
from collections.abc import Iterator
from html import unescape
from itertools import product
from urllib.parse import parse_qs, urlsplit

import pytest
from flask import Flask
from werkzeug.routing import Rule

from dashboard.domain.access.people import Person, Right
from dashboard.web.access.asking import ask_as
from dashboard.web.access.declared import NEEDS, need_of
from dashboard.web.access.gate import add_gate
from tests.app.bodies import body_of, server_callbacks
from tests.web.access.askers import ASKERS, EVERY_ASKER, MIXED, Product

pytestmark = pytest.mark.no_cover  # a walk of what other tests measure

READERS = set(ASKERS) - {"visitor", "without a role"}
PUBLISHERS = {"analyst of Derby", "administrator of Derby", "analyst", "administrator"}
MEETERS = PUBLISHERS | {"chair of Derby", "chair"}
KEEPERS = {"administrator of Derby", "administrator"}
FOR_ALL = {"analyst", "administrator"}
ADMINISTRATORS = {"administrator"}
EVERYBODY = set(ASKERS)

#: Who may ask for what: typed here once more, so that a line that is changed by mistake in the product shows.
MAY = {
    **dict.fromkeys(
        ("GET /health/live", "GET /health/ready", "GET /metrics", "GET /assets/outturn.css", "GET /me"), EVERYBODY
    ),
    **dict.fromkeys(
        (
            *("GET /", "GET /year-end", "GET /trends", "GET /drill-down", "GET /hotspots", "GET /plan", "GET /data"),
            *("GET /outcomes", "GET /similar-areas", "GET /stop-and-search", "GET /when"),
            *("GET /indicator", "GET /_dash-layout", "GET /_dash-dependencies", "POST /_dash-update-component"),
            *("GET /export/overview.csv", "GET /export/data.json", "GET /paper.css", "GET /find", "GET /find.json"),
            *(
                "GET /places.json",
                "GET /method",
                "GET /method/status",
                "GET /help",
                "GET /help/analyst",
                "GET /data/tables/1",
                "GET /checks",
            ),
            *("GET /actions", "GET /actions/1-1", "GET /risks", "GET /risks/r1", "GET /plan.ics"),
            *("GET /priorities/weigh", "GET /priorities/weights", "GET /priorities/violent-crime"),
            "GET /commentary",
            *("GET /baselines", "GET /figures/1", "GET /files/1", "GET /template.xlsx", "GET /template.csv"),
            *("GET /meeting", "GET /notes", "GET /export/meeting.csv"),
            *("GET /papers", "GET /papers/1", "POST /papers", "POST /papers/cancel"),
            *("GET /present", "GET /presenter", "GET /meeting/present", "GET /meeting/presenter"),
            *("GET /meeting/seen", "GET /meeting/since"),
            *("GET /assets/address.js", "GET /_reload-hash", "GET /_favicon.ico", "GET /static/x"),
            *("GET /_dash-component-suites/dash/deps/x.js", "GET /nothing-here"),
        ),
        READERS,
    ),
    **dict.fromkeys(
        (
            *("GET /load", "POST /load", "GET /load/AAAAAAAAAAAAAAAAAAAAAA", "POST /load/undo", "GET /enter"),
            *(f"POST /load/AAAAAAAAAAAAAAAAAAAAAA/{step}" for step in ("publish", "again", "answers", "cancel")),
            *(f"GET /load/AAAAAAAAAAAAAAAAAAAAAA/{what}.csv" for what in ("changes", "rejected/0")),
            *("POST /enter", "GET /indicators", "POST /indicators", "POST /checks", "POST /baselines"),
            *("POST /baselines/withdraw", "POST /actions/1-1", "POST /risks/r1"),
            *("POST /priorities/weights", "POST /priorities/violent-crime"),
            *("POST /commentary", "GET /lists", "POST /lists/move", "POST /lists/offences", "POST /lists/forget"),
        ),
        PUBLISHERS,
    ),
    **dict.fromkeys(
        (
            *("GET /settings", "POST /settings/small-numbers", "POST /settings/small-numbers/withdraw"),
            *("GET /settings/papers", "POST /settings/papers", "POST /settings/repeats"),
        ),
        KEEPERS,
    ),
    **dict.fromkeys(("POST /meeting/minute", "POST /draft"), MEETERS),
    **dict.fromkeys(("GET /partnerships", "POST /partnerships"), FOR_ALL),
    **dict.fromkeys(("GET /audit", "GET /audit.csv", "GET /settings/files", "POST /settings/files"), ADMINISTRATORS),
}
REFUSED = (401, 403)
DOOR = re.compile(r'<a\b[^>]*?\bhref="(/[^"]*)"|<form\b([^>]*)>(?:(?!</form>).)*', re.DOTALL)
#: Beside the addresses above: a search for what opens to few, and a form that is there for one indicator.
ALSO = ("/find?q=load", "/find?q=enter", "/find?q=rename", "/find?q=set+up", "/baselines?indicator=vehicle-crime")
HOMES = ("sampleshire", "derby", "warwickshire")


def asked(found: Product, asker: str, what: str) -> int:
    method, address = what.split()
    with found.as_(asker).open(address, method=method) as answer:
        return answer.status_code


def test_each_endpoint_is_declared(gated: Product) -> None:
    assert {rule.endpoint for rule in gated.app.server.url_map.iter_rules()} <= NEEDS.keys()


def test_each_rule_and_method_is_asked_for_below(gated: Product) -> None:
    adapter = gated.app.server.url_map.bind("localhost")

    def rule_of(what: str) -> tuple[str, str]:
        method, address = what.split()
        rule, _ = adapter.match(address, method, return_rule=True)
        return str(rule.rule), method

    rules = gated.app.server.url_map.iter_rules()
    known = {(rule.rule, method) for rule in rules for method in _methods(rule)}
    assert {rule_of(what) for what in MAY} == known


def _methods(rule: Rule) -> set[str]:
    return set(rule.methods or ()) - {"HEAD", "OPTIONS"}


@pytest.mark.each_case
@pytest.mark.parametrize("asker", ASKERS)
def test_who_has_the_right_is_let_in_and_nobody_else(gated: Product, asker: str) -> None:
    statuses = {what: asked(gated, asker, what) for what in MAY}
    assert {what for what, status in statuses.items() if status not in REFUSED} == {
        what for what, askers in MAY.items() if asker in askers
    }
    assert {what: status for what, status in statuses.items() if status >= 500} == {}


@pytest.mark.each_case
@pytest.mark.parametrize("asker", ASKERS)
def test_each_callback_answers_readers_alone(gated: Product, asker: str) -> None:
    client = gated.as_(asker)
    for output in server_callbacks(gated.app):
        body = body_of(gated.app, output)
        status = client.post("/_dash-update-component", json=body).status_code
        assert (status in REFUSED) == (asker not in READERS), output
        assert status < 500


@pytest.mark.each_case
@pytest.mark.parametrize(
    ("asker", "homes"),
    [
        ("reader", ("sampleshire", "derby")),
        (MIXED.name, ("sampleshire",)),
        *[pytest.param(asker, HOMES, marks=pytest.mark.drill) for asker in EVERY_ASKER],
    ],
)
def test_no_page_shows_a_door_that_does_not_open_to_whoever_sees_it(
    gated: Product, asker: str, homes: tuple[str, ...]
) -> None:
    pages = [what.removeprefix("GET ") for what in MAY if what.startswith("GET ")]
    shown, closed = set[str](), list[str]()
    for page, home in product([*pages, *ALSO], homes):
        with gated.as_(asker).get(_of(page, home), headers={"Accept": "text/html"}) as answer:
            doors = (
                set(_doors(answer.get_data(as_text=True)))
                if answer.status_code == 200 and answer.mimetype == "text/html"
                else set()
            )
        shown |= doors
        closed += [f"{page} of {home}: {door}" for door in doors if not _opens(gated, EVERY_ASKER[asker], door)]
    assert closed == []
    assert len(shown) > 100 or asker in ("visitor", "without a role")


@pytest.mark.parametrize(
    ("page", "door"), [("/", "Say why"), ("/year-end", "Say why"), ("/indicator", "Work out the limits anew")]
)
@pytest.mark.parametrize(("asker", "is_led"), [("reader", False), ("analyst", True)])
def test_only_who_may_say_something_is_led_to_where_it_is_said(
    gated: Product, page: str, door: str, asker: str, is_led: bool
) -> None:
    view = (
        "partnership=sampleshire&indicator=burglary&category=acquisitive-crime"
        if page == "/indicator"
        else "partnership=warwickshire"
    )
    assert (door in gated.as_(asker).get(f"{page}?{view}").get_data(as_text=True)) is is_led


def _of(page: str, home: str) -> str:
    return f"{page}{'&' if '?' in page else '?'}partnership={home}"


def _doors(page: str) -> Iterator[str]:
    """Each link and each form, as a method with an address that names the partnership of the form."""
    for link, form in ((found[1], found) for found in DOOR.finditer(page)):
        if link is not None:
            yield f"GET {unescape(link)}"
            continue
        method, action = (re.search(f'{name}="(.*?)"', form[2]) for name in ("method", "action"))
        home = re.search(r'name="partnership" value="(.*?)"', form[0])
        if action is not None:
            yield f"{method[1].upper() if method else 'GET'} {_of(unescape(action[1]), home[1] if home else '')}"


def _opens(found: Product, asker: Person, door: str) -> bool:
    """Whether *asker* may go through; for a form that changes something, of the partnership that it names."""
    method, address = door.split(" ", 1)
    split = urlsplit(address)
    endpoint, parts = found.app.server.url_map.bind("localhost").match(split.path, method)
    need = need_of(endpoint, parts)
    if need is None or not need.met_by(asker):
        return False
    if method == "GET" or need.right is not Right.PUBLISH or need.other:
        return True
    return asker.reach(need.right).covers(frozenset(parse_qs(split.query).get("partnership", [])))


def test_what_is_declared_nowhere_is_refused_to_everybody() -> None:
    server, told = Flask("small"), list[str]()
    ask_as(server, lambda: ASKERS["administrator"])
    add_gate(server, lambda asker, why: told.append(f"{asker.name}: {why}"))
    server.add_url_rule("/live", "live", lambda: "live")
    server.add_url_rule("/new", "new", lambda: "new")
    client = server.test_client()
    assert client.get("/live").status_code == 200
    assert client.get("/new").status_code == 403
    assert told == ["administrator of all: Nobody may ask for this."]


def test_a_callback_that_is_declared_nowhere_is_refused_to_everybody(
    gated: Product, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = gated.app
    output = server_callbacks(app)[0]
    renamed = output.replace("filter-area", "filter-other")
    monkeypatch.setitem(app.callback_map, renamed, app.callback_map[output])
    body = body_of(app, renamed)
    assert gated.as_("administrator").post("/_dash-update-component", json=body).status_code == 403
