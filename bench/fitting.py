"""Logistic regression over sparse yes-or-no features, in numpy: a full-batch L-BFGS, nothing more."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True)
class Matrix:
    """Rows of feature numbers; every row is scaled to length one."""

    numbers: np.ndarray
    owner: np.ndarray
    value: np.ndarray
    height: int
    width: int

    @classmethod
    def of(cls, rows: Sequence[Sequence[int]], width: int) -> Matrix:
        sizes = np.array([len(row) for row in rows])
        owner = np.repeat(np.arange(len(rows)), sizes)
        numbers = np.array([number for row in rows for number in row], dtype=np.int64)
        return cls(numbers, owner, np.repeat(np.maximum(sizes, 1) ** -0.5, sizes), len(rows), width)

    def only(self, rows: np.ndarray) -> Matrix:
        """The rows for which the mask is true, in their order."""
        kept = rows[self.owner]
        place = np.cumsum(rows) - 1
        return Matrix(
            self.numbers[kept], place[self.owner[kept]], self.value[kept], int(rows.sum()), self.width
        )

    def times(self, weights: np.ndarray) -> np.ndarray:
        return np.bincount(self.owner, weights[self.numbers] * self.value, minlength=self.height)

    def transposed(self, errors: np.ndarray) -> np.ndarray:
        return np.bincount(self.numbers, errors[self.owner] * self.value, minlength=self.width)


def fit(
    seen: Matrix, target: np.ndarray, ridge: float, balance: float, count: np.ndarray | None = None
) -> tuple[np.ndarray, float]:
    """Weights and bias that tell ones from zeros; examples without a judgement (NaN) count nothing."""
    judged = ~np.isnan(target)
    truth = np.where(judged, target, 0.0)
    share = max(truth[judged].mean(), 1e-6)
    importance = judged * np.where(
        truth > 0.5, (0.5 / share) ** balance, (0.5 / max(1 - share, 1e-6)) ** balance
    )

    if count is not None:
        importance = importance * count

    def loss(point: np.ndarray) -> tuple[float, np.ndarray]:
        weights, bias = point[:-1], point[-1]
        score = seen.times(weights) + bias
        chance = 1 / (1 + np.exp(-np.clip(score, -30, 30)))
        cost = importance @ (np.logaddexp(0, score) - truth * score) + ridge / 2 * weights @ weights
        error = importance * (chance - truth)
        return cost, np.append(seen.transposed(error) + ridge * weights, error.sum())

    point = _minimum(loss, np.zeros(seen.width + 1))
    return point[:-1], float(point[-1])


def cutoff(seen: Matrix, target: np.ndarray, ridge: float, balance: float, folds: int = 5) -> float:
    """The score from which "yes" pays best in F1, found on examples that the weights had not seen."""
    fold = np.arange(seen.height) * 7919 % folds
    score = np.full(seen.height, np.nan)
    for one in range(folds):
        weights, bias = fit(seen.only(fold != one), target[fold != one], ridge, balance)
        score[fold == one] = seen.only(fold == one).times(weights) + bias
    judged = ~np.isnan(target)
    truth, said = target[judged] > 0.5, score[judged]
    places = np.quantile(said, np.linspace(0.02, 0.98, 97))
    gains = [
        2 * (truth & (said > place)).sum() / max(truth.sum() + (said > place).sum(), 1) for place in places
    ]
    return float(np.mean(places[np.array(gains) >= max(gains) - 0.01]))


def predict(seen: Matrix, rows: np.ndarray, biases: np.ndarray) -> np.ndarray:
    return np.array([seen.times(row) + bias for row, bias in zip(rows, biases, strict=True)])


def _minimum(loss, point: np.ndarray, steps: int = 60, memory: int = 8) -> np.ndarray:  # type: ignore[no-untyped-def]
    """The lowest point by L-BFGS with a step that is halved until it goes down."""
    cost, slope = loss(point)
    past: list[tuple[np.ndarray, np.ndarray, float]] = []
    for _ in range(steps):
        direction = _direction(slope, past)
        size = 1.0 if past else min(1.0, 1 / (np.abs(slope).sum() + 1e-12) * 10)
        for _ in range(20):
            new = point + size * direction
            new_cost, new_slope = loss(new)
            if new_cost <= cost + 1e-4 * size * (slope @ direction):
                break
            size /= 2
        else:
            return point
        moved, bent = new - point, new_slope - slope
        if moved @ bent > 1e-10:
            past = [*past[-memory + 1 :], (moved, bent, 1 / (moved @ bent))]
        done = cost - new_cost < 1e-6 * max(abs(cost), 1)
        point, cost, slope = new, new_cost, new_slope
        if done:
            break
    return point


def _direction(slope: np.ndarray, past: list[tuple[np.ndarray, np.ndarray, float]]) -> np.ndarray:
    direction, kept = -slope, []
    for moved, bent, share in reversed(past):
        alpha = share * (moved @ direction)
        kept.append(alpha)
        direction = direction - alpha * bent
    if past:
        moved, bent, _ = past[-1]
        direction = direction * ((moved @ bent) / (bent @ bent))
    for (moved, bent, share), alpha in zip(past, reversed(kept), strict=True):
        direction = direction + (alpha - share * (bent @ direction)) * moved
    return direction
