"""Knows how the server runs: gunicorn with threads, the database filled before the first worker starts."""

import errno
import gc
import importlib
import socket
from typing import Any

from flask import Flask
from gunicorn.app.base import BaseApplication

from dashboard.app import create_app
from dashboard.domain.errors import SettingsFault
from dashboard.exposure import refuse_exposed
from dashboard.settings import Settings


class Server(BaseApplication):  # type: ignore[misc]
    """gunicorn around one application."""

    def __init__(self, application: Flask, options: dict[str, Any]) -> None:
        self._application = application
        self._options = options
        super().__init__()

    def load_config(self) -> None:
        for name, value in self._options.items():
            self.cfg.set(name, value)

    def load(self) -> Flask:
        return self._application


#: A full collection walks every report that is kept; looked for less often, it no longer falls into a request.
SELDOM = (50_000, 50, 50)


def share_memory() -> None:
    """Load before the fork what pages load when they need it, and keep what is loaded out of the collector's way.

    A page that the collector has touched belongs to its worker alone.
    """
    importlib.import_module("scipy.special")
    importlib.import_module("scipy.sparse")
    gc.collect()
    gc.freeze()
    gc.set_threshold(*SELDOM)


def refuse_taken(host: str, port: int) -> None:
    """Raise SettingsFault where nothing can listen at *host* and *port*: before anything is filled or loaded."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as place:
        place.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            place.bind((host, port))
        except OverflowError as fault:
            raise SettingsFault(f"{port} is no port: give one from 1 to 65535 with --port.") from fault
        except OSError as fault:
            raise SettingsFault(f"Outturn cannot listen on {host}:{port}: {_why(fault)}") from fault


def _why(fault: OSError) -> str:
    if fault.errno == errno.EADDRINUSE:
        return "another program uses that port (perhaps Outturn itself). Give another one, such as --port 8051."
    if fault.errno == errno.EACCES:
        return "ports under 1024 are the administrator’s. Give another one, such as --port 8051."
    return "this machine has no such address. Give one of its own with --host, or leave --host out."


def serve(settings: Settings) -> None:
    """Serve until stopped; workers share what was loaded before they were forked. Raises SettingsFault."""
    refuse_exposed(settings)
    refuse_taken(settings.host, settings.port)
    app = create_app(settings)
    share_memory()
    address = f"{settings.host}:{settings.port}"
    print(f"Outturn is ready on http://{address}", flush=True)
    Server(
        app.server,
        {
            "bind": address,
            "worker_class": "gthread",
            "workers": settings.workers,
            "threads": settings.threads,
            "preload_app": True,
            "accesslog": None,
            "loglevel": "warning",
            "timeout": 60,
            "limit_request_line": 8190,
            "control_socket_disable": True,
        },
    ).run()
