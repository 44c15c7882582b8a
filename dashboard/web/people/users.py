"""Knows the addresses at which an administrator says who may sign in, and what each may do."""

from collections.abc import Callable

from flask import Flask, Response
from werkzeug.wrappers import Response as Answer

from dashboard.domain.access.accounts import LOCAL, OIDC, Account, grants_of, spelled
from dashboard.domain.access.people import Grant, Role
from dashboard.domain.errors import OutturnError, RefusedAccount
from dashboard.web.answers import html, short
from dashboard.web.people.cookies import uncached
from dashboard.web.people.entrance import Entrance
from dashboard.web.people.identity import account_asking
from data.access.accounts import NewAccount, account_numbered, accounts, add, disable, give, set_password
from data.access.hashing import made_up
from data.access.sessions import end_all
from layouts.components.fields import Filled
from layouts.plain.loading import missing_page
from layouts.plain.people.users import OnePerson, People, person_page, users_page

OWN_PAGES = frozenset({"users", "add-user", "user", "change-user"})
FIELDS = ("name", "shown", "role", "partnership")
NO_SUCH = "There is no such account."
OWN_ROLE = "You cannot take your own administration away: another administrator can."
OWN_ACCOUNT = "You cannot disable your own account: another administrator can."
CHOOSE = "Choose a role."
Deed = Callable[[Account], tuple[str, str]]  # what is said afterwards, and a password that was made up


class UserRoutes:
    """The list, one page a person, and a form for each thing that can be done."""

    def __init__(self, entrance: Entrance) -> None:
        self._entrance = entrance
        self._engine = entrance.engine

    def page(self, filled: Filled | None = None) -> Response:
        return html(users_page(self._entrance.navigation(), self._people(filled)), 400 if filled else 200)

    def add(self) -> Answer:
        form = {name: short(name) for name in FIELDS}
        if self._entrance.sign_in.way == OIDC:
            return self.page(Filled(form, (("", "People are known as soon as they sign in at your organisation."),)))
        try:
            return self._added(form)
        except RefusedAccount as fault:
            field = "role" if str(fault) == CHOOSE else "name"
            return self.page(Filled(form, ((field, str(fault)),)))
        except OutturnError as busy:
            return self.page(Filled(form, (("", str(busy)),)))

    def _added(self, form: dict[str, str]) -> Answer:
        """Raises RefusedAccount, or HashingBusy."""
        is_local = self._entrance.sign_in.way == LOCAL
        password = made_up() if is_local else ""
        given = self._grants(form["role"], form["partnership"])
        one_time = self._entrance.hashing.hashed(password) if is_local else ""
        new = NewAccount(form["name"], self._entrance.sign_in.way, form["shown"], grants=given, one_time=one_time)
        made = add(self._engine, new, self._entrance.now())
        return self._shown(made.number, "May sign in now.", password)

    def person(self, number: int) -> Answer:
        return self._shown(number)

    def change(self, number: int, deed: str) -> Answer:
        deeds: dict[str, Deed] = {
            "give": self._give,
            "take": self._take,
            "disable": self._disable,
            "enable": self._enable,
            "reset": self._reset,
            "sign-out": self._sign_out,
        }
        account = account_numbered(self._engine, number)
        if account is None:
            return self._missing()
        try:
            said, password = deeds[deed](account)
        except OutturnError as fault:
            return self._shown(number, fault=str(fault))
        return self._shown(number, said, password)

    def _shown(self, number: int, said: str = "", password: str = "", fault: str = "") -> Response:
        account = account_numbered(self._engine, number)
        if account is None:
            return self._missing()
        one = OnePerson(account, self._people(), self._is_own(account), password, said, fault)
        return uncached(html(person_page(self._entrance.navigation(), one), 400 if fault else 200))

    def _missing(self) -> Response:
        return html(missing_page(self._entrance.navigation(), NO_SUCH), 404)

    def _people(self, filled: Filled | None = None) -> People:
        way, known = self._entrance.sign_in.way, accounts(self._engine)
        return People(known, self._entrance.partnerships(), way, filled or Filled())

    def _is_own(self, account: Account) -> bool:
        asking = account_asking()
        return asking is not None and asking.number == account.number

    def _grants(self, role: str, partnership: str) -> tuple[Grant, ...]:
        if not role:
            raise RefusedAccount(CHOOSE)
        return grants_of([role], [partnership] if partnership else [], [*self._entrance.partnerships()])

    def _give(self, account: Account) -> tuple[str, str]:
        new = self._grants(short("role"), short("partnership"))
        give(self._engine, account.number, tuple(dict.fromkeys(account.grants + new)), self._entrance.now())
        return "The role is given.", ""

    def _take(self, account: Account) -> tuple[str, str]:
        left = tuple(grant for grant in account.grants if spelled(grant) != short("grant"))
        if self._is_own(account) and Grant(Role.ADMINISTRATOR) not in left:
            raise RefusedAccount(OWN_ROLE)
        give(self._engine, account.number, left, self._entrance.now())
        return "The role is taken away.", ""

    def _disable(self, account: Account) -> tuple[str, str]:
        if self._is_own(account):
            raise RefusedAccount(OWN_ACCOUNT)
        disable(self._engine, account.number, self._entrance.now(), disabled=True)
        return "Can sign in no more, and is signed out everywhere.", ""

    def _enable(self, account: Account) -> tuple[str, str]:
        disable(self._engine, account.number, self._entrance.now(), disabled=False)
        return "May sign in again.", ""

    def _reset(self, account: Account) -> tuple[str, str]:
        if account.way != LOCAL:
            raise RefusedAccount("No password is kept here of somebody who signs in elsewhere.")
        password = made_up()
        kept = self._entrance.hashing.hashed(password)
        set_password(self._engine, account.number, kept, self._entrance.now(), one_time=True)
        return "A new password is made; signed out everywhere.", password

    def _sign_out(self, account: Account) -> tuple[str, str]:
        end_all(self._engine, account.number, self._entrance.now())
        return "Signed out everywhere.", ""


def add_users(server: Flask, entrance: Entrance) -> None:
    """Register the addresses; each needs the right to administer."""
    routes, add = UserRoutes(entrance), server.add_url_rule
    add("/users", "users", routes.page)
    add("/users", "add-user", routes.add, methods=["POST"])
    add("/users/<number:number>", "user", routes.person)
    deeds = "<any(give, take, disable, enable, reset, 'sign-out'):deed>"
    add(f"/users/<number:number>/{deeds}", "change-user", routes.change, methods=["POST"])
