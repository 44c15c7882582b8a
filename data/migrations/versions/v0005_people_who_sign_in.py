"""Knows the fifth step: accounts of people who sign in, their roles and sessions, and tries to sign in."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    _accounts()
    op.create_table(
        "session",
        sa.Column("token", sa.String(), primary_key=True),
        sa.Column("account", sa.Integer(), sa.ForeignKey("account.id"), nullable=False, index=True),
        *map(_text, ("created", "seen", "ends", "origin")),
        sa.Column("roles", sa.String()),
    )
    op.create_table(
        "sign_in_attempt",
        sa.Column("id", sa.Integer(), primary_key=True),
        *map(_text, ("name", "origin", "moment")),
        sa.Column("failed", sa.Integer(), nullable=False),
    )
    op.create_index("sign_in_attempt_name", "sign_in_attempt", ["name", "moment"])
    op.create_index("sign_in_attempt_origin", "sign_in_attempt", ["origin", "moment"])


def _accounts() -> None:
    op.create_table(
        "account",
        sa.Column("id", sa.Integer(), primary_key=True),
        *map(_text, ("name", "same_name", "shown", "email", "way", "issuer", "subject", "password")),
        *(sa.Column(name, sa.Integer(), nullable=False) for name in ("disabled", "must_change")),
        *map(_text, ("password_ends", "created", "seen")),
        sa.UniqueConstraint("same_name", name="account_name"),
    )
    op.create_index("account_subject", "account", ["issuer", "subject"])
    op.create_table(
        "account_grant",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("account", sa.Integer(), sa.ForeignKey("account.id"), nullable=False, index=True),
        *map(_text, ("role", "partnership")),
    )


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.String(), nullable=False)
