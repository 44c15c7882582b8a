"""Knows the page of a partnership's settings: its rules on small numbers, and the forms that try, set and end one."""

from collections.abc import Sequence
from dataclasses import replace

from markupsafe import Markup

from dashboard.domain.disclosure.covers import Preview
from dashboard.domain.disclosure.deciding import KeptRule, newest_of
from dashboard.domain.disclosure.rule import Mode
from dashboard.domain.statistics.rebaselines import LONGEST_REASON, moment_words
from dashboard.domain.wording import plural, sentence
from dashboard.reports.evidence.ruled import Ruled
from layouts.components.drafts import draft_fields, keeping, sending
from layouts.components.fields import Filled, PageForms, radio_field, select_field, text_field
from layouts.components.links import method_href, page_path, partnership_href
from layouts.components.markup import tag
from layouts.plain.page import Link, back, card, plain_page

PAGE = "settings"
MODES = (
    (str(Mode.ROUND), "Round every count"),
    (str(Mode.SUPPRESS), "Show small counts as [c], and others that would give one back"),
    (str(Mode.EXACT), "Show counts as they are: an exception from a wider rule"),
)
NOUGHTS = (("shown", "A nought is shown"), ("hidden", "A nought is a small count too"))
WHAT = (
    "Who belongs to the partnership’s office sees its figures as they are. Everybody else sees them under these rules,"
    " on every page and in every file; what is published and printed stays as it is. "
)
CLOSEST = "Of several rules the closest holds: of the indicator, else of the source, else of all."
REPEATS = "What came again at one place, and close by within days, from the office’s own incident lists."
#: The form that sets a rule, and what stands in it before anybody typed.
SETTING = "set"
USUAL = {"about": "all", "mode": "round", "threshold": "5", "base": "5", "noughts": "shown"}
WARNING = "A rule cannot take back what was read before it was set."


def settings_page(navigation: Sequence[Link], ruled: Ruled, forms: PageForms) -> str:
    filled = forms.filled
    return plain_page(
        f"Settings of {ruled.name}",
        navigation,
        back(partnership_href("data", ruled.partnership), "Data"),
        _problem(forms) if filled.faults else "",
        tag("p", ruled.name, class_="place"),
        tag("h1", "Small numbers"),
        tag("p", _lede(ruled), class_="lede"),
        tag("p", tag("a", "How the papers look", href=partnership_href("settings/papers", ruled.partnership))),
        *([_preview(ruled, ruled.preview)] if ruled.preview else []),
        *([_rules(ruled, forms)] if ruled.rules else []),
        _form(ruled, forms.of(SETTING, **USUAL)),
        _repeats(ruled),
        keeping(),
        fault=bool(filled.faults),
        inside=page_path("data"),
    )


def _repeats(ruled: Ruled) -> Markup:
    """The button that turns repeats off or on again."""
    now = "They are shown." if ruled.shows_repeats else "They are turned off."
    words, shown = ("Turn repeats off", "no") if ruled.shows_repeats else ("Turn repeats on", "yes")
    form = tag(
        "form",
        tag("input", type="hidden", name="shown", value=shown),
        tag("button", words, type="submit", class_="quiet"),
        method="post",
        action=partnership_href(f"{PAGE}/repeats", ruled.partnership),
        class_="form",
    )
    return card("Repeats and near repeats", tag("p", now), form, sub=REPEATS)


def _problem(forms: PageForms) -> Markup:
    """What is wrong with the form that was sent, each leading to its control there."""
    number = forms.refused.removeprefix(form_of(""))
    told = replace(forms.filled, faults=[(f"{name}-{number}", words) for name, words in forms.filled.faults])
    filled = forms.filled if forms.refused == SETTING else told
    heading, items = tag("h2", "There is a problem"), [tag("li", link) for link in filled.links()]
    return tag("div", heading, tag("ul", *items), class_="problem", role="alert", tabindex="-1")


def _lede(ruled: Ruled) -> str:
    count = sum(item.withdrawn is None for item in ruled.rules)
    if not count:
        return "No rule is set: whoever may see these figures sees them as they are."
    return f"{sentence(plural(count, 'rule'))} {'is' if count == 1 else 'are'} set."


def _preview(ruled: Ruled, found: Preview) -> Markup:
    """What the proposed rule would do, beside those in force."""
    whom = ruled.said_of(ruled.proposal.about) if ruled.proposal else ""
    lines = [_counted(found)]
    if found.instead:
        lines.append(f"Too many hang together to search all: {plural(found.instead, 'figure')} would be rounded.")
    if found.given_back:
        lines.append(f"Other figures give {plural(found.given_back, 'small count')} away: nothing protects that.")
    return card(f"What this would do: {whom}", *[tag("p", line) for line in lines], sub=WARNING)


def _counted(found: Preview) -> str:
    """How many figures would be hidden, rounded, and left as they are."""
    if not found.figures:
        return "No figure is or was published that this could cover."
    shown = max(0, found.figures - found.hidden - found.rounded)
    be = "that is or was" if found.figures == 1 else "that are or were"
    hidden = f"{found.hidden:,} of {plural(found.figures, 'figure')} {be} published would be shown as [c]"
    return sentence(f"{hidden}, {found.rounded:,} rounded, and {shown:,} as {'it is' if shown == 1 else 'they are'}.")


def _rules(ruled: Ruled, forms: PageForms) -> Markup:
    return card("Rules", *[_rule(ruled, item, forms.of(form_of(str(item.number)))) for item in ruled.rules])


def form_of(number: str) -> str:
    return f"withdraw-{number}"


def _rule(ruled: Ruled, item: KeptRule, filled: Filled) -> Markup:
    who = tag("p", f"Set by {item.author} on {moment_words(item.moment)}: {item.reason}", class_="sub")
    parts = [tag("h3", ruled.said_of(item.about)), tag("p", f"{sentence(item.rule.words)}."), who]
    if item.withdrawn is not None:
        gone = item.withdrawn
        parts.append(tag("p", tag("b", f"Withdrawn by {gone.author} on {moment_words(gone.moment)}: {gone.reason}")))
    else:
        parts.append(_withdrawal(ruled, item, filled))
    return tag("div", *parts, class_="decision")


def _withdrawal(ruled: Ruled, item: KeptRule, filled: Filled) -> Markup:
    known, wrong = f"reason-{item.number}", filled.wrong("reason")
    told = {"aria_invalid": "true", "aria_describedby": f"{known}-fault"} if wrong else {}
    control = tag("input", type="text", id=known, name="reason", value=filled.of("reason"), autocomplete="off", **told)
    said = tag("span", wrong, class_="fault", id=f"{known}-fault") if wrong else ""
    whom = ruled.said_of(item.about)
    button = tag("button", "Withdraw", type="submit", class_="quiet", aria_label=f"Withdraw: {whom}")
    form = tag(
        "form",
        draft_fields(filled.draft),
        tag("input", type="hidden", name="rule", value=str(item.number)),
        tag("div", tag("label", "Why it no longer stands", for_=known), said, control, class_="field"),
        sending(button, filled.draft),
        method="post",
        action=partnership_href(f"{PAGE}/small-numbers/withdraw", ruled.partnership),
        class_="form",
        data_draft=filled.draft.mark,
    )
    summary = tag("summary", "Withdraw this rule", tag("span", f": {whom}", class_="visually-hidden"))
    return tag("details", summary, form, open=bool(filled.faults) or filled.draft.is_kept)


def _form(ruled: Ruled, filled: Filled) -> Markup:
    tried = ruled.preview is not None
    keep = tag("button", "Set this rule", type="submit", name="step", value="keep", class_="go")
    again = tag("button", "See what it would do", type="submit", class_="quiet" if tried else "go")
    form = tag(
        "form",
        draft_fields(filled.draft),
        tag("input", type="hidden", name="seen", value=str(newest_of(ruled.rules))),
        select_field(filled, "about", "What it is about", CLOSEST, ruled.options),
        radio_field(filled, "mode", "What becomes of counts", MODES),
        text_field(filled, "threshold", "Smallest count that is shown", "Smaller ones are small: usually 5."),
        text_field(filled, "base", "Rounded to a multiple of", "Usually 5."),
        radio_field(filled, "noughts", "Noughts", NOUGHTS),
        text_field(filled, "reason", "Why", f"Stands beside the rule; up to {LONGEST_REASON} characters."),
        sending(keep, filled.draft, again) if tried else sending(again, filled.draft),
        method="post",
        action=partnership_href(f"{PAGE}/small-numbers", ruled.partnership),
        class_="form",
        data_draft=filled.draft.mark,
    )
    how = tag("p", WHAT, tag("a", "How small numbers are covered", href=method_href("small-numbers")), class_="sub")
    return card("Set a rule", how, form)
