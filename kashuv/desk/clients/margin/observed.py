"""Observed manners as sentences, each with the numbers that it rests on."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext, ngettext

from kashuv.desk.clients.margin.habits import Habits
from kashuv.desk.clients.words import CHANNELS

DAY = 24


def told_habits(seen: Habits) -> tuple[str, ...]:
    """The sentences; none where the timeline shows too little."""
    return tuple(_told(seen))


def _told(seen: Habits) -> Iterator[str]:
    for one in seen.channels:
        yield gettext("They answered %(answered)d of our %(asked)d (%(channel)s) within three days") % {
            "answered": one.answered,
            "asked": one.asked,
            "channel": CHANNELS[one.kind],
        }
    if seen.hours:
        yield gettext("Writes between %(start)d:00 and %(end)d:00 (%(within)d of %(of)d messages)") % {
            "start": seen.hours.start,
            "end": seen.hours.end,
            "within": seen.hours.within,
            "of": seen.hours.of,
        }
    if seen.answer_hours is not None:
        yield _speed(seen.answer_hours, seen.answers)


def _speed(hours: float, answers: int) -> str:
    if hours < 1:
        return gettext("Usually answers within the hour (%(n)d answers)") % {"n": answers}
    if hours < DAY:
        whole = round(hours)
        words = ngettext(
            "Usually answers after %(hours)d hour (%(n)d answers)",
            "Usually answers after %(hours)d hours (%(n)d answers)",
            whole,
        )
        return words % {"hours": whole, "n": answers}
    days = round(hours / DAY)
    words = ngettext(
        "Usually answers after %(days)d day (%(n)d answers)",
        "Usually answers after %(days)d days (%(n)d answers)",
        days,
    )
    return words % {"days": days, "n": answers}
