"""Puts a stranger's HTML behind glass: words and tables stay, whatever loads, runs, links or dresses does not.

Two walls, each enough by itself: the markup is cleaned here, and the answer that carries it says by its own
content policy that nothing may load, in a frame that may do nothing.
"""

from __future__ import annotations

import nh3
from django.http import HttpResponse

POLICY = "default-src 'none'; style-src 'none'; sandbox; frame-ancestors 'self'"
TAGS = {
    "abbr", "b", "blockquote", "br", "caption", "center", "code", "dd", "div", "dl", "dt", "em", "h1", "h2", "h3", "h4",
    "h5", "h6", "hr", "i", "li", "ol", "p", "pre", "s", "small", "span", "strong", "sub", "sup", "table", "tbody", "td",
    "tfoot", "th", "thead", "tr", "u", "ul",
}  # fmt: skip
PLACES = {"*": {"dir"}, "td": {"colspan", "rowspan", "align"}, "th": {"colspan", "rowspan", "align"}}
GONE = {
    "script",
    "style",
    "title",
    "template",
    "noscript",
    "svg",
    "math",
    "object",
    "textarea",
    "select",
    "iframe",
}
_PAGE = '<!doctype html><html dir="auto"><head><meta charset="utf-8"><title>%s</title></head><body>%s</body></html>'
LONGEST = 2_000_000


def clean(html: str) -> str:
    """The letter's words with their order and emphasis, and nothing else."""
    return nh3.clean(
        html[:LONGEST],
        tags=TAGS,
        attributes=PLACES,
        clean_content_tags=GONE,
        url_schemes=set(),
        strip_comments=True,
    )


def behind_glass(html: str, title: str) -> HttpResponse:
    """The cleaned letter as a page of its own, to be shown in a sandboxed frame."""
    response = HttpResponse(_PAGE % (nh3.escape(title), clean(html)))
    response.headers["Content-Security-Policy"] = POLICY
    response.headers["X-DNS-Prefetch-Control"] = "off"
    return guarded(response)


def guarded(response: HttpResponse) -> HttpResponse:
    """What a stranger sent is not guessed at, not kept by the browser, and tells nobody where it was read."""
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Referrer-Policy"] = "no-referrer"
    response.headers["Cache-Control"] = "private, no-store"
    response.headers["Cross-Origin-Resource-Policy"] = "same-origin"
    return response
