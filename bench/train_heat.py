"""Trains the models that hear heat in our own drafts, from the drafts in `tests/language/drafts` and from public mail.

    python bench/train_heat.py DATA [--check]

DATA is the folder of labelled examples of `train_language`; of it only calm business mail is used. `--check` writes
nothing and tells what a model catches that has not seen the half kept aside. Needs numpy.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).parent.parent))

from bench.fitting import Matrix, fit
from bench.train_language import WEIGHTS, lines
from kashuv.language.hunches import BITS, SURE, heard_by, parts
from kashuv.language.marks import plain
from kashuv.language.weights import pack
from tests.language import drafts

CALM = {
    "he": ("speech_acts_he",),
    "en": ("requests_en", "commitments_en", "questions_en", "meeting_intent_en"),
}
WORTH = 0.4  # of a sentence of public mail beside a line of our own
RIDGE, BALANCE = 0.1, 0.5


def learn(hot: list[str], calm: list[str], mail: list[str]) -> tuple[np.ndarray, float]:
    """Weights and bias."""
    seen = Matrix.of([heard_by(text) for text in (*hot, *calm, *mail)], 1 << BITS)
    truth = np.array([1.0] * len(hot) + [0.0] * (len(calm) + len(mail)))
    worth = np.array([1.0] * (len(hot) + len(calm)) + [WORTH] * len(mail))
    return fit(seen, truth, RIDGE, BALANCE, worth)


def mail_of(data: Path, tongue: str) -> list[str]:
    return [one["text"] for name in CALM[tongue] for one in lines(data / "dev" / f"{name}.jsonl")]


def check(tongue: str, mail: list[str]) -> str:
    """By a model that learned from one half."""
    hot = [*drafts.heated(tongue, "tuned"), *drafts.lines(f"later_{tongue}")]
    calm = [*drafts.ordinary(tongue, "tuned"), *drafts.lines(f"calm_{tongue}")]
    row, bias = learn(hot, calm, mail[::2])
    told = {
        "heated, aside": drafts.heated(tongue, "aside"),
        "heated, fresh": drafts.lines(f"fresh_{tongue}"),
        "ordinary, aside": drafts.ordinary(tongue, "aside"),
        "mail": mail[1::2],
    }
    shares = (
        f"{name} {np.mean([_hot(text, row, bias, tongue) for text in found]):.3f}"
        for name, found in told.items()
    )
    return f"{tongue}: {', '.join(shares)}"


def _hot(text: str, row: np.ndarray, bias: float, tongue: str) -> bool:
    return any(_score(text[start:end], row, bias) > SURE[tongue] for start, end in parts(plain(text)))


def _score(text: str, row: np.ndarray, bias: float) -> float:
    numbers = heard_by(text)
    return float(row[numbers].sum()) * len(numbers) ** -0.5 + bias


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("data", type=Path)
    asked.add_argument("--check", action="store_true")
    given = asked.parse_args()
    for tongue in CALM:
        mail = mail_of(given.data, tongue)
        if given.check:
            print(check(tongue, mail), flush=True)
            continue
        hot = [*drafts.heated(tongue), *drafts.lines(f"later_{tongue}")]
        calm = [*drafts.ordinary(tongue), *drafts.lines(f"calm_{tongue}")]
        row, bias = learn(hot, calm, mail)
        packed = pack(("hot",), BITS, [bias], [row.tolist()])
        (WEIGHTS / f"heat_{tongue}.bin").write_bytes(packed)
        print(f"heat_{tongue}: {len(packed) // 1024} kB", flush=True)


if __name__ == "__main__":
    main()
