"""Knows the parts of a store that answer of what a partnership loaded of its own."""

from data.own.offence_years import AnswersOffences
from data.own.plans.answers import AnswersPlans
from data.own.small_numbers.answers import AnswersSmallNumbers


class AnswersOwn(AnswersPlans, AnswersSmallNumbers, AnswersOffences):
    """Plans, small numbers, and published offences by code."""
