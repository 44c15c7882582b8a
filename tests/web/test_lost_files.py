"""Proves that a kept file that is missing or altered is said wherever a figure is followed to it."""

import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from tests.data.own.typed import table_1
from tests.web.test_load_pages import published, sent


@pytest.mark.parametrize(
    ("change", "state", "words"),
    [
        (Path.unlink, "missing", "The file is not kept any more."),
        (lambda path: path.write_bytes(b"another"), "altered", "The kept file was altered"),
    ],
)
def test_a_file_that_is_not_kept_as_loaded_is_said_where_it_is_followed_until_it_is_loaded_again(
    own: FlaskClient, tmp_path: Path, change: Callable[[Path], object], state: str, words: str
) -> None:
    body = table_1(tmp_path, E7="1,131").read_bytes()
    published(own, sent(own, ("table 1.xlsx", body)))
    [place] = [path for path in (tmp_path / "originals").glob("??/*") if path.is_file()]
    listed = "/export/data.csv?partnership=warwickshire&table=originals"
    assert own.get(listed).text.splitlines()[1:] == []
    change(place)
    assert words in own.get("/figures/1").text
    assert "/files/" not in own.get("/figures/1").text
    assert own.get("/files/1").status_code == 404
    [line] = own.get(listed).text.splitlines()[1:]
    assert (line.split(",")[0], line.split(",")[-1]) == ("table 1.xlsx", state)
    page = sent(own, ("table 1.xlsx", body))
    assert "Nothing would change" in page.text
    assert f"The file kept of it was {state}: it is kept again." in page.text
    assert (place.read_bytes(), own.get(listed).text.splitlines()[1:]) == (body, [])


def test_what_is_read_and_downloaded_is_checked_each_time_and_whole(own: FlaskClient, tmp_path: Path) -> None:
    body = table_1(tmp_path, E7="1,131").read_bytes()
    published(own, sent(own, ("table 1.xlsx", body)))
    [place] = [path for path in (tmp_path / "originals").glob("??/*") if path.is_file()]
    [file] = re.findall(r'href="(/files/\d+)"', own.get("/figures/1").text)
    with own.get(file) as answer:
        assert (answer.get_data(), answer.content_length) == (body, len(body))
    when = place.stat()
    place.write_bytes(body[:-1] + bytes([body[-1] ^ 1]))
    os.utime(place, ns=(when.st_atime_ns, when.st_mtime_ns))
    assert "it was altered" in own.get(file).text
    assert "The kept file was altered" in own.get("/figures/1").text
