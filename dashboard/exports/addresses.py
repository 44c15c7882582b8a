"""Knows how an export is asked for: page, format, and the same query as the page with one key more, `table`."""

from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import parse_qsl, urlencode

from dashboard.domain.errors import UnknownPage
from dashboard.domain.filters import Filters
from dashboard.exports.render import MEDIA, render
from dashboard.questions.store import Store
from dashboard.reports.desk import Desk
from dashboard.reports.report import Report

Builders = dict[str, Callable[[Store, Filters], Report]]


@dataclass(frozen=True, slots=True)
class Offered:
    """What can be exported: a builder for each page's name, and which pages show places of street-level crime."""

    builders: Builders
    shows_street_places: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class AskedFile:
    """The page, the query of its address, and the format that a file is asked for by."""

    page: str
    query: str
    form: str


@dataclass(frozen=True, slots=True)
class Download:
    """A file as it is handed over: named by what it holds.

    *left_out* says which template it is without, where one was given that cannot be used.
    """

    name: str
    body: bytes
    media: str
    left_out: str = ""


def export(desk: Desk, offered: Offered, asked: AskedFile) -> Download:
    """Return what is asked for as JSON or CSV; raises UnknownPage or UnknownFilter with a sentence."""
    builder, filters, table = viewed(desk, offered, asked)
    body = render(desk.report(builder, filters), asked.form, table)
    return Download(f"{named(filters, asked.page, table)}.{asked.form}", body.encode(), MEDIA[asked.form])


def viewed(desk: Desk, offered: Offered, asked: AskedFile) -> tuple[Callable[[Store, Filters], Report], Filters, str]:
    """The builder of the page that is asked for, the view, and the table of it that is named."""
    builder = offered.builders.get(asked.page)
    if builder is None:
        raise UnknownPage(f"There is no page '{asked.page[:40]}' to export; there are {', '.join(offered.builders)}.")
    search, table = split_table(asked.query)
    filters = desk.filters(search, shows_street_places=asked.page in offered.shows_street_places)
    return builder, filters, table


def named(filters: Filters, page: str, table: str = "") -> str:
    """Whose figures, which page and table of it, and the period: "outturn-warwickshire-year-end-2010-11"."""
    place = [filters.partnership, *([filters.area] if filters.area else [])]
    return "-".join(["outturn", *place, page, *([table] if table not in ("", page) else []), filters.period.slug])


def split_table(query: str) -> tuple[str, str]:
    """The query without its key `table`, and that key's value."""
    if "table=" not in query:
        return query, ""
    pairs = parse_qsl(query.removeprefix("?"), keep_blank_values=True)
    tables = [value for key, value in pairs if key == "table"]
    rest = [(key, value) for key, value in pairs if key != "table"]
    return urlencode(rest), tables[-1] if tables else ""
