"""How often the busy alarm is wrong, and how soon it is right: `python -m tests.tools.busy_figures` prints it.

A flat year is 52 weeks that differ by chance only, a seventh of which nobody tells. The figures stand in
docs/busy.md.
"""

import random
from collections.abc import Callable, Sequence

from handlers.busy.rules import How, Told, fall, measured

SEEDS = 1_000
WEEKS = 52
UNTOLD = 0.15
# Shop L, as many times its usual custom: five plain weeks, famous in the sixth, then it falls back.
SHOP_L = (1.0, 1.05, 0.95, 1.0, 1.05, 3.0, 2.6, 2.1, 1.6, 1.2, 0.9, 0.8)
AFTERWARDS = (0.75,) * 8
USUAL_CAME = 100
UNEVEN = 0.2  # of a week around its curve, when shop L's is drawn by chance
Rule = Callable[[Sequence[Told], int], object]


def by_taps(quiet: float, busy: float) -> Callable[[random.Random], tuple[How, int | None]]:
    def week(chance: random.Random) -> tuple[How, int | None]:
        return chance.choices(tuple(How), (quiet, 1 - quiet - busy, busy))[0], None

    return week


def by_numbers(spread: float) -> Callable[[random.Random], tuple[How, int | None]]:
    """Around a hundred people a week, with this standard deviation as a share."""

    def week(chance: random.Random) -> tuple[How, int | None]:
        return How.USUAL, max(0, round(USUAL_CAME * chance.gauss(1, spread)))

    return week


NOISE = {
    "taps, 20 % quiet and 20 % busy": by_taps(0.2, 0.2),
    "taps, 15 % quiet and 25 % busy": by_taps(0.15, 0.25),
    "numbers, spread 20 %": by_numbers(0.2),
    "numbers, spread 30 %": by_numbers(0.3),
}


def flat_year(week: Callable[[random.Random], tuple[How, int | None]], seed: int) -> list[Told]:
    chance = random.Random(seed)
    told = [Told(number, *week(chance)) for number in range(WEEKS)]
    return [one for one in told if chance.random() >= UNTOLD]


def first_alarm(told: Sequence[Told], rule: Rule = fall) -> int | None:
    """The first week after which the rule finds a fall; counted from 1."""
    for number, one in enumerate(told, start=1):
        if rule(told[:number], one.week):
            return one.week + 1
    return None


def false_alarms(week: Callable[[random.Random], tuple[How, int | None]], rule: Rule = fall) -> float:
    """The share of flat years in which there is one."""
    return sum(first_alarm(flat_year(week, seed), rule) is not None for seed in range(SEEDS)) / SEEDS


def as_written(told: Sequence[Told], week: int) -> bool:
    """The rule as it was first written: three falls in a row, or four weeks below half of the best four."""
    curve = [worth for _, worth in measured(told)]
    if len(curve) < 6:
        return False
    falls = curve[-4] > curve[-3] > curve[-2] > curve[-1]
    return falls or sum(curve[-4:]) < sum(sorted(curve)[-4:]) / 2


def shop_l(numbers: bool, chance: random.Random | None = None, after: Sequence[float] = ()) -> list[Told]:
    """What she taps is measured by what she got used to: a fifth more or less is busy or quiet."""
    told, used_to = [], SHOP_L[0]
    for week, plain in enumerate((*SHOP_L, *after)):
        custom = plain * max(0.2, chance.gauss(1, UNEVEN)) if chance else plain
        how = How.BUSY if custom > 1.25 * used_to else How.QUIET if custom < 0.8 * used_to else How.USUAL
        told.append(Told(week, how, round(USUAL_CAME * custom) if numbers else None))
        used_to = 0.8 * used_to + 0.2 * custom
    return told


def heard_by(numbers: bool, week: int) -> float:
    """The share of uneven shops L that were told by that week."""
    heard = 0
    for seed in range(SEEDS):
        found = first_alarm(shop_l(numbers, random.Random(seed), AFTERWARDS))
        heard += found is not None and found <= week
    return heard / SEEDS


def figures() -> list[str]:
    lines = [
        f"{name}: false alarms in {false_alarms(week):.1%} of {SEEDS} flat years"
        f" (as first written: {false_alarms(week, as_written):.1%})"
        for name, week in NOISE.items()
    ]
    for numbers, name in ((False, "taps"), (True, "numbers")):
        lines.append(f"shop L by {name}: alarm after week {first_alarm(shop_l(numbers))}")
        shares = ", ".join(f"by week {week} {heard_by(numbers, week):.0%}" for week in (12, 16))
        lines.append(f"uneven shops L by {name}: told {shares}")
    return lines


if __name__ == "__main__":
    print("\n".join(figures()))
