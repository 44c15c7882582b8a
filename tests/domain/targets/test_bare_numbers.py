"""Most targets are a bare number: it is read without asking what it might be, and comes to the same."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.domain.errors import UnreadableValue
from dashboard.domain.targets import grammar
from dashboard.domain.targets.target import TargetRule, read_target
from dashboard.domain.values.printed import ValueType


def read_or_refusal(text: str, value_type: ValueType, unit: str) -> TargetRule | str:
    try:
        return read_target.__wrapped__(text, value_type, unit)
    except UnreadableValue as fault:
        return str(fault)


@given(
    text=st.from_regex(r"[0-9]{1,10}(\.[0-9]{1,8})?%?", fullmatch=True),
    value_type=st.sampled_from(ValueType),
    unit=st.sampled_from(("", "offences", "£", "minutes", "%")),
)
def test_a_bare_number_is_read_as_the_whole_grammar_reads_it(text: str, value_type: ValueType, unit: str) -> None:
    found = read_or_refusal(text, value_type, unit)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(grammar, "_BARE", re.compile("(?!)"))
        assert read_or_refusal(text, value_type, unit) == found
