"""What posters, charts, cards and collages cost: processor, bytes, memory, and words that one can select."""

import gc
import json
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

import pypdfium2

from bot.graphics import charts
from bot.graphics.charts import Bar
from bot.media import images
from handlers.posters import drawing as posters
from handlers.posters.layout import Card, Poster, Saying
from tests import pictures
from tests.bench.programs import megabytes

ROUNDS = 15
NOON = datetime(2026, 11, 23, 4, 0, tzinfo=UTC)
ADDRESS = "https://nestbox.example.org/#p-1a2b3c4d"
SCRIPTS = ("zh", "ug", "en")
OURSELVES = Path("/proc/self")


@dataclass(frozen=True)
class Drawn:
    what: str
    first: float
    """Seconds of the processor, which other programs do not lengthen, for the first: with what is loaded for it."""
    usual: float
    """The median of the rounds, each with other words."""
    kilobytes: float


@dataclass(frozen=True)
class Costs:
    drawn: tuple[Drawn, ...]
    memory_before: float
    memory_after: float
    selectable: int
    """Letters of the poster that a reader of PDF can select."""


def measure() -> Costs:
    """In a process of its own, since its memory is measured."""
    command = [sys.executable, "-m", "tests.bench.typesetting"]
    told = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
    return Costs(tuple(Drawn(**one) for one in told.pop("drawn")), **told)


def samples() -> dict[str, Callable[[int], bytes]]:
    """Each draws one of our pictures; the number makes its words differ, so that nothing is remembered."""
    photo = images.clean(pictures.photograph(1600, 1200)).jpeg
    return {
        "chart of a poll": lambda turn: charts.bar_chart(*chart(turn), SCRIPTS[turn % 3]),
        "card": lambda turn: charts.card(*card(turn), SCRIPTS[turn % 3]),
        "collage of four": lambda turn: charts.collage(
            [(photo, f"{turn}{number}") for number in range(4)], SCRIPTS[turn % 3]
        ),
        "poster as a picture": lambda turn: posters.png(poster(turn, photo)),
        "poster as a PDF": lambda turn: posters.pdf(poster(turn, photo), NOON),
    }


def chart(turn: int) -> tuple[str, list[Bar], str]:
    title, labels, note = (
        ("墙上先放什么？", ("木头鸟巢", "小镜子", "什么都不放"), f"{turn}人投票，3人弃权"),
        ("تامغا نېمە قويىمىز؟", ("ياغاچ ئۇۋا", "كىچىك ئەينەك", "ھېچنېمە"), f"{turn} ئادەم"),
        ("What goes first?", ("A nest of wood", "A mirror", "Nothing"), f"{turn} voted"),
    )[turn % 3]
    return title, [Bar(label, turn + number) for number, label in enumerate(labels)], note


def card(turn: int) -> tuple[str, list[str]]:
    title, bars, note = chart(turn)
    return title, [*(bar.label for bar in bars), note]


def poster(turn: int, photo: bytes) -> Poster:
    invitation = (
        Saying(f"扫一扫，说说您对这里的想法 {turn}", "zh"),
        Saying("سىكانىرلاڭ، بۇ يەر ھەققىدىكى پىكرىڭىزنى ئېيتىڭ", "ug"),
        Saying("Scan, and say what you would change here", "en"),
    )
    heading = (Saying("最近一周", "zh"), Saying("يېقىنقى بىر ھەپتە", "ug"), Saying("Lately", "en"))
    statuses = (Saying("✅ 同意", "zh"), Saying("قوشۇلدى", "ug"), Saying("Agreed", "en"))
    words = (Saying("把洞口筑成鸟巢的形状", "zh"), Saying("ئورۇندۇق قويايلى", "ug"), None)
    cards = tuple(Card(number, said, statuses, photo if number else None) for number, said in enumerate(words))
    return Poster(Saying("L 店", "zh"), invitation, ADDRESS, heading, cards, (), "2026-11-24")


def _measured() -> Costs:
    draw = samples()
    gc.collect()
    before = megabytes(OURSELVES)
    drawn = tuple(_times(what, one) for what, one in draw.items())
    gc.collect()
    document = pypdfium2.PdfDocument(draw["poster as a PDF"](0))
    letters = document[0].get_textpage().get_text_bounded()
    return Costs(drawn, before, megabytes(OURSELVES), len("".join(letters.split())))


def _times(what: str, draw: Callable[[int], bytes]) -> Drawn:
    took = []
    for turn in range(ROUNDS + 1):
        begun = time.process_time()
        data = draw(turn)
        took.append(time.process_time() - begun)
    return Drawn(what, took[0], sorted(took[1:])[ROUNDS // 2], len(data) / 1000)


if __name__ == "__main__":
    print(json.dumps(asdict(_measured())))
