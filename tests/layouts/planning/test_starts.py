"""Proves how the start of actions is marked on a chart."""

import plotly.graph_objects as go
import pytest

from layouts.figures.labels import add_starts, start_words


@pytest.mark.parametrize(
    ("refs", "words"),
    [
        (["1.1"], "▸ 1.1 starts"),
        (["1.1", "1.2"], "▸ 1.1 and 1.2 start"),
        (["1.1", "1.2", "1.3"], "▸ three actions start"),
    ],
)
def test_references_are_named_and_many_are_counted(refs: list[str], words: str) -> None:
    assert start_words(refs) == words


def test_a_start_stands_at_its_period_and_nowhere_without_one() -> None:
    figure = go.Figure()
    add_starts(figure, ["2024/25", "2025/26"], {"2025/26": ("1.1",), "2030/31": ("9",)})
    assert [(shape.x0, shape.x1) for shape in figure.layout.shapes] == [(1, 1)]
    assert [(note.x, note.text, note.xanchor) for note in figure.layout.annotations] == [(1, "▸ 1.1 starts", "right")]
