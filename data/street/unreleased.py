"""Knows which loaded files no release covers, and says why undoing leaves them: what they replaced is not kept."""

from sqlalchemy import Engine, func, select

from dashboard.reports.made_up import INVENTED_SOURCE
from data.tables.street import arrival

#: Kinds of files that releases cover: figures and targets, those on crime too, plans, and the documents.
RELEASED = ("figures", "plan", "street-targets", "")


def stays_loaded(engine: Engine, after: str) -> str:
    """A sentence on the files that came *after* a moment and that undoing does not take back; empty where none did."""
    item = arrival.c
    ours = item.kind.not_in(RELEASED), item.source != INVENTED_SOURCE, item.arrived_at > after
    with engine.connect() as connection:
        count, newest = connection.execute(select(func.count(), func.max(item.arrived_at)).where(*ours)).one()
    if not count:
        return ""
    files, are, they = ("file", "is", "it") if count == 1 else ("files", "are", "they")
    return (
        f"{count:,} {files} of street-level crime and its places, loaded up to {newest[:10]}, {are} not undone:"
        f" what {they} replaced is not kept, so load the earlier file again to put it back."
    )
