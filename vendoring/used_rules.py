"""Knows which rules of Bootstrap our pages can use: python -m vendoring.used_rules BOOTSTRAP > SHEET."""

import ast
import re
import sys
from collections.abc import Iterator, Set
from pathlib import Path

ROOT = Path(__file__).parents[1]
WORD = re.compile(r"[A-Za-z][\w-]*")
CLASS = re.compile(r"\.((?:\\.|[\w-])+)")
#: What dash-bootstrap-components' Select and Checklist call themselves; every other class is written in our own code.
OF_CONTROLS = frozenset({"form-select", "form-check", "form-check-inline", "form-check-input", "form-check-label"})
NESTING = ("@media", "@supports", "@layer")


def used_classes(root: Path = ROOT) -> frozenset[str]:
    """Every word that stands in a text of our pages, and what the controls add: a class cannot be any other."""
    python = [path for folder in ("callbacks", "dashboard", "layouts") for path in (root / folder).rglob("*.py")]
    texts = [text for path in python for text in texts_of(path.read_text(encoding="utf-8"))]
    texts += [path.read_text(encoding="utf-8") for path in (root / "assets").glob("*.js")]
    return OF_CONTROLS.union(*(WORD.findall(text) for text in texts))


def texts_of(source: str) -> Iterator[str]:
    """The texts of a module, but not what describes it."""
    tree = ast.parse(source)
    described = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in described:
            yield node.value


def layered(sheet: str) -> str:
    """*sheet* in a cascade layer, so that our own rules win in any order."""
    bare = re.sub(r"/\*# sourceMappingURL=[^*]*\*/", "", sheet.removeprefix('@charset "UTF-8";'))
    return f"@layer bootstrap{{{bare.strip()}}}\n"


def cut(sheet: str, used: Set[str]) -> str:
    """*sheet* without the rules whose classes nobody uses, nor the animations that no rule left names."""
    kept = "".join(_used_rules(sheet, used))
    return "".join(
        rule if (name := _animation(rule)) is None or f":{name}" in kept or f" {name}" in kept.replace(rule, "") else ""
        for rule in _rules(kept)
    )


def matches(sheet: str, inside: str = "") -> frozenset[tuple[str, str, str]]:
    """What a sheet does: each selector with what it stands inside and what it sets."""
    found: set[tuple[str, str, str]] = set()
    for rule in _rules(sheet):
        before, _, body = rule.partition("{")
        prelude = before.rpartition("*/")[2]
        if prelude.startswith(NESTING):
            found |= matches(body[:-1], inside + prelude)
        else:
            found |= {(inside, selector, body) for selector in _selectors(prelude)}
    return frozenset(found)


def _used_rules(sheet: str, used: Set[str]) -> Iterator[str]:
    for rule in _rules(sheet):
        before, brace, body = rule.partition("{")
        comment, _, prelude = before.rpartition("*/")
        comment = f"{comment}*/" if comment else ""
        if prelude.startswith(NESTING):
            inner = "".join(_used_rules(body[:-1], used))
            yield comment + (f"{prelude}{{{inner}}}" if inner else "")
        elif not brace or prelude.startswith("@"):
            yield rule
        else:
            yield comment + _narrowed(prelude, body, used)


def _rules(sheet: str) -> Iterator[str]:
    """One after another, each whole; what stands without braces ends with its semicolon."""
    depth = start = 0
    for at, sign in enumerate(sheet):
        depth += {"{": 1, "}": -1}.get(sign, 0)
        if depth == 0 and (sign == "}" or (sign == ";" and "{" not in sheet[start:at])):
            yield sheet[start : at + 1]
            start = at + 1


def _narrowed(selectors: str, body: str, used: Set[str]) -> str:
    """A rule for those of its selectors that can match; nothing where none can."""
    left = [each for each in _selectors(selectors) if {_plain(name) for name in CLASS.findall(each)} <= used]
    return f"{','.join(left)}{{{body}" if left else ""


def _selectors(prelude: str) -> list[str]:
    """The parts between commas that stand in no brackets."""
    return re.split(r",(?![^()\[\]]*[)\]])", prelude)


def _plain(name: str) -> str:
    return name.replace("\\", "")


def _animation(rule: str) -> str | None:
    """The name of an animation that a rule defines."""
    found = re.match(r"@(?:-webkit-)?keyframes\s+([\w-]+)", rule)
    return found[1] if found else None


if __name__ == "__main__":
    sys.stdout.write(cut(layered(Path(sys.argv[1]).read_text(encoding="utf-8")), used_classes()) + "\n")
