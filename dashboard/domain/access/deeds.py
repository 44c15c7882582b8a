"""Knows what the audit trail says of a deed: what was done, by whom, how, from where, to what, and how it ended."""

from dataclasses import dataclass
from enum import StrEnum

LONGEST_NAME, LONGEST_SUBJECT, LONGEST_STATE = 100, 300, 500


class DeedKind(StrEnum):
    """What was done, or tried."""

    SIGNED_IN = "signed in"
    SIGN_IN_FAILED = "sign-in failed"
    SIGNED_OUT = "signed out"
    ACCOUNT_ADDED = "account added"
    ACCOUNT_CHANGED = "account changed"
    ACCOUNT_DISABLED = "account disabled"
    ACCOUNT_RESET = "account reset"
    ROLE_GRANTED = "role granted"
    ROLE_WITHDRAWN = "role withdrawn"
    FIGURES_LOADED = "figures loaded"
    FIGURES_PUBLISHED = "figures published"
    FIGURES_REFUSED = "figures refused"
    FIGURES_UNDONE = "figures undone"
    FIGURE_ENTERED = "figure entered"
    INDICATOR_CHANGED = "indicator changed"
    PARTNERSHIP_ADDED = "partnership added"
    COMMENTARY_SAID = "commentary said"
    FINDING_JUDGED = "finding judged"
    MONTH_ACCEPTED = "month accepted"
    MONTH_LEFT_OUT = "month left out again"
    BASELINE_SET = "baseline set"
    BASELINE_WITHDRAWN = "baseline withdrawn"
    MEETING_CALLED = "meeting called"
    MEETING_CHANGED = "meeting changed"
    MEETING_MOVED_ON = "meeting moved on"
    MINUTE_WRITTEN = "minute written"
    DECISION_MADE = "decision made"
    DECISION_CHANGED = "decision changed"
    NOTE_WRITTEN = "note written"
    NAME_REDACTED = "name redacted"
    ACTION_UPDATED = "action updated"
    RISK_REVIEWED = "risk reviewed"
    SCORE_TYPED = "score of a priority typed"
    PRIORITY_CHOSEN = "priority chosen"
    WEIGHTS_SAVED = "weights saved"
    SMALL_NUMBERS_SET = "small-number rule set"
    LAYOUT_KEPT = "columns of a list matched"
    REPEATS_SET = "repeats shown or not"
    PAPERS_SET = "look of papers set"
    MEETING_FROZEN = "meeting frozen"
    MEETING_REDACTED = "words taken out of a frozen meeting"
    RETENTION_SET = "retention set"
    ORIGINAL_ERASED = "original erased"
    FILE_DOWNLOADED = "file downloaded"
    TRAIL_DOWNLOADED = "audit trail downloaded"
    DATABASE_UPGRADED = "database upgraded"
    DATABASE_BACKED_UP = "database backed up"
    DATABASE_RESTORED = "database restored"
    ACCESS_DENIED = "denied"
    LEFT_OUT = "left out"


class Outcome(StrEnum):
    DONE = "done"
    DENIED = "denied"
    FAILED = "failed"


class Way(StrEnum):
    """How somebody did it."""

    PAGE = "page"
    COMMAND = "command"
    SIGN_IN = "sign-in"
    PRODUCT = "Outturn itself"


@dataclass(frozen=True, slots=True)
class Actor:
    """Who does something: the key of the account, the name that is shown, how and from where."""

    account: str = ""
    name: str = ""
    way: Way = Way.PRODUCT
    origin: str = ""  # a remote address, or user and host of a terminal


ITSELF = Actor(name="Outturn")


@dataclass(frozen=True, slots=True)
class Deed:
    """What the trail keeps of one deed; *before* and *after* are short texts or JSON, never a file's rows."""

    kind: DeedKind
    subject: str = ""
    partnership: str = ""
    before: str = ""
    after: str = ""
    outcome: Outcome = Outcome.DONE


def fit(text: str, most: int) -> str:
    """*text* in one line of at most *most* characters, each of which can be kept and shown."""
    shown = "".join(letter if letter.isprintable() else " " for letter in text)
    line = " ".join(shown.split())
    return line if len(line) <= most else f"{line[: most - 1]}…"
