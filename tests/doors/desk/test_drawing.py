"""Parts drawn by Jinja2 keep what Django's templates promise: strange words are escaped, times are told from the page."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.template import Context, Template
from django.utils import translation
from jinja2 import DictLoader, UndefinedError

from kashuv.desk.layout import drawing


@pytest.fixture
def part(monkeypatch):
    """Writes a part, and draws it inside a page."""

    def draw(source: str, **known: object) -> str:
        monkeypatch.setattr(drawing.house(), "loader", DictLoader({"part.jinja": source}))
        drawing.house().cache.clear()
        handed = " ".join(f"{name}={name}" for name in known if name not in ("now", "csrf_token"))
        return Template(f'{{% drawn "part.jinja" {handed} %}}').render(Context(known))

    yield draw
    drawing.house().cache.clear()


def test_what_somebody_wrote_is_escaped(part) -> None:
    assert part("{{ name }}", name="<b>Gal</b>") == "&lt;b&gt;Gal&lt;/b&gt;"
    assert part("{{ name|own }}", name="<Gal>") == "<bdi>&lt;Gal&gt;</bdi>"


def test_times_are_told_from_the_moment_of_the_page(part, now) -> None:
    with translation.override("en"):
        assert ">5 minutes ago<" in part("{{ when(at) }}", at=now - timedelta(minutes=5), now=now)


def test_words_are_said_in_the_tongue_of_the_page(part) -> None:
    with translation.override("he"):
        assert part('{{ _("Answer") }}') != "Answer"


def test_a_form_holds_the_token_of_the_page(part) -> None:
    assert 'value="of-this-page"' in part("{{ csrf }}", csrf_token="of-this-page")


def test_a_part_stops_at_a_name_that_it_was_not_handed(part) -> None:
    with pytest.raises(UndefinedError):
        part("{{ page.client }}")
