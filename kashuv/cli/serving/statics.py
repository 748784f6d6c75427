"""Static files, gathered under names that carry their content: once for each version, not at each start."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command

STAMP = ".gathered"


def gather() -> bool:
    """Gathers the static files if they changed since the last time; True if it had to."""
    root = Path(settings.STATIC_ROOT)
    stamp, current = root / STAMP, _stamp()
    if stamp.exists() and stamp.read_text() == current:
        return False
    root.mkdir(parents=True, exist_ok=True)
    call_command("collectstatic", verbosity=0, interactive=False)
    stamp.write_text(current)
    return True


def _stamp() -> str:
    """What tells this set of files from another: their names, sizes and moments of change."""
    digest = hashlib.sha256()
    for finder in get_finders():
        for name, storage in finder.list([]):
            seen = os.stat(storage.path(name))
            digest.update(f"{name}\0{seen.st_size}\0{seen.st_mtime_ns}\n".encode())
    return digest.hexdigest()
