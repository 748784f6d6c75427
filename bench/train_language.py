"""Trains the small models of the language core from a folder of labelled examples.

    python bench/train_language.py DATA [--only NAME] [--check]

DATA holds `dev/` and `train/` with one JSON object a line. Written are the weights under
`kashuv/language/weights/`; `--check` writes nothing and tells how well each model does on `dev/`, each part
of it judged by a model that has not seen it. Needs numpy, which the product itself does not.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from zlib import crc32

import numpy as np

sys.path.insert(0, str(Path(__file__).parent.parent))

from bench.fitting import Matrix, cutoff, fit, predict
from kashuv.language.hints import seen_by
from kashuv.language.labels import FLAGS
from kashuv.language.weights import pack

KEPT = -1  # the part of what is never held back
WEIGHTS = Path(__file__).parent.parent / "kashuv/language/weights"


@dataclass(frozen=True)
class Recipe:
    """How one model is trained: from which sets, over how many features, held how tightly."""

    name: str
    sets: tuple[str, ...]
    labels: tuple[str, ...]
    bits: int = 16
    ridge: float = 1.0
    balance: float = 0.5  # 0 leaves rare labels rare, 1 counts every label alike
    yes_or_no: bool = False
    borrowed: Callable[[Path], Iterator[dict]] | None = None


def calm_and_rare(data: Path) -> Iterator[dict]:
    """For insult: the training set holds few sentences without one, so these count more, and calm talk is added."""
    for one in lines(data / "train/insult_en.jsonl"):
        if one["label"] == "none":
            yield from (one, one, one)
    for number, one in enumerate(lines(data / "train/tone_en.jsonl")):
        if number % 3 == 0 and one["label"] != "angry":
            yield {**one, "label": "none"}


def of_feeling(data: Path) -> Iterator[dict]:
    """For feelings: what is sure of a text whose sentiment is known."""
    for one in lines(data / "train/sentiment_he.jsonl"):
        good = one["label"] == "positive"
        if one["label"] != "neutral":
            yield {**one, "labels": {"happy": good, **dict.fromkeys(("anger", "disgust"), not good)}}


RECIPES = (
    Recipe(
        "tone_en",
        ("tone_en",),
        ("angry", "upset", "satisfied", "thankful", "indifferent"),
        bits=17,
        ridge=0.2,
        balance=0.65,
    ),
    Recipe("insult_en", ("insult_en",), ("insult", "none"), bits=17, borrowed=calm_and_rare),
    Recipe("politeness_en", ("politeness_en",), ("polite", "impolite"), bits=15, ridge=0.25),
    Recipe("sarcasm_en", ("sarcasm_en",), ("sarcastic", "none"), bits=11, ridge=0.03),
    Recipe(
        "sentiment_he",
        ("sentiment_he",),
        ("positive", "negative", "neutral"),
        bits=17,
        ridge=0.2,
        balance=0.1,
    ),
    Recipe("emotion_he", ("emotion_he",), FLAGS, bits=15, balance=1.0, yes_or_no=True, borrowed=of_feeling),
)


def lines(path: Path) -> Iterator[dict]:
    for line in path.read_text(encoding="utf-8").splitlines() if path.exists() else ():
        yield json.loads(line)


def examples(data: Path, recipe: Recipe) -> Iterator[tuple[dict, int]]:
    """Every example, and the part of `dev/` that it belongs to; KEPT for what no check holds back."""
    parts = 2 if any((data / "train" / f"{name}.jsonl").exists() for name in recipe.sets) else 5
    for name in recipe.sets:
        for one in lines(data / "train" / f"{name}.jsonl"):
            yield one, KEPT
        for one in lines(data / "dev" / f"{name}.jsonl"):
            yield one, crc32(one["id"].encode()) % parts
    for one in recipe.borrowed(data) if recipe.borrowed else ():
        yield one, KEPT


def matrix(found: Sequence[dict], recipe: Recipe) -> Matrix:
    rows = [seen_by(recipe.name, one["text"], recipe.bits, one.get("context", ())) for one in found]
    return Matrix.of(rows, 1 << recipe.bits)


def targets(found: Sequence[dict], recipe: Recipe) -> np.ndarray:
    """A row for every label."""
    return np.array([target(found, label, recipe) for label in recipe.labels])


def target(found: Sequence[dict], label: str, recipe: Recipe) -> np.ndarray:
    """1 and 0 for a label, NaN where nobody judged it."""
    if not recipe.yes_or_no:
        return np.array([float(one["label"] == label) for one in found])
    return np.array([_judgement(one["labels"], label) for one in found])


def _judgement(labels: dict, name: str) -> float:
    said = labels.get(name)
    return float(said) if said is not None else np.nan


def learn(seen: Matrix, truths: np.ndarray, recipe: Recipe) -> tuple[np.ndarray, np.ndarray]:
    """A row of weights and a bias for every label; a yes is said from the score where it pays."""
    rows, biases = [], []
    for truth in truths:
        row, bias = fit(seen, truth, recipe.ridge, recipe.balance)
        rows.append(row)
        biases.append(bias - (cutoff(seen, truth, recipe.ridge, recipe.balance) if recipe.yes_or_no else 0.0))
    return np.array(rows), np.array(biases)


def check(data: Path, recipe: Recipe) -> str:
    """How well it does on all of `dev/`, each part judged by a model that had not seen it."""
    found, parts = _parted(data, recipe)
    seen, truths = matrix(found, recipe), targets(found, recipe)
    scores = np.full(truths.shape, np.nan)
    for part in set(parts.tolist()) - {KEPT}:
        held = parts == part
        rows, biases = learn(seen.only(~held), truths[:, ~held], recipe)
        scores[:, held] = predict(seen.only(held), rows, biases)
    judged = parts != KEPT
    return f"{recipe.name}: {_told(truths[:, judged], scores[:, judged], recipe)}"


def _parted(data: Path, recipe: Recipe) -> tuple[list[dict], np.ndarray]:
    pairs = list(examples(data, recipe))
    return [one for one, _ in pairs], np.array([part for _, part in pairs])


def _told(truths: np.ndarray, scores: np.ndarray, recipe: Recipe) -> str:
    best = scores.argmax(axis=0)
    said = scores > 0 if recipe.yes_or_no else np.array([best == i for i in range(len(recipe.labels))])
    each = [_f1(truth, yes) for truth, yes in zip(truths, said, strict=True)]
    right = "" if recipe.yes_or_no else f", accuracy {(truths.argmax(axis=0) == best).mean():.3f}"
    told = ", ".join(f"{label} {value:.3f}" for label, value in zip(recipe.labels, each, strict=True))
    return f"macro F1 {np.mean(each):.3f}{right} ({told})"


def _f1(truth: np.ndarray, said: np.ndarray) -> float:
    judged = ~np.isnan(truth)
    truth, said = truth[judged] > 0.5, said[judged]
    hits = (truth & said).sum()
    return float(2 * hits / max(truth.sum() + said.sum(), 1))


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("data", type=Path)
    asked.add_argument("--only", action="append")
    asked.add_argument("--check", action="store_true")
    given = asked.parse_args()
    for recipe in RECIPES:
        if given.only and recipe.name not in given.only:
            continue
        if given.check:
            print(check(given.data, recipe), flush=True)
            continue
        found, _ = _parted(given.data, recipe)
        rows, biases = learn(matrix(found, recipe), targets(found, recipe), recipe)
        packed = pack(recipe.labels, recipe.bits, biases.tolist(), rows.tolist())
        (WEIGHTS / f"{recipe.name}.bin").write_bytes(packed)
        print(f"{recipe.name}: {len(packed) // 1024} kB", flush=True)


if __name__ == "__main__":
    main()
