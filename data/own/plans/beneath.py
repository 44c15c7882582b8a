"""Knows the plan that lies under every release: the made-up county's, which nobody undoes."""

from sqlalchemy import Connection, delete, insert

from dashboard.domain.errors import RefusedFile
from data.names import slug
from data.own.plan_rows import written
from data.own.plans.plan_reading import read_plan
from data.own.pointer import PUBLISHED_ONLY
from data.parcels import PlanTable
from data.tables.own import plan_row


def lay_beneath(connection: Connection, parcel: PlanTable, arrival: int) -> None:
    """Put the lines of a table in the place of those that lay there of their kind; raises RefusedFile."""
    found = read_plan(parcel, arrival, slug, "")
    if found.rejected:
        raise RefusedFile(f"{parcel.file}: {found.rejected[0]['text']}")
    item = plan_row.c
    for home, what in {(row.partnership, row.what) for row in found.plan}:
        same = (item.release == PUBLISHED_ONLY, item.partnership == home, item.what == what)
        connection.execute(delete(plan_row).where(*same))
    connection.execute(insert(plan_row), [written(row, PUBLISHED_ONLY) for row in found.plan])
