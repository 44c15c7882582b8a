"""Knows how the lines of a plan's table become lines of a partnership, each with its key, or are rejected."""

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from dashboard.domain.errors import RefusedFile
from dashboard.domain.plans.days import exact_day, last_day
from dashboard.domain.plans.keys import action_key, meeting_key, plan_key, rank_key
from dashboard.domain.plans.scores import whole_number
from data.own.plan_rows import PlanRow
from data.own.reading.readings import Reading
from data.parcel_rows import CellPlace, SaidPlanRow
from data.parcels import PlanTable
from data.sources.plans.heading_words import ACTION, CAMPAIGN, CATEGORY, MEETING, PRIORITY, RANK, RISK
from data.sources.words import shown

SCORES = ("impact", "likelihood", "rating", "residual", "residual_impact", "residual_likelihood")
Taken = dict[tuple[str, str], dict[str, PlanRow]]  # by partnership and what, then by key
UNDATED = frozenset({"", "ongoing", "on-going", "tbc", "n/a", "continuous", "quarterly", "monthly", "annually"})


def read_plan(parcel: PlanTable, arrival: int, slug_of: Callable[[str], str], partnership: str) -> Reading:
    """The lines of one table for *partnership*, unless they name their own; raises RefusedFile for nobody's."""
    found = Reading()
    lines = _ranked(parcel.plan)
    if any(not (said["partnership"] or partnership) for said in lines):
        raise RefusedFile(
            f"{parcel.file} does not say whose plan it holds: choose the partnership, or give the table a column "
            "“Partnership”."
        )
    taken: Taken = {}
    for order, said in enumerate(lines):
        row = _row(parcel, said, slug_of(said["partnership"] or partnership), (arrival, order))
        _take(found, row, taken.setdefault((row.partnership, row.what), {}))
    found.remarks += _kept_as_words(found)
    return found


def _row(parcel: PlanTable, said: SaidPlanRow, partnership: str, at: tuple[int, int]) -> PlanRow:
    arrival, order = at
    what, fields = said["what"], said["fields"]
    named = (0, partnership, what, key_of(what, fields), order, fields, said["cells"])
    return PlanRow(*named, parcel.file, parcel.sheet, said["line"], arrival)


def key_of(what: str, fields: Mapping[str, str]) -> str:
    """The key of a line by its fields."""
    said = dict.fromkeys(("ref", "objective", "body", "survey", "group", "period"), "") | dict(fields)
    match what:
        case "action":
            return action_key(said["ref"], said.get("action", ""), said["objective"])
        case "meeting":
            day = exact_day(said.get("date", ""))
            body = said.get("meeting", "")
            return meeting_key(said["ref"], day, body if day or body else said.get("date", ""))
        case "rank":
            return rank_key(said["survey"], said["group"], said["period"], said["concern"])
        case "priority":
            return plan_key("", f"{said['body']} {said['priority']}")
    return plan_key(said["ref"], said.get(what, ""))


def _take(found: Reading, row: PlanRow, keys: dict[str, PlanRow]) -> None:
    """Note a line; one whose reference another bears is rejected, one of the same words gets a number of its own."""
    if (other := keys.get(row.key)) is not None and dict(other.fields) == dict(row.fields):
        return
    if other is not None and row["ref"] and plan_key(row["ref"], "") == row.key:
        place: CellPlace = {"sheet": row.sheet, "cell": next(iter(row.places.values()), ""), "line": row.line}
        found.reject(place, "plan-doubled", f"{shown(row['ref'])} {shown(row[row.what])}")
        return
    if other is not None:
        number = next(at for at in range(2, len(keys) + 3) if f"{row.key}-{at}" not in keys)
        row = replace(row, key=f"{row.key}-{number}")
    keys[row.key] = row
    found.plan.append(row)


def _ranked(lines: Sequence[SaidPlanRow]) -> list[SaidPlanRow]:
    """The lines, those of a survey that gives percentages alone ranked by them within their round and area."""
    shares: dict[tuple[str, ...], list[float]] = defaultdict(list)
    for said in lines:
        if said["what"] == RANK and (share := _share(said["fields"])) is not None:
            shares[_round(said)].append(share)
    return [_with_rank(said, shares) for said in lines]


def _with_rank(said: SaidPlanRow, shares: Mapping[tuple[str, ...], Sequence[float]]) -> SaidPlanRow:
    fields = said["fields"]
    share = _share(fields) if said["what"] == RANK and not fields.get("rank") else None
    if share is None:
        return said
    rank = 1 + sum(1 for other in shares[_round(said)] if other > share)
    return {**said, "fields": {**fields, "rank": str(rank)}}


def _round(said: SaidPlanRow) -> tuple[str, ...]:
    return tuple(said["fields"].get(name, "") for name in ("survey", "group", "period"))


def _share(fields: Mapping[str, str]) -> float | None:
    try:
        return float(fields.get("percent", "").strip(" %"))
    except ValueError:
        return None


def _kept_as_words(found: Reading) -> list[str]:
    """How many days and scores are no day and no number, with the first of each."""
    undated = [row["due"] for row in found.plan if row["due"].strip(" .").casefold() not in UNDATED
               and last_day(row["due"]) is None]  # fmt: skip
    unscored = [row[name] for row in found.plan if row.what == RISK for name in SCORES
                if row[name] and whole_number(row[name]) is None]  # fmt: skip
    said = []
    for words, what in ((undated, "Due dates that name no day"), (unscored, "Scores that are no number")):
        if words:
            said.append(f"{what} are kept as words: {len(words):,}, the first “{shown(words[0])}”.")
    counted = Counter(row.what for row in found.plan)
    return [*said, *(f"{PLURALS[what]}: {count:,}." for what, count in counted.items())]


PLURALS = {
    ACTION: "Actions",
    RISK: "Risks",
    MEETING: "Meetings",
    CAMPAIGN: "Campaigns",
    PRIORITY: "Priorities",
    RANK: "Ranked concerns",
    CATEGORY: "Categories",
}
