"""The command line as an operator uses it: real processes, an empty folder, nobody to ask."""

import asyncio
import os
import re
import signal
import socket
import sqlite3
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from pathlib import Path

import httpx
import pytest

from bot.__main__ import main
from bot.program import typed
from tests import ROOT
from tests.bench.programs import check_words
from tests.tools import forked

SECONDS = 30.0


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def environment(folder: Path, **more: str) -> dict[str, str]:
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    return kept | {"PYTHONPATH": str(ROOT), "DATA_DIR": str(folder / "data"), "PYTHONWARNINGS": "error"} | more


async def start(folder: Path, *arguments: str, **more: str) -> asyncio.subprocess.Process:
    return await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot", *arguments,
        cwd=folder, env=environment(folder, **more),
        stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.STDOUT,
    )  # fmt: skip


async def run(folder: Path, *arguments: str, **more: str) -> tuple[int, str]:
    status, said = await forked.run(folder, arguments, environment(folder, **more), round(SECONDS))
    check_words(said)
    return status, said


@asynccontextmanager
async def running(folder: Path, port: int) -> AsyncIterator[str]:
    """What a bot printed until it was ready; it is asked to end afterwards, and does so in time."""
    process = await start(folder, WEB_PORT=str(port), PLACE_NAME="小店")
    assert process.stdout is not None
    printed = ""
    async with asyncio.timeout(SECONDS):
        while "same network" not in printed:
            printed += (await process.stdout.readline()).decode()
            assert process.returncode is None, printed
    yield printed
    process.send_signal(signal.SIGTERM)
    rest, _ = await asyncio.wait_for(process.communicate(), 10)
    check_words(printed + rest.decode())
    assert process.returncode == 0


async def test_the_first_start_prints_three_links_and_the_second_keeps_everything(tmp_path: Path) -> None:
    port = free_port()
    async with running(tmp_path, port) as printed:
        assert "小店 is open" in printed
        links = re.findall(r"(resident|volunteer|shopkeeper)\s+http://127\.0\.0\.1:\d+/#([pi]-\S+)", printed)
        assert [role for role, _ in links] == ["resident", "volunteer", "shopkeeper"]
        async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}") as client:
            assert (await client.get("/healthz")).json() == {"ok": True}
            assert "nestbox_outbox_rows" in (await client.get("/metrics")).text
            page = await client.get("/")
            assert "Content-Security-Policy" in page.headers
        status, said = await run(tmp_path, WEB_PORT=str(free_port()))
        assert status == 3
        assert "already running" in said
        status, said = await run(tmp_path, "invite", "liaison", WEB_PORT=str(port))
        assert (status, bool(re.search(r"/#i-[\w-]{22}\n", said))) == (0, True)
        status, said = await run(tmp_path, "digest")
        assert (status, said) == (0, "Digests queued: 0 (shop 0, team 0, liaison 0, yard 0, residents 0)\n")
        status, said = await run(tmp_path, "digest", "--show")
        assert (status, said.count("0 to write to")) == (0, 5)
    async with running(tmp_path, port) as printed:
        assert dict(links)["resident"] in printed
        assert "/#i-" not in printed  # a link that gives a role is shown once


async def test_a_taken_port_is_said_and_nothing_else_happens(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        status, said = await run(tmp_path, WEB_PORT=str(taken.getsockname()[1]))
    assert status == 3
    assert "taken" in said
    assert "Traceback" not in said


async def test_a_database_of_a_later_version_is_left_alone_and_the_status_is_4(tmp_path: Path) -> None:
    assert (await run(tmp_path, "migrate"))[0] == 0
    file = tmp_path / "data" / "nestbox.db"
    with closing(sqlite3.connect(file)) as later, later:
        later.execute("INSERT INTO schema_migrations (number, name) VALUES (4711, 'of the future')")
    before = file.read_bytes()
    status, said = await run(tmp_path, WEB_PORT=str(free_port()))
    assert status == 4
    assert said.startswith("the database is at version 4711, this program knows ")
    assert said.endswith("Install that version, or restore a backup.\n")
    assert file.read_bytes() == before


async def test_a_damaged_database_is_said_and_left_alone_and_the_status_is_4(tmp_path: Path) -> None:
    assert (await run(tmp_path, "migrate"))[0] == 0
    file = tmp_path / "data" / "nestbox.db"
    whole = file.read_bytes()
    middle = len(whole) // 2 // 4096 * 4096
    flipped = whole[:middle] + bytes(255 - one for one in whole[middle : middle + 3000]) + whole[middle + 3000 :]
    for broken in (flipped, whole[:middle], b"not a database" * 1000):
        file.write_bytes(broken)
        status, said = await run(tmp_path, WEB_PORT=str(free_port()))
        assert status == 4
        assert said.startswith("The database is damaged (")
        assert said.endswith("Put a backup in its place, then start again.\n")
        assert said.count("\n") == 1
        assert file.read_bytes() == broken
    file.write_bytes(whole)
    assert (await run(tmp_path, "migrate"))[0] == 0


async def test_a_backup_is_made_while_the_bot_runs_and_restored_only_when_it_does_not(tmp_path: Path) -> None:
    async with running(tmp_path, free_port()):
        status, said = await run(tmp_path, "backup")
        assert status == 0, said
        made = re.match(r"(\S+nestbox-\d{8}-\d{6}): \d+ rows and 0 files, examined and whole\.\n$", said)
        assert made, said
        status, said = await run(tmp_path, "restore", made[1])
        assert (status, said) == (
            3, "The bot is running on this data folder. Stop it first; nothing was changed.\n"
        )  # fmt: skip
    status, said = await run(tmp_path, "restore")
    assert (status, said) == (2, f"Say which one, as in: python -m bot restore FOLDER\n{made[1]}\n")
    status, said = await run(tmp_path, "restore", made[1])
    assert (status, said.count("\n")) == (0, 5), said
    assert "Traceback" not in said


async def test_a_damaged_database_says_how_it_comes_back_and_so_it_does(tmp_path: Path) -> None:
    assert (await run(tmp_path, "place", "小店"))[0] == 0
    assert (await run(tmp_path, "backup"))[0] == 0
    (tmp_path / "data" / "nestbox.db").write_bytes(b"not a database" * 1000)
    status, said = await run(tmp_path, WEB_PORT=str(free_port()))
    assert status == 4
    first, command = said.splitlines()
    assert first.startswith("The database is damaged (")
    assert first.endswith("The newest good backup comes back with:")
    process = await asyncio.create_subprocess_shell(
        command.strip(), cwd=tmp_path, env=environment(tmp_path), stdout=asyncio.subprocess.PIPE
    )
    await asyncio.wait_for(process.communicate(), SECONDS)
    assert process.returncode == 0
    status, said = await run(tmp_path, "place")
    assert (status, "小店" in said) == (0, True)


async def test_an_interrupted_restore_is_said_and_the_next_start_finishes_it(tmp_path: Path) -> None:
    assert (await run(tmp_path, "place", "新店"))[0] == 0
    data, staged = tmp_path / "data", tmp_path / "data" / "restoring"
    staged.mkdir()
    (data / "nestbox.db").rename(staged / "nestbox.db")
    (staged / "ready").write_text("before-restore-x")
    status, said = await run(tmp_path, "place")
    assert (status, said) == (4, "A restore was interrupted here. `python -m bot` finishes it.\n")
    async with running(tmp_path, free_port()) as printed:
        assert "A restore that had been interrupted is finished now." in printed
    status, said = await run(tmp_path, "place")
    assert (status, "新店" in said) == (0, True)


async def test_without_a_database_or_with_nowhere_to_go_no_backup_is_made(tmp_path: Path) -> None:
    status, said = await run(tmp_path, "backup")
    assert (status, "there is no database at" in said) == (1, True)
    status, said = await run(tmp_path, "backup", BACKUP_DIR="")
    assert (status, said.startswith("BACKUP_DIR is empty")) == (2, True)
    status, said = await run(tmp_path, "backup", DATABASE_URL="postgresql://nobody@127.0.0.1/none")
    assert (status, said.startswith("No backup was made: pg_dump")) == (1, True)  # it is not here, or its words
    status, said = await run(tmp_path, "restore", "x", DATABASE_URL="postgresql://nobody@127.0.0.1/none")
    assert (status, said.startswith("Nothing was changed: x is not a whole backup")) == (4, True)


async def test_nothing_was_kept_aside_so_there_is_nothing_to_replay(tmp_path: Path) -> None:
    assert await run(tmp_path, "replay") == (0, "")
    status, said = await run(tmp_path, "replay", "7")
    assert (status, said.startswith("Nothing with the number 7 was kept.")) == (2, True)


async def test_wrong_settings_are_said_together_and_the_status_is_2(tmp_path: Path) -> None:
    status, said = await run(tmp_path, WEB_PORT="eighty", PLACE_TIMEZONE="Mars")
    assert status == 2
    assert [line.split()[0] for line in said.splitlines()] == ["WEB_PORT", "PLACE_TIMEZONE"]


async def test_places_and_doctor_and_migrate(tmp_path: Path) -> None:
    assert (await run(tmp_path, "migrate"))[0] == 0
    status, said = await run(tmp_path, "place", "二店")
    assert status == 0
    assert re.search(r"[0-9a-f]{8}  二店  http://127\.0\.0\.1:8080/#p-", said)
    assert "zh,ug,en; Asia/Urumqi and Asia/Shanghai; the team looks before publishing; quiet 22:00-07:30" in said
    status, said = await run(tmp_path, "doctor")
    assert (status, "✗" in said) == (0, False), said


SHOWN = "".join((ROOT / name).read_text(encoding="utf-8") for name in ("README.md", "docs/operating.md"))


@pytest.mark.parametrize("command", sorted(set(re.findall(r"python -m bot(?: ([a-z][a-z-]*))?(?! means)", SHOWN))))
def test_every_command_the_documentation_shows_exists(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Without a process for each: this one has imported all that such a process would."""
    with pytest.raises(SystemExit) as ended:
        main([*([command] if command else []), "--help"])
    assert ended.value.code == 0
    assert capsys.readouterr().out.startswith("usage: ")


def test_every_make_target_the_documentation_shows_exists() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for target in re.findall(r"(?:^|`)make ([a-z]+)", SHOWN, re.MULTILINE):
        assert re.search(rf"^{target}:", makefile, re.MULTILINE), target


@pytest.mark.parametrize("command", [(), ("gateway", "--token", "1:a"), ("restore",)])
async def test_a_folder_that_cannot_be_written_is_said_in_one_sentence(
    tmp_path: Path, command: tuple[str, ...]
) -> None:
    status, said = await run(tmp_path, *command, DATA_DIR="/proc/nestbox", WEB_PORT=str(free_port()))
    assert status == 2
    assert re.fullmatch(r"/proc/nestbox(-gateway)? cannot be written \(.*\): .* DATA_DIR\.\n", said)


async def test_the_web_chat_for_another_bot_has_a_folder_of_its_own_and_says_where_it_is(tmp_path: Path) -> None:
    port = free_port()
    process = await start(tmp_path, "gateway", "--token", "77:another-bots-token", "--port", str(port))
    assert process.stdout is not None
    async with asyncio.timeout(SECONDS):
        lines = [(await process.stdout.readline()).decode() for _ in range(2)]
    api, page = (re.findall(r"http://\S+", line)[0] for line in lines)
    async with httpx.AsyncClient() as client:
        assert (await client.get(f"{api}/bot77:another-bots-token/getMe")).json()["result"]["id"] == 77
        assert "<!doctype html>" in (await client.get(page)).text
    status, said = await run(tmp_path, "gateway", "--token", "78:b", "--port", str(port), "--data-dir", "third")
    assert (status, "taken" in said) == (3, True)
    process.send_signal(signal.SIGTERM)
    await asyncio.wait_for(process.communicate(), 20)
    assert (tmp_path / "data-gateway" / "nestbox.db").exists()
    assert not (tmp_path / "data").exists()
    assert "another-bots-token" not in "".join(lines)


def test_what_is_to_be_typed_can_be_copied_where_one_stands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", ["/somewhere/bot/__main__.py"])
    monkeypatch.setattr(sys, "executable", str(tmp_path / ".venv" / "bin" / "python"))
    monkeypatch.chdir(tmp_path)
    assert typed("invite lead") == ".venv/bin/python -m bot invite lead"  # after `make run`, in the clone
    (tmp_path / "data").mkdir()
    monkeypatch.chdir(tmp_path / "data")
    assert typed("invite lead") == "python -m bot invite lead"
    monkeypatch.setattr(sys, "argv", ["/home/me/.local/bin/nestbox"])
    assert typed() == "nestbox"
