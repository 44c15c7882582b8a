"""Knows how incidents ended: police.uk's outcome categories in plain groups, and when to compare them."""

from collections.abc import Collection
from enum import StrEnum

from dashboard.domain.street.crime import ASB

#: Months after which most cases are closed; shares of younger ones change with every download.
SETTLED = 6


class OutcomeGroup(StrEnum):
    """What became of an incident, by the name that the address has for it; in the order of reading."""

    CHARGED = "charged"
    OUT_OF_COURT = "out-of-court"
    NO_SUSPECT = "no-suspect"
    NOT_PROSECUTED = "not-prosecuted"
    NO_INTEREST = "not-in-public-interest"
    ELSEWHERE = "another-organisation"
    OPEN = "under-investigation"
    NO_UPDATE = "no-update"
    OTHER = "other"
    NONE = "none-recorded"


GROUP_WORDS = {
    OutcomeGroup.CHARGED: "Charged or summonsed",
    OutcomeGroup.OUT_OF_COURT: "Dealt with out of court",
    OutcomeGroup.NO_SUSPECT: "No suspect identified",
    OutcomeGroup.NOT_PROSECUTED: "Could not be prosecuted",
    OutcomeGroup.NO_INTEREST: "Not in the public interest",
    OutcomeGroup.ELSEWHERE: "Passed to another organisation",
    OutcomeGroup.OPEN: "Under investigation",
    OutcomeGroup.NO_UPDATE: "No update from the force",
    OutcomeGroup.OTHER: "Another outcome",
    OutcomeGroup.NONE: "No outcome recorded",
}
#: The categories as police.uk publishes them.
PUBLISHED = {
    OutcomeGroup.CHARGED: (
        *("Suspect charged", "Suspect charged as part of another case", "Awaiting court outcome"),
        *("Defendant sent to Crown Court", "Court result unavailable", "Court case unable to proceed"),
        *("Defendant found not guilty", "Offender sent to prison", "Offender given suspended prison sentence"),
        *("Offender given community sentence", "Offender fined", "Offender ordered to pay compensation"),
        *("Offender deprived of property", "Offender given conditional discharge"),
        *("Offender given absolute discharge", "Offender otherwise dealt with"),
    ),
    OutcomeGroup.OUT_OF_COURT: (
        *("Offender given a caution", "Offender given penalty notice", "Offender given a drugs possession warning"),
        "Local resolution",
    ),
    OutcomeGroup.NO_SUSPECT: ("Investigation complete; no suspect identified",),
    OutcomeGroup.NOT_PROSECUTED: ("Unable to prosecute suspect",),
    OutcomeGroup.NO_INTEREST: (
        "Formal action is not in the public interest",
        "Further action is not in the public interest",
        "Further investigation is not in the public interest",
    ),
    OutcomeGroup.ELSEWHERE: ("Action to be taken by another organisation",),
    OutcomeGroup.OPEN: ("Under investigation",),
    OutcomeGroup.NO_UPDATE: ("Status update unavailable",),
    OutcomeGroup.NONE: ("",),
}
_GROUPS = {name.lower(): group for group, names in PUBLISHED.items() for name in names}


def group_of(published: str) -> OutcomeGroup:
    """The group of a category as police.uk publishes it; one that is not known is another outcome."""
    return _GROUPS.get(published.strip().lower(), OutcomeGroup.OTHER)


def has_outcomes(crime_type: str) -> bool:
    """Whether police.uk gives a crime type an outcome: anti-social behaviour has none, which is no share of zero."""
    return crime_type != ASB


def known_age(month: int, together: Collection[int]) -> int:
    """How many months older than its file a *month* is at the least, by the months that were loaded *together* with it.

    A file tells no day of its own, but a download of several months is no older than the newest of them: what follows
    without a gap came, as far as can be known, with it.
    """
    at = month
    while at + 1 in together:
        at += 1
    return at - month
