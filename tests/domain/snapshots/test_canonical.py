"""The canonical form of what was seen: one text for one content, whatever order or machine it was written on."""

import pytest

from dashboard.domain.snapshots.canonical import Plain, canonical, fingerprint


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ({"b": 1, "a": "x"}, '{"a":"x","b":1}'),
        ({"a": ["x", None, True]}, '{"a":["x",null,true]}'),
        ("Cafe\u0301", '"Caf\u00e9"'),  # one letter, however it was typed
        ("=1+1 \u202e<b>\U0001f600\n", '"=1+1 \u202e<b>\U0001f600\\n"'),
        ({"e\u0301": {"z": [], "y": {}}}, '{"\u00e9":{"y":{},"z":[]}}'),
    ],
)
def test_a_value_has_one_text(value: Plain, text: str) -> None:
    assert canonical(value) == text


def test_the_same_content_has_the_same_fingerprint_and_another_has_another() -> None:
    assert fingerprint(canonical({"a": "1", "b": "2"})) == fingerprint(canonical({"b": "2", "a": "1"}))
    assert fingerprint(canonical({"a": "1"})) != fingerprint(canonical({"a": 1}))
    assert fingerprint("{}") == "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a"


@pytest.mark.parametrize("value", [1.5, {"a": [0.1]}, {1, 2}])
def test_what_is_not_written_alike_everywhere_is_refused(value: Plain) -> None:
    with pytest.raises(TypeError, match="has no canonical form"):
        canonical(value)
