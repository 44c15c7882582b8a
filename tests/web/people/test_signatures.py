"""What a provider says is believed when a private key signed it: by no shared secret, and never unsigned."""

import pytest

from dashboard.web.people import provider as door


@pytest.mark.parametrize(
    ("offered", "believed"),
    [(["none", "HS256", "RS256", "ES256"], ["RS256", "ES256"]), (None, ["RS256"]), ("none", ["RS256"])],
)
def test_what_is_signed_by_a_shared_secret_or_not_at_all_is_not_believed(offered: object, believed: list[str]) -> None:
    assert door.signed_by(offered) == believed


@pytest.mark.parametrize("offered", [[], ["none"], ["HS256", "HS512"], ["rs256"], [["RS256"]]])
def test_a_provider_that_signs_no_other_way_is_not_relied_on(offered: list[object]) -> None:
    with pytest.raises(door.UnreliableAnswer):
        door.signed_by(offered)
