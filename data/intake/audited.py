"""Knows what the audit trail says of a load: what was published from which files, or that it was refused."""

from typing import TYPE_CHECKING

from dashboard.domain.access.deeds import Deed, DeedKind, Outcome
from dashboard.domain.checks.changes import Change, ChangeKind
from dashboard.domain.plans.saying import counted
from dashboard.domain.wording import listed
from data.names import slug
from data.own.reading.differing import COMMENTARY
from data.summaries import Summary, Wish

if TYPE_CHECKING:
    from data.own.publishing.release import Release

MOST_NAMED = 5  # files
SHOWN = 12  # characters of a fingerprint


def published(summary: Summary, wish: Wish, release: "Release | None") -> Deed:
    """What is published by a load that counts; *release* where it holds figures."""
    changes = summary.figures.changes
    kind = release.deed if release is not None else DeedKind.FIGURES_PUBLISHED
    if len(changes) == 1 and kind is DeedKind.FIGURE_ENTERED:
        [change] = changes
        before, now = ("", "") if change.what == COMMENTARY else (change.before, change.now)  # the trail keeps no words
        return Deed(kind, _named(change), change.at[0], before, now)
    after = "; ".join(filter(None, (release.stands if release else "", *_counted(summary))))
    return Deed(kind, _files(summary), _partnership(summary, wish), after=after)


def refused(summary: Summary, wish: Wish) -> Deed:
    """That nothing of a load counts; why may quote cells, and is not kept."""
    return Deed(DeedKind.FIGURES_REFUSED, _files(summary), slug(wish.partnership), outcome=Outcome.FAILED)


def _named(change: Change) -> str:
    return f"{change.indicator}, {change.area}, {change.period} {change.what}"


def _files(summary: Summary) -> str:
    names = [item.name for item in summary.files[:MOST_NAMED]]
    more = len(summary.files) - len(names)
    return listed([*names, *([f"{more} more files"] if more else [])])


def _counted(summary: Summary) -> list[str]:
    """How many figures and rows a load brings, and the fingerprints of its files."""
    said = [f"{count} {kind}" for kind in ChangeKind if (count := len(summary.figures.of(kind)))]
    said += counted(summary.figures)
    prints = [item.sha256[:SHOWN] for item in summary.files[:MOST_NAMED]]
    return [listed(said), f"{summary.rows:,} rows read", f"sha256 {', '.join(prints)}"]


def _partnership(summary: Summary, wish: Wish) -> str:
    """Whose figures and plans they are, where they are of one partnership."""
    found = summary.figures
    homes = {change.at[0] for change in found.changes if change.at} | {line.at[0] for line in found.plan}
    return homes.pop() if len(homes) == 1 else slug(wish.partnership)
