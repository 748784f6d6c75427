"""Trains the models that hear heat in our own drafts, from the drafts in `tests/language/drafts` and from public mail.

    python bench/train_heat.py DATA [--check] [--only he]

DATA is the folder of labelled examples of `train_language`; of it only calm business mail is used. `--check` writes
nothing. Both tell what is caught by models that had not seen it: each tenth of the drafts is judged by one that learned
from the other nine. Needs numpy, scipy and scikit-learn.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from zlib import crc32

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

sys.path.insert(0, str(Path(__file__).parent.parent))

from bench.fitting import Matrix
from bench.train_language import WEIGHTS, lines
from kashuv.language.hunches import BITS, KIND_BITS, WARM, seen_in
from kashuv.language.weights import pack
from tests.language import drafts

MAIL = {
    "he": ("speech_acts_he",),
    "en": ("requests_en", "commitments_en", "questions_en", "meeting_intent_en"),
}
# Of a sentence of public mail beside a draft of our own; the Hebrew ones are speeches.
WORTH = {"he": 0.05, "en": 0.3}
KINDS = ("anger", "insult", "sarcasm", "blame", "coldness")
FOLDS = 10
TAMED = 0.9995  # the share of the weights that are kept as they are
FREEDOM = 20.0  # how freely weights grow
# The shares of calm drafts, most of them hard ones, that may pass for hot, and for warm.
HOT, WARMED = {"he": 0.065, "en": 0.12}, 0.25
HOT_MAIL = {"he": 0.2, "en": 0.03}  # of public mail, for hot


@dataclass(frozen=True)
class Examples:
    """What is learned from. `kind` is "" where nobody told it; `written` are those that came last."""

    texts: list[str]
    hot: np.ndarray
    kinds: list[str]
    worth: np.ndarray
    hot_calm: float
    hot_mail: float
    written: np.ndarray
    mail: np.ndarray
    fold: np.ndarray

    @classmethod
    def of(cls, tongue: str, data: Path) -> Examples:
        written = drafts.of_kinds(f"written_{tongue}")
        hot = [*drafts.heated(tongue), *drafts.lines(f"later_{tongue}")]
        calm = [*drafts.ordinary(tongue), *drafts.lines(f"calm_{tongue}")]
        mail = [one["text"] for name in MAIL[tongue] for one in lines(data / "dev" / f"{name}.jsonl")]
        parts = (
            [(one.text, one.kind != "none", one.kind, 1.0, "written") for one in written]
            + [(text, True, "", 1.0, "drafts") for text in hot]
            + [(text, False, "none", 1.0, "drafts") for text in calm]
            + [(text, False, "none", WORTH[tongue], "mail") for text in mail]
        )
        texts, hots, kinds, worth, origin = (list(column) for column in zip(*parts, strict=True))
        fold = np.array([crc32(text.encode()) % FOLDS for text in texts])
        told = np.array(origin)
        return cls(
            texts,
            np.array(hots, float),
            kinds,
            np.array(worth),
            HOT[tongue],
            HOT_MAIL[tongue],
            told == "written",
            told == "mail",
            fold,
        )


def learn(seen: Matrix, truth: np.ndarray, worth: np.ndarray) -> tuple[np.ndarray, float]:
    """Weights and bias that tell ones from zeros."""
    rows = csr_matrix((seen.value, (seen.owner, seen.numbers)), (seen.height, seen.width))
    model = LogisticRegression(
        C=FREEDOM, solver="liblinear", dual=True, max_iter=500, tol=1e-3, random_state=0
    )
    model.fit(rows, truth, sample_weight=worth)
    return model.coef_[0], float(model.intercept_[0])


def unseen(seen: Matrix, found: Examples) -> np.ndarray:
    """The score of every example, by a model that had not seen it."""
    scores = np.zeros(seen.height)
    for one in range(FOLDS):
        rest, held = found.fold != one, found.fold == one
        weights, bias = learn(seen.only(rest), found.hot[rest], found.worth[rest])
        scores[held] = seen.only(held).times(weights) + bias
    return scores


@dataclass(frozen=True)
class Measure:
    """What makes 0 of a score that is just hot, and WARM of one that is just warm."""

    shift: float
    scale: float

    @classmethod
    def by(cls, scores: np.ndarray, found: Examples) -> Measure:
        calm = scores[(found.hot < 0.5) & found.written]
        hot = max(np.quantile(calm, 1 - found.hot_calm), np.quantile(scores[found.mail], 1 - found.hot_mail))
        return cls(float(hot), float(-WARM / (hot - np.quantile(calm, 1 - WARMED))))

    def of(self, scores: np.ndarray) -> np.ndarray:
        return (scores - self.shift) * self.scale


def train(tongue: str, data: Path, write: bool) -> None:
    found = Examples.of(tongue, data)
    seen = _seldom_left_out(Matrix.of([seen_in(text, tongue) for text in found.texts], 1 << BITS))
    scores = unseen(seen, found)
    measure = Measure.by(scores, found)
    print(told(tongue, measure.of(scores), found), flush=True)
    print(kinds_told(tongue, found), flush=True)
    if write:
        row, bias = learn(seen, found.hot, found.worth)
        _write(
            f"heat_{tongue}", ("hot",), BITS, [(bias - measure.shift) * measure.scale], [row * measure.scale]
        )
        labels, rows, biases = learned_kinds(tongue, found, np.ones(len(found.texts), bool))
        _write(f"heat_kind_{tongue}", labels, KIND_BITS, biases, rows)


def _seldom_left_out(seen: Matrix) -> Matrix:
    """Without what stands in one example alone: it teaches nothing and takes half of the time."""
    kept = (np.bincount(seen.numbers, minlength=seen.width) > 1)[seen.numbers]
    return replace(seen, numbers=seen.numbers[kept], owner=seen.owner[kept], value=seen.value[kept])


def learned_kinds(tongue: str, found: Examples, mask: np.ndarray) -> tuple[Sequence[str], list, list]:
    """A row for each kind, over the heated drafts whose kind is known."""
    told = [number for number, kind in enumerate(found.kinds) if kind in KINDS and mask[number]]
    seen = Matrix.of([seen_in(found.texts[number], tongue, KIND_BITS) for number in told], 1 << KIND_BITS)
    alike = np.ones(len(told))
    fits = [learn(seen, np.array([float(found.kinds[n] == kind) for n in told]), alike) for kind in KINDS]
    return KINDS, [row for row, _ in fits], [bias for _, bias in fits]


def kinds_told(tongue: str, found: Examples) -> str:
    """How often the kind is right, of heated drafts of which one tenth was held back."""
    labels, rows, biases = learned_kinds(tongue, found, found.fold != 0)
    held = [n for n, kind in enumerate(found.kinds) if kind in KINDS and found.fold[n] == 0]
    seen = Matrix.of([seen_in(found.texts[n], tongue, KIND_BITS) for n in held], 1 << KIND_BITS)
    best = np.argmax([seen.times(row) + bias for row, bias in zip(rows, biases, strict=True)], axis=0)
    return f"{tongue}: kind right {np.mean([labels[b] == found.kinds[n] for b, n in zip(best, held, strict=True)]):.3f}"


def told(tongue: str, score: np.ndarray, found: Examples) -> str:
    """What each part of the examples says above hot and above warm."""
    hot = found.hot > 0.5
    sides = {
        "heated, written": hot & found.written,
        "heated, others": hot & ~found.written,
        "calm, written": ~hot & found.written,
        "calm, others": ~hot & ~found.written & ~found.mail,
        "mail": found.mail,
    }
    shares = (
        f"{name} {np.mean(score[side] > 0):.3f} (warm {np.mean(score[side] > WARM):.3f})"
        for name, side in sides.items()
    )
    return f"{tongue}: {', '.join(shares)}"


def _write(name: str, labels: Sequence[str], bits: int, biases: list, rows: list) -> None:
    packed = pack(labels, bits, [float(bias) for bias in biases], [_even(row).tolist() for row in rows])
    (WEIGHTS / f"{name}.bin").write_bytes(packed)
    print(f"{name}: {len(packed) // 1024} kB", flush=True)


def _even(row: np.ndarray) -> np.ndarray:
    """Without the few weights that stand far out: the steps of a byte would be too coarse for the others."""
    most = np.quantile(np.abs(row[row != 0]), TAMED)
    return np.clip(row, -most, most)


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("data", type=Path)
    asked.add_argument("--check", action="store_true")
    asked.add_argument("--only", choices=list(MAIL))
    given = asked.parse_args()
    for tongue in [given.only] if given.only else MAIL:
        train(tongue, given.data, not given.check)


if __name__ == "__main__":
    main()
