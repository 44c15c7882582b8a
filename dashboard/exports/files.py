"""Knows a file of a page: what the page shows as JSON or CSV, or its papers in any of their formats."""

from collections.abc import Collection

from dashboard.domain.errors import UnknownPage
from dashboard.exports.addresses import AskedFile, Download, Offered, export
from dashboard.exports.papers.formats import FORMATS
from dashboard.exports.papers.press import Occasion, Press, papers
from dashboard.exports.render import MEDIA
from dashboard.reports.desk import Desk


def forms() -> tuple[str, ...]:
    """Every format that can be asked for."""
    return (*MEDIA, *FORMATS)


def known_form(form: str, known: Collection[str] = ()) -> str:
    """*form*; raises UnknownPage where it is none of the *known* formats, or of all where none are named."""
    names = known or forms()
    if form not in names:
        raise UnknownPage(f"'{form[:20]}' is not an export format; the formats are {', '.join(names)}.")
    return form


def file_of(desk: Desk, offered: Offered, asked: AskedFile, press: Press, occasion: Occasion) -> Download:
    """What is asked for as a file; raises UnknownPage, UnknownFilter or UnwrittenPapers with a sentence."""
    if known_form(asked.form) in FORMATS:
        return papers(desk, offered, asked, press, occasion)
    return export(desk, offered, asked)
