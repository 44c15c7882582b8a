"""Knows the right that each address and each callback needs: what stands in no line here is refused to everybody."""

from collections.abc import Mapping
from dataclasses import dataclass

from dashboard.domain.access.people import Person, Right


@dataclass(frozen=True, slots=True)
class Need:
    """What somebody has to be allowed: for any partnership at all, or for every one; without a right, nothing.

    For which partnership a form may be sent is looked at where it is known; what is shown, the store limits.
    """

    right: Right | None
    everywhere: bool = False
    other: Right | None = None  # which serves as well

    def met_by(self, person: Person) -> bool:
        if self.right is None:
            return True
        held = [right for right in (self.right, self.other) if right is not None]
        return any(person.may(right) if self.everywhere else bool(person.reach(right)) for right in held)


OPEN = Need(None)
READS = Need(Right.READ)
PUBLISHES = Need(Right.PUBLISH)
PUBLISHES_FOR_ALL = Need(Right.PUBLISH, everywhere=True)
MEETS = Need(Right.PUBLISH, other=Right.DECIDE)
ADMINISTERS_SOME = Need(Right.ADMINISTER)
ADMINISTERS = Need(Right.ADMINISTER, everywhere=True)

#: Dash's own endpoints, some of which are their paths.
CALLBACKS = "/_dash-update-component"
SUITES = "/_dash-component-suites/<string:package_name>/<path:fingerprinted_path>"
ASSETS = "_dash_assets.static"

#: By endpoint. Open is what says whether the product is there, and what signing in needs.
NEEDS: Mapping[str, Need] = {
    **dict.fromkeys(("live", "ready"), OPEN),
    "metrics": OPEN,  # which looks itself from where it is asked, and with which token
    # Dash: its page, what it is drawn from, its scripts; callbacks are looked at one by one.
    **dict.fromkeys(("/", "/<path:path>", "/_dash-layout", "/_dash-dependencies", CALLBACKS), READS),
    **dict.fromkeys(("/_reload-hash", "/_favicon.ico", "static", ASSETS), READS),
    SUITES: READS,
    # What pages show, as pages of their own and as files.
    **dict.fromkeys(
        ("download", "paper", "printed", "find", "listed", "places", "methods", "method", "help", "guide"), READS
    ),
    **dict.fromkeys(("figure", "file", "template", "checks", "baselines", "commentary"), READS),
    # Meetings: read by whoever reads, written by who prepares them or decides.
    **dict.fromkeys(("meeting", "meeting-file", "notes"), READS),
    "send-meeting": MEETS,
    **dict.fromkeys(("papers", "papers-file", "order-papers", "cancel-papers"), READS),
    "draft": MEETS,
    **dict.fromkeys(("actions", "action", "risks", "risk", "calendar"), READS),
    **dict.fromkeys(("weigh", "weights", "priority"), READS),
    **dict.fromkeys(("present", "presenter", "present-meeting", "meeting-presenter", "seen", "since"), READS),
    # The way in.
    **dict.fromkeys(("load", "receive", "loading", "publish", "again", "answer", "cancel", "undo"), PUBLISHES),
    **dict.fromkeys(("rejected", "changes", "judge", "rebaseline", "withdraw"), PUBLISHES),
    **dict.fromkeys(("update-action", "review-risk", "write-priority", "save-weights"), PUBLISHES),
    **dict.fromkeys(("send-commentary", "lists", "move-list", "say-offences", "forget-layout"), PUBLISHES),
    **dict.fromkeys(("enter", "send-enter", "indicators", "send-indicators"), PUBLISHES),
    **dict.fromkeys(("partnerships", "send-partnerships"), PUBLISHES_FOR_ALL),
    **dict.fromkeys(
        ("settings", "set-rule", "withdraw-rule", "set-repeats", "paper-look", "set-paper-look"), ADMINISTERS_SOME
    ),
    # What administrators look after.
    **dict.fromkeys(("audit", "audit-file", "files-kept", "set-retention"), ADMINISTERS),
    # People: each of these looks itself at who is signed in, and shows no figure.
    **dict.fromkeys(("sign-in", "send-sign-in", "start-sign-in", "finish-sign-in", "me", "account"), OPEN),
    **dict.fromkeys(("sign-out", "sign-out-everywhere", "sign-out-one", "password", "send-password"), OPEN),
    **dict.fromkeys(("users", "add-user", "user", "change-user"), ADMINISTERS),
}
#: Of the files that pages name, those that the page for signing in needs: they hold no figure.
OPEN_ASSETS = frozenset(
    {"outturn.css", "print.css", "icon.svg", "vendor/bootstrap.min.css", "fonts/inter-latin.woff2"}
    | {"loading.js", "partnership.js", "find.js", "fold.js", "print.js", "signed-out.js"}
)


def need_of(endpoint: str, parts: Mapping[str, object]) -> Need | None:
    """What *endpoint* needs with these *parts* of its address; None where nothing is declared."""
    if endpoint == ASSETS and parts.get("filename") in OPEN_ASSETS:
        return OPEN
    return NEEDS.get(endpoint)
