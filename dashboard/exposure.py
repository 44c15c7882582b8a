"""Knows with which settings the product does not start: whoever is not alone at a desk signs in, over TLS."""

from collections.abc import Iterator
from ipaddress import ip_address, ip_network
from urllib.parse import urlsplit

from dashboard.domain.access.accounts import LOCAL, OIDC, PROXY
from dashboard.domain.errors import SettingsFault
from dashboard.settings import Settings, SignIn

WAYS = (LOCAL, OIDC, PROXY)
SHORTEST_KEY = 32

NO_SUCH_WAY = "OUTTURN_SIGN_IN is {way}: it is local, oidc or proxy (docs/sign-in.md), or left out at a desk."
EXPOSED = (
    "Others could reach Outturn at {where}, and nobody signs in: whoever opens it could publish figures. "
    "Set OUTTURN_SIGN_IN to local, oidc or proxy (docs/sign-in.md), or serve on 127.0.0.1 alone."
)
NO_KEY = (
    "Signing in needs OUTTURN_SECRET_KEY with 32 characters or more that nobody else knows. "
    'This makes one: python3 -c "import secrets; print(secrets.token_hex(32))"'
)
NO_ADDRESS = (
    "Signing in needs OUTTURN_ADDRESS, the address that people open, such as https://outturn.example.gov.uk, "
    "because browsers keep the sign-in over https only."
)
NO_TLS = (
    "OUTTURN_ADDRESS is {address}: browsers keep the sign-in over https only, and others could read it on its way. "
    "Put a proxy with TLS in front (docs/sign-in.md) and set OUTTURN_ADDRESS to its https address."
)
NO_PASSWORDS = "OUTTURN_PASSWORDS is {file}, and there is no such file: it lists passwords that no account may have."
NO_PROVIDER = "Signing in by oidc needs {missing} as well (docs/sign-in.md)."
PLAIN_ISSUER = "OUTTURN_OIDC_ISSUER is {address}: a provider of sign-ins is asked over https only."
NO_HEADER = (
    "Signing in by proxy needs {missing} as well: the header in which the proxy says who asks, and the addresses of "
    "the proxy, from which alone it is believed (docs/sign-in.md)."
)
NO_PROXY_ADDRESS = (
    "OUTTURN_PROXY names addresses such as 127.0.0.1 or 10.0.0.0/24, with commas between; {said} is none."
)


def refuse_exposed(settings: Settings) -> None:
    """Raise SettingsFault where others could reach the product without signing in, or sign in unsafely."""
    for said in settings.proxy:
        if not _is_network(said):
            raise SettingsFault(NO_PROXY_ADDRESS.format(said=said))
    if settings.sign_in.way and settings.sign_in.way not in WAYS:
        raise SettingsFault(NO_SUCH_WAY.format(way=settings.sign_in.way))
    faults = _at_a_desk(settings) if settings.sign_in.is_desk else _signed_in(settings)
    if fault := next(faults, None):
        raise SettingsFault(fault)


def _at_a_desk(settings: Settings) -> Iterator[str]:
    named = settings.hosts.replace(",", " ").split()
    for where in (settings.host, *named, settings.sign_in.address):
        if where and not is_loopback(host_of(where)):
            yield EXPOSED.format(where=where)
    if settings.proxy:
        yield EXPOSED.format(where=f"the proxy {settings.proxy[0]}")


def _signed_in(settings: Settings) -> Iterator[str]:
    asked = settings.sign_in
    if len(settings.secret_key) < SHORTEST_KEY:
        yield NO_KEY
    if not asked.address and not (is_loopback(settings.host) and not settings.hosts):
        yield NO_ADDRESS
    if asked.address and not _is_safe(asked.address):
        yield NO_TLS.format(address=asked.address)
    if asked.refused_passwords and not asked.refused_passwords.is_file():
        yield NO_PASSWORDS.format(file=asked.refused_passwords)
    if asked.way == OIDC:
        yield from _by_provider(asked)
    if asked.way == PROXY:
        known = (("OUTTURN_PROXY_HEADER", asked.header), ("OUTTURN_PROXY", settings.proxy))
        if missing := _missing(*known):
            yield NO_HEADER.format(missing=missing)


def _by_provider(asked: SignIn) -> Iterator[str]:
    known = (("ISSUER", asked.issuer), ("CLIENT_ID", asked.client_id), ("CLIENT_SECRET", asked.client_secret))
    if missing := _missing(*((f"OUTTURN_OIDC_{name}", value) for name, value in known)):
        yield NO_PROVIDER.format(missing=missing)
    if not _is_safe(asked.issuer):
        yield PLAIN_ISSUER.format(address=asked.issuer)


def _missing(*known: tuple[str, object]) -> str:
    return " and ".join(name for name, value in known if not value)


def _is_safe(address: str) -> bool:
    """Whether an address is https, or leads nowhere but to this machine."""
    found = urlsplit(address)
    local = found.scheme == "http" and is_loopback(found.hostname or "")
    return bool(found.hostname) and (found.scheme == "https" or local)


def host_of(where: str) -> str:
    """The name or number in an address, or in a host with or without a port."""
    try:
        return urlsplit(where if "//" in where else f"//{_bracketed(where)}").hostname or where
    except ValueError:
        return where


def _bracketed(host: str) -> str:
    return f"[{host}]" if host.count(":") > 1 and not host.startswith("[") else host


def is_loopback(host: str) -> bool:
    """Whether nobody but this machine can reach *host*."""
    try:
        return ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return host.rstrip(".").lower() == "localhost"


def _is_network(said: str) -> bool:
    try:
        ip_network(said, strict=False)
    except ValueError:
        return False
    return True
