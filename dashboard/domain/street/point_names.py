"""Knows how police.uk names map points, and how one says that a place is near one of them."""

import re

PREFIX = "On or near "
UNNAMED = "Unnamed map point"
_CAPITAL = re.compile(r"(['’])S\b")  # police.uk writes "St Martin'S Place"
#: Kinds of place that a point may bear for a name, as one says them; any other name is that of a street.
KINDS = {
    "Airport/Airfield": "the airfield",
    "Bus/Coach Station": "the bus station",
    "Conference/Exhibition Centre": "the exhibition centre",
    "Further/Higher Educational Building": "a college or university",
    "Hospital": "the hospital",
    "Motorway Service Area": "the motorway services",
    "Nightclub": "a nightclub",
    "Park/Open Space": "a park or open space",
    "Parking Area": "a car park",
    "Pedestrian Subway": "a subway",
    "Petrol Station": "a petrol station",
    "Police Station": "the police station",
    "Prison": "the prison",
    "Race Track": "the race track",
    "Shopping Area": "a shopping area",
    "Sports/Recreation Area": "a sports ground",
    "Supermarket": "a supermarket",
    "Theatre/Concert Hall": "the theatre",
    "Theme/Adventure Park": "the theme park",
}


def point_name(text: str) -> str:
    """The name of a map point without what police.uk says before each: 'High Street', 'Prison'."""
    return _CAPITAL.sub("\\1s", text.removeprefix(PREFIX).strip()) or UNNAMED


def near_words(name: str) -> str:
    """'near High Street', 'near the prison'."""
    return f"near {KINDS.get(name, name)}"
