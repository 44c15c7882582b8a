"""Knows the settings: the only reader of the environment."""

import os
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from dashboard.domain.errors import SettingsFault

NO_HOME = (
    "This user has no home folder. Say where the database and the loaded files are to lie: "
    "OUTTURN_DATABASE (or --database) and OUTTURN_ORIGINALS."
)


@dataclass(frozen=True, slots=True)
class Settings:
    """Where the figures are kept and how the server listens.

    database: a SQLAlchemy URL (OUTTURN_DATABASE); secret_key: signs sessions (OUTTURN_SECRET_KEY, else made up).
    """

    database: str
    originals: Path = Path("originals")  # where loaded files are kept (OUTTURN_ORIGINALS)
    uploads: bool = True  # whether files may be handed in from the browser (OUTTURN_UPLOADS=off)
    hosts: str = ""  # names that browsers may know it by, beside addresses and localhost (OUTTURN_HOSTS)
    host: str = "127.0.0.1"
    port: int = 8050
    workers: int = 2
    threads: int = 4
    secret_key: str = field(default_factory=lambda: secrets.token_hex(32), repr=False)


def from_environment(environment: Mapping[str, str] | None = None, database: str = "") -> Settings:
    """Return the settings that the environment gives, with the embedded database as the default.

    *database*, where it is given, goes before that of the environment.
    """
    found = os.environ if environment is None else environment
    database = database or found.get("OUTTURN_DATABASE") or f"sqlite:///{_home(found) / 'outturn.db'}"
    given = found.get("OUTTURN_ORIGINALS")
    return Settings(
        database=database,
        originals=Path(given) if given else (_beside(database) or _home(found)) / "originals",
        uploads=found.get("OUTTURN_UPLOADS", "").lower() not in ("off", "no", "0", "false"),
        hosts=found.get("OUTTURN_HOSTS", ""),
        secret_key=found.get("OUTTURN_SECRET_KEY") or secrets.token_hex(32),
    )


def _beside(database: str) -> Path | None:
    """The folder of an SQLite file; None for a server, a database in memory, and what is no address."""
    backend, _, file = database.partition("?")[0].partition(":///")
    is_file = backend.partition("+")[0] == "sqlite" and file not in ("", ":memory:") and not file.startswith("file:")
    return Path(file).parent if is_file else None


def _home(environment: Mapping[str, str]) -> Path:
    """Our folder in the user's own data folder, as the XDG base directory specification names it."""
    if home := environment.get("XDG_DATA_HOME"):
        return Path(home) / "outturn"
    try:
        return Path.home() / ".local" / "share" / "outturn"
    except RuntimeError as fault:  # a user that the machine does not know, as in a container
        raise SettingsFault(NO_HOME) from fault
