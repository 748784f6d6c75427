"""HTML letters made plain text: what a reader sees, quoted mail marked with ">", never an exception."""

from __future__ import annotations

import re
from html.parser import HTMLParser

_LIMIT = 1_000_000  # characters: more markup than this is no letter
_DEEPEST_QUOTE = 20

_UNSEEN = frozenset(
    "head style script title template noscript svg math object iframe select textarea".split()
)
_BLOCKS = frozenset(
    "address article aside blockquote center dd div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 header "
    "hr li main nav ol p pre section table tbody tfoot thead tr ul".split()
)
_SPACED = frozenset("p h1 h2 h3 h4 h5 h6 ul ol table blockquote pre".split())
_VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
_HIDDEN = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all|font-size\s*:\s*0(?:px|pt)?\s*(?:;|$)",
    re.I,
)
_BLANKS = re.compile(r"[ \t\r\n\f]+")
_SIGNATURE = re.compile(
    r"gmail_signature(?!_prefix)|moz-signature|ms-outlook-mobile-signature|(?:^|\s)Signature(?:\s|$)"
)
_PICTURE = re.compile(r"data:[\w/+.-]{1,60};base64,[A-Za-z0-9+/=\s]+")
_HARMFUL = re.compile(r"<!(?!--)[^>]{0,2000}>?|<\?[^>]{0,2000}>?")


def to_text(html: str) -> str:
    """The words of an HTML letter, line by line as they are seen."""
    page = _Page()
    page.feed(_without_comments(_within_limit(html)))
    page.close()
    return page.text()


def _within_limit(html: str) -> str:
    """Pictures written into the page itself would use the limit up."""
    return html if len(html) <= _LIMIT else _PICTURE.sub("", html)[:_LIMIT]


def _without_comments(html: str) -> str:
    """Comments, declarations and tags that never end taken out: the standard parser is slow on them."""
    pieces, at = [], 0
    while (start := html.find("<!--", at)) >= 0:
        end = html.find("-->", start + 4)
        pieces.append(html[at:start])
        if end < 0:
            at = len(html)
            break
        at = end + 3
    pieces.append(html[at:])
    whole = _HARMFUL.sub("", "".join(pieces))
    last = whole.rfind(">") + 1
    return whole[:last] + whole[last:].replace("<", " ")


class _Page(HTMLParser):
    """Collects the seen lines; a line knows how deep in quotations it stands."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._lines: list[str] = []
        self._line: list[str] = []
        self._quotes: list[bool] = []  # of every open blockquote: is it somebody else's words?
        self._depth = 0  # how many of them are
        self._hidden: list[str] = []  # open elements since the first unseen one
        self._verbatim = 0

    def text(self) -> str:
        """What was collected."""
        self._break()
        return "\n".join(self._lines).strip("\n")

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self._hidden:
            if tag not in _VOID and tag == self._hidden[0]:
                self._hidden.append(tag)
            return
        given = {name: value or "" for name, value in attrs}
        if tag in _UNSEEN or (tag not in _VOID and _HIDDEN.search(given.get("style", ""))):
            self._hidden.append(tag)
        elif tag == "br":
            self._break(always=True)
        elif tag == "img":
            self._line.append(_as_emoji(given.get("alt", "")))
        elif tag in ("td", "th"):
            self._line.append(" ")
        elif tag in _BLOCKS:
            self._open(tag, given)
        if _SIGNATURE.search(f"{given.get('class', '')} {given.get('id', '')}") and not self._hidden:
            self._begin_signature()

    def handle_endtag(self, tag: str) -> None:
        if self._hidden:
            if tag == self._hidden[-1]:
                self._hidden.pop()
        elif tag in _BLOCKS:
            self._close(tag)

    def handle_data(self, data: str) -> None:
        if self._hidden:
            return
        if self._verbatim:
            first, *others = data.split("\n")
            self._line.append(first)
            for line in others:
                self._break(always=True)
                self._line.append(line)
        else:
            self._line.append(_BLANKS.sub(" ", data))

    def _open(self, tag: str, given: dict[str, str]) -> None:
        self._break(spaced=tag in _SPACED)
        if tag == "blockquote":
            self._quotes.append(_is_quotation(given))
            self._depth += self._quotes[-1]
        elif tag == "pre":
            self._verbatim += 1
        elif tag == "li":
            self._line.append("- ")
        elif tag == "hr":
            self._line.append("_" * 32)
            self._break()

    def _close(self, tag: str) -> None:
        self._break()
        if tag == "blockquote" and self._quotes:
            self._depth -= self._quotes.pop()
        elif tag == "pre" and self._verbatim:
            self._verbatim -= 1
        if tag in _SPACED:
            self._break(spaced=True)

    def _break(self, *, always: bool = False, spaced: bool = False) -> None:
        line = "".join(self._line)
        line = line.rstrip() if self._verbatim else " ".join(line.split(" ")).strip(" ")
        self._line.clear()
        mark = "> " * min(self._depth, _DEEPEST_QUOTE)
        if line or always:
            self._lines.append(f"{mark}{line}".rstrip() if line.strip() else mark.rstrip())
        if spaced and self._lines and self._lines[-1].strip("> "):
            self._lines.append(mark.rstrip())

    def _begin_signature(self) -> None:
        self._break()
        if not any(line.strip() in ("--", "-- ") for line in self._lines[-2:]):
            self._lines.append("-- ")


def _is_quotation(given: dict[str, str]) -> bool:
    """Whether a blockquote quotes; web mailers also use it to indent the writer's own words."""
    style = given.get("style", "").replace(" ", "").lower()
    if "cite" in given or given.get("type") == "cite" or "quote" in given.get("class", ""):
        return True
    return not ("border:none" in style and "margin" in style)


def _as_emoji(alt: str) -> str:
    return alt if 0 < len(alt) <= 8 and not any(c.isascii() or c.isalnum() for c in alt) else ""
