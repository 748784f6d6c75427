"""Trains the small models of the language core from a folder of labelled examples.

    python bench/train_language.py DATA [--only NAME] [--check]

DATA holds `dev/` and `train/` with one JSON object a line. Written are the weights under
`kashuv/language/weights/`; `--check` writes nothing and tells how well each model does on a half of `dev/`
that it has not seen. Needs numpy, which the product itself does not.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from zlib import crc32

import numpy as np

sys.path.insert(0, str(Path(__file__).parent.parent))

from bench.fitting import Matrix, fit, predict  # noqa: E402
from kashuv.language.features import features  # noqa: E402
from kashuv.language.labels import ACTS, FLAGS, hints  # noqa: E402
from kashuv.language.weights import pack  # noqa: E402

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


RECIPES = (
    Recipe("tone_en", ("tone_en",), ("angry", "upset", "satisfied", "thankful", "indifferent"), bits=17),
    Recipe("insult_en", ("insult_en",), ("insult", "none"), bits=17),
    Recipe("politeness_en", ("politeness_en",), ("polite", "impolite"), bits=15),
    Recipe("sarcasm_en", ("sarcasm_en",), ("sarcastic", "none"), bits=15),
    Recipe("sentiment_he", ("sentiment_he",), ("positive", "negative", "neutral"), bits=16),
    Recipe("emotion_he", ("emotion_he",), FLAGS, bits=15, yes_or_no=True),
    *(
        Recipe(f"{act}_{tongue}", sets, (act,), bits=14, yes_or_no=True)
        for tongue, sets in (
            ("en", ("requests_en", "commitments_en", "questions_en", "meeting_intent_en")),
            ("he", ("speech_acts_he",)),
        )
        for act in ACTS
        if (act, tongue) != ("meeting_intent", "he")
    ),
)


def examples(data: Path, recipe: Recipe) -> Iterator[tuple[dict, bool]]:
    """Every example, and whether it belongs to the half that a check holds back."""
    for name in recipe.sets:
        for folder in ("train", "dev"):
            path = data / folder / f"{name}.jsonl"
            for line in path.read_text(encoding="utf-8").splitlines() if path.exists() else ():
                example = json.loads(line)
                yield example, folder == "dev" and crc32(example["id"].encode()) % 2 == 1


def matrix(found: Sequence[dict], recipe: Recipe) -> Matrix:
    rows = [
        features(one["text"], recipe.bits, one.get("context", ()), tuple(hints(recipe.name, one["text"])))
        for one in found
    ]
    return Matrix.of(rows, 1 << recipe.bits)


def target(found: Sequence[dict], label: str, recipe: Recipe) -> np.ndarray:
    """1 and 0 for a label, NaN where nobody judged it."""
    if recipe.yes_or_no:
        return np.array(
            [float(one["labels"][label]) if one["labels"].get(label) is not None else np.nan for one in found]
        )
    return np.array([float(one["label"] == label) for one in found])


def learn(found: Sequence[dict], recipe: Recipe) -> tuple[np.ndarray, np.ndarray]:
    """A row of weights and a bias for every label."""
    seen = matrix(found, recipe)
    fitted = [
        fit(seen, target(found, label, recipe), recipe.ridge, recipe.balance) for label in recipe.labels
    ]
    return np.array([row for row, _ in fitted]), np.array([bias for _, bias in fitted])


def check(data: Path, recipe: Recipe) -> str:
    pairs = list(examples(data, recipe))
    rows, biases = learn([one for one, held in pairs if not held], recipe)
    kept = [one for one, held in pairs if held]
    scores = predict(matrix(kept, recipe), rows, biases)
    if recipe.yes_or_no:
        told = [
            f"{label} {_f1(target(kept, label, recipe), scores[i] > 0):.3f}"
            for i, label in enumerate(recipe.labels)
        ]
        return f"{recipe.name}: F1 " + ", ".join(told)
    best = scores.argmax(axis=0)
    truth = np.array([recipe.labels.index(one["label"]) for one in kept])
    told_f1 = [
        _f1((truth == i).astype(float), best == i) for i in range(len(recipe.labels)) if (truth == i).any()
    ]
    return f"{recipe.name}: accuracy {(best == truth).mean():.3f}, macro F1 {np.mean(told_f1):.3f}"


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
        rows, biases = learn([one for one, _ in examples(given.data, recipe)], recipe)
        packed = pack(recipe.labels, recipe.bits, biases.tolist(), rows.tolist())
        (WEIGHTS / f"{recipe.name}.bin").write_bytes(packed)
        print(f"{recipe.name}: {len(packed) // 1024} kB", flush=True)


if __name__ == "__main__":
    main()
