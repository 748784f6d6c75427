"""However few patterns are tried, a table finds what all its patterns would find."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kashuv.language.beginnings import LENGTH, beginnings
from kashuv.language.en import asks as en_asks
from kashuv.language.en import promises as en_promises
from kashuv.language.he import asks as he_asks
from kashuv.language.he import promises as he_promises
from kashuv.language.tables import Tables

TABLES = {
    "en requests": en_asks.REQUESTS,
    "en questions": en_asks.QUESTIONS,
    "en promises": en_promises.BINDING,
    "he requests": he_asks.REQUESTS,
    "he orders": he_asks.ORDERS,
    "he telling": {pattern: (1.0, why) for pattern, why in he_asks.TELLING.items()},
    "he questions": he_asks.QUESTIONS,
    "he meetings": he_asks.MEETINGS,
    "he promises": he_promises.BINDING,
}
WORDS = (
    "could you please send me the file I we will let know by when is it ready don't Dan if check make sure any news right "
    'אשלח לך בבקשה את הקובץ ותבדקי מתי אפשר ניפגש עליי אני בודק עכשיו האם תוכל לשלוח אשמח אם מה קורה עם זה ו ש 3 אח"כ'
).split()
MARKS = ("? ", ", ", ". ", "! ", ": ", "-", " ", "\n")
TEXTS = st.lists(st.sampled_from([*WORDS, *MARKS]), max_size=24).map(
    lambda pieces: "".join(piece if piece in MARKS else f"{piece} " for piece in pieces)
)


@pytest.mark.parametrize("name", TABLES)
@given(text=TEXTS)
def test_a_table_finds_what_its_patterns_find(name: str, text: str) -> None:
    found = {(hit.start, hit.end, hit.weight) for hit in Tables({name: TABLES[name]}).hits(text)}
    assert found == {
        (match.start(), match.end(), weight)
        for pattern, (weight, _) in TABLES[name].items()
        for match in re.finditer(pattern, text, re.IGNORECASE)
    }


@pytest.mark.parametrize(
    ("pattern", "heads"),
    [
        (r"\bplease\b", {"please"}),
        (r"\b(?:i|we)(?:'ll)? go", {"i go", "i'll g", "we go", "we'll "}),
        (r"\ban?\b", {"a", "an"}),
        (r"\b(?:so )?[a-z]+ly\b", {"", "so "}),
        (r"(?:x|y){2}z", {"xxz", "xyz", "yxz", "yyz"}),
    ],
)
def test_the_beginnings_of_a_pattern(pattern: str, heads: set[str]) -> None:
    assert beginnings(pattern)[1] == heads
    assert all(len(head) <= LENGTH for head in heads)
