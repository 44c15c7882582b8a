"""Writes stop and search files as police.uk does."""

from data.sources.crime.stop_search import COLUMNS

HEADING = ",".join(COLUMNS)


def row(**other: str) -> str:
    fields = dict.fromkeys(COLUMNS, "") | {
        **{"Type": "Person search", "Date": "2019-06-15T12:00:00+00:00", "Latitude": "51.513", "Longitude": "-0.09"},
        **{"Object of search": "Stolen goods", "Outcome": "Arrest"},
        "Outcome linked to object of search": "True",
    }
    return ",".join((fields | {name.replace("_", " "): value for name, value in other.items()}).values())


def table(*rows: str, heading: str = HEADING) -> str:
    return "".join(line + "\n" for line in (heading, *rows))
