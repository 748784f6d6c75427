"""Small linear models, each a compact file: hashed features to a weight of one byte for every label."""

from __future__ import annotations

import json
import struct
import zlib
from array import array
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import NamedTuple

_HEAD = struct.Struct("<4sI")
_MAGIC = b"KSH1"


class Model(NamedTuple):
    """Weights for every label over 2**bits features, and what each label needs to be chosen."""

    labels: tuple[str, ...]
    bits: int
    scales: tuple[float, ...]
    biases: tuple[float, ...]
    rows: tuple[array[int], ...]

    def scores(self, numbers: Sequence[int]) -> list[float]:
        """How much the features speak for every label."""
        share = len(numbers) ** -0.5 if numbers else 0.0
        return [
            bias + scale * share * sum([row[number] for number in numbers])
            for row, scale, bias in zip(self.rows, self.scales, self.biases, strict=True)
        ]


@cache
def model(name: str) -> Model:
    """A model by its name, read on first use."""
    return unpack(files(__package__).joinpath(f"{name}.bin").read_bytes())


def unpack(raw: bytes) -> Model:
    """The model that a file holds."""
    magic, size = _HEAD.unpack_from(raw)
    if magic != _MAGIC:
        raise ValueError("this is not a file of weights")
    head = json.loads(raw[_HEAD.size : _HEAD.size + size])
    body = array("b", zlib.decompress(raw[_HEAD.size + size :]))
    width = 1 << head["bits"]
    rows = tuple(body[start : start + width] for start in range(0, len(body), width))
    return Model(tuple(head["labels"]), head["bits"], tuple(head["scales"]), tuple(head["biases"]), rows)


def pack(labels: Sequence[str], bits: int, biases: Sequence[float], rows: Sequence[Sequence[float]]) -> bytes:
    """The file of a model: every row of weights rounded to a byte, with its own scale."""
    scales = [max((abs(weight) for weight in row), default=0.0) / 127 or 1.0 for row in rows]
    body = array("b")
    for row, scale in zip(rows, scales, strict=True):
        body.extend(round(weight / scale) for weight in row)
    head = json.dumps(
        {"labels": list(labels), "bits": bits, "scales": scales, "biases": list(biases)}
    ).encode()
    return _HEAD.pack(_MAGIC, len(head)) + head + zlib.compress(body.tobytes(), 9)
