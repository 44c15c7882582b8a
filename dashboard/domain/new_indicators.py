"""Knows an indicator that somebody begins by typing its first figure, and what is wrong with each field."""

from collections.abc import Mapping
from dataclasses import dataclass

from dashboard.domain.entries import What
from dashboard.domain.errors import RefusedEntry
from dashboard.domain.statistics.rebaselines import Faults, plain
from dashboard.domain.targets.aims import Polarity

NEW = "new"  # chosen in place of an indicator that is there
LONGEST_INDICATOR = 120
POLARITIES = {
    "": "Not known: it is not judged",
    Polarity.LOWER: "Lower is better",
    Polarity.HIGHER: "Higher is better",
    Polarity.NEUTRAL: "Neither is better",
}


@dataclass(frozen=True, slots=True)
class NewIndicator:
    """What is said of it; its kind of value and how its year is made are shown, or asked, in the preview."""

    name: str
    unit: str
    polarity: str


def new_indicator_of(form: Mapping[str, str], taken: frozenset[str]) -> NewIndicator:
    """Return what *form* says, whose name, in small letters, is not *taken*; raises RefusedEntry with every fault."""
    found = NewIndicator(plain(form["name"]), plain(form["unit"]), form["polarity"])
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
