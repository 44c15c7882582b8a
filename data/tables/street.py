"""Knows the tables of street-level crime: what was loaded, the areas, the counts at each level (decision 007)."""

from typing import Any

from sqlalchemy import BigInteger, Column, Index, Integer, MetaData, SmallInteger, String, Table, UniqueConstraint

from data.schema import text_column

street = MetaData()
CLUSTERED: dict[str, Any] = {"sqlite_with_rowid": False}  # rows lie in the order of the primary key, as they are read


def number(name: str, *, key: bool = False) -> Column[int]:
    return Column(name, Integer, primary_key=key, nullable=False, autoincrement=False)


def small(name: str, *, key: bool = False) -> Column[int]:
    return Column(name, SmallInteger, primary_key=key, nullable=False, autoincrement=False)


def said_by() -> Column[int]:
    """The file that says it; nought: it was loaded before that was noted."""
    return Column("arrival", Integer, nullable=False, server_default="0", default=0)


def text_key(name: str) -> Column[str]:
    return Column(name, String, primary_key=True)


street_state = Table("street_state", street, text_key("name"), text_column("value"))

arrival = Table(  # a file that was taken in
    "arrival",
    street,
    Column("id", Integer, primary_key=True),
    *map(text_column, ("name", "sha256", "source", "arrived_at", "kind", "remarks")),
    Column("bytes", BigInteger, nullable=False),
    number("rows"),
    number("rejected"),
    number("held"),  # how many months of a force it holds
)

receipt = Table(  # that a load was published, by the fingerprint of its token
    "receipt", street, text_key("load"), text_column("moment")
)

rejected_row = Table(
    "rejected_row",
    street,
    Column("id", Integer, primary_key=True),
    number("arrival"),
    *map(text_column, ("file", "rule", "text")),
    number("line"),
    Index("rejected_row_arrival", "arrival"),
)

force = Table("force", street, Column("id", Integer, primary_key=True), text_column("name"), text_column("slug"))
outcome = Table("outcome", street, Column("id", Integer, primary_key=True), text_column("name"))

force_month = Table(  # which file is published for a force and a month
    "force_month",
    street,
    small("force", key=True),
    number("month", key=True),
    number("arrival"),
    number("rows"),
    number("no_location"),
    *map(text_column, ("file", "difference")),
)

doubtful_month = Table(  # looks incomplete: as a whole (crime type 0), or without a type that other months have
    "doubtful_month",
    street,
    small("force", key=True),
    number("month", key=True),
    small("crime_type", key=True),
    number("n"),
    text_column("usual"),
    small("accepted"),  # 1: somebody took it for complete, and it counts
)

month_acceptance = Table(  # who took a month for complete, or that back; rows only grow
    "month_acceptance",
    street,
    Column("id", Integer, primary_key=True),
    *map(number, ("force", "month", "crime_type", "n", "accepted")),
    *map(text_column, ("words", "who", "moment")),
)

neighbourhood = Table(  # a code as the files name it, of 2011 or 2021
    "neighbourhood",
    street,
    Column("id", Integer, primary_key=True),
    *map(text_column, ("code", "name")),
    UniqueConstraint("code", "name"),
)

map_point = Table(  # in millionths of a degree
    "map_point",
    street,
    Column("id", Integer, primary_key=True),
    number("longitude"),
    number("latitude"),
    number("neighbourhood"),
    text_column("name"),
    UniqueConstraint("longitude", "latitude", "neighbourhood", "name"),
)

point_count = Table(
    "point_count",
    street,
    small("force", key=True),
    number("month", key=True),
    number("neighbourhood", key=True),
    number("point", key=True),
    small("crime_type", key=True),
    small("outcome", key=True),
    number("n"),
    **CLUSTERED,
)

stop_search = Table(
    "stop_search",
    street,
    text_key("force"),
    number("file_month", key=True),
    number("month", key=True),
    *map(text_key, ("kind", "object", "outcome", "linked")),
    number("longitude", key=True),
    number("latitude", key=True),
    number("n"),
    **CLUSTERED,
)

search_month = Table(  # which file is published for a force's month of stop and search
    "search_month", street, text_key("force"), number("month", key=True), number("arrival")
)

lookup_area = Table(
    "lookup_area", street, text_key("code"), *map(text_column, ("name", "level")), small("vintage"), said_by()
)

lookup_link = Table(  # inner lies in outer, which is of *level*; the newest vintage counts
    "lookup_link", street, text_key("inner"), text_key("level"), small("vintage"), text_column("outer"), said_by()
)

changed_neighbourhood = Table(  # of 2011, and what it became in 2021
    "changed_neighbourhood",
    street,
    text_key("old"),
    text_key("new"),
    *map(text_column, ("name", "kind", "district")),
    said_by(),
)

population = Table("population", street, text_key("code"), number("people"), text_column("year"), said_by())

boundary = Table(
    "boundary", street, text_key("code"), *map(text_column, ("name", "level")), text_column("polygons"), said_by()
)

locality = Table(
    "locality", street, text_key("partnership"), text_key("code"), *map(text_column, ("name", "slug")), said_by()
)

similar_area = Table(  # area's group need not be that of those in it; *first* is the day from which it counts
    "similar_area",
    street,
    *map(text_key, ("name", "first", "area", "similar")),
    number("rank"),
    *map(text_column, ("file", "place")),
    said_by(),
)

street_target = Table(
    "street_target",
    street,
    *map(text_key, ("partnership", "area", "crime", "period")),
    *map(text_column, ("target", "tolerance", "note", "file")),
    number("arrival"),
    number("line"),
)

place = Table(
    "place",
    street,
    Column("id", Integer, primary_key=True),
    *map(text_column, ("code", "name", "level", "population_year")),
    Column("parent", Integer, index=True),
    Column("force", SmallInteger, index=True),
    Column("population", Integer),
    UniqueConstraint("code"),
    Index("place_level", "level", "force"),
)

place_child = Table(  # what a reader sees one step in; a wider area may list others' children
    "place_child", street, number("parent", key=True), number("child", key=True), **CLUSTERED
)

place_within = Table(  # every leaf of a place: what its counts are summed from
    "place_within",
    street,
    number("leaf", key=True),
    number("place", key=True),
    Index("place_within_place", "place", "leaf"),
    **CLUSTERED,
)

leaf_of = Table(  # where a force's incidents of a neighbourhood are counted
    "leaf_of", street, small("force", key=True), number("neighbourhood", key=True), number("place"), **CLUSTERED
)

neighbour = Table("neighbour", street, number("place", key=True), number("other", key=True), **CLUSTERED)

area_count = Table(  # crime type 0 is all of them
    "area_count",
    street,
    number("place", key=True),
    small("crime_type", key=True),
    number("month", key=True),
    number("n"),
    **CLUSTERED,
)

outcome_count = Table(  # of districts and wider places; of what lies within them point_count holds it
    "outcome_count",
    street,
    number("place", key=True),
    *(small(name, key=True) for name in ("crime_type", "outcome")),
    number("month", key=True),
    number("n"),
    **CLUSTERED,
)

known_point = Table(  # the map point with the most incidents of a neighbourhood, in its force's newest 12 months
    "known_point", street, number("place", key=True), text_column("name"), number("n"), number("total"), **CLUSTERED
)

place_window = Table(  # of each force's newest month: what a ranking of every neighbourhood needs
    "place_window",
    street,
    text_key("level"),
    small("crime_type", key=True),
    number("place", key=True),
    small("force"),
    number("newest"),
    *map(number, ("month_now", "month_before", "year_now", "year_before", "rolling_now", "rolling_before")),
    **CLUSTERED,
)
