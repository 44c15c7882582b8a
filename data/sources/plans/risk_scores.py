"""Knows which score of a risk a heading names: impact, likelihood or rating, inherent or residual."""

import re

_RESIDUAL = re.compile(r"\b(?:residual|net|current|mitigated|target|after|post|controlled|managed|revised)\b")
_INHERENT = re.compile(r"\b(?:inherent|gross|initial|original|raw|uncontrolled|before|untreated|unmitigated|pre)\b")
_SCORES = {
    "impact": re.compile(r"\b(?:impact|severity|i)\b"),
    "likelihood": re.compile(r"\b(?:likelihood|probability|likeliness|l|p)\b"),
    "rating": re.compile(r"\b(?:rating|score|risk level|level|residual risk|net risk|gross risk|i x l|l x i|total)\b"),
}
_FILLING = {"score", "rating", "risk", "level", "of", "with", "without", "controls", "control", "mitigation", "no", "x"}


def score_of(words: str) -> str:
    """The score that the plain *words* of a heading name: impact, residual_likelihood, rating; nothing for others."""
    after = bool(_RESIDUAL.search(words))
    bare = _INHERENT.sub(" ", _RESIDUAL.sub(" ", words)).split()
    if words in ("residual", "residual risk", "net risk", "current risk", "target risk"):
        return "residual"
    named = [name for name, known in _SCORES.items() if known.search(words)]
    if not named or any(word not in _FILLING and not _is_score(word) for word in bare):
        return ""
    name = named[0] if len(named) == 1 or (named[-1] == "rating" and len(named) == 2) else "rating"
    if not after:
        return name
    return "residual" if name == "rating" else f"residual_{name}"


def group_of(words: str) -> str:
    """Whether words over columns of scores call them inherent or residual."""
    return "residual" if _RESIDUAL.search(words) else "inherent" if _INHERENT.search(words) else ""


def _is_score(word: str) -> bool:
    return any(known.fullmatch(word) for known in _SCORES.values())
