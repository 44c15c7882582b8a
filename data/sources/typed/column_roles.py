"""Knows what the headings of a typed table mean: a label, something declared, or a period's actual or target."""

import re
from collections.abc import Callable

from dashboard.domain.errors import RefusedFile
from data.sources.containers.grids import Grid
from data.sources.figures.heading_units import without_unit
from data.sources.figures.parcels import ACTUAL, TARGET
from data.sources.figures.people import columns_of_people
from data.sources.typed.heading_words import Apart, LeftOut, told, unnoted, words_of
from data.sources.typed.telling_columns import COMBINES, judges, telling_column
from data.sources.typed.telling_columns import told as say_telling
from data.sources.words import shown

HIGHEST = 20  # rows in which a heading may stand

#: Headings by what they name; compared in lower case, words only.
ROLES = {
    "indicator": (
        *("indicator", "indicators", "measure", "performance indicator", "performance measure", "description"),
        *(
            "indicator name",
            "measure name",
            "measures",
            "kpi",
            "kpis",
            "kpi name",
            "metric",
            "key performance indicator",
        ),
        *("crime type", "offence type", "offence"),
    ),
    "area": (
        *("area", "locality", "localities", "district", "ward", "csp", "borough", "neighbourhood", "area name"),
        *("ward name", "borough name", "district name", "locality name", "csp name", "look up borough name"),
        *("local authority", "local authority name", "local authority district", "authority", "council", "lad name"),
        *("la name", "place", "parish", "geography name", "force", "force name", "police force", "police force area"),
    ),
    "area_code": (
        *("area code", "ons code", "gss code", "ward code", "borough code", "district code", "local authority code"),
        *("lad code", "la code", "csp code", "geography code"),
    ),
    "partnership": ("partnership",),
    "code": ("code", "ref", "reference", "indicator code", "ni", "ni no", "no"),
    "unit": ("unit", "units"),
    "polarity": (
        *("polarity", "better is", "good is", "what is good", "desired direction", "good direction", "aim", "better"),
        *("preferred direction", "direction of good performance", "good performance is", "good performance"),
    ),
    "category": ("category", "strategic assessment category"),
    "value_type": ("value type", "type", "kind"),
    "multiplier": ("multiplier", "per"),
    "tolerance": ("tolerance",),
    "definition": ("definition",),
    "part_of": ("part of",),
    "combines": (
        *("how the year is made", "combines", "combine", "aggregation", "year is", "is cumulative", "cumulative y n"),
        *("year made of", "how combined", "how aggregated", "annual figure is", "cumulative yes no"),
    ),
    "scale": ("percentages are", "percentages written as"),
    "signed_targets": ("signed targets",),
    "zeros": ("zeros are", "zeroes are"),
    "period": ("period", "reporting period", "time period"),
    "year": ("year", "financial year", "fin year", "fy", "calendar year", "year ending", "year ended"),
    "quarter": ("quarter", "qtr", "financial quarter", "quarter ending", "quarter ended", "quarter end"),
    "month": ("month", "reporting month", "month ending", "month ended", "month end"),
    "date": ("date", "period ending", "period end", "period ended", "as at", "as at date", "reporting date"),
    "actual": ("actual", "outturn", "out turn", "result", "performance", "value", "actual value"),
    "target": ("target", "target value"),
    "marker": ("marker",),
    "note": ("note", "notes", "comment", "comments"),
    "covers_to": ("covers to", "to date"),
}
CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z][a-z])")
ROLE_OF = {words: role for role, every in ROLES.items() for words in every}
_CODE = r"[A-Z]{1,5} ?[0-9]{1,4}(?:\.[0-9]{1,3})?[a-z]?"
_MORE = rf"(?:\s*(?:&|\+|/|,|and)\s*(?:{_CODE}|[0-9]{{1,4}}[a-z]?))*"
CODED = re.compile(rf"(?P<code>{_CODE}{_MORE})\s*[-\u2013\u2014:]\s*(?P<name>\S.*)")


def role(heading: str) -> str:
    """What a heading names, or nothing: "Locality" is one, "Locality 1" with 2013 incidents beside it is none."""
    words, _ = unnoted(heading)
    if words.strip().lower() == "cumulative?":
        return "combines"  # without the question mark the column holds figures
    bare = _role_of(without_unit(words))
    return _role_of(words) or (bare if bare in (ACTUAL, TARGET) else "")


def _role_of(words: str) -> str:
    apart = CAMEL.sub(" ", words)  # WardName is a ward's name
    return ROLE_OF.get(" ".join(re.findall(r"[a-z0-9]+", apart.lower())), "")


def heading_row(grid: Grid, fits: Callable[[set[str]], bool]) -> int | None:
    """The first of the top rows whose headings name what *fits*."""
    rows = range(min(HIGHEST, len(grid.rows)))
    return next((row for row in rows if fits(set(map(role, grid.rows[row])) - {""})), None)


def columns_of(grid: Grid, start: int) -> dict[str, int]:
    """The columns of a heading by what they hold; raises RefusedFile where two hold the same."""
    columns: dict[str, int] = {}
    left_out: list[LeftOut] = []
    for column, heading in enumerate(grid.rows[start]):
        found = role(heading)
        if found == ACTUAL and judges(grid, column, grid.filled(start + 1)):
            left_out.append(LeftOut(column, " ".join(heading.split()), Apart.CHANGE))
        elif found in columns:
            raise RefusedFile(_twice(grid, start, found, (columns[found], column)))
        elif found:
            columns[found] = column
        elif heading.strip():
            why = words_of(heading).apart or Apart.UNKNOWN
            left_out.append(LeftOut(column, " ".join(heading.split()), why))
    people = columns_of_people(dict(enumerate(grid.rows[start])))
    free = [item.column for item in left_out if item.column not in people]
    if COMBINES not in columns and (at := telling_column(grid, free, grid.filled(start + 1))) is not None:
        columns[COMBINES] = at
        say_telling(grid, grid.at(start, at))
    grid.remarks += told(item for item in left_out if item.column not in (*people, columns.get(COMBINES)))
    return columns


def _twice(grid: Grid, start: int, found: str, columns: tuple[int, int]) -> str:
    """That two columns hold the same, and what to do; headings that differ are named."""
    one, other = (shown(" ".join(grid.at(start, column).split())) for column in columns)
    named, keep = "", "keep one."
    if found == "area" and one != other:
        named = f" (“{one}” and “{other}”)"
        keep = (
            "keep one, or head them so that the smaller places are told (“Ward” and “District”); names that two places"
            " share need their codes in a column “Area code”."
        )
    if found in (ACTUAL, TARGET) and one.casefold() != other.casefold():
        seen = " and ".join(f"“{shown(grid.at(start, at))}” in {grid.place(start, at)}" for at in columns)
        named, keep = f", {seen}", "keep one, or say in its heading what the other is."
    return f"{grid.file} has two columns for the {found.replace('_', ' ')}{named}: {keep}"


def coded(label: str) -> tuple[str, str]:
    """The code and the name in "NI 15 - Most serious violent crime"; no code where there is none."""
    found = CODED.fullmatch(label)
    return (" ".join(found["code"].split()), found["name"]) if found else ("", label)
