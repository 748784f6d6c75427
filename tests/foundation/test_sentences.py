"""A sentence that is kept is read in the reader's tongue; what a server said is never taken for one of ours."""

from __future__ import annotations

import json

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from kashuv.foundation import sentences
from kashuv.foundation.sentences import Sentence

NOWHERE = Sentence("There is no server named %(host)s.", {"host": "imap.gal.example"})


@pytest.mark.parametrize(("tongue", "words"), [("en", "There is no server named"), ("he", "אין שרת בשם")])
def test_it_is_read_in_the_tongue_of_who_reads(tongue, words):
    inside = Sentence("%(folder)s: %(why)s", {"folder": "לקוחות", "why": NOWHERE})
    kept = sentences.kept(inside, "and the server's own words")
    with translation.override(tongue):
        said = sentences.read(kept)
    assert said.startswith(f"לקוחות: {words} imap.gal.example") and said.endswith("own words")


def test_of_nothing_nothing_is_kept():
    assert sentences.kept() == sentences.kept("") == "" == sentences.read("")


@given(
    st.text()
    | st.sampled_from([json.dumps([{"words": "%(x)99999999s", "facts": {"x": "a"}}]), "[", "[{", "[]"])
)
def test_what_a_server_said_is_read_as_it_was_said(said):
    assert sentences.read(sentences.kept(said)) == said
    assert sentences.read(sentences.kept(said, NOWHERE)).startswith(said)


@given(st.text())
def test_whatever_stands_there_something_is_read(text):
    assert isinstance(sentences.read(text), str)
