"""Knows every address the product links to; nothing else writes one."""

from collections.abc import Iterable
from dataclasses import asdict
from urllib.parse import quote, urlencode

from dash import html

from dashboard.domain.doors import CellDoor, CommentaryDoor, Door, EntryDoor, FigureDoor, FileDoor, PlainDoor
from dashboard.domain.filters import Filters
from dashboard.domain.periods.period import from_slug
from dashboard.domain.records import SourceCell
from dashboard.domain.snapshots.slides import Measured
from layouts.components.aria import aria

METHODS, HELP = "/method", "/help"


def page_path(page: str) -> str:
    """Where the page of a name is, whatever it shows."""
    return "/" if page == "overview" else f"/{page}"


def page_href(page: str, filters: Filters) -> str:
    return f"{page_path(page)}?{filters.to_query()}"


def partnership_href(page: str, partnership: str) -> str:
    """A page as it opens for a partnership; without one, as it opens."""
    return opened_for(page_path(page), partnership)


def opened_for(path: str, partnership: str) -> str:
    return f"{path}?partnership={partnership}" if partnership else path


def of_indicator_href(page: str, partnership: str, slug: str) -> str:
    """A page as it opens for one indicator of a partnership."""
    return f"{partnership_href(page, partnership)}&indicator={slug}"


def indicator_href(filters: Filters, slug: str) -> str:
    """The file of one indicator in the same view; its category need not be among the chosen ones."""
    return page_href("indicator", filters.with_(indicators=frozenset({slug})))


def seen_figure_href(seen: Measured) -> str:
    """The file of an indicator that a meeting saw, in its area and period."""
    partnership, _, slug = seen.indicator.partition("/")
    area = seen.area.removeprefix(partnership).removeprefix("/")
    return page_href("indicator", Filters(partnership, from_slug(seen.period), area, indicators=frozenset({slug})))


def measure_href(filters: Filters, slug: str) -> str:
    """The measure that an indicator is of, with every partnership that holds it."""
    return page_href("measure", filters.with_(indicators=frozenset({slug})))


def entry_href(door: EntryDoor) -> str:
    return f"{page_path('enter')}?{urlencode(asdict(door))}"


def commentary_href(door: CommentaryDoor) -> str:
    """What is said of a figure; an empty part is not written."""
    return f"{page_path('commentary')}?{urlencode({key: value for key, value in asdict(door).items() if value})}"


def line_href(of: str, partnership: str, key: str = "") -> str:
    """What is said of one of a plan's *actions* or *risks*; without a key the list of all."""
    return partnership_href("/".join(filter(None, (of, quote(key, safe="")))), partnership)


def calendar_href(partnership: str) -> str:
    """The plan as a file that calendars take."""
    return partnership_href("plan.ics", partnership)


def upload_href(token: str, *steps: str) -> str:
    """What becomes of files that were sent in, and the steps it can go on with."""
    return "/".join((page_path("load"), token, *steps))


def guide_href(slug: str) -> str:
    return f"{HELP}/{slug}"


def method_href(slug: str) -> str:
    return f"{METHODS}/{slug}"


def template_href(form: str, partnership: str) -> str:
    return partnership_href(f"template.{form}", partnership)


def file_href(arrival: int) -> str:
    return f"/files/{arrival}"


def cell_anchor(cell: int) -> str:
    """The id of what stands on a page for a printed cell; assets/view.js goes to it."""
    return f"cell-{cell}"


def printed_href(filters: Filters, at: int) -> str:
    """The page of one printed table, by its place among those of the Data page."""
    return f"{page_path('data')}/tables/{at}?{filters.to_query()}"


def cell_href(filters: Filters, cell: SourceCell) -> str:
    """The printed cell on the Data page, or where else a cell is shown."""
    if cell.target is None:
        return f"{partnership_href('data', filters.partnership)}#{cell_anchor(cell.id)}"
    return door_href(cell.target)


def found_href(door: Door | PlainDoor) -> str:
    """Where a search leads."""
    if isinstance(door, PlainDoor):
        return partnership_href(door.page, door.partnership)
    return door_href(door)


def door_href(door: CellDoor) -> str:
    if isinstance(door, Door):
        return page_href(door.page, door.filters) + ("" if door.cell is None else f"#{cell_anchor(door.cell)}")
    if isinstance(door, FigureDoor):
        return f"/figures/{door.number}"
    if isinstance(door, FileDoor):
        return file_href(door.arrival)
    if isinstance(door, CommentaryDoor):
        return commentary_href(door)
    anchor = "" if door.arrival is None else f"#arrival-{door.arrival}"
    return f"{partnership_href('data', door.partnership)}{anchor}"


def to_cell(filters: Filters, text: str, cells: Iterable[SourceCell], label: str = "") -> html.A | html.Span:
    """*text* as a link to the cell it was read from; a sum leads to its first cell and names all."""
    found = tuple(cells)
    if not found:
        return html.Span(text)
    place = found[0].place if len(found) == 1 else f"sum of {len(found)} cells, {found[0].table}"
    return html.A(
        text,
        href=cell_href(filters, found[0]),
        className="cell-link",
        title=f"Source: {place}",
        **aria(label=f"{label} {text}: source {place}".strip()),
    )


def download_href(page: str, filters: Filters, form: str, table: str = "") -> str:
    ending = f"&table={table}" if table else ""
    return f"/export/{page}.{form}?{filters.to_query()}{ending}"


def downloads(page: str, filters: Filters, table: str = "", what: str = "") -> html.P:
    """Links to the same figures as files; beside others, of *what* they are."""
    spoken = f" of {what}" if what else ""
    return html.P(
        [
            f"Download {what}: " if what else "Download ",
            html.A(
                "CSV",
                href=download_href(page, filters, "csv", table),
                **aria(label=f"Download CSV{spoken}"),
            ),
            " or ",
            html.A("JSON", href=download_href(page, filters, "json"), **aria(label=f"Download JSON{spoken}")),
        ],
        className="downloads",
    )


def deed_href(deed: str) -> str:
    """Where a form of a meeting is sent."""
    return f"/meeting/{deed}"


def meeting_href(meeting: int, item: int = 0) -> str:
    """A meeting, or one item of it."""
    return f"/meeting?meeting={meeting}{f'&item={item}' if item else ''}"


def meeting_file_href(form: str, meeting: int) -> str:
    return f"/export/meeting.{form}?meeting={meeting}"


def log_href(partnership: str) -> str:
    """Everything that the meetings of a partnership decided."""
    return f"{partnership_href('meeting', partnership)}&log=all"


def decision_href(decision: int) -> str:
    return f"/meeting?decision={decision}"


def notes_href(partnership: str, place: tuple[str, str, str]) -> str:
    """The notes on an indicator (its slug), an area (its key) and a period."""
    names = ("indicator", "area", "period")
    said = {name: words for name, words in zip(names, place, strict=True) if words}
    return f"/notes?{urlencode({'partnership': partnership, **said})}"


def priority_href(filters: Filters, category: str) -> str:
    """What is known of one category of an assessment, and the forms that say more of it."""
    return f"{page_path('priorities')}/{quote(category, safe='')}?{filters.to_query()}"


def weights_href(filters: Filters) -> str:
    """The weights that were saved under a name, and the form that saves those of a view."""
    return priority_href(filters, "weights")


def weigh_path() -> str:
    """Where the form with a control a column is sent; it leads back to the ranking."""
    return f"{page_path('priorities')}/weigh"
