"""Knows the addresses that tell a machine whether the product is there, and whether it can answer."""

from flask import Flask, Response, abort

from dashboard.questions.store import Store
from dashboard.web.answers import plain


def add_health(server: Flask, store: Store) -> None:
    """Register them; the *store* is asked each time, so that the answer is of now."""

    @server.get("/health/live")
    def live() -> Response:
        return plain("live", 200)

    @server.get("/health/ready")
    def ready() -> Response:
        try:
            partnerships = len(store.partnerships())
        except Exception:  # noqa: BLE001 - whatever is wrong, the answer is "not ready", never a trace
            abort(503)
        if not partnerships:
            abort(503)
        return plain(f"ready: {partnerships} partnerships", 200)
