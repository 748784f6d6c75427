"""The archive: a tar of the parts of an installation, with a manifest that knows the digest of each."""

from __future__ import annotations

import hashlib
import io
import json
import os
import tarfile
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from kashuv.cli.house import Refusal

FORMAT = 1
MANIFEST = "manifest.json"


@dataclass(frozen=True, slots=True)
class Manifest:
    """What an archive holds; `engine` is sqlite (a database file) or rows (lines of JSON), `digests` are SHA-256."""

    format: int
    version: str
    made_at: str
    engine: str
    migrations: list[str]
    counts: dict[str, int]
    digests: dict[str, str]


def write(file: Path, parts: Mapping[str, Path], **facts: object) -> Manifest:
    """Writes the parts under their names; the file appears only when it is whole, and is its owner's alone to read."""
    manifest = Manifest(format=FORMAT, digests={name: digest(path) for name, path in parts.items()}, **facts)  # type: ignore[arg-type]
    unfinished = file.with_name(file.name + ".part")
    try:
        with open(os.open(unfinished, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600), "wb") as raw:
            with tarfile.open(fileobj=raw, mode="w") as tar:
                _add_text(tar, MANIFEST, json.dumps(asdict(manifest), indent=1))
                for name, path in parts.items():
                    tar.add(path, arcname=name)
            raw.flush()
            os.fsync(raw.fileno())
        os.replace(unfinished, file)
    finally:
        unfinished.unlink(missing_ok=True)  # on a full disk half a backup would only take room
    return manifest


def _add_text(tar: tarfile.TarFile, name: str, text: str) -> None:
    content = text.encode()
    member = tarfile.TarInfo(name)
    member.size, member.mode = len(content), 0o600
    tar.addfile(member, io.BytesIO(content))


def unpack(file: Path, folder: Path) -> Manifest:
    """Unpacks into the folder and proves every part; raises Refusal if it is not whole or not ours."""
    try:
        with tarfile.open(file) as tar:
            manifest = _manifest(tar, file)
            for name in manifest.digests:
                _take(tar, name, folder)
    except (tarfile.TarError, KeyError, EOFError, OSError) as broken:
        why = (
            str(broken).partition("\n")[0].rstrip(":")
        )  # tarfile tells a line for each way in which it is none
        raise Refusal(f"{file} is no whole backup of Kashuv ({why})") from None
    for name, expected in manifest.digests.items():
        if digest(folder / name) != expected:
            raise Refusal(f"{name} in {file} is damaged: its digest is not the one that was written")
    return manifest


def _manifest(tar: tarfile.TarFile, file: Path) -> Manifest:
    held = tar.extractfile(MANIFEST)
    try:
        manifest = Manifest(**json.load(held))  # type: ignore[arg-type]
    except (ValueError, TypeError):
        raise Refusal(f"the manifest of {file} can't be read; it is no backup of this Kashuv") from None
    if manifest.format != FORMAT:
        raise Refusal(f"{file} was made by another release of Kashuv; restore it with that one")
    return manifest


def _take(tar: tarfile.TarFile, name: str, folder: Path) -> None:
    """Writes one part by its plain name; a path in an archive is never followed."""
    source = tar.extractfile(name)
    if source is None or Path(name).name != name:
        raise KeyError(name)
    with open(os.open(folder / name, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600), "wb") as target:
        while piece := source.read(1 << 20):
            target.write(piece)


def digest(file: Path) -> str:
    with file.open("rb") as source:
        return hashlib.file_digest(source, "sha256").hexdigest()
