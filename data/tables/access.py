"""Knows the tables of people who sign in: accounts with their roles, sessions, and tries to sign in."""

from sqlalchemy import Column, ForeignKey, Index, Integer, MetaData, String, Table, UniqueConstraint

from data.schema import text_column

access = MetaData()

account = Table(
    "account",
    access,
    Column("id", Integer, primary_key=True),
    *map(text_column, ("name", "same_name", "shown", "email", "way", "issuer", "subject")),
    text_column("password"),  # its argon2 hash; empty: none is typed
    Column("disabled", Integer, nullable=False, default=0),
    Column("must_change", Integer, nullable=False, default=0),
    text_column("password_ends"),  # until when one that we made up may be used
    *map(text_column, ("created", "seen")),
    UniqueConstraint("same_name", name="account_name"),
    Index("account_subject", "issuer", "subject"),
)

account_grant = Table(
    "account_grant",
    access,
    Column("id", Integer, primary_key=True),
    Column("account", ForeignKey("account.id"), nullable=False, index=True),
    *map(text_column, ("role", "partnership")),
)

session = Table(  # a browser that is signed in
    "session",
    access,
    Column("token", String, primary_key=True),  # its sha256: who reads the table cannot sign in by it
    Column("account", ForeignKey("account.id"), nullable=False, index=True),
    *map(text_column, ("created", "seen", "ends", "origin")),
    Column("roles", String),  # that the provider named at sign-in; nothing: those of the account
)

sign_in_attempt = Table(
    "sign_in_attempt",
    access,
    Column("id", Integer, primary_key=True),
    text_column("name"),  # its sha256: somebody may have typed a password there
    *map(text_column, ("origin", "moment")),
    Column("failed", Integer, nullable=False, default=1),
    Index("sign_in_attempt_name", "name", "moment"),
    Index("sign_in_attempt_origin", "origin", "moment"),
)
