"""Knows how Alembic runs the steps: on the connection it is handed, inside the transaction that is open there."""

# Alembic runs this file by its name: it is the one module in which something happens at import.
from alembic import context

context.configure(connection=context.config.attributes["connection"])
context.run_migrations()
