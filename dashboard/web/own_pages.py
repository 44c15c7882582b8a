"""Knows which endpoints answer with a page of HTML of their own, whichever room they are in."""

from dashboard.web import downloads, finding, loading, methods, printed
from dashboard.web.helping import routes as helping
from dashboard.web.meetings import routes as meetings
from dashboard.web.papers import routes as papers
from dashboard.web.people import doors
from dashboard.web.presenting import routes as presenting
from dashboard.web.settings import lists
from dashboard.web.settings import papers as looks

ROOMS = (downloads, finding, helping, loading, methods, printed, meetings, papers, doors, presenting, lists, looks)


def own_pages() -> frozenset[str]:
    return frozenset().union(*(room.OWN_PAGES for room in ROOMS))
