"""Knows the columns of every published CSV, in the order in which they are loaded."""

PLACE = ("document", "table", "row", "column")
PRINTED = (*PLACE, "text")

COLUMNS: dict[str, tuple[str, ...]] = {
    "partnerships": ("partnership", "name", "kind", "area", "default_period", "order", "place"),
    "documents": ("document", "partnership", "title", "edition", "covers"),
    "categories": ("category", "name", "parent", "order"),
    "crime_types": ("crime", "number", "name", "category"),
    "areas": ("area", "name", "level", "parent", "partnership", "order", "population", *PRINTED),
    "lenses": ("partnership", "category", "wording", "order", *PRINTED),
    "tables": ("document", "table", "order", "columns", "fields"),
    "printed_cells": ("document", "table", "line", "kind", "row", "column", "text"),
    "notes": ("document", "table", "mark", "text"),
    "priorities": ("partnership", "area", "body", "order", "text", "objective", "categories", *PLACE),
    "indicators": (
        *("indicator", "code", "name", "category", "polarity", "value_type", "multiplier", "unit"),
        *("period_kind", "tolerance", "frequency", "definition", "part_of", "order", *PRINTED),
    ),
    "breaks": ("indicator", "period", "kind", "value_type", "unit", "polarity", "reason", *PRINTED),
    "observations": ("indicator", "area", "period", "covers_to", "reason", "marker", "note", *PRINTED),
    "targets": ("indicator", "area", "period", "base_period", "note", *PRINTED),
    "baselines": ("indicator", "area", "description", *PRINTED),
    "printed_figures": (
        *("figure", "partnership", "indicator", "area", "category", "period", "quantity", "kind", "compare"),
        *(*PRINTED, "sign"),
    ),
    "survey_ranks": ("partnership", "survey", "group", "area", "period", "rank", "category", *PRINTED),
    "actions": (
        *("partnership", "ref", "objective", "action", "lead", "due", "due_date", "resources", "partners"),
        *("framework", "measure", "progress", "changes", "outcome", "monitoring", "national_indicators"),
        *("category", "indicator", "document", "table", "row"),
    ),
    "risks": (
        *("partnership", "ref", "kind", "risk", "rating", "impact", "likelihood", "controls"),
        *("further_actions", "residual", "lead", "category", "document", "table", "row"),
    ),
    "meetings": ("partnership", "order", "meeting", "date", "lead", "document", "table", "row"),
    "campaigns": (
        *("partnership", "meeting_order", "order", "kind", "text", "starts", "ends", "category"),
        *PLACE,
    ),
    "responsibilities": ("partnership", "level", "order", "parent", "text", *PLACE),
    "statements": ("partnership", "section", "group", "order", "text", "categories", *PLACE),
}
