"""Keeps the house in order: who imports whom, how long things grow, where the environment is read."""

import ast
import re
import subprocess
import sys
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cache
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PRODUCT = ("callbacks", "dashboard", "data", "layouts")
LINES_OF_A_FILE = 250
LINES_OF_A_FUNCTION = 25
MODULES_OF_A_ROOM = 16
STEPS = "data/migrations/versions/"  # one file each, none of which may ever go
MOST_ANY = 43
VAGUE_NAMES = {"common", "helper", "helpers", "lib", "manager", "misc", "util", "utils"}
REGISTRY = re.compile(r"https?://[^\s\"'<>)]*(pypi|pythonhosted|npmjs|registry\.|deb\.debian)")

Function = ast.FunctionDef | ast.AsyncFunctionDef


@cache
def project_files() -> list[Path]:
    """Every file that is or would be committed."""
    listing = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    names = subprocess.run(listing, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    paths = [ROOT / name for name in sorted(names.split("\0")) if name]
    return [path for path in paths if path.is_file()]


def modules(*folders: str) -> list[Path]:
    """The Python files of the project, or of the named top-level folders."""
    python = [path for path in project_files() if path.suffix == ".py"]
    return [path for path in python if not folders or path.relative_to(ROOT).parts[0] in folders]


def place(path: Path, node: ast.AST | None = None) -> str:
    line = "" if node is None else f":{getattr(node, 'lineno', 1)}"
    return f"{path.relative_to(ROOT)}{line}"


@cache
@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def first_line(function: Function) -> int:
    return min([function.lineno, *(decorator.lineno for decorator in function.decorator_list)])


def nested_functions(node: ast.AST) -> Iterator[Function]:
    """The functions directly inside *node*, not those inside them again."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, Function):
            yield child
        else:
            yield from nested_functions(child)


def own_lines(function: Function) -> int:
    """Lines from def to end without the functions inside, so that register() may hold its callbacks."""
    inner = sum((nested.end_lineno or 0) - first_line(nested) + 1 for nested in nested_functions(function))
    return (function.end_lineno or 0) - function.lineno + 1 - inner


def reads_environment(node: ast.AST) -> bool:
    if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
        return node.value.id == "os" and node.attr in {"environ", "getenv", "putenv"}
    if isinstance(node, ast.ImportFrom):
        return node.module == "os" and any(name.name in {"environ", "getenv"} for name in node.names)
    return False


def is_called_df(node: ast.AST) -> bool:
    return (isinstance(node, ast.Name) and node.id == "df") or (isinstance(node, ast.arg) and node.arg == "df")


def imported_packages(path: Path) -> Iterator[str]:
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from (name.name.split(".")[0] for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module.split(".")[0]


def declared_distributions() -> set[str]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    required = [*project["dependencies"], *project["optional-dependencies"]["postgres"]]
    return {re.split(r"[\[~=<>! ]", name)[0].lower() for name in required}


def test_each_layer_imports_only_from_those_below_it() -> None:
    linter = Path(sys.executable).with_name("lint-imports")
    run = subprocess.run([linter, "--no-cache"], cwd=ROOT, check=False, capture_output=True, text=True)
    assert run.returncode == 0, run.stdout + run.stderr


def rooms() -> dict[str, int]:
    """Every folder of the product with how many modules it holds."""
    found = Counter(f"{path.parent.relative_to(ROOT)}/" for path in modules(*PRODUCT) if path.name != "__init__.py")
    return dict(found)


def test_no_room_holds_more_modules_than_a_reader_can_hold() -> None:
    large = {name for name, count in rooms().items() if count > MODULES_OF_A_ROOM}
    assert large <= {STEPS}


def layer(path: Path) -> str:
    """'data', 'layouts'; within dashboard its packages are layers of their own."""
    parts = path.relative_to(ROOT).parts
    return "/".join(parts[:2]) if parts[0] == "dashboard" else parts[0]


def classes_by_layer() -> dict[tuple[str, str], list[str]]:
    """Where each class of the product stands; by convention every page names its own `Ids`."""
    found = defaultdict[tuple[str, str], list[str]](list)
    for path in modules(*PRODUCT):
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.ClassDef) and node.name != "Ids":
                found[layer(path), node.name].append(place(path, node))
    return found


def test_no_class_name_stands_twice_in_one_layer() -> None:
    assert not {key: places for key, places in classes_by_layer().items() if len(places) > 1}


def test_the_page_on_the_house_names_each_of_its_rooms_and_no_other() -> None:
    page = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8").partition("## The rooms")[2]
    named = re.findall(r"^\| `([a-z_/]+)` \|", page, re.MULTILINE)
    assert sorted(named) == sorted(rooms())


def test_the_page_on_the_house_says_the_import_order_that_is_kept() -> None:
    page = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    kept = [item["layers"] for item in settings["tool"]["importlinter"]["contracts"] if item["type"] == "layers"]
    assert [" > ".join(layers) for layers in kept] == re.findall(r"^- (?:Product|Data): `(.*)`$", page, re.MULTILINE)


def test_each_decision_bears_a_number_of_its_own_in_name_and_title() -> None:
    files = sorted((ROOT / "docs" / "decisions").glob("*.md"))
    numbers = [path.name[:3] for path in files]
    assert numbers == [f"{number:03}" for number in range(1, len(files) + 1)]
    titles = [path.read_text(encoding="utf-8").split()[:2] for path in files]
    assert titles == [["#", number] for number in numbers]


def test_each_step_of_migrations_bears_a_number_of_its_own() -> None:
    files = sorted((ROOT / "data" / "migrations" / "versions").glob("v*.py"))
    numbers = [path.name[1:5] for path in files]
    assert numbers == [f"{number:04}" for number in range(int(numbers[0]), int(numbers[0]) + len(files))]


def test_the_package_file_of_dashboard_stays_empty() -> None:
    assert (ROOT / "dashboard" / "__init__.py").read_bytes() == b""


def test_every_module_opens_with_one_line_that_says_what_it_knows() -> None:
    silent = [
        place(path)
        for path in modules()
        if path.stat().st_size and not (ast.get_docstring(tree(path)) or "").partition("\n")[0].endswith(".")
    ]
    assert not silent


def test_no_file_is_longer_than_a_reader_can_hold() -> None:
    lines = {place(path): len(path.read_text(encoding="utf-8").splitlines()) for path in modules()}
    assert not {name: count for name, count in lines.items() if count > LINES_OF_A_FILE}


def test_no_function_is_longer_than_a_screen() -> None:
    long = {
        f"{place(path, node)} {node.name}": own_lines(node)
        for path in modules()
        for node in ast.walk(tree(path))
        if isinstance(node, Function) and own_lines(node) > LINES_OF_A_FUNCTION
    }
    assert not long


def test_only_the_settings_read_the_environment() -> None:
    readers = {
        place(path, node)
        for path in modules(*PRODUCT)
        if path != ROOT / "dashboard" / "settings.py"
        for node in ast.walk(tree(path))
        if reads_environment(node)
    }
    assert not readers


def test_no_file_has_a_name_that_could_hold_anything() -> None:
    parts = {part for path in project_files() for part in path.relative_to(ROOT).parts}
    assert not {part for part in parts if Path(part).stem.lower() in VAGUE_NAMES}


def test_no_frame_is_called_df() -> None:
    nameless = {place(path, node) for path in modules() for node in ast.walk(tree(path)) if is_called_df(node)}
    assert not nameless


def test_every_library_imported_is_declared() -> None:
    provided = packages_distributions()
    imported = {(place(path), name) for path in modules(*PRODUCT) for name in imported_packages(path)}
    undeclared = {
        (path, name)
        for path, name in imported
        if name not in sys.stdlib_module_names and name not in PRODUCT
        if not {found.lower().replace("_", "-") for found in provided.get(name, [])} & declared_distributions()
    }
    assert not undeclared


def test_no_file_names_a_package_registry() -> None:
    texts = ((path, path.read_bytes().decode("utf-8", errors="ignore")) for path in project_files())
    assert not [f"{place(path)}: {found[0]}" for path, text in texts if (found := REGISTRY.search(text))]


@pytest.mark.parametrize(
    ("source", "lines"),
    [
        ("def f():\n    return 1\n", 2),
        ("def register(app):\n    @app.callback()\n    def show():\n        return 1\n    return show\n", 2),
    ],
)
def test_functions_inside_a_function_are_counted_on_their_own(source: str, lines: int) -> None:
    function = ast.parse(source).body[0]
    assert isinstance(function, Function)
    assert own_lines(function) == lines


def test_any_stays_where_a_library_leaves_no_choice() -> None:
    """Rows of a query, what Dash and Plotly take: one alias each; everything else has a type of its own."""
    lines = [line for path in modules(*PRODUCT) for line in path.read_text(encoding="utf-8").splitlines()]
    found = [line for line in lines if re.search(r"\bAny\b", line) and "import" not in line]
    assert len(found) <= MOST_ANY, "write the type, or object where any value will do"
