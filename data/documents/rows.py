"""Knows how a row of the database becomes a record of the domain."""

from dataclasses import fields as fields_of
from datetime import date
from decimal import Decimal
from typing import TypeVar

from dashboard.domain.documents import (
    Action,
    Campaign,
    Meeting,
    Priority,
    Responsibility,
    Risk,
    Statement,
    SurveyRank,
    is_running_text,
)
from dashboard.domain.errors import UnreadableValue
from dashboard.domain.periods.period import Period, PeriodKind, from_slug
from dashboard.domain.plans.keys import action_key, meeting_key, plan_key, rank_key
from dashboard.domain.records import Area, Baseline, Break, Indicator, Observation, PrintedFigure, SourceCell, Target
from dashboard.domain.targets.status import Polarity
from dashboard.domain.targets.target import TargetKind, TargetRule, read_target
from dashboard.domain.values.printed import Marker, Reason, Value, ValueType
from data.documents.plan_records import ACTION_CELLS
from data.schema import Fields, Found

#: What the documents say beside figures: few enough to be made field by field.
Said = TypeVar("Said", Action, Campaign, Meeting, Priority, Responsibility, Risk, Statement, SurveyRank)


def cell(row: Fields) -> SourceCell:
    """The source cell joined to *row* under the prefix cell_."""
    return SourceCell(
        id=row["cell_id"],
        document=row["cell_document"],
        table=row["cell_table"],
        row=row["cell_row"],
        column=row["cell_column"],
        text=row["cell_text"],
        in_text=is_running_text(row["cell_table"]),
    )


def fields(row: Found) -> Fields:
    found: Fields = row._asdict()
    return found


def day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def period(slug: str) -> Period | None:
    return from_slug(slug) if slug else None


def value(row: Fields, text: str) -> Value:
    """The value of *row*, printed as *text*."""
    number: Decimal | None = row["number"]
    return Value(
        number=number,
        reason=Reason(row["value_reason"]) if row["value_reason"] else None,
        marker=Marker(row["marker"]) if row["marker"] else None,
        percent=bool(row["percent"]),
        notes=listed(row["value_notes"]),
        remarks=listed(row["remarks"]),
        raw=text,
    )


def listed(words: str) -> tuple[str, ...]:
    return tuple(filter(None, words.split("|"))) if words else ()


def area(row: Fields) -> Area:
    return Area(
        slug=row["area"],
        name=row["name"],
        level=row["level"],
        parent=row["parent"],
        population=row["population"],
        population_source=cell(row) if row["cell_id"] else None,
    )


def indicator(row: Fields, breaks: tuple[Break, ...]) -> Indicator:
    return Indicator(
        id=row["indicator"],
        code=row["code"],
        name=row["name"],
        category=row["category"],
        polarity=Polarity(row["polarity"]),
        value_type=ValueType(row["value_type"]),
        multiplier=row["multiplier"],
        unit=row["unit"],
        period_kind=PeriodKind(row["period_kind"]),
        tolerance=row["tolerance"],
        frequency=row["frequency"],
        definition=row["definition"],
        part_of=row["part_of"],
        source=cell(row),
        breaks=breaks,
    )


def series_break(row: Fields) -> Break:
    return Break(
        period=from_slug(row["period"]),
        kind=row["kind"],
        reason=row["reason"],
        value_type=ValueType(row["value_type"]) if row["value_type"] else None,
        unit=row["unit"],
        polarity=Polarity(row["polarity"]) if row["polarity"] else None,
        source=cell(row),
    )


def observation(row: Fields) -> Observation:
    return Observation(
        indicator=row["indicator"],
        area=row["area"],
        period=from_slug(row["period"]),
        value=value(row, row["cell_text"]),
        sources=(cell(row),),
        covers_to=day(row["covers_to"]),
    )


def target(row: Fields, value_type: ValueType) -> Target:
    return Target(
        indicator=row["indicator"],
        area=row["area"],
        period=from_slug(row["period"]),
        rule=read_target(row["cell_text"], value_type),
        base_period=period(row["base_period"]),
        source=cell(row),
    )


def kept_rule(text: str, indicator: Indicator) -> TargetRule:
    """What a target that was taken asks for; one whose unit was declared otherwise since is words, no wrong number."""
    try:
        return read_target(text, indicator.value_type, indicator.unit)
    except UnreadableValue:
        return TargetRule(TargetKind.MISSING, text, reason=Reason.IN_WORDS)


def baseline(row: Fields) -> Baseline:
    return Baseline(row["indicator"], row["area"], row["description"], value(row, row["cell_text"]), cell(row))


def printed_figure(row: Fields) -> PrintedFigure:
    return PrintedFigure(
        figure=row["figure"],
        indicator=row["indicator"],
        area=row["area"],
        category=row["category"],
        period=period(row["period"]),
        quantity=row["quantity"],
        kind=row["kind"],
        compare=row["compare"],
        sign=row["sign"],
        value=value(row, row["cell_text"]) if row["value_reason"] or row["number"] is not None else None,
        source=cell(row),
    )


def record(kind: type[Said], row: Fields, **own: object) -> Said:
    """The record of *kind* in *row*: each field is the column of its name, save its cell and those of *own*."""
    names = (field.name for field in fields_of(kind) if field.name in row)
    given: Fields = {name: row[name] for name in names if name not in ("source", *own)} | own
    return kind(**given, source=cell(row))


def priority(row: Fields) -> Priority:
    categories = tuple(filter(None, row["categories"].split("|")))
    return record(Priority, row, categories=categories, key=plan_key("", f"{row['body']} {row['text']}"))


def survey_rank(row: Fields) -> SurveyRank:
    return record(SurveyRank, row, key=rank_key(row["survey"], row["group"], row["period"], row["cell_text"]))


def action(row: Fields) -> Action:
    cells = tuple((name, row[name]) for name in ACTION_CELLS)
    indicators = (row["indicator"],) if row["indicator"] else ()
    key = action_key(row["ref"], row["action"], row["objective"])
    return record(Action, row, due_date=day(row["due_date"]), cells=cells, key=key, indicators=indicators)


def risk(row: Fields) -> Risk:
    return record(Risk, row, key=plan_key(row["ref"], row["risk"]))


def campaign(row: Fields) -> Campaign:
    starts, ends = day(row["starts"]), day(row["ends"])
    return record(Campaign, row, starts=starts, ends=ends, key=plan_key("", row["text"]))


def meeting(row: Fields, campaigns: tuple[Campaign, ...]) -> Meeting:
    """A meeting that the planner names by its day alone."""
    held = day(row["date"])
    key = meeting_key("", held, "" if held else row["meeting"])
    return record(Meeting, row, date=held, campaigns=campaigns, key=key)
