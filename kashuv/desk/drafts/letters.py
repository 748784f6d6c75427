"""Words for the templates of drafts: {{ text|filled:places }} and {{ draft.to|recipients }}."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from django import template

from kashuv.desk.drafts import boxes
from kashuv.rooms.conversations.rules import filling

register = template.Library()


@register.filter
def filled(text: str, places: Mapping[str, str]) -> str:
    """A template with its places filled for this letter."""
    return filling.fill(text, places)


@register.filter
def recipients(line: Sequence[Sequence[str]]) -> str:
    """A line of recipients as one reads it."""
    return boxes.written(line)
