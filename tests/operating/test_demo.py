"""The demo: a furnished town within seconds, the same at every start, and a tour of it that keeps its word."""

import json
import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path

import pytest

from bot import __main__ as program
from bot.clock import SystemClock
from bot.config import load
from bot.doors.door import TELEGRAM, WEB
from bot.identity.roles import Role
from handlers import FEATURES
from simulation import demo
from simulation.demo import words as demo_words
from tests import ROOT
from tests.bench.programs import check_words, free_port
from tests.filled_demo import settings_in
from tests.neighbour import ISOLATES, Neighbour
from tests.street import FakeClock, Street, open_street
from tests.tools.tour import Party, walk
from tests.town.afterwards.test_kit import made as made_kit
from tests.town.afterwards.test_kit import unpacked
from tests.town.afterwards.test_press import makes, pictures_in, whole
from tests.town.afterwards.test_pulse import page_of

LINK = re.compile(r"^  (\w+) +http://127\.0\.0\.1:\d+/#([pi]-\S+)$", re.MULTILINE)


@pytest.fixture
def copy(made: Path, tmp_path: Path) -> Path:
    return shutil.copytree(made, tmp_path / "demo")


@pytest.fixture
async def town(copy: Path) -> AsyncIterator[Street]:
    async with a_minute_later(copy, "") as street:
        yield street


@asynccontextmanager
async def a_minute_later(folder: Path, url: str) -> AsyncIterator[Street]:
    clock = FakeClock(SystemClock().now() + timedelta(minutes=1))
    async with open_street(folder, FEATURES, url, clock) as street:
        await street.settle()
        yield street


@pytest.mark.parametrize("door", [WEB, TELEGRAM])
async def test_the_tour_can_be_walked_as_it_is_written(town: Street, door: str) -> None:
    await walk_through(town, door)


@pytest.mark.whole
async def test_the_tour_can_be_walked_on_postgres(tmp_path: Path, new_postgres: Callable[[], str]) -> None:
    url = new_postgres()
    await demo.fill(settings_in(tmp_path, url), FEATURES)
    async with a_minute_later(tmp_path, url) as street:
        await walk_through(street, WEB)


async def walk_through(town: Street, door: str) -> None:
    async def arrives(name: str, code: str) -> Neighbour:
        person = await town.neighbour(name, door, "en")
        await person.says(f"/start {code}")
        return person

    async def look(step: int, one: Neighbour) -> None:
        """`tests/browser/test_tour.py` takes pictures here."""

    await walk(town, Party(arrives, look))


async def test_the_demo_shows_every_part_of_the_story(town: Street) -> None:
    aunt = await town.arrives("Aunt", language="en")
    for number, status in (
        (1, "Looked at again"),
        (2, "Not now"),
        (3, "Under way"),
        (4, "Looked at again"),
        (6, "Done"),
        (7, "Trial"),
        (9, "Open"),
        (12, "Agreed with conditions"),
    ):
        await aunt.says(f"/{number}")
        card = await aunt.last()
        assert status.casefold() in card.words.casefold(), card.words
    await aunt.says("/2")
    await aunt.hears("人行道要留给轮椅")
    await aunt.says("/12")
    await aunt.hears("不要挡住消防通道")
    await aunt.says("/5")
    await aunt.hears("4")
    await aunt.says("/polls")
    await aunt.hears("亮灯夜上大家一起做什么吃的")
    for name in ("陈小雨", "王秀兰"):
        assert any("已经去掉了" in words and "谢谢您做了它" in words for words in await _said_by_bot(town, name))
    for name in ("马师傅", "周敏"):
        assert any("📉" in words and "12 次回答" in words for words in await _said_by_bot(town, name))
    assert any("您当时选的是" in words and "树枝" in words for words in await _said_by_bot(town, "王秀兰"))
    uncle = await town.arrives("Uncle", language="ug")
    await uncle.says("/4")
    await uncle.hears(demo_words.NEST_IN_UYGHUR)
    await aunt.says("/ledger")
    await aunt.hears("Who decided in", "Fewer than 5 decisions: by whom is not told")
    await aunt.says("/pulse")
    await aunt.hears("7 of ", "🙂 6 · 😐 1 · 🙁 0 (n=7)", "On paper", "9 (82%)")
    section = (await page_of(town)).partition('id="pulse"')[2].partition("</section>")[0]
    assert "会停下来说几句话" in section
    assert section.count(".thumb.jpg") == 4
    await aunt.says("/4")
    await aunt.hears("a town planner: No permit, as long as nothing")
    await aunt.says("/care")
    await aunt.hears("Emma")
    assert any("Today is the care day" in words for words in await _said_by_bot(town, "Emma"))
    assert any("还要做什么，团队知道了" in words for words in await _said_by_bot(town, "王秀兰"))
    assert any("is partly good" in words for words in await _said_by_bot(town, "Emma"))
    messages = await _said_by_bot(town, "周敏")
    assert any("登记了接龙里的 3 位邻居" in words for words in messages)
    assert any("11" in words or "10" in words for words in messages if "📨" in words or "📣" in words)
    assert any("🏁" in words and "树枝" in words for words in await _said_by_bot(town, "王秀兰"))


async def test_the_kit_of_the_shop_has_nobody_in_it(town: Street) -> None:
    """Looked through for every name, every number of a person, and what people wrote."""
    lead = await town.arrives("Helper", TELEGRAM, "en", Role.LEAD)
    kit, _ = unpacked(await made_kit(lead))
    told = json.dumps(kit, ensure_ascii=False)
    pages = kit["pages"]
    assert isinstance(pages, list)
    assert [one["kind"] for one in pages] == ["change", "change", "change", "care", "care"]
    assert "门前一排花盆" in told
    async with town.bot.database.read() as tx:
        names = await tx.all(str, "SELECT name FROM people WHERE name <> ''")
        wrote = await tx.all(
            str, "SELECT words FROM ideas UNION SELECT words FROM idea_comments UNION SELECT words FROM poll_reasons"
        )
    assert len(names) > 12
    assert [one for one in [*names, *wrote] if one and one in told] == []
    assert not re.search(r"person|author|user|\bid\b", told)


async def test_the_press_sheet_of_the_shop_names_who_wished_it_and_nobody_else(town: Street) -> None:
    team = await town.arrives("Helper", TELEGRAM, "en", Role.VOLUNTEER)
    sheet = whole(await makes(team, language="中文"))
    assert pictures_in(await makes(team, language="中文")) == 2
    for words in (demo_words.CHANGED_MOST[:12], demo_words.PRESS_STORY, "王秀兰", "一位邻居"):
        assert "".join(words.split()) in "".join(sheet.split()), words
    async with town.bot.database.read() as tx:
        names = await tx.all(str, "SELECT name FROM people WHERE name <> '' AND name <> '王秀兰'")
    assert [one for one in names if one in sheet] == []


async def _said_by_bot(town: Street, name: str) -> list[str]:
    """What stands on the phone of somebody of the story, which nobody holds."""
    async with town.bot.database.read() as tx:
        bodies = await tx.all(
            str,
            "SELECT m.body FROM gateway_messages m JOIN gateway_people p ON p.id = m.chat"
            " WHERE p.name = ? AND m.by_bot = 1 ORDER BY m.id",
            name,
        )
    return [body.translate(ISOLATES) for body in bodies]


async def test_nothing_of_the_story_was_refused_or_set_aside(town: Street) -> None:
    async with town.bot.database.read() as tx:
        assert await tx.one(int, "SELECT count(*) FROM kept_aside") == 0
        assert await tx.one(int, "SELECT count(*) FROM outbox WHERE state <> 'sent'") == 0
        assert await tx.one(int, "SELECT count(*) FROM media WHERE state <> 'ready'") == 0
        assert await tx.one(int, "SELECT count(*) FROM ideas WHERE status = 'draft'") == 0


async def test_a_second_start_shows_the_same_town(copy: Path) -> None:
    before = await _census(copy)
    await demo.fill(settings_in(copy), FEATURES)
    assert await _census(copy) == before
    assert before[1:] == (1, 12, 12, 3, 4, 2)


async def _census(folder: Path) -> tuple[object, ...]:
    tables = ("places", "people", "ideas", "events", "polls", "broadcasts")
    async with open_street(folder, FEATURES) as street, street.bot.database.read() as tx:
        sizes = [await tx.one(int, f"SELECT count(*) FROM {table}") for table in tables]  # noqa: S608
        return (street.place.code, *sizes)


async def test_the_demo_does_not_move_into_a_real_town(tmp_path: Path) -> None:
    async with open_street(tmp_path, FEATURES):
        pass
    with pytest.raises(demo.NotOurs, match="real town"):
        await demo.fill(settings_in(tmp_path), FEATURES)


async def test_a_demo_that_was_interrupted_says_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async def crash(_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(demo.story, "tell", crash)
    with pytest.raises(KeyboardInterrupt):
        await demo.fill(settings_in(tmp_path), FEATURES)
    with pytest.raises(demo.NotOurs, match="Delete that folder"):
        await demo.fill(settings_in(tmp_path), FEATURES)


def test_strangers_who_write_to_a_real_bot_never_meet_the_demo(tmp_path: Path) -> None:
    real = load({"TELEGRAM_TOKEN": "123456789:abcdefghijklmnop", "DATA_DIR": str(tmp_path)}, tmp_path / ".env")
    assert demo.settings_for_demo(real).telegram_token == ""


def test_what_env_says_about_the_real_town_does_not_matter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / ".env").write_text("DATA_DIR=./data\nDATABASE_URL=postgresql:///real\nPLACE_NAME=Real\n", "utf-8")
    monkeypatch.chdir(tmp_path)
    for name in ("DATA_DIR", "DATABASE_URL"):
        monkeypatch.delenv(name, raising=False)
    settings = program.demo_settings()
    assert settings.place_name == "L 店"
    assert settings.data_dir == Path("data-demo")
    assert settings.database_url.endswith("/data-demo/nestbox.db")


def test_the_program_becomes_ready_and_prints_three_links(copy: Path) -> None:
    """`test_installing` has it filled by the program itself."""
    codes = [_codes_printed(copy) for _ in range(2)]
    assert [set(printed) for printed in codes] == [{"resident", "volunteer", "shopkeeper"}] * 2
    assert codes[0]["resident"] == codes[1]["resident"]
    assert codes[0]["volunteer"] != codes[1]["volunteer"]


def _codes_printed(folder: Path) -> dict[str, str]:
    environment = {name: value for name, value in os.environ.items() if name not in ("TELEGRAM_TOKEN",)}
    environment |= {
        "WEB_PORT": str(free_port()),
        "PYTHONPATH": str(ROOT),
        "DATA_DIR": str(folder),
        "DATABASE_URL": "",
        "LOG_LEVEL": "WARNING",
    }
    process = subprocess.Popen(
        [sys.executable, "-m", "bot", "--demo"],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        text=True,
        stderr=subprocess.STDOUT,
    )
    assert process.stdout is not None
    printed = ""
    try:
        for line in process.stdout:
            printed += line
            if "same network" in line:
                break
    finally:
        process.send_signal(signal.SIGTERM)
        rest, _ = process.communicate(timeout=30)
    check_words(printed + rest)
    return dict(LINK.findall(printed))
