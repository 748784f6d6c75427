"""The stage of the tests themselves: no two workers of the suite share a folder or a database."""

from __future__ import annotations

import os
from pathlib import Path

from django.conf import settings
from django.db import connection


def test_this_worker_has_a_folder_and_a_database_of_its_own(db):
    assert f"-{os.getpid()}-" in settings.DATA.name
    if connection.vendor == "sqlite":
        assert Path(connection.settings_dict["NAME"]).parent == settings.DATA
    elif worker := os.environ.get("PYTEST_XDIST_WORKER"):
        assert connection.settings_dict["NAME"].endswith(worker)
