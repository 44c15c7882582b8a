"""Writes incident lists in the layouts that offices use, with the faults that theirs have."""

HEADING = ("Crime Number", "Offence", "Date From", "Time From", "Date To", "Time To", "Beat")
APART = ("22D/1/25", "Burglary", "14/03/2025", "22:30", "15/03/2025", "01:15", "Oakham North")
#: Headings of other systems, each with one row that says the same as APART.
LAYOUTS: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "apart": (HEADING, APART),
    "together": (
        ("Incident Ref", "Offence Description", "Date/Time From", "Date/Time To", "Locality"),
        ("22D/1/25", "Burglary", "14/03/2025 22:30", "15/03/2025 01:15", "Oakham North"),
    ),
    "committed": (
        (
            "URN",
            "Crime Type",
            "Committed From Date",
            "Committed From Time",
            "Committed To Date",
            "Committed To Time",
            "Ward",
        ),
        ("22D/1/25", "Burglary", "14-Mar-2025", "2230", "15-Mar-2025", "0115", "Oakham North"),
    ),
    "iso": (
        ("incident_id", "offence_type", "start_datetime", "end_datetime", "beat_code"),
        ("22D/1/25", "Burglary", "2025-03-14T22:30:00", "2025-03-15T01:15:00", "Oakham North"),
    ),
    "earliest": (
        ("Crime Ref No", "HO Code", "Offence", "Earliest Date", "Earliest Time", "Latest Date", "Latest Time", "Area"),
        ("22D/1/25", "28E", "Burglary", "Fri 14/03/2025", "10:30 PM", "Sat 15/03/2025", "1:15 AM", "Oakham North"),
    ),
    "glued": (
        ("CrimeRef", "OffenceType", "OccurredFromDate", "OccurredFromTime", "OccurredToDate", "OccurredToTime", "Beat"),
        ("22D/1/25", "Burglary", "14.03.25", "22.30", "15.03.25", "01.15", "Oakham North"),
    ),
}


def table(heading: tuple[str, ...], *rows: tuple[str, ...]) -> str:
    return "".join(",".join(row) + "\n" for row in (heading, *rows))


def row(**other: str) -> tuple[str, ...]:
    """APART with *other* cells: row(Time_To="24:00")."""
    fields = dict(zip(HEADING, APART, strict=True)) | {name.replace("_", " "): text for name, text in other.items()}
    return tuple(fields.values())
