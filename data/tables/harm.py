"""Knows the tables of what offences and crime types weigh, and of offences of whole years by code."""

from sqlalchemy import Table

from data.schema import text_column
from data.tables.street import number, said_by, street, text_key

harm_weight = Table(  # *weighed* says whether *code* is an offence code or a crime type; numbers as the file has them
    "harm_weight",
    street,
    *map(text_key, ("source", "year", "weighed", "code")),
    *map(text_column, ("value", "low", "high", "file", "place")),
    said_by(),
)

offence_count = Table(  # *area_key* is the area's code, or its name as a key where the table has none
    "offence_count",
    street,
    *map(text_key, ("area_key", "year", "code")),
    *map(text_column, ("area", "area_code", "level", "words")),
    number("offences"),
    text_column("file"),
    said_by(),
)
