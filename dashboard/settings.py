"""Knows the settings: the only reader of the environment."""

import os
import shlex
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote

from dashboard.domain.errors import SettingsFault

NO_HOME = (
    "This user has no home folder. Say where the database and the loaded files are to lie: "
    "OUTTURN_DATABASE (or --database) and OUTTURN_ORIGINALS."
)
LONGEST_IDLE = 12 * 60  # minutes, after which everybody signs in again anyway
BAD_IDLE = f"OUTTURN_IDLE_MINUTES is a whole number of minutes from 1 to {LONGEST_IDLE}."
JSON, TEXT = "json", "text"
BAD_LOG = f"OUTTURN_LOG is {JSON}, one object a line, or {TEXT}."
OFF = ("off", "no", "0", "false")
ON = ("on", "yes", "1", "true")


@dataclass(frozen=True, slots=True)
class SignIn:
    """How people sign in, and where: nobody does at a desk, where the product serves its own user alone."""

    way: str = ""  # local, oidc or proxy; empty at a desk (OUTTURN_SIGN_IN)
    address: str = ""  # what people type: https://outturn.example.gov.uk (OUTTURN_ADDRESS)
    is_public: bool = False  # whether everybody may read without signing in (OUTTURN_PUBLIC=on)
    idle_minutes: int = 60  # without a request, after which one signs in again (OUTTURN_IDLE_MINUTES)
    issuer: str = ""  # of OpenID Connect (OUTTURN_OIDC_ISSUER, _CLIENT_ID, _CLIENT_SECRET)
    client_id: str = ""
    client_secret: str = field(default="", repr=False)
    roles_claim: str = "roles"  # the claim that may name roles (OUTTURN_OIDC_ROLES)
    header: str = ""  # in which a proxy says who asks (OUTTURN_PROXY_HEADER)
    strength: tuple[str, ...] = ()  # of which a provider has to name one: mfa (OUTTURN_OIDC_STRENGTH)
    refused_passwords: Path | None = None  # a file of those that no account may have (OUTTURN_PASSWORDS)

    @property
    def is_desk(self) -> bool:
        return not self.way


@dataclass(frozen=True, slots=True)
class Settings:
    """Where the figures are kept and how the server listens.

    database: a SQLAlchemy URL (OUTTURN_DATABASE); secret_key: signs forms (OUTTURN_SECRET_KEY; empty: made up).
    """

    database: str
    originals: Path | str = Path("originals")  # a folder, or an address of fsspec (OUTTURN_ORIGINALS)
    uploads: bool = True  # whether files may be handed in from the browser (OUTTURN_UPLOADS=off)
    hosts: str = ""  # names that browsers may know it by, beside that of the public address (OUTTURN_HOSTS)
    proxy: tuple[str, ...] = ()  # addresses of the proxies in front whose headers are believed (OUTTURN_PROXY)
    host: str = "127.0.0.1"
    port: int = 8050
    workers: int = 2
    threads: int = 4
    secret_key: str = field(default="", repr=False)
    sign_in: SignIn = SignIn()
    standbys: tuple[str, ...] = ()  # addresses of PostgreSQL that answer readers (OUTTURN_DATABASE_READ)
    log: str = ""  # json or text; empty: text at a desk, json where people sign in (OUTTURN_LOG)
    metrics_token: str = field(default="", repr=False)  # who has it reads /metrics from elsewhere
    measures: Path | None = None  # in which the processes of a running server count together
    scan: tuple[str, ...] = ()  # the command that looks a file through for viruses (OUTTURN_SCAN)

    @property
    def is_logged_as_json(self) -> bool:
        """Whether every request is a line of the log; at a desk only faults are, in words, unless it is asked for."""
        return self.log == JSON or not (self.log or self.sign_in.is_desk)


def from_environment(environment: Mapping[str, str] | None = None, database: str = "") -> Settings:
    """Return the settings that the environment gives, with the embedded database as the default.

    *database*, where it is given, goes before that of the environment.
    """
    found = os.environ if environment is None else environment
    database = database or _secret(found, "OUTTURN_DATABASE") or f"sqlite:///{_home(found) / 'outturn.db'}"
    given = found.get("OUTTURN_ORIGINALS")
    return Settings(
        database=database,
        originals=place_of(given) if given else (_beside(database) or _home(found)) / "originals",
        uploads=found.get("OUTTURN_UPLOADS", "").lower() not in OFF,
        hosts=found.get("OUTTURN_HOSTS", ""),
        proxy=tuple(found.get("OUTTURN_PROXY", "").replace(",", " ").split()),
        secret_key=_secret(found, "OUTTURN_SECRET_KEY"),
        sign_in=_sign_in(found),
        standbys=tuple(_secret(found, "OUTTURN_DATABASE_READ").split()),
        log=_log(found.get("OUTTURN_LOG", "")),
        metrics_token=_secret(found, "OUTTURN_METRICS_TOKEN"),
        scan=_command(found.get("OUTTURN_SCAN", "")),
    )


def _sign_in(found: Mapping[str, str]) -> SignIn:
    return SignIn(
        way=found.get("OUTTURN_SIGN_IN", "").strip().lower(),
        address=found.get("OUTTURN_ADDRESS", "").strip().rstrip("/"),
        is_public=found.get("OUTTURN_PUBLIC", "").lower() in ON,
        idle_minutes=_minutes(found.get("OUTTURN_IDLE_MINUTES", "") or "60"),
        issuer=found.get("OUTTURN_OIDC_ISSUER", "").strip(),
        client_id=found.get("OUTTURN_OIDC_CLIENT_ID", "").strip(),
        client_secret=_secret(found, "OUTTURN_OIDC_CLIENT_SECRET"),
        roles_claim=found.get("OUTTURN_OIDC_ROLES", "").strip() or "roles",
        header=found.get("OUTTURN_PROXY_HEADER", "").strip(),
        refused_passwords=Path(file) if (file := found.get("OUTTURN_PASSWORDS", "")) else None,
        strength=tuple(found.get("OUTTURN_OIDC_STRENGTH", "").replace(",", " ").split()),
    )


def _secret(found: Mapping[str, str], name: str) -> str:
    """What *name* says, or else the file that NAME_FILE names, which only the server need be able to read."""
    if said := found.get(name, ""):
        return said
    if not (file := found.get(f"{name}_FILE", "")):
        return ""
    try:
        return Path(file).read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError, ValueError) as fault:
        reason = getattr(fault, "strerror", None) or "it is no text"
        raise SettingsFault(f"{name}_FILE names {file}, which cannot be read: {reason}.") from fault


def keep_measures_in(folder: str) -> None:
    """Let the processes of this server count in *folder*: its library knows no other way to be told."""
    os.environ["PROMETHEUS_MULTIPROC_DIR"] = folder


def _log(said: str) -> str:
    if (found := said.strip().lower()) not in ("", JSON, TEXT):
        raise SettingsFault(BAD_LOG)
    return found


def _command(said: str) -> tuple[str, ...]:
    try:
        return tuple(shlex.split(said))
    except ValueError as fault:
        raise SettingsFault(f"OUTTURN_SCAN is no command: {fault}.") from fault


def _minutes(said: str) -> int:
    if not (said.isascii() and said.isdigit() and 1 <= int(said) <= LONGEST_IDLE):
        raise SettingsFault(BAD_IDLE)
    return int(said)


def _beside(database: str) -> Path | None:
    """The folder of an SQLite file; None for a server, a database in memory, and what is no address."""
    backend, _, file = database.partition("?")[0].partition(":///")
    is_file = backend.partition("+")[0] == "sqlite" and file not in ("", ":memory:") and not file.startswith("file:")
    return Path(file).parent if is_file else None


def place_of(said: str) -> Path | str:
    """The folder that is named, also as file://, or an address of somewhere else."""
    kind, is_address, rest = said.partition("://")
    if not is_address:
        return Path(said)
    return Path(unquote(rest)) if kind in ("file", "local") else said


def _home(environment: Mapping[str, str]) -> Path:
    """Our folder in the user's own data folder, as the XDG base directory specification names it."""
    if home := environment.get("XDG_DATA_HOME"):
        return Path(home) / "outturn"
    try:
        return Path.home() / ".local" / "share" / "outturn"
    except RuntimeError as fault:  # a user that the machine does not know, as in a container
        raise SettingsFault(NO_HOME) from fault
