"""Knows how the papers of a view come about: the page's report as a pack, on a day, written once and kept."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from dashboard.domain.errors import UnknownPage
from dashboard.domain.statistics.rebaselines import day_words
from dashboard.exports.addresses import AskedFile, Download, Offered, named, viewed
from dashboard.exports.meetings import meeting_asked
from dashboard.exports.papers.apart import Written, write_here
from dashboard.exports.papers.formats import FORMATS
from dashboard.reports.desk import Desk
from dashboard.reports.meeting.freezing import Screens
from dashboard.reports.packs.brand import Brand
from dashboard.reports.packs.meeting.papers import pack_of_meeting
from dashboard.reports.packs.pack import Pack
from dashboard.reports.packs.view import Made, pack_of_view
from dashboard.reports.report_cache import ReportCache

MOST_KEPT, MOST_BYTES = 64, 32 * 1024 * 1024
WHOLE = "Papers hold the whole view: leave `table` out of the address, or ask for csv."
Write = Callable[[str, Pack, bytes | None], Written]


def here(form: str, pack: Pack, template: bytes | None) -> Written:
    """Papers written in this process."""
    return write_here(FORMATS[form], pack, template)


def unbranded(_partnership: str) -> Brand:
    """Papers that look like the product."""
    return Brand()


@dataclass(frozen=True, slots=True)
class Press:
    """How papers are written, and those that were; the same view of the same data is written once for the same eyes."""

    write: Write = here
    brand: Callable[[str], Brand] = unbranded  # of a partnership
    kept: ReportCache = field(default_factory=lambda: ReportCache(MOST_KEPT, MOST_BYTES, _bytes))


def _bytes(written: object) -> int:
    return len(written.body) if isinstance(written, Written) else 0


@dataclass(frozen=True, slots=True)
class Occasion:
    """The day that papers are made on, and the template of slides that was given for them."""

    day: date
    template: bytes | None = None


def papers(desk: Desk, offered: Offered, asked: AskedFile, press: Press, occasion: Occasion) -> Download:
    """The view that is asked for as papers; raises UnknownPage, UnknownFilter or UnwrittenPapers with a sentence."""
    builder, filters, table = viewed(desk, offered, asked)
    if table:
        raise UnknownPage(WHOLE)
    paper = FORMATS[asked.form]
    name = named(filters, asked.page)

    brand = press.brand(filters.partnership)

    def written() -> Written:
        told = made(desk, filters.partnership, occasion.day, brand)
        pack = pack_of_view(desk.report(builder, filters), told, name)
        return press.write(asked.form, pack, occasion.template)

    found = press.kept.get((asked.form, asked.page, filters, occasion, brand, desk.state(filters)), written)
    return Download(f"{name}.{paper.ending or asked.form}", found.body, paper.media, found.left_out)


def meeting_papers(desk: Desk, offered: Offered, asked: AskedFile, press: Press, occasion: Occasion) -> Download:
    """The papers of the meeting that the query names, as a room may see them; raises UnknownFilter."""
    view = meeting_asked(desk, asked.query, occasion.day)
    home = view.book.partnership
    screens = Screens(desk, offered.builders, offered.shows_street_places)
    pack = pack_of_meeting(screens, view, made(desk, home, occasion.day, press.brand(home)))
    written = press.write(asked.form, pack, occasion.template)
    paper = FORMATS[asked.form]
    return Download(f"{pack.name}.{paper.ending or asked.form}", written.body, paper.media, written.left_out)


def made(desk: Desk, partnership: str, day: date, brand: Brand | None = None) -> Made:
    """What papers of a *partnership* say of themselves."""
    return Made(desk.choices().names[partnership], day_words(day), desk.data_version, brand or Brand())
