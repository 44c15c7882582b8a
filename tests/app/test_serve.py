"""The server as it is started: processes around one application, filled before the first worker answers."""

import json
import socket
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.request import urlopen

import pytest
from flask import Flask

from benchmarks.slow_clients import ASKED, KINDS, answered, slow_clients
from dashboard.domain.errors import SettingsFault
from dashboard.serve import end_of, secrets_of, serve, taken_address
from dashboard.settings import Settings, SignIn
from dashboard.web.audit.denied import TRAIL
from dashboard.web.uploads.under_way import NAME as UNDER_WAY
from tests.running_server import running_server, with_figures

ROOT = Path(__file__).parents[2]
WITHOUT_FORK = """
import os, sys
del os.fork
from dashboard.cli import main
sys.exit(main())
"""


@pytest.mark.parametrize(
    ("host", "port", "said"),
    [
        ("127.0.0.1", None, r"another program uses that port .* Give another one, such as --port 8051\.$"),
        ("::2", 8050, r"Others could reach Outturn at ::2"),
        ("no such host", 8050, r"Others could reach Outturn at no such host"),
        ("127.0.0.1", 70_000, r"^70000 is no port: give one from 1 to 65535"),
    ],
)
def test_an_address_that_cannot_be_served_is_said_before_anything_is_loaded(
    tmp_path: Path, host: str, port: int | None, said: str
) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        settings = Settings(
            database=f"sqlite:///{tmp_path / 'none.db'}", host=host, port=port or taken.getsockname()[1]
        )
        with pytest.raises(SettingsFault, match=said):
            serve(settings)
    assert not (tmp_path / "none.db").exists()


@pytest.mark.parametrize("host", ["192.0.2.1", "no such host"])
def test_an_address_that_this_machine_does_not_have_is_said(host: str) -> None:
    with pytest.raises(SettingsFault, match="this machine has no such address"):
        taken_address(host, 8050)


def titles(address: str) -> str:
    with urlopen(f"{address}/export/year-end.json?period=2010-11", timeout=30) as response:
        title: str = json.load(response)["title"]
        return title


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the product, served from a database that was empty."""
    with running_server([sys.executable, "-m", "dashboard"], ROOT, tmp_path_factory.mktemp("served")) as address:
        yield address


def test_every_worker_answers_the_same_from_a_database_that_was_empty(served: str) -> None:
    with ThreadPoolExecutor(8) as pool:
        answers = set(pool.map(titles, [served] * 40))
    assert answers == {"2010/11 year end: two targets met, one missed and three not judged"}


@pytest.mark.parametrize("kind", KINDS)
def test_beside_a_hundred_slow_clients_others_are_answered(served: str, kind: str) -> None:
    with slow_clients(served, KINDS[kind]):
        assert [answered(served, path, timeout=10) > 0 for path in ASKED] == [True, True]


def test_no_header_names_the_server(served: str) -> None:
    with urlopen(f"{served}/health/live", timeout=30) as response:
        assert not {"server", "via", "x-powered-by"} & {name.lower() for name in response.headers}


@pytest.mark.parametrize(("password", "hidden"), [("a-long-password", True), ("short", True), ("", False)])
def test_secrets_are_kept_out_of_the_log(password: str, hidden: bool) -> None:
    settings = Settings(
        f"postgresql://me:{password}@db/outturn", secret_key="k" * 32, sign_in=SignIn(client_secret="c")
    )
    found = list(secrets_of(settings))
    assert ({"k" * 32, "c"} <= set(found), password in found[3:], bool(found[3])) == (True, True, hidden)
    assert list(secrets_of(Settings("no address"))) == ["", "", ""]


class Noted:
    """Stands for loads under way and for the trail: says what was asked of it."""

    def __init__(self, *, ends: bool = True) -> None:
        self.ends = ends
        self.asked: list[object] = []

    def wait(self, seconds: float) -> bool:
        self.asked.append(seconds)
        return self.ends

    def close(self) -> None:
        self.asked.append("closed")


@pytest.mark.parametrize("ends", [True, False])
def test_a_process_ends_with_its_loads_and_tells_the_trail_what_it_only_counted(ends: bool) -> None:
    server, loads, trail = Flask("any"), Noted(ends=ends), Noted()
    assert end_of(server)(1)
    server.extensions |= {UNDER_WAY: loads, TRAIL: trail}
    assert end_of(server)(60) is ends
    assert (loads.asked, trail.asked) == ([60], ["closed"])


def test_where_no_process_can_be_forked_one_serves(published_url: str, tmp_path: Path) -> None:
    own = with_figures(tmp_path, published_url)
    with running_server([sys.executable, "-c", WITHOUT_FORK], ROOT, own) as address:
        assert titles(address).startswith("2010/11 year end")
