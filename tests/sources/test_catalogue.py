"""Proves that every kind of file is told by its heading, and that each has a name and rules in words."""

import pytest

from data.sources.catalogue import NAMES, SOURCES
from data.sources.police_uk import COLUMNS as STREET
from data.sources.rejections import RULES
from data.sources.stop_search import COLUMNS as SEARCHES


@pytest.mark.parametrize(
    ("heading", "kinds"),
    [
        (STREET, ["street"]),
        (STREET[1:], ["street"]),
        (SEARCHES, ["stop-search"]),
        (("partnership", "area", "crime", "period", "target"), ["street-targets"]),
        (("partnership", "locality", "code"), ["localities"]),
        (("LSOA11CD", "LSOA21CD", "CHNGIND", "LAD22CD"), ["changes", "lookup"]),
        (("lsoa11_code", "lsoa21_code", "change_code"), ["changes"]),
        (("LSOA21CD", "LAD24CD"), ["lookup"]),
        (("LSOA21CD", "Total"), ["population"]),
        (("LSOA21CD", "LAD24CD", "Total"), ["lookup"]),
        (("Indicator", "Value"), []),
    ],
)
def test_a_heading_tells_the_kind_and_the_first_that_fits_reads_it(heading: tuple[str, ...], kinds: list[str]) -> None:
    assert [source.kind for source in SOURCES if source.recognises(heading)] == kinds


def test_every_kind_has_a_name_and_every_rule_ends_a_sentence_about_a_row() -> None:
    assert set(NAMES) == {source.kind for source in SOURCES} | {"boundaries"}
    assert all(words.split()[0] in {"has", "names", "belongs", "was", "stands"} for words in RULES.values())
