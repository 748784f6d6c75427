"""Views of a text, each a set of hashed numbers, for the models of acts.

English has six: words, their pieces, their kinds, clauses, signs together, findings of the tables. Every view
weighs the same, so that the few findings are not drowned by the many pieces of words. Hebrew, whose few examples
teach no more, has one of words and findings.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise
from zlib import crc32

from kashuv.language import asks, promises
from kashuv.language.acts.words import Word, words
from kashuv.language.dates.lexer import runs
from kashuv.language.en import acts as table
from kashuv.language.features import features
from kashuv.language.sentences import sentences
from kashuv.language.tables import tongues_in

_OUTWEIGHS = 3  # words of a Hebrew text that one finding outweighs
_SIGNS = {name: frozenset(said.split()) for name, said in table.SIGNS.items()}
_FIRST = {name: frozenset(said.split()) for name, said in table.FIRST.items()}
_BETWEEN = frozenset("not also just probably maybe then to have really".split())
_CLAUSE_ENDS = frozenset(",;:.!?-")


def numbers(text: str, bits: int, tongue: str = "en") -> list[list[int]]:
    """The numbers of each view, below 2**bits, each once."""
    if tongue == "he":
        found = sorted({*_findings(text)})
        return [features(text, bits, (), [f"{one} {time}" for one in found for time in range(_OUTWEIGHS)])]
    mask = (1 << bits) - 1
    return [
        sorted({crc32(name.encode(errors="surrogatepass")) & mask for name in view}) for view in views(text)
    ]


def views(text: str) -> Iterator[set[str]]:
    """The views by the names of what they hold."""
    found = words(text)
    said, kinds = [word.said for word in found], [word.kind for word in found]
    yield {*_grams("w:", said, 3), *(f"s{place}:{word}" for place, word in enumerate(said[:3]))}
    yield set(_pieces(said))
    yield set(_grams("k:", kinds, 4))
    yield set(_clauses(found))
    yield set(_together(_signs(found)))
    yield set(_findings(text))


def _grams(tag: str, sequence: Sequence[str], most: int) -> Iterator[str]:
    edged = ["^", *sequence, "$"]
    for size in range(1, most + 1):
        for start in range(len(edged) - size + 1):
            yield tag + " ".join(edged[start : start + size])


def _pieces(said: Sequence[str]) -> Iterator[str]:
    for word in said:
        edged = f"<{word}>"
        for size in (3, 4, 5):
            for start in range(len(edged) - size + 1):
                yield f"p:{edged[start : start + size]}"


def _clauses(found: Sequence[Word]) -> Iterator[str]:
    """How clauses begin, who does something, and in which mood."""
    yield from _beginnings(found)
    for place, word in enumerate(found):
        if word.said in table.SUBJECTS:
            yield from _about(found, place)
    said = [word.said for word in found]
    subject = next((word for word in said if word in table.SUBJECTS), "-")
    yield f"subject:{subject}"
    yield f"subject:{subject} {next((word for word in said if word in table.MODALS), '-')}"
    yield f"end:{said[-1] if said else ''}"
    yield f"n:{min(len(said) // 4, 6)}"
    yield "you" if {"you", "your"} & {*said} else "no you"
    yield "first person" if {"i", "we"} & {*said} else "no first person"


def _beginnings(found: Sequence[Word]) -> Iterator[str]:
    begins = True
    for place, word in enumerate(found):
        if begins and word.said not in table.OPENERS:
            kinds = [other.kind for other in found[place : place + 3]]
            yield from (f"c:{' '.join(kinds[:size])}" for size in (1, 2, 3))
            begins = False
        begins = begins or word.said in _CLAUSE_ENDS


def _about(found: Sequence[Word], place: int) -> Iterator[str]:
    """The modal that stands behind a subject with what follows, and the one that stands before it."""
    subject = found[place].said
    near = range(place + 1, min(place + 4, len(found)))
    modal = next((at for at in near if found[at].said in table.MODALS), None)
    if modal is None:
        yield f"v:{subject} {found[place + 1].kind if place + 1 < len(found) else '$'}"
    else:
        negated = "not" in [word.said for word in found[modal + 1 : modal + 3]]
        follows = next((word.kind for word in found[modal + 1 : modal + 5] if word.kind not in _BETWEEN), "$")
        yield f"m:{subject} {found[modal].said} {negated}"
        yield f"m:{subject} {found[modal].said} {negated} {follows}"
    if place and found[place - 1].said in table.MODALS:
        yield f"turned:{found[place - 1].said} {subject}"


def _signs(found: Sequence[Word]) -> set[str]:
    said = [word.said for word in found]
    known, kinds = {*said}, {word.kind for word in found}
    first = next((word for word in said if word.isalpha() and word not in table.OPENERS), "")
    signs = {name for name, words_ in _SIGNS.items() if words_ & known}
    signs |= {name for name, words_ in _FIRST.items() if first in words_}
    told = {
        "meeting": "MEETING" in kinds,
        "time": "TIME" in kinds or ":" in known,
        "past": any(word.endswith("ed") and len(word) > 4 for word in said),
        "doing": bool(table.DOING & known),
        "begins with doing": first in table.DOING,
        "begins with a modal": first in table.MODALS,
        "begins with -ing": first.endswith("ing"),
        "i will": any(a in ("i", "we") and b in _OWN_MODALS for a, b in pairwise(said)),
        "short": len(said) < 6,
        "long": len(said) > 22,
    }
    return signs | {name for name, stands in told.items() if stands}


_OWN_MODALS = frozenset(("will", "shall", "should", "can", "could", "would", "am"))


def _together(signs: set[str]) -> Iterator[str]:
    """Every sign, every two, every three of them."""
    ordered = sorted(signs)
    for size in (1, 2, 3):
        for some in combinations(ordered, size):
            yield "x:" + "+".join(some)


def _findings(text: str) -> Iterator[str]:
    """What the word tables find in the sentences of the text."""
    strongest = {"request": 0.0, "question": 0.0, "meeting": 0.0, "commitment": 0.0}
    for start, end in sentences(text):
        sentence = text[start:end]
        for kind, weight in asks.weights(sentence).items():
            strongest[kind] = max(strongest[kind], weight)
        for one in tongues_in(sentence):
            strongest["commitment"] = max(strongest["commitment"], promises.bond(sentence, one))
            yield from asks.heard(sentence, one)
            yield from promises.heard(sentence, one)
    yield from (f"{kind} found" if weight else f"no {kind}" for kind, weight in strongest.items())
    if next(runs(text), None):
        yield "time is named"
