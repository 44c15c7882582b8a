"""Knows a figure, target or commentary as somebody types it, an indicator's first one too, and each field's faults."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from dashboard.domain.errors import RefusedEntry, UnreadablePeriod
from dashboard.domain.periods.period import Period, read_period
from dashboard.domain.statistics.rebaselines import LONGEST_NAME, LONGEST_REASON, Faults, signed
from dashboard.domain.targets.aims import Polarity
from dashboard.domain.values.printed import Marker
from dashboard.domain.wording import one_line

LONGEST_COMMENTARY = 600  # letters
LONGEST_FIGURE = 200
NEW = "new"  # chosen in place of an indicator that is there
LONGEST_INDICATOR = 120
POLARITIES = {
    "": "Not known: it is not judged",
    Polarity.LOWER: "Lower is better",
    Polarity.HIGHER: "Higher is better",
    Polarity.NEUTRAL: "Neither is better",
}
MARKERS = {"": "None", "p": "Provisional", "r": "Revised", "e": "Estimated"}


class What(StrEnum):
    """What is typed of an indicator, an area and a period."""

    ACTUAL = "actual"
    TARGET = "target"
    COMMENTARY = "commentary"


@dataclass(frozen=True, slots=True)
class Offered:
    """What the form lets choose: ids of indicators and slugs of areas; what is *counted* has no typed actual."""

    indicators: frozenset[str]
    counted: frozenset[str]
    areas: frozenset[str]


@dataclass(frozen=True, slots=True)
class Entry:
    """What was typed; *withdrawn*: what is published there is taken away."""

    indicator: str
    area: str
    period: Period
    what: What
    text: str
    marker: str
    reason: str
    author: str
    withdrawn: bool


def entry_of(form: Mapping[str, str], offered: Offered) -> Entry:
    """Return what *form* says; raises RefusedEntry with every fault and its field."""
    period, faults = _period_of(form["period"])
    withdrawn = bool(form["withdraw"])
    text = _text_of(form)
    faults = _choice_faults(form, offered) + faults
    faults += () if withdrawn else _text_faults(form["what"], text)
    faults += _marker_faults(form) + _signature_faults(form)
    if period is None or faults:
        raise RefusedEntry(faults)
    return Entry(
        indicator=form["indicator"],
        area=form["area"],
        period=period,
        what=What(form["what"]),
        text="" if withdrawn else text,
        marker="" if withdrawn else form["marker"],
        reason=one_line(form["reason"]),
        author=one_line(form["author"]),
        withdrawn=withdrawn,
    )


def _period_of(text: str) -> tuple[Period | None, Faults]:
    if not text.strip():
        return None, (("period", "Enter the period, such as 2025/26 or Q2 2025/26."),)
    try:
        return read_period(text), ()
    except UnreadablePeriod as fault:
        return None, (("period", str(fault)),)


def _text_of(form: Mapping[str, str]) -> str:
    """A commentary on one line without hidden characters; a figure just as it was typed, but for blanks around it."""
    return one_line(form["text"]) if form["what"] == What.COMMENTARY else form["text"].strip()


def _choice_faults(form: Mapping[str, str], offered: Offered) -> Faults:
    faults: list[tuple[str, str]] = []
    if form["indicator"] not in offered.indicators:
        faults.append(("indicator", "Choose the indicator."))
    if form["area"] not in offered.areas:
        faults.append(("area", "Choose the area."))
    if form["what"] not in frozenset(What):
        faults.append(("what", "Choose what it is: an actual, a target or commentary."))
    if form["what"] == What.ACTUAL and form["indicator"] in offered.counted:
        words = "This indicator is counted from police.uk’s files: only its target and commentary can be entered."
        faults.append(("what", words))
    return tuple(faults)


def _text_faults(what: str, text: str) -> Faults:
    longest, name = (
        (LONGEST_COMMENTARY, "The commentary") if what == What.COMMENTARY else (LONGEST_FIGURE, "The figure")
    )
    if not text:
        return (("text", "Enter the figure or the commentary, or tick that it is withdrawn."),)
    if len(text) > longest:
        return (("text", f"{name} must be {longest} characters or fewer: it has {len(text):,}."),)
    return ()


def _marker_faults(form: Mapping[str, str]) -> Faults:
    if form["marker"] not in MARKERS:
        return (("marker", "Choose a marker of the list."),)
    if form["marker"] and form["what"] in (What.TARGET, What.COMMENTARY):
        return (("marker", f"Only an actual has a marker such as {Marker(form['marker'])}: choose “None”."),)
    return ()


def _signature_faults(form: Mapping[str, str]) -> Faults:
    """Who is asked for always, and why it changes."""
    return signed({"reason": form["reason"], "author": form["author"]})


@dataclass(frozen=True, slots=True)
class NewIndicator:
    """What is said of it; its kind of value and how its year is made are shown, or asked, in the preview."""

    name: str
    unit: str
    polarity: str


def new_indicator_of(form: Mapping[str, str], taken: frozenset[str]) -> NewIndicator:
    """Return what *form* says, whose name, in small letters, is not *taken*; raises RefusedEntry with every fault."""
    found = NewIndicator(one_line(form["name"]), one_line(form["unit"]), form["polarity"])
    faults = _name_faults(found.name, taken) + _other_faults(form, found)
    if faults:
        raise RefusedEntry(faults)
    return found


def _name_faults(name: str, taken: frozenset[str]) -> Faults:
    if not name or not name[0].isalnum():
        return (("name", "Enter the name of the new indicator, beginning with a letter or a digit."),)
    if len(name) > LONGEST_INDICATOR:
        return (("name", f"The name must be {LONGEST_INDICATOR} characters or fewer: it has {len(name):,}."),)
    if name.casefold() in taken:
        return (("name", f"There is an indicator called {name} already: choose it in the list above."),)
    return ()


def _other_faults(form: Mapping[str, str], found: NewIndicator) -> Faults:
    faults: list[tuple[str, str]] = []
    if found.polarity not in POLARITIES:
        faults.append(("polarity", "Choose which way is better, or that it is not known."))
    if len(found.unit) > LONGEST_INDICATOR or (found.unit and found.unit[0] in "=+-@"):
        faults.append(("unit", "Enter a short unit such as offences, £ or %, or leave it empty."))
    if form["what"] == What.COMMENTARY:
        faults.append(("what", "A new indicator begins with an actual or a target: enter its commentary afterwards."))
    if form["withdraw"]:
        faults.append(("withdraw", "A new indicator has nothing to withdraw: untick this."))
    return tuple(faults)


__all__ = ["LONGEST_NAME", "LONGEST_REASON"]
