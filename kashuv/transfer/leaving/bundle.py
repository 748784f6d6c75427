"""The bundle: a zip with a file of JSON for each noun, every mail as it came, and every file beside it."""

from __future__ import annotations

import json
import re
import zipfile
from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db.models import Model, QuerySet

from kashuv.rooms.post import parcels
from kashuv.rooms.post.models import Letter, Parcel
from kashuv.transfer.leaving.nouns import Scope

CHUNK = 200
_unsafe = re.compile(r"[^\w.\- ]+|\.{2,}")


class _Whole(DjangoJSONEncoder):
    """Moments with all their digits: what was said within one millisecond keeps its order."""

    def default(self, o: Any) -> Any:
        return o.isoformat() if isinstance(o, datetime) else super().default(o)


def write(scope: Scope, file: Path, *, at: datetime) -> dict[str, int]:
    """Writes the bundle and gives how many of each noun it holds; the file must not be there yet."""
    with zipfile.ZipFile(file, "x", zipfile.ZIP_DEFLATED) as bundle:
        counts = {name: _write_noun(bundle, name, rows.iterator(CHUNK)) for name, rows in scope.nouns()}
        counts["mails"] = _write_contents(bundle, _mails(scope))
        counts["files"] = _write_contents(bundle, _named("files", scope, scope.files()))
        counts["enclosed"] = _write_contents(bundle, _named("enclosed", scope, scope.enclosed()))
        counts["refused"] = _write_contents(bundle, _refused(scope))
        bundle.writestr("manifest.json", _json(_manifest(scope, at, counts)))
    return counts


def _manifest(scope: Scope, at: datetime, counts: dict[str, int]) -> dict[str, Any]:
    return {
        "format": 1,
        "made_at": at,
        "workspace": scope.workspace.name,
        "client": scope.client.name if scope.client else None,
        "counts": counts,
    }


def _write_noun(bundle: zipfile.ZipFile, name: str, rows: Iterator[Model]) -> int:
    count = 0
    with bundle.open(f"{name}.json", "w", force_zip64=True) as stream:
        for count, row in enumerate(rows, start=1):
            stream.write(("[\n" if count == 1 else ",\n").encode() + _json(_plain(row)))
        stream.write(b"\n]\n" if count else b"[]\n")
    return count


def _plain(row: Model) -> dict[str, Any]:
    """A row as plain values; bytes are hashes here, and read as such."""
    values = {field.attname: getattr(row, field.attname) for field in row._meta.concrete_fields}
    return {
        name: bytes(value).hex() if isinstance(value, bytes | memoryview) else value
        for name, value in values.items()
    }


def _json(value: Any) -> bytes:
    return json.dumps(value, cls=_Whole, ensure_ascii=False).encode()


def _write_contents(bundle: zipfile.ZipFile, contents: Iterable[tuple[str, bytes]]) -> int:
    count = 0
    for name, content in contents:
        bundle.writestr(name, content)
        count += 1
    return count


def _mails(scope: Scope) -> Iterator[tuple[str, bytes]]:
    letters = scope.letters().only("pk", "workspace_id", "parcel_id", "sent_at")
    for batch in _batches(letters.iterator(CHUNK)):
        opened = _opened(scope, [letter.parcel_id for letter in batch])
        yield from ((f"mails/{_day(letter)}-{letter.pk}.eml", opened[letter.parcel_id]) for letter in batch)


def _day(letter: Letter) -> str:
    return letter.sent_at.date().isoformat() if letter.sent_at else "undated"


def _named(folder: str, scope: Scope, rows: QuerySet[Any]) -> Iterator[tuple[str, bytes]]:
    """Each file in a folder that is named by its row, under its own name."""
    for batch in _batches(rows.iterator(CHUNK)):
        opened = _opened(scope, [file.parcel_id for file in batch])
        for file in batch:
            yield f"{folder}/{file.pk}/{_safe(file.name)}", opened[file.parcel_id]


def _refused(scope: Scope) -> Iterator[tuple[str, bytes]]:
    for batch in _batches(scope.refused().iterator(CHUNK)):
        opened = _opened(scope, [refusal.parcel_id for refusal in batch])
        yield from ((f"refused/{refusal.pk}", opened[refusal.parcel_id]) for refusal in batch)


def _safe(name: str) -> str:
    """A file's name that leads nowhere but into its folder."""
    return _unsafe.sub("_", name).strip(". ")[:120] or "file"


def _opened(scope: Scope, parcel_ids: Iterable[Any]) -> dict[Any, bytes]:
    held = Parcel.objects.within(scope.workspace.id).filter(pk__in=list(parcel_ids))
    return {parcel.pk: parcels.open(parcel) for parcel in held}


def _batches(rows: Iterator[Any]) -> Iterator[list[Any]]:
    while batch := [row for _, row in zip(range(CHUNK), rows, strict=False)]:
        yield batch
