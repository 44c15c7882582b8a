"""Knows the columns of street-level crime: places, counts, hotspots, and the files that were counted."""

from dashboard.reports.columns.column import Columns, moment, number, text, whole, yes_no

COLUMNS: Columns = {
    "crime_type": text("Crime type address", "What names the crime type in an address of Outturn."),
    "crime_name": text("Crime type", "The name of the crime type."),
    "crime_types": text("Crime types", "Which crime types are counted."),
    "previous_count": whole("Count before", "How many were counted in the period before.", "incidents"),
    "count_reason": text("Why no count", "Why there is no count."),
    "previous_reason": text("Why no count before", "Why the period before is not counted."),
    "change_is_real": yes_no("Change is real", "Whether it is more than chance makes, of places among all listed."),
    "change_p_among": number("Chance among so many", "How probable such a change is by chance anywhere in the list."),
    "parted_by": text("Parted by", "Whether the change is taken apart by type of incident or by place."),
    "where.level": text("Level", "Which kind of area the place is."),
    "looked_at": whole("Looked at", "How many were looked at beside it, of which it is judged one."),
    "stands_out": yes_no("Stands out", "Whether its change is more than chance makes among so many places."),
    "months_held": whole("Months held", "How many months of the period are loaded.", "months"),
    "months_incomplete": whole("Months incomplete", "How many of those months look incomplete.", "months"),
    "per_1000": number("Rate", "Incidents per 1,000 residents.", "per 1,000 people"),
    "places": whole("Places", "How many places were counted in."),
    "known_as": text("Known as", "What the place is known by: its centre, or what stands in it."),
    "known_point": text("Known point", "The map point with most incidents in the place."),
    "known_point_share_pct": number("Share of the known point", "How much of the place's incidents it has.", "%"),
    "share_pct": number("Share", "How much of all incidents it is.", "%"),
    "class": text("Kind of hotspot", "persistent, emerging, intermittent, or not a hotspot."),
    "class_reason": text("Why no kind", "Why no kind of hotspot is given."),
    "place": text("Place", "The place by its name."),
    "named_by": text("Named by", "What names the place as a hotspot."),
    "incidents": whole("Incidents", "How many incidents were counted.", "incidents"),
    "hotspots.level": text("Level", "Which kind of area the places are."),
    # outcomes
    "outcome_group": text("Outcome", "What became of them, in plain words."),
    "outcome_name": text("Published outcome", "The last outcome as police.uk publishes it."),
    "outcome_age": whole(
        "Age", "How many months old the newest month was when its file was made, at the least.", "months"
    ),
    "is_settled": yes_no("Old enough", "Whether its months are old enough for shares to be compared."),
    "crimes": whole("Crimes", "How many incidents can have an outcome: all but anti-social behaviour.", "crimes"),
    # files
    "month": text("Month", "The month that the file is of."),
    "force": text("Police force", "The police force whose file it is."),
    "files.force": whole("Police force", "The number of the police force whose file it is."),
    "outcome": text("Outcome", "What came of the search."),
    "n": whole("Searches", "How many stops and searches there were.", "searches"),
    "rows": whole("Rows", "How many rows the file holds.", "rows"),
    "no_location": whole("Without location", "How many rows name no place.", "rows"),
    "file": text("File", "The name of the file."),
    "sha256": text("Fingerprint", "The SHA-256 of the file: the same file has the same."),
    "loaded_at": moment("Loaded at", "When the file was loaded (UTC)."),
    "difference": number("Difference", "How far what was found is from what is usual or was said."),
    "incomplete": text("Looks incomplete", "Why the month looks incomplete."),
}
