"""The papers of a view are written once for the same data, day and rights, and say whose and when they are."""

from datetime import date

import pytest

from dashboard.domain.errors import UnknownPage
from dashboard.exports.addresses import AskedFile
from dashboard.exports.files import file_of
from dashboard.exports.papers.apart import Written
from dashboard.exports.papers.formats import FORMATS
from dashboard.exports.papers.press import Occasion, Press
from dashboard.pages import OFFERED
from dashboard.reports.desk import Desk
from dashboard.reports.packs.pack import Pack

DAY = date(2026, 11, 30)
VIEW = "partnership=warwickshire&period=2010-11"
YEAR_END = AskedFile("year-end", VIEW, "html")


class Writer:
    """Writes nothing but which pack it was given."""

    def __init__(self) -> None:
        self.packs: list[tuple[str, Pack, bytes | None]] = []

    def __call__(self, form: str, pack: Pack, template: bytes | None) -> Written:
        self.packs.append((form, pack, template))
        return Written(f"{len(self.packs)}".encode(), "Without the template." if template else "")


def test_the_same_view_is_written_once(desk: Desk) -> None:
    writer = Writer()
    press = Press(writer)

    def asked(file: AskedFile = YEAR_END, day: date = DAY, template: bytes | None = None) -> str:
        return file_of(desk, OFFERED, file, press, Occasion(day, template)).body.decode()

    first = asked()
    assert asked() == asked(AskedFile("year-end", "period=2010-11&partnership=warwickshire", "html")) == first
    others = [
        asked(day=date(2026, 12, 1)),
        asked(template=b"own"),
        asked(AskedFile("trends", VIEW, "html")),
        asked(AskedFile("year-end", "partnership=warwickshire&period=2009-10", "html")),
    ]
    assert [first, *others] == ["1", "2", "3", "4", "5"]


def test_papers_say_whose_they_are_when_made_and_of_which_data(desk: Desk) -> None:
    writer = Writer()
    found = file_of(desk, OFFERED, YEAR_END, Press(writer), Occasion(DAY, b"own"))
    [(form, pack, template)] = writer.packs
    assert (form, template, found.left_out) == ("html", b"own", "Without the template.")
    assert (found.name, found.media) == ("outturn-warwickshire-year-end-2010-11.html", FORMATS["html"].media)
    assert (pack.name, pack.day, pack.data_version) == (
        "outturn-warwickshire-year-end-2010-11",
        "30 November 2026",
        desk.data_version,
    )
    assert pack.address == "/year-end?partnership=warwickshire&period=2010-11"


def test_papers_hold_no_single_table(desk: Desk) -> None:
    with pytest.raises(UnknownPage, match="Papers hold the whole view"):
        file_of(desk, OFFERED, AskedFile("year-end", f"{VIEW}&table=year-end", "html"), Press(Writer()), Occasion(DAY))
