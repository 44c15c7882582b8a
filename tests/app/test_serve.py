"""The server as it is started: gunicorn around one application, filled before the first worker answers."""

import json
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.request import urlopen

from flask import Flask

from dashboard.serve import Server
from tests.running_server import running_server

ROOT = Path(__file__).parents[2]


def test_the_server_runs_one_application_with_its_options() -> None:
    application = Flask("any")
    server = Server(application, {"bind": "127.0.0.1:0", "workers": 3, "worker_class": "gthread"})
    assert server.load() is application
    assert (server.cfg.workers, server.cfg.bind, server.cfg.worker_class_str) == (3, ["127.0.0.1:0"], "gthread")


def titles(address: str) -> str:
    with urlopen(f"{address}/export/year-end.json?period=2010-11", timeout=30) as response:
        title: str = json.load(response)["title"]
        return title


def test_every_worker_answers_the_same_from_a_database_that_was_empty(tmp_path: Path) -> None:
    with running_server([sys.executable, "-m", "dashboard"], ROOT, tmp_path) as address, ThreadPoolExecutor(8) as pool:
        answers = set(pool.map(titles, [address] * 40))
    assert answers == {"2010/11 year end: two targets met, one missed and three not judged"}
    assert (tmp_path / "outturn.db").is_file()
