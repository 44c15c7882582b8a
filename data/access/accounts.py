"""Knows how accounts are kept: added, found, given roles, disabled, and which password opens one.

What is done to an account stands or falls with its line in the audit trail: both are one transaction.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from sqlalchemy import Connection, Engine, delete, insert, select, update
from sqlalchemy.exc import IntegrityError

from dashboard.domain.access.accounts import OIDC, Account, name_of, same_name, spelled_all
from dashboard.domain.access.deeds import Deed, DeedKind
from dashboard.domain.access.people import Grant, Role
from dashboard.domain.errors import RefusedAccount
from data.audit.recording import record
from data.engine import begin_writing
from data.schema import Expression, Found
from data.tables.access import account, account_grant, session

ONE_TIME = timedelta(hours=72)  # that a password which we made up may be used


@dataclass(frozen=True, slots=True)
class NewAccount:
    """What is known of somebody before the first sign-in."""

    name: str
    way: str
    shown: str = ""
    email: str = ""
    issuer: str = ""
    subject: str = ""
    grants: tuple[Grant, ...] = ()
    one_time: str = ""  # the hash of a password that we made up


def written(moment: datetime) -> str:
    return moment.isoformat(timespec="seconds")


def accounts(engine: Engine) -> list[Account]:
    """Every account, by its name."""
    with engine.connect() as connection:
        rows = connection.execute(select(account).order_by(account.c.same_name)).all()
        return [_account(connection, row) for row in rows]


def account_named(engine: Engine, name: str) -> Account | None:
    return _found(engine, account.c.same_name == same_name(" ".join(name.split())))


def account_numbered(engine: Engine, number: int) -> Account | None:
    return _found(engine, account.c.id == number)


def account_of_subject(engine: Engine, issuer: str, subject: str) -> Account | None:
    """Whose sign-ins a provider tells of under *subject*, which never changes there."""
    return _found(engine, (account.c.issuer == issuer) & (account.c.subject == subject) & (account.c.way == OIDC))


def _found(engine: Engine, which: Expression) -> Account | None:
    with engine.connect() as connection:
        row = connection.execute(select(account).where(which)).first()
        return _account(connection, row) if row else None


def _account(connection: Connection, row: Found) -> Account:
    return Account(
        number=row.id,
        name=row.name,
        shown=row.shown,
        way=row.way,
        email=row.email,
        is_disabled=bool(row.disabled),
        must_change=bool(row.must_change),
        created=row.created,
        seen=row.seen,
        grants=grants(connection, row.id),
    )


def grants(connection: Connection, number: int) -> tuple[Grant, ...]:
    query = select(account_grant.c.role, account_grant.c.partnership).where(account_grant.c.account == number)
    found = connection.execute(query.order_by(account_grant.c.id))
    return tuple(Grant(Role(row.role), row.partnership) for row in found)


def add(engine: Engine, new: NewAccount, now: datetime) -> Account:
    """Keep a new account; raises RefusedAccount where the name is taken."""
    name = name_of(new.name)
    row = {"name": name, "same_name": same_name(name), "shown": new.shown or name, "created": written(now)}
    row |= {"email": new.email, "way": new.way, "issuer": new.issuer, "subject": new.subject}
    row |= {"password": new.one_time, "password_ends": _ends(new.one_time, now)}
    is_ours = int(bool(new.one_time))
    with begin_writing(engine) as connection:
        number = _inserted(connection, name, {"must_change": is_ours, **row})
        _give(connection, number, new.grants)
        tell_of(connection, number, Deed(DeedKind.ACCOUNT_ADDED, after=spelled_all(new.grants)), now)
    return Account(number, name, row["shown"], new.way, new.email, created=row["created"], grants=new.grants)


def _inserted(connection: Connection, name: str, row: dict[str, str | int]) -> int:
    try:
        made = connection.execute(insert(account).values(row)).inserted_primary_key
    except IntegrityError as fault:
        raise RefusedAccount(f"There is an account {name} already.") from fault
    return int(made[0]) if made else 0


def tell_of(connection: Connection, number: int, deed: Deed, now: datetime) -> None:
    """Add the line of a *deed* whose subject is the account of this *number*."""
    name = connection.execute(select(account.c.name).where(account.c.id == number)).scalar_one()
    record(connection, replace(deed, subject=name), now)


def _ends(one_time: str, now: datetime) -> str:
    return written(now + ONE_TIME) if one_time else ""


def _give(connection: Connection, number: int, given: Sequence[Grant]) -> None:
    connection.execute(delete(account_grant).where(account_grant.c.account == number))
    rows = [{"account": number, "role": str(item.role), "partnership": item.partnership} for item in given]
    if rows:
        connection.execute(insert(account_grant), rows)


def give(engine: Engine, number: int, given: Sequence[Grant], now: datetime) -> None:
    """Let an account have just these roles; they hold at its next request."""
    with begin_writing(engine) as connection:
        before = grants(connection, number)
        _give(connection, number, given)
        kind = DeedKind.ROLE_GRANTED if len(given) >= len(before) else DeedKind.ROLE_WITHDRAWN
        tell_of(connection, number, Deed(kind, before=spelled_all(before), after=spelled_all(given)), now)


def rename(engine: Engine, number: int, shown: str, email: str) -> None:
    """Take over what a provider calls somebody now."""
    with engine.begin() as connection:
        connection.execute(update(account).where(account.c.id == number).values(shown=shown, email=email))


def disable(engine: Engine, number: int, now: datetime, *, disabled: bool) -> None:
    """Let nobody sign in by an account, and end its sessions at once; or let it sign in again."""
    deed = Deed(DeedKind.ACCOUNT_DISABLED) if disabled else Deed(DeedKind.ACCOUNT_CHANGED, after="enabled")
    with begin_writing(engine) as connection:
        connection.execute(update(account).where(account.c.id == number).values(disabled=int(disabled)))
        if disabled:
            connection.execute(delete(session).where(session.c.account == number))
        tell_of(connection, number, deed, now)


def set_password(engine: Engine, number: int, kept: str, now: datetime, *, one_time: bool = False) -> None:
    """Keep the hash of a new password and end every session; *one_time*: we made it up, and it is changed soon."""
    said = {"password": kept, "must_change": int(one_time), "password_ends": _ends(kept, now) if one_time else ""}
    deed = Deed(DeedKind.ACCOUNT_RESET) if one_time else Deed(DeedKind.ACCOUNT_CHANGED, after="a new password")
    with begin_writing(engine) as connection:
        connection.execute(update(account).where(account.c.id == number).values(**said))
        connection.execute(delete(session).where(session.c.account == number))
        tell_of(connection, number, deed, now)


def rehash(engine: Engine, number: int, kept: str) -> None:
    """The same password, kept with the parameters of today."""
    with engine.begin() as connection:
        connection.execute(update(account).where(account.c.id == number).values(password=kept))


def password_of(engine: Engine, number: int, now: datetime) -> str:
    """The hash of an account's password; empty where none opens it: one that we made up has ended."""
    query = select(account.c.password, account.c.password_ends).where(account.c.id == number, account.c.disabled == 0)
    with engine.connect() as connection:
        row = connection.execute(query).first()
    is_open = row is not None and (not row.password_ends or row.password_ends > written(now))
    return str(row.password) if row is not None and is_open else ""
