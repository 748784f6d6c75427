"""A story: a made-up firm up to a moment, told through the product's own flows, so that questions can be asked of it."""

from kashuv.flows.story.answers import answer
from kashuv.flows.story.book import Book, Nonsense, read_book
from kashuv.flows.story.telling import Told, tell

__all__ = ["Book", "Nonsense", "Told", "answer", "read_book", "tell"]
