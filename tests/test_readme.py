"""Proves that the README names every page that can be opened and every command that can be given."""

import re
from pathlib import Path

import pytest
from dash import Dash

from dashboard.cli import main

README = (Path(__file__).parents[1] / "README.md").read_text(encoding="utf-8")
#: What other pages lead to: steps of a form, files, what serves a browser or a machine.
LED_TO = (
    *("/_", "/assets", "/health", "/export", "/static", "/favicon", "/places.json", "/find.json"),
    *("/actions", "/risks", "/audit.csv", "/meeting/", "/presenter", "/notes", "/template", "/plan.ics"),
    *("/me ", "/paper.css "),
)


def test_every_page_is_named(app: Dash) -> None:
    rules = {rule.rule for rule in app.server.url_map.iter_rules() if "GET" in (rule.methods or ())}
    pages = {rule for rule in rules if "<" not in rule and not f"{rule} ".startswith(LED_TO)}
    assert len(pages) > 12
    assert {page for page in pages if f"`{page}`" not in README} == set()


def test_every_command_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--help"])
    told = capsys.readouterr().out
    commands = re.findall(r"^ {4}(\w+)", told, re.MULTILINE)
    assert {"serve", "load", "purge"} <= set(commands)
    assert [name for name in commands if f"\noutturn {name} " not in README] == []
