"""A part of a page that is the same for everybody, drawn once for each tongue.

{% unchanging %}…{% endunchanging %}     our own words, addresses and file names
{% unchanging at %}…{% endunchanging %}  likewise, once for each value of `at`

Nothing of the page is known inside but what is named: neither the member nor her data can be kept by mistake.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence

from django import template
from django.template.base import FilterExpression, NodeList, Parser, Token
from django.template.context import Context
from django.utils.safestring import SafeString
from django.utils.translation import get_language

register = template.Library()


class Unchanging(template.Node):
    """Keeps what it drew; the values are few (places, not names), so that it need never forget."""

    def __init__(self, nodelist: NodeList, named: Sequence[str], values: Sequence[FilterExpression]) -> None:
        self.nodelist, self.named, self.values = nodelist, named, values
        self.kept: dict[Hashable, SafeString] = {}

    def render(self, context: Context) -> SafeString:
        values = [value.resolve(context) for value in self.values]
        key = (get_language(), *values)
        if key not in self.kept:
            known = context.new(dict(zip(self.named, values, strict=True)))
            self.kept[key] = self.nodelist.render(known)
        return self.kept[key]


@register.tag
def unchanging(parser: Parser, token: Token) -> Unchanging:
    named = token.split_contents()[1:]
    nodelist = parser.parse(("endunchanging",))
    parser.delete_first_token()
    return Unchanging(nodelist, named, [parser.compile_filter(name) for name in named])
