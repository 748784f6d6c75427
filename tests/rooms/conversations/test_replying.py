"""To whom an answer goes; what fills a template."""

from __future__ import annotations

from kashuv.rooms.conversations.rules.filling import fill, unfilled, unknown
from kashuv.rooms.conversations.rules.replying import answering, reply

OURS = {"noa@rosen-levy.example", "office@rosen-levy.example"}
LETTER = {
    "from": ["יואב גל", "yoav@gal.example"],
    "to": [["Noa", "noa@rosen-levy.example"], ["Dalia", "dalia@gal.example"]],
    "cc": [["Office", "office@rosen-levy.example"], ["", "Books@gal.example"]],
}


def test_an_answer_goes_to_who_wrote():
    addressed = reply(LETTER, "הצעה", OURS, everybody=False, incoming=True)
    assert addressed.to == [["יואב גל", "yoav@gal.example"]]
    assert addressed.cc == [] and addressed.subject == "Re: הצעה"


def test_an_answer_to_all_leaves_ourselves_out():
    addressed = reply(LETTER, "הצעה", OURS, everybody=True, incoming=True)
    assert addressed.cc == [["Dalia", "dalia@gal.example"], ["", "books@gal.example"]]


def test_where_he_asks_for_answers_elsewhere_they_go_there():
    asked = {**LETTER, "reply_to": [["Gal office", "office@gal.example"]]}
    assert reply(asked, "", OURS, everybody=False, incoming=True).to == [["Gal office", "office@gal.example"]]


def test_a_word_after_our_own_letter_goes_to_whom_that_went():
    ours = {"from": ["Noa", "noa@rosen-levy.example"], "to": [["יואב", "yoav@gal.example"]]}
    assert reply(ours, "Re: x", OURS, everybody=False, incoming=False).to == [["יואב", "yoav@gal.example"]]


def test_the_mark_of_answering_stands_once():
    assert [answering(subject) for subject in ("x", "Re: x", "השב: x", "", "a\r\nBcc: b")] == [
        "Re: x", "Re: x", "השב: x", "", "Re: a Bcc: b",
    ]  # fmt: skip


def test_a_template_is_filled_and_what_is_not_known_stays_seen():
    text = fill("{name} שלום, {client} {day} {price}", {"name": "יואב", "client": "גל", "day": ""})
    assert text == "יואב שלום, גל {day} {price}"
    assert unfilled(text) == ["{day}", "{price}"] and unknown(text) == ["{price}"]
