"""Knows targets that name a way to go and no number: "year-on-year reduction", "improve on 2022/23", "maintain"."""

import re
from dataclasses import replace

from dashboard.domain.targets.bounds import BASE
from dashboard.domain.targets.kinds import TargetKind, TargetRule
from dashboard.domain.values.printed import Reason


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_FALL = _words(
    "reduce reduces reducing reduced reduction reductions decrease decreasing decreased fall falling lower lowering cut"
    " minimise minimising decline declining fewer less down downward downwards \u2193 \u2b07 \u25bc \u2198"
)
_RISE = _words(
    "increase increases increasing increased raise raising rise rising grow growing growth higher more maximise"
    " maximising up upward upwards \u2191 \u2b06 \u25b2 \u2197"
)
_BETTER = _words("improve improves improving improved improvement improvements better")
_KEPT = _words("maintain maintaining maintained sustain sustained sustaining hold keep stay remain stable same equal")
_WORSE = _words("worse deterioration worsening")
_BESIDE = _words(
    "a an the to or and of in be is at for year month quarter on yoy annual annually continue continues continued"
    " continuing further ongoing overall trend direction level levels current present performance travel aim seek"
)
_NO = _words("no not")
_WAYS = ((_FALL, -1), (_RISE, 1))
_SINCE = re.compile(
    rf"(?P<way>.+?)(?: (?:on|from|than|to|as|at|against|over|compared (?:to|with)))? {BASE}", re.IGNORECASE | re.ASCII
)


def direction_rule(words: str) -> TargetRule | None:
    """Return the rule of *words* that name only a way to go, and perhaps the period to go from; None for others.

    "Improve" goes the way that the indicator's polarity says; what is to be maintained is met where it is no worse.
    """
    since = _SINCE.fullmatch(words)
    said = re.findall(r"[a-z]+|[^\sa-z/,.&-]+", (since["way"] if since else words).lower())
    rule = TargetRule(TargetKind.DIRECTION, words, reason=Reason.DIRECTION_ONLY)
    rule = replace(rule, base_words=since["base"] if since else "")
    return _gone(frozenset(said), rule)


def _gone(said: frozenset[str], rule: TargetRule) -> TargetRule | None:
    ways = [way for words, way in _WAYS if said & words]
    is_known = said <= (_FALL | _RISE | _BETTER | _KEPT | _WORSE | _BESIDE | _NO)
    if not is_known or len(ways) > 1 or bool(said & _WORSE) > bool(said & _NO):
        return None
    if said & _NO:
        return _not_gone(said, ways, rule)
    if ways:
        return replace(rule, direction=ways[0], side=ways[0] if said & _KEPT else 0)
    return replace(rule, keeps=bool(said & _KEPT)) if said & (_BETTER | _KEPT) else None


def _not_gone(said: frozenset[str], ways: list[int], rule: TargetRule) -> TargetRule | None:
    """Return the rule of "no increase" and "no worse than last year"; None for other words with a no."""
    if ways and not said & (_BETTER | _KEPT | _WORSE):
        return replace(rule, direction=-ways[0], side=-ways[0])
    return replace(rule, keeps=True) if said & _WORSE and not ways else None
