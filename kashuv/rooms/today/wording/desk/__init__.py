"""What lies on her own desk, said in her tongue: drafts that want her, words for today, letters that did not leave.

Each tongue is a module with the same names, as those beside it.
"""

from __future__ import annotations

from types import ModuleType

from kashuv.rooms.today.wording.desk import en, he

TONGUES: dict[str, ModuleType] = {"he": he, "en": en}


def tongue(language: str) -> ModuleType:
    return TONGUES.get(language, he)
