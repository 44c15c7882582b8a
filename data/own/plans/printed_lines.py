"""Knows the lines of a document's plan by field, as a file of one's own says them, so that the two can be compared."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from dashboard.domain.documents import Action, Meeting, Priority, Risk, SurveyRank, is_loaded_file
from dashboard.domain.records import Scope, SourceCell
from dashboard.questions.store import Store
from data.own.plan_rows import LineKey

Fields = dict[str, str]
SCORES = ("rating", "impact", "likelihood", "residual")


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """A printed line: what each field says."""

    fields: Mapping[str, str]


def printed_lines(store: Store, homes: Iterable[str]) -> dict[str, dict[LineKey, PrintedLine]]:
    """What the documents print of each partnership."""
    return {home: {key: PrintedLine(said) for key, said in _lines(store, home)} for home in homes}


def _lines(store: Store, home: str) -> Iterator[tuple[LineKey, Fields]]:
    scope = Scope(home)
    yield from (
        (("action", item.key), action_fields(item)) for item in store.actions(scope) if _is_printed(item.source)
    )
    yield from ((("risk", item.key), risk_fields(item)) for item in store.risks(scope) if _is_printed(item.source))
    yield from ((("rank", item.key), _rank(item)) for item in store.survey_ranks(home) if _is_printed(item.source))
    yield from (
        (("priority", item.key), _priority(item)) for item in store.priorities(home) if _is_printed(item.source)
    )
    for meeting in store.meetings(home):
        yield from _meeting(meeting)


def _is_printed(cell: SourceCell) -> bool:
    return not is_loaded_file(cell.document)


def _rank(item: SurveyRank) -> Fields:
    return {"survey": item.survey, "group": item.group, "rank": str(item.rank), "concern": item.source.text}


def _priority(item: Priority) -> Fields:
    return {"priority": item.text, "objective": item.objective, "body": item.body}


def action_fields(item: Action) -> Fields:
    return {"ref": item.ref, "objective": item.objective, **dict(item.cells)}


def risk_fields(item: Risk) -> Fields:
    scores = {name: "" if (score := getattr(item, name)) is None else str(score) for name in SCORES}
    names = ("ref", "kind", "risk", "controls", "further_actions", "lead")
    return {name: str(getattr(item, name)) for name in names} | scores


def _meeting(item: Meeting) -> Iterator[tuple[LineKey, Fields]]:
    if _is_printed(item.source):
        yield ("meeting", item.key), {"date": item.meeting, "lead": item.lead}
    for campaign in item.campaigns:
        if _is_printed(campaign.source):
            yield ("campaign", campaign.key), {"campaign": campaign.text, "kind": campaign.kind}
