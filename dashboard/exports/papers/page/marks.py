"""Knows how a status looks on the page: word, shape and colour together, the shape drawn and not a letter."""

from markupsafe import Markup

from dashboard.domain.targets.status import Status
from dashboard.exports.papers.page.elements import element

SHAPES = {
    Status.MET: '<path d="M1 5.5 4 8.5 9 2" fill="none" stroke="currentColor" stroke-width="2"/>',
    Status.NEAR: '<circle cx="5" cy="5" r="4" fill="currentColor"/>',
    Status.MISSED: '<path d="M5 1 9.5 9H.5z" fill="currentColor"/>',
    Status.NOT_JUDGED: '<path d="M1 5h8" stroke="currentColor" stroke-width="2"/>',
}


def status_mark(status: Status, words: str) -> Markup:
    """*words* as the tag of a status."""
    shape = Markup('<svg class="shape" viewBox="0 0 10 10" aria-hidden="true">{}</svg>').format(Markup(SHAPES[status]))
    return element("span", shape, words, class_=f"tag {str(status).replace(' ', '-')}")
