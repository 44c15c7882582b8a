"""Knows the twelfth step: updates of actions and reviews of risks."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"


def _text(name: str) -> "sa.Column[str]":
    return sa.Column(name, sa.String(), nullable=False)


def _score(name: str) -> "sa.Column[int]":
    return sa.Column(name, sa.Integer())


def upgrade() -> None:
    op.create_table(
        "action_update",
        sa.Column("id", sa.Integer(), primary_key=True),
        *map(_text, ("partnership", "action", "status", "words", "due", "reason", "author", "moment")),
    )
    op.create_index("action_update_of", "action_update", ["partnership", "action"])
    op.create_table(
        "risk_review",
        sa.Column("id", sa.Integer(), primary_key=True),
        *map(_text, ("partnership", "risk")),
        *map(_score, ("impact", "likelihood", "rating", "residual_impact", "residual_likelihood", "residual_rating")),
        *map(_text, ("words", "next_review", "author", "moment")),
    )
    op.create_index("risk_review_of", "risk_review", ["partnership", "risk"])
