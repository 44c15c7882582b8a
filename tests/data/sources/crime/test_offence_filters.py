"""Proves that a table filtered to some offences is named for those, and gives no subgroup, group or total."""

import pytest

from data.sources.crime.offence_groups import TOTAL
from tests.data.sources.offence_rows import of_testshire, parcel, rest, row

ASSAULT, THREATS = "Assault with injury", "Threats to kill"
VIOLENCE, ORDER = "Violence against the person", "Public order offences"


@pytest.mark.parametrize(
    ("group", "subgroup", "offences", "names"),
    [
        (VIOLENCE, "Violence with injury", (ASSAULT,), {f"Violence with injury: {ASSAULT}"}),
        (
            VIOLENCE,
            "Violence with injury",
            (ASSAULT, THREATS),
            {f"Violence with injury: {ASSAULT}", f"Violence with injury: {THREATS}"},
        ),
        (VIOLENCE, "Violence with injury", tuple("ABCDE"), {"Violence with injury"}),
        (VIOLENCE, "Homicide", ("Murder",), {"Homicide"}),  # one offence in the table
        ("Theft offences", "Domestic burglary", ("Aggravated burglary",), {"Domestic burglary: Aggravated burglary"}),
        ("Theft offences", "Shoplifting", ("Theft from shops",), {"Shoplifting"}),
        ("Theft offences", "Domestic burglary", ("domestic burglary",), {"Domestic burglary"}),  # all of it
        (ORDER, ORDER, ("Racially aggravated public fear",), {f"{ORDER}: Racially aggravated public fear"}),
        ("Miscellaneous crimes", "Miscellaneous crimes", ("Perjury",), {"Miscellaneous crimes: Perjury"}),
        (
            "Possession of weapons offences",
            "Possession of weapons offences",
            tuple("ABC"),
            {"Possession of weapons offences"},
        ),
        ("A group of tomorrow", "Something", ("One", "Two"), {"A group of tomorrow", "Something"}),
    ],
)
def test_what_a_table_filtered_by_offence_is_called(
    group: str, subgroup: str, offences: tuple[str, ...], names: set[str]
) -> None:
    found = parcel(*(row(subgroup, group=group, offence=offence) for offence in offences))
    assert set(of_testshire(found)) == names
    is_narrowed = any(":" in name for name in names)
    assert any("holds only some offences" in words for words in found.remarks) == is_narrowed


def test_an_offence_without_words_goes_by_its_code() -> None:
    found = parcel(row("Violence with injury", group=VIOLENCE, offence="", code="8N"))
    assert set(of_testshire(found)) == {"Violence with injury: offence code 8N"}


def test_a_table_of_every_group_is_whole() -> None:
    found = parcel(*rest(("Violence with injury",)), row("Violence with injury", group=VIOLENCE, offence=ASSAULT))
    assert of_testshire(found)[TOTAL] == "5"


def test_an_offence_is_declared_in_the_category_and_group_of_its_subgroup() -> None:
    [declared] = parcel(row("Criminal damage", offence="Criminal damage to a vehicle")).declared
    assert declared["name"] == "Criminal damage: Criminal damage to a vehicle"
    assert (declared["category"], declared["part_of"]) == ("criminal-damage", "Criminal damage and arson")
