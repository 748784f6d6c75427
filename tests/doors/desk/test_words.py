"""Words for templates: every text in its own direction, nothing of anybody's taken for markup."""

from __future__ import annotations

import pytest
from django.utils import translation

from kashuv.desk.layout.words import face, few, own, phone, set_apart, subject


@pytest.mark.parametrize(
    ("tongue", "sentence", "shown"),
    [
        ("en", "אורן שחר, 11 November", "<bdi>אורן שחר</bdi>, 11 November"),
        ("en", "יום ההולדת של מיכל: today.", "<bdi>יום ההולדת של מיכל</bdi>: today."),
        ("he", "שיחה עם Orit Shaham, אתמול", "שיחה עם <bdi>Orit Shaham</bdi>, אתמול"),
        ("he", "Shaham & Co שקטים", "<bdi>Shaham</bdi> &amp; <bdi>Co</bdi> שקטים"),
        ("he", "הכול בעברית", "הכול בעברית"),
    ],
)
def test_the_other_script_keeps_its_direction(tongue: str, sentence: str, shown: str) -> None:
    with translation.override(tongue):
        assert set_apart(sentence) == shown


def test_nothing_of_anybodys_becomes_markup() -> None:
    with translation.override("he"):
        assert "<script" not in set_apart("<script>alert(1)</script> שלום")
    assert own("<b>") == "<bdi>&lt;b&gt;</bdi>"
    assert "<b>" not in phone("<b>")


def test_a_subject_keeps_its_direction_behind_its_re() -> None:
    assert subject("Re: שינוי <קטן>") == "<bdi>Re:</bdi> שינוי &lt;קטן&gt;"
    assert subject("שינוי קטן") == "שינוי קטן"


@pytest.mark.parametrize(
    ("name", "letter"),
    [
        ("דליה", "ד"),
        ("“orit”", "O"),
        ("", "·"),
        ("3D Studio", "3"),
        ("ד״ר תמר אלון", "ת"),
        ("Dr Gali", "G"),
        ("Drum School", "D"),
    ],
)
def test_a_face_has_a_letter(name: str, letter: str) -> None:
    assert face(name) == letter


def test_few_things_are_counted_in_words() -> None:
    with translation.override("he"):
        assert (few(4), few(11)) == ("ארבעה", "11")
