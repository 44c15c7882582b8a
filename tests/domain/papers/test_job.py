"""An order of papers is the same for everybody who asks for the same, and known to be abandoned when it is silent."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from dashboard.domain.papers.job import SILENCE, JobState, PaperJob, PaperOrder

NOON = datetime(2026, 11, 30, 12, tzinfo=UTC)
ORDER = PaperOrder("derby", 3, "pdf", "ab12cd3", "2026-11-30", asks="jo")
JOB = PaperJob(1, "derby", 3, "pdf", "jo", NOON, JobState.MAKING, "Agenda", NOON)


def test_what_would_become_the_same_file_has_one_key() -> None:
    assert replace(ORDER, asks="sam").key == ORDER.key
    others = (
        replace(ORDER, partnership="rutland"),
        replace(ORDER, meeting=4),
        replace(ORDER, form="pptx"),
        replace(ORDER, state="ffffff0"),
        replace(ORDER, day="2026-12-01"),
    )
    assert len({ORDER.key, *(other.key for other in others)}) == 6


@pytest.mark.parametrize(("state", "under_way"), [(state, state in ("waiting", "making")) for state in JobState])
def test_an_order_is_silent_only_while_it_is_under_way(state: JobState, under_way: bool) -> None:
    job = replace(JOB, state=state)
    assert job.is_under_way == under_way
    assert not job.is_silent(NOON + SILENCE)
    assert job.is_silent(NOON + SILENCE + timedelta(seconds=1)) == under_way
