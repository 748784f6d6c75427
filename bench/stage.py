"""The stage: Django with the bench's own addresses, and the benchmarks by name."""

from __future__ import annotations

import importlib
import os
from types import ModuleType


def open_house() -> None:
    """Django stands, the database is new and up to date."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "bench.settings")
    import django

    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)


def act(name: str) -> ModuleType:
    return importlib.import_module(f"bench.{name}")
