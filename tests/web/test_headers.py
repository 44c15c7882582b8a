"""The headers of every answer: what keeps others out, and what may be kept."""

import pytest
from flask.testing import FlaskClient

from dashboard.places import assets_folder


@pytest.mark.parametrize(
    "path", ["/", "/nothing", "/health/live", "/export/plan.csv", "/_dash-layout", "/assets/none.css"]
)
def test_every_answer_carries_the_headers_that_keep_others_out(client: FlaskClient, path: str) -> None:
    headers = client.get(path).headers
    policy = headers["Content-Security-Policy"]
    assert policy.startswith("default-src 'none'; script-src 'self' 'sha256-")
    assert {"frame-ancestors 'none'", "form-action 'self'", "base-uri 'none'"} <= set(policy.split("; "))
    assert "unsafe-eval" not in policy
    expected = {"X-Content-Type-Options": "nosniff", "X-Frame-Options": "DENY", "Referrer-Policy": "same-origin"}
    assert {name: headers[name] for name in expected} == expected


@pytest.mark.parametrize(
    "path",
    [
        *(
            "/",
            "/nothing",
            "/load",
            "/figures/1",
            "/files/1",
            "/find.json",
            "/places.json",
            "/paper.css",
            "/_dash-layout",
        ),
        *("/export/plan.csv", "/export/plan.json", "/template.csv", "/template.xlsx", "/method", "/health/ready"),
        *("/assets/none.css", "/_dash-component-suites/dash/none.js", "/static/none"),
    ],
)
def test_only_what_everybody_may_see_is_kept_by_browsers_and_proxies(client: FlaskClient, path: str) -> None:
    assert client.get(path).headers["Cache-Control"] == "no-store"


def test_assets_are_kept_a_year(client: FlaskClient) -> None:
    style = next(assets_folder().glob("*.css")).name
    with client.get(f"/assets/{style}") as response:
        assert response.headers["Cache-Control"].endswith("max-age=31536000")


def test_over_tls_a_browser_is_told_to_come_that_way_only(client: FlaskClient) -> None:
    told = client.get("/", base_url="https://localhost").headers["Strict-Transport-Security"]
    assert told == "max-age=31536000; includeSubDomains"
    assert "Strict-Transport-Security" not in client.get("/").headers
