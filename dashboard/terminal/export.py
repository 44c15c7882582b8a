"""Knows how a file of a page or meeting is written from the terminal."""

import argparse
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from dashboard.domain.errors import UnknownPage
from dashboard.exports.addresses import AskedFile, Download, Offered
from dashboard.exports.files import file_of, known_form
from dashboard.exports.meetings import MEETING, meeting_text
from dashboard.exports.papers.formats import FORMATS
from dashboard.exports.papers.press import Occasion, Press, meeting_papers
from dashboard.exports.render import MEDIA
from dashboard.reports.desk import Desk
from dashboard.reports.packs.brand import Brand

Branded = Callable[[str], Brand]  # of a partnership
DONE, REFUSED = 0, 1
TEXT = ("text/", "application/json")
LARGEST_TEMPLATE = 50 * 1024 * 1024
FOR_A_FILE = "A file that is not text is not for the screen: name one with -o."


def export_file(desk: Desk, offered: Offered, asked: argparse.Namespace, brand: Branded) -> int:
    """Write what is *asked* for; what is wrong is one sentence on standard error."""
    try:
        occasion = Occasion(datetime.now(UTC).date(), _template(asked))
        found = _found(desk, offered, asked, (Press(brand=brand), occasion))
    except OSError as fault:
        return _refused(f"{asked.template} cannot be read: {fault.strerror}.")
    if found.left_out:
        print(found.left_out, file=sys.stderr)
    if asked.output is None:
        return _to_screen(found)
    try:
        asked.output.write_bytes(found.body)
    except OSError as fault:
        return _refused(f"{asked.output} cannot be written: {fault.strerror}.")
    return DONE


def _found(desk: Desk, offered: Offered, asked: argparse.Namespace, made: tuple[Press, Occasion]) -> Download:
    press, occasion = made
    file = AskedFile(asked.page, asked.query, asked.form)
    if asked.page != MEETING:
        return file_of(desk, offered, file, press, occasion)
    if known_form(asked.form) in FORMATS:
        return meeting_papers(desk, offered, file, press, occasion)
    text = meeting_text(desk, asked.query, asked.form, occasion.day)
    return Download("", text.encode(), MEDIA[asked.form])


def _template(asked: argparse.Namespace) -> bytes | None:
    """The template that is named; raises UnknownPage where the format takes none."""
    if asked.template is None:
        return None
    if asked.form not in FORMATS or not FORMATS[asked.form].takes_template:
        takers = ", ".join(form for form, paper in FORMATS.items() if paper.takes_template)
        raise UnknownPage(f"'{asked.form[:20]}' takes no template; those that do are: {takers or 'none yet'}.")
    with Path(asked.template).open("rb") as file:
        return file.read(LARGEST_TEMPLATE)


def _to_screen(found: Download) -> int:
    if found.media.startswith(TEXT):
        sys.stdout.write(found.body.decode())
        return DONE
    if sys.stdout.isatty():
        return _refused(FOR_A_FILE)
    sys.stdout.buffer.write(found.body)
    return DONE


def _refused(sentence: str) -> int:
    print(sentence, file=sys.stderr)
    return REFUSED
