"""Each recipe of CONTRIBUTING.md, followed letter by letter in a temporary copy, does what it says."""

import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.running_server import own_environment, with_figures

ROOT = Path(__file__).parents[1]
RECIPES = dict(
    (part.partition("\n")[0].strip(), part)
    for part in (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8").split("\n## ")[1:]
)
REST = [name for name in RECIPES if name != "Add an indicator"]
STEP = re.compile(
    r"^\d+\. (?:Create|In) `(?P<path>[^`]+)`(?:, (?P<where>after|instead of|at the end)(?: `(?P<anchor>[^`]+)`)?)?:\n\n"
    r" {3}```\w+\n(?P<text>.*?) {3}```$",
    re.MULTILINE | re.DOTALL,
)
PROOF = re.compile(r"^It works when this runs:\n\n```python\n(.*?)^```", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True)
class Step:
    path: str
    where: str
    anchor: str
    text: str

    def follow(self, copy: Path) -> None:
        file = copy / self.path
        before = "" if not self.where else file.read_text(encoding="utf-8")
        if self.anchor:
            line = f"{self.anchor}\n"
            assert f"\n{before}".count(f"\n{line}") == 1, f"{self.path} has not one line {self.anchor!r}"
            kept = line if self.where == "after" else ""
            after = f"\n{before}".replace(f"\n{line}", f"\n{kept}{self.text}")[1:]
        else:
            after = before + self.text
        file.write_text(after, encoding="utf-8")


def steps(recipe: str) -> list[Step]:
    found = [match.groupdict(default="") for match in STEP.finditer(recipe)]
    return [Step(item["path"], item["where"], item["anchor"], dedent_step(item["text"])) for item in found]


def dedent_step(text: str) -> str:
    """The block as it stands in its list, three letters further in."""
    return "".join(line.removeprefix("   ") for line in text.splitlines(keepends=True))


@pytest.fixture
def copy(published_url: str, tmp_path: Path) -> Path:
    """The product without its tests, as a checkout holds it, with figures in its database."""
    listed = ["git", "ls-files", "-z", "assets", "callbacks", "dashboard", "data", "layouts"]
    names = subprocess.run(listed, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    for name in filter(None, names.split("\0")):
        target = tmp_path / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes((ROOT / name).read_bytes())
    (with_figures(tmp_path, published_url) / "outturn.db").rename(tmp_path / "recipe.db")
    return tmp_path


def test_there_are_the_four_recipes_each_with_its_steps_and_its_proof() -> None:
    assert list(RECIPES) == ["Add an indicator", "Add a file format", "Add a page", "Add a filter"]
    for recipe in RECIPES.values():
        numbered = re.findall(r"^(\d+)\. ", recipe, re.MULTILINE)
        assert [int(number) for number in numbered] == list(range(1, len(steps(recipe)) + 1))
        assert len(PROOF.findall(recipe)) == 1


@pytest.mark.parametrize("name", RECIPES)
def test_a_recipe_works_as_it_is_written(copy: Path, name: str) -> None:
    for step in steps(RECIPES[name]):
        step.follow(copy)
    [proof] = PROOF.findall(RECIPES[name])
    run = [sys.executable, "-W", "error", "-c", proof]
    finished = subprocess.run(run, cwd=copy, env=own_environment(copy), check=False, capture_output=True, text=True)
    assert finished.returncode == 0, finished.stdout + finished.stderr


# One recipe shows that the proofs can fail; the drill shows it of each.
@pytest.mark.parametrize("name", ["Add an indicator", *(pytest.param(name, marks=pytest.mark.drill) for name in REST)])
def test_without_its_last_step_a_recipe_does_not_work(copy: Path, name: str) -> None:
    for step in steps(RECIPES[name])[:-1]:
        step.follow(copy)
    [proof] = PROOF.findall(RECIPES[name])
    run = [sys.executable, "-c", proof]
    finished = subprocess.run(run, cwd=copy, env=own_environment(copy), check=False, capture_output=True, text=True)
    assert finished.returncode != 0
