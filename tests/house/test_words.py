"""WORDS.md and the code know the same nouns."""

from __future__ import annotations

import re
from pathlib import Path

from django.apps import apps

PAGE = (Path(__file__).parents[2] / "WORDS.md").read_text(encoding="utf-8")
LINES = re.findall(r"^\| (\w+) \| (.+?) \| (.+?) \| ((?:rooms|foundation)/\w+) \|$", PAGE, re.M)


def test_every_noun_has_its_line() -> None:
    models = {m.__name__: m.__module__ for m in apps.get_app_config("kashuv").get_models()}
    homes = {word: home.replace("/", ".") for word, _, _, home in LINES}
    assert set(homes) == set(models)
    assert all(models[word].startswith(f"kashuv.{home}.") for word, home in homes.items())


def test_every_line_has_hebrew() -> None:
    assert all(re.search("[א-ת]", hebrew) for _, _, hebrew, _ in LINES)
