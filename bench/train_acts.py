"""Trains the small models that tell what a text does: asks, promises, questions, proposes to meet.

    python bench/train_acts.py DATA [--only NAME] [--check]

DATA holds `dev/` with one JSON object a line. To these come sentences of our own, written in the same manner (`bench/lessons/`). `--check` writes nothing and tells the F1 of each model over all
examples, each judged by a model and a cutoff that had not seen it. Needs numpy, which the product does not.
"""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import dataclass
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).parent.parent))

from bench.fitting import Matrix, fit
from kashuv.language.acts.views import numbers
from kashuv.language.weights import pack

WEIGHTS = Path(__file__).parent.parent / "kashuv/language/weights"
LESSONS = Path(__file__).parent / "lessons"
FOLDS = 5


@dataclass(frozen=True)
class Recipe:
    """How one model is trained. `beside` names a set and its act that teach nearly the same, at `share` of the weight.

    `lessons` names a file of our own sentences, each of which counts `worth`; `contrast` is how much a feature
    counts for telling yes from no by itself, before anything is weighed.
    """

    name: str
    act: str
    set: str
    contrast: float = 0.5
    beside: tuple[str, str] | None = None
    share: float = 0.5
    lessons: str = ""
    worth: float = 1.0
    bits: int = 18
    ridge: float = 0.3
    balance: float = 0.5


RECIPES = (
    Recipe(
        "request_en",
        "request",
        "requests_en",
        contrast=0.3,
        beside=("meeting_intent_en", "meeting_intent"),
        share=1.0,
        lessons="meeting_intent_en",
        worth=0.5,
    ),
    Recipe(
        "meeting_intent_en",
        "meeting_intent",
        "meeting_intent_en",
        contrast=0.25,
        beside=("requests_en", "request"),
        lessons="meeting_intent_en",
        worth=2.0,
    ),
    Recipe("commitment_en", "commitment", "commitments_en", lessons="commitment_en"),
    Recipe("question_en", "question", "questions_en"),
    Recipe("question_he", "question", "speech_acts_he", 0.0, bits=14, ridge=0.5, balance=1.0),
)


@dataclass(frozen=True)
class Lesson:
    """Examples as numbers, with their truth and how much each counts; only the set's `own` are ever judged."""

    rows: list[list[list[int]]]
    truth: np.ndarray
    count: np.ndarray
    own: np.ndarray

    def only(self, kept: np.ndarray) -> Lesson:
        rows = [row for row, keep in zip(self.rows, kept, strict=True) if keep]
        return Lesson(rows, self.truth[kept], self.count[kept], self.own[kept])


def lesson(data: Path, recipe: Recipe) -> Lesson:
    own = judged(data, recipe.set, recipe.act)
    more = judged(data, *recipe.beside) if recipe.beside else []
    ours = written(recipe.lessons) if recipe.lessons else []
    return Lesson(
        [numbers(text, recipe.bits, recipe.name[-2:]) for text, _ in (*own, *more, *ours)],
        np.array([said for _, said in (*own, *more, *ours)], dtype=float),
        np.array([1.0] * len(own) + [recipe.share] * len(more) + [recipe.worth] * len(ours)),
        np.array([True] * len(own) + [False] * (len(more) + len(ours))),
    )


def written(name: str) -> list[tuple[str, bool]]:
    """Sentences that we wrote ourselves: "+ " before what does it, "- " before what only sounds so."""
    lines = (LESSONS / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return [(line[2:], line[0] == "+") for line in lines]


def judged(data: Path, name: str, act: str) -> list[tuple[str, bool]]:
    lines = (data / "dev" / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    found = [(one["text"], one["labels"].get(act)) for one in map(json.loads, lines)]
    return [(text, said) for text, said in found if said is not None]


def matrix(rows: list[list[list[int]]], width: int) -> Matrix:
    """Every view of a text scaled to length one."""
    each = [
        (owner, number, len(view) ** -0.5)
        for owner, row in enumerate(rows)
        for view in row
        for number in view
    ]
    owner, number, value = (np.array(column) for column in zip(*each, strict=True))
    return Matrix(number, owner, value, len(rows), width)


def learn(seen: Lesson, recipe: Recipe) -> tuple[np.ndarray, float]:
    """One row of weights and a bias."""
    width = 1 << recipe.bits
    plain = matrix(seen.rows, width)
    telling = contrast(plain, seen) ** recipe.contrast
    used, place = np.unique(plain.numbers, return_inverse=True)  # few; all others weigh nothing
    weighed = Matrix(place, plain.owner, plain.value * telling[plain.numbers], plain.height, len(used))
    weights, bias = fit(weighed, seen.truth, recipe.ridge, recipe.balance, seen.count)
    row = np.zeros(width)
    row[used] = telling[used] * weights
    return row, bias


def contrast(plain: Matrix, seen: Lesson) -> np.ndarray:
    """How unevenly each feature is spread over yes and no among our own examples."""
    shares = []
    for said in (seen.own & (seen.truth > 0.5), seen.own & (seen.truth < 0.5)):
        shares.append(
            (np.bincount(plain.numbers[said[plain.owner]], minlength=plain.width) + 1.0) / said.sum()
        )
    return np.abs(np.log(shares[0] / shares[1]))


def unseen(taught: Lesson, recipe: Recipe, seed: int) -> tuple[np.ndarray, np.ndarray]:
    """For our own examples the score by a model that had not seen them, and the fold of each."""
    fold = np.zeros(len(taught.rows), dtype=int)
    fold[taught.own] = np.random.RandomState(seed).permutation(int(taught.own.sum())) % FOLDS
    score = np.zeros(len(taught.rows))
    for one in range(FOLDS):
        held = taught.own & (fold == one)
        weights, bias = learn(taught.only(~held), recipe)
        score[held] = matrix(taught.only(held).rows, 1 << recipe.bits).times(weights) + bias
    return score[taught.own], fold[taught.own]


def cutoff(truth: np.ndarray, score: np.ndarray) -> float:
    """The score from which "yes" pays best in F1, by how likely each score makes it; that leaves less to luck."""
    column = Matrix(np.zeros(len(score), dtype=int), np.arange(len(score)), score, len(score), 1)
    slope, lift = fit(column, truth, 0.01, 0.0)
    chance = np.sort(1 / (1 + np.exp(-(slope[0] * score + lift))))[::-1]
    pays = 2 * np.cumsum(chance) / (np.arange(1, len(chance) + 1) + chance.sum())
    needed = chance[pays.argmax()]
    return float((np.log(needed / (1 - needed)) - lift) / slope[0])


def f1(truth: np.ndarray, said: np.ndarray) -> float:
    return float(2 * ((truth > 0.5) & said).sum() / max((truth > 0.5).sum() + said.sum(), 1))


def check(data: Path, recipe: Recipe) -> str:
    taught = lesson(data, recipe)
    truth, figures = taught.truth[taught.own], []
    for seed in range(3):
        score, fold = unseen(taught, recipe, seed)
        said = np.zeros(len(truth), dtype=bool)
        for one in range(FOLDS):
            said[fold == one] = score[fold == one] > cutoff(truth[fold != one], score[fold != one])
        figures.append(f1(truth, said))
    return f"{recipe.name}: F1 {np.mean(figures):.3f} (three times: {', '.join(f'{one:.3f}' for one in figures)})"


def write(data: Path, recipe: Recipe) -> str:
    taught = lesson(data, recipe)
    truth = taught.truth[taught.own]
    needed = float(np.mean([cutoff(truth, unseen(taught, recipe, seed)[0]) for seed in range(3)]))
    weights, bias = learn(taught, recipe)
    packed = pack((recipe.act,), recipe.bits, (bias - needed,), (weights.tolist(),))
    (WEIGHTS / f"{recipe.name}.bin").write_bytes(packed)
    return f"{recipe.name}: {len(packed) // 1024} kB"


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("data", type=Path)
    asked.add_argument("--only", action="append")
    asked.add_argument("--check", action="store_true")
    given = asked.parse_args()
    for recipe in RECIPES:
        if not given.only or recipe.name in given.only:
            print((check if given.check else write)(given.data, recipe), flush=True)


if __name__ == "__main__":
    main()
