"""`kashuv story FILE`: answers as JSON lines, refuses nonsense in one sentence, and touches nobody's data."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

STORY = {
    "now": "2026-11-24T08:30:00+02:00",
    "clients": [{"id": "gal", "name": "מרכז גל"}],
    "entries": [
        {"id": "e", "client": "gal", "at": "2026-11-12T10:00:00+02:00", "kind": "whatsapp", "direction": "in",
         "text": "מתי אפשר לקבל את המפרט?"}
    ],
    "ask": [{"id": 1, "question": "today"}, {"id": 2, "question": "health"}],
}  # fmt: skip


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "story.json"


def test_a_question_a_line(house, file):
    file.write_text(json.dumps(STORY))
    done = house.kashuv("story", str(file))
    assert done.returncode == 0, done.stderr
    today, health = map(json.loads, done.stdout.splitlines())
    assert today["answer"]["items"][0]["client"] == "gal"
    assert health["error"].startswith("health is not there yet")
    assert not house.data.exists()


def test_the_example_of_the_documents_is_told(house, file):
    page = (Path(__file__).parents[3] / "docs" / "story.md").read_text(encoding="utf-8")
    file.write_text(page.partition("```json")[2].partition("```")[0], encoding="utf-8")
    today, search = map(json.loads, house.kashuv("story", str(file)).stdout.splitlines())
    assert today["answer"]["items"][0]["client"] == "gal"
    assert search["answer"][0]["id"] == "e1"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (json.dumps({**STORY, "weather": "rain"}), "'weather'"),
        (json.dumps({**STORY, "entries": [{**STORY["entries"][0], "client": "ghost"}]}), "'ghost'"),
        ("{", "is no JSON"),
    ],
)
def test_nonsense_is_refused_in_one_sentence(house, file, text, said):
    file.write_text(text)
    done = house.kashuv("story", str(file))
    assert (done.returncode, done.stdout) == (1, "")
    assert said in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_a_file_that_is_not_there(house, file):
    done = house.kashuv("story", str(file))
    assert done.returncode == 1
    assert "can't be read" in done.stderr
