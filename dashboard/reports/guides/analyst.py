"""Knows the ten minutes of an analyst: figures in, what they change, explanations, plans."""

from dashboard.reports.guides.guide import Guide, GuideStep

ANALYST = Guide(
    "analyst",
    "Keeping the figures",
    "For whoever loads figures, says why they are as they are, and prepares the papers.",
    (
        GuideStep(
            "Load a spreadsheet as it is",
            (
                "Choose files: tables as you type them, with titles, footnotes and “TBC”; Home Office and Fingertips "
                "tables; police.uk downloads; action lists and risk registers. Nothing is published yet.",
                "Outturn shows what would be new, changed or gone, figure by figure, and each cell that it could not "
                "read with how to write it. It asks where a column could mean two things.",
            ),
            "load",
            "load",
        ),
        GuideStep(
            "Publish, and take it back",
            (
                "“Publish” makes one release of it: all or nothing. The newest release can be undone with one "
                "button. What was known on a day stays: as-at=2026-05-14 in any address shows it.",
            ),
            "load",
            "load",
        ),
        GuideStep(
            "Correct one figure",
            (
                "Enter takes one figure, target or commentary without a file, with the reason, which stays with it. "
                "Its neighbour renames, merges and withdraws indicators.",
            ),
            "enter",
            "enter",
        ),
        GuideStep(
            "Look through the checks",
            (
                "Checks holds text against tables, parts against totals, and figures against their past. Explain or "
                "accept each finding: what you say stands beside it, with your name.",
            ),
            "checks",
            "checks",
        ),
        GuideStep(
            "Say why a target was missed",
            (
                "Commentary takes what is known, in up to 600 characters, with who said it and when. It appears beside "
                "the figure, in the papers and in the meeting.",
            ),
            "commentary",
        ),
        GuideStep(
            "Keep the plan going",
            (
                "The Plan page begins with what to look at first: what is overdue, not updated, or risky. Open an "
                "action to say how far it is.",
            ),
            "plan",
        ),
    ),
    ("own-figures", "street-level", "plans"),
)
