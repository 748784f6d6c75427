"""Handing files over: each is laid into a folder that waits for its shipment; what was handed over is known by the session."""

from __future__ import annotations

import re
import shutil
import uuid
from collections.abc import Iterable
from pathlib import Path

from django.core.files.uploadedfile import TemporaryUploadedFile, UploadedFile
from django.http import Http404, HttpRequest

from kashuv.foundation.keys import uuid7
from kashuv.transfer.arriving import shipping

MOST_FILES = 100
MOST_BYTES = 4 * 1024**3
HANDED = "handed_over"  # in the session: the keys of what this member has handed over
KEPT = 10
_unfit = re.compile(r"[\x00-\x1f/\\]+")


class TooBig(ValueError):
    """More than is taken at once, or than the disk has room for."""


def hand_over(request: HttpRequest, files: Iterable[UploadedFile]) -> uuid.UUID:
    """Lays the files into a new folder and gives its key."""
    given = list(files)
    key = uuid7()
    folder = folder_of(key)
    folder.mkdir(parents=True)
    _refuse_too_big(folder, sum(file.size or 0 for file in given))
    for number, file in enumerate(given):
        _lay(file, folder / _named(file.name or "file", number))
    request.session[HANDED] = [*request.session.get(HANDED, []), str(key)][-KEPT:]
    return key


def handed_over(request: HttpRequest, key: uuid.UUID) -> list[Path]:
    """The files of a key, in the order in which they were chosen; Http404 if this member handed none over under it."""
    folder = folder_of(key)
    if str(key) not in request.session.get(HANDED, []) or not folder.is_dir():
        raise Http404
    return sorted(path for place in sorted(folder.iterdir()) for path in place.iterdir())


def take_away(request: HttpRequest, key: uuid.UUID) -> None:
    """Throws away what was handed over."""
    shutil.rmtree(folder_of(key).parent, ignore_errors=True)
    request.session[HANDED] = [one for one in request.session.get(HANDED, []) if one != str(key)]


def folder_of(key: uuid.UUID) -> Path:
    """The folder of the files themselves, beside which the shipment unpacks its boxes."""
    return shipping.folder_of(key) / "given"


def _refuse_too_big(folder: Path, size: int) -> None:
    if size > MOST_BYTES or size * 2 > shutil.disk_usage(folder).free:
        shutil.rmtree(folder.parent, ignore_errors=True)
        raise TooBig


def _lay(file: UploadedFile, place: Path) -> None:
    """A big file is on the disk already and only moves; a small one is written."""
    place.parent.mkdir()
    if isinstance(file, TemporaryUploadedFile):
        shutil.move(file.temporary_file_path(), place)
        return
    with place.open("wb") as opened:
        for chunk in file.chunks():
            opened.write(chunk)


def _named(name: str, number: int) -> Path:
    """Its own name, in a folder of its own, so that two files may have the same."""
    return Path(f"{number:03}") / (_unfit.sub("_", name).strip(". ")[-120:] or "file")
