"""Knows the ten minutes of a chair: the agenda, the meeting on the wall, decisions, what was left to do."""

from dashboard.reports.guides.guide import Guide, GuideStep

CHAIR = Guide(
    "chair",
    "Holding a meeting",
    "For whoever chairs a partnership's meeting, and for the officer who prepares it.",
    (
        GuideStep(
            "Read the agenda that the figures made",
            (
                "Call a meeting, and Outturn proposes its agenda by rules: missed targets, changes clear of chance, "
                "actions overdue, risks that rose. Take items out, move them, add your own. Each says why it is "
                "there.",
            ),
            "meeting",
        ),
        GuideStep(
            "Send the papers",
            (
                "“Make the papers” on the meeting's page writes slides, workbook and print of all of it, beside the "
                "pages: you may go on meanwhile.",
            ),
            "meeting",
        ),
        GuideStep(
            "Put it on the wall",
            (
                "Present, in the head of each page, shows a view or a meeting one screen at a time: arrow keys go "
                "on, and the presenter's window has notes and clock.",
            ),
            "overview",
        ),
        GuideStep(
            "Decide, and write it down at once",
            (
                "Under each item: what was said, and a decision with who and by when. Two may write at a time; "
                "nobody's words are lost. Private items are seen by those who prepare and decide alone.",
            ),
            "meeting",
        ),
        GuideStep(
            "Close it",
            (
                "Closing freezes what the meeting saw, with a seal. Later it shows that again, and what has changed "
                "since. The next meeting begins with what this one left to do.",
            ),
            "meeting",
        ),
        GuideStep(
            "Ask as a committee",
            (
                "Scrutiny is the page for members: what they watch, with status, and which targets will probably be "
                "missed.",
            ),
            "scrutiny",
        ),
    ),
    ("meetings", "papers", "plans"),
)
