"""Knows the tables of a partnership's own figures: rows that only grow, releases of them, and one pointer."""

from sqlalchemy import Column, Index, Integer, MetaData, Table

from data.schema import ExactDecimal, text_column

releases = MetaData()


def _id() -> Column[int]:
    return Column("id", Integer, primary_key=True)


def _whole(name: str) -> Column[int]:
    return Column(name, Integer, nullable=False)


release = Table(  # what one load published; its state is that of its parent with its own rows laid over it
    "release",
    releases,
    _id(),
    _whole("parent"),  # 0: the five published documents alone
    *map(text_column, ("moment", "who", "words")),
    text_column("reason"),  # that somebody gave who corrected a figure in a form
)

move = Table(  # of the pointer; the newest row says which release is published
    "release_move",
    releases,
    _id(),
    _whole("release"),
    *map(text_column, ("moment", "who", "why")),
)

COUNTS = ("numerator", "denominator", "low", "high")  # what a file gives behind a value; low and high at 95%
PLACE = ("file", "sheet", "cell")  # where something was read

PRESENT, GONE, BENEATH = 0, 1, 2  # what a row says: the figure is this, there is none, what lies beneath stands again

figure = Table(  # an actual, a target or a commentary; gone: the figure is withdrawn
    "own_figure",
    releases,
    _id(),
    *map(_whole, ("release", "arrival", "gone")),
    *map(text_column, ("partnership", "what", "indicator", "area", "period")),
    *map(text_column, ("text", "note", "covers_to")),
    Column("number", ExactDecimal),
    *map(text_column, ("value_reason", "marker", "value_notes", "remarks", "percent")),
    *(Column(name, ExactDecimal) for name in COUNTS),
    text_column("event_days"),  # days of the month of the events behind it, with commas: 3,17,17
    *map(text_column, PLACE),
    Index("own_figure_read", "partnership", "release"),
    Index("own_figure_history", "indicator", "area", "period"),
    # What a view of one area reads, and of which periods there is anything, without a look at the rows themselves.
    Index("own_figure_area", "partnership", "what", "area", "indicator", "period", "release", "gone"),
)

indicator = Table(
    "own_indicator",
    releases,
    _id(),
    *map(_whole, ("release", "arrival")),
    *map(text_column, ("partnership", "indicator", "code", "name", "category", "polarity", "value_type", "unit")),
    *map(text_column, ("multiplier", "tolerance", "definition", "period_kind", "part_of")),
    text_column("crime"),  # what is counted for it in street-level files
    text_column("scale"),  # of percentages: what was answered when it was asked
    text_column("combines"),  # empty: as the words and the kind of value say
    Column("gone", Integer, nullable=False, default=0),  # withdrawn, or merged into another
    text_column("merged_into"),
    *map(text_column, PLACE),
    Index("own_indicator_read", "partnership", "release"),
)

area = Table(
    "own_area",
    releases,
    _id(),
    *map(_whole, ("release", "arrival")),
    *map(text_column, ("partnership", "area", "name", "level", "code")),
    *map(text_column, PLACE),
)

partnership = Table(
    "own_partnership",
    releases,
    _id(),
    *map(_whole, ("release", "arrival")),
    *map(text_column, ("partnership", "name")),
)

note = Table(
    "own_note",
    releases,
    _id(),
    *map(_whole, ("release", "arrival")),
    *map(text_column, ("partnership", "sheet", "mark", "text")),
)

plan_row = Table(  # an action, a risk, a meeting, a campaign, a priority, a survey's rank or a category of its own
    "own_plan_row",
    releases,
    _id(),
    *map(_whole, ("release", "arrival", "gone")),
    *map(text_column, ("partnership", "what", "key")),
    _whole("order"),
    *map(text_column, ("fields", "places")),  # JSON: what each field says, and the cell where it stands
    *map(text_column, ("file", "sheet")),
    _whole("line"),
    Index("own_plan_row_read", "partnership", "what", "release"),
)

judgement = Table(  # what somebody said of a finding of the checks
    "check_judgement",
    releases,
    _id(),
    *map(text_column, ("partnership", "finding", "state", "words", "who", "moment")),
)

rebaseline = Table(  # what somebody decided on the limits of a control chart
    "control_rebaseline",
    releases,
    _id(),
    _whole("withdraws"),  # 0: a decision; otherwise the number of the one that is taken back
    *map(text_column, ("partnership", "indicator", "area", "first", "reason", "author", "moment")),
)

commentary = Table(  # what somebody said of a figure in a form; no text: it was taken back
    "commentary",
    releases,
    _id(),
    *map(text_column, ("partnership", "indicator", "area", "period", "text", "author", "moment")),
    Index("commentary_read", "partnership"),
)

small_number_rule = Table(  # what becomes of small counts outside a partnership's office
    "small_number_rule",
    releases,
    _id(),
    _whole("withdraws"),  # 0: a rule; otherwise the number of the one that is taken back
    *map(text_column, ("partnership", "source", "indicator")),  # both empty: all of the partnership
    *map(_whole, ("threshold", "base", "show_zero", "secondary")),
    *map(text_column, ("mode", "reason", "author", "moment")),
)

small_number_plan = Table(  # up to which release figures are covered under some rules
    "small_number_plan",
    releases,
    _id(),
    *map(text_column, ("partnership", "rules")),
    *map(_whole, ("release", "rounded", "given_back")),  # counts rounded instead of hidden, and beyond protection
    Index("small_number_plan_read", "partnership", "rules"),
)

small_number_cover = Table(  # what stands in place of a figure; one that is not here is shown as it is
    "small_number_cover",
    releases,
    _id(),
    _whole("plan"),
    *map(text_column, ("partnership", "rules", "indicator", "area", "period")),
    Column("number", ExactDecimal, nullable=False),  # that stood there
    Column("shown", ExactDecimal),  # rounded to the base; nothing: suppressed
    _whole("base"),
    Index("small_number_cover_read", "partnership", "rules"),
)
