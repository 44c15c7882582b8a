"""Knows for whom whoever asks may publish: each partnership that a load names, or, for what concerns all, every one."""

from dashboard.domain.access.people import Person, Right
from dashboard.web.access.asking import person
from dashboard.web.uploads.upload_notes import Job
from data.sources.figures.parcels import KIND as FIGURES
from data.sources.incidents.incident_lists import KIND as INCIDENTS
from data.sources.plans.plan_tables import KIND as PLAN

NOT_YOURS = "This load holds figures of partnerships for which you may not publish: ask whoever administers Outturn."
FOR_EVERYBODY = (
    "This load holds what concerns every partnership, such as crime files, lookups or a new partnership: "
    "only somebody who may publish for every partnership can load it."
)


def is_handed_in_by(job: Job, asker: Person) -> bool:
    """Whether a load is that person's own; who may publish for every partnership sees all of them."""
    return job.owner == asker.key or asker.may(Right.PUBLISH)


def why_not(job: Job) -> str:
    """Why whoever asks may neither see nor publish what a load would change; empty where nothing forbids it."""
    scope = person().reach(Right.PUBLISH)
    if scope.is_every:
        return ""
    figures = job.summary.figures
    if figures.partnerships or any(item.kind not in ("", FIGURES, PLAN, INCIDENTS) for item in job.summary.files):
        return FOR_EVERYBODY
    named = frozenset(figures.homes) | ({job.partnership} if job.partnership else frozenset())
    return "" if scope.covers(named) and (named or not figures.touches) else NOT_YOURS


def may_undo(homes: frozenset[str]) -> bool:
    """Whether whoever asks may take back a release that laid down figures of *homes*."""
    return person().reach(Right.PUBLISH).covers(homes)
