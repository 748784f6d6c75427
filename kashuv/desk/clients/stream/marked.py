"""People's own words as safe HTML, with the words that a finding rests on marked in their place."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from django.utils.safestring import SafeString, mark_safe

Span = tuple[int, int, str]


def marked(text: str, spans: Iterable[Span]) -> SafeString:
    """The text escaped, each span inside a <mark> that names its finding; of two that overlap the first is drawn."""
    drawn, at = [], 0
    for start, end, name in sorted(spans):
        if start < at or end > len(text) or start >= end:
            continue
        drawn += [
            escape(text[at:start]),
            f'<mark class="{escape(name)}">',
            escape(text[start:end]),
            "</mark>",
        ]
        at = end
    return mark_safe("".join([*drawn, escape(text[at:])]))  # every piece was escaped above
