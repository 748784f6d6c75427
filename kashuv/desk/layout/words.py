"""Words for templates: times as people say them, people's own text kept apart from ours.

{% when entry.at %}              <time datetime="…" title="exact">yesterday at 16:40</time>
{% when move.due_before "day" %} the day alone
{% due promise.due_at %}         <time …>by the end of Thursday</time>
{{ client.name|own }}            <bdi>…</bdi>: somebody's words keep their own direction
{{ why.text|set_apart }}   a sentence of ours, the names in it likewise
{{ entry.subject|subject }}      "Re:" set apart, so that the subject keeps its own direction
{{ client.name|face }}           the letter in the circle
{{ address.typed|phone }}        a number that no Hebrew sentence turns around
{{ 7|and_more }}                 the rest of a list that is cut
{{ 3|few }}                      the number in words where people would say it so
"""

from __future__ import annotations

import re
from datetime import date, datetime

from django import template
from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext, ngettext

from kashuv.desk.layout import times
from kashuv.desk.layout.seen import Seen, tongue
from kashuv.rooms.conversations.rules import threading

register = template.Library()

HEBREW = "\u0590-\u05ff"
TITLE = re.compile(
    r"^\s*(?:(?:ד|עו|רו)[״\"][רדח]|(?:פרופ|גב)[׳']|(?:dr|prof|mrs?|ms|adv)\b\.?)\s+(?=\w)", re.IGNORECASE
)
OTHER = {  # runs of the other script, from their first letter to their last
    "en": re.compile(rf"[{HEBREW}](?:[{HEBREW} \-]*[{HEBREW}])?"),
    "he": re.compile(r"(?<!&)\b[A-Za-z](?:[A-Za-z .@\-]*[A-Za-z])?\b(?!;)"),
}


@register.simple_tag(takes_context=True)
def when(context: template.Context, at: datetime | None, grain: str = "moment") -> SafeString | str:
    return Seen.on(context).when(at, grain)


@register.simple_tag(takes_context=True)
def due(context: template.Context, at: datetime | None) -> SafeString | str:
    return Seen.on(context).due(at)


@register.filter
def long_day(day: date) -> str:
    return times.long_day(day, tongue(), with_year=False)


@register.filter
def own(text: object) -> SafeString:
    """Somebody's own words: a name, an address."""
    return format_html("<bdi>{}</bdi>", text)


@register.filter
def set_apart(text: str) -> SafeString:
    """A sentence of the page's tongue, with what it holds of the other script kept in its own direction."""
    return mark_safe(
        OTHER[tongue()].sub(r"<bdi>\g<0></bdi>", escape(text))
    )  # escaped, and no entity is split


@register.filter
def subject(said: str) -> SafeString:
    """A subject whose "Re:" has no say in its direction: inside dir="auto" only the words themselves count."""
    marks, words = threading.apart(said)
    return mark_safe(f"<bdi>{escape(marks)}</bdi> {escape(words)}" if marks else escape(words))


@register.filter
def face(name: str) -> str:
    """The first letter or figure of a name; of a doctor, of the name that follows the title."""
    bare = TITLE.sub("", str(name))
    return next((letter.upper() for letter in bare if letter.isalnum()), "·")


@register.filter
def phone(typed: str) -> SafeString:
    return format_html('<bdi class="phone" dir="ltr">{}</bdi>', typed)


@register.filter
def few(n: int) -> str:
    """Two to ten in words, as one says them of things of no grammatical weight; other numbers in figures."""
    spelled = {
        2: gettext("two"),
        3: gettext("three"),
        4: gettext("four"),
        5: gettext("five"),
        6: gettext("six"),
        7: gettext("seven"),
        8: gettext("eight"),
        9: gettext("nine"),
        10: gettext("ten"),
    }
    return spelled.get(n, str(n))


@register.filter
def and_more(n: int) -> str:
    """How many of a list are not shown."""
    return ngettext("and one more", "and %(n)s more", n) % {"n": n}
