"""Proves that every method is explained, and that its example is worked out from the figures and never typed."""

import re
from dataclasses import replace
from decimal import Decimal
from inspect import isfunction
from types import ModuleType
from typing import Any, cast

import pytest

from dashboard.domain import intervals
from dashboard.domain.checks import figures as checks
from dashboard.domain.errors import MissingFigure
from dashboard.domain.records import Observation, Scope
from dashboard.domain.statistics import (
    backtest,
    comparison,
    control_chart,
    forecast,
    funnel,
    hotspots,
    likelihood,
    many,
    near_repeats,
    series,
    similar,
)
from dashboard.domain.statistics import recent_trend as trend
from dashboard.domain.statistics.control import days_between, season, signals
from dashboard.domain.statistics.control import limits as control_limits
from dashboard.domain.targets import status
from dashboard.domain.targets import target as targets
from dashboard.domain.values.printed import Value
from dashboard.questions.store import Store
from dashboard.reports.methods.method import Example, ExampleFigure, Method, text_of
from dashboard.reports.methods.registry import METHODS

STATISTICS = (
    *(comparison, funnel, similar, control_limits, days_between, near_repeats, season, signals),
    *(status, intervals, control_chart, trend, forecast, likelihood, backtest, series, hotspots, many, targets, checks),
)
SLUGS = (
    *("status", "certainty", "real-change", "intervals", "control-chart", "season", "days-between", "recent-trend"),
    *(
        "rolling-and-index",
        "hours",
        "forecast",
        "back-test",
        "comparison",
        "hotspots",
        "near-repeats",
        "harm",
        "priorities",
        "relative-targets",
        "checks",
        "markers",
        "small-numbers",
    ),
)
NUMBER = re.compile(r"[0-9][0-9,]*(?:\.[0-9]+)?")
NAMED_BY_NUMBER = re.compile(r"Locality [0-9]")
FROM_DOCUMENTS = (
    *("status", "certainty", "real-change", "intervals", "recent-trend", "rolling-and-index"),
    *("comparison", "relative-targets", "markers", "priorities"),
)


class Other:
    """A store with some answers of its own."""

    def __init__(self, store: Store, **answers: object) -> None:
        self._store = store
        self.__dict__.update(answers)

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever the store answers
        return getattr(self._store, name)


def other(store: Store, **answers: object) -> Store:
    return cast(Store, Other(store, **answers))


def without_the_invented(store: Store) -> Store:
    known = tuple(item for item in store.partnerships() if item.slug != "sampleshire")
    return other(store, partnerships=lambda: known)


def texts_of(example: Example) -> list[str]:
    return [text_of(piece) for worked in example.tables for row in worked.rows for piece in row]


def explained_functions(module: ModuleType) -> dict[str, object]:
    """The public functions of *module*; those it only borrows count where it offers them."""
    offered = getattr(module, "__all__", ())
    return {
        name: found
        for name, found in vars(module).items()
        if isfunction(found) and not name.startswith("_") and (found.__module__ == module.__name__ or name in offered)
    }


def test_the_methods_are_those_that_pages_lead_to() -> None:
    assert tuple(METHODS) == SLUGS


@pytest.mark.parametrize("module", STATISTICS, ids=[module.__name__.rpartition(".")[2] for module in STATISTICS])
def test_every_public_function_of_the_statistics_is_explained(module: ModuleType) -> None:
    used = {function for method in METHODS.values() for function in method.uses}
    public = explained_functions(module)
    assert public
    assert {name for name, function in public.items() if function not in used} == set()


@pytest.mark.parametrize("method", METHODS.values(), ids=METHODS)
def test_no_method_lacks_a_part(method: Method) -> None:
    assert method.title
    assert method.question.endswith("?")
    assert all(line.equation and line.words for line in method.formula)
    assert all((method.formula, method.source, method.uses, len(method.limits) >= 3))
    assert all(line.endswith(".") for line in (*method.source, *method.limits))


@pytest.mark.parametrize("method", METHODS.values(), ids=METHODS)
@pytest.mark.parametrize("invented", [True, False], ids=["with Sampleshire", "without"])
def test_every_number_of_a_sentence_stands_in_the_example(method: Method, invented: bool, store: Store) -> None:
    example = method.example(store if invented else without_the_invented(store))
    heads = [text for worked in example.tables for text in (worked.caption, *worked.headings)]
    explained = [*method.limits, *(line.equation for line in method.formula)]
    numbers = {number for text in (*texts_of(example), *heads, *explained) for number in NUMBER.findall(text)}
    said = [NAMED_BY_NUMBER.sub("", words) for words in example.said]
    assert example.about
    assert {number for words in said for number in NUMBER.findall(words)} <= numbers


@pytest.mark.parametrize("method", METHODS.values(), ids=METHODS)
def test_a_table_of_an_example_has_a_heading_for_each_column(method: Method, store: Store) -> None:
    for worked in method.example(store).tables:
        assert worked.rows
        assert {len(row) for row in worked.rows} == {len(worked.headings)}


GOLDEN = {
    "status": ("+16.3%", "−11.8%", "−1.0%", "−1.3 points", "Missed", "Met", "Near", "Not judged: part year only"),
    "certainty": ("1.163", "1.042", "1.295", "0.882", "0.860", "0.904", "0.990", "0.881", "1.109", "Within chance"),
    "real-change": ("0.6681", "under 0.0001", "0.8079", "0.0045"),
    "intervals": ("300.1", "372.9", "0.6", "8.8", "571 of 969", "55.8%", "62.0%"),
    "recent-trend": ("46.77", "4,369", "3,127"),
    "rolling-and-index": ("100.0", "85.0", "84.3", "71.6"),
    "comparison": ("−10.1 points", "+8.4 points", "32.9%", "139.5", "Below"),
    "hotspots": ("9 (+3.07)", "1 (−0.73)", "Persistent", "Emerging", "Former", "Intermittent"),
    "relative-targets": ("0.72", "0.698", "0.678", "“-3% reduction on Yr 1 performance”"),
    "days-between": ("2.097937", "0.769466", "0.051156", "4.144718", "14.4030", "167.1021", "0.0000"),
    "near-repeats": ("2", "0.6", "120", "8", "0.0667"),
    "hours": ("2/11", "4/11", "1/11", "0.1818", "165"),
    "harm": ("34,380", "2,865", "25,000", "20,000", "30,000", "5,500"),
    "checks": ("The text says 3,135; the table's localities sum to 3,127: a difference of 8.",),
    "markers": ("[p]", "[x]", "133 [p]", "1,128 [p]"),
}


@pytest.mark.parametrize(("slug", "golden"), GOLDEN.items(), ids=GOLDEN)
def test_an_example_comes_to_the_numbers_worked_by_hand(slug: str, golden: tuple[str, ...], store: Store) -> None:
    assert set(golden) <= set(texts_of(METHODS[slug].example(store)))


TYPED = {
    "control-chart": ("1.9", "−0.7", "4.6"),
    "season": ("1.037", "0.793", "15.9%", "1.414 times"),
    "forecast": ("300.5", "279 to 323", "288"),
    "back-test": ("33",),
}


@pytest.mark.parametrize(("slug", "golden"), TYPED.items(), ids=TYPED)
def test_without_the_invented_county_typed_numbers_say_that_they_are_typed(
    slug: str, golden: tuple[str, ...], store: Store
) -> None:
    example = METHODS[slug].example(without_the_invented(store))
    assert "not real figures" in example.about
    assert set(golden) <= set(texts_of(example))
    assert "invented" in METHODS[slug].example(store).about


def test_a_typed_forecast_says_its_chance_in_words(store: Store) -> None:
    assert METHODS["forecast"].example(without_the_invented(store)).said == ("Meeting the target of 288 is unlikely.",)


@pytest.mark.parametrize("slug", FROM_DOCUMENTS)
def test_a_figure_of_a_document_leads_to_its_cell(slug: str, store: Store) -> None:
    pieces = [piece for worked in METHODS[slug].example(store).tables for row in worked.rows for piece in row]
    figures = [piece for piece in pieces if isinstance(piece, ExampleFigure)]
    assert figures
    assert all(figure.cells for figure in figures)


def _higher(value: Value) -> Value:
    if value.number is None:
        return value
    return replace(value, number=value.number + 7, raw=str(value.number + 7))


def moved(store: Store) -> Store:
    """The same documents with every figure seven higher, and other targets."""

    def observations(scope: Scope) -> tuple[Observation, ...]:
        found = store.observations(scope)
        return tuple(replace(item, value=_higher(item.value)) for item in found)

    def targets_of(scope: Scope) -> tuple[object, ...]:
        found = store.targets(scope)
        rules = [replace(item.rule, number=item.rule.number and item.rule.number + 7) for item in found]
        return tuple(replace(item, rule=rule) for item, rule in zip(found, rules, strict=True))

    return other(store, observations=observations, targets=targets_of)


@pytest.mark.parametrize("slug", [*FROM_DOCUMENTS, "checks", "control-chart", "season", "forecast", "back-test"])
def test_other_figures_make_another_example(slug: str, store: Store) -> None:
    assert texts_of(METHODS[slug].example(moved(store))) != texts_of(METHODS[slug].example(store))


@pytest.mark.parametrize(
    ("slug", "question"),
    [
        *(("status", "partnerships"), ("status", "indicators"), ("real-change", "observations")),
        *(("intervals", "printed_figures"), ("forecast", "observations"), ("control-chart", "observations")),
    ],
)
def test_what_is_not_loaded_is_said_and_not_made_up(slug: str, question: str, store: Store) -> None:
    with pytest.raises(MissingFigure, match=r"not loaded|no example to show|could be forecast|too few months"):
        METHODS[slug].example(other(store, **{question: lambda *_: ()}))


def test_contributions_sum_to_the_change_of_the_total(store: Store) -> None:
    adds = [text for text in texts_of(METHODS["comparison"].example(store)) if text.endswith(" points")]
    total = sum(Decimal(text.removesuffix(" points").replace("−", "-")) for text in adds)
    assert abs(total - Decimal("9.0")) <= Decimal("0.2")
