"""Proves in which words a polarity is read, and that other words never lose figures."""

from pathlib import Path

import pytest
from sqlalchemy import Engine

from dashboard.domain.targets.status import Polarity
from tests.data.own.borsetshire import indicator, told

POLARITIES = {
    Polarity.LOWER: (
        *("Low is good", "Smaller is better", "Aim to minimise", "\u2193", "Lower the better", "Reduce", "Fewer", "L"),
        *("Higher is worse", "Less is more desirable".replace("more ", ""), "\u25bc", "LIB", "Down", "To decrease"),
    ),
    Polarity.HIGHER: (
        *(
            "High is good",
            "Bigger is better",
            "Aim to maximise",
            "\u2191",
            "Higher the better",
            "Increase",
            "More is good",
        ),
        *("Low is bad", "HIB", "Up is good", "\u2b06\ufe0f", "Maximum", "Larger"),
    ),
    Polarity.NEUTRAL: ("Neutral", "Neither is better", "Contextual"),
    Polarity.UNDECLARED: ("better", "Sideways", "lower or higher", "3", "undeclared", "Improve", "Not lower"),
}


@pytest.mark.parametrize(("polarity", "word"), [(way, word) for way, words in POLARITIES.items() for word in words])
def test_a_polarity_is_read_or_left_open_and_never_loses_figures(
    quick_engine: Engine, tmp_path: Path, polarity: Polarity, word: str
) -> None:
    summary = told(quick_engine, tmp_path, "Indicator,Good is,2022/23 Actual", f"Thefts,{word},5")
    assert summary.loaded
    assert indicator(quick_engine, "Thefts").polarity is polarity
    said = [words for words in summary.files[0].said if "is no polarity" in words]
    assert bool(said) is (polarity is Polarity.UNDECLARED and word != "undeclared")
    assert all("line 2, field 2" in words for words in said)


@pytest.mark.parametrize("heading", ["Desired direction", "Good direction", "Preferred direction", "Aim", "Better is"])
def test_a_heading_of_the_wanted_direction_is_polarity(quick_engine: Engine, tmp_path: Path, heading: str) -> None:
    assert told(quick_engine, tmp_path, f"Indicator,{heading},2022/23 Actual", "Thefts,Decrease,5").loaded
    assert indicator(quick_engine, "Thefts").polarity is Polarity.LOWER
