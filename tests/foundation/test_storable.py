"""What every database can store."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from hypothesis import given
from hypothesis import strategies as st

from kashuv.foundation.storable import are_storable, storable


class Box(NamedTuple):
    name: str
    count: int


@dataclass(frozen=True, slots=True)
class Thing:
    words: str
    boxes: tuple[Box, ...]


@given(st.text(st.characters(codec=None, exclude_categories=())))
def test_any_text_becomes_storable_and_keeps_its_length(text: str) -> None:
    made = storable(text)
    assert are_storable([made])
    assert len(made) == len(text)
    assert made == text or not are_storable([text])


def test_it_reaches_into_tuples_and_dataclasses() -> None:
    made = storable(Thing("a\0b", (Box("\ud800", 1),)))
    assert made == Thing("a\ufffdb", (Box("\ufffd", 1),))


def test_lists_and_what_json_holds_are_made_storable_too():
    assert storable([["a\0b", "\ud800"], {"quote": "\0", "due": None, "taken": True}]) == [
        ["a\ufffdb", "\ufffd"],
        {"quote": "\ufffd", "due": None, "taken": True},
    ]
