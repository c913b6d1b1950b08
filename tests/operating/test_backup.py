"""Backup and restore as a town lives through it: kept, damaged, put back, and nobody is told anything twice (T11)."""

import argparse
import asyncio
import json
import os
import random
import shutil
import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest

from bot import app as machine
from bot.backup import make, restore
from bot.backup.make import BackupFailed, BadBackup
from bot.cli import recovery
from bot.config import Settings
from bot.database import connecting
from bot.doors.door import TELEGRAM, WEB
from bot.identity.roles import Role
from bot.media.pictures import Pictures
from bot.storage.folder import Folder
from bot.workers.nightly_backup import Nightly
from handlers import FEATURES
from tests.neighbour import Neighbour, OnTelegram, OnTheWeb
from tests.street import MORNING, FakeClock, Street, open_street
from tests.town.ideas.test_ideas import DOORS, photo, suggests
from tests.town.people.test_privacy import everything, findings, leaves

WORDS = "把洞口筑成鸟巢的形状"


async def reopen(settings: Settings) -> None:
    app = await machine.build(settings, FakeClock(), FEATURES, random.Random(1))
    await app.close()


def keep(street: Street, folder: Path) -> make.Backup:
    return make.make(folder / "nestbox.db", folder, folder / "backups", street.clock.now())


async def put_back(settings: Settings, folder: Path, **more: Any) -> tuple[int, list[str]]:
    """The exit status and what the operator reads."""
    said: list[str] = []
    options = argparse.Namespace(
        **{"folder": folder, "send_waiting": False, "forget_again": False, "key": None} | more
    )
    status = await recovery.restore_from(settings, options, MORNING, reopen, said.append, said.append)
    return status, said


def damage(file: Path, how: str = "flipped") -> None:
    """What a failing disk does to it."""
    whole = file.read_bytes()
    middle = len(whole) // 2 // 4096 * 4096
    flipped = whole[:middle] + bytes(255 - one for one in whole[middle : middle + 3000]) + whole[middle + 3000 :]
    file.write_bytes({"flipped": flipped, "cut": whole[:middle], "overwritten": b"not a database" * 1000}[how])


def asides(folder: Path) -> list[Path]:
    return list(folder.glob("before-restore-*"))


def comes_back(street: Street, one: Neighbour) -> Neighbour:
    """The same phone, with what it kept, at the restored bot."""
    if isinstance(one, OnTelegram):
        return OnTelegram(street, one.name, one.person)
    assert isinstance(one, OnTheWeb)
    transport = httpx.ASGITransport(app=street.bot.web, client=("127.0.0.1", 1))
    client = httpx.AsyncClient(
        transport=transport,
        base_url="http://nestbox.test",
        headers={"Origin": "http://nestbox.test"},
        cookies=one.client.cookies,
    )
    again = OnTheWeb(street, one.name, client)
    again._me, again._cursor = one._me, one._cursor
    return again


async def with_an_idea(street: Street, door: str) -> Neighbour:
    aygul = await street.arrives("Aygul", door)
    await aygul.sends_photo(photo(), WORDS)
    await aygul.presses("一个新建议")
    await aygul.presses("店里")
    await aygul.hears("1 号")
    return aygul


# --- the drill


@pytest.mark.parametrize("door", DOORS)
async def test_a_damaged_town_is_the_same_town_again_within_a_minute(tmp_path: Path, door: str) -> None:
    began = time.monotonic()
    async with open_street(tmp_path, FEATURES) as street:
        aygul = await with_an_idea(street, door)
        made = keep(street, tmp_path)
        await aygul.says("/help")
        settings, telegram = street.bot.settings, street.telegram
    damage(tmp_path / "nestbox.db")
    shutil.rmtree(tmp_path / "media")
    status, said = await put_back(settings, made.folder)
    assert (status, len(said)) == (0, 5), said
    async with open_street(tmp_path, FEATURES, telegram=telegram) as street:
        aygul = comes_back(street, aygul)
        await aygul.says("/1")
        card = await aygul.hears(WORDS)
        assert card.kind == "photo"
        assert await aygul.photo_of(card)
        await aygul.sends_photo(photo(9), "门口放一把长椅")
        await aygul.presses("一个新建议")
        await aygul.presses("店门口")
        await aygul.hears("2 号")
    assert (tmp_path / "before-restore-20261123-040000" / "nestbox.db").exists()
    assert not (tmp_path / "restoring").exists()
    assert time.monotonic() - began < 60


async def test_a_backup_made_while_twenty_phones_write_is_one_moment(tmp_path: Path) -> None:
    async with open_street(tmp_path, FEATURES) as street:
        phones = [await street.neighbour(f"N{number}") for number in range(20)]
        await street.settle()

        async def writes(one: Neighbour) -> None:
            assert isinstance(one, OnTheWeb)
            for number in range(6):
                street.clock.advance(timedelta(seconds=5))
                body = {"txn": f"t{number}", "text": f"{number}"}
                assert (await one.client.post("/chat/send", json=body)).status_code == 200

        async def keeps() -> list[make.Backup]:
            source, moment = tmp_path / "nestbox.db", street.clock.now()
            return [
                await asyncio.to_thread(
                    make.make, source, tmp_path, tmp_path / "backups", moment + timedelta(seconds=number)
                )
                for number in range(3)
            ]

        *_, made = await asyncio.gather(*map(writes, phones), keeps())
        settings, telegram = street.bot.settings, street.telegram
    assert made is not None
    for one in made:
        make.examine(one.folder)
        with closing(sqlite3.connect(one.database)) as copy:
            said = copy.execute("SELECT count(*) FROM gateway_messages WHERE by_bot = 0").fetchone()
            waiting = copy.execute("SELECT count(*) FROM gateway_updates WHERE kind = 'message'").fetchone()
        assert said == waiting
    assert (await put_back(settings, made[-1].folder))[0] == 0
    async with open_street(tmp_path, FEATURES, telegram=telegram) as street:
        await street.settle()
        async with street.bot.database.read() as tx:
            assert await tx.one(int, "SELECT count(*) FROM gateway_updates") == 0


# --- what is refused


@pytest.mark.parametrize("how", ["flipped", "cut", "overwritten", "gone"])
async def test_a_damaged_backup_is_refused_and_nothing_is_changed(street: Street, tmp_path: Path, how: str) -> None:
    made = keep(street, tmp_path)
    if how == "gone":
        made.database.unlink()
    else:
        damage(made.database, how)
    before = (tmp_path / "nestbox.db").read_bytes()
    status, said = await put_back(street.bot.settings, made.folder)
    assert status == 4
    assert said == [f"Nothing was changed: {made.folder} is damaged: nestbox.db is not what was written into it."]
    assert (tmp_path / "nestbox.db").read_bytes() == before
    assert not asides(tmp_path)


async def test_a_later_a_half_and_an_invented_backup_are_refused(street: Street, tmp_path: Path) -> None:
    made = keep(street, tmp_path)
    manifest = json.loads((made.folder / "manifest.json").read_text())
    (made.folder / "manifest.json").write_text(json.dumps(manifest | {"schema": 4711}))
    status, (said,) = await put_back(street.bot.settings, made.folder)
    assert (status, "made by a later version (database 4711" in said) == (4, True)
    (made.folder / "manifest.json").write_text("{}")
    status, (said,) = await put_back(street.bot.settings, made.folder)
    assert (status, "manifest.json cannot be read" in said) == (4, True)
    (made.folder / "manifest.json").unlink()
    for folder in (made.folder, tmp_path / "nowhere"):
        status, (said,) = await put_back(street.bot.settings, folder)
        assert (status, "is not a whole backup" in said) == (4, True)


async def test_a_backup_without_one_of_its_pictures_is_refused(tmp_path: Path) -> None:
    async with open_street(tmp_path, FEATURES) as street:
        await with_an_idea(street, TELEGRAM)
        made = keep(street, tmp_path)
        next(make.files_in(made.folder / "media")).unlink()
        status, (said,) = await put_back(street.bot.settings, made.folder)
    assert (status, "is not whole" in said) == (4, True)


async def test_a_backup_of_an_older_version_is_brought_to_this_one(street: Street, tmp_path: Path) -> None:
    from tests.faults.test_killed_while_migrating import at_version

    old = await asyncio.to_thread(at_version, tmp_path / "old", 3)
    made = await asyncio.to_thread(make.make, old, tmp_path / "old", tmp_path / "backups", MORNING)
    assert made.manifest.schema == 3
    elsewhere = tmp_path / "elsewhere"
    url = f"sqlite:///{elsewhere / 'nestbox.db'}"
    settings = replace(street.bot.settings, data_dir=elsewhere, database_url=url)
    assert (await put_back(settings, made.folder))[0] == 0
    async with open_street(elsewhere, FEATURES) as moved:
        await moved.arrives("Aygul")


# --- how it is made


async def test_nobody_else_may_read_a_backup_and_it_says_what_is_in_it(tmp_path: Path) -> None:
    async with open_street(tmp_path, FEATURES) as street:
        await with_an_idea(street, TELEGRAM)
        made = keep(street, tmp_path)
    assert made.folder.name == "nestbox-20261123-040000"
    assert (made.folder.stat().st_mode & 0o777, made.database.stat().st_mode & 0o777) == (0o700, 0o600)
    manifest = json.loads((made.folder / "manifest.json").read_text())
    assert manifest["counts"]["ideas"] == 1
    assert manifest["files"]["media"] == 2  # the picture and its thumbnail
    assert await Pictures(Folder(made.folder)).hashes() == await Pictures(Folder(tmp_path)).hashes()
    pictures = list(make.files_in(made.folder / "media"))
    assert all(file.stat().st_nlink == 2 for file in pictures)  # the same bytes on the disk


async def test_where_no_links_can_be_made_files_are_copied(
    street: Street, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "media" / "ab").mkdir(parents=True)
    (tmp_path / "media" / "ab" / "one.jpg").write_bytes(b"a picture")
    (tmp_path / "media" / "ab" / "half.partial").write_bytes(b"a pict")

    def cannot(*_: object) -> None:
        raise OSError(18, "Invalid cross-device link")

    monkeypatch.setattr(os, "link", cannot)
    made = keep(street, tmp_path)
    copies = list(make.files_in(made.folder / "media"))
    assert [(one.name, one.read_bytes(), one.stat().st_nlink) for one in copies] == [("one.jpg", b"a picture", 1)]


async def test_without_room_no_half_backup_is_left(
    street: Street, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", full)
        with pytest.raises(BackupFailed, match="No space left"):
            keep(street, tmp_path)
    assert not list((tmp_path / "backups").iterdir())
    keep(street, tmp_path)


def made_on(folder: Path, day: datetime) -> Path:
    there = folder / f"nestbox-{day:%Y%m%d-%H%M%S}"
    there.mkdir(parents=True)
    return there


def test_thirty_days_are_kept_and_always_the_last_seven(tmp_path: Path) -> None:
    days = [made_on(tmp_path, MORNING - timedelta(days=ago)) for ago in range(40)]
    (tmp_path / "nestbox-photos").mkdir()  # not ours
    make.prune(tmp_path, MORNING)
    assert make.listed(tmp_path) == days[:31]
    assert (tmp_path / "nestbox-photos").exists()
    make.prune(tmp_path, MORNING + timedelta(days=365))
    assert make.listed(tmp_path) == days[:7]


def test_what_a_crash_left_half_is_removed_a_day_later(tmp_path: Path) -> None:
    (tmp_path / ".unfinished-x").mkdir()
    make.prune(tmp_path, datetime.now(UTC))
    assert (tmp_path / ".unfinished-x").exists()  # another backup may be making it now
    make.prune(tmp_path, datetime.now(UTC) + timedelta(days=2))
    assert not (tmp_path / ".unfinished-x").exists()


def test_copies_from_before_are_kept_thirty_days(tmp_path: Path) -> None:
    (tmp_path / "before-12.db").touch()
    (tmp_path / "before-restore-20261123-040000").mkdir()
    (tmp_path / "nestbox.db").touch()
    make.prune_copies(tmp_path, datetime.now(UTC) + timedelta(days=29))
    assert len(list(tmp_path.iterdir())) == 3
    make.prune_copies(tmp_path, datetime.now(UTC) + timedelta(days=31))
    assert [one.name for one in tmp_path.iterdir()] == ["nestbox.db"]


# --- messages


@pytest.mark.parametrize(("send_waiting", "expected"), [(False, "uncertain"), (True, "waiting")])
async def test_what_waited_goes_only_if_that_is_wished_and_never_what_is_known_to_have_left(
    tmp_path: Path, send_waiting: bool, expected: str
) -> None:
    async with open_street(tmp_path, FEATURES) as street:
        aygul = await street.arrives("Aygul", TELEGRAM)
        async with street.bot.database.write() as tx:
            for state in ("waiting", "waiting", "sending"):
                await tx.run(
                    "INSERT INTO outbox (door, queue, chat_id, method, params, lane, not_before, state, queued_at)"
                    " VALUES ('telegram', 'x', ?, 'sendMessage', '{}', 2, 0, ?, 17)",
                    aygul.user_id,
                    state,
                )
            first = await tx.one(int, "SELECT min(id) FROM outbox WHERE queued_at = 17")
        made = keep(street, tmp_path)
        async with street.bot.database.write() as tx:
            await tx.run("UPDATE outbox SET state = 'sent', message_id = 5, settled_at = 18 WHERE id = ?", first)
        settings = street.bot.settings
    done = await restore.restore(settings, make.examine(made.folder), MORNING, reopen, send_waiting)
    with closing(sqlite3.connect(tmp_path / "nestbox.db")) as town:
        states = town.execute("SELECT state FROM outbox WHERE queued_at = 17 ORDER BY id").fetchall()
    assert states == [("sent",), (expected,), ("uncertain",)]
    assert (done.known, done.uncertain) == (1, 1 if send_waiting else 2)


async def test_an_answer_that_waited_in_the_web_chat_arrives_after_a_restore(tmp_path: Path) -> None:
    async with open_street(tmp_path, FEATURES) as street:
        aygul = await street.arrives("Aygul", WEB, "en")
        assert isinstance(aygul, OnTheWeb)
        await aygul.client.post("/chat/send", json={"txn": "help", "text": "/help"})
        await street.bot.pollings[WEB].poll(0)
        made = keep(street, tmp_path)
        before = len(await aygul.screen())
        settings, clock = street.bot.settings, street.clock
    assert (await put_back(settings, made.folder))[0] == 0
    async with open_street(tmp_path, FEATURES, clock=clock) as street:
        aygul = comes_back(street, aygul)
        await street.settle()
        assert len(await aygul.screen()) == before + 1
        numbers = [one.id for one in await aygul.screen()]
        assert numbers[-1] > 1_000_000  # what was said in the lost time had lower ones


# --- a crash, and the marks of the forgotten


async def test_a_restore_that_dies_in_the_swap_is_finished_by_the_next_start(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with open_street(tmp_path, FEATURES) as street:
        await with_an_idea(street, TELEGRAM)
        made, settings = keep(street, tmp_path), street.bot.settings
    whole = make.examine(made.folder)
    number, really = 0, shutil.move
    for number in range(1, 10):
        moves = iter(range(1, 100))

        def dies(*args: Any, at: int = number, moves: Any = moves) -> Any:
            if next(moves) == at:
                raise KeyboardInterrupt
            return really(*args)

        with monkeypatch.context() as patched:
            patched.setattr(shutil, "move", dies)
            try:
                await restore.restore(settings, whole, MORNING + timedelta(hours=number), reopen, False)
            except KeyboardInterrupt:
                assert restore.interrupted(settings)
                restore.finish(settings)
            else:
                break
        assert not restore.interrupted(settings)
        with closing(sqlite3.connect(tmp_path / "nestbox.db")) as town:
            assert town.execute("SELECT count(*) FROM ideas").fetchone() == (1,)
        assert len(list(make.files_in(tmp_path / "media"))) == 2
    assert number > 4


async def test_the_marks_of_the_forgotten_come_from_everywhere_and_go_nowhere(tmp_path: Path) -> None:
    async with open_street(tmp_path, FEATURES) as street:
        (tmp_path / "forgotten.jsonl").write_text('{"mark": "a", "at": 1}\n')
        made = keep(street, tmp_path)
        settings = street.bot.settings
    (tmp_path / "forgotten.jsonl").write_text('{"mark": "a", "at": 1}\n{"mark": "b", "at": 2}\n')
    (tmp_path / "forgotten.key").write_text("00" * 32)
    seen: list[str] = []

    async def looks(staged: Settings) -> None:
        """What forgets again finds them, and their key, before anybody is served."""
        seen.append((staged.data_dir / "forgotten.jsonl").read_text())
        seen.append((staged.data_dir / "forgotten.key").read_text())
        await reopen(staged)

    await restore.restore(settings, make.examine(made.folder), MORNING, looks, False)
    assert [json.loads(line)["mark"] for line in seen[0].splitlines()] == ["a", "b"]
    assert seen[1] == "00" * 32
    assert (tmp_path / "forgotten.jsonl").read_text().startswith(seen[0])
    elsewhere = replace(
        settings, data_dir=tmp_path / "new", database_url=f"sqlite:///{tmp_path / 'new' / 'nestbox.db'}"
    )
    await restore.restore(elsewhere, make.examine(made.folder), MORNING, reopen, False)
    assert '"a"' in (tmp_path / "new" / "forgotten.jsonl").read_text()


@pytest.mark.parametrize("damaged", [False, True])
@pytest.mark.parametrize("door", DOORS)
async def test_a_restored_backup_does_not_bring_back_who_was_forgotten(
    tmp_path: Path, door: str, damaged: bool
) -> None:
    async with open_street(tmp_path, FEATURES) as street:
        other = await street.arrives("Other", door)
        aygul = await street.arrives("阿依古丽", door)
        await suggests(other, "门口放一把长椅")
        await aygul.sends_photo(photo(), WORDS)
        await aygul.presses("一个新建议")
        await aygul.presses("店里")
        made = keep(street, tmp_path)
        pictures = {file.name for file in make.files_in(tmp_path / "media")}
        await leaves(aygul)
        settings, telegram, clock = street.bot.settings, street.telegram, street.clock
    assert pictures
    if damaged:
        damage(tmp_path / "nestbox.db", "overwritten")
    status, said = await put_back(settings, made.folder)
    assert (status, said[2]) == (0, "Forgotten once more: 1."), said
    async with open_street(tmp_path, FEATURES, telegram=telegram, clock=clock) as street:
        await street.settle()
        assert "阿依古丽" not in await everything(street)
        assert WORDS not in await everything(street)
        assert not pictures & {file.name for file in make.files_in(tmp_path / "media")}
        async with street.bot.database.read() as tx:
            chat = "SELECT count(*) FROM gateway_messages WHERE chat = ?"
            assert await tx.one(int, chat, aygul.user_id) == 0
        other = comes_back(street, other)
        await other.says("/1")
        await other.hears("门口放一把长椅")
        if door == TELEGRAM:
            aygul = comes_back(street, aygul)
            await aygul.says("/start")
            await aygul.hears("请选择语言")
        assert not [finding.line for finding in await findings(street) if finding.broken]


async def test_an_older_dump_forgets_again_by_one_command_on_either_database(
    tmp_path: Path, street_url: str, new_postgres: Callable[[], str]
) -> None:
    async with open_street(tmp_path, FEATURES, street_url) as street:
        aygul = await street.arrives("Aygul", TELEGRAM)
        await street.later(days=1)
        await leaves(aygul)
        telegram = street.telegram
    older = new_postgres() if street_url.startswith("postgres") else f"sqlite:///{tmp_path / 'older.db'}"
    async with open_street(tmp_path, FEATURES, older, clock=FakeClock(), telegram=telegram) as street:
        aygul = comes_back(street, aygul)
        for words in ("/start", "中文", "✓"):
            await (aygul.says(words) if words == "/start" else aygul.presses(words))
        settings = street.bot.settings
    said: list[str] = []
    options = argparse.Namespace(folder=None, send_waiting=False, forget_again=True)
    assert await recovery.restore_from(settings, options, MORNING, reopen, said.append, said.append) == 0
    assert said == ["Whoever was forgotten is forgotten in this database, too."]
    database = connecting.connect(older)
    await database.open()
    async with database.read() as tx:
        assert await tx.one(int, "SELECT count(*) FROM identities") == 0
    await database.close()


# --- by itself


async def nights(street: Street, folder: Path) -> Nightly:
    return Nightly(street.bot.database, street.clock, replace(street.bot.settings, backup_dir=folder))


async def test_one_backup_each_night_at_half_past_three_there(street: Street, tmp_path: Path) -> None:
    folder = tmp_path / "backups"
    nightly = await nights(street, folder)
    await nightly.run()  # Monday noon: made up for, since there was none this day
    await nightly.run()
    assert len(make.listed(folder)) == 1
    street.clock.advance(datetime(2026, 11, 23, 21, 29, tzinfo=UTC) - street.clock.now())
    await nightly.run()  # Tuesday 03:29 in Urumqi
    assert len(make.listed(folder)) == 1
    street.clock.advance(timedelta(minutes=1))
    for _ in range(3):
        await nightly.run()
    assert [one.name for one in make.listed(folder)] == ["nestbox-20261123-213000", "nestbox-20261123-040000"]
    make.examine(make.listed(folder)[0])


@pytest.mark.parametrize("door", DOORS)
async def test_a_backup_that_fails_stops_nobody_and_the_lead_hears_of_it_once(
    street: Street, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, door: str
) -> None:
    lead = await street.arrives("Lead", door, "en", Role.LEAD)
    nightly = await nights(street, tmp_path / "backups")

    def full(*_: object) -> make.Backup:
        raise BackupFailed("No space left on device")

    monkeypatch.setattr(make, "make", full)
    await nightly.run()
    await street.tick()
    await street.tick()
    assert sum("backup could not be made" in one.words for one in await lead.screen()) == 1
    await lead.says("/help")
    await street.later(days=1)
    assert sum("backup could not be made" in one.words for one in await lead.screen()) == 1


async def test_an_empty_backup_dir_switches_it_off(street: Street, tmp_path: Path) -> None:
    await street.bot.scheduler.keep_house()
    assert not (tmp_path / "backups").exists()


# --- refusals in words


async def test_a_server_that_is_not_there_gives_no_backup_and_nothing_is_changed(
    street: Street, tmp_path: Path
) -> None:
    settings = replace(
        street.bot.settings, database_url="postgresql://nobody@127.0.0.1:1/x", backup_dir=tmp_path / "b"
    )
    said: list[str] = []
    options = argparse.Namespace(folder=None)
    assert recovery.back_up(settings, options, MORNING, said.append, said.append) == 1
    assert said[0].startswith("No backup was made: ")
    assert not list((tmp_path / "b").iterdir())
    status, said = await put_back(settings, Path("x"))
    assert (status, "Nothing was changed" in said[0]) == (4, True)


async def test_an_unreadable_backup_is_passed_over_when_the_newest_good_one_is_looked_for(
    street: Street, tmp_path: Path
) -> None:
    good = keep(street, tmp_path)
    street.clock.advance(timedelta(days=1))
    bad = keep(street, tmp_path)
    damage(bad.database)
    with pytest.raises(BadBackup):
        make.examine(bad.folder)
    found = make.find_newest_good(tmp_path / "backups")
    assert found is not None
    assert found.folder == good.folder
