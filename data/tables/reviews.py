"""Knows the tables of what is said as a plan goes on: of actions, risks and priorities; all of them only grow."""

from sqlalchemy import Column, Index, Integer, Table

from data.schema import text_column
from data.tables.own import releases

action_update = Table(
    "action_update",
    releases,
    Column("id", Integer, primary_key=True),
    *map(text_column, ("partnership", "action", "status", "words", "due", "reason", "author", "moment")),
    Index("action_update_of", "partnership", "action"),
)

risk_review = Table(
    "risk_review",
    releases,
    Column("id", Integer, primary_key=True),
    *map(text_column, ("partnership", "risk")),
    *(Column(name, Integer) for name in ("impact", "likelihood", "rating")),
    *(Column(name, Integer) for name in ("residual_impact", "residual_likelihood", "residual_rating")),
    *map(text_column, ("words", "next_review", "author", "moment")),
    Index("risk_review_of", "partnership", "risk"),
)

priority_word = Table(
    "priority_word",
    releases,
    Column("id", Integer, primary_key=True),
    *map(text_column, ("partnership", "about", "value", "stood", "words", "author", "moment")),
    Index("priority_word_of", "partnership", "about"),
)
