"""Knows how connections to a database are shared, and how long one is waited for, a lock, and an answer."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypedDict

from sqlalchemy.engine import URL

CONNECT_SECONDS = 5  # for a server to take a connection
#: What a server elsewhere must prove, by a certificate of somebody whom the machine trusts (ASVS 5, 12.3.1 and 12.3.2).
PROVEN = {"sslmode": "verify-full", "sslrootcert": "system"}
HERE = ("", "localhost", "127.0.0.1", "::1")
LOST_SECONDS = 30  # until a server that says nothing at all is taken for lost
PATIENCE = {
    "connect_timeout": CONNECT_SECONDS,
    "tcp_user_timeout": LOST_SECONDS * 1000,
    "keepalives_idle": LOST_SECONDS,
}


class Pool(TypedDict):
    """What SQLAlchemy is told of a pool."""

    pool_size: int
    max_overflow: int
    pool_timeout: float


@dataclass(frozen=True, slots=True)
class Manner:
    """How many connections there are, and how many seconds are waited; 0 is without end."""

    connections: int
    more: int  # in a rush
    for_connection: float
    for_lock: float = 0
    for_answer: float = 0  # of one statement

    def pool(self) -> Pool:
        """As SQLAlchemy takes it."""
        return {"pool_size": self.connections, "max_overflow": self.more, "pool_timeout": self.for_connection}


COMMANDS = Manner(5, 10, for_connection=30)
#: A worker has four threads; whoever waits longer for a connection is better told so.
PAGES = Manner(8, 4, for_connection=3, for_lock=5, for_answer=30)
#: Whoever looks after a database asks one thing at a time, and waits for nobody.
LOOKING = Manner(1, 0, for_connection=2, for_lock=2, for_answer=2)
#: Loads wait for each other as long as it takes, in a pool of their own: pages never stand behind them.
LOADS = Manner(4, 4, for_connection=3600)


def postgresql_arguments(url: URL, manner: Manner) -> dict[str, object]:
    """What a connection to PostgreSQL is opened with; what the address itself says goes before."""
    limits = {"lock_timeout": manner.for_lock, "statement_timeout": manner.for_answer}
    said = [f"-c {name}={int(seconds * 1000)}" for name, seconds in limits.items() if seconds]
    own = _text(url.query, "options")
    proven = {} if _is_here(url) or "sslmode" in url.query else PROVEN
    told = {name: value for name, value in (PATIENCE | proven).items() if name not in url.query}
    # psycopg prepares a statement after five runs and can then keep a worse plan: never prepare.
    return {"prepare_threshold": None, "options": " ".join(filter(None, (*said, own))), **told}


def _is_here(url: URL) -> bool:
    """Whether the server is on this machine: by its own address, or a socket, which is a folder."""
    asked = url.query.get("host", ())
    said = ",".join([asked] if isinstance(asked, str) else asked).split(",")  # one, or several with their ports
    hosts = [url.host or "", *(host if host.startswith("/") or "::" in host else host.split(":")[0] for host in said)]
    return all(host in HERE or host.startswith("/") for host in hosts)


def _text(query: Mapping[str, object], name: str) -> str:
    found = query.get(name, "")
    return found if isinstance(found, str) else ""
