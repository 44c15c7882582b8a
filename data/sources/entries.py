"""Knows the small tables that forms write: one figure, an indicator's change, a partnership's areas."""

import csv
import io
from collections.abc import Iterator, Mapping, Sequence

from dashboard.domain.entering.entries import What
from dashboard.domain.errors import RefusedFile, UnreadablePeriod
from dashboard.domain.periods.period import read_period
from data.parcel_rows import SaidFigure
from data.parcels import Entries, IndicatorChanges, OwnParcel, PartnershipAreas
from data.sources.containers.grids import Grid
from data.sources.figures.parcels import NO_FIGURE
from data.sources.rejections import Rejections
from data.sources.words import is_name, is_plain

ENTRY, INDICATORS, AREAS = "entry", "indicator-changes", "partnership-areas"
FORMS = (ENTRY, INDICATORS, AREAS)
YES = "yes"
#: The headings of each table, as its form writes them.
HEADINGS: dict[str, tuple[str, ...]] = {
    ENTRY: (
        *("Entered", "Partnership", "Indicator", "Name", "Area", "Area name", "Period", "What", "As typed"),
        *("Marker", "Withdrawn", "Reason"),
    ),
    INDICATORS: ("Change", "Partnership", "Indicator", "New name", "Into", "Where both", "Reason"),
    AREAS: ("Partnership", "Area", "Area code"),
}
NEEDED = {
    ENTRY: frozenset({"entered", "partnership", "indicator", "area", "period", "what", "as typed"}),
    INDICATORS: frozenset({"change", "partnership", "indicator"}),
    AREAS: frozenset(map(str.lower, HEADINGS[AREAS])),
}
LONGEST_TEXT = 1_000
FORMULA = ("=", "+", "-", "@", "'")


def written(kind: str, rows: Sequence[Mapping[str, str]]) -> bytes:
    """The table that a form keeps; no text of it becomes a formula where somebody opens it."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(HEADINGS[kind])
    for row in rows:
        writer.writerow([_safe(row.get(name, "")) for name in HEADINGS[kind]])
    return out.getvalue().encode()


def _safe(text: str) -> str:
    return f"'{text}" if text.startswith(FORMULA) else text


def unsafe(text: str) -> str:
    """*text* as it was typed."""
    return text[1:] if text[:1] == "'" and text[1:].startswith(FORMULA) else text


def kind_of(grid: Grid) -> str:
    """Which of the small tables it is; empty for none."""
    named = {cell.strip().lower() for cell in grid.rows[0]} - {""} if grid.rows else set()
    for kind, needed in NEEDED.items():
        if needed <= named <= set(map(str.lower, HEADINGS[kind])):
            return kind
    return ""


def recognises(grid: Grid) -> bool:
    return bool(kind_of(grid))


def read(grid: Grid) -> Iterator[OwnParcel]:
    """Yield the table's rows; raises RefusedFile where there is none."""
    kind = kind_of(grid)
    columns = {cell.strip().lower(): at for at, cell in enumerate(grid.rows[0]) if cell.strip()}
    rejections, rows = Rejections(), []
    for row in grid.filled(1):
        said = {name: unsafe(grid.at(row, column)) for name, column in columns.items()}
        rule = _rule(kind, said) or grid.fault(row, columns.values())
        if rule:
            rejections.add(grid.lines[row], rule, grid.rows[row])
        else:
            rows.append((row, said))
    if not rows and not rejections.total:
        raise RefusedFile(f"{grid.file} has a heading and no rows under it.")
    taken, plain = (
        rejections.of_table(grid.file, grid.remarks, len(rows) + rejections.total),
        [said for _, said in rows],
    )
    if kind == ENTRY:
        yield Entries(**taken, sheet=grid.sheet, figures=[_figure(grid, row, columns, said) for row, said in rows])
    elif kind == INDICATORS:
        yield IndicatorChanges(**taken, sheet=grid.sheet, changes=plain)
    else:
        yield PartnershipAreas(**taken, sheet=grid.sheet, members=plain)


def _rule(kind: str, said: Mapping[str, str]) -> str:
    """The rule that a row breaks, if any."""
    if not all(is_plain(text, LONGEST_TEXT) for text in said.values()):
        return "words-unreadable"
    if not is_name(said["partnership"]):
        return "partnership-unknown"
    if kind == AREAS:
        return "" if is_name(said["area"]) or not said["area"] else "indicator-blank"
    if not is_name(said["indicator"]):
        return "indicator-blank"
    return _figure_rule(said) if kind == ENTRY else ""


def _figure_rule(said: Mapping[str, str]) -> str:
    try:
        read_period(said["period"])
    except UnreadablePeriod:
        return "period-unreadable"
    return "" if said["what"] in frozenset(What) else "what-unknown"


def _figure(grid: Grid, row: int, columns: Mapping[str, int], said: Mapping[str, str]) -> SaidFigure:
    return {
        **NO_FIGURE,
        "what": said["what"],
        "partnership": said["partnership"],
        "indicator": said["indicator"],
        "area": said["area"],
        "period": read_period(said["period"]).slug,
        "text": said["as typed"],
        "marker": said.get("marker", ""),
        "sheet": grid.sheet,
        "cell": grid.place(row, columns["as typed"]),
        "line": grid.lines[row],
        "withdrawn": said.get("withdrawn", "").lower() == YES,
        "reason": said.get("reason", ""),
    }
