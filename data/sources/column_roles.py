"""Knows what the headings of a typed table mean: a label, something declared, or a period's actual or target."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from dashboard.domain.errors import RefusedFile, UnreadablePeriod
from dashboard.domain.periods import read_period
from dashboard.domain.values import without_notes
from data.sources.figure_parcels import ACTUAL, TARGET
from data.sources.grids import Grid
from data.sources.words import shown

HIGHEST = 20  # rows in which a heading may stand

#: Headings by what they name; compared in lower case, words only.
ROLES = {
    "indicator": ("indicator", "indicators", "measure", "performance indicator", "performance measure", "description"),
    "area": ("area", "locality", "localities", "district", "ward", "csp", "borough", "neighbourhood", "area name"),
    "area_code": ("area code", "ons code", "gss code"),
    "partnership": ("partnership",),
    "code": ("code", "ref", "reference", "indicator code", "ni", "ni no", "no"),
    "unit": ("unit", "units"),
    "polarity": ("polarity", "better is", "good is", "direction"),
    "category": ("category", "strategic assessment category"),
    "value_type": ("value type", "type", "kind"),
    "multiplier": ("multiplier", "per"),
    "tolerance": ("tolerance",),
    "definition": ("definition",),
    "part_of": ("part of",),
    "period": ("period", "year", "quarter", "month", "financial year"),
    "actual": ("actual", "outturn", "result", "performance"),
    "target": ("target",),
    "marker": ("marker",),
    "note": ("note", "notes", "comment", "comments"),
    "covers_to": ("covers to", "to date"),
}
ROLE_OF = {words: role for role, every in ROLES.items() for words in every}
WHAT = {"target": TARGET, "targets": TARGET, "actual": ACTUAL, "actuals": ACTUAL, "outturn": ACTUAL, "result": ACTUAL}
_WORD = re.compile(r"\b(" + "|".join(WHAT) + r")\b", re.IGNORECASE)
_CODE = r"[A-Z]{1,5} ?[0-9]{1,4}(?:\.[0-9]{1,3})?[a-z]?"
_MORE = rf"(?:\s*(?:&|\+|/|,|and)\s*(?:{_CODE}|[0-9]{{1,4}}[a-z]?))*"
CODED = re.compile(rf"(?P<code>{_CODE}{_MORE})\s*[-\u2013\u2014:]\s*(?P<name>\S.*)")


@dataclass(frozen=True, slots=True)
class PeriodColumn:
    """A column of figures: of which period, and whether targets or actuals."""

    column: int
    period: str
    what: str
    note: str = ""  # the marks of its headings


def role(heading: str) -> str:
    """What a heading names, or nothing: "Locality" is one, "Locality 1" with 2013 incidents beside it is none."""
    words, _ = without_notes(heading.strip())
    return ROLE_OF.get(" ".join(re.findall(r"[a-z0-9]+", words.lower())), "")


def heading_row(grid: Grid, fits: Callable[[set[str]], bool]) -> int | None:
    """The first of the top rows whose headings name what *fits*."""
    rows = range(min(HIGHEST, len(grid.rows)))
    return next((row for row in rows if fits(set(map(role, grid.rows[row])) - {""})), None)


def columns_of(grid: Grid, start: int) -> dict[str, int]:
    """The columns of a heading by what they hold; raises RefusedFile where two hold the same."""
    columns: dict[str, int] = {}
    unknown = []
    for column, heading in enumerate(grid.rows[start]):
        found = role(heading)
        if found in columns:
            raise RefusedFile(f"{grid.file} has two columns for the {found.replace('_', ' ')}: keep one.")
        if found:
            columns[found] = column
        elif heading.strip():
            unknown.append(shown(heading.strip()))
    if unknown:
        grid.remarks.append(f"Columns left out: {', '.join(unknown)}.")
    return columns


def period_of(heading: str) -> tuple[str, str]:
    """The period's slug and what of it a heading announces ("2009/10 Target"); empty where it says neither."""
    words, _ = without_notes(" ".join(heading.split()))
    said = [word.lower() for word in _WORD.findall(words)]
    rest = _WORD.sub(" ", words).strip(" -\u2013:,()")
    try:
        period = read_period(rest).slug if rest else ""
    except UnreadablePeriod:
        return "", ""
    return period, WHAT[said[0]] if len(set(said)) == 1 else ""


def coded(label: str) -> tuple[str, str]:
    """The code and the name in "NI 15 - Most serious violent crime"; no code where there is none."""
    found = CODED.fullmatch(label)
    return (" ".join(found["code"].split()), found["name"]) if found else ("", label)
