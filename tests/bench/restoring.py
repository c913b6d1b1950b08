"""(5) A town with many ideas and pictures is kept and put back, by the commands an operator types."""

import asyncio
import os
import random
import shutil
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from bot.media.images import clean
from bot.media.pictures import Pictures, name_of, thumbnail_of
from bot.storage.folder import Folder
from tests.bench.programs import ROOT, check_words
from tests.pictures import wall


@dataclass(frozen=True)
class Drill:
    """Seconds of each command, from typing it to its end."""

    megabytes: float
    backup: float
    refused: float
    restore: float


def measure(folder: Path, ideas: int, pictures: int) -> Drill:
    folder.mkdir(parents=True)
    _command(folder, "migrate")
    _command(folder, "place", "L 店")
    data = folder / "data"
    _fill(data, ideas, pictures)
    size = sum(file.stat().st_size for file in data.rglob("*") if file.is_file()) / 1024**2
    kept, said = _command(folder, "backup")
    database = data / "nestbox.db"
    whole = database.read_bytes()
    middle = len(whole) // 2 // 4096 * 4096
    database.write_bytes(whole[:middle] + random.Random(1).randbytes(3000) + whole[middle + 3000 :])
    shutil.rmtree(data / "media")
    refused, _ = _command(folder, "migrate", status=4)
    restored, _ = _command(folder, "restore", said.partition(": ")[0])
    with closing(sqlite3.connect(database)) as town:
        there = town.execute("SELECT count(*) FROM ideas").fetchone()[0]
    if there != ideas or len(asyncio.run(Pictures(Folder(data)).hashes())) != pictures:
        raise RuntimeError("the town is not the same")
    return Drill(size, kept, refused, restored)


def _fill(data: Path, ideas: int, pictures: int) -> None:
    with closing(sqlite3.connect(data / "nestbox.db")) as town, town:
        town.execute("INSERT INTO people (id, name, language, place_id, created_at) VALUES (1, 'A', 'zh', 1, 1)")
        town.execute("INSERT INTO members (person_id, place_id, joined_at) VALUES (1, 1, 1)")
        rows = [(number, "把洞口筑成鸟巢的形状" * 8) for number in range(1, ideas + 1)]
        town.executemany(
            "INSERT INTO ideas (place_id, person_id, number, status, words, touched_at)"
            " VALUES (1, 1, ?, 'new', ?, 1)",
            rows,
        )
    seen = BytesIO()
    wall(1200, 900).save(seen, "JPEG")
    picture = clean(seen.getvalue())
    for number in range(pictures):  # as large as real ones; what they show does not matter here
        name = name_of(f"{number:064x}")
        path = data / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(picture.jpeg)
        (data / thumbnail_of(name)).write_bytes(picture.thumbnail)


def _command(folder: Path, *words: str, status: int = 0) -> tuple[float, str]:
    """How long it took, and what it said."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    began = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-m", "bot", *words],
        cwd=folder,
        env=kept | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        check=False,
    )
    took = time.monotonic() - began
    check_words(done.stderr.decode())
    if done.returncode != status:
        raise RuntimeError(f"{words}: {done.returncode} {done.stderr.decode()}")
    return took, done.stdout.decode()
