"""The wheel, built and installed into an environment of its own, and used in a folder that is no clone.

What it needs comes from the environment of the tests, and so does what builds it: nothing is fetched.
"""

import asyncio
import os
import re
import signal
import subprocess
import sys
import sysconfig
import tomllib
import zipfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest

from bot.program import VERSION
from tests import ROOT
from tests.bench.programs import check_words
from tests.operating.test_commands import SECONDS, free_port

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
FOLDERS = {"bot", "handlers", "migrations", "simulation"}  # what may lie in site-packages
FILLING = 600.0  # seconds until it must be ready; the demo lives through a whole year, perhaps beside other tests


@dataclass(frozen=True)
class Installed:
    wheel: Path
    bin: Path

    async def starts(self, folder: Path, *arguments: str) -> asyncio.subprocess.Process:
        kept = {name: os.environ[name] for name in ("HOME", "LANG") if name in os.environ}
        return await asyncio.create_subprocess_exec(
            self.bin / "nestbox", *arguments,
            cwd=folder, env=kept | {"PATH": "/usr/bin:/bin", "PYTHONWARNINGS": "error"},
            stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.STDOUT,
        )  # fmt: skip

    async def says(self, folder: Path, *arguments: str) -> tuple[int, str]:
        process = await self.starts(folder, *arguments)
        output, _ = await asyncio.wait_for(process.communicate(), SECONDS)
        check_words(output.decode())
        return process.returncode or 0, output.decode()

    @asynccontextmanager
    async def runs(self, folder: Path, *arguments: str) -> AsyncIterator[str]:
        """What it printed until it was ready."""
        process = await self.starts(folder, *arguments)
        assert process.stdout is not None
        printed = ""
        async with asyncio.timeout(FILLING):
            while "same network" not in printed:
                line = (await process.stdout.readline()).decode()
                assert line, printed
                printed += line
        yield printed
        process.send_signal(signal.SIGTERM)
        rest, _ = await asyncio.wait_for(process.communicate(), SECONDS)
        check_words(printed + rest.decode())
        assert process.returncode == 0, printed + rest.decode()


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Installed:
    folder = tmp_path_factory.mktemp("installed")
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet"]
    offline = ["--no-deps", "--no-index"]
    subprocess.run([*pip, "wheel", *offline, "--no-build-isolation", "-w", folder, ROOT], check=True)
    (wheel,) = folder.glob("*.whl")
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", folder / "venv"], check=True)
    python = folder / "venv" / "bin" / "python"
    subprocess.run([*pip, "--python", python, "install", *offline, wheel], check=True)
    (packages,) = (folder / "venv" / "lib").glob("python*/site-packages")
    (packages / "what_it_needs.pth").write_text(sysconfig.get_path("purelib") + "\n")
    return Installed(wheel, python.parent)


def settings(folder: Path) -> str:
    """The address of a town whose settings lie in the folder where it is started."""
    port = free_port()
    (folder / ".env").write_text(f"PLACE_NAME=小店\nWEB_PORT={port}\n", encoding="utf-8")
    return f"http://127.0.0.1:{port}"


def lying_in(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def test_the_wheel_has_every_file_of_its_folders_and_nothing_else(installed: Installed) -> None:
    listing = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard", *sorted(FOLDERS)]
    ours = subprocess.run(listing, cwd=ROOT, capture_output=True, check=True).stdout.decode().split("\0")
    with zipfile.ZipFile(installed.wheel) as wheel:
        inside = {name for name in wheel.namelist() if not name.startswith(f"nestbox-{VERSION}.dist-info/")}
    assert inside == {name for name in ours if name and (ROOT / name).is_file()}


async def test_it_says_its_version_and_is_called_nestbox(installed: Installed, tmp_path: Path) -> None:
    assert await installed.says(tmp_path, "--version") == (0, f"nestbox {VERSION}\n")
    status, said = await installed.says(tmp_path, "--help")
    assert (status, said.startswith("usage: nestbox ")) == (0, True)
    assert lying_in(tmp_path) == set()


async def test_it_runs_in_any_folder_and_keeps_its_data_there(installed: Installed, tmp_path: Path) -> None:
    address = settings(tmp_path)
    async with installed.runs(tmp_path, "run") as printed:
        assert f"小店 is open: {address}\n" in printed
        assert "More: nestbox invite volunteer" in printed
        async with httpx.AsyncClient(base_url=address) as client:
            assert (await client.get("/healthz")).json() == {"ok": True}
            metrics = (await client.get("/metrics")).text
            assert re.search(rf'^nestbox_build_info{{[^}}]*version="{re.escape(VERSION)}"}} 1', metrics, re.MULTILINE)
            page = (await client.get("/")).text
            script = re.search(r'<script[^>]* src="([^"]+)"', page)
            assert script
            assert (await client.get(script[1])).status_code == 200
    assert (tmp_path / "data" / "nestbox.db").exists()
    status, said = await installed.says(tmp_path, "doctor")
    assert (status, "✗" in said) == (0, False), said
    assert said.startswith(f"✓ this is Nestbox {VERSION} on Python ")


async def test_the_demo_is_lived_in_there_too(installed: Installed, tmp_path: Path) -> None:
    address = settings(tmp_path)
    async with installed.runs(tmp_path, "--demo") as printed:
        where = re.search(rf"resident\s+{address}/#p-(\w+)", printed)
        assert where, printed
        async with httpx.AsyncClient(base_url=address) as client:
            board = await client.get(f"/p/{where[1]}")
            pictures = set(re.findall(r'src="(/[^"]*media[^"]*)"', board.text))
            assert pictures, board.text
            assert (await client.get(pictures.pop())).status_code == 200
    assert lying_in(tmp_path) == {".env", "data-demo"}


@pytest.mark.parametrize(
    ("url", "status", "says"),
    [("", 0, "The database is up to date."), ("postgresql://nobody@127.0.0.1/none", 2, "DATABASE_URL leads to ")],
)
def test_a_town_on_sqlite_needs_no_driver_for_postgres(tmp_path: Path, url: str, status: int, says: str) -> None:
    without = "import sys; sys.modules['asyncpg'] = None; from bot.__main__ import main; sys.exit(main(['migrate']))"
    given = {"DATABASE_URL": url, "PYTHONPATH": str(ROOT), "PYTHONWARNINGS": "error"}
    command = [sys.executable, "-c", without]
    done = subprocess.run(command, cwd=tmp_path, env=given, capture_output=True, text=True, check=False)
    assert (done.returncode, (done.stdout + done.stderr).startswith(says)) == (status, True), done.stderr


@pytest.mark.parametrize(
    ("lock", "extras"),
    [
        ("requirements.txt", ("postgres", "s3")),
        ("requirements-test.txt", ("postgres", "s3", "test")),
        ("requirements-likeness.txt", ("postgres", "s3", "likeness")),
    ],
)
def test_the_lock_files_have_what_the_project_asks_for(lock: str, extras: tuple[str, ...]) -> None:
    optional = PROJECT["project"]["optional-dependencies"]
    asked = PROJECT["project"]["dependencies"] + [one for extra in extras for one in optional[extra]]
    pinned = set(re.findall(r"^([a-z0-9.-]+)==", (ROOT / lock).read_text(encoding="utf-8"), re.MULTILINE))
    assert {_name(one) for one in asked} - pinned == set()


def test_a_town_whose_pictures_lie_in_its_folder_needs_no_driver_for_a_bucket(tmp_path: Path) -> None:
    without = "import sys; sys.modules['obstore'] = None; from bot.__main__ import main; sys.exit(main(['migrate']))"
    given = {"PYTHONPATH": str(ROOT), "PYTHONWARNINGS": "error"}
    bucket = {"MEDIA_URL": "s3://town", "AWS_ACCESS_KEY_ID": "k", "AWS_SECRET_ACCESS_KEY": "s"}
    said = []
    for more in ({}, bucket):
        command = [sys.executable, "-c", without]
        done = subprocess.run(command, cwd=tmp_path, env=given | more, capture_output=True, text=True, check=False)
        said.append((done.returncode, (done.stdout + done.stderr)[:25]))
    assert said == [(0, "The database is up to dat"), (2, "MEDIA_URL leads to a buck")]


def test_what_builds_the_wheel_is_among_what_the_tests_need() -> None:
    assert set(PROJECT["build-system"]["requires"]) <= set(PROJECT["project"]["optional-dependencies"]["test"])


def test_the_newest_version_of_the_changelog_is_this_one() -> None:
    newest = re.search(r"^## ([0-9.]+)", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert newest
    assert newest[1] == VERSION


def _name(requirement: str) -> str:
    """https://packaging.python.org/en/latest/specifications/name-normalization/"""
    found = re.match(r"[A-Za-z0-9._-]+", requirement)
    assert found
    return re.sub(r"[-_.]+", "-", found[0]).lower()
