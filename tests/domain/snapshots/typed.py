"""Knows small meetings that were seen, typed by hand."""

from dashboard.domain.snapshots.seen import Seen, SeenItem, SeenWords
from dashboard.domain.snapshots.slides import Diagram, ListedRow, Listing, Measured, Plot, Slide, Stroke

BURGLARY = Measured(
    indicator="rutland/burglary",
    name="Burglary",
    unit="offences",
    area="rutland",
    area_name="Rutland",
    period="2025-26-Q1",
    period_label="Q1 2025/26",
    number="3",
    text="3",
    target="5",
    target_text="5",
    status="met",
    status_words="Met",
)
DRAWN = Diagram(
    indicator="rutland/burglary",
    title="Burglary by quarter",
    unit="offences",
    strokes=(
        Stroke("rutland", "Rutland", is_whole=True, points=(Plot("2025-26-Q1", "Q1", "3", "3", "quarter"),)),
        Stroke("rutland/oakham", "Oakham", points=(Plot("2025-26-Q1", "Q1", "2", "2", "quarter"),)),
    ),
    targets=(Plot("2025-26-Q1", "Q1", "5", "5", "quarter"),),
)
SLIDE = Slide(
    address="/indicator?partnership=rutland&indicator=burglary",
    place="offences · Rutland",
    title="Burglary: 3 in Q1 2025/26, target met",
    number="3",
    unit="offences",
    status="met",
    facts=(("Target", "5"),),
    diagram=DRAWN,
    listing=Listing("Areas", ("Area", "Figure"), (1,), (ListedRow(("Oakham", "2"), "/indicator?area=oakham"),), 1),
    measures=(BURGLARY,),
)
DECISION = SeenWords(
    "action", "7", "Lock the sheds", "Three were open", "Police lead", "2026-03-31", "rutland/burglary"
)
SECRET = SeenWords("note", "8", "A named address", is_private=True)
SEEN = Seen(
    partnership="rutland",
    partnership_name="Rutland",
    meeting="Strategy group",
    held="2026-01-20",
    view="partnership=rutland&period=2025-26-Q1",
    place="Rutland · Q1 2025/26",
    program_version="0.3.0",
    data_version="abc1234",
    settings=(("Run of points", "7"),),
    measures=(BURGLARY,),
    items=(
        SeenItem("1", "missed and worse", "Burglary", "3 of 5", slide=SLIDE, said=(DECISION, SECRET)),
        SeenItem("2", "added by hand", "A case", is_private=True),
    ),
    said=(SECRET,),
)
