"""Knows how Flask and Dash are set up: what they may do by themselves, and what of them is left out."""

import re
import secrets
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, cast

from flask import Flask

from callbacks.first_answer import AnsweringDash
from dashboard.exposure import host_of
from dashboard.places import assets_folder
from dashboard.serving.forwarded import Forwarded
from dashboard.settings import Settings
from dashboard.web.access.guard import HOSTS
from dashboard.web.access.hosts import KnownNames, names_of
from dashboard.web.faults.addresses import know_addresses
from dashboard.web.faults.database import answer_refused, answer_trouble
from dashboard.web.faults.sentences import Product, answer_faults
from layouts.index import PLOTLY, index

ONE_YEAR = 31_536_000
ELSEWHERE, WITH_SIGN_IN = ("present.js", "present.css"), ("who.js", "signed-out.js")  # assets that our page has not
LARGEST_REQUEST = 1024 * 1024
Ways = Callable[[], Sequence[tuple[str, str]]]


def server_of(settings: Settings, ways: Ways) -> Flask:
    """The web server, which answers every fault with a sentence; *ways* are the pages that those lead to."""
    server = Product("outturn")
    server.config.update(
        SECRET_KEY=settings.secret_key or secrets.token_hex(32),
        **{HOSTS: _names(settings)},
        MAX_CONTENT_LENGTH=LARGEST_REQUEST,
        SEND_FILE_MAX_AGE_DEFAULT=ONE_YEAR,
        COMPRESS_ALGORITHM=["br", "gzip"],
        COMPRESS_BR_LEVEL=5,  # a tenth fewer bytes than 4
        COMPRESS_MIN_SIZE=500,
        PROVIDE_AUTOMATIC_OPTIONS=False,
    )
    know_addresses(server)
    answer_faults(server, ways)
    if not settings.sign_in.is_desk:  # at a desk what a proxy hands on is not answered
        server.wsgi_app = Forwarded(server.wsgi_app, settings.proxy)  # type: ignore[method-assign]
    answer_trouble(server, ways)
    answer_refused(server, ways)
    return server


def _names(settings: Settings) -> KnownNames:
    public = host_of(settings.sign_in.address) if settings.sign_in.address else ""
    return KnownNames(names_of(f"{settings.hosts} {public}"), is_desk=settings.sign_in.is_desk)


def dash_of(server: Flask, settings: Settings) -> AnsweringDash:
    """Dash on *server*, with our assets and nothing from elsewhere."""
    options: dict[str, Any] = {"use_async": False, "enable_mcp": False}
    return AnsweringDash(
        "outturn",
        server=cast(Any, server),
        title="Outturn",
        update_title="",
        assets_folder=str(assets_folder()),
        assets_ignore="|".join(
            map(re.escape, [Path(PLOTLY).name, *ELSEWHERE, *(WITH_SIGN_IN if settings.sign_in.is_desk else ())])
        ),
        index_string=index(),
        suppress_callback_exceptions=True,  # a page's callbacks exist before its skeleton is drawn
        serve_locally=True,
        compress=False,  # done by us, with settings that Dash would overwrite
        add_log_handler=False,
        meta_tags=[{"name": "viewport", "content": "width=device-width, initial-scale=1"}],
        **options,
    )
