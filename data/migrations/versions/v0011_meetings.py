"""Knows the eleventh step: meetings with their minutes and decisions, notes on figures, and drafts."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"


def _text(name: str) -> "sa.Column[str]":
    return sa.Column(name, sa.String(), nullable=False)


def _whole(name: str) -> "sa.Column[int]":
    return sa.Column(name, sa.Integer(), nullable=False)


def upgrade() -> None:
    signed = ("who", "account", "moment", "once")
    op.create_table(
        "meeting_entry",
        sa.Column("id", sa.Integer(), primary_key=True),
        *map(_whole, ("meeting", "about")),
        *map(_text, ("partnership", "kind", "fields", *signed)),
    )
    op.create_index("meeting_entry_read", "meeting_entry", ["partnership", "kind"])
    op.create_index("meeting_entry_once", "meeting_entry", ["once"])
    op.create_table(
        "figure_note",
        sa.Column("id", sa.Integer(), primary_key=True),
        *map(_whole, ("meeting", "about", "gone")),
        *map(_text, ("partnership", "indicator", "area", "period", "words", *signed)),
    )
    op.create_index("figure_note_read", "figure_note", ["partnership", "indicator"])
    op.create_table(
        "meeting_draft",
        sa.Column("id", sa.Integer(), primary_key=True),
        *map(_text, ("account", "form", "fields", "moment")),
        sa.UniqueConstraint("account", "form", name="meeting_draft_form"),
    )
