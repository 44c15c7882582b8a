"""Knows every table there is, by the families in which they are made: what a backup holds."""

from sqlalchemy import Table

from data.schema import metadata
from data.tables import documents  # noqa: F401 - its tables belong to *metadata*
from data.tables.access import access
from data.tables.audit import trail
from data.tables.harm import harm_weight  # noqa: F401 - its table belongs to *street*
from data.tables.incidents import incidents
from data.tables.loads import load_job  # noqa: F401 - its table belongs to *ordered*
from data.tables.meetings import meetings
from data.tables.own import releases
from data.tables.papers import ordered
from data.tables.snapshots import frozen
from data.tables.street import street

FAMILIES = (metadata, street, releases, trail, access, meetings, frozen, ordered, incidents)


def every_table() -> list[Table]:
    """All of them, each after those that it refers to."""
    return [table for family in FAMILIES for table in family.sorted_tables]
