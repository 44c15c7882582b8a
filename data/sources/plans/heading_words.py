"""Knows by which headings officers name the columns of a plan: the fields of each kind of line."""

import re
from collections.abc import Mapping

from data.sources.plans.risk_scores import score_of

ACTION, RISK, MEETING, CAMPAIGN = "action", "risk", "meeting", "campaign"
PRIORITY, RANK, CATEGORY = "priority", "rank", "category"

Words = Mapping[str, str]  # a field -> the headings that name it, in lower case and words only

_REF: Words = {
    "ref": "ref, ref no, reference, reference number, reference no, id, no, number, item",
}
_WHO: Words = {
    "lead": (
        "lead, leads, lead officer, lead officers, lead partner, lead agency, lead organisation, owner, lead "
        "officer and organisation, lead partner partnership, lead partner agency, responsible officer, manager, "
        "officer, responsible, responsible person, responsibility, person responsible, who, by whom, action "
        "owner, accountable, accountable officer, lead person, lead body, lead role, lead name, assigned to, "
        "action by, led by, lead member, lead manager, lead officer agency, sponsor, delivery lead, coordinator, "
        "contact"
    ),
}
_PLACE: Words = {
    "partnership": "partnership, csp, community safety partnership",
    "area": "area, locality, district, ward, place, neighbourhood, location, geographic area",
    "category": "category, strategic assessment category, crime type, crime category",
    "indicators": (
        "indicator, indicators, linked indicator, linked indicators, related indicator, linked measure, linked to "
        "indicator, performance indicator, kpi, kpis, pi, pis, indicator ref, linked kpi"
    ),
}
_ACTIONS: Words = {
    "action": (
        "action, actions, action required, actions required, action to be taken, key action, task, key actions, "
        "key area of business, activity, activities, what will we do, what we will do, what, agreed action, "
        "agreed actions, proposed action, action description, description of action, tasks, key task, key tasks, "
        "intervention, project, deliverable, deliverables, key activity, key activities, action point, what are "
        "we going to do, specific action, planned action"
    ),
    "objective": (
        "objective, objectives, theme, priority, priorities, aim, aims, strategic objective, goal, priority area, "
        "strategic priority, workstream, work stream, strand, outcome area, key priority"
    ),
    "due": (
        "due, due date, due by, by when, when, timescale, timescales, time scale, completion, completion date, "
        "complete by, target date, deadline, date due, target completion date, by, end date, timeframe, time "
        "frame, timeline, milestone date, completed by, delivery date, planned completion, planned completion "
        "date, target completion, expected completion date, end, due for completion, to be completed by, finish, "
        "finish date, review completion date"
    ),
    "starts": "start, start date, starts, from, date started, started, commencement, begin, begins",
    "status": (
        "status, rag, brag, rag status, brag status, rag rating, brag rating, rag brag, state, current status, "
        "progress status, delivery status, action status, on track, complete, completed, bragg, b rag, overall "
        "status, traffic light"
    ),
    "measure": (
        "measure, measures, success measure, success measures, measure of success, evaluation criteria, how will "
        "we know, performance measure, performance measures, milestone, milestones, evaluation, measures of "
        "success, success criteria, how measured, how will success be measured, evidence, how will it be "
        "measured, delivery measure, measure m, target, targets, what will success look like"
    ),
    "progress": (
        "progress, performance, progress update, update, updates, latest update, current position, progress to "
        "date, progress p, delivery progress, comments, comment, commentary, narrative, performance p, latest "
        "progress, position, progress comments, notes, progress report, note"
    ),
    "measure progress": "delivery progress measure m performance p, measure m progress p, measure m performance p",
    "changes": "changes, change, 10 11 changes",
    "resources": "resources, resource, budget, cost, resources required, funding, costs, resource s",
    "partners": (
        "partners, supporting partners, support, supporting agencies, partner agencies, agencies, key partners, "
        "delivery partners, partner, supported by, other partners, agency"
    ),
    "framework": "delivery framework, framework, delivery mechanism, delivery group",
    "outcome": (
        "outcome, outcomes, output outcome, desired outcome, expected outcome, output, outputs, intended outcome, "
        "desired outcomes, outputs outcomes, impact, benefit, expected outcomes"
    ),
    "monitoring": "monitoring, monitoring tool, monitored by, how monitored, reporting, reports to",
    "national_indicators": "n i, ni, national indicator, national indicators, nis, n i s",
}
_RISKS: Words = {
    "risk": (
        "risk, risks, risk description, description of risk, risk event, risk title, risk name, risk identified, "
        "identified risk, risk and effect, risk detail, threat, key risk, what could go wrong"
    ),
    "kind": "type, risk type, risk category, kind, category of risk, type of risk",
    "consequence": "consequence, consequences, effect, effects, cause and effect, risk consequence, result",
    "cause": "cause, causes, trigger, triggers, risk cause",
    "controls": (
        "controls, control, existing controls, controls in place, current controls, mitigation, mitigations, "
        "mitigating actions, mitigating action, risk controls, control measures, internal controls, mitigated by, "
        "mitigation in place, key controls, controls mitigation, mitigation controls, existing mitigation"
    ),
    "further_actions": (
        "further actions, further action, further actions progress, further action required, action, actions, "
        "actions required, planned actions, additional controls, further controls, action plan, progress, further "
        "mitigation, planned controls, additional actions, next steps, action required, treatment"
    ),
    "review": "review, review date, next review, reviewed, date of review, next review date, review due",
    "status": "status, risk status, rag, rag status, open closed, state, trend, direction of travel",
}
_MEETINGS: Words = {
    "meeting": (
        "meeting, meetings, body, group, name of meeting, meeting name, board, committee, forum, meeting title, "
        "meeting group, title"
    ),
    "date": (
        "date, meeting date, date of meeting, jog meeting date, when, day, dates, meeting dates, date and time, "
        "scheduled date"
    ),
    "time": "time, times, start time, meeting time",
    "place": "place, venue, location, where, room, meeting venue",
    "lead": "chair, chaired by, chairperson, chairman",
    "current": "current campaigns, current campaign, campaigns, current activity, current activities",
    "planned": (
        "planned future activity, planned activity, future activity, planned campaigns, future campaigns, planned "
        "activities, forward plan, planned"
    ),
}
_CAMPAIGNS: Words = {
    "campaign": "campaign, campaign name, campaign title, campaign activity, campaign event, event",
    "kind": "status, kind, type, state",
    "starts": "start, starts, start date, from, date, when, begins, launch, launch date, dates",
    "ends": "end, ends, end date, to, until, finish, finish date",
    "indicators": "measure, measures, aimed at, aims at, target",
    "meeting": "meeting, meeting date",
}
_PRIORITIES: Words = {
    "priority": "priority, priorities, priority area, strategic priority, our priority, priority name",
    "objective": "objective, objectives, aim, aims, outcome, description",
    "body": "body, plan, agreed by, strategy, document, set by",
    "categories": "category, categories, strategic assessment category",
    "order": "order, rank, no, number, ref",
}
_RANKS: Words = {
    "survey": "survey, source, survey name, engagement",
    "group": "group, area, locality, respondents, pact, pact area, district, ward, place",
    "period": "round, period, year, wave, quarter, date, survey date, month",
    "rank": "rank, ranking, position, order, priority number, rank order",
    "concern": (
        "concern, concerns, issue, issues, resident concern, priority, local priority, problem, top concern, pact "
        "priority, local concern, community priority, response"
    ),
    "percent": "percent, percentage, per cent, of respondents, share, respondents percent",
}
_CATEGORIES: Words = {
    "category": "category, strategic assessment category, categories, strategic category, theme",
    "order": "order, no, number, rank, sort order",
    "parent": "parent, parent category, within, part of, under",
    "indicators": "measures, indicators in it, includes indicators",
    "crimes": (
        "crime types, crime type, crimes, police uk crime types, offences, police uk, crime categories, includes "
        "crime types, crime types in it"
    ),
}

_HOME: Words = {"partnership": _PLACE["partnership"]}
_OF_A_CATEGORY: Words = {"category": _PLACE["category"]}
#: Of each kind, the words of its fields; where two sets of words name one field, both count.
FIELDS: Mapping[str, tuple[Words, ...]] = {
    RISK: (_REF, _WHO, _PLACE, _RISKS),
    MEETING: (_REF, _PLACE, _WHO, _MEETINGS),
    CAMPAIGN: (_REF, _WHO, _PLACE, _CAMPAIGNS),
    ACTION: (_REF, _WHO, _PLACE, _ACTIONS),
    CATEGORY: (_HOME, {"indicators": _PLACE["indicators"]}, _CATEGORIES),
    RANK: (_HOME, _OF_A_CATEGORY, _RANKS),
    PRIORITY: (_HOME, {"area": _PLACE["area"]}, _PRIORITIES),
}


def _by_heading(sets: tuple[Words, ...]) -> dict[str, str]:
    return {words: field for known in sets for field, every in known.items() for words in every.split(", ")}


FIELD_OF = {kind: _by_heading(sets) for kind, sets in FIELDS.items()}
_BRACKETS = re.compile(r"\([^()]*\)")


def plain(heading: str) -> str:
    """The words of a heading in lower case, without what stands in brackets after them."""
    return _words(_BRACKETS.sub(" ", heading)) or _words(heading)


def field_of(kind: str, heading: str) -> str:
    """The field of such a line that a heading names; nothing where it names none."""
    if kind == RISK and (score := score_of(plain(heading))):
        return score
    return FIELD_OF[kind].get(_words(heading)) or FIELD_OF[kind].get(plain(heading)) or ""


def _words(text: str) -> str:
    return " ".join(re.findall(r"[a-z0-9]+", text.lower()))
