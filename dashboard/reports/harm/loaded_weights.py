"""Knows which table of harm weights holds for a partnership, and how every view names it."""

from dataclasses import replace

from dashboard.domain.choices import Measure
from dashboard.domain.filters import Filters
from dashboard.domain.harm.weights import WeightTable, newest
from dashboard.questions.store import Store
from dashboard.reports.made_up import INVENTED_WEIGHTS, is_invented

WEIGHED = frozenset({"drill-down"})  # the pages that measure by harm
#: On pages of indicators, whose figures no weights are for, and on the other pages of street-level crime.
NO_HARM = "Harm is measured on Drill-down only; figures are shown as published."
NO_HARM_HERE = "Harm is measured on Drill-down only; here are counts, for weights are told of crime types and offences."
NO_WEIGHTS = "No table of harm weights is loaded, so harm is no measure here:"  # what to do stands behind it


def weights_for(store: Store, partnership: str) -> WeightTable | None:
    """Return the table that weighs a partnership's crime, the newest of several; invented ones only invented crime.

    Nobody can fetch the file of invented ones: it was never loaded by anyone.
    """
    every = store.harm_weights()
    loaded = newest(table for table in every if table.source != INVENTED_WEIGHTS)
    if loaded is not None or not is_invented(partnership):
        return loaded
    made_up = newest(every)
    return replace(made_up, arrival=0) if made_up else None


def weights_words(table: WeightTable) -> str:
    """'Weights: Office for National Statistics, 2023/24 (weights.csv).'"""
    return f"Weights: {table.name} ({table.file})." if table.file else f"Weights: {table.name}."


def of_harm(page: str, filters: Filters) -> tuple[str, ...]:
    """What a page of street-level crime says that was asked for harm and has none."""
    return (NO_HARM_HERE,) if filters.measure is Measure.HARM and page not in WEIGHED else ()
