"""Starts a certified provider of OpenID Connect (oidc-provider, of npm), and signs in there as a browser would."""

import json
import re
import shutil
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from urllib.parse import urljoin

import pytest
import requests

from tests.running_server import free_port

ROOT = Path(__file__).parents[2]
SECRET = "a secret between the two"
PATIENCE = 30  # seconds for one answer
ACTION = re.compile(r'<form[^>]* action="([^"]+)"')
PROMPT = re.compile(r'name="prompt" value="(\w+)"')
Accounts = Mapping[str, Mapping[str, object]]


@dataclass(frozen=True)
class RunningProvider:
    """A provider at its address."""

    issuer: str

    def sign_in(self, start: str, name: str, back: str) -> str:
        """Begin at *start*, sign in as *name*, allow it, and return where the browser is sent *back* to."""
        with requests.Session() as browser:
            answer = browser.get(start, allow_redirects=False, timeout=PATIENCE)
            while True:
                if answer.is_redirect:
                    there = urljoin(answer.url, answer.headers["Location"])
                    if there.startswith(back):
                        return there
                    answer = browser.get(there, allow_redirects=False, timeout=PATIENCE)
                    continue
                action, prompt = ACTION.search(answer.text), PROMPT.search(answer.text)
                assert action, answer.text[:2000]
                assert prompt, answer.text[:2000]
                sent = {"prompt": prompt[1], "login": name, "password": "any"}
                there = urljoin(answer.url, unescape(action[1]))
                answer = browser.post(there, data=sent, allow_redirects=False, timeout=PATIENCE)


@contextmanager
def running_provider(accounts: Accounts, redirects: Sequence[str], port: int = 0) -> Iterator[RunningProvider]:
    node = shutil.which("node")
    if node is None or not (ROOT / "node_modules" / "oidc-provider").is_dir():
        pytest.fail("oidc-provider is missing: npm ci, or run make test", pytrace=False)
    port = port or free_port()
    said = json.dumps({"port": port, "redirects": redirects, "accounts": accounts, "secret": SECRET})
    script = Path(__file__).with_name("provider.mjs")
    with subprocess.Popen(
        [node, script, said], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline().strip() == "ready"
        try:
            yield RunningProvider(f"http://127.0.0.1:{port}")
        finally:
            process.terminate()
            process.wait(timeout=PATIENCE)
