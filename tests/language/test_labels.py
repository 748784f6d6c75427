"""The learned models say the plain cases right, and nothing but their own labels."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kashuv.language import labels
from kashuv.language.hints import hints
from kashuv.language.weights import pack, unpack

SETS = {
    "tone_en": {"angry", "upset", "satisfied", "thankful", "indifferent"},
    "insult_en": {"insult", "none"},
    "politeness_en": {"polite", "impolite"},
    "sarcasm_en": {"sarcastic", "none"},
    "sentiment_he": {"positive", "negative", "neutral"},
    "address_gender_he": {"ms", "fs", "mp", "fp", "none"},
}


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("tone_en", "Thank you so much for this!", "thankful"),
        ("tone_en", "I love it, this is amazing", "satisfied"),
        ("insult_en", "You are a stupid idiot and a pathetic liar", "insult"),
        ("insult_en", "The meeting starts at nine", "none"),
        ("sentiment_he", "כל הכבוד, עבודה נהדרת, בהצלחה", "positive"),
        ("sentiment_he", "בושה וחרפה, אתה מושחת ושקרן", "negative"),
    ],
)
def test_the_plain_cases(name: str, text: str, expected: str) -> None:
    assert labels.label(name, text) == expected


@given(st.sampled_from(sorted(SETS)), st.text(max_size=120))
def test_a_label_is_always_of_its_set(name: str, text: str) -> None:
    assert labels.label(name, text, (text,)) in SETS[name]


def test_an_unknown_set_is_named() -> None:
    with pytest.raises(KeyError, match="moonlight"):
        labels.label("moonlight", "hello")


def test_flags_hold_every_feeling() -> None:
    assert set(labels.flags("איזה יופי, כל הכבוד!")) == set(labels.FLAGS)


def test_weights_come_back_as_they_were_packed() -> None:
    learned = unpack(pack(("yes", "no"), 2, (0.5, -0.5), ((1.27, -0.64, 0.0, 0.1), (0.0, 0.0, 0.0, 0.0))))
    assert learned.scores([0]) == pytest.approx([0.5 + 1.27, -0.5])
    assert learned.scores([0, 1, 2, 3]) == pytest.approx([0.5 + (1.27 - 0.64 + 0.1) / 2, -0.5])


def test_another_file_is_refused() -> None:
    with pytest.raises(ValueError, match="not a file of weights"):
        unpack(b"PNG0" + bytes(20))


@pytest.mark.parametrize("line", ["(", "?! ", "\"'", "please ", "oh... ", "לא ", "a" * 50 + " "])
@pytest.mark.parametrize("name", ["politeness_en", "sarcasm_en", "sentiment_survey_he"])
def test_a_long_text_of_anything_takes_no_longer_than_a_glance(name: str, line: str) -> None:
    text = line * (200_000 // len(line))
    began = time.process_time()
    labels.label(name, text, (text,))
    assert time.process_time() - began < 2


def test_praise_in_answer_to_trouble_is_a_hint_of_irony() -> None:
    told = hints("sarcasm_en", "Oh great, just perfect.", ("The car broke down again.",))
    assert {"begins with oh", "praise after trouble"} <= set(told)
    assert "praise after trouble" not in hints("sarcasm_en", "Great.", ("Here is your coffee.",))


def test_courtesy_outweighs_single_words() -> None:
    told = hints("politeness_en", "Hi! Could you please help? Thanks")
    assert told.count("please 0") == 1 and "please 5" in told and "could you 0" in told
