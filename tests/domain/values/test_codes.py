"""Proves which single codes are found in the ways that several are printed together."""

import pytest

from dashboard.domain.values.codes import halves


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ("NI 15", {"ni15"}),
        ("NI40", {"ni40"}),
        ("NI 40 & 115", {"ni40", "ni115"}),
        ("NI 40 and NI 115", {"ni40", "ni115"}),
        ("NI40/115", {"ni40", "ni115"}),
        ("NI 1, 2 & 3", {"ni1", "ni2", "ni3"}),
        ("LPI 5a/5b", {"lpi5a", "lpi5b"}),
        ("SIR 1.1 & 1.2", {"sir11", "sir12"}),
        ("BV 126 + LPI 4", {"bv126", "lpi4"}),
        ("PI-01", {"pi01"}),
        ("E07000218", {"e07000218"}),
        ("12", set()),
        ("", set()),
        ("Burglary and robbery", {"burglaryandrobbery"}),
    ],
)
def test_each_single_code_is_found(code: str, found: set[str]) -> None:
    assert halves(code) == found
