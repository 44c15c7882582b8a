"""Knows the table of what offences and crime types weigh."""

from sqlalchemy import Table

from data.schema import text_column
from data.tables.street import said_by, street, text_key

harm_weight = Table(  # *weighed* says whether *code* is an offence code or a crime type; numbers as the file has them
    "harm_weight",
    street,
    *map(text_key, ("source", "year", "weighed", "code")),
    *map(text_column, ("value", "low", "high", "file", "place")),
    said_by(),
)
