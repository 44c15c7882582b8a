"""Knows how the product is put together: the only place where database, pages and web server meet."""

import sys
from collections.abc import Callable
from functools import cache, partial

from dash import Dash, html
from flask import Flask, g, request

import callbacks.address
import callbacks.navigation
import callbacks.routing
from callbacks.first_answer import AnsweringDash, fill
from dashboard.domain.access.people import Person, at_the_desk
from dashboard.exports.papers.press import Press, unbranded
from dashboard.exposure import refuse_exposed
from dashboard.frameworks import dash_of, server_of
from dashboard.pages import OFFERED, PAGES
from dashboard.questions.store import Store
from dashboard.reports.desk import Desk
from dashboard.settings import Settings
from dashboard.terminal.opening import open_to_serve
from dashboard.terminal.who import user_name
from dashboard.web.access.asking import Who, ask_as, eyes, eyes_without_forms, person, seen_by_asker
from dashboard.web.access.declared import READS, Need
from dashboard.web.access.gate import add_callback_gate, add_gate
from dashboard.web.access.guard import guard, refuse_strangers
from dashboard.web.answers import address_asked
from dashboard.web.audit.denied import add_trail, note_denied
from dashboard.web.audit.who_acts import add_acting
from dashboard.web.downloads import Apart, add_exports
from dashboard.web.finding import add_finding
from dashboard.web.health import add_health
from dashboard.web.helping.routes import add_guides
from dashboard.web.kept_answers import keep_answers, once_a_request, seen
from dashboard.web.loading import LARGE_FORMS, LoadRoutes, add_loading
from dashboard.web.meetings.freezing import freezing, in_the_room
from dashboard.web.meetings.routes import MeetingRoutes, add_meetings
from dashboard.web.meetings.sending import Freezing
from dashboard.web.methods import add_methods
from dashboard.web.own_pages import own_pages
from dashboard.web.paper import add_paper
from dashboard.web.papers.maker import Maker
from dashboard.web.papers.routes import PaperRoutes, add_papers
from dashboard.web.people.doors import add_people, lead_on, open_doors
from dashboard.web.people.entrance import Entrance, clock
from dashboard.web.people.forms import check_forms
from dashboard.web.presenting.routes import add_presenting
from dashboard.web.printed import add_printed
from dashboard.web.settings.lists import ListRoutes, add_lists
from dashboard.web.settings.papers import LookRoutes, add_paper_look, brand_of
from dashboard.web.standbys.choosing import add_choosing
from dashboard.web.uploads.runs import Place
from dashboard.web.uploads.under_way import NAME as UNDER_WAY
from dashboard.web.watching.measures import Measures
from dashboard.web.watching.metrics import add_metrics
from dashboard.web.watching.told import add_watching
from dashboard.web.ways import readable_ways, ways
from data.keeping.finishing import finish_erasing, state_now
from data.originals.places import at
from data.store import SqlStore
from layouts.shell import shell

ENGINES = "engines"  # among the extensions of the server, for whoever has to let it go
BRANDS = "brands"  # how papers look, among the extensions of the server
MOST_NAMED = 200  # characters of an address
Loading = Callable[[Desk, Store], LoadRoutes]
PATHS = frozenset(page.path for page in PAGES)
WAYS = [*((page.path, page.title) for page in PAGES if page.in_menu), ("/meeting", "Meetings")]


@cache
def desk_user() -> Person:
    """Whoever runs the product on their own machine, for themselves."""
    return at_the_desk(user_name())


def create_app(settings: Settings, who: Who = desk_user) -> Dash:
    """Return the whole product on the database of *settings*; fills an empty database first.

    *who* tells of each request who asks.

    Raises SettingsFault or PublishedFault with sentences that name the fault.
    """
    refuse_exposed(settings)
    at(settings.originals)
    engines = open_to_serve(settings.database, settings.standbys)
    for fault in finish_erasing(engines.pages, settings.originals):
        print(fault, file=sys.stderr)
    store = SqlStore(engines.reads, original=seen(partial(state_now, engines.pages, settings.originals)))
    standbys = engines.reads if engines.standbys else None
    asked = who if settings.sign_in.is_desk else Entrance(engines.pages, settings.sign_in, settings.proxy, standbys)
    place = Place(engines, settings.originals, clock, scan=settings.scan)
    app = build(store, settings, lambda desk, seen: LoadRoutes(desk, seen, place), asked)
    app.server.extensions[ENGINES] = engines
    add_choosing(app.server, engines)
    add_trail(app.server, engines.pages)
    engines.dispose()
    return app


def build(store: Store, settings: Settings, loading: Loading | None = None, who: Who | Entrance = desk_user) -> Dash:
    """Return the product on any *store*; *loading* makes the pages that take files in, which need a database.

    *who* tells of each request who asks; an entrance, how people come in.
    """
    version = once_a_request(store.version)
    desk, seen = Desk(store, version, eyes if settings.uploads else eyes_without_forms), seen_by_asker(store)
    server = _server(settings, store)
    app = dash_of(server, settings)
    if isinstance(who, Entrance):
        who = who.told(lambda: desk.choices().names, lambda: readable_ways(WAYS))
    _close(server, who)
    app.layout = lambda: _product(app, desk)
    declared = _register(app, desk)
    if loading is not None:
        _add_loading(server, loading(desk, seen), settings, freezing(in_the_room(store, version, OFFERED), seen))
    _add_plain_pages(server, desk, seen)
    add_people(server, who)
    keep_answers(server, lambda: f"{version()} {store.day()}", store.original, PATHS)
    guard(server, app, PATHS, own_pages())
    check_forms(server, LARGE_FORMS)
    add_callback_gate(server, declared, lambda _, why: note_denied(f"{_address()}: {why}"))
    return _write_once(app)


def _server(settings: Settings, store: Store) -> Flask:
    """The web server, which tells of every request whoever watches it, and the audit trail who acts in it."""
    server, measures = server_of(settings, lambda: ways(WAYS)), Measures(settings.measures)
    add_watching(server, PATHS, person, measures.hear)
    add_acting(server, person)
    add_health(server, store)
    add_metrics(server, measures, store, settings.metrics_token)
    return server


def _write_once(app: AnsweringDash) -> AnsweringDash:
    """*app*, whose page was written before the workers are forked: Dash learns from it which scripts it may serve.

    A worker that has not yet written one answers 500 to the scripts of another's.
    """
    with app.server.test_request_context("/not-a-page"):
        g.person = desk_user()
        app.server.preprocess_request()  # Dash sets itself up; nobody is known to ask, so the gate refuses
        g.person = desk_user()
        app.index()  # type: ignore[no-untyped-call]
    return app


def _close(server: Flask, who: Who | Entrance) -> None:
    """Let nobody in but those who have a right to what they ask for, before anything else looks at a request."""
    refuse_strangers(server)
    ask_as(server, open_doors(server, who) if isinstance(who, Entrance) else who)
    if isinstance(who, Entrance):
        lead_on(server, who)
    add_gate(server, lambda _, why: note_denied(f"{_address()}: {why}"), lambda: readable_ways(WAYS))


def _address() -> str:
    """What was asked for, as the audit trail has it: without the token of a load."""
    rule = request.url_rule
    return rule.rule if rule and "token" in (request.view_args or {}) else request.path[:MOST_NAMED]


def _register(app: AnsweringDash, desk: Desk) -> dict[str, Need]:
    """Every callback of the shell and of the pages; returns what each needs, by its output."""
    callbacks.address.register(app, desk, PAGES)
    callbacks.routing.register(app, PAGES)
    callbacks.navigation.register(app, desk, [page for page in PAGES if page.in_menu])
    declared = dict.fromkeys(app.callback_map, READS)
    for page in PAGES:
        page.register(app, desk)
        declared |= dict.fromkeys(app.callback_map.keys() - declared.keys(), page.needs)
    return declared


def _add_loading(server: Flask, routes: LoadRoutes, settings: Settings, freezes: Freezing) -> None:
    """What is sent in: files and figures, and the meetings, which freeze what they saw as they close."""
    routes.pages = WAYS
    meetings = MeetingRoutes(routes.desk, routes.store, routes.engine, freezes, WAYS)
    add_meetings(server, meetings, uploads=settings.uploads)
    server.extensions[BRANDS] = partial(brand_of, routes.engine)
    maker = Maker(settings.database, settings.originals)
    add_paper_look(server, LookRoutes(routes.desk, routes.engine, lambda: ways(WAYS)))
    add_papers(server, PaperRoutes(routes.desk, routes.engine, maker, WAYS), uploads=settings.uploads)
    server.extensions[UNDER_WAY] = routes.under_way
    if settings.uploads:
        server.before_request(routes.watch)
        add_lists(server, ListRoutes(routes.desk, routes.engine, lambda: ways(WAYS)))
    add_loading(server, routes, uploads=settings.uploads)


def _add_plain_pages(server: Flask, desk: Desk, store: Store) -> None:
    """What the server writes whole and what needs no database: pages, files, what paper is told."""
    add_paper(server, desk)
    add_exports(server, desk, OFFERED, Press(Apart(), server.extensions.get(BRANDS, unbranded)))
    add_finding(server, desk, PAGES)
    add_methods(server, store, WAYS)
    add_guides(server, WAYS)
    add_printed(server, desk, WAYS)
    add_presenting(server, desk, store, PAGES, WAYS)


def _product(app: AnsweringDash, desk: Desk) -> html.Div:
    """The shell and the page that is asked for, filled; where nobody can tell which, the shell alone."""
    address = address_asked()
    if address is None:
        return shell(desk.choices(), PAGES)
    product = shell(desk.choices(), PAGES, *address)
    fill(product, app.known, *address)
    return product
