"""Knows what a call has been told of its indicators, and gathers what it still has to be asked."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal

from dashboard.domain.entering.questions import ANY, Answers, Question
from dashboard.domain.kinds import worded_kind
from dashboard.domain.periods.combining import Combine, worded_combine
from dashboard.domain.records import Indicator
from dashboard.domain.values.printed import ValueType
from data.names import slug
from data.own.indicators.asking import (
    COMBINES,
    SCALE,
    combine_question,
    kind_question,
    looks_like,
    open_combine,
    parts_of_years,
)
from data.own.indicators.awaited import Key, is_awaited, key_of, zero_question, zeros_at_the_end
from data.own.indicators.declaring import NOWHERE
from data.own.indicators.kinds import Cells
from data.own.indicators.percentages import mixed, remembered, scale_question, scaled, step_question
from data.parcel_rows import SaidFigure
from data.sources.figures.parcels import ACTUAL

Said = Mapping[str, str]


class Inquiry:
    """The answers of one call laid over what its files declare; what stays open is a question or a fault."""

    def __init__(self, answers: Answers, today: date = date.max) -> None:
        self._today = today
        self._answers = {slug(about): dict(said) for about, said in answers.items()}
        self._general = self._answers.get(ANY, {})
        self._told: dict[str, Said] = {}
        self._awaited: dict[str, set[Key]] = {}
        self.questions: dict[tuple[str, str], Question] = {}
        self.faults: list[str] = []

    def answered(self, said: Said) -> Said:
        """A declaration with what was answered for just this indicator laid over it."""
        return {**said, **self._answers.get(slug(said["name"]), {})}

    def told(self, about: str) -> Said:
        """What is declared of an indicator of the call, every answer included."""
        return self._told.get(about, {})

    def asks(self, about: str) -> bool:
        """Whether anything is asked of an indicator."""
        return any(key[0] == about for key in self.questions)

    def settle(self, indicator: Indicator, said: Said, cells: Cells, published: Sequence[Decimal]) -> Said:
        """*said* with general answers to what stays open of an indicator; what nobody answers is noted."""
        about, told = said["about"], dict(said)
        if indicator.source == NOWHERE and not (said["value_type"] or worded_kind(indicator.name, indicator.unit)):
            is_percentage = indicator.value_type is ValueType.PERCENTAGE
            self._ask(told, kind_question(about, cells) if is_percentage else None, in_general=False)
        if self._is_open(indicator, said, cells):
            asked = combine_question(about, indicator, cells, said.get("running", ""))
            self._ask(told, asked if _matters(indicator, cells) else None)
            if indicator.source == NOWHERE:  # a new one: what nobody says now is asked when it matters
                told[COMBINES] = told.get(COMBINES) or self._general.get(COMBINES) or str(Combine.UNDECLARED)
        if indicator.value_type is ValueType.PERCENTAGE:
            found = scaled(cells)
            told[SCALE] = told.get(SCALE) or remembered(indicator.scale, found, published)
            if not told.get(SCALE):
                self._ask(told, scale_question(about, found, published))
                self.faults += filter(None, [mixed(about, found)])
            self._ask(told, step_question(about, cells))
        self._told[about] = told
        return told

    def ask_of_zeros(self, about: str, said: Said, cells: Cells) -> None:
        """Note zeros that end the figures of an indicator, if they are no figures; what nobody answers is asked."""
        told = dict(said)
        self._ask(told, zero_question(about, cells, self._today))
        if is_awaited(told):
            self._awaited[about] = {key_of(item) for item in zeros_at_the_end(cells, self._today)}

    def awaits(self, said: SaidFigure) -> bool:
        """Whether a figure is such a zero."""
        return said["what"] == ACTUAL and key_of(said) in self._awaited.get(said["indicator"], ())

    def _ask(self, told: dict[str, str], question: Question | None, *, in_general: bool = True) -> None:
        """Answer a question from what is told, or *in_general*, or else note it."""
        if question is None or told.get(question.column):
            return
        if in_general and (general := self._general.get(question.column, "")):
            told[question.column] = general
        else:
            self.questions.setdefault(question.key, question)

    @staticmethod
    def _is_open(indicator: Indicator, said: Said, cells: Cells) -> bool:
        """Whether nothing says how its year is made."""
        if said.get(COMBINES) or indicator.combines not in (None, Combine.UNDECLARED):
            return False
        if said.get("running") and worded_combine(indicator.name, indicator.unit) is None:
            return indicator.value_type in (ValueType.COUNT, ValueType.RATE)
        if indicator.source == NOWHERE:
            return open_combine(indicator, cells, kind_is_declared=bool(said["value_type"]))
        is_worded = worded_combine(indicator.name, indicator.unit) is not None
        looks_so = not is_worded and any(map(looks_like, parts_of_years(cells)))
        return indicator.combines is Combine.UNDECLARED or (indicator.adds_over_areas and looks_so)


def _matters(indicator: Indicator, cells: Cells) -> bool:
    """Whether a year would be made now; of an indicator that has figures already, any part makes one."""
    parts = parts_of_years(cells)
    if indicator.combines is Combine.UNDECLARED:
        return any(item.numbers and not item.has_actual for item in parts)
    return any(item.matter for item in parts)
