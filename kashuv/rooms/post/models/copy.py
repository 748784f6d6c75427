"""A copy: a letter as it lies in one folder on the server, with the server's number for it and its flags."""

from __future__ import annotations

from django.db import models

from kashuv.foundation.belonging import Belonging, TiedKey
from kashuv.rooms.post.models.folder import Folder
from kashuv.rooms.post.models.letter import Letter
from kashuv.rooms.post.models.parcel import Parcel


class Copy(Belonging):
    """`uid` counts only together with the folder's `validity`; who a letter is, is said by its content.

    A mail that could not be opened has no letter: its raw bytes (`parcel`, where they could be fetched at all) and the
    `refused` reason stand here, and are shown. Of what is not yet taken in, neither stands.
    """

    folder = TiedKey(Folder)
    uid = models.PositiveBigIntegerField()
    letter = TiedKey(Letter, null=True)
    parcel = TiedKey(Parcel, null=True)
    refused = models.CharField(max_length=500, blank=True, default="")
    flags = models.JSONField(default=list)
    size = models.PositiveBigIntegerField(default=0)
    seen_at = models.DateTimeField()

    class Meta:
        app_label = "kashuv"
        constraints = [
            models.UniqueConstraint(fields=["workspace_id", "folder", "uid"], name="copy_by_uid"),
        ]
        indexes = [models.Index(fields=["workspace_id", "letter"], name="copy_of_letter")]
