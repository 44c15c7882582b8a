"""Knows the sixth step: the audit trail, whose lines the database itself refuses to change or to remove."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"

TEXTS = ("moment", "account", "name", "way", "origin", "deed", "partnership", "subject", "before", "after", "outcome")
KEPT = "the audit trail only grows"

ON_SQLITE = (
    f"CREATE TRIGGER audit_unchanged BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, '{KEPT}'); END",
    f"CREATE TRIGGER audit_undeleted BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, '{KEPT}'); END",
    # Without it INSERT OR REPLACE would replace a line, which is no deletion to SQLite.
    f"""CREATE TRIGGER audit_in_line BEFORE INSERT ON audit
    WHEN NEW.number IS NOT (SELECT count + 1 FROM audit_head)
    BEGIN SELECT RAISE(ABORT, '{KEPT}'); END""",
    f"""CREATE TRIGGER audit_head_onwards BEFORE UPDATE ON audit_head WHEN NEW.count IS NOT OLD.count + 1
    BEGIN SELECT RAISE(ABORT, '{KEPT}'); END""",
    f"CREATE TRIGGER audit_head_undeleted BEFORE DELETE ON audit_head BEGIN SELECT RAISE(ABORT, '{KEPT}'); END",
    f"""CREATE TRIGGER audit_head_alone BEFORE INSERT ON audit_head
    BEGIN SELECT RAISE(ABORT, '{KEPT}'); END""",
)

ON_POSTGRESQL = (
    f"""CREATE OR REPLACE FUNCTION audit_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN RAISE EXCEPTION '{KEPT}'; END $$""",
    f"""CREATE OR REPLACE FUNCTION audit_in_line() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        IF NEW.number IS DISTINCT FROM (SELECT count + 1 FROM audit_head) THEN RAISE EXCEPTION '{KEPT}'; END IF;
        RETURN NEW;
    END $$""",
    f"""CREATE OR REPLACE FUNCTION audit_onwards() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        IF NEW.count IS DISTINCT FROM OLD.count + 1 THEN RAISE EXCEPTION '{KEPT}'; END IF;
        RETURN NEW;
    END $$""",
    "CREATE TRIGGER audit_unchanged BEFORE UPDATE OR DELETE ON audit FOR EACH ROW EXECUTE FUNCTION audit_refuse()",
    "CREATE TRIGGER audit_whole BEFORE TRUNCATE ON audit FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse()",
    "CREATE TRIGGER audit_in_line BEFORE INSERT ON audit FOR EACH ROW EXECUTE FUNCTION audit_in_line()",
    "CREATE TRIGGER audit_head_onwards BEFORE UPDATE ON audit_head FOR EACH ROW EXECUTE FUNCTION audit_onwards()",
    """CREATE TRIGGER audit_head_alone BEFORE INSERT OR DELETE ON audit_head
    FOR EACH ROW EXECUTE FUNCTION audit_refuse()""",
    "CREATE TRIGGER audit_head_whole BEFORE TRUNCATE ON audit_head FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse()",
)


def upgrade() -> None:
    op.create_table(
        "audit",
        sa.Column("number", sa.Integer(), primary_key=True, autoincrement=False),
        *(sa.Column(name, sa.String(), nullable=False) for name in (*TEXTS, "previous", "digest")),
    )
    op.create_index("audit_moment", "audit", ["moment"])
    op.create_index("audit_who", "audit", ["account", "name"])
    op.create_table(
        "audit_head",
        sa.Column("id", sa.Integer(), primary_key=True, autoincrement=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.Column("digest", sa.String(), nullable=False),
    )
    op.execute("INSERT INTO audit_head (id, count, digest) VALUES (1, 0, '')")
    for trigger in ON_SQLITE if op.get_bind().dialect.name == "sqlite" else ON_POSTGRESQL:
        op.get_bind().exec_driver_sql(trigger)
