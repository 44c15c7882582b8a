"""Knows the guides there are, in the order of a list."""

from dashboard.reports.guides.administrator import ADMINISTRATOR
from dashboard.reports.guides.analyst import ANALYST
from dashboard.reports.guides.chair import CHAIR
from dashboard.reports.guides.guide import Guide
from dashboard.reports.guides.reader import READER

GUIDES: dict[str, Guide] = {guide.slug: guide for guide in (READER, ANALYST, CHAIR, ADMINISTRATOR)}
