"""The grammar of time, from small to large: numbers, times of day, days, shifts, parts, ranges."""

from __future__ import annotations

from kashuv.language.dates.grammar import clocks, days, figures, numbers, parts, ranges, shifts, years
from kashuv.language.dates.rule import Grammar

GRAMMAR = Grammar(
    (
        *years.NUMBERS,
        *numbers.RULES,
        *days.SAID,
        *figures.RULES,
        *days.NAMED,
        *ranges.OF_FIGURES,
        *clocks.RULES,
        *figures.PAIRS,
        *days.RULES,
        *shifts.RULES,
        *parts.RULES,
        *ranges.RULES,
    )
)
