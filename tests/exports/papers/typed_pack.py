"""A typed pack with one of everything that papers can hold; what it says is made up."""

from dataclasses import replace
from decimal import Decimal

from dashboard.domain.targets.status import Status
from dashboard.reports.packs.charts import (
    AreaMap,
    Band,
    Bar,
    BarChart,
    Chart,
    ChartLine,
    HeatCell,
    HeatTable,
    Interval,
    IntervalChart,
    Level,
    LineChart,
    Mark,
    Outline,
    Shape,
    Tone,
)
from dashboard.reports.packs.pack import Headline, Pack, PaperCell, PaperColumn, PaperTable, Section
from dashboard.reports.report import Table

YEARS = ("2007/08", "2008/09", "2009/10", "2010/11")
MONTHS = ("Apr 2026", "May", "Jun", "Jul", "Aug", "Sep")


def marks(*numbers: float | None, tone: Tone = Tone.OWN) -> tuple[Mark, ...]:
    return tuple(Mark(number, "TBC" if number is None else f"{number:,.0f}", tone) for number in numbers)


TREND = LineChart(
    title="Most serious violent crime",
    alt="Line chart of most serious violent crime, offences, 2007/08 to 2010/11, beside its targets.",
    unit="offences",
    labels=YEARS,
    lines=(ChartLine("Westshire", marks(310, None, 288, 335), end="Westshire · 335", is_heavy=True),),
    targets=ChartLine(
        "Target",
        marks(None, None, 300, 288, tone=Tone.TARGET),
        Tone.TARGET,
        "Target · 288",
        is_dashed=True,
    ),
    levels=(Level("Baseline 320, year not printed", 320, "320", 0, 3),),
    breaks=(2,),
)
CONTROL = LineChart(
    title="Vehicle crime month by month",
    alt="Control chart of vehicle crime: one month above its limits.",
    unit="incidents",
    labels=MONTHS,
    lines=(
        ChartLine(
            "Vehicle crime",
            (*marks(80, 84, 79), Mark(131, "131, above the upper limit", Tone.WORSE, Shape.UP), *marks(82, 85)),
            Tone.QUIET,
        ),
    ),
    levels=(
        Level("mean", 84, "84", 0, 5, is_dashed=False),
        Level("upper limit", 110, "110", 0, 5),
        Level("lower limit", 58, "58", 0, 5),
    ),
)
FAN = LineChart(
    title="Where the year will probably end",
    alt="Counted to June above the way to the target, expected to end above it.",
    unit="Above (+) or below (−) the way to the target",
    labels=MONTHS,
    lines=(
        ChartLine("counted", marks(2, 5, 9, None, None, None), is_heavy=True, is_marked=False),
        ChartLine("expected", marks(None, None, 9, 12, 15, 18), end="Expected · 518", is_dashed=True, is_marked=False),
        ChartLine("year before", marks(-1, -3, -2, -4, -6, -8), Tone.QUIET, "Year before · 492", is_marked=False),
    ),
    levels=(Level("Target · 500", 0, "500", 0, 5),),
    band=Band("four times in five", (None, None, 9, 8, 6, 4), (None, None, 9, 16, 24, 32)),
    from_zero=False,
    is_signed=True,
)
BARS = BarChart(
    title="Crime types, the most frequent first",
    alt="Bars of three crime types beside the year before.",
    unit="incidents",
    bars=(
        Bar("Violence and sexual offences", 1204, "1,204", 1100, "1,100"),
        Bar("Anti-social behaviour", 800, "800", 920, "920", Tone.BETTER),
        Bar("Bicycle theft", None, "not held"),
    ),
    bar_name="Apr to Jun 2026",
    mark_name="a year before",
)
COLUMNS = replace(BARS, title="The same, upright", is_upright=True)
RANKED = IntervalChart(
    title="Violence per 1,000 people",
    alt="Three localities by rate; Northtown is above all together.",
    unit="per 1,000 people",
    rows=(
        Interval("Northtown", 31.2, 28.9, 33.6, "31.2 (28.9 to 33.6), higher", Tone.WORSE, Shape.UP),
        Interval("Westshire Vale", 22.0, 20.1, 24.0, "22.0 (20.1 to 24.0), similar", is_own=True),
        Interval("Southam", 12.5, 10.9, 14.2, "12.5 (10.9 to 14.2), lower", Tone.BETTER, Shape.DOWN),
    ),
    benchmark=22.4,
    benchmark_text="all together 22.4",
)
MAP = AreaMap(
    title="Incidents by neighbourhood",
    alt="Map of two neighbourhoods; Northtown is the darkest.",
    areas=(
        Outline("Northtown", (((0, 0), (10, 0), (10, 8), (0, 8)), ((2, 2), (4, 2), (4, 4), (2, 4))), 5, "240"),
        Outline("Southam", (((10, 0), (18, 0), (18, 8), (10, 8)),), 1, "31"),
    ),
    shades=("none", "1 to 40", "41 to 80", "81 to 120", "121 to 200", "201 to 240"),
)
HEAT = HeatTable(
    title="Violence by weekday and part of the day",
    alt="Friday evenings hold the most.",
    corner="Weekday",
    columns=("Morning", "Afternoon", "Evening"),
    rows=(
        ("Thursday", (HeatCell("3", 0.1), HeatCell("9", 0.3), HeatCell("12", 0.4))),
        ("Friday", (HeatCell("4", 0.13), HeatCell("11", 0.37), HeatCell("30", 1.0))),
        ("Saturday", (HeatCell("–", None), HeatCell("14", 0.47), HeatCell("28", 0.93))),
    ),
)
CHARTS: tuple[Chart, ...] = (TREND, CONTROL, FAN, BARS, COLUMNS, RANKED, MAP, HEAT)

STANDINGS = PaperTable(
    key="standings",
    title="Where each target stands",
    columns=(PaperColumn("Indicator"), PaperColumn("Target", True), PaperColumn("Actual", True), PaperColumn("Status")),
    rows=(
        (
            PaperCell("NI 15 Most serious violent crime"),
            PaperCell("288", Decimal(288)),
            PaperCell("335", Decimal(335), ("3", "p")),
            PaperCell("Missed: 16.3% above target", status=Status.MISSED),
        ),
        (
            PaperCell("NI 30 Re-offending"),
            PaperCell("TBC"),
            PaperCell("TBC"),
            PaperCell("Not judged: still to be confirmed", status=Status.NOT_JUDGED),
        ),
    ),
    of=2,
    data="year-end",
)
DATA = Table.of(
    "year-end",
    "Year-end performance",
    ("indicator", "target", "actual", "actual_reason", "status"),
    (
        {"indicator": "Violent crime", "target": 288, "actual": 335, "actual_reason": None, "status": "missed"},
        {"indicator": "Re-offending", "target": None, "actual": None, "actual_reason": "TBC", "status": "not judged"},
    ),
)
SECTION = Section(
    key="year-end",
    title="2010/11 year end: one target missed, one not judged",
    part="Exceptions",
    place="Westshire · 2010/11",
    lede="One of two targets was missed; the other waits for its figure.",
    headline=Headline(
        "335",
        "offences · 2010/11",
        Status.MISSED,
        "Missed: 16.3% above target",
        (("Target", "288"), ("2009/10", "288"), ("Change", "+16.3%, a real change")),
    ),
    charts=(TREND,),
    tables=(STANDINGS,),
    notes=("3 Counted by the rules of 2009.", "Figures of Westshire are made up."),
    sources=("Westshire plan: table 2, row NI 15, printed “335”",),
    address="/year-end?partnership=westshire&period=2010-11",
    data=(DATA,),
)
PACK = Pack(
    name="outturn-westshire-year-end-2010-11",
    title=SECTION.title,
    subtitle="Westshire · 2010/11",
    day="30 November 2026",
    address=SECTION.address,
    data_version="ab12cd3",
    sections=(
        SECTION,
        *(
            Section(
                key=f"chart-{at}",
                title=chart.title,
                part="Charts",
                place="Westshire · 2026/27",
                charts=(chart,),
                address="/trends?partnership=westshire",
            )
            for at, chart in enumerate(CHARTS)
        ),
    ),
    lede=SECTION.lede,
)

#: What people type that no format may run, hide, drop or fall over.
HOSTILE = (
    "<script>alert(1)</script>",
    "=cmd|' /C calc'!A0",
    "{=1+1}",
    "left \u202eright",
    "nul \x00 bell \x07 escape \x1b",
    "emoji 👩‍👩‍👧 and private \ue000",
    "#set page(width: 1pt) \\ $x$ *bold* [link]",
    "w" * 300,
    "many words " * 900,
)


def hostile_pack(text: str) -> Pack:
    """The pack with *text* wherever somebody types something."""
    table = replace(STANDINGS, title=text, rows=(tuple(PaperCell(text) for _ in STANDINGS.columns),))
    named = replace(TREND, title=text, alt=text, lines=(replace(TREND.lines[0], name=text, end=text),))
    section = replace(SECTION, title=text, lede=text, notes=(text,), tables=(table,), charts=(named,), sources=(text,))
    return replace(PACK, title=text, subtitle=text, lede=text, sections=(section,))
