"""Knows how cases of each crime type end in Sampleshire, and how many are still open."""

from math import exp

OPEN = "Under investigation"
COURT_SOON, COURT_LATE = "Awaiting court outcome", "Court result unavailable"
MONTHS_TO_COURT = 9
ENDINGS = (
    "Investigation complete; no suspect identified",
    "Unable to prosecute suspect",
    "Local resolution",
    "Offender given a caution",
    COURT_SOON,
    "Further action is not in the public interest",
    "Action to be taken by another organisation",
)
# Of a hundred closed cases, in the order of the endings.
CLOSED = {
    "Bicycle theft": (89, 7, 1, 0, 2, 0, 1),
    "Burglary": (77, 14, 1, 1, 6, 0, 1),
    "Criminal damage and arson": (58, 27, 5, 2, 6, 1, 1),
    "Drugs": (9, 14, 36, 9, 28, 2, 2),
    "Other crime": (18, 52, 3, 3, 18, 3, 3),
    "Other theft": (70, 23, 2, 1, 3, 0, 1),
    "Possession of weapons": (14, 29, 11, 8, 35, 2, 1),
    "Public order": (33, 50, 5, 2, 8, 1, 1),
    "Robbery": (56, 27, 0, 1, 15, 0, 1),
    "Shoplifting": (55, 15, 8, 2, 19, 1, 0),
    "Theft from the person": (84, 12, 1, 0, 3, 0, 0),
    "Vehicle crime": (85, 10, 1, 0, 4, 0, 0),
    "Violence and sexual offences": (18, 64, 4, 2, 7, 2, 3),
}


def hundred_cases(crime_type: str, age: int) -> tuple[str, ...]:
    """Return the last outcomes of a hundred cases *age* months old; one blank for what is no crime."""
    if crime_type not in CLOSED:
        return ("",)
    still_open = round(3 + 80 * exp(-age / 2.2))
    court = COURT_SOON if age < MONTHS_TO_COURT else COURT_LATE
    cases = [ending for ending, count in zip(ENDINGS, CLOSED[crime_type], strict=True) for _ in range(count)]
    closed = [court if ending == COURT_SOON else ending for ending in cases]
    # Taken evenly from all endings, so that the closed cases keep their mix.
    places = {index * 100 // still_open for index in range(still_open)}
    return tuple(OPEN if index in places else ending for index, ending in enumerate(closed))
