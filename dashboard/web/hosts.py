"""Knows under which names the product answers: a site elsewhere can make its own name lead to this machine."""

from ipaddress import ip_address
from urllib.parse import urlsplit

SAID = (
    "Outturn does not answer under this name. Whoever runs it can allow it: "
    "OUTTURN_HOSTS=name, several with commas between them."
)
LOCAL = "localhost"


def is_known(host: str, names: frozenset[str]) -> bool:
    """Whether a request's *host* is this machine's address, localhost or one of *names*, with any port.

    A page that an officer visits may send requests here under its own name (DNS rebinding); under an address it cannot.
    """
    name = _name(host)
    return name == LOCAL or name in names or _is_address(name)


def names_of(said: str) -> frozenset[str]:
    """The names in a list with commas or blanks between them, in small letters."""
    return frozenset(map(_name, said.replace(",", " ").split())) - {""}


def _name(host: str) -> str:
    try:
        return (urlsplit(f"//{host}").hostname or "").rstrip(".")
    except ValueError:
        return ""


def _is_address(name: str) -> bool:
    try:
        ip_address(name)
    except ValueError:
        return False
    return True
