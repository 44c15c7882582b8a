"""A backup that is cut short or altered, of a newer product, or none: one sentence, and everything stays as it was."""

import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import Engine

from dashboard.domain.errors import RefusedBackup
from data.backup.parts import DATABASE, LIST, name_of
from data.backup.restoring import look, restore
from data.migrations import steps
from tests.data.backup.kept_place import NOON, KeptPlace, rows

Rewritten = Callable[[dict[str, bytes]], None]


def refused(engine: Engine, file: Path, originals: Path) -> str:
    """Why *file* is not restored into *engine*, in which nothing has changed."""
    before = rows(engine)
    with pytest.raises(RefusedBackup) as looked:
        look(file)
    with pytest.raises(RefusedBackup) as fault:
        restore(engine, originals, file, NOON)
    assert str(looked.value) == str(fault.value)
    assert rows(engine) == before
    assert [path.name for path in originals.iterdir() if path.name.startswith(".")] == []
    return str(fault.value)


def rewritten(file: Path, change: Rewritten) -> None:
    """Write *file* anew as a whole zip, with other parts."""
    with zipfile.ZipFile(file) as opened:
        parts = {name: opened.read(name) for name in opened.namelist()}
    change(parts)
    with zipfile.ZipFile(file, "w") as opened:
        for name, said in parts.items():
            opened.writestr(name, said)


def listed(change: Callable[[dict[str, object]], object]) -> Rewritten:
    """Change the list of parts alone."""

    def changed(parts: dict[str, bytes]) -> None:
        said = json.loads(parts[LIST])
        change(said)
        parts[LIST] = json.dumps(said).encode()

    return changed


@pytest.mark.parametrize("share", [0.0, 0.01, 0.5, 0.99, 0.9999])
def test_cut_short(place: KeptPlace, backup: Path, share: float) -> None:
    whole = backup.read_bytes()
    backup.write_bytes(whole[: int(len(whole) * share)])
    assert refused(place.engine, backup, place.originals).endswith("or it was cut short: nothing of it was used.")


@pytest.mark.parametrize("share", [0.001, 0.2, 0.6, 0.95])
def test_one_bit_turned(place: KeptPlace, backup: Path, share: float) -> None:
    whole = bytearray(backup.read_bytes())
    whole[int(len(whole) * share)] ^= 1
    backup.write_bytes(whole)
    assert "Nothing of it was used." in refused(place.engine, backup, place.originals)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda parts: parts.update({DATABASE: parts[DATABASE][:-4096]}), "its part outturn.db is not what was"),
        (lambda parts: parts.update({DATABASE: parts[DATABASE] + b"\0"}), "its part outturn.db is not what was"),
        (lambda parts: parts.pop(DATABASE), "its part outturn.db is not what was written"),
        (lambda parts: parts.pop(LIST), "is no backup of Outturn, or it was cut short"),
        (lambda parts: parts.update({LIST: b"[1, 2]"}), "is no backup of Outturn, or it was cut short"),
        (listed(lambda said: said.pop("parts")), "its list of parts is not one of ours"),
        (listed(lambda said: said.update(form="1")), "is no backup of Outturn, or it was cut short"),
        (listed(lambda said: said.update(form=2)), "is a backup of a newer Outturn: install that"),
        (listed(lambda said: said.update(step="9999")), f"at step 9999, and this one knows them to step {steps()[-1]}"),
        (listed(lambda said: said.update(step="")), "of a newer Outturn"),
        (listed(lambda said: said["parts"].append(said["parts"][0])), "its list of parts is not one of ours"),  # type: ignore[attr-defined,index]
        (listed(lambda said: said["parts"][1].update(name="../../etc/passwd")), "is not one of ours"),  # type: ignore[index]
        (listed(lambda said: said["parts"][1].update(sha256="0" * 64)), "its list of parts is not one of ours"),  # type: ignore[index]
    ],
)
def test_altered(place: KeptPlace, backup: Path, change: Rewritten, words: str) -> None:
    rewritten(backup, change)
    assert words in refused(place.engine, backup, place.originals)


def test_a_kept_file_that_is_another(place: KeptPlace, backup: Path) -> None:
    rewritten(backup, lambda parts: parts.update({name_of(place.sha256): b"another"}))
    assert f"its part {name_of(place.sha256)} is not what was written" in refused(place.engine, backup, place.originals)


@pytest.mark.parametrize("form", ["folder", "missing", "text"])
def test_what_is_no_backup(place: KeptPlace, tmp_path: Path, form: str) -> None:
    file = tmp_path / "it"
    if form == "folder":
        file.mkdir()
    elif form == "text":
        file.write_text("not a zip")
    words = {"folder": "cannot be opened: is a directory", "missing": "cannot be opened: no such file or directory"}
    assert words.get(form, "is no backup of Outturn") in refused(place.engine, file, place.originals)
