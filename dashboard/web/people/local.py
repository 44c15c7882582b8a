"""Knows the addresses at which somebody signs in with a name and a password of Outturn's own, and changes it."""

from datetime import timedelta

from flask import Response, redirect, request
from werkzeug.wrappers import Response as Answer

from dashboard.domain.access.accounts import LOCAL, Account
from dashboard.domain.access.passwords import OLD, password_fault
from dashboard.web.answers import html, plain
from dashboard.web.people.cookies import session_token, signed_in
from dashboard.web.people.entrance import Entrance, origin
from dashboard.web.people.identity import account_asking
from dashboard.web.people.known_passwords import known_passwords
from dashboard.web.people.noting import noted_failure, noted_sign_in
from dashboard.web.people.returning import asked_page
from data.access.accounts import account_named, password_of, rehash, set_password
from data.access.attempts import succeeded, try_it
from data.access.hashing import HashingBusy
from data.access.sessions import begin, end
from layouts.plain.people.sign_in import AGAIN, NAME, NEW, PASSWORD, Door, password_page, sign_in_page

WRONG = "The name or the password is wrong."
NOT_OLD = "This is not the password that you have."
NOT_SAME = "The two new passwords are not the same."
NOT_HERE = "No password is kept here: you sign in with the account of your organisation."


class LocalDoor:
    """Names and passwords: whoever has no account is answered as one who mistypes, in the same time."""

    def __init__(self, entrance: Entrance) -> None:
        self._entrance = entrance

    def page(self, fault: str = "", status: int = 200, said: str = "") -> Response:
        name = request.form.get(NAME, "")[:100]
        door = Door(is_form=True, next_page=asked_page(), name=name, fault=fault, said=said)
        return html(sign_in_page(self._entrance.navigation(), door), status)

    def sign_in(self) -> Answer:
        name, password = request.form.get(NAME, ""), request.form.get(PASSWORD, "")
        engine, now = self._entrance.engine, self._entrance.now()
        number, wait = try_it(engine, name, origin(), now)
        if wait:
            return self.page(too_many(wait), 429)
        try:
            account = self._opened(name, password)
        except HashingBusy as fault:
            return self.page(str(fault), 503)
        if account is None:
            noted_failure(f"the account {known.name}" if (known := account_named(engine, name)) else "no account")
            return self.page(WRONG, 400)
        succeeded(engine, number, name)
        noted_sign_in(engine, account)
        goes_on = "/password" if account.must_change else asked_page()
        return self._signed_in(account, goes_on)

    def _opened(self, name: str, password: str) -> Account | None:
        """The account that the password opens; of one that there is not the same is worked out. Raises HashingBusy."""
        engine, hashing = self._entrance.engine, self._entrance.hashing
        account = account_named(engine, name)
        is_ours = account is not None and account.way == LOCAL and not account.is_disabled
        kept = password_of(engine, account.number, self._entrance.now()) if account and is_ours else ""
        if not hashing.verifies(kept, password) or account is None:
            return None
        if hashing.is_outdated(kept):
            rehash(engine, account.number, hashing.hashed(password))
        return account

    def _signed_in(self, account: Account, goes_on: str) -> Answer:
        """A new token in any case: what the browser had before signs nobody in."""
        end(self._entrance.engine, session_token())
        token = begin(self._entrance.engine, account.number, origin(), self._entrance.now())
        return signed_in(redirect(goes_on, 303), token)

    def password(self) -> Answer:
        account = account_asking()
        if account is None or account.way != LOCAL:
            return plain(NOT_HERE, 404)
        return html(password_page(self._entrance.navigation(), must=account.must_change))

    def change(self) -> Answer:
        account = account_asking()
        if account is None or account.way != LOCAL:
            return plain(NOT_HERE, 404)
        number, wait = try_it(self._entrance.engine, account.name, origin(), self._entrance.now())
        if wait:
            return self._faulty(account, PASSWORD, too_many(wait), 429)
        try:
            if fault := self._fault(account):
                return self._faulty(account, *fault)
            kept = self._entrance.hashing.hashed(request.form.get(NEW, ""))
        except HashingBusy as busy:
            return self._faulty(account, PASSWORD, str(busy), 503)
        succeeded(self._entrance.engine, number, account.name)
        set_password(self._entrance.engine, account.number, kept, self._entrance.now())
        return self._signed_in(account, "/account?changed=password")

    def _fault(self, account: Account) -> tuple[str, str] | None:
        """The field that has to be mended and why. Raises HashingBusy."""
        old, new, again = (request.form.get(name, "") for name in (PASSWORD, NEW, AGAIN))
        if self._opened(account.name, old) is None:
            return PASSWORD, NOT_OLD
        if new == old:
            return NEW, OLD
        names = self._entrance.partnerships().values()
        known = known_passwords(self._entrance.sign_in.refused_passwords)
        if why := password_fault(new, account.name, names, known) or password_fault(new, account.shown, names):
            return NEW, why
        return (AGAIN, NOT_SAME) if new != again else None

    def _faulty(self, account: Account, field: str, why: str, status: int = 400) -> Response:
        faults = ((field, why),)
        return html(password_page(self._entrance.navigation(), faults, must=account.must_change), status)


def too_many(wait: timedelta) -> str:
    seconds = int(wait.total_seconds()) + 1
    after = f"{seconds} seconds" if seconds < 90 else f"{-(-seconds // 60)} minutes"
    return f"Too many tries to sign in: try again in {after}."
