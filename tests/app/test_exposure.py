"""Nobody but a desk's own user reaches the product without signing in, and nobody signs in unsafely."""

from dataclasses import replace
from pathlib import Path

import pytest

from dashboard.app import create_app
from dashboard.domain.errors import SettingsFault
from dashboard.exposure import refuse_exposed
from dashboard.serve import serve
from dashboard.settings import Settings, SignIn

KEY = "k" * 32
LOCAL = SignIn("local", address="https://outturn.example")
SERVED = Settings(database="sqlite://", host="0.0.0.0", secret_key=KEY, sign_in=LOCAL)
OIDC = replace(LOCAL, way="oidc", issuer="https://login.example", client_id="a", client_secret="b")
PROXY = replace(LOCAL, way="proxy", header="X-Remote-User")


def signed_in(sign_in: SignIn, **others: object) -> Settings:
    return replace(SERVED, sign_in=sign_in, **others)  # type: ignore[arg-type]


@pytest.mark.parametrize("host", ["127.0.0.1", "127.1.2.3", "::1", "localhost", "LOCALHOST"])
def test_a_desk_needs_nothing(host: str) -> None:
    refuse_exposed(Settings(database="sqlite://", host=host))
    refuse_exposed(Settings(database="sqlite://", hosts=host, sign_in=SignIn(address="http://[::1]:8050")))


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "10.0.0.5", "192.168.1.9", "pc-17", "localhost.example", "[::]"])
def test_without_sign_in_no_other_host_is_served(host: str) -> None:
    for settings in (Settings("sqlite://", host=host), Settings("sqlite://", hosts=f"localhost {host}")):
        with pytest.raises(SettingsFault, match=r"^Others could reach Outturn at .* Set OUTTURN_SIGN_IN to local"):
            refuse_exposed(settings)


@pytest.mark.parametrize("others", [{"proxy": ("127.0.0.1",)}, {"sign_in": SignIn(address="https://outturn.example")}])
def test_without_sign_in_there_is_no_proxy_and_no_public_address(others: dict[str, object]) -> None:
    with pytest.raises(SettingsFault, match="and nobody signs in"):
        refuse_exposed(replace(Settings("sqlite://"), **others))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "settings",
    [
        SERVED,
        signed_in(OIDC),
        signed_in(replace(OIDC, issuer="http://127.0.0.1:9000")),
        signed_in(PROXY, proxy=("10.0.0.0/24", "::1")),
        signed_in(SignIn("local"), host="127.0.0.1"),
        signed_in(SignIn("local", address="http://localhost:8050"), host="127.0.0.1"),
    ],
)
def test_with_sign_in_it_may_be_served(settings: Settings) -> None:
    refuse_exposed(settings)


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        (signed_in(replace(LOCAL, way="ldap")), "OUTTURN_SIGN_IN is ldap: it is local, oidc or proxy"),
        (replace(SERVED, secret_key="k" * 31), "needs OUTTURN_SECRET_KEY with 32 characters or more"),
        (signed_in(SignIn("local")), "needs OUTTURN_ADDRESS"),
        (signed_in(SignIn("local"), host="127.0.0.1", hosts="outturn.example"), "needs OUTTURN_ADDRESS"),
        (signed_in(SignIn("local", "http://outturn.example")), "OUTTURN_ADDRESS is http://outturn.example: browsers"),
        (signed_in(SignIn("local", "outturn.example")), "OUTTURN_ADDRESS is outturn.example"),
        (signed_in(SignIn("local", "https://")), "OUTTURN_ADDRESS is https://"),
        (signed_in(replace(OIDC, client_secret="")), "oidc needs OUTTURN_OIDC_CLIENT_SECRET as well"),
        (signed_in(replace(OIDC, issuer="", client_id="")), "OUTTURN_OIDC_ISSUER and OUTTURN_OIDC_CLIENT_ID as well"),
        (signed_in(replace(OIDC, issuer="http://login.example")), "a provider of sign-ins is asked over https only"),
        (
            signed_in(replace(LOCAL, refused_passwords=Path("/none"))),
            "OUTTURN_PASSWORDS is /none, and there is no such",
        ),
        (signed_in(PROXY), "proxy needs OUTTURN_PROXY as well"),
        (signed_in(replace(PROXY, header=""), proxy=("::1",)), "proxy needs OUTTURN_PROXY_HEADER as well"),
        (signed_in(PROXY, proxy=("outer",)), "outer is none"),
    ],
)
def test_what_is_missing_or_unsafe_is_said_in_a_sentence(settings: Settings, said: str) -> None:
    with pytest.raises(SettingsFault, match=said):
        refuse_exposed(settings)


def test_it_is_refused_before_anything_is_filled(tmp_path: Path) -> None:
    settings = Settings(f"sqlite:///{tmp_path / 'none.db'}", host="0.0.0.0")
    for start in (serve, create_app):
        with pytest.raises(SettingsFault, match=r"at 0\.0\.0\.0, and nobody signs in"):
            start(settings)
    assert not list(tmp_path.iterdir())
