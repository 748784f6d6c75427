"""The packs: the same firm twice, and every line comes out whole."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime
from random import Random
from zoneinfo import ZoneInfo

import pytest

from kashuv.demo import arriving, stories
from kashuv.demo.packs import pack_of
from kashuv.demo.stage import Beat, Stage
from kashuv.foundation.clock import is_workday
from tests import cast

ZONE = ZoneInfo("Asia/Jerusalem")
MOMENTS = [
    cast.NOW,
    datetime(2026, 11, 28, 10, 0, tzinfo=UTC),  # Shabbat
    datetime(2026, 9, 13, 8, 0, tzinfo=UTC),  # the second day of Rosh Hashanah
    datetime(2026, 12, 31, 22, 30, tzinfo=UTC),  # half past midnight
]


def _year(language: str, now: datetime) -> list[Beat]:
    pack = pack_of(language)
    told = []
    for character in pack.clients:
        stage = Stage(character, pack, now, ZONE, Random(character.name))
        told += [one for one in stories.STORIES[character.story](stage) if isinstance(one, Beat)]
    return told


def test_both_packs_tell_of_the_same_forty_clients():
    he, en = pack_of("he"), pack_of("en")
    assert len(he.clients) == len(en.clients) == 40
    assert [(one.story, one.owner, one.frame, len(one.people)) for one in he.clients] == [
        (one.story, one.owner, one.frame, len(one.people)) for one in en.clients
    ]
    assert {one.story for one in he.clients} == set(stories.STORIES)


@pytest.mark.parametrize("language", ["he", "en"])
def test_no_two_people_share_an_address(language):
    pack = pack_of(language)
    people = [who for one in pack.clients for who in one.people] + list(pack.noise.STRANGERS)
    assert Counter(who.mail for who in people).most_common(1)[0][1] == 1
    assert Counter(who.phone for who in people).most_common(1)[0][1] == 1


@pytest.mark.parametrize("language", ["he", "en"])
@pytest.mark.parametrize("now", MOMENTS)
def test_every_line_is_whole_and_said_on_a_working_day_in_the_past(language, now):
    beats = _year(language, now)
    assert 1500 <= len(beats) <= 3000
    for beat in beats:
        assert not set("[]{}|") & set(beat.text + beat.subject), beat.text
        assert beat.at < now
        assert is_workday(beat.at.astimezone(ZONE).date(), ZONE)


def test_the_same_seed_and_day_tell_the_same_year():
    assert _year("he", cast.NOW) == _year("he", cast.NOW)


@pytest.mark.parametrize("language", ["he", "en"])
def test_letters_are_read_as_their_writers_own_words(language):
    pack = pack_of(language)
    beats = [beat for beat in _year(language, cast.NOW) if beat.kind == "mail"][:200]
    taken = list(arriving.arrivals(beats, pack, ZONE))
    assert all(arrival.reading.own.split() == beat.text.split() for beat, arrival in taken)
    assert any(arrival.opened.html for _, arrival in taken)
    assert any(arrival.reading.echo for _, arrival in taken)
    assert any(arrival.opened.attachments for _, arrival in taken)
