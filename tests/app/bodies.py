"""Writes the body that the browser posts for a callback, from what the product itself declares."""

from typing import Any

from dash import Dash
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

CALLBACK = "/_dash-update-component"
Body = dict[str, Any]


def server_callbacks(app: Dash) -> list[str]:
    """The names of the callbacks that the server answers; the others run in the browser."""
    return [output for output, known in app.callback_map.items() if "callback" in known]


def outputs_of(output: str) -> list[dict[str, str]]:
    names = (name.rpartition(".") for name in output.strip(".").split("..."))
    return [{"id": component, "property": prop} for component, _, prop in names]


def body_of(app: Dash, output: str, **values: str) -> Body:
    """A correct body; *values* are the inputs by property (search, pathname)."""
    inputs = [item | {"value": values.get(item["property"], "")} for item in app.callback_map[output]["inputs"]]
    outputs = outputs_of(output)
    return {
        "output": output,
        "outputs": outputs if output.startswith("..") else outputs[0],
        "inputs": inputs,
        "changedPropIds": [f"{item['id']}.{item['property']}" for item in inputs],
        "parsedChangedPropsIds": [f"{item['id']}.{item['property']}" for item in inputs],
    }


def post(client: FlaskClient, body: object, **headers: str) -> TestResponse:
    return client.post(CALLBACK, json=body, headers=headers)
