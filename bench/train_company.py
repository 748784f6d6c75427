"""Learns which words keep the same company, from English texts of every kind: "nephew" stands where "cousin" does.

    python bench/train_company.py DATA

DATA is the folder of labelled examples of `train_language`, of which only the texts are used. Written is one table of
group numbers over hashed words, in coarse, middling and fine groups. `train_heat` has to follow. Needs numpy and scipy.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix
from scipy.sparse.linalg import svds

sys.path.insert(0, str(Path(__file__).parent.parent))

from bench.train_language import WEIGHTS, lines
from kashuv.language.company import GROUPS, NONE, SLOTS, pack, slot
from kashuv.language.features import tokens
from tests.language import drafts

SETS = (
    "train/tone_en",
    "train/insult_en",
    "dev/tone_en",
    "dev/insult_en",
    "dev/politeness_en",
    "dev/requests_en",
    "dev/commitments_en",
    "dev/questions_en",
    "dev/meeting_intent_en",
)
WINDOW, SELDOM, MEANINGS, ROUNDS = 4, 3, 100, 25
SMOOTHING = 0.75  # of how often a neighbour is seen, so that rare ones don't count too much


def texts_of(data: Path) -> list[list[str]]:
    found = [tokens(one["text"]) for name in SETS for one in lines(data / f"{name}.jsonl")]
    sets = ("heated", "ordinary", "later", "calm")
    own = [text for name in sets for text in drafts.lines(f"{name}_en")]
    own += [draft.text for draft in drafts.of_kinds("written_en")]
    return found + [tokens(text) for text in own]


def meanings(texts: list[list[str]]) -> tuple[list[str], np.ndarray]:
    """The words, and for each a direction: words whose neighbours are alike point the same way."""
    many = Counter(word for text in texts for word in text)
    words = [word for word, count in many.most_common() if count >= SELDOM]
    place = {word: number for number, word in enumerate(words)}
    pairs: Counter[tuple[int, int]] = Counter()
    for text in texts:
        numbers = [place.get(word, -1) for word in text]
        for at, one in enumerate(numbers):
            for far, other in enumerate(numbers[at + 1 : at + 1 + WINDOW], 1):
                if one >= 0 and other >= 0:
                    pairs[one, other] += 1 / far  # type: ignore[assignment]
                    pairs[other, one] += 1 / far  # type: ignore[assignment]
    return words, _directions(pairs, len(words))


def _directions(pairs: Counter[tuple[int, int]], size: int) -> np.ndarray:
    """By how much oftener than by chance two words meet, boiled down to a few numbers."""
    rows, columns = np.array(list(pairs)).T
    met = np.array(list(pairs.values()))
    seen = np.bincount(rows, met, size)
    tempered = np.bincount(columns, met, size) ** SMOOTHING
    surprise = np.maximum(np.log(met * tempered.sum() / (seen[rows] * tempered[columns])), 0)
    left, strength, _ = svds(csr_matrix((surprise, (rows, columns)), (size, size)), MEANINGS, random_state=0)
    found = left * np.sqrt(strength)
    return found / (np.linalg.norm(found, axis=1, keepdims=True) + 1e-9)


def grouped(directions: np.ndarray, many: int) -> np.ndarray:
    """The number of each word's group, 0 to many - 1: the middle that points most nearly its way."""
    chance = np.random.default_rng(many)
    middles = directions[chance.choice(len(directions), many, replace=False)]
    for _ in range(ROUNDS):
        nearest = np.argmax(directions @ middles.T, axis=1)
        sums = np.zeros_like(middles)
        np.add.at(sums, nearest, directions)
        length = np.linalg.norm(sums, axis=1, keepdims=True)
        middles = np.where(length > 0, sums / np.maximum(length, 1e-9), middles)
    return np.argmax(directions @ middles.T, axis=1)


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("data", type=Path)
    words, directions = meanings(texts_of(asked.parse_args().data))
    tables = []
    for many in GROUPS:
        table = [NONE] * SLOTS
        for word, group in reversed(list(zip(words, grouped(directions, many).tolist(), strict=True))):
            table[slot(word)] = group
        tables.append(table)
    packed = pack(tables)
    (WEIGHTS / "company_en.bin").write_bytes(packed)
    print(f"{len(words)} words: {len(packed) // 1024} kB")


if __name__ == "__main__":
    main()
