"""Knows how the server runs: the database filled and everything loaded first, then as many processes as are set."""

import errno
import gc
import importlib
import socket
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace

from flask import Flask
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError

from dashboard.app import create_app
from dashboard.domain.errors import SettingsFault
from dashboard.exposure import refuse_exposed
from dashboard.frameworks import LARGEST_REQUEST
from dashboard.serving.logs import log_to_standard_error
from dashboard.serving.requests import Limits
from dashboard.serving.supervisor import CAN_FORK, Supervisor, run_alone
from dashboard.serving.worker import Service, Worker, allow_files
from dashboard.settings import Settings
from dashboard.web.audit.denied import TRAIL
from dashboard.web.loading import LARGEST_UPLOAD
from dashboard.web.uploads.under_way import NAME as UNDER_WAY
from dashboard.web.watching.measures import counted_together
from layouts.components.links import page_path

#: A full collection walks every report that is kept; looked for less often, it no longer falls into a request.
SELDOM = (50_000, 50, 50)
WAITING = 1_024  # connections that nobody has taken yet
#: Beyond what may be loaded, so that a file that is a little too large is answered by the page of the form.
LIMITS = Limits(LARGEST_REQUEST, LARGEST_UPLOAD + 64 * 1024 * 1024, frozenset({page_path("load")}))


def share_memory() -> None:
    """Load before the fork what pages load when they need it, and keep what is loaded out of the collector's way.

    A page that the collector has touched belongs to its worker alone.
    """
    importlib.import_module("scipy.special")
    importlib.import_module("scipy.sparse")
    gc.collect()
    gc.freeze()
    gc.set_threshold(*SELDOM)


def taken_address(host: str, port: int) -> socket.socket:
    """A socket of *host* and *port*, before anything is filled or loaded; raises SettingsFault where there is none."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    place = socket.socket(family, socket.SOCK_STREAM)
    if sys.platform != "win32":  # where it would let two programs listen at one port
        place.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        place.bind((host, port))
    except OverflowError as fault:
        place.close()
        raise SettingsFault(f"{port} is no port: give one from 1 to 65535 with --port.") from fault
    except OSError as fault:
        place.close()
        raise SettingsFault(f"Outturn cannot listen on {host}:{port}: {_why(fault)}") from fault
    return place


def _why(fault: OSError) -> str:
    if fault.errno == errno.EADDRINUSE:
        return "another program uses that port (perhaps Outturn itself). Give another one, such as --port 8051."
    if fault.errno == errno.EACCES:
        return "ports under 1024 are the administrator’s. Give another one, such as --port 8051."
    return "this machine has no such address. Give one of its own with --host, or leave --host out."


def serve(settings: Settings) -> None:
    """Serve until stopped; workers share what was loaded before they were forked. Raises SettingsFault."""
    refuse_exposed(settings)
    with taken_address(settings.host, settings.port) as place, counted_together() as folder:
        log_to_standard_error(secrets_of(settings), as_json=settings.is_logged_as_json)
        app = create_app(replace(settings, measures=folder))
        share_memory()
        allow_files()
        place.listen(WAITING)
        print(f"Outturn is ready on http://{_shown(settings.host)}:{settings.port}", flush=True)
        run(app.server, place, settings)


def run(server: Flask, place: socket.socket, settings: Settings) -> None:
    """Answer at *place* until told to stop: in forked processes, or in this one where none can be forked."""
    service = Service(server, settings.threads, LIMITS, end_of(server))
    if CAN_FORK:
        Supervisor(lambda: Worker(service, place), settings.workers, place.close).run()
    else:
        run_alone(Worker(service, place))


def end_of(server: Flask) -> Callable[[float], bool]:
    """What a process of *server* ends with: loads that are being read or published, and what the trail only counted."""
    under_way, trail = server.extensions.get(UNDER_WAY), server.extensions.get(TRAIL)

    def end(seconds: float) -> bool:
        has_ended = under_way is None or bool(under_way.wait(seconds))
        if trail is not None:
            trail.close()
        return has_ended

    return end


def secrets_of(settings: Settings) -> Iterator[str]:
    """What no line of a log may hold."""
    yield settings.secret_key
    yield settings.sign_in.client_secret
    yield settings.metrics_token
    try:
        yield str(make_url(settings.database).password or "")
    except ArgumentError:
        return  # it is refused in a moment


def _shown(host: str) -> str:
    return f"[{host}]" if ":" in host else host
