"""Knows the page on markers: what stands beside a figure, or in its place."""

from dashboard.domain.records import Observation, Scope
from dashboard.domain.values.printed import Marker, ValueType, read_value
from dashboard.domain.wording import sentence
from dashboard.questions.store import Store
from dashboard.reports.methods.figures import PartnershipFigures, five_documents
from dashboard.reports.methods.method import Example, ExampleFigure, Formula, Method, Piece, table
from dashboard.reports.words.figures import MARKER_WORDS, WHY

MEANINGS = {
    Marker.PROVISIONAL: "may still change",
    Marker.REVISED: "was another number in an earlier file",
    Marker.ESTIMATED: "worked out from other figures, for instance a sum that no document prints",
    Marker.NOT_AVAILABLE: "there is no figure",
    Marker.NOT_APPLICABLE: "there can be no figure",
    Marker.CONFIDENTIAL: "withheld, because it could show a person",
    Marker.LOW_RELIABILITY: "rests on little",
    Marker.BREAK: "measured another way than before: not comparable",
    Marker.ROUNDS_TO_ZERO: "too small to show, but not nought",
}


def markers_example(store: Store) -> Example:
    known = table(
        "The markers",
        ("Marker", "Short for", "What it says"),
        [(f"[{marker}]", sentence(MARKER_WORDS[marker]), MEANINGS[marker]) for marker in Marker],
    )
    marked = [row for found in five_documents(store) for row in _printed(found)]
    headings = ("Indicator", "Partnership", "Year", "As printed", "Read as")
    tables = (known, table("Published figures with a marker", headings, marked)) if marked else (known,)
    return Example("Figures of the five documents. Each leads to its cell.", tables, ())


def _printed(found: PartnershipFigures) -> list[tuple[Piece, ...]]:
    """The first figure of each indicator that has a marker of its own."""
    scope = Scope(found.filters.partnership)
    own = [item for item in found.store.observations(scope) if item.value.marker or item.value.reason]
    first = {item.indicator: item for item in reversed(own) if item.value.raw.strip()}
    names = {item.id: item.name for item in found.ledger.indicators}
    return [
        (
            names[slug],
            found.name,
            item.period.label,
            ExampleFigure(f"“{item.value.raw}”", found.filters, item.sources),
            _read(item),
        )
        for slug, item in sorted(first.items())
    ]


def _read(item: Observation) -> str:
    """What the reader of cells makes of it."""
    value = read_value(item.value.raw, ValueType.COUNT) if item.value.number is not None else item.value
    marker = item.value.marker
    shown = f"{value.number:,}" if value.number is not None else WHY[value.reason] if value.reason else ""
    return f"{shown} [{marker}]" if marker else shown


MARKERS = Method(
    slug="markers",
    title="Markers beside a figure",
    question="What do [p], [e] or [x] beside a figure mean?",
    formula=(
        Formula(
            "[x], [z] and [c] stand in place of a number · all others stand beside one",
            "A missing figure keeps its reason and is never counted as 0. In files the marker has a column of its own.",
        ),
    ),
    source=("Government Analysis Function, guidance on symbols and shorthand in statistical tables.",),
    example=markers_example,
    limits=(
        "A marker is as good as its source: a document that does not mark an estimate looks certain.",
        "[r] says that a figure changed, not why: the figure’s own page holds what it was before.",
        "“N/A” in a document may mean not available or not applicable. The note beside it decides.",
    ),
    uses=(read_value,),
)
