"""An installation that is reached by HTTPS says so to browsers: nothing of it travels in the open."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.doors.cli.house import House

ASKED = """
from kashuv.cli.house import stand
stand()
from django.conf import settings
from django.test import Client
answer = Client(HTTP_X_FORWARDED_PROTO="https").get("/healthz", HTTP_HOST="desk.example.com")
cookies = (settings.SESSION_COOKIE_SECURE, settings.CSRF_COOKIE_SECURE, settings.LANGUAGE_COOKIE_SECURE)
print(all(cookies), any(cookies), answer.headers.get("Strict-Transport-Security", "nothing"))
"""


def _told(data: Path, base_url: str) -> str:
    env = House(data).env(PYTHONPATH=str(Path(__file__).parents[2]), KASHUV_BASE_URL=base_url)
    done = subprocess.run([sys.executable, "-c", ASKED], env=env, capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


@pytest.mark.parametrize(
    ("base_url", "told"),
    [
        ("https://desk.example.com", "True True max-age=31536000"),
        ("http://desk.example.com", "False False nothing"),
        ("", "False False nothing"),
    ],
)
def test_only_https_insists_on_itself(tmp_path: Path, base_url: str, told: str) -> None:
    assert _told(tmp_path / "data", base_url) == told
