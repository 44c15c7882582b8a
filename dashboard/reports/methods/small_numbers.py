"""Knows the page on small numbers: when [c] stands in place of a figure, and when a figure is rounded."""

from collections.abc import Callable

from dashboard.domain.disclosure.guessing import UNBOUNDED, Guess
from dashboard.domain.disclosure.partners import partners
from dashboard.domain.disclosure.rounding import rounding
from dashboard.domain.disclosure.rule import Mode, SmallNumberRule
from dashboard.domain.disclosure.sums import Equation, Key, State, Sums, Tally
from dashboard.questions.store import Store
from dashboard.reports.methods.method import Example, Formula, Method, Worked, table

COUNTS = ((3, 12, 20), (15, 9, 8), (22, 7, 30))
WARDS, QUARTERS = ("Ward A", "Ward B", "Ward C", "All wards"), ("Q1", "Q2", "Q3", "Year so far")
HIDES = SmallNumberRule(mode=Mode.SUPPRESS, show_zero=False)
ROUNDS = SmallNumberRule(mode=Mode.ROUND)
SMALL = (0, 0)


def small_numbers_example(_store: Store) -> Example:
    """One invented table under each rule: real small numbers are not for this page."""
    block = _block(HIDES)
    hidden = {SMALL, *partners(block, HIDES).hidden}
    shown = rounding(_block(None), ROUNDS)
    (alone, _), (low, high) = _range(block, {SMALL}), _range(block, hidden)
    tables = (
        _table("The counts as the office sees them", lambda at: f"{block.entries[at].value}"),
        _table("[c] for the small one and for those that would give it back", lambda at: _cell(block, at, hidden)),
        _table("Rounded to 5, each by itself", lambda at: f"{shown[at]}"),
        _worked_out(alone, low, high, len(hidden) - 1),
    )
    said = (
        f"With the small count alone hidden, its row less the others gives it back: {alone:.0f}.",
        f"With {len(hidden) - 1} others hidden too it may be anything from {low:.0f} to {high:.0f}.",
    )
    about = "An invented table: a rule that hides small numbers cannot be explained with real ones."
    return Example(about, tables, said)


def _worked_out(alone: float, low: float, high: float, others: int) -> Worked:
    rows = [("1", f"{alone:.0f}", f"{alone:.0f}"), (f"1 and {others} others", f"{low:.0f}", f"{high:.0f}")]
    return table("What a reader can work out of the small count", ("Counts hidden", "Least", "Most"), rows)


def _table(caption: str, text: Callable[[tuple[int, int]], str]) -> Worked:
    rows = [(ward, *(text((at, column)) for column in range(len(QUARTERS)))) for at, ward in enumerate(WARDS)]
    return table(caption, ("Area", *QUARTERS), rows)


def _cell(block: Sums, at: Key, hidden: set[Key]) -> str:
    return "[c]" if at in hidden else f"{block.entries[at].value}"


def _range(block: Sums, hidden: set[Key]) -> tuple[float, float]:
    """Between which numbers a reader knows the small count to lie."""
    known = {
        at: (0.0, UNBOUNDED) if at in hidden else (entry.value, entry.value) for at, entry in block.entries.items()
    }
    return Guess(block.equations, known).range_of(SMALL) or (0.0, UNBOUNDED)


def _block(rule: SmallNumberRule | None) -> Sums:
    """The table with its totals; what is small under *rule* hidden."""
    rows = [*COUNTS, [sum(column) for column in zip(*COUNTS, strict=True)]]
    last = len(COUNTS)
    full = [[*row, sum(row)] for row in rows]
    entries: dict[Key, Tally] = {
        (at, column): _entry(number, rule) for at, row in enumerate(full) for column, number in enumerate(row)
    }
    every, parts = range(last + 1), range(last)
    sums = [Equation((at, last), tuple((at, column) for column in parts)) for at in every]
    sums += [Equation((last, column), tuple((at, column) for at in parts)) for column in every]
    return Sums(entries, tuple(sums))


def _entry(number: int, rule: SmallNumberRule | None) -> Tally:
    small = rule is not None and rule.is_small(number)
    return Tally(number, State.HIDDEN if small else State.OPEN, small)


SMALL_NUMBERS = Method(
    slug="small-numbers",
    title="Small numbers",
    question="Why does [c] stand in place of a figure, or why is a figure rounded?",
    formula=(
        Formula(
            "[c] for 1 to threshold − 1, and for the cheapest others until each may be any small number",
            "Which others is worked out over every table, period and release at once, not page by page: otherwise the"
            " quarter less two of its months would give the third. [c] never says which of the two it is.",
        ),
        Formula(
            "shown = 5 × round(count ÷ 5)",
            "Each count by itself, so that parts need not add up to their total. A total that would still give a small"
            " part away is drawn towards its rounded parts. Rates and percentages are made of rounded counts.",
        ),
    ),
    source=(
        "Government Statistical Service, guidance on disclosure control for tables produced from administrative data.",
        "Fischetti and Salazar (2001): solving the cell suppression problem on tabular data with linear constraints.",
    ),
    example=small_numbers_example,
    limits=(
        "A partnership’s office sees its own figures as they are; a rule is for everybody else.",
        "A rule cannot take back what was read before it was set, nor what is known from elsewhere.",
        "Street-level crime and the published documents are open data, under no rule.",
        "Two running years that overlap differ by two months that nobody published: that difference is not protected.",
    ),
    uses=(partners, rounding),
)
