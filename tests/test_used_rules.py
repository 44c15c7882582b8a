"""Proves that the cut style sheet holds every rule that our pages use, and says what a cut is."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from vendoring.used_rules import OF_CONTROLS, WORD, cut, layered, matches, texts_of

ROOT = Path(__file__).parents[1]
BOOTSTRAP = ROOT / "node_modules" / "bootstrap" / "dist" / "css" / "bootstrap.min.css"
KEPT = ROOT / "assets" / "vendor" / "bootstrap.min.css"
CLASS_ARGUMENTS = frozenset({"className", "class_", "class_name"})


def written_classes() -> Iterator[str]:
    """Every word that our code hands over as a class."""
    for folder in ("callbacks", "layouts"):
        for path in (ROOT / folder).rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.keyword) and node.arg in CLASS_ARGUMENTS:
                    for text in texts_of(ast.unparse(node.value)):
                        yield from WORD.findall(text)


def test_the_kept_sheet_has_every_rule_of_bootstrap_that_our_pages_use() -> None:
    whole = layered(BOOTSTRAP.read_text(encoding="utf-8"))
    lacking = matches(cut(whole, OF_CONTROLS.union(written_classes()))) - matches(KEPT.read_text(encoding="utf-8"))
    assert not lacking, "take the front-end files afresh: make vendor"


def test_the_kept_sheet_holds_bootstraps_own_rules_and_far_fewer() -> None:
    kept, whole = KEPT.read_text(encoding="utf-8"), layered(BOOTSTRAP.read_text(encoding="utf-8"))
    assert matches(kept) < matches(whole)
    assert len(kept) < len(whole) / 5


@pytest.mark.parametrize(
    ("sheet", "left"),
    [
        ("a{b:c}", "a{b:c}"),
        (".row{b:c}", ".row{b:c}"),
        (".modal{b:c}", ""),
        (".row,.modal{b:c}", ".row{b:c}"),
        (".row .modal{b:c}", ""),
        (".row:not(.modal,.col){b:c}", ""),
        (".row:is(a,b){b:c}", ".row:is(a,b){b:c}"),
        (r".w-1\/2{b:c}", ""),
        ("/*! whose */.modal{b:c}a{b:c}", "/*! whose */a{b:c}"),
        ("@media print{.row{b:c}.modal{b:c}}", "@media print{.row{b:c}}"),
        ("@media print{.modal{b:c}}", ""),
        ("@layer x{@media print{.modal{b:c}}a{b:c}}", "@layer x{a{b:c}}"),
        ("@keyframes turn{to{b:c}}a{b:c}", "a{b:c}"),
        ("@keyframes turn{to{b:c}}.row{animation:turn 1s}", "@keyframes turn{to{b:c}}.row{animation:turn 1s}"),
        ('@import "a";.modal{b:c}', '@import "a";'),
    ],
)
def test_a_cut_leaves_what_can_match(sheet: str, left: str) -> None:
    assert cut(sheet, {"row", "col"}) == left


def test_a_sheet_is_put_into_a_layer() -> None:
    sheet = '@charset "UTF-8";a{b:c}\n/*# sourceMappingURL=a.css.map */'
    assert layered(sheet) == "@layer bootstrap{a{b:c}}\n"
