"""The wheel is whole, runs without development tools, and the locks hold what is declared."""

import json
import re
import subprocess
import sys
import tomllib
import venv
import zipfile
from collections.abc import Iterator
from importlib.metadata import distribution
from pathlib import Path
from urllib.request import urlopen

import pytest
from packaging.requirements import Requirement

from tests.running_server import own_environment, running_server

ROOT = Path(__file__).parents[1]
YEAR_END = "partnership=warwickshire&period=2010-11"


def run(*command: str | Path, folder: Path) -> str:
    finished = subprocess.run(
        command, cwd=folder, env=own_environment(folder), check=False, capture_output=True, text=True
    )
    assert finished.returncode == 0, finished.stdout + finished.stderr
    return finished.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built as CI builds it: from the checkout, with the locked build tools."""
    folder = tmp_path_factory.mktemp("wheel")
    build = (sys.executable, "-m", "pip", "wheel", "--no-deps", "--no-build-isolation", "-w", folder, ROOT)
    run(*build, folder=folder)
    return next(folder.glob("outturn-*.whl"))


def linked(site: Path) -> None:
    """Put beside each other what the runtime lock names, from where it is installed already: as pip would, at once."""
    for name in pins("requirements.txt"):
        held = distribution(name)
        for top in {file.parts[0] for file in held.files or ()} - {"..", "__pycache__"}:
            (site / top).symlink_to(Path(str(held.locate_file(top))).resolve())


def installed(folder: Path) -> None:
    """The runtime lock, installed as a new machine does it."""
    pip = (folder / "bin" / "python", "-m", "pip", "install", "--quiet", "--no-deps", "--no-compile")
    run(*pip, "--require-hashes", "-r", ROOT / "requirements.txt", folder=folder)
    run(folder / "bin" / "python", "-m", "pip", "check", folder=folder)


# Each lock is installed before the tests begin; a second time, into an environment of its own, it is a drill.
@pytest.fixture(scope="module", params=["linked", pytest.param("installed", marks=pytest.mark.drill)])
def scripts(request: pytest.FixtureRequest, wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The programs of a clean environment that holds the wheel and the runtime lock, nothing else."""
    folder = tmp_path_factory.mktemp("clean")
    venv.create(folder, with_pip=request.param == "installed")
    if request.param == "installed":
        installed(folder)
    else:
        linked(next(folder.glob("lib/python*/site-packages")))
    pip = (sys.executable, "-m", "pip", "--python", folder / "bin" / "python")
    run(*pip, "install", "--quiet", "--no-deps", "--no-compile", wheel, folder=folder)
    return folder / "bin"


@pytest.fixture(scope="module")
def own_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("own")


@pytest.fixture(scope="module")
def installed_server(scripts: Path, own_folder: Path) -> Iterator[str]:
    with running_server([scripts / "outturn"], own_folder, own_folder) as address:
        yield address


def files_under(folder: str) -> set[str]:
    listing = ["git", "ls-files", "--cached", "--others", "--exclude-standard", folder]
    names = subprocess.run(listing, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    return {name for name in names.splitlines() if (ROOT / name).is_file()}


def pins(lock: str) -> dict[str, str]:
    """Version by name, of the lines of a lock that hold on this machine."""
    lines = re.findall(r"^[a-z0-9].*==.*?(?= \\$)", (ROOT / lock).read_text(encoding="utf-8"), re.MULTILINE)
    locked = [Requirement(line) for line in lines]
    return {one.name: str(one.specifier)[2:] for one in locked if one.marker is None or one.marker.evaluate()}


def declared() -> list[Requirement]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return [Requirement(line) for line in project["dependencies"]]


@pytest.mark.slow
def test_the_wheel_holds_every_package_and_the_assets(wheel: Path) -> None:
    expected = set().union(*map(files_under, ["callbacks", "dashboard", "data", "layouts"]))
    expected |= {f"dashboard/_{name}" for name in files_under("assets")}
    with zipfile.ZipFile(wheel) as archive:
        held = {name for name in archive.namelist() if ".dist-info/" not in name}
    assert held == expected


@pytest.mark.slow
def test_the_wheel_can_never_be_uploaded_to_a_public_index(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        metadata = next(name for name in archive.namelist() if name.endswith(".dist-info/METADATA"))
        assert "Classifier: Private :: Do Not Upload" in archive.read(metadata).decode()


@pytest.mark.slow
@pytest.mark.parametrize("path", ["/", "/health/ready", "/year-end", "/assets/vendor/plotly-cartesian.min.js"])
def test_the_installed_wheel_answers(installed_server: str, path: str) -> None:
    with urlopen(installed_server + path, timeout=30) as response:
        assert response.status == 200
        assert response.read()


@pytest.mark.slow
@pytest.mark.usefixtures("installed_server")
def test_the_installed_wheel_exports_the_year_end_table(scripts: Path, own_folder: Path) -> None:
    file = own_folder / "year-end.json"
    export = (scripts / "outturn", "export", "year-end", "--query", YEAR_END, "--format", "json", "-o", file)
    run(*export, folder=own_folder)
    exported = json.loads(file.read_text(encoding="utf-8"))
    assert exported["page"] == "year-end"
    assert exported["tables"][0]["name"] == "year-end"
    assert exported["tables"][0]["rows"]


@pytest.mark.parametrize("lock", ["requirements.txt", "requirements-dev.txt"])
def test_a_lock_holds_what_is_declared(lock: str) -> None:
    locked = pins(lock)
    assert not [str(one) for one in declared() if not one.specifier.contains(locked.get(one.name, "0"))]


def test_both_locks_agree() -> None:
    development = pins("requirements-dev.txt")
    assert {name: development.get(name) for name in pins("requirements.txt")} == pins("requirements.txt")


def test_the_plotly_bundle_is_the_one_that_the_python_library_brings() -> None:
    library = Path(str(distribution("plotly").locate_file("plotly/package_data/plotly.min.js")))
    versions = [
        re.search(r"plotly\.js .*?v(\S+)", path.read_text(encoding="utf-8")[:200])
        for path in (library, ROOT / "assets" / "vendor" / "plotly-cartesian.min.js")
    ]
    assert versions[0]
    assert versions[1]
    assert versions[0][1] == versions[1][1]


@pytest.mark.parametrize(
    ("file", "source"),
    [("plotly-cartesian.min.js", "plotly.js-cartesian-dist-min"), ("bootstrap.min.css", "bootstrap")],
)
def test_a_vendored_file_is_of_the_version_that_package_json_names(file: str, source: str) -> None:
    named = json.loads((ROOT / "package.json").read_text(encoding="utf-8"))["devDependencies"][source]
    opening = (ROOT / "assets" / "vendor" / file).read_text(encoding="utf-8")[:200]
    assert f"v{named}" in opening
