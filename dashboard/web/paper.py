"""Knows the address at which a page written whole learns what data it was printed from (assets/print.css)."""

from flask import Flask, Response

from dashboard.reports.desk import Desk


def add_paper(server: Flask, desk: Desk) -> None:
    """Register the sheet that a page asks for when it is printed."""

    @server.get("/paper.css", endpoint="paper")
    def sheet() -> Response:
        words = f':root {{ --data-version: "data version {desk.data_version} · "; }}'
        return Response(words, mimetype="text/css", headers={"Cache-Control": "no-store"})
