"""Knows which words of a plan lead to nothing: indicators that nobody is called so, crime that no category counts."""

from collections.abc import Iterable, Mapping, Sequence

from dashboard.domain.records import Scope
from dashboard.questions.store import Store
from data.names import slug
from data.own.plan_rows import PlanRow
from data.own.plans.plan_names import PARTS, WHOLE, PlanNames
from data.sources.words import shown

NO_INDICATOR = "lead to no indicator of the partnership yet"
NO_CRIME = "name no crime type or category"


def unresolved(store: Store, lines: Sequence[PlanRow], known: Iterable[str]) -> list[str]:
    """A sentence for each kind of words that lead nowhere; a partnership that is not known has nothing yet."""
    shared = {slug(row.name) for row in store.categories().shared} | {row.slug for row in store.categories().shared}
    crimes = shared | {slug(item.name) for item in store.crime_types()}
    names = {home: PlanNames(store.indicators(Scope(home)), (), {}) for home in known}
    linked = [piece for row in lines for piece in WHOLE.split(row["indicators"]) if not _leads(row, piece, names)]
    parts = [part for row in lines if row.what == "category" for part in PARTS.split(row["crimes"]) if part.strip()]
    strange = [part.strip() for part in parts if slug(part) not in crimes]
    return [*_said("Linked indicators that", linked, NO_INDICATOR), *_said("Crime types that", strange, NO_CRIME)]


def _leads(row: PlanRow, words: str, names: Mapping[str, PlanNames]) -> bool:
    """Whether *words* of a cell lead to an indicator, or are none."""
    return not words.strip() or (row.partnership in names and bool(names[row.partnership].indicators_of(words)))


def _said(begins: str, words: Sequence[str], what: str) -> list[str]:
    return [f"{begins} {what}: {len(words):,}, the first “{shown(words[0].strip())}”."] if words else []
