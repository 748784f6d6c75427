"""Every word on the screen stands in Hebrew too: gathers them, and fails on what is missing.

`python -m tests.house.translations` checks; with `--gather` it first writes the catalogues anew.
Needs GNU gettext, which is a developer's part, not a user's: the compiled catalogues are kept.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import polib

HOUSE = Path(__file__).resolve().parent.parent.parent / "kashuv"
CATALOGUE = "locale/he/LC_MESSAGES/django.po"


def main() -> int:
    """0 if every catalogue is complete and compiled."""
    if shutil.which("xgettext") is None:
        print("skipped: translations (GNU gettext is not installed)")
        return int(os.environ.get("CI") == "true")
    if "--gather" in sys.argv:
        gather(HOUSE)
    faults = _faults()
    print("\n".join(faults) or "Every word stands in both languages.")
    return int(bool(faults))


def homes(house: Path) -> list[Path]:
    """Folders that keep a catalogue; its words are those below the folder, down to the next such one."""
    return sorted(path.parent for path in house.rglob("locale"))


def gather(house: Path) -> None:
    """Writes every catalogue of that copy of the house anew, keeping what is translated, and compiles it."""
    for home in homes(house):
        inner = [other for other in homes(house) if home in other.parents]
        ignored = [word for other in inner for word in ("--ignore", f"{other.relative_to(home)}/*")]
        kind = ["-e", "html,txt,py,jinja", "--no-location", "--no-wrap", "--no-obsolete", "-v0"]
        _django(["makemessages", "-l", "he", *kind, *ignored], home)
        _django(["compilemessages", "-l", "he", "-v0"], home)


def _django(words: list[str], folder: Path) -> None:
    plain = {name: value for name, value in os.environ.items() if name != "DJANGO_SETTINGS_MODULE"}
    subprocess.run([sys.executable, "-m", "django", *words], cwd=folder, check=True, env=plain)


def _faults() -> list[str]:
    """What is missing, guessed or stale, a sentence each."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "kashuv"
        shutil.copytree(HOUSE, copy)
        gather(copy)
        return [fault for home in homes(HOUSE) for fault in _faults_of(home, copy / home.relative_to(HOUSE))]


def _faults_of(home: Path, fresh: Path) -> list[str]:
    name = home.relative_to(HOUSE.parent)
    kept, gathered = polib.pofile(str(home / CATALOGUE)), polib.pofile(str(fresh / CATALOGUE))
    compiled = polib.mofile(str((home / CATALOGUE).with_suffix(".mo")))
    known = {_key(entry) for entry in kept if not entry.obsolete}
    faults = [f"{name}: not gathered: {entry.msgid!r}" for entry in gathered if _key(entry) not in known]
    faults += [f"{name}: no Hebrew for {entry.msgid!r}" for entry in kept.untranslated_entries()]
    faults += [f"{name}: only guessed (fuzzy): {entry.msgid!r}" for entry in kept.fuzzy_entries()]
    if {_key(entry) for entry in compiled} != {_key(entry) for entry in kept.translated_entries()}:
        faults.append(f"{name}: the compiled catalogue is older than its words; make words mends it")
    return faults


def _key(entry: polib.POEntry) -> tuple[str | None, str]:
    return entry.msgctxt, entry.msgid


if __name__ == "__main__":
    sys.exit(main())
