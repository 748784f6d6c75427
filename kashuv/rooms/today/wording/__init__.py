"""Turns reasons into sentences, and a reason into a first step: in the reader's tongue the one, in the client's the other.

Each tongue is a module with the same names; the sentences are written in each by ear, not translated.
"""

from __future__ import annotations

from types import ModuleType

from kashuv.rooms.today.wording import en, he

TONGUES: dict[str, ModuleType] = {"he": he, "en": en}


def tongue(language: str) -> ModuleType:
    return TONGUES.get(language, he)
