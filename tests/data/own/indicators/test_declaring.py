"""Proves that a file declares indicators word by word, that nothing is guessed, and that new ones are judged alike."""

from decimal import Decimal
from pathlib import Path

import pytest
from sqlalchemy import Engine

from dashboard.domain.categories import UNSORTED
from dashboard.domain.doors import FileDoor
from dashboard.domain.periods.period import PeriodKind
from dashboard.domain.records import Indicator, Scope
from dashboard.domain.targets.status import Polarity, Status
from dashboard.domain.values.printed import Reason, ValueType
from dashboard.reports.desk import Desk
from dashboard.reports.pages.year_end import year_end
from data.own.indicators.declaring import code_key, declared_indicator
from data.own.indicators.kinds import kind_by_cells
from data.parcel_rows import SaidFigure
from data.sources.figures.parcels import NO_FIGURE
from data.store import SqlStore
from tests.data.own.typed import Rows, book, load, text_file, told, wish

CATEGORIES = {"violent-crime": "violent-crime", "violence": "violent-crime"}
NOTHING = dict.fromkeys(
    (
        *("code", "name", "category", "polarity", "value_type", "multiplier", "unit"),
        *("tolerance", "definition", "period_kind", "part_of", "combines", "scale", "signed_targets"),
    ),
    "",
)
DECLARED = ("Indicator", "Code", "Polarity", "Category", "Unit", "Value type", "Multiplier", "Tolerance", "Part of")


def made(*texts: str, **said: str) -> Indicator:
    return declared_indicator("testshire", NOTHING | {"name": "Knife crime"} | said, cells(*texts), CATEGORIES)


def cells(*texts: str, what: str = "actual") -> list[SaidFigure]:
    return [{**NO_FIGURE, "what": what, "text": text} for text in texts]


def indicators(engine: Engine, partnership: str) -> dict[str, Indicator]:
    return {item.name: item for item in SqlStore(engine).indicators(Scope(partnership))}


def test_what_a_file_does_not_say_is_usual_or_undeclared() -> None:
    found = made("5", "7")
    assert (found.id, found.polarity, found.category) == ("testshire/knife-crime", Polarity.UNDECLARED, UNSORTED)
    assert (found.value_type, found.multiplier, found.tolerance) == (ValueType.COUNT, 1, Decimal(5))
    assert (found.period_kind, found.unit, found.definition) == (PeriodKind.FINANCIAL_YEAR, "", "")


def test_everything_that_a_file_says_is_taken() -> None:
    said = {"code": "KC 1", "category": "Violence", "polarity": "Lower is better", "value_type": "Rates"}
    found = made("5", multiplier="1,000", tolerance="2.5%", period_kind="quarter", unit="per 1,000", **said)
    assert (found.id, found.category, found.polarity) == ("testshire/kc-1", "violent-crime", Polarity.LOWER)
    assert (found.value_type, found.multiplier, found.tolerance) == (ValueType.RATE, 1000, Decimal("2.5"))
    assert (found.period_kind, found.unit) == (PeriodKind.QUARTER, "per 1,000")


@pytest.mark.parametrize(
    ("word", "polarity"),
    [
        *((word, Polarity.LOWER) for word in ("lower", "LOW", "decrease")),
        *((word, Polarity.HIGHER) for word in ("Higher is better", "high", "increase")),
        *((word, Polarity.NEUTRAL) for word in ("neutral", "neither")),
    ],
)
def test_a_polarity_is_declared_in_several_words(word: str, polarity: Polarity) -> None:
    assert made(polarity=word).polarity is polarity


@pytest.mark.parametrize(
    ("name", "word", "sentence"),
    [
        ("category", "Fishing", "“Fishing” is no category: name one of the categories that pages show, such as V"),
        ("multiplier", "0", "“0” is no multiplier: write a whole number such as 1,000."),
        ("multiplier", "2.5", "“2.5” is no multiplier: "),
        ("tolerance", "101", "“101” is no tolerance: write a percentage such as 5."),
        ("tolerance", "-1", "“-1” is no tolerance: "),
        ("tolerance", "some", "“some” is no tolerance: "),
        ("period_kind", "week", "“week” is no period kind: write one of "),
        ("name", "…", "an indicator needs a name of letters or digits."),
    ],
)
def test_a_word_that_declares_nothing_is_refused_with_those_that_do(name: str, word: str, sentence: str) -> None:
    with pytest.raises(ValueError, match=r"\.$") as refused:
        made(**{name: word})
    assert str(refused.value).startswith(sentence)


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (("5", "1,128 (3)", "TBC", "?"), ValueType.COUNT),
        (("5", "5.5"), ValueType.RATE),
        (("25%", "26.3 per cent", "N/A"), ValueType.PERCENTAGE),
        (("25%", "26"), ValueType.PERCENTAGE),
        (("TBC",), ValueType.COUNT),
        ((), ValueType.COUNT),
    ],
)
def test_figures_say_themselves_what_kind_they_are(texts: tuple[str, ...], expected: ValueType) -> None:
    assert kind_by_cells("Confidence", "", cells(*texts)) is expected


@pytest.mark.parametrize(
    ("code", "key"), [("NI 15", "ni15"), ("NI15", "ni15"), ("ni-15", "ni15"), ("3", ""), ("", ""), ("1.2", "")]
)
def test_a_code_is_known_with_or_without_blanks_and_a_number_is_none(code: str, key: str) -> None:
    assert code_key(code) == key


def forest(folder: Path) -> list[Path]:
    """A partnership's first table, with a declaration of two of its three indicators."""
    figures: Rows = [
        ("Indicator", "Area", "Period", "Actual", "Target"),
        ("Knife crime", "", "2011/12", 90, 100),
        ("Knife crime", "Lymington", "2011/12", 40, 35),
        ("Confidence", "", "2011/12", "61%", "60%"),
        ("Contacts", "", "2011/12", 7, 6),
    ]
    crime, confidence = "KC 1,lower,Violent crime,offences,count,,10,", ",higher,public-confidence,%,percentage,,,"
    lines = (f"Knife crime,{crime}", f"Confidence,{confidence}")
    return [book(folder / "forest.xlsx", figures), text_file(folder, "declared.csv", ",".join(DECLARED), *lines)]


def test_a_new_partnership_that_declares_indicators_is_judged_like_any_other(engine: Engine, tmp_path: Path) -> None:
    found = load(engine, *forest(tmp_path), wish=wish("New Forest")).figures
    assert (found.partnerships, found.areas) == (("New Forest",), ("Lymington",))
    assert (found.indicators, found.unjudged) == (("Knife crime", "Confidence", "Contacts"), ("Contacts",))
    report = Desk(SqlStore(engine)).show(year_end, "partnership=new-forest&period=2011-12")
    verdicts = {item.indicator.name: item.verdict for item in report.rows}
    assert report.title == "2011/12 year end: two targets met and one not judged"
    assert {name: item.status for name, item in verdicts.items()} == {
        **dict.fromkeys(("Knife crime", "Confidence"), Status.MET),
        "Contacts": Status.NOT_JUDGED,
    }
    assert verdicts["Contacts"].reason is Reason.POLARITY_NOT_DECLARED
    area = Desk(SqlStore(engine)).show(year_end, "partnership=new-forest&area=lymington&period=2011-12")
    assert [item.verdict.status for item in area.rows] == [Status.MISSED]


def test_a_declaration_that_cannot_be_read_loses_its_figures_and_says_where_and_how_many(
    quick_engine: Engine, tmp_path: Path
) -> None:
    lines = ("Indicator,Tolerance,Period,Actual", "Knife crime,some,2011/12,7", "Knife crime,,2012/13,8")
    more = [f"NI 15,,201{at}/1{at + 1},3" for at in range(1, 5)]
    summary = load(quick_engine, text_file(tmp_path, "a.csv", *lines, *more))
    assert summary.files[0].kept == [
        {
            "line": 2,
            "rule": "declaration-unreadable",
            "text": "line 2, field 2: Knife crime: “some” is no tolerance: write a percentage such as 5."
            " Its figures were left out: 2.",
        },
    ]
    assert [item[1] for item in told(summary.figures.changes)] == ["Most serious violent crime"] * 4


def test_what_is_declared_otherwise_is_told_and_changes_the_indicator(quick_engine: Engine, tmp_path: Path) -> None:
    line = "Most serious violent crime,NI 15,neutral,drugs,crimes,count,,,"
    summary = load(quick_engine, text_file(tmp_path, "declared.csv", ",".join(DECLARED), line))
    assert summary.figures.declared == (
        "Most serious violent crime: polarity becomes “neutral”, was “lower”.",
        "Most serious violent crime: category becomes “drugs”, was “most-serious-violence”.",
        "Most serious violent crime: unit becomes “crimes”, was “offences”.",
    )
    found = indicators(quick_engine, "warwickshire")["Most serious violent crime"]
    assert (found.polarity, found.category, found.unit) == (Polarity.NEUTRAL, "drugs", "crimes")
    assert (found.value_type, found.frequency) == (ValueType.COUNT, "Quarterly")
    again = text_file(tmp_path, "again.csv", ",".join(DECLARED), line.replace("count", ""))
    assert not load(quick_engine, again).changes_anything


def test_an_indicator_that_moved_takes_its_figures_into_the_other_category(
    quick_engine: Engine, tmp_path: Path
) -> None:
    load(quick_engine, text_file(tmp_path, "declared.csv", "Indicator,Code,Polarity,Category", "x,NI 15,,drugs"))
    store = SqlStore(quick_engine)
    for category, there in (("drugs", True), ("most-serious-violence", False)):
        scope = Scope("warwickshire", categories=frozenset({category}))
        for answer in (store.observations(scope), store.targets(scope)):
            assert ("warwickshire/ni-15" in {item.indicator for item in answer}) is there


def test_a_part_belongs_to_an_indicator_that_is_there(quick_engine: Engine, tmp_path: Path) -> None:
    lines = ("All knives,,lower,,,,,,", "Knives at school,,lower,,,,,,All knives", "Lost,,lower,,,,,,Nothing known")
    load(quick_engine, text_file(tmp_path, "declared.csv", ",".join(DECLARED), *lines))
    found = indicators(quick_engine, "warwickshire")
    assert found["Knives at school"].part_of == "warwickshire/all-knives"
    assert found["Lost"].part_of == ""


def test_the_print_goes_first_and_then_the_files_that_were_loaded(quick_engine: Engine, tmp_path: Path) -> None:
    load(quick_engine, text_file(tmp_path, "declared.csv", "Indicator,Polarity", "Knife crime,lower"))
    assert list(indicators(quick_engine, "warwickshire"))[-1] == "Knife crime"
    found = indicators(quick_engine, "warwickshire")["Knife crime"]
    assert (found.source.table, found.source.target) == ("declared.csv", FileDoor(int(found.source.document[5:])))


def test_an_indicator_is_of_the_file_that_declares_it(quick_engine: Engine, tmp_path: Path) -> None:
    first = text_file(tmp_path, "first.csv", "Indicator,Polarity", "Knife crime,lower")
    second = text_file(tmp_path, "second.csv", "Indicator,Polarity", "Gun crime,lower")
    load(quick_engine, first, second)
    store, found = SqlStore(quick_engine), indicators(quick_engine, "warwickshire")
    titles = {item.document: item.title for item in store.documents("warwickshire")}
    assert titles[found["Knife crime"].source.document] == "first.csv"
    assert titles[found["Gun crime"].source.document] == "second.csv"


@pytest.mark.parametrize(
    ("named", "indicator"),
    [
        (("NI 16", "Vehicle crime rate"), "vehicle-crime-rate"),
        (("NI 16", "Domestic burglary rate"), "domestic-burglary-rate"),
        (("", "Criminal damage"), "criminal-damage"),
        (("", "Criminal damage change"), "criminal-damage-change"),
        (("NI 40 & 115", "Drug users"), "drug-users-in-treatment"),
        (("Domestic burglary rate", "Breaking in"), "domestic-burglary-rate-breaking-in"),
    ],
)
def test_indicators_that_share_a_code_or_a_name_are_told_apart(
    quick_engine: Engine, tmp_path: Path, named: tuple[str, str], indicator: str
) -> None:
    path = text_file(tmp_path, "a.csv", "Code,Indicator,Period,Actual", f"{named[0]},{named[1]},2013/14,5")
    load(quick_engine, path, wish=wish("shropshire"))
    found = SqlStore(quick_engine).observations(Scope("shropshire"))
    assert [item.indicator for item in found if item.period.slug == "2013-14"] == [f"shropshire/{indicator}"]


def test_a_published_rate_of_what_is_counted_under_the_same_name_is_another_indicator(
    quick_engine: Engine, tmp_path: Path
) -> None:
    line = "E10000031,Warwickshire,2011/12,0.6,Most serious violent crime,Rate per 1000,offences"
    path = text_file(tmp_path, "a.csv", "area_code,area_name,period,value,indicator,measure,unit", line)
    found = load(quick_engine, path).figures
    assert (found.indicators, [item.indicator for item in found.changes]) == (
        ("Most serious violent crime (rate)",),
        ["Most serious violent crime (rate)"],
    )
    assert not load(quick_engine, path).changes_anything
