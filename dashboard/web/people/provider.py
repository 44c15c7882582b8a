"""Knows signing in at a provider of OpenID Connect: code flow with PKCE, state and nonce, by Authlib."""

from collections.abc import Mapping
from typing import cast
from urllib.parse import quote

from authlib.common.errors import AuthlibBaseError
from authlib.integrations.base_client import OAuthError
from authlib.integrations.flask_client import FlaskOAuth2App, OAuth
from flask import Flask, Response, redirect, request, session
from joserfc.errors import JoseError
from requests.exceptions import RequestException
from werkzeug.wrappers import Response as Answer

from dashboard.domain.access.accounts import OIDC, STRENGTHS, Account, claimed, is_strong
from dashboard.domain.errors import RefusedAccount
from dashboard.web.answers import html
from dashboard.web.people.cookies import STATE, session_token, signed_in
from dashboard.web.people.entrance import Entrance, origin
from dashboard.web.people.noting import noted_failure, noted_sign_in
from dashboard.web.people.returning import asked_page, local
from data.access.accounts import NewAccount, account_of_subject, add, rename
from data.access.sessions import begin, end
from layouts.plain.people.sign_in import Door, sign_in_page

PATIENCE = 10  # seconds that a provider may take to answer
BACK = "/sign-in/done"
#: How a provider may sign what it says: by a private key, never by a secret that is shared, and never not at all.
SIGNED_BY = frozenset(f"{kind}{bits}" for kind in ("RS", "PS", "ES") for bits in (256, 384, 512)) | {"EdDSA", "Ed25519"}
OFFERED, ALWAYS_OFFERED = "id_token_signing_alg_values_supported", "RS256"
NEXT = "next"
GONE = "Your organisation’s sign-in does not answer at the moment: try again in a few minutes."
NOT_OURS = "This sign-in was not begun here, or took too long: begin it again."
FAULTY = "Your organisation’s sign-in answered something that cannot be relied on: begin it again."
WEAK = (
    "Outturn asks for a stronger way of signing in here: use your second factor, or ask whoever administers sign-ins."
)
CANCELLED = "The sign-in was cancelled or not allowed at your organisation."
DISABLED = "This account can sign in no more: ask whoever administers Outturn."
MOST_NAMES = 50  # that are tried for somebody whose name is taken
Claims = Mapping[str, object]


class UnreliableAnswer(Exception):
    """A provider said something that does not fit together."""


def signed_by(offered: object) -> list[str]:
    """The ways to sign that are believed among those that a provider offers; raises UnreliableAnswer for none."""
    named = offered if isinstance(offered, list) else [ALWAYS_OFFERED]
    found = [way for way in named if isinstance(way, str) and way in SIGNED_BY]
    if not found:
        raise UnreliableAnswer
    return found


class ProviderDoor:
    """The way to the provider and back; every failure is one sentence on the page for signing in."""

    def __init__(self, server: Flask, entrance: Entrance) -> None:
        self._entrance = entrance
        asked = entrance.sign_in
        server.config.update(SESSION_COOKIE_NAME=STATE, SESSION_COOKIE_SECURE=True, SESSION_COOKIE_SAMESITE="Lax")
        server.config.update(SESSION_COOKIE_HTTPONLY=True, SESSION_COOKIE_PATH="/")
        self._client = cast(
            FlaskOAuth2App,
            OAuth(server).register(
                "provider",
                client_id=asked.client_id,
                client_secret=asked.client_secret,
                server_metadata_url=f"{asked.issuer.rstrip('/')}/.well-known/openid-configuration",
                client_kwargs={
                    "scope": "openid profile email",
                    "code_challenge_method": "S256",
                    "default_timeout": PATIENCE,
                },
            ),
        )

    def page(self, fault: str = "", status: int = 200) -> Response:
        page = asked_page()
        start = f"/sign-in/start?{NEXT}={quote(page, safe='')}"
        door = Door(is_form=False, next_page=page, fault=fault, start=start)
        return html(sign_in_page(self._entrance.navigation(), door), status)

    def start(self) -> Answer:
        """To the provider; what this browser began before is forgotten."""
        session.clear()
        session[NEXT] = asked_page()
        try:
            self._check_issuer()
            wanted = " ".join(self._entrance.sign_in.strength)
            asked = {"acr_values": wanted} if wanted else {}
            return cast(Answer, self._client.authorize_redirect(self._back(), **asked))
        except UnreliableAnswer:
            return self.page(FAULTY, 502)
        except (AuthlibBaseError, RequestException, RuntimeError, ValueError):
            return self.page(GONE, 503)

    def finish(self) -> Answer:
        """Back from the provider: who it is, or why nobody is signed in."""
        goes_on = local(str(session.get(NEXT, "")))
        try:
            claims = self._claims()
        except OAuthError as fault:
            return self._failed(CANCELLED if fault.error == "access_denied" else NOT_OURS, 400)
        except RequestException:
            return self._failed(GONE, 503)
        except (AuthlibBaseError, JoseError, UnreliableAnswer, ValueError, KeyError, TypeError):
            return self._failed(FAULTY, 400)
        session.clear()
        if not is_strong(claims, self._entrance.sign_in.strength):
            return self._failed(WEAK, 403)
        account = self._account(claims)
        if account.is_disabled:
            return self._failed(DISABLED, 403)
        noted_sign_in(self._entrance.engine, account)
        end(self._entrance.engine, session_token())
        claim = self._entrance.sign_in.roles_claim
        roles = claimed(claims[claim]) if claim in claims else None
        token = begin(self._entrance.engine, account.number, origin(), self._entrance.now(), roles)
        return signed_in(redirect(goes_on, 303), token)

    def _failed(self, why: str, status: int) -> Response:
        session.clear()
        noted_failure(why)
        return self.page(why, status)

    def _claims(self) -> Claims:
        """What the provider says of whoever signed in there; raises where anything does not fit."""
        metadata = self._check_issuer()
        answered = request.args.get("iss")
        if answered != metadata["issuer"] and (
            answered or metadata.get("authorization_response_iss_parameter_supported")
        ):
            raise UnreliableAnswer
        token = self._client.authorize_access_token()
        known = token.get("userinfo")
        if not known or not known.get("sub") or known.get("iss") != metadata["issuer"]:
            raise UnreliableAnswer
        said = self._client.userinfo(token=token) if metadata.get("userinfo_endpoint") else {}
        if said and said.get("sub") != known["sub"]:
            raise UnreliableAnswer
        signed = {name: known.get(name) for name in ("iss", *STRENGTHS)}  # what is asked for afterwards is not
        return {**known, **said, **signed}

    def _check_issuer(self) -> Claims:
        """What the provider says of itself, which must be the one that was set."""
        metadata: dict[str, object] = self._client.load_server_metadata()
        metadata[OFFERED] = signed_by(metadata.get(OFFERED))
        if str(metadata.get("issuer", "")).rstrip("/") != self._entrance.sign_in.issuer.rstrip("/"):
            raise UnreliableAnswer
        return metadata

    def _back(self) -> str:
        return f"{self._entrance.sign_in.address or request.host_url.rstrip('/')}{BACK}"

    def _account(self, claims: Claims) -> Account:
        """Whoever the provider names under this subject: known already, or kept from now on without a role."""
        engine, issuer, subject = self._entrance.engine, str(claims["iss"]), str(claims["sub"])
        called, email = _called(claims), _words(claims.get("email"))
        known = account_of_subject(engine, issuer, subject)
        if known is None:
            return self._added(NewAccount("", OIDC, called, email, issuer, subject), claims)
        if (known.shown, known.email) != (called, email):
            rename(engine, known.number, called, email)
        return account_of_subject(engine, issuer, subject) or known

    def _added(self, new: NewAccount, claims: Claims) -> Account:
        wanted = _words(claims.get("preferred_username")) or new.email or new.shown
        for name in (wanted, *(f"{wanted} {number}" for number in range(2, MOST_NAMES)), new.subject):
            try:
                return add(self._entrance.engine, _named(new, name), self._entrance.now())
            except RefusedAccount:
                continue
        raise RefusedAccount("There is no name left for this account.")


def _named(new: NewAccount, name: str) -> NewAccount:
    return NewAccount(name, new.way, new.shown, new.email, new.issuer, new.subject)


def _called(claims: Claims) -> str:
    """What pages and the log call somebody."""
    said = (_words(claims.get(name)) for name in ("name", "preferred_username", "email", "sub"))
    return next(filter(None, said), "somebody")


def _words(said: object) -> str:
    """A claim as one line that can be printed and is not too long; nothing where it is no text."""
    words = " ".join(said.split()) if isinstance(said, str) else ""
    return "".join(letter for letter in words if letter.isprintable())[:100]
