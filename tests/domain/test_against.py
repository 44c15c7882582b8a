"""What a view is compared with: a year before, or a period as long and before it; everything else is a sentence."""

import pytest

from dashboard.domain.address import nearest
from dashboard.domain.choices import Choices, ComparedWith, PartnershipChoices, StreetChoices
from dashboard.domain.filters import Filters
from dashboard.domain.periods.calendar import By, period_with
from dashboard.domain.periods.months import month_number
from dashboard.domain.periods.period import financial_year, from_slug

MONTHS = [
    *range(month_number("2014-01"), month_number("2014-12")),
    *range(month_number("2024-01"), month_number("2026-02")),
]
STREET = StreetChoices((), tuple(sorted({period_with(month, by) for month in MONTHS for by in By})), lambda _: None)
NOW = financial_year(2010)
CHOICES = Choices.given(PartnershipChoices("stafford", "Stafford", NOW, (), (), (), (NOW,), STREET))
NEWEST = from_slug("2025-26-Q3")
INSTEAD = "The same months a year before are taken instead."


def asked(search: str, *, street: bool = True) -> tuple[Filters, tuple[str, ...]]:
    return nearest(search, CHOICES, street=street)


def test_a_page_of_street_level_crime_opens_on_the_newest_whole_quarter_and_others_on_their_year() -> None:
    assert asked("")[0] == Filters("stafford", NEWEST)
    assert asked("", street=False)[0] == Filters("stafford", NOW)
    assert asked("period=2010-11")[0].period == NOW
    without = Choices.given(PartnershipChoices("derby", "Derby", NOW, (), (), (), (NOW,)))
    assert nearest("", without, street=True)[0].period == NOW


@pytest.mark.parametrize(
    ("search", "back", "query"),
    [
        ("", 12, ""),
        ("against=year-before", 12, ""),
        ("against=2025-26-Q2", 3, "&against=2025-26-Q2"),
        ("against=2014-15-Q2", 135, "&against=2014-15-Q2"),
        ("period=2025-M06&against=2025-M05", 1, "&against=2025-M05"),
        ("period=2025-02--2026-01&against=2024-02--2025-01", 12, "&against=2024-02--2025-01"),
        ("from=2025-M06&to=2025-M07&against=2025-04--2025-05", 2, "&against=2025-04--2025-05"),
        ("from=2025-M06&against=2025-M05", 1, "&against=2025-M05"),
        ("to=2025-M06&against=2025-M05", 1, "&against=2025-M05"),
    ],
)
def test_a_period_before_the_one_shown_is_so_many_months_back(search: str, back: int, query: str) -> None:
    filters, problems = asked(search)
    assert (problems, filters.back) == ((), back)
    assert filters.to_query().endswith(query)
    assert asked(filters.to_query()) == (filters, ())
    assert filters.described()["against"] == (query.removeprefix("&against=") or "year-before")


@pytest.mark.parametrize(
    ("search", "sentence"),
    [
        ("against=last-year", "'last-year' is neither year-before nor a period such as 2010-11."),
        ("against=2012-13-Q2", "Stafford has nothing for Q2 2012/13 to compare with; it has 2010-11, crime between"),
        ("against=2024-25", f"Q3 2025/26 cannot be compared with 2024/25, which is not as long. {INSTEAD}"),
        ("against=2025-26-Q3", f"Q3 2025/26 can be compared with months before it only. {INSTEAD}"),
        ("period=2024-25-Q2&against=2025-26-Q2", f"Q2 2024/25 can be compared with months before it only. {INSTEAD}"),
        (
            "period=2025-02--2026-01&against=2024-08--2025-07",
            f"Feb 2025 to Jan 2026 can be compared with months before it only. {INSTEAD}",
        ),
    ],
)
def test_what_cannot_be_compared_is_said_and_a_year_before_is_taken(search: str, sentence: str) -> None:
    filters, problems = asked(search)
    assert filters.against is ComparedWith.YEAR_BEFORE
    assert len(problems) == 1
    assert problems[0].startswith(sentence)


def test_other_pages_keep_what_a_view_is_compared_with() -> None:
    filters, problems = asked("against=2025-26-Q2", street=False)
    assert (filters.against, problems) == (from_slug("2025-26-Q2"), ())


def test_months_are_a_span_where_both_ends_are_named() -> None:
    assert [asked(f"from=2025-M06{to}")[0].span for to in ("", "&to=2025-M09")] == [None, from_slug("2025-06--2025-09")]


def test_a_part_of_a_period_that_is_loaded_can_be_compared() -> None:
    assert STREET.holds_part_of(from_slug("2014-15"))
    assert not STREET.holds_part_of(from_slug("2012-13"))
    assert CHOICES.partnerships[0].has_period(from_slug("2025-02--2026-01"))
    assert not CHOICES.partnerships[0].has_period(from_slug("2025-01--2025-11"))
