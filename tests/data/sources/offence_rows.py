"""Writes rows of the Home Office's recorded crime as the tests need them."""

from pathlib import Path

from data.parcels import FigureTable
from data.sources.containers.grids import Grid, of_text
from data.sources.containers.members import Member
from data.sources.crime import home_office
from data.sources.crime.offence_groups import MISCELLANEOUS, PARTS
from tests.data.sources.crossing import crossed

HEADING = ",Financial_Year,Financial_Quarter,Force_Name,Offence_Description,Offence_Group,Offence_Subgroup,"


HEADING += "Offence_Code,Number_of_Offences"


PUBLISHED = "Financial Year,Financial Quarter,Force Name,CSP Name,ONS Code,Offence Description,Offence Group,"


PUBLISHED += "Offence Subgroup,Offence Code,Number of Offences"


RECORDED = Path(__file__).parents[4] / "shared" / "realdata" / "home-office-recorded-crime"


NOWHERE = ("Action Fraud", "CIFAS", "UK Finance", "Financial Fraud Action UK", "British Transport Police")


CATEGORY_FILE = Path(__file__).parents[3] / "data" / "published" / "categories.csv"


def row(subgroup: str = "Arson", count: str = "5", **other: str) -> str:
    """A row of the force table; the group is that of criminal damage unless it is said."""
    usual = {
        "year": "2017/18",
        "quarter": "1",
        "force": "Testshire",
        "group": "Criminal damage and arson",
        "code": "56",
        "offence": subgroup,
    }
    said = usual | other
    fields = ("0", said["year"], said["quarter"], said["force"], said["offence"], said["group"], subgroup, said["code"])
    return ",".join(f'"{field}"' for field in (*fields, count))


def rest(but: tuple[str, ...] = (), **other: str) -> list[str]:
    """A row without an offence of every subgroup of every group, *but* those."""
    groups = {group: [names[0] for names in parts] or [group] for group, parts in PARTS.items()}
    groups[MISCELLANEOUS[1]] = [MISCELLANEOUS[1]]
    pairs = ((group, name) for group, names in groups.items() for name in names if not {group, name} & set(but))
    return [row(name, "0", group=group, **other) for group, name in pairs]


def grid(*lines: str) -> Grid:
    return of_text(Member("prc.csv", "".join(line + "\n" for line in lines).encode()))


def of_grid(table: Grid) -> FigureTable:
    """What the parent gets."""
    assert home_office.recognises(table)
    found = next(iter(home_office.read(table)))
    read: FigureTable = crossed(found)
    return read


def parcel(*rows: str) -> FigureTable:
    return of_grid(grid(HEADING, *rows))


def sums(found: FigureTable) -> dict[tuple[str, str, str], str]:
    """The text of each figure by indicator, area and period; none stands twice."""
    texts = {(item["indicator"], item["area"], item["period"]): item["text"] for item in found.figures}
    assert len(texts) == len(found.figures)
    return texts


def of_testshire(found: FigureTable) -> dict[str, str]:
    return {key[0]: text for key, text in sums(found).items() if key[1:] == ("Testshire", "2017-18-Q1")}


def rejected(found: FigureTable) -> list[tuple[int, str]]:
    return [(item["line"], item["rule"]) for item in found.rejected]
