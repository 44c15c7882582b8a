"""What each partnership offers is found once, when somebody asks for it."""

import pytest

from dashboard.domain.address import filters_from
from dashboard.domain.choices import Choices, PartnershipChoices
from tests.domain.test_filters import DERBY, WARWICKSHIRE


def test_what_a_partnership_offers_is_found_once_when_it_is_asked_for() -> None:
    asked, known = list[str](), {item.partnership: item for item in (WARWICKSHIRE, DERBY)}

    def offer(slug: str) -> PartnershipChoices:
        asked.append(slug)
        return known[slug]

    choices = Choices({slug: item.name for slug, item in known.items()}, offer)
    assert filters_from("?partnership=derby", choices).partnership == "derby"
    assert choices.of("derby") is DERBY
    assert asked == ["derby"]
    assert choices.partnerships == (WARWICKSHIRE, DERBY)
    with pytest.raises(KeyError):
        choices.of("nowhere")
