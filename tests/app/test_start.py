"""Proves that a command imports what it needs and no more: loading waits neither for the pages nor for spreadsheets."""

import subprocess
import sys

import pytest

APART = ("data.documents.every_table", "data.own.publishing.release", "data.store")  # crime loads without them
SLOW = ("dash", "fsspec", "openpyxl", "pandas", "plotly", "scipy", *APART)
IMPORTED = "import sys, {}; print(*sorted(set(sys.modules) & set(sys.argv[1:])))"


@pytest.mark.parametrize(
    ("modules", "expected"),
    [
        ("dashboard.cli, dashboard.terminal.opening, dashboard.terminal.load", ""),
        ("data.intake.child", ""),
        ("data.sources.catalogue", ""),
    ],
)
def test_loading_starts_without_what_is_slow_to_import(modules: str, expected: str) -> None:
    command = [sys.executable, "-c", IMPORTED.format(modules), *SLOW]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == expected
