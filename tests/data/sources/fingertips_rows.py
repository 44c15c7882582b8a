"""Writes rows of a Fingertips download as the tests need them."""

from pathlib import Path

from data.parcels import FigureTable
from data.sources.containers.grids import Grid, of_text
from data.sources.containers.members import Member
from data.sources.publishers import fingertips
from tests.data.sources.crossing import crossed

NAMES = (
    *("Indicator ID", "Indicator Name", "Parent Code", "Parent Name", "Area Code", "Area Name", "Area Type"),
    *("Sex", "Age", "Category Type", "Category", "Time period", "Value", "Lower CI 95.0 limit", "Count"),
    *("Value note", "Recent Trend", "New data", "Compared to goal"),
)


USUAL = dict.fromkeys(NAMES, "") | {
    **{"Indicator ID": "90001", "Indicator Name": "Broken windows", "Area Code": "E07000999"},
    **{"Area Name": "Testbury", "Area Type": "District & UA", "Sex": "Persons", "Age": "All ages"},
    **{"Time period": "2019", "Value": "12.34567", "Lower CI 95.0 limit": "11.1", "Count": "7"},
}


DOWNLOADS = Path(__file__).parents[4] / "shared" / "realdata" / "fingertips"


def row(**other: str) -> str:
    """A row with *other* fields by heading (underscores for blanks)."""
    fields = list((USUAL | {name.replace("_", " "): text for name, text in other.items()}).values())
    return ",".join(f'"{text}"' if "\n" in text or "," in text else text for text in fields)


def short(row: str, missing: int) -> str:
    """*row* without its last *missing* values, which hold no comma."""
    return row.rsplit(",", missing)[0]


def grid(*rows: str, heading: str = ",".join(NAMES)) -> Grid:
    return of_text(Member("x.csv", "".join(line + "\r\n" for line in (heading, *rows)).encode()))


def parcel(*rows: str, heading: str = ",".join(NAMES)) -> FigureTable:
    """What a download of these rows gives, as the parent gets it."""
    [found] = fingertips.read(grid(*rows, heading=heading))
    read: FigureTable = crossed(found)
    return read


def declared(*rows: str) -> list[dict[str, str]]:
    """The indicators, without what the file does not say."""
    return [{name: text for name, text in one.items() if text} for one in parcel(*rows).declared]


def rejected(found: FigureTable) -> list[tuple[int, str]]:
    return [(item["line"], item["rule"]) for item in found.rejected]
