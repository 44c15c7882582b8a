"""Knows the settings: the only reader of the environment."""

import os
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Settings:
    """Where the figures are kept and how the server listens.

    database: a SQLAlchemy URL (OUTTURN_DATABASE); secret_key: signs sessions (OUTTURN_SECRET_KEY, else made up).
    """

    database: str
    originals: Path = Path("originals")  # where loaded files are kept (OUTTURN_ORIGINALS)
    uploads: bool = True  # whether files may be handed in from the browser (OUTTURN_UPLOADS=off)
    host: str = "127.0.0.1"
    port: int = 8050
    workers: int = 2
    threads: int = 4
    secret_key: str = field(default_factory=lambda: secrets.token_hex(32), repr=False)


def from_environment(environment: Mapping[str, str] | None = None) -> Settings:
    """Return the settings that the environment gives, with the embedded database as the default."""
    found = os.environ if environment is None else environment
    return Settings(
        database=found.get("OUTTURN_DATABASE") or f"sqlite:///{_home(found) / 'outturn.db'}",
        originals=Path(found.get("OUTTURN_ORIGINALS") or _home(found) / "originals"),
        uploads=found.get("OUTTURN_UPLOADS", "").lower() not in ("off", "no", "0", "false"),
        secret_key=found.get("OUTTURN_SECRET_KEY") or secrets.token_hex(32),
    )


def _home(environment: Mapping[str, str]) -> Path:
    """Our folder in the user's own data folder, as the XDG base directory specification names it."""
    home = environment.get("XDG_DATA_HOME") or str(Path.home() / ".local" / "share")
    return Path(home) / "outturn"
