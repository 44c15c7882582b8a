"""Knows the fourteenth step: drafts of every form, each under a key that begins with its partnership."""

import json

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
LONG = 10  # digits of no number of a meeting
FIELDS = ("account", "form", "fields", "moment")


def upgrade() -> None:
    op.create_table(
        "draft",
        sa.Column("id", sa.Integer(), primary_key=True),
        *(sa.Column(name, sa.String(), nullable=False) for name in FIELDS),
        sa.UniqueConstraint("account", "form", name="draft_form"),
    )
    connection = op.get_bind()
    kept = connection.execute(sa.text("SELECT account, form, fields, moment FROM meeting_draft ORDER BY id")).all()
    for account, form, fields, moment in kept:
        if home := _home(connection, form, fields):
            values = {"account": account, "form": f"{home}/meeting/{form}", "fields": fields, "moment": moment}
            insert = "INSERT INTO draft (account, form, fields, moment) VALUES (:account, :form, :fields, :moment)"
            connection.execute(sa.text(insert), values)
    op.drop_table("meeting_draft")


def _home(connection: sa.Connection, form: str, fields: str) -> str:
    """Whose a form is: of its meeting, else as it says itself; nothing where nobody can tell."""
    meeting = form.partition("/")[0]
    query = sa.text("SELECT partnership FROM meeting_entry WHERE meeting = :meeting LIMIT 1")
    found = (
        connection.execute(query, {"meeting": int(meeting)}).scalar()
        if meeting.isdecimal() and meeting.isascii()
        else None
    )
    return str(found or json.loads(fields).get("partnership", ""))
