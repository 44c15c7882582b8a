"""Knows the tables of meetings: rows that only grow, notes on figures, and drafts of any form."""

from sqlalchemy import Column, Index, Integer, MetaData, Table, UniqueConstraint

from data.schema import text_column

meetings = MetaData()

SIGNED = ("who", "account", "moment")
ONCE = "once"  # what tells a form that is sent twice from two forms

meeting_entry = Table(  # a later version of something names its first row as what it is about
    "meeting_entry",
    meetings,
    Column("id", Integer, primary_key=True),
    *(Column(name, Integer, nullable=False) for name in ("meeting", "about")),
    *map(text_column, ("partnership", "kind", "fields", *SIGNED, ONCE)),
    Index("meeting_entry_read", "partnership", "kind"),
    Index("meeting_entry_once", ONCE),
)

figure_note = Table(  # about: the note that it corrects, by its first row
    "figure_note",
    meetings,
    Column("id", Integer, primary_key=True),
    *(Column(name, Integer, nullable=False) for name in ("meeting", "about", "gone")),
    *map(text_column, ("partnership", "indicator", "area", "period", "words", *SIGNED, ONCE)),
    Index("figure_note_read", "partnership", "indicator"),
)

draft = Table(  # what somebody types into a form and has not sent yet
    "draft",
    meetings,
    Column("id", Integer, primary_key=True),
    *map(text_column, ("account", "form", "fields", "moment")),  # form: its partnership, its page, which of it
    UniqueConstraint("account", "form", name="draft_form"),
)
