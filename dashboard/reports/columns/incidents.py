"""Knows the columns of incident lists: hours, bands of four hours, and what lies in them."""

from dashboard.reports.columns.column import Columns, number, text

COLUMNS: Columns = {
    "weekday": text("Day", "The day of the week."),
    "from_hour": text("From", "The hour at which it begins, by the clock."),
    "to_hour": text("To", "The hour at which it ends; after midnight it is of the next day."),
    "band": text("Four hours", "The four hours of the week, with the day on which they begin."),
    "hours.incidents": number(
        "Incidents", "How many incidents; one whose time is a span counts in parts.", "incidents"
    ),
    "bands.incidents": number(
        "Incidents", "How many incidents; one whose time is a span counts in parts.", "incidents"
    ),
    "times_even": number("Times an even spread", "How many times as many as if all were spread evenly over the week."),
    "in_band": number("In these hours", "How many incidents lie in the four hours.", "incidents"),
    "area_key": text("Area address", "What names the area in an address of Outturn."),
    "time_known": text("What is known", "Whether an incident tells an hour, no time, or more than 24 hours."),
    "months.month": text("Month", "The month in which an incident began."),
}
