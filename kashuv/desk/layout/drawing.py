"""Parts of a page that repeat many times are drawn by Jinja2, which makes Python of a template (docs/decisions/0013).

{% drawn "clients/stream/strands.jinja" page=page %}

Such a part knows what is handed to it by name, how times are told, and the hidden field that its forms need:

{{ _("Answer") }}            our own words, gathered for translation as everywhere
{{ when(line.at) }}          as {% when %}; due(…) as {% due %}
{{ address("client", key) }} as {% url "client" key %}, for addresses whose every part is a key
{{ name|own }}               every filter of layout/words
{{ csrf }}                   as {% csrf_token %}
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from django import template
from django.template.defaultfilters import filesizeformat, truncatechars, urlencode
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from kashuv.desk.layout import words
from kashuv.desk.layout.addresses import address
from kashuv.desk.layout.seen import Seen

register = template.Library()

DESK = Path(__file__).resolve().parent.parent
FIELD = '<input type="hidden" name="csrfmiddlewaretoken" value="{}">'


@register.simple_tag(takes_context=True)
def drawn(context: template.Context, part: str, /, **known: Any) -> SafeString:
    """The part, drawn with what it is told; it stops at a name that it does not know."""
    seen = Seen.on(context)
    csrf = format_html(FIELD, context.get("csrf_token", ""))
    return mark_safe(house().get_template(part).render(known, when=seen.when, due=seen.due, csrf=csrf))


@cache
def house() -> Environment:
    """Everything is escaped; a file is not looked at again once it was compiled."""
    made = Environment(
        loader=FileSystemLoader(DESK), autoescape=True, undefined=StrictUndefined, auto_reload=False
    )
    made.globals.update(_=gettext, address=address)
    made.filters.update(words.register.filters)
    made.filters.update(filesizeformat=filesizeformat, truncatechars=truncatechars, urlencode=urlencode)
    return made
