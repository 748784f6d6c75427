"""The language packs: the same firm in Hebrew and in English."""

from __future__ import annotations

from importlib import import_module

from kashuv.demo.cast import Pack


def pack_of(language: str) -> Pack:
    """Everything that is written in that language ("he" or "en")."""
    people, talks, noise, wording = (
        import_module(f"kashuv.demo.{language}.{part}") for part in ("people", "talks", "noise", "wording")
    )
    return Pack(
        language=language,
        firm=people.FIRM,
        colleagues=people.COLLEAGUES,
        clients=people.CLIENTS,
        talks=talks,
        noise=noise,
        wording=wording,
    )
