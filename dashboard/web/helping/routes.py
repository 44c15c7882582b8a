"""Knows the addresses of the guides."""

from collections.abc import Sequence

from flask import Flask, Response, current_app

from dashboard.reports.guides.every import GUIDES
from dashboard.reports.guides.guide import GuideStep
from dashboard.web.access.asking import person
from dashboard.web.access.declared import NEEDS
from dashboard.web.answers import html
from dashboard.web.ways import Link, ways
from layouts.plain.guides.pages import guide_page, guides_page, missing_guide

#: The endpoints that answer with a page of HTML of their own.
OWN_PAGES = frozenset({"help", "guide"})


def add_guides(server: Flask, pages: Sequence[Link]) -> None:
    """Register the list and each guide; a step leads only where whoever asks may go."""

    @server.get("/help", endpoint="help")
    def listed() -> Response:
        return html(guides_page(ways(pages)))

    @server.get("/help/<slug>", endpoint="guide")
    def shown(slug: str) -> Response:
        guide = GUIDES.get(slug)
        if guide is None:
            return html(missing_guide(ways(pages), slug), 404)
        return html(guide_page(ways(pages), guide, _opens, _partnership(ways(pages))))


def _opens(step: GuideStep) -> bool:
    """Whether the page of a step is there (at a desk nobody signs in) and opens to whoever asks."""
    there = not step.needs or step.needs in current_app.view_functions
    return there and (not step.needs or NEEDS[step.needs].met_by(person()))


def _partnership(found: Sequence[Link]) -> str:
    """The partnership that the ways on from this page keep."""
    return found[0][0].partition("partnership=")[2] if found else ""
