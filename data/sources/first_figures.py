"""Knows the table of one row that a form writes for an indicator's first figure; it is read like any typed table."""

import csv
import io

from dashboard.domain.entering.entries import Entry, NewIndicator

HEADINGS = ("Indicator", "Unit", "Polarity", "Area", "Period", "Actual", "Target", "Marker")


def first_figure(indicator: NewIndicator, entry: Entry, place: tuple[str, str]) -> bytes:
    """The table; *place* is the slug of the partnership and the name of the area, left empty for the whole."""
    home, area = place
    row = {"Indicator": indicator.name, "Unit": indicator.unit, "Polarity": indicator.polarity}
    row |= {"Area": "" if entry.area == home else area, "Period": entry.period.label, "Marker": entry.marker}
    row[entry.what.capitalize()] = entry.text
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    used = [name for name in HEADINGS if row.get(name)]
    writer.writerow(used)
    writer.writerow([row[name] for name in used])
    return out.getvalue().encode()
