"""Knows what is counted for whoever watches the server: requests and how long they took, answers that were kept."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from prometheus_client import CollectorRegistry, Counter, Histogram, generate_latest, values
from prometheus_client.metrics_core import GaugeMetricFamily
from prometheus_client.multiprocess import MultiProcessCollector

from dashboard.questions.store import Store
from dashboard.settings import keep_measures_in
from dashboard.web.watching.told import Answered

SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0)
UP = "Whether the database answers."
VERSION = "The state of the data: another one after each load, decision or rule."


class Measures:
    """What one server counts; in *folder*, where its processes count together."""

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder
        own = self._own = CollectorRegistry()
        where = ("page", "kind")
        self._requests = Counter("outturn_requests", "Requests answered.", (*where, "status"), registry=own)
        self._seconds = Histogram(
            "outturn_request_seconds", "Seconds until an answer was made.", where, registry=own, buckets=SECONDS
        )
        said = "Answers that can be kept: made, or sent as they were made before."
        self._answers = Counter("outturn_answers", said, ("kept",), registry=own)

    def hear(self, answered: Answered) -> None:
        """Count a request."""
        self._requests.labels(answered.page, answered.kind, answered.status).inc()
        self._seconds.labels(answered.page, answered.kind).observe(answered.seconds)
        if answered.kept is not None:
            self._answers.labels("yes" if answered.kept else "no").inc()

    def text(self, store: Store) -> bytes:
        """Everything that was counted by now, and how the data of *store* stand, as Prometheus reads it."""
        return generate_latest(self._counted()) + generate_latest(_alone(_Standing(store)))

    def _counted(self) -> CollectorRegistry:
        if self._folder is None:
            return self._own
        every = CollectorRegistry()
        MultiProcessCollector(every, path=str(self._folder))  # type: ignore[no-untyped-call]
        return every


class _Standing:
    """How the data stand: whether they can be read, their version, how many files were loaded."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def collect(self) -> Iterator[GaugeMetricFamily]:
        try:
            version, loaded = self._store.version(), len(self._store.arrivals())
        except Exception:  # noqa: BLE001 - whatever is wrong, it does not answer
            yield GaugeMetricFamily("outturn_database_up", UP, 0)
            return
        yield GaugeMetricFamily("outturn_database_up", UP, 1)
        yield GaugeMetricFamily("outturn_loaded_files", "Files in the log of loads.", loaded)
        state = GaugeMetricFamily("outturn_data_version", VERSION, labels=("version",))
        state.add_metric((_short(version),), 1)
        yield state


def _alone(standing: _Standing) -> CollectorRegistry:
    found = CollectorRegistry()
    found.register(standing)
    return found


def _short(version: str) -> str:
    """The numbers of a data version; its fingerprints by their beginning."""
    return " ".join(part[:12] for part in version.split())


@contextmanager
def counted_together() -> Iterator[Path]:
    """A new folder in which the processes of one server count, gone in the end; enter before Measures are made."""
    before = values.ValueClass
    with TemporaryDirectory(prefix="outturn-measures-", ignore_cleanup_errors=True) as folder:
        keep_measures_in(folder)
        values.ValueClass = values.MultiProcessValue()  # type: ignore[no-untyped-call]
        try:
            yield Path(folder)
        finally:
            values.ValueClass = before
