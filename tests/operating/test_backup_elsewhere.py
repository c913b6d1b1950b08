"""Backups of PostgreSQL, and encrypted copies in a second place: made, damaged, and brought back from."""

import argparse
import asyncio
import os
import resource
import shutil
import subprocess
import tarfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pyrage
import pytest

from bot.backup import copies, dump, make, restore
from bot.backup.make import BackupFailed, BadBackup
from bot.backup.second_place import BucketPlace, FolderPlace
from bot.backup.staging import NUMBERS_APART
from bot.cli import doctor, recovery
from bot.config import Bucket, Settings
from bot.doors.door import TELEGRAM, WEB
from bot.gateway import numbers
from bot.identity.roles import Role
from bot.workers.nightly_backup import Nightly
from handlers import FEATURES
from tests.neighbour import Neighbour
from tests.operating.test_backup import WORDS, comes_back, put_back, with_an_idea
from tests.s3 import objects
from tests.street import MORNING, FakeClock, Street, open_street
from tests.town.ideas.test_ideas import DOORS, suggests
from tests.town.people.test_privacy import everything, leaves


@pytest.fixture
def town_url(new_postgres: Callable[..., str], ready_postgres: str) -> str:
    return new_postgres(ready_postgres)


@pytest.fixture
def keys(tmp_path: Path) -> tuple[Path, str]:
    """The file with the secret half, and the public one."""
    said: list[str] = []
    file = tmp_path / "away.key"
    assert recovery.make_key(argparse.Namespace(file=file), said.append, said.append) == 0
    return file, said[0].partition("=")[2]


def with_copies(street: Street, folder: Path, recipient: str) -> Settings:
    return replace(
        street.bot.settings,
        backup_dir=folder / "backups",
        backup_copy_dir=folder / "elsewhere",
        backup_recipients=(recipient,),
    )


def lying_in(folder: Path) -> list[Path]:
    return [folder / name for name in copies.listed(FolderPlace(folder))]


def back_up(settings: Settings, at: FakeClock) -> tuple[int, list[str]]:
    said: list[str] = []
    status = recovery.back_up(settings, argparse.Namespace(folder=None), at.now(), said.append, said.append)
    return status, said


# --- PostgreSQL


@pytest.mark.parametrize("door", DOORS)
async def test_a_town_on_postgres_comes_back_by_one_command(
    tmp_path: Path, town_url: str, postgres_tools: None, door: str
) -> None:
    async with open_street(tmp_path, FEATURES, town_url) as street:
        aygul = await with_an_idea(street, door)
        settings, telegram, clock = (
            replace(street.bot.settings, backup_dir=tmp_path / "backups"),
            street.telegram,
            street.clock,
        )
        status, said = await asyncio.to_thread(back_up, settings, clock)
        assert status == 0, said
        await aygul.says("/help")
        await suggests(await street.arrives("Memet", TELEGRAM), "门口放一把长椅")  # after the backup: will be gone
        async with street.bot.database.read() as tx:
            given = await numbers.newest(tx)
    shutil.rmtree(tmp_path / "media")
    status, said = await put_back(settings, make.listed(tmp_path / "backups")[0])
    assert (status, len(said)) == (0, 5), said
    assert (tmp_path / "before-restore-20261123-040000" / dump.DUMP).is_file()
    assert not (tmp_path / "restoring").exists()
    async with open_street(tmp_path, FEATURES, town_url, telegram=telegram, clock=clock) as street:
        aygul = comes_back(street, aygul)
        await aygul.says("/1")
        card = await aygul.hears(WORDS)
        assert await aygul.photo_of(card)
        async with street.bot.database.read() as tx:
            assert await tx.one(int, "SELECT count(*) FROM ideas") == 1
            # No page that is open since before the restore takes what is new for what it has seen.
            assert await numbers.newest(tx) > given + NUMBERS_APART / 2


async def test_what_has_left_since_does_not_leave_postgres_twice_and_the_forgotten_stay_so(
    tmp_path: Path, town_url: str, postgres_tools: None
) -> None:
    async with open_street(tmp_path, FEATURES, town_url) as street:
        aygul = await with_an_idea(street, TELEGRAM)
        other = await street.arrives("Memet", TELEGRAM)
        other.person.says("/help")  # type: ignore[attr-defined]
        await street.bot.pollings[TELEGRAM].poll(0)  # answered; the answer waits while the backup is made
        settings = replace(street.bot.settings, backup_dir=tmp_path / "backups")
        await asyncio.to_thread(back_up, settings, street.clock)
        await street.settle()  # and leaves
        heard = len(await other.screen())
        await leaves(aygul)
        telegram, clock = street.telegram, street.clock
    status, said = await put_back(settings, make.listed(tmp_path / "backups")[0])
    assert status == 0, said
    assert said[2] == "Forgotten once more: 1."
    assert said[3].startswith("Messages known to have left since: 1;"), said
    async with open_street(tmp_path, FEATURES, town_url, telegram=telegram, clock=clock) as street:
        await street.settle()
        assert len(await comes_back(street, other).screen()) == heard
        assert WORDS not in await everything(street)


async def test_a_restore_into_postgres_that_fails_changes_nothing(
    tmp_path: Path, town_url: str, postgres_tools: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with open_street(tmp_path, FEATURES, town_url) as street:
        aygul = await with_an_idea(street, TELEGRAM)
        settings = replace(street.bot.settings, backup_dir=tmp_path / "backups")
        telegram = street.telegram
        await asyncio.to_thread(back_up, settings, street.clock)
    (backup,) = make.listed(tmp_path / "backups")
    with monkeypatch.context() as broken:
        broken.setattr(dump, "EMPTY", dump.EMPTY + "SELECT 1 / 0;\n")
        status, said = await put_back(settings, backup)
    assert (status, "division by zero" in said[0], "Nothing was changed" in said[0]) == (1, True, True)
    with monkeypatch.context() as broken:

        def half(*_: object) -> object:
            yield "this is no SQL;\n"

        broken.setattr("bot.backup.into_postgres._settling", half)
        assert (await put_back(settings, backup))[0] == 1
    async with open_street(tmp_path, FEATURES, town_url, telegram=telegram) as street:
        await comes_back(street, aygul).says("/1")
        await comes_back(street, aygul).hears(WORDS)
        status, said = await put_back(settings, backup)  # while a bot runs
        assert (status, "stop whatever uses it" in said[0]) == (1, True), said


async def test_a_damaged_dump_and_one_of_the_other_engine_are_refused(
    tmp_path: Path, town_url: str, postgres_tools: None
) -> None:
    async with open_street(tmp_path / "a", FEATURES, town_url) as street:
        settings = replace(street.bot.settings, backup_dir=tmp_path / "backups")
        await asyncio.to_thread(back_up, settings, street.clock)
    (backup,) = make.listed(tmp_path / "backups")
    elsewhere = replace(settings, database_url=f"sqlite:///{tmp_path / 'nestbox.db'}")
    status, (said,) = await put_back(elsewhere, backup)
    assert (status, "is a backup of postgres" in said) == (4, True)
    content = (backup / dump.DUMP).read_bytes()
    (backup / dump.DUMP).write_bytes(content[: len(content) // 2])
    status, (said,) = await put_back(settings, backup)
    assert (status, "is damaged" in said) == (4, True)


def test_the_password_of_the_server_is_on_no_command_line() -> None:
    with dump.address("postgresql://nestbox:p%40s%3A%5Cw@db.example:5433/town?sslmode=require") as address:
        bare, _, file = address.partition("&passfile=")
        assert bare == "postgresql://nestbox@db.example:5433/town?sslmode=require"
        assert Path(file).read_text() == "*:*:*:*:p@s\\:\\\\w\n"
        assert Path(file).stat().st_mode & 0o777 == 0o600
    assert not Path(file).exists()
    with dump.address("postgresql:///town?host=/run") as address:
        assert address == "postgresql:///town?host=/run"


async def test_a_server_that_wants_a_password_gives_a_backup(
    tmp_path: Path, town_url: str, postgres_tools: None
) -> None:
    """Ours asks nobody for it; an address with one must be understood all the same."""
    with_one = town_url.replace("postgresql://postgres", "postgresql://postgres:p%40s%3Aword", 1)
    assert with_one != town_url
    await asyncio.to_thread(dump.write, with_one, tmp_path / "one.dump")
    assert dump.read(tmp_path / "one.dump").counts["schema_migrations"] > 0


async def test_where_pg_dump_is_missing_it_is_said_and_no_lead_is_woken(
    tmp_path: Path, town_url: str, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    async with open_street(tmp_path, FEATURES, town_url) as street:
        lead = await street.arrives("Lead", WEB, "en", Role.LEAD)
        settings = replace(street.bot.settings, backup_dir=tmp_path / "backups")
        status, said = await asyncio.to_thread(back_up, settings, street.clock)
        assert (status, "pg_dump" in said[0], "postgresql-client" in said[0]) == (1, True, True)
        await Nightly(street.bot.database, street.clock, settings).run()
        await street.tick()
        assert "backup" not in " ".join(one.words for one in await lead.screen())
        assert "no backup was made: pg_dump" in caplog.text
        found = [words for fine, words in await doctor._server(settings) if not fine]
        assert len(found) == 1
        assert found[0].startswith("no backup can be made, since pg_dump, pg_restore, psql is not here")


async def test_the_night_backs_up_postgres_too(tmp_path: Path, town_url: str, postgres_tools: None) -> None:
    async with open_street(tmp_path, FEATURES, town_url) as street:
        settings = replace(street.bot.settings, backup_dir=tmp_path / "backups")
        await Nightly(street.bot.database, street.clock, settings).run()
        (one,) = make.listed(tmp_path / "backups")
        found = make.examine(one)
        async with street.bot.database.read() as tx:
            for table in ("places", "schema_migrations", "secrets"):
                assert found.manifest.counts[table] == await tx.one(int, f"SELECT count(*) FROM {table}")  # noqa: S608
        assert not [table for table in found.manifest.counts if table.startswith(make.PRIVATE)]


# --- copies elsewhere


async def with_a_copy(street: Street, folder: Path, recipient: str) -> tuple[Neighbour, Settings, Path]:
    aygul = await with_an_idea(street, TELEGRAM)
    settings = with_copies(street, folder, recipient)
    status, said = await asyncio.to_thread(back_up, settings, street.clock)
    assert (status, len(said)) == (0, 2), said
    (copy,) = lying_in(folder / "elsewhere")
    return aygul, settings, copy


async def restored_from(settings: Settings, copy: Path, key: Path | None) -> tuple[int, list[str]]:
    return await put_back(settings, copy, key=key)


async def test_a_town_comes_back_from_an_encrypted_copy_when_house_and_disk_are_gone(
    tmp_path: Path, keys: tuple[Path, str]
) -> None:
    file, recipient = keys
    home = tmp_path / "home"
    home.mkdir()
    async with open_street(home, FEATURES) as street:
        aygul, settings, copy = await with_a_copy(street, tmp_path, recipient)
        telegram = street.telegram
        sealed = copy.read_bytes()
        assert sealed.startswith(b"age-encryption.org/v1\n")
        assert WORDS.encode() not in sealed
        assert b"SQLite format 3" not in sealed
        assert copy.stat().st_mode & 0o777 == 0o600
    shutil.rmtree(home)
    shutil.rmtree(tmp_path / "backups")
    status, said = await restored_from(settings, copy, file)
    assert status == 0, said
    async with open_street(home, FEATURES, telegram=telegram) as street:
        aygul = comes_back(street, aygul)
        await aygul.says("/1")
        assert await aygul.photo_of(await aygul.hears(WORDS))
    assert not list(home.glob(f"{make.UNFINISHED}*"))  # nothing of it lies about unencrypted


async def test_a_town_comes_back_from_a_bucket_by_the_name_of_its_copy(
    tmp_path: Path, keys: tuple[Path, str], bucket: Bucket
) -> None:
    file, recipient = keys
    home = tmp_path / "home"
    home.mkdir()
    async with open_street(home, FEATURES) as street:
        aygul = await with_an_idea(street, TELEGRAM)
        settings = replace(with_copies(street, tmp_path, recipient), backup_copy_dir=None, backup_copy_bucket=bucket)
        status, said = await asyncio.to_thread(back_up, settings, street.clock)
        assert (status, len(said)) == (0, 2), said
        telegram = street.telegram
    (there,) = objects(bucket)
    name = there.rpartition("/")[2]
    assert said[1] == f"s3://{bucket.name}/{there}: encrypted, for whoever has the key."
    ((_, words),) = await doctor._copies(settings)
    assert words.startswith(f"the newest copy elsewhere is s3://{bucket.name}/{there}")
    shutil.rmtree(home)
    shutil.rmtree(tmp_path / "backups")
    said.clear()
    assert recovery._list(settings, said.append, said.append) == 2
    assert said[1].startswith(f"{name} --key FILE")
    status, said = await restored_from(settings, Path(name), file)
    assert status == 0, said
    async with open_street(home, FEATURES, telegram=telegram) as street:
        aygul = comes_back(street, aygul)
        await aygul.says("/1")
        assert await aygul.photo_of(await aygul.hears(WORDS))
    assert not list(home.glob(".*"))


def test_a_bucket_takes_a_copy_of_many_parts_and_forgets_old_ones(tmp_path: Path, bucket: Bucket) -> None:
    place, large = BucketPlace(bucket), tmp_path / "large"
    large.write_bytes(b"0123456789abcdef" * (20 << 16))  # 20 MB: three parts
    name = f"nestbox-{MORNING:{make.STAMP}}.tar.age"
    place.put(name, large)
    place.put("somebody-elses.file", tmp_path / "large")
    place.get(name, tmp_path / "again")
    assert (tmp_path / "again").read_bytes() == large.read_bytes()
    with pytest.raises(FileNotFoundError):
        place.get("nestbox-20200101-000000.tar.age", tmp_path / "none")
    large.write_bytes(b"x")
    for day in range(1, 40):
        place.put(f"nestbox-{MORNING - timedelta(days=day):{make.STAMP}}.tar.age", large)
    copies.prune(place, MORNING)
    assert len(copies.listed(place)) == 31
    assert "somebody-elses.file" in place.names()


async def test_a_bucket_that_is_away_is_told_to_the_operator_and_the_lead(
    street: Street, tmp_path: Path, keys: tuple[Path, str], bucket: Bucket, caplog: pytest.LogCaptureFixture
) -> None:
    lead = await street.arrives("Lead", WEB, "en", Role.LEAD)
    away = replace(bucket, name="no-such-bucket-here")
    settings = replace(with_copies(street, tmp_path, keys[1]), backup_copy_dir=None, backup_copy_bucket=away)
    ((fine, words),) = await doctor._copies(settings)
    assert (fine, "there is no such bucket" in words) == (False, True)
    await Nightly(street.bot.database, street.clock, settings).run()
    await street.tick()
    assert sum("backup could not be made" in one.words for one in await lead.screen()) == 1
    assert len(make.listed(tmp_path / "backups")) == 1
    assert "there is no such bucket" in caplog.text
    assert bucket.secret not in caplog.text
    assert not list((tmp_path / "backups").glob(f"{make.UNFINISHED}*"))


def test_what_a_kill_left_half_is_thrown_away(tmp_path: Path) -> None:
    """A copy that was being encrypted, one on its way into the second place, one that was opened for a restore."""
    backups, data = tmp_path / "backups", tmp_path / "data"
    place = FolderPlace(tmp_path / "elsewhere")
    (tmp_path / "elsewhere").mkdir()
    for folder in (backups, tmp_path / "elsewhere"):
        folder.mkdir(exist_ok=True)
        (folder / f"{make.UNFINISHED}nestbox-20261101-000000.tar.age").write_bytes(b"half")
        os.utime(folder / f"{make.UNFINISHED}nestbox-20261101-000000.tar.age", (0, 0))
    opened = data / f"{restore.OPENED}xyz"
    opened.mkdir(parents=True)
    (opened / "backup.tar").write_bytes(b"everything, in clear")
    make.prune(backups, MORNING)
    copies.prune(place, MORNING)
    restore.clear_opened(data)
    assert [one for one in tmp_path.rglob("*") if one.is_file()] == []


async def test_a_copy_is_refused_without_its_key_with_another_one_and_when_it_is_damaged(
    street: Street, tmp_path: Path, keys: tuple[Path, str]
) -> None:
    file, recipient = keys
    _, settings, copy = await with_a_copy(street, tmp_path / "x", recipient)
    status, (said,) = await restored_from(settings, copy, None)
    assert (status, "--key FILE" in said) == (4, True)
    other = tmp_path / "other.key"
    other.write_text(f"# a comment\n{copies.new_key()[0]}\n")
    status, (said,) = await restored_from(settings, copy, other)
    assert (status, "or this is not its key" in said) == (4, True)
    other.write_text("nothing\n")
    assert (await restored_from(settings, copy, other))[0] == 4
    status, (said,) = await restored_from(settings, copy, copy)  # which was meant to be the key
    assert (status, "holds no secret key of age" in said) == (4, True)
    for change in (lambda whole: whole[:-20], lambda whole: whole[:500] + b"x" + whole[501:], lambda whole: b""):
        copy.write_bytes(change(bytearray(copy.read_bytes())))
        status, (said,) = await restored_from(settings, copy, file)
        assert (status, "is damaged" in said) == (4, True)


def test_a_copy_that_wants_to_write_elsewhere_is_refused(tmp_path: Path, keys: tuple[Path, str]) -> None:
    file, recipient = keys
    name = "nestbox-20261123-040000"
    for inside in ("../outside", "/outside", f"{name}/../../outside", "another/file"):
        packed = tmp_path / "evil.tar"
        with tarfile.open(packed, "w") as archive:
            (tmp_path / "content").write_text("x")
            one = archive.gettarinfo(tmp_path / "content")
            one.name = inside
            with (tmp_path / "content").open("rb") as content:
                archive.addfile(one, content)
        sealed = tmp_path / f"{name}.tar.age"
        sealed.write_bytes(pyrage.encrypt(packed.read_bytes(), [pyrage.x25519.Recipient.from_str(recipient)]))
        with pytest.raises(BadBackup, match="no part of a backup"):
            copies.open_copy(sealed, file, tmp_path / "room")
    assert not (tmp_path / "outside").exists()


@contextmanager
def no_file_larger_than(size: int) -> Iterator[None]:
    """As on a disk that is full: whoever writes more is refused in the middle."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_a_disk_that_is_full_while_a_copy_is_made_or_opened_is_said_to_be_full(
    tmp_path: Path, keys: tuple[Path, str]
) -> None:
    """And not that a copy is damaged, or that this is not its key: somebody would throw it away."""
    backup, place = tmp_path / "nestbox-20261123-040000", FolderPlace(tmp_path / "elsewhere")
    backup.mkdir()
    (backup / "nestbox.db").write_bytes(os.urandom(1 << 20))
    with no_file_larger_than(1 << 18), pytest.raises(BackupFailed, match="File too large"):
        copies.keep(backup, place, [keys[1]])
    assert place.names() == []
    assert list(tmp_path.glob(f"{make.UNFINISHED}*")) == []
    name = copies.keep(backup, place, [keys[1]])
    with no_file_larger_than(1 << 18), pytest.raises(OSError, match="File too large"):
        copies.open_copy(tmp_path / "elsewhere" / name, keys[0], tmp_path / "room")


async def test_the_night_copies_away_and_a_second_place_that_is_full_is_told_to_the_lead(
    street: Street, tmp_path: Path, keys: tuple[Path, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    lead = await street.arrives("Lead", WEB, "en", Role.LEAD)
    settings = with_copies(street, tmp_path / "x", keys[1])
    nightly = Nightly(street.bot.database, street.clock, settings)
    await nightly.run()
    assert len(lying_in(tmp_path / "x" / "elsewhere")) == 1
    street.clock.advance(timedelta(days=1))
    with monkeypatch.context() as full:

        def refuses(*_: object) -> None:
            raise OSError(28, "No space left on device")

        full.setattr(FolderPlace, "put", refuses)
        await nightly.run()
    await street.tick()
    assert sum("backup could not be made" in one.words for one in await lead.screen()) == 1
    assert len(make.listed(tmp_path / "x" / "backups")) == 2  # the first place has it
    assert len(lying_in(tmp_path / "x" / "elsewhere")) == 1
    assert not list((tmp_path / "x").rglob(f"{make.UNFINISHED}*"))


def test_old_copies_go_and_the_last_seven_stay(tmp_path: Path) -> None:
    place = FolderPlace(tmp_path / "elsewhere")
    (tmp_path / "one").write_bytes(b"x")
    for day in range(40):
        stamp = (MORNING - timedelta(days=day)).strftime(make.STAMP)
        place.put(f"nestbox-{stamp}.tar.age", tmp_path / "one")
    place.put("somebody-elses.file", tmp_path / "one")
    copies.prune(place, MORNING)
    assert len(lying_in(tmp_path / "elsewhere")) == 31
    copies.prune(place, MORNING + timedelta(days=100))
    assert len(lying_in(tmp_path / "elsewhere")) == 7
    assert "somebody-elses.file" in place.names()


def test_a_key_is_never_written_over_and_is_readable_for_its_owner_alone(
    tmp_path: Path, keys: tuple[Path, str]
) -> None:
    file, _ = keys
    assert file.stat().st_mode & 0o777 == 0o600
    before = file.read_text()
    said: list[str] = []
    assert recovery.make_key(argparse.Namespace(file=file), said.append, said.append) == 2
    assert file.read_text() == before


def test_a_mistyped_public_key_is_noticed_before_anything_is_written(tmp_path: Path) -> None:
    backup = tmp_path / "nestbox-20261123-040000"
    backup.mkdir()
    wrong = "age1" + "q" * 58
    with pytest.raises(BackupFailed, match="BACKUP_RECIPIENT"):
        copies.keep(backup, FolderPlace(tmp_path / "elsewhere"), [wrong])
    assert not (tmp_path / "elsewhere").exists()


@pytest.mark.skipif(shutil.which("age") is None, reason="age is not installed here")
def test_the_usual_age_program_opens_a_copy(tmp_path: Path, keys: tuple[Path, str]) -> None:
    file, recipient = keys
    backup = tmp_path / "nestbox-20261123-040000"
    backup.mkdir()
    (backup / "manifest.json").write_text("{}")
    copies.keep(backup, FolderPlace(tmp_path / "elsewhere"), [recipient])
    (copy,) = lying_in(tmp_path / "elsewhere")
    command = f"age --decrypt --identity {file} {copy} | tar --extract --directory {tmp_path / 'elsewhere'}"
    subprocess.run(["bash", "-o", "pipefail", "-c", command], check=True)
    assert (tmp_path / "elsewhere" / backup.name / "manifest.json").read_text() == "{}"
