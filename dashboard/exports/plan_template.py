"""Knows the sheets of the template that hold a plan: a sheet a kind of line, empty or with what is published."""

from collections.abc import Iterator, Mapping

from dashboard.questions.store import Store

#: Of each kind: its sheet, then each heading with the field under it.
SHEETS: Mapping[str, tuple[str, tuple[tuple[str, str], ...]]] = {
    "action": (
        "Actions",
        (
            *(("Ref", "ref"), ("Objective", "objective"), ("Action", "action"), ("Lead", "lead")),
            *(("Partners", "partners"), ("Start", "starts"), ("Due", "due"), ("Status", "status")),
            *(("Measure", "measure"), ("Progress", "progress"), ("Changes", "changes"), ("Resources", "resources")),
            *(("Delivery framework", "framework"), ("Outcome", "outcome"), ("Monitoring", "monitoring")),
            *(("National indicators", "national_indicators"), ("Linked indicators", "indicators")),
            *(("Category", "category"), ("Area", "area")),
        ),
    ),
    "risk": (
        "Risks",
        (
            *(("Ref", "ref"), ("Type", "kind"), ("Risk", "risk"), ("Impact", "impact"), ("Likelihood", "likelihood")),
            *(("Rating", "rating"), ("Controls", "controls"), ("Further actions", "further_actions")),
            *(("Residual impact", "residual_impact"), ("Residual likelihood", "residual_likelihood")),
            *(("Residual risk", "residual"), ("Lead", "lead"), ("Review date", "review"), ("Status", "status")),
            *(("Linked indicators", "indicators"), ("Category", "category"), ("Area", "area")),
        ),
    ),
    "meeting": (
        "Meetings",
        (
            *(("Ref", "ref"), ("Meeting", "meeting"), ("Date", "date"), ("Time", "time"), ("Venue", "place")),
            *(("Chair", "lead"), ("Area", "area")),
        ),
    ),
    "campaign": (
        "Campaigns",
        (
            *(("Ref", "ref"), ("Campaign", "campaign"), ("Status", "kind"), ("Start", "starts"), ("End", "ends")),
            *(("Lead", "lead"), ("Measure", "indicators"), ("Category", "category"), ("Meeting date", "meeting")),
            ("Area", "area"),
        ),
    ),
    "priority": (
        "Priorities",
        (
            *(("Priority", "priority"), ("Objective", "objective"), ("Agreed by", "body")),
            *(("Categories", "categories"), ("Area", "area")),
        ),
    ),
    "rank": (
        "Resident surveys",
        (
            *(("Survey", "survey"), ("Area", "group"), ("Round", "period"), ("Rank", "rank"), ("Concern", "concern")),
            *(("%", "percent"), ("Category", "category")),
        ),
    ),
    "category": (
        "Categories",
        (
            *(("Category", "category"), ("Order", "order"), ("Parent", "parent"), ("Indicators", "indicators")),
            ("Crime types", "crimes"),
        ),
    ),
}
HOW_TO = (
    "Actions, risks and the other sheets of a plan: one row a line; leave out the sheets that you do not need.",
    "Ref: what names a line for good (A1, R3); its words name it where there is none.",
    "Due: 31/03/2012, March 2012 or Q4 2011/12; other words are kept as they are, and name no day.",
    "Linked indicators: codes or names, divided by semicolons. Impact, likelihood and ratings: whole numbers.",
    "Categories: the partnership's own, in its words and order, each with the indicators and crime types in it.",
)
PARTNERSHIP = "Partnership"


def plan_sheets(store: Store, partnership: str) -> Iterator[tuple[str, tuple[str, ...], list[tuple[str, ...]]]]:
    """Each sheet: its name, its headings, and the lines of *partnership*, or none."""
    lines = store.plan_lines(partnership) if partnership else ()
    home = next((item.name for item in store.partnerships() if item.slug == partnership), "")
    for what, (sheet, columns) in SHEETS.items():
        heading = (PARTNERSHIP, *(words for words, _ in columns))
        rows = [(home, *(line[name] for _, name in columns)) for line in lines if line.what == what]
        yield sheet, heading, rows
