"""Knows under which names the product answers: a site elsewhere can make its own name lead to this machine."""

from collections.abc import Mapping
from dataclasses import dataclass
from ipaddress import ip_address
from urllib.parse import urlsplit

SAID = (
    "Outturn does not answer under this name. Whoever runs it can allow it: "
    "OUTTURN_HOSTS=name, several with commas between them."
)
AT_A_DESK = (
    "Outturn answers its own machine alone here, under 127.0.0.1 or localhost. "
    "Whoever runs it can open it to others, who then sign in: docs/sign-in.md says how."
)
BEHIND_A_PROXY = (
    "This request came through a proxy, and nobody signs in here: others could publish figures. "
    "Whoever runs it sets OUTTURN_SIGN_IN (docs/sign-in.md) before it is opened to others."
)
LOCAL = "localhost"


@dataclass(frozen=True, slots=True)
class KnownNames:
    """The names it is given, and whether it serves its own machine alone."""

    given: frozenset[str] = frozenset()
    is_desk: bool = True


def refusal(host: str, headers: Mapping[str, str], names: KnownNames) -> str:
    """Why a request to *host* is not answered; empty where it is.

    A page that an officer visits may send requests here under its own name (DNS rebinding); under an address it cannot.
    """
    if not is_known(host, names):
        return AT_A_DESK if names.is_desk else SAID
    return BEHIND_A_PROXY if names.is_desk and _is_forwarded(headers) else ""


def is_known(host: str, names: KnownNames) -> bool:
    """Whether *host*, with any port, is localhost, one of *names* or an address; at a desk of this machine alone."""
    name = _name(host)
    return name == LOCAL or name in names.given or _is_address(name, loopback=names.is_desk)


def names_of(said: str) -> frozenset[str]:
    """The names in a list with commas or blanks between them, in small letters."""
    return frozenset(map(_name, said.replace(",", " ").split())) - {""}


def _name(host: str) -> str:
    try:
        return (urlsplit(f"//{host}").hostname or "").rstrip(".")
    except ValueError:
        return ""


def _is_address(name: str, *, loopback: bool) -> bool:
    try:
        return ip_address(name).is_loopback or not loopback
    except ValueError:
        return False


def _is_forwarded(headers: Mapping[str, str]) -> bool:
    return any(name.lower() == "forwarded" or name.lower().startswith("x-forwarded-") for name in headers)
