"""Knows the notes on method of a meeting's papers: what each word of a status, a change and a forecast means."""

from dashboard.reports.methods.registry import METHODS
from dashboard.reports.packs.pack import Section
from dashboard.reports.packs.tabled import columns, said, table

#: The methods whose words the papers use, in the order that a reader meets them.
USED = ("status", "certainty", "real-change", "forecast", "back-test", "control-chart", "comparison", "small-numbers")
PART = "How it is worked out"


def method_section() -> Section:
    """One row a method: its question, and its rule in a sentence."""
    found = [METHODS[slug] for slug in USED if slug in METHODS]
    rows = ((said(item.title), said(item.question), said(item.formula[0].words)) for item in found)
    names = ("The question", "The rule")
    sources = tuple(dict.fromkeys(source for item in found for source in item.source))
    return Section(
        key="method",
        part=PART,
        title="What the words in these papers mean",
        tables=(table(("method", "Methods"), columns("Method", *names, words=names), rows),),
        notes=("Each method has a page of its own, with a worked example and when not to trust it.",),
        sources=sources,
    )
