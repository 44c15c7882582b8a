"""Knows what the made-up county's strategy group said and decided: of an indicator, or of what a rule put there."""

from collections.abc import Mapping

from dashboard.domain.meetings.record import ItemKind, Presence

ATTENDED = (
    ("Director of communities (chair)", "Sampleshire County Council", Presence.PRESENT),
    ("Police commander", "Sampleshire Police", Presence.PRESENT),
    ("Head of public health", "Sampleshire County Council", Presence.PRESENT),
    ("Probation lead", "Probation service", Presence.DEPUTY),
    ("Town centre manager", "Tarrowfold Town Council", Presence.INVITED),
    ("Fire area manager", "Fire and rescue service", Presence.APOLOGIES),
)
SAID: Mapping[str, str] = {
    ItemKind.OPENING: "Apologies were received from the fire area manager. No interest was declared.",
    "vehicle-crime": (
        "The police commander said that many of the thefts are from vans parked overnight on retail parks.\n"
        "The town centre manager asked for lighting; the owner of the largest site had agreed to it in principle."
    ),
    "shoplifting": (
        "The group heard that a few people come back to the same shops. The shops do not report each theft.\n"
        "The head of public health offered places in treatment to those who steal for drugs."
    ),
    "violent-crime": "The director asked for violence in the night-time economy apart from that at home.",
    ItemKind.AWAITED: "The analyst will ask the police for the missing target before the next meeting.",
}
DECIDED: Mapping[str, Mapping[str, str]] = {
    "vehicle-crime": {
        "kind": "action",
        "words": "Agree lighting and cameras with the owners of the retail parks",
        "owner": "Town centre manager",
        "due": "2026-11-13",
        "why": "Many of the vans were parked there overnight.",
    },
    "shoplifting": {
        "kind": "recommendation",
        "words": "Fund a second officer for retail crime from April",
        "owner": "Police commander",
        "to_body": "Safer Sampleshire Board",
        "why": "A few people come back to the same shops, and one officer cannot follow them all.",
    },
    "violent-crime": {
        "kind": "action",
        "words": "Show violence in the night-time economy apart from that at home",
        "owner": "Partnership analyst",
        "due": "2027-01-07",
        "why": "The two need different partners, and one figure hides which of them moves.",
    },
    ItemKind.CLOSING: {"kind": "note", "words": "The next meeting looks at reports of domestic abuse in full."},
}
