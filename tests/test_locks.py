"""The locks are whole: nothing that is needed is missing, nothing is resolved at an install, no address is written."""

import json
import re
import subprocess
import tomllib
from collections.abc import Iterable
from importlib.metadata import distribution
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).parents[1]
LOCKS = ("requirements.txt", "requirements-dev.txt")
ADDRESS = re.compile(r"(index-url|find-links|registry|\"resolved\")\"?\s*[=: ]\s*\"?[a-z+]+://", re.IGNORECASE)


def pinned(lock: str) -> dict[str, str]:
    """Version by name, of the lines of a lock that hold on this machine."""
    lines = re.findall(r"^[a-z0-9].*==.*?(?= \\$)", (ROOT / lock).read_text(encoding="utf-8"), re.MULTILINE)
    locked = [Requirement(line) for line in lines]
    return {one.name: str(one.specifier)[2:] for one in locked if one.marker is None or one.marker.evaluate()}


def project() -> dict[str, Any]:
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def declared(lock: str) -> list[Requirement]:
    """What a lock is made for."""
    found = project()
    lines = list(found["project"]["dependencies"])
    if lock == "requirements-dev.txt":
        lines += [*found["project"]["optional-dependencies"]["postgres"], *found["dependency-groups"]["dev"]]
        lines += found["build-system"]["requires"]  # a wheel is built without asking for its tools
    return [Requirement(line) for line in lines]


def plain_name(one: Requirement) -> str:
    return re.sub(r"[-_.]+", "-", one.name).lower()


def lacking(asked: Iterable[Requirement], pins: dict[str, str]) -> list[str]:
    """What *asked*, and all that it needs with its extras on this machine, does not find in *pins*."""
    waiting, seen, missing = list(asked), set[tuple[str, frozenset[str]]](), []
    while waiting:
        one = waiting.pop()
        name, extras = plain_name(one), frozenset(one.extras)
        if not one.specifier.contains(pins.get(name, "0"), prereleases=True) or name not in pins:
            missing.append(str(one))
        elif (name, extras) not in seen:
            seen.add((name, extras))
            waiting += needed(name, extras)
    return missing


def needed(name: str, extras: frozenset[str]) -> list[Requirement]:
    """What a distribution asks for on this machine, with some of its extras."""
    every = [Requirement(line) for line in distribution(name).requires or ()]
    chosen = [{"extra": extra} for extra in ("", *extras)]
    return [one for one in every if one.marker is None or any(map(one.marker.evaluate, chosen))]


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_holds_everything_that_is_needed(lock: str) -> None:
    assert lacking(declared(lock), pinned(lock)) == []


@pytest.mark.parametrize("gone", ["werkzeug", "coverage", "pluggy", "typing-extensions", "hatchling", "pathspec"])
def test_a_lock_that_lacks_one_is_noticed(gone: str) -> None:
    pins = {name: version for name, version in pinned("requirements-dev.txt").items() if name != gone}
    missing = lacking(declared("requirements-dev.txt"), pins)
    assert {plain_name(Requirement(line)) for line in missing} == {gone}


def test_a_lock_that_lacks_what_an_extra_needs_is_noticed() -> None:
    pins = {name: version for name, version in pinned("requirements-dev.txt").items() if name != "psycopg-binary"}
    assert [Requirement(line).name for line in lacking([Requirement("psycopg[binary]")], pins)] == ["psycopg-binary"]


@pytest.mark.parametrize("lock", LOCKS)
def test_every_line_of_a_lock_has_its_hashes(lock: str) -> None:
    text = (ROOT / lock).read_text(encoding="utf-8")
    blocks = re.split(r"\n(?=[a-z0-9])", "\n" + text.strip())[1:]
    assert blocks
    assert [block.partition("\n")[0] for block in blocks if "--hash=sha256:" not in block] == []


def test_the_extras_that_a_dependency_asks_for_are_kept() -> None:
    """pip's own resolver takes coverage without its extra for another requirement than the one with it."""
    assert re.search(r"^coverage\[toml\]==", (ROOT / "requirements-dev.txt").read_text(encoding="utf-8"), re.MULTILINE)


def test_nothing_is_installed_but_from_a_whole_lock() -> None:
    """Every pip install of ours names what it installs to the last package, or builds without asking for tools."""
    places = [ROOT / "Makefile", *(ROOT / ".ci").iterdir(), *(ROOT / "tests").rglob("*.py")]
    found = [line for place in places for line in place.read_text(encoding="utf-8").splitlines()]
    installs = [
        line for line in found if re.search(r"pip.{0,40}\binstall --|\"install\"", line) and "apt-get" not in line
    ]
    assert installs
    assert [line for line in installs if "--no-deps" not in line and "--upgrade pip" not in line] == []


def test_the_lock_of_the_front_end_is_whole() -> None:
    lock = json.loads((ROOT / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    asked = json.loads((ROOT / "package.json").read_text(encoding="utf-8"))["devDependencies"]
    assert {name: lock[f"node_modules/{name}"]["version"] for name in asked} == asked
    packages = {place: item for place, item in lock.items() if place}
    assert [place for place, item in packages.items() if not item["integrity"].startswith("sha512-")] == []
    inner = {name for item in packages.values() for name in item.get("dependencies", {})}
    assert [name for name in inner if not any(place.endswith(f"node_modules/{name}") for place in packages)] == []


def test_no_file_names_the_address_of_a_registry() -> None:
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, check=True, capture_output=True, text=True).stdout
    texts = [ROOT / name for name in listed.splitlines() if not name.endswith((".png", ".woff2", ".xlsx"))]
    named = [str(path) for path in texts if path.is_file() and ADDRESS.search(path.read_text("utf-8", "replace"))]
    assert named == []
    assert [lock for lock in LOCKS if "://" in (ROOT / lock).read_text(encoding="utf-8")] == []
