"""One judgement on silence: the list, its filter, the client's page and Today say the same of the same client."""

from __future__ import annotations

import pytest

from kashuv.desk.clients.listing.asked import Asked
from kashuv.desk.clients.listing.page import client_list
from kashuv.desk.clients.page.page import client_page
from kashuv.rooms.care import pulse
from kashuv.rooms.today.plan import plan_for
from tests.cast import NOW
from tests.rooms.saying import back_and_forth, said

MONTHLY = [30 * n for n in range(12)]


@pytest.mark.parametrize(
    ("silent_for", "wrote_ago", "cadence", "is_silent"),
    [
        (40, None, None, False),
        (70, None, None, True),
        (70, 25, None, True),  # our letter of three weeks ago is no word of his
        (70, 3, None, False),  # he may still answer it
        (400, None, None, False),  # a tie that is over is no silence
        (400, None, 60, True),
        (10, None, 60, False),
    ],
)
def test_all_say_the_same(noa, gal, silent_for, wrote_ago, cadence, is_silent):
    gal.cadence_days = cadence
    gal.save(update_fields=["cadence_days"])
    back_and_forth(gal, [silent_for + days for days in MONTHLY])
    if wrote_ago:
        said(gal, wrote_ago, "out")
    pulse.feel(gal.workspace_id, [gal.id], NOW)
    listed = client_list(noa, Asked.of({}), NOW).rows[0].how
    filtered = client_list(noa, Asked.of({"state": "silent"}), NOW).rows
    page = client_page(noa, gal.id, NOW).how
    planned = plan_for(noa, NOW).items
    assert listed.said.startswith("שקט מאז") == (silent_for == 400 and not cadence)  # why no plan names him
    assert [listed == page, listed.colour == "calm", bool(filtered), bool(planned)] == [
        True, is_silent, is_silent, is_silent,
    ]  # fmt: skip
