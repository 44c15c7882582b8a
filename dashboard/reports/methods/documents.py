"""Knows the pages on what documents say: targets in words, and the checks on published figures."""

from dashboard.domain.checks.figures import (
    identical_targets,
    parts_against_total,
    percentage_of_a_count_possible,
    printed_against_worked_out,
    residual_jump,
    residual_risk_blank,
    risk_rating,
    target_easier_than_actual,
    target_one_under_actual,
    text_against_table,
    unit_changed,
    whole_against_parts,
)
from dashboard.domain.checks.findings import Finding, Severity
from dashboard.domain.targets.target import (
    as_worded,
    base_period_of,
    lawful,
    named_base,
    read_target,
    resolve,
    waits_for_base,
)
from dashboard.questions.store import Store
from dashboard.reports.evidence.checks import checks
from dashboard.reports.indicators.judged import Standing
from dashboard.reports.indicators.offered import with_code
from dashboard.reports.methods.figures import STAFFORDSHIRE, PartnershipFigures, five_documents
from dashboard.reports.methods.method import Example, ExampleFigure, Formula, Method, Piece, table
from dashboard.reports.words.figures import target_number

SLUG = "ni-15"
SEVERITY_WORDS = {Severity.DIFFERS: "Differs", Severity.FLAG: "To know", Severity.AGREES: "Agrees"}


def targets_example(store: Store) -> Example:
    found = PartnershipFigures(store, STAFFORDSHIRE)
    indicator = found.indicator(SLUG)
    rows: list[tuple[Piece, ...]] = []
    said: list[str] = []
    for target in found.ledger.target_series(indicator, found.area.slug):
        resolved = found.ledger.resolved(target, indicator)
        printed = ExampleFigure(f"“{target.rule.raw.strip()}”", found.filters, (target.source,))
        number = target_number(Standing(indicator, target.period, None, target, resolved)) or "–"
        rows.append((target.period.label, printed, number, resolved.basis))
        said += [f"{target.period.label}: {reading.words}" for reading in resolved.readings]
    headings = ("Year", "Target as printed", "Judged by", "How it was read")
    worked = table(f"{with_code(indicator)}, {indicator.unit}", headings, rows)
    about = "Staffordshire’s delivery plan for NI 15 (2010), as printed. Each target leads to its cell."
    return Example(about, (worked,), tuple(said))


def checks_example(store: Store) -> Example:
    found: dict[str, tuple[PartnershipFigures, Finding]] = {}
    agreed = others = 0
    for published in five_documents(store):
        for item in checks(store, published.filters.partnership):
            agreed += item.severity == Severity.AGREES
            others += item.severity != Severity.AGREES
            known = found.get(item.rule)
            if known is None or known[1].severity == Severity.AGREES != item.severity:
                found[item.rule] = (published, item)
    rows = [_check_row(*pair) for pair in found.values() if pair[1].severity != Severity.AGREES]
    worked = table(
        "One finding of each check that found something", ("About", "Document of", "Finding", "What was found"), rows
    )
    count = table(
        "Every finding on the five documents",
        ("Documents", "Agree", "Differ, or to know"),
        [("Together", str(agreed), str(others))],
    )
    said = f"{agreed} comparisons agree; {others} findings differ or should be known. The Data page lists them all."
    return Example("All five published documents, as printed.", (worked, count), (said,))


def _check_row(published: PartnershipFigures, item: Finding) -> tuple[Piece, ...]:
    return item.subject, published.name, SEVERITY_WORDS[item.severity], item.sentence


RELATIVE_TARGETS = Method(
    slug="relative-targets",
    title="Targets in words",
    question="What number does “−3% reduction on Yr 1 performance” come to?",
    formula=(
        Formula(
            "target = base × (100 + change) ÷ 100",
            "The text stays as printed. Beside it stands what it is a change of, and the number it comes to.",
        ),
        Formula(
            "base: what the words name, else the year’s target if it is known, otherwise its actual",
            "“Performance” and “outturn” name the actual, “target” the target; it is judged on no other. Every other"
            " lawful reading is listed. Where the words name neither and the readings come to different verdicts,"
            " there is no status: it depends on the reading, and both verdicts are shown.",
        ),
    ),
    source=("Our own rules; the reading that is used is always named (docs/decisions/002).",),
    example=targets_example,
    limits=(
        "The document does not say which base it meant. Another reading may change the status: look at all of them.",
        "“By 5%” of a percentage may mean per cent or percentage points: no number is chosen.",
        "A direction without a number (“to reduce”) is judged by the movement alone.",
        "“TBC” and “baseline to be set” are not judged.",
    ),
    uses=(resolve, read_target, named_base, base_period_of, lawful, as_worded, waits_for_base),
)

CHECKS = Method(
    slug="checks",
    title="Checks on what was published",
    question="Do the figures of a document agree with each other?",
    formula=(
        Formula(
            "parts against total · printed against worked out · text against table",
            "Sums and percentages are worked out again and compared at the decimals that are printed.",
        ),
        Formula(
            "unit changed · target easier than the last actual · target one under it · identical targets",
            "What is lawful, but should be known before a status is believed.",
        ),
        Formula(
            "percentage of a count · parts that jump · a year against its months · risk rating = impact × likelihood",
            "A percentage of a few must be a whole number of them; what is left of a total should not double.",
        ),
    ),
    source=(
        "Our own list, made from what the five documents hold.",
        "Percentage of a count: Brown and Heathers, The GRIM test, Social Psychological and Personality Science 8"
        " (2017).",
    ),
    example=checks_example,
    limits=(
        "A finding is not a mistake: figures may differ for a good reason. It can be explained or accepted by name.",
        "Nothing is corrected. Every figure stands in the product as the document gives it.",
        "What agrees may still be wrong: both may have been copied from the same slip.",
        "Only what is printed twice, or can be worked out, can be checked at all.",
    ),
    uses=(
        *(parts_against_total, printed_against_worked_out, text_against_table, unit_changed, residual_jump),
        *(percentage_of_a_count_possible, target_easier_than_actual, target_one_under_actual, identical_targets),
        *(risk_rating, residual_risk_blank, whole_against_parts),
    ),
)
