"""Knows plans as officers type them, as grids, and what is read of one."""

from data.parcel_rows import SaidPlanRow
from data.parcels import PlanTable
from data.sources.containers.grids import Grid
from data.sources.plans.plan_tables import read

ACTIONS = "Action,Lead,Due,Measure,Progress"


def grid(*lines: str, sheet: str = "", divider: str = ",") -> Grid:
    """A table of typed *lines*, each cell without blanks; \\n in a cell is a line of it."""
    rows = [[cell.replace("\\n", "\n") for cell in line.split(divider)] for line in lines]
    return Grid("plan.csv", rows, list(range(1, len(rows) + 1)), sheet)


def parcel(*lines: str, sheet: str = "", divider: str = ",") -> PlanTable:
    [found] = read(grid(*lines, sheet=sheet, divider=divider))
    return found


def lines_of(*lines: str, divider: str = ",") -> list[SaidPlanRow]:
    return parcel(*lines, divider=divider).plan


def fields(*lines: str, divider: str = ",") -> list[dict[str, str]]:
    """What each line says, its blank fields left out."""
    return [{name: text for name, text in line["fields"].items() if text} for line in lines_of(*lines, divider=divider)]
