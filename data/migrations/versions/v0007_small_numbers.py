"""Knows the seventh step: rules on small numbers, and what stands in place of the figures that they cover."""

import sqlalchemy as sa
from alembic import op

from data.schema import ExactDecimal

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    _add_rules()
    _add_plans()
    op.create_table(
        "small_number_cover",
        sa.Column("id", sa.Integer(), primary_key=True),
        _whole("plan"),
        *map(_text, ("partnership", "rules", "indicator", "area", "period")),
        sa.Column("number", ExactDecimal(), nullable=False),
        sa.Column("shown", ExactDecimal()),
        _whole("base"),
    )
    op.create_index("small_number_cover_read", "small_number_cover", ["partnership", "rules"])


def _add_rules() -> None:
    op.create_table(
        "small_number_rule",
        sa.Column("id", sa.Integer(), primary_key=True),
        _whole("withdraws"),
        *map(_text, ("partnership", "source", "indicator")),
        *map(_whole, ("threshold", "base", "show_zero", "secondary")),
        *map(_text, ("mode", "reason", "author", "moment")),
    )


def _add_plans() -> None:
    op.create_table(
        "small_number_plan",
        sa.Column("id", sa.Integer(), primary_key=True),
        *map(_text, ("partnership", "rules")),
        *map(_whole, ("release", "rounded", "given_back")),
    )
    op.create_index("small_number_plan_read", "small_number_plan", ["partnership", "rules"])


def _whole(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.Integer(), nullable=False)


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.String(), nullable=False)
