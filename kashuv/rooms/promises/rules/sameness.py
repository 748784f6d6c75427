"""Whether two wordings are one promise: written by hand and read out of a letter, or read twice."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime, timedelta

from rapidfuzz import fuzz

from kashuv.foundation.folding import fold

GIVEN_NEAR = timedelta(days=3)
DUE_NEAR = timedelta(hours=24)
LIKE = 80  # of 100
LIKE_AND_DUE = 65  # the same day named twice speaks for one word, but two words may well fall due together
BARE = frozenset(
    fold(
        "i ill we well will shall am is are be going to you your me us our the a an it this that of for by on in at with and or"
        " until till before after over back up about please promise promised sure just also then so as soon"
        " today tonight tomorrow morning noon evening day week month next end sunday monday tuesday wednesday thursday"
        " friday saturday weekend hour hours days weeks"
        " אני אנחנו אתה את אתם אתן אותו אותה לך לכם לכן אליך אליכם לי לנו אלי אלינו של שלך שלכם שלי שלנו על עם עד זה זו"
        " גם כבר רק או כדי מבטיח מבטיחה מתחייב מתחייבת היום הערב מחר מחרתיים בבוקר בצהריים בערב בסוף סוף יום שבוע השבוע"
        " הבא חודש ראשון שני שלישי רביעי חמישי שישי שבת שעה שעות ימים"
    ).split()
)  # words that say when, who and to whom, but not what
OF_THE_MATTER = (
    2  # the first word tells the deed, the others its matter: "send the plan" is not "send the bill"
)
_before_the_word = re.compile("^[והשבלכמ](?=[א-ת]{3})")


def likeness(words: str, due_at: datetime | None, read: str, read_due_at: datetime | None) -> float:
    """How surely two promises between the same two, given within GIVEN_NEAR, are one: 0 for two, at the most 101."""
    alike = _alike(words, read)
    if due_at is None or read_due_at is None:
        return alike if alike >= LIKE else 0
    together = abs(due_at - read_due_at) < DUE_NEAR
    return alike + 1 if together and alike >= LIKE_AND_DUE else 0


def said_again(words: str, told: Iterable[str]) -> bool:
    """Whether words out of an entry are a promise that was read out of it before, be it cut otherwise."""
    return any(_alike(words, before) >= LIKE for before in told)


def _alike(one: str, other: str) -> float:
    """How much of what the shorter says the longer says too, 0 to 100; words compare by their letters, roughly."""
    fewer, more = sorted((_saying(one), _saying(other)), key=len)
    if not fewer:
        return float(fuzz.ratio(fold(one), fold(other)))
    weights = [OF_THE_MATTER if place else 1 for place in range(len(fewer))]
    heard = [max(_likest(word, candidate) for candidate in more) for word in fewer]
    return sum(weight * like for weight, like in zip(weights, heard, strict=True)) / sum(weights)


def _saying(words: str) -> list[frozenset[str]]:
    """The words that say what, each with and without the small word that Hebrew may write before it."""
    told = [word for word in fold(words).split() if word not in BARE]
    return [frozenset((word, _before_the_word.sub("", word))) for word in told]


def _likest(one: frozenset[str], other: frozenset[str]) -> float:
    return max(fuzz.ratio(ours, theirs) for ours in one for theirs in other)
