"""Proves that recorded crime gives offences by code of whole years alone, corrections and descriptions with them."""

from data.parcels import OffenceCounts
from data.sources.crime import home_office
from tests.data.sources.crossing import crossed
from tests.data.sources.offence_rows import HEADING, PUBLISHED, grid, rest, row


def coded(*rows: str) -> dict[tuple[str, str, str], tuple[str, int]]:
    """Description and count by area, year and code; nothing where the table gives none."""
    parcels = [crossed(found) for found in home_office.read(grid(HEADING, *rows))]
    found = [item for item in parcels if isinstance(item, OffenceCounts)]
    assert all((item.rows, item.kind) == (0, "figures") for item in found)  # rows that were counted already
    rows_of = (row for item in found for row in item.counts)
    return {(area, year, code): (words, n) for _, area, _, year, code, words, n in rows_of}


def year(but: str = "", force: str = "Testshire") -> list[str]:
    """A row of every subgroup in each quarter *but* one."""
    return [line for quarter in "1234" if quarter != but for line in rest(quarter=quarter, force=force)]


def test_a_year_of_four_quarters_is_summed_by_code_corrections_and_all() -> None:
    rows = [row("Arson", n, quarter=q, code="056A") for q, n in zip("1234", ("5", "7", "-2", "1"), strict=True)]
    found = coded(*year(), *rows)
    assert found["Testshire", "2017-18", "56A"] == ("Arson", 11)


def test_without_one_quarter_or_one_count_there_is_no_year() -> None:
    assert coded(*year(but="3"), row(quarter="1")) == {}
    assert coded(*year(), row(count="many", quarter="2")) == {}
    both = coded(*year(), *year(force="Othershire"), row(count="many", quarter="2"))
    assert {area for area, _, _ in both} == {"Othershire"}


def test_a_table_filtered_by_group_gives_no_year() -> None:
    assert coded(*(line for q in "1234" for line in rest(("Robbery",), quarter=q))) == {}


def test_a_table_without_codes_gives_sums_alone() -> None:
    bare = PUBLISHED.replace(",Offence Code", "")
    lines = [
        f"2024/25,{quarter},Testshire,Testbury,E22000999,An offence,Robbery,Robbery of personal property,4"
        for quarter in "1234"
    ]
    assert len(list(home_office.read(grid(bare, *lines)))) == 1
