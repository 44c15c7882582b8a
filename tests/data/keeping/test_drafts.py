"""Drafts of an older product, which knew those of meetings alone, are kept under the keys of today."""

from alembic.migration import MigrationContext
from alembic.operations import Operations
from sqlalchemy import create_engine, inspect, text

from data.migrations.versions import v0014_drafts

BEFORE = (
    "CREATE TABLE meeting_entry (meeting INTEGER, partnership VARCHAR)",
    "CREATE TABLE meeting_draft (id INTEGER, account TEXT, form TEXT, fields TEXT, moment TEXT)",
    "INSERT INTO meeting_entry VALUES (12, 'rutland')",
)


def test_drafts_of_meetings_become_drafts_of_their_partnership() -> None:
    """Also where what a browser called the meeting is no number; what belongs to nobody is dropped."""
    kept = [("12/minute", "{}"), ("0/call", '{"partnership": "derby"}'), ("x\u00b2/y", '{"partnership": "derby"}')]
    with create_engine("sqlite://").begin() as connection:
        for sentence in BEFORE:
            connection.execute(text(sentence))
        for at, (form, fields) in enumerate([*kept, ("99/minute", "{}")]):
            row = {"id": at, "form": form, "fields": fields}
            connection.execute(text("INSERT INTO meeting_draft VALUES (:id, '7', :form, :fields, '')"), row)
        with Operations.context(MigrationContext.configure(connection)):
            v0014_drafts.upgrade()
        found = connection.execute(text("SELECT form, fields FROM draft ORDER BY id")).all()
        assert "meeting_draft" not in inspect(connection).get_table_names()
    homes = ("rutland", "derby", "derby")
    expected = [(f"{home}/meeting/{form}", fields) for home, (form, fields) in zip(homes, kept, strict=True)]
    assert [tuple(row) for row in found] == expected
