"""The address grammar: every view is a link, every unknown value a sentence, nothing is guessed."""

from dataclasses import fields, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.domain.address import LONGEST_ADDRESS, filters_from, nearest
from dashboard.domain.choices import Choices, Measure, PartnershipChoices
from dashboard.domain.errors import UnknownFilter
from dashboard.domain.filters import FILTERS, KEYS, Filters
from dashboard.domain.periods.period import calendar_year, financial_year

NOW, BEFORE, CALENDAR = financial_year(2010), financial_year(2009), calendar_year(2009)
WARWICKSHIRE = PartnershipChoices(
    partnership="warwickshire",
    name="Warwickshire",
    default_period=NOW,
    areas=(("rugby", "Rugby"),),
    categories=(("road-safety", "Road Safety"), ("violent-crime", "Serious Violent Crime")),
    indicators=(("ni-15", "NI 15", "Most serious violence"), ("asb", "", "ASB"), ("ni-15-parts", "NI 15", "Parts")),
    periods=(CALENDAR, BEFORE, NOW),
)
DERBY = PartnershipChoices("derby", "Derby", financial_year(2003), (), (), (), (financial_year(2003),))
CHOICES = Choices.given(WARWICKSHIRE, DERBY)
HOME = Filters("warwickshire", NOW)


@pytest.mark.parametrize(
    ("search", "filters"),
    [
        ("", HOME),
        ("?", HOME),
        ("?partnership=warwickshire", HOME),
        ("partnership=derby", Filters("derby", financial_year(2003))),
        ("?area=rugby", Filters("warwickshire", NOW, area="rugby")),
        ("?area=warwickshire/rugby", Filters("warwickshire", NOW, area="rugby")),
        ("?area=warwickshire", HOME),
        ("?period=2009-10", Filters("warwickshire", BEFORE)),
        ("?period=2009", Filters("warwickshire", CALENDAR)),
        ("?category=road-safety", Filters("warwickshire", NOW, categories=frozenset({"road-safety"}))),
        (
            "?category=violent-crime&category=road-safety&category=road-safety",
            Filters("warwickshire", NOW, categories=frozenset({"road-safety", "violent-crime"})),
        ),
        ("?from=2009-10&to=2010-11", Filters("warwickshire", NOW, start=BEFORE, end=NOW)),
        ("?from=2010-11", Filters("warwickshire", NOW, start=NOW)),
        ("?to=2009", Filters("warwickshire", NOW, end=CALENDAR)),
        ("?measure=index", Filters("warwickshire", NOW, measure=Measure.INDEX)),
        ("?measure=count", HOME),
        ("?run=6", HOME.with_(run=6)),
        ("?run=7", HOME),
    ],
)
def test_an_address_names_one_view(search: str, filters: Filters) -> None:
    assert filters_from(search, CHOICES) == filters


SEVERAL = replace(
    WARWICKSHIRE,
    indicators=(
        ("drug-users", "NI 40 & 115", "Drug users"),
        ("vehicle-crime", "NI 16", "Vehicle crime"),
        ("burglary", "NI 16", "Burglary"),
        ("cohesion", "NI 1 & 2", "Cohesion"),
        ("ni-33", "", "Arson"),
        ("odd", "%", "Odd"),
    ),
)


@pytest.mark.parametrize(
    ("named", "found"),
    [
        ("NI 40 & 115", {"drug-users"}),
        ("NI%2040%20&%20115", {"drug-users"}),
        ("NI+40+&+NI+115", {"drug-users"}),
        ("NI 40 %26 115", {"drug-users"}),
        ("NI40/115", {"drug-users"}),
        ("ni-40-115", {"drug-users"}),
        ("ni 40 and 115", {"drug-users"}),
        ("ni 115 and 40", {"drug-users"}),
        ("NI 40", {"drug-users"}),
        ("ni-40", {"drug-users"}),
        ("NI40", {"drug-users"}),
        ("ni 115", {"drug-users"}),
        ("NI 1", {"cohesion"}),
        ("NI 16", {"vehicle-crime", "burglary"}),
        ("ni16&period=2010-11", {"vehicle-crime", "burglary"}),
        ("NI 33", {"ni-33"}),
    ],
)
def test_a_code_as_it_is_printed_and_each_half_of_it_find_every_indicator_that_bears_it(
    named: str, found: set[str]
) -> None:
    assert filters_from(f"indicator={named}", Choices.given(SEVERAL)).indicators == found


@pytest.mark.parametrize("named", ["NI 12", "NI 4", "NI 11", "40", "115", "NI 40 & 116", "NI 40115", "NI 1.2", "&"])
def test_what_is_no_indicators_code_finds_none(named: str) -> None:
    asked = named.replace("&", "%26")
    with pytest.raises(UnknownFilter, match="has no indicator"):
        filters_from(f"indicator={asked}", Choices.given(SEVERAL))


@pytest.mark.parametrize("named", ["ni-15", "NI 15", "ni15", "Ni-15", "NI+15"])
def test_an_indicator_may_be_named_by_its_code_and_the_first_of_that_code_is_meant(named: str) -> None:
    assert filters_from(f"indicator={named}", CHOICES).indicators == {"ni-15"}


@pytest.mark.parametrize(
    ("search", "view", "sentence"),
    [
        ("partnership=atlantis", HOME, "There is no partnership 'atlantis'; there are warwickshire, derby."),
        ("area=york", HOME, "Warwickshire has no area 'york'; its areas: rugby."),
        (
            "partnership=derby&area=rugby",
            Filters("derby", financial_year(2003)),
            "Derby has no area 'rugby'; it has none.",
        ),
        ("period=2010-12", HOME, "'2010-12' is not a period such as 2010-11."),
        ("period=2007-08", HOME, "Warwickshire has nothing for 2007/08; it has 2009, 2009-10, 2010-11."),
        ("from=yesterday", HOME, "'yesterday' is not a period such as 2010-11."),
        ("from=2010-11&to=2009-10", HOME, "'from' lies after 'to'; both are left out."),
        ("category=piracy", HOME, "Warwickshire has no category 'piracy'."),
        ("indicator=ni-99", HOME, "Warwickshire has no indicator 'ni-99'."),
        ("measure=mood", HOME, "'mood' is not a measure; there are count, rate, change, index, rolling."),
        ("area=rugby&area=rugby", HOME.with_(area="rugby"), "'area' is given 2 times; the first is used."),
        (
            "colour=red",
            HOME,
            "'colour' is not a filter; the filters are partnership, area, category, indicator,"
            " crime, period, from, to, by, against, compare, measure, outcome, hours, run, weights, since, as-at.",
        ),
        ("crime=burglary", HOME, "Warwickshire has no crime 'burglary'."),
        ("by=week", HOME, "'week' is no length of period; there are month, quarter, year."),
        ("run=8", HOME, "'8' is no run length of a control chart; there are 6, 7."),
        ("as-at=yesterday", HOME, "'yesterday' is not a day such as 2026-05-14."),
        ("compare=derby", HOME, "Warwickshire cannot be compared with 'derby': it has no street-level crime."),
        ("area=%FF", HOME, "The address is not a list of filters such as partnership=warwickshire."),
        (
            "&".join(["area=rugby"] * 101),
            HOME,
            "The address is not a list of filters such as partnership=warwickshire.",
        ),
        ("x" * (LONGEST_ADDRESS + 1), HOME, f"The address is longer than {LONGEST_ADDRESS} characters."),
    ],
)
def test_what_cannot_be_had_is_a_sentence_and_the_nearest_view(search: str, view: Filters, sentence: str) -> None:
    assert nearest(search, CHOICES) == (view, (sentence,))
    with pytest.raises(UnknownFilter) as fault:
        filters_from(search, CHOICES)
    assert str(fault.value) == sentence


def test_a_control_without_a_choice_asks_for_nothing_and_a_word_without_a_value_is_no_filter() -> None:
    assert nearest("partnership=&area=&period=", CHOICES) == (HOME, ())
    view, problems = nearest("derby", CHOICES)
    assert view == HOME
    assert problems[0].startswith("'derby' is not a filter")


def test_every_problem_of_an_address_is_named_at_once() -> None:
    with pytest.raises(UnknownFilter) as fault:
        filters_from("area=york&measure=mood&colour=red", CHOICES)
    assert [word in str(fault.value) for word in ("york", "mood", "colour")] == [True, True, True]


def test_what_was_asked_of_an_unknown_partnership_is_not_looked_for_in_another() -> None:
    view, problems = nearest("partnership=atlantis&area=york&period=1850", CHOICES)
    assert (view, len(problems)) == (HOME, 1)


def test_foreign_text_is_quoted_short_and_printable() -> None:
    _, problems = nearest(f"area=%07{'a' * 60}", CHOICES)
    assert problems == (f"Warwickshire has no area '?{'a' * 39}…'; its areas: rugby.",)


@pytest.mark.parametrize(
    ("filters", "query"),
    [
        (HOME, "partnership=warwickshire&period=2010-11"),
        (
            Filters(
                "warwickshire",
                BEFORE,
                area="rugby",
                categories=frozenset({"violent-crime", "road-safety"}),
                indicators=frozenset({"ni-15"}),
                start=CALENDAR,
                end=NOW,
                measure=Measure.RATE,
                run=6,
            ),
            "partnership=warwickshire&area=rugby&category=road-safety&category=violent-crime&indicator=ni-15"
            "&period=2009-10&from=2009&to=2010-11&measure=rate&run=6",
        ),
    ],
)
def test_a_view_is_written_in_one_order_and_reads_back_as_itself(filters: Filters, query: str) -> None:
    assert filters.to_query() == query
    assert filters_from(f"?{query}", CHOICES) == filters


@pytest.mark.parametrize(("area", "slug"), [("", "warwickshire"), ("rugby", "warwickshire/rugby")])
def test_the_area_slug_is_whole_with_its_partnership(area: str, slug: str) -> None:
    assert Filters("warwickshire", NOW, area=area).area_slug == slug


@pytest.mark.parametrize(("area", "name"), [("rugby", "Rugby"), ("", "Warwickshire")])
def test_an_offer_names_its_areas_and_itself(area: str, name: str) -> None:
    assert WARWICKSHIRE.area_name(area) == name


@pytest.mark.parametrize(("slug", "words"), [("road-safety", "Road Safety"), ("fishing", "fishing")])
def test_an_offer_words_its_categories(slug: str, words: str) -> None:
    assert WARWICKSHIRE.wording(slug) == words


def test_the_offer_of_a_partnership_is_found_by_its_slug() -> None:
    assert CHOICES.of("derby") is DERBY


@given(st.text(max_size=200) | st.lists(st.tuples(st.text(max_size=9), st.text(max_size=9))).map(str))
def test_any_text_at_all_leads_to_a_view_that_can_be_linked_to(search: str) -> None:
    view, _ = nearest(search, CHOICES)
    assert filters_from(view.to_query(), CHOICES) == view


def test_the_table_fills_every_field_of_a_view_once() -> None:
    assert sorted(item.field for item in FILTERS) == sorted(item.name for item in fields(Filters))
    assert len(set(KEYS)) == len(FILTERS)


def test_only_the_partnership_has_to_be_said() -> None:
    assert HOME.to_query() == "partnership=warwickshire&period=2010-11"
    assert [key for key, value in HOME.described().items() if value] == [
        "partnership",
        "period",
        "against",
        "measure",
        "run",
    ]
