"""Knows which table each published CSV fills, and which reader turns its rows."""

from collections.abc import Callable

from data.documents import plan_records, printed_records, records
from data.documents.records import DocumentNames, Record
from data.documents.sheet import Row

READERS: dict[str, tuple[str, Callable[[Row, DocumentNames], Record]]] = {
    "partnerships": ("partnership", records.partnership),
    "documents": ("source_document", records.document),
    "categories": ("category", records.category),
    "crime_types": ("crime_type", records.crime_type),
    "areas": ("area", records.area),
    "lenses": ("lens", records.lens),
    "tables": ("printed_table", printed_records.printed_table),
    "printed_cells": ("printed_cell", printed_records.printed_cell),
    "notes": ("note", printed_records.note),
    "priorities": ("priority", records.priority),
    "indicators": ("indicator", records.indicator),
    "breaks": ("series_break", records.series_break),
    "observations": ("observation", records.observation),
    "targets": ("target", records.target),
    "baselines": ("baseline", records.baseline),
    "printed_figures": ("printed_figure", records.printed_figure),
    "survey_ranks": ("survey_rank", plan_records.survey_rank),
    "actions": ("action", plan_records.action),
    "risks": ("risk", plan_records.risk),
    "meetings": ("meeting", plan_records.meeting),
    "campaigns": ("campaign", plan_records.campaign),
    "responsibilities": ("responsibility", plan_records.responsibility),
    "statements": ("statement", printed_records.statement),
}
