"""Knows what the made-up county's strategy group said and decided, by the rule that put the item on its agenda."""

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
SAID: Mapping[ItemKind, tuple[str, ...]] = {
    ItemKind.OPENING: ("Apologies were received from the fire area manager. No interest was declared.",),
    ItemKind.WORSE: (
        "The police commander said that thefts from vans account for the rise: most were parked overnight on "
        "retail parks.\n"
        "The town centre manager asked for lighting; the owner of the largest site had agreed to it in principle.",
        "The group heard that a few people come back to the same shops. The shops do not report each theft.",
    ),
    ItemKind.AWAITED: ("The analyst will ask the police for the missing target before the next meeting.",),
}
DECIDED: Mapping[ItemKind, tuple[Mapping[str, str], ...]] = {
    ItemKind.WORSE: (
        {
            "kind": "action",
            "words": "Agree lighting and cameras with the owners of the retail parks",
            "owner": "Town centre manager",
            "due": "2026-11-13",
            "why": "Most of the vans were parked there overnight.",
        },
        {
            "kind": "recommendation",
            "words": "Fund a second officer for retail crime from April",
            "owner": "Police commander",
            "to_body": "Safer Sampleshire Board",
            "why": "A few people come back to the same shops, and one officer cannot follow them all.",
        },
    ),
    ItemKind.AWAITED: (
        {
            "kind": "action",
            "words": "Ask the police for the target that is still to be confirmed",
            "owner": "Partnership analyst",
            "due": "2027-01-07",
        },
    ),
    ItemKind.CLOSING: ({"kind": "note", "words": "The next meeting looks at reports of domestic abuse in full."},),
}
