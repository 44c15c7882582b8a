"""Knows how the rows of surveys, actions, risks, meetings and scrutiny become rows of their tables."""

from data.documents.records import DocumentNames, Record, copy
from data.documents.sheet import Row


def survey_rank(row: Row, known: DocumentNames) -> Record:
    return copy(row, "partnership", "survey", "group", "area", "period", "category") | {
        "rank": row.whole("rank") or 0,
        "source_cell": known.cells.at(row, row["text"]),
    }


ACTION_CELLS = (
    *("action", "lead", "due", "resources", "partners", "framework", "measure", "progress"),
    *("changes", "outcome", "monitoring", "national_indicators"),
)


def action(row: Row, known: DocumentNames) -> Record:
    row.one_of("category", known.categories, blank=True)
    row.one_of("indicator", frozenset(known.value_types), blank=True)
    for name in ACTION_CELLS:
        if row[name]:
            known.cells.at(row, row[name], column=known.heading(row, name))
    return copy(row, "partnership", "ref", "objective", "category", "indicator", *ACTION_CELLS) | {
        "due_date": row.day("due_date"),
        "source_cell": known.cells.at(row, row["action"], column=known.heading(row, "action")),
    }


def risk(row: Row, known: DocumentNames) -> Record:
    texts = copy(row, "partnership", "ref", "kind", "risk", "controls", "further_actions", "lead", "category")
    scores: Record = {name: row.whole(name) for name in ("rating", "impact", "likelihood", "residual")}
    for name in ("kind", *scores, "controls", "further_actions", "lead"):
        known.cells.at(row, row[name], column=known.heading(row, name))
    return texts | scores | {"source_cell": known.cells.at(row, row["risk"], column=known.heading(row, "risk"))}


def meeting(row: Row, known: DocumentNames) -> Record:
    known.cells.at(row, row["lead"], column=known.heading(row, "lead"))
    return copy(row, "partnership", "meeting", "lead") | {
        "date": row.day("date"),
        "order": row.order(),
        "source_cell": known.cells.at(row, row["meeting"], column=known.heading(row, "meeting")),
    }


def campaign(row: Row, known: DocumentNames) -> Record:
    row.one_of("kind", frozenset({"current", "planned"}))
    return copy(row, "partnership", "kind", "text", "category") | {
        "starts": row.day("starts"),
        "ends": row.day("ends"),
        "meeting_order": row.whole("meeting_order") or 0,
        "order": row.order(),
        "source_cell": known.cells.at(row, row["text"]),
    }


def responsibility(row: Row, known: DocumentNames) -> Record:
    return copy(row, "partnership", "level", "parent", "text") | {
        "order": row.order(),
        "source_cell": known.cells.at(row, row["text"]),
    }
