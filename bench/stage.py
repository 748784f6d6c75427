"""The stage: Django with the bench's own addresses, houses beside it that know nothing of the town, benchmarks by name."""

from __future__ import annotations

import importlib
import os
from pathlib import Path
from types import ModuleType
from urllib.parse import urlsplit

OUR_SERVERS = {"KASHUV_PRIVATE_NETWORKS": "127.0.0.1"}  # the bench's own mail servers stand on this machine


def open_house() -> None:
    """Django stands, the database is new and up to date."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "bench.settings")
    os.environ.update(OUR_SERVERS)
    import django

    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)


def empty_house(folder: str) -> dict[str, str]:
    """The environment of `kashuv` in a house of its own, on the kind of database that the bench runs on."""
    told = {**os.environ, **OUR_SERVERS, "KASHUV_DATA": folder, "KASHUV_PASSWORD": "a long enough word"}
    told.pop("DJANGO_SETTINGS_MODULE", None)
    if "DATABASE_URL" in told:
        told["DATABASE_URL"] = _empty_database(
            told["DATABASE_URL"], Path(folder).name.replace("-", "_").lower()
        )
    return told


def _empty_database(beside: str, name: str) -> str:
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute(f'CREATE DATABASE "{name}"')
    return urlsplit(beside)._replace(path=f"/{name}").geturl()


def act(name: str) -> ModuleType:
    return importlib.import_module(f"bench.{name}")
