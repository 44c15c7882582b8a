"""Knows how a load becomes what its page shows."""

from dashboard.questions.store import Store
from dashboard.reports.evidence.loaded import LoadedFile, LoadView, NotTaken
from dashboard.web.uploads.upload_notes import Job
from data.sources.catalogue import NAMES
from data.sources.figures.period_context import ASKS
from data.sources.rejections import RULES
from data.summaries import FileSummary


def view_of(token: str, job: Job, store: Store) -> LoadView:
    """The view of *job* under *token*."""
    figures = job.summary.figures
    touched = {item.partnership for item in figures.changes} | {item.partnership for item in figures.plan}
    return LoadView(
        token=token,
        state=job.state,
        rows=job.rows,
        reading=job.reading,
        waits=job.waits,
        files=tuple(map(_file, job.summary.files)),
        figures=job.summary.figures,
        refused=tuple(job.summary.refused),
        incomplete=tuple(job.summary.incomplete),
        digest=job.digest,
        stale=job.stale,
        withdraw=job.withdraw,
        partnership=job.partnership,
        period=job.period,
        asks_period=any(ASKS in words for words in job.summary.refused),
        statuses=tuple(job.statuses),
        questions=tuple(job.summary.questions),
        partnerships=tuple(item.slug for item in store.partnerships() if item.name in touched),
    )


def _file(item: FileSummary) -> LoadedFile:
    kept = tuple(
        NotTaken(row["line"], row["rule"], f"A row or cell {RULES.get(row['rule'], row['rule'])}", row["text"])
        for row in item.kept
    )
    return LoadedFile(
        item.name, NAMES.get(item.kind, ""), item.sha256, item.rows, tuple(item.said), kept, item.rejected
    )
