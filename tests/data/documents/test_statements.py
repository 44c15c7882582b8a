"""What the documents say in words, held whole: each sentence stands in its document, and none of a list is left out."""

from collections import Counter

import pytest

from tests.data.documents.reading import document, plain, rows


@pytest.mark.parametrize("short", ["STA", "DER", "WAR", "SHR", "SST"])
def test_every_statement_stands_in_its_document(short: str) -> None:
    text = plain(document(short))
    typed = [plain(row["text"]) for row in rows("statements") if row["document"] == short]
    assert typed
    assert not [words for words in typed if words not in text]


COUNTS = {
    ("warwickshire", "Work undertaken at a county level during 2010/11"): 17,
    ("warwickshire", "Key Areas of Countywide Business for 2011/12"): 18,
    ("warwickshire", "Outcomes desired in the next 3-5 years"): 7,
    ("warwickshire", "Key indicators which stand as a proxy for the outcomes"): 3,
    ("warwickshire", "Reporting cycle"): 3,
    ("warwickshire", "Assessment period"): 1,
    ("derby", "Objective 1: high quality data focusing on"): 9,
    ("staffordshire", "6. Supported Plans"): 5,
    ("staffordshire", "10. Contribution to the LAA"): 2,
    ("staffordshire", "11. Resources Required"): 6,
    ("shropshire", "Strands of the Integrated Offender Management framework"): 3,
    ("shropshire", "Key activities to transform the treatment system"): 7,
    ("shropshire", "Initiatives to tackle alcohol related crime and anti-social behaviour"): 6,
    ("south-staffordshire", "The aims of the Joint Operations Group"): 9,
    ("south-staffordshire", "Responsible Authorities Group"): 8,
    ("south-staffordshire", "Priority areas of risk to young people"): 3,
}


@pytest.mark.parametrize(("section", "count"), COUNTS.items())
def test_every_point_of_a_list_is_there(section: tuple[str, str], count: int) -> None:
    found = Counter((row["partnership"], row["section"]) for row in rows("statements"))
    assert found[section] == count


def test_staffordshires_sections_are_all_there() -> None:
    sections = dict.fromkeys(row["section"] for row in rows("statements") if row["partnership"] == "staffordshire")
    numbers = [name.split(".")[0] for name in sections]
    assert numbers == ["1", "2", "3", "4", "5", "6", "9", "10", "11", "12"]
