"""The addresses of mailboxes."""

from __future__ import annotations

from django.urls import path

from kashuv.desk.mailboxes import changing, connecting, deeds, listing, page, signing_in

urlpatterns = [
    path("", listing.mailboxes, name="mailboxes"),
    path("new/", connecting.new, name="mailbox-new"),
    path("new/guess/", connecting.guessing, name="mailbox-guess"),
    path("new/trial/", connecting.trial, name="mailbox-new-trial"),
    path("new/onward/", signing_in.onward, name="mailbox-onward"),
    path("return/", signing_in.returned, name="mailbox-return"),
    path("<uuid:key>/", page.mailbox, name="mailbox"),
    path("<uuid:key>/about/", changing.about, name="mailbox-about"),
    path("<uuid:key>/servers/", changing.servers, name="mailbox-servers"),
    path("<uuid:key>/trial/", deeds.trial, name="mailbox-trial"),
    path("<uuid:key>/fetching/", deeds.fetching, name="mailbox-fetching"),
    path("<uuid:key>/end/", deeds.end, name="mailbox-end"),
    path("<uuid:key>/folders/<uuid:folder>/", deeds.folder, name="mailbox-folder"),
    path("<uuid:key>/refused/<uuid:copy>/", deeds.refused, name="mailbox-refused"),
]
