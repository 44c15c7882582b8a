"""The server as it is started: gunicorn around one application, filled before the first worker answers."""

import json
import socket
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.request import urlopen

import pytest
from flask import Flask

from dashboard.domain.errors import SettingsFault
from dashboard.serve import Server, refuse_taken, serve
from dashboard.settings import Settings
from tests.running_server import running_server

ROOT = Path(__file__).parents[2]


def test_the_server_runs_one_application_with_its_options() -> None:
    application = Flask("any")
    server = Server(application, {"bind": "127.0.0.1:0", "workers": 3, "worker_class": "gthread"})
    assert server.load() is application
    assert (server.cfg.workers, server.cfg.bind, server.cfg.worker_class_str) == (3, ["127.0.0.1:0"], "gthread")


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
        refuse_taken(host, 8050)


def titles(address: str) -> str:
    with urlopen(f"{address}/export/year-end.json?period=2010-11", timeout=30) as response:
        title: str = json.load(response)["title"]
        return title


def test_every_worker_answers_the_same_from_a_database_that_was_empty(tmp_path: Path) -> None:
    with running_server([sys.executable, "-m", "dashboard"], ROOT, tmp_path) as address, ThreadPoolExecutor(8) as pool:
        answers = set(pool.map(titles, [address] * 40))
    assert answers == {"2010/11 year end: two targets met, one missed and three not judged"}
    assert (tmp_path / "outturn.db").is_file()
