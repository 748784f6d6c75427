"""What is the same for everybody is drawn once for each tongue, and knows nothing of the page."""

from __future__ import annotations

import uuid

from django.template import Context, Template
from django.urls import reverse
from django.utils.translation import override

from kashuv.desk.layout.addresses import address


def test_each_tongue_has_its_own():
    words = Template('{% unchanging %}{% translate "Today" %}{% endunchanging %}')
    with override("he"):
        hebrew = words.render(Context())
    with override("en"):
        assert words.render(Context()) == "Today" != hebrew
    with override("he"):
        assert words.render(Context()) == hebrew


def test_nothing_of_the_page_is_kept():
    assert (
        Template("{% unchanging %}{{ member }}{% endunchanging %}").render(Context({"member": "Noa"})) == ""
    )


def test_what_is_named_is_known_and_told_apart():
    lit = Template("{% unchanging at %}at {{ at }}{% endunchanging %}")
    assert [lit.render(Context({"at": place})) for place in ("a", "b", "a")] == ["at a", "at b", "at a"]


def test_an_address_is_the_one_that_the_router_says():
    client, entry = uuid.uuid4(), uuid.uuid4()
    for _ in range(2):
        assert address("reading", client, entry) == reverse("reading", args=[client, entry])
    assert address("client", client) == reverse("client", args=[client])
