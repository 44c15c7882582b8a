"""Knows the columns of evidence: checks, what is awaited, printed cells, loads and what changed."""

from dashboard.reports.columns.column import Columns, mixed, moment, number, text, whole

COLUMNS: Columns = {
    "rule": text("Rule", "The rule that was looked after."),
    "severity": text("Severity", "agrees, differs or flag."),
    "subject": text("Subject", "What it is about."),
    "checks.said": mixed("Said", "What the document says."),
    "found": mixed("Found", "What is found by counting."),
    "explanation": text("Explanation", "Why it may be so, or what to do about it."),
    "standing": text("Standing", "open or explained."),
    "said_of_it": text("Said of it", "What somebody said of the finding."),
    "by": text("By", "The role that said so."),
    "checks.difference": number("Difference", "How far the two are from each other."),
    # awaited
    "supplier": text("Supplier", "Who supplies the figure."),
    "awaited.owner": text("Owner", "The role that owes it."),
    "awaited.due": text("Due", "When it is due."),
    "awaited.reason": text("Why awaited", "Why there is no number yet."),
    "reminder": text("Reminder", "A text to send to whoever owes it."),
    # printed cells
    "document": text("Document", "The short name of the document."),
    "table": text("Table", "The table of the document."),
    "row": text("Row", "The row of the table."),
    "column": text("Column", "The column of the table."),
    "line": whole("Line", "The number of the line."),
    # loads
    "id": whole("Load", "The number of the load."),
    "arrival": whole("Load", "The number of the load."),
    "source": text("Source", "Where the file comes from."),
    "arrived_at": moment("Arrived at", "When the file arrived (UTC)."),
    "bytes": whole("Size", "How large the file is.", "bytes"),
    "rejected": whole("Rows not taken", "How many rows were not taken.", "rows"),
    "remarks": text("Remarks", "What was said about the file when it was read."),
    "originals.state": text("State", "Whether and why the file is no longer kept as it was loaded."),
    # what changed
    "changes.kind": text("Kind", "new, changed or gone."),
    "changes.before": text("Before", "What stood there before."),
    "now": text("Now", "What stands there now."),
    "changes.place": text("Place in the file", "Where it stands in the loaded file."),
}
