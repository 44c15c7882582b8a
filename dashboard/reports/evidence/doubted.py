"""Knows the findings on months of street-level crime that look incomplete: open, or accepted by somebody."""

from decimal import Decimal

from dashboard.domain.checks.findings import Finding, Severity
from dashboard.domain.periods.calendar import By, period_with
from dashboard.domain.street.crime import Level
from dashboard.questions.store import Store
from dashboard.questions.street import DoubtfulMonth
from dashboard.reports.street.incomplete import incomplete, why

RULE = "month-incomplete"


def doubted_months(store: Store, partnership: str) -> dict[Finding, DoubtfulMonth]:
    """Each month in doubt of the force that *partnership* lies in, by its finding."""
    root = store.street_root(partnership)
    if root is None or (root.force is None and root.level != Level.COUNTRY):
        return {}  # incidents of other forces alone lie there
    return {_finding(item): item for item in store.doubtful_months(root.force)}


def _finding(item: DoubtfulMonth) -> Finding:
    label = period_with(item.month, By.MONTH).label
    subject = f"{item.crime_name or 'All crime types'} {label}"
    by = f" Accepted by {item.who} on {item.moment[:10]}, so it counts." if item.accepted else ""
    return Finding(
        rule=RULE,
        severity=Severity.AGREES if item.accepted else Severity.FLAG,
        subject=subject,
        said=item.usual,
        found="none" if item.crime_name else Decimal(item.n),
        difference=None,
        sentence=f"{why(item)}{by}" if item.accepted else incomplete(item),
    )
