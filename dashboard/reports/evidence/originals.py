"""Knows which of the files behind a partnership's figures are not kept any more as they were loaded."""

from collections.abc import Iterable, Iterator

from dashboard.domain.documents import Document, document_of_file, is_loaded_file
from dashboard.questions.store import Store
from dashboard.questions.street import Arrival, Original
from dashboard.reports.evidence.street_files import LoadLog
from dashboard.reports.made_up import INVENTED_SOURCE
from dashboard.reports.report import Cell, Table

COLUMNS = ("file", "loaded_at", "sha256", "state")


def originals(store: Store, documents: Iterable[Document], log: LoadLog) -> Table:
    """The files that are missing or altered, looked for each time somebody asks: no data version tells."""
    behind = tuple(_behind(store, documents, log))

    def rows() -> Iterator[dict[str, Cell]]:
        for item in behind:
            state = store.original(item.sha256)
            if state not in (Original.KEPT, Original.ERASED):
                yield dict(zip(COLUMNS, (item.name, item.arrived_at, item.sha256, str(state)), strict=True))

    return Table.asked("originals", "Files that are not kept as they were loaded", COLUMNS, rows)


def _behind(store: Store, documents: Iterable[Document], log: LoadLog) -> Iterator[Arrival]:
    """The files of own figures and of street-level crime, once each; those of the made-up county are not kept."""
    own = {item.document for item in documents}
    prints = {item.sha256 for item in log.months} | {item.sha256 for item in log.files}
    seen: set[str] = set()
    for item in store.arrivals() if prints or any(map(is_loaded_file, own)) else ():
        ours = document_of_file(item.id) in own or item.sha256 in prints
        if ours and item.source != INVENTED_SOURCE and item.sha256 not in seen:
            seen.add(item.sha256)
            yield item
