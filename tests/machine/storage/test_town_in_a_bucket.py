"""A town whose pictures lie in a bucket: its stories are the same, its folder holds none, an outage is borne."""

import argparse
import io
import shutil
import zipfile
from dataclasses import replace
from pathlib import Path

import httpx
import pytest

from bot.backup import make
from bot.cli import doctor
from bot.cli.moving import move_media
from bot.cli.opening import why_not
from bot.config import Bucket
from bot.doors.door import TELEGRAM, WEB
from bot.identity.roles import Role
from bot.media.images import clean
from bot.privacy.erasing import remember_forgetting
from bot.privacy.marks import Marks
from bot.storage.bucket import Bucket as There
from bot.storage.folder import Folder
from bot.storage.owner import NotOurs
from bot.storage.storage import Unavailable
from handlers import FEATURES
from tests.invariants import intact
from tests.neighbour import OnTheWeb
from tests.pictures import photograph
from tests.s3 import Line, objects
from tests.street import FakeClock, Street, open_street
from tests.town.ideas.test_held import follows

PICTURE = photograph(400, 300, seed=41)


async def with_an_idea(street: Street, door: str) -> tuple[OnTheWeb, str]:
    """Published, with a photo; her and the address of its picture on the public page."""
    aygul, volunteer = await street.arrives("Aygul", door, "en"), await street.arrives("V", WEB, "en", Role.VOLUNTEER)
    await aygul.says("/suggest")
    await aygul.sends_photo(PICTURE, "A bench by the door")
    await aygul.presses("Inside the shop")
    await volunteer.says("/desk")
    await follows(volunteer, "ideas.publish:1")
    async with street.bot.database.read() as tx:
        hash = await tx.one(str, "SELECT hash FROM media")
    assert isinstance(volunteer, OnTheWeb)
    return volunteer, f"/p/{street.place.code}/media/{hash}.jpg"


def media(bucket: Bucket) -> list[str]:
    return [name for name in objects(bucket) if "/media/" in name]


@pytest.mark.parametrize("door", [WEB, TELEGRAM])
async def test_a_picture_comes_and_goes_out_as_from_a_folder(tmp_path: Path, bucket: Bucket, door: str) -> None:
    async with open_street(tmp_path, FEATURES, bucket=bucket) as street:
        volunteer, address = await with_an_idea(street, door)
        assert (await volunteer.client.get(address)).content == clean(PICTURE).jpeg
        assert len(media(bucket)) == 2
        assert not (tmp_path / "media").exists()
        assert not (tmp_path / "gateway").exists()
        await intact(street)


async def test_while_the_bucket_is_away_the_page_says_later_and_words_go_on(tmp_path: Path, bucket: Bucket) -> None:
    async with Line(bucket) as line, open_street(tmp_path, FEATURES, bucket=line.bucket) as street:
        volunteer, address = await with_an_idea(street, WEB)
        line.refusals = 10**6
        small = address.replace(".jpg", ".thumb.jpg")  # nobody has looked at it yet
        answer = await volunteer.client.get(small)
        assert (answer.status_code, answer.headers["cache-control"]) == (503, "no-store")
        await volunteer.says("/1")
        await volunteer.hears("A bench by the door")
        sent = await volunteer.client.post(
            "/chat/send", data={"txn": "t", "kind": "photo"}, files=[("file", ("a.jpg", PICTURE, "image/jpeg"))]
        )
        assert (sent.status_code, sent.json()["error"]) == (507, "not_saved")
        line.refusals = 0
        assert (await volunteer.client.get(small)).content == clean(PICTURE).thumbnail


async def test_a_telegram_picture_that_cannot_be_kept_comes_again(
    tmp_path: Path, bucket: Bucket, caplog: pytest.LogCaptureFixture
) -> None:
    async with Line(bucket) as line, open_street(tmp_path, FEATURES, bucket=line.bucket) as street:
        aygul = await street.arrives("Aygul", TELEGRAM, "en")
        await aygul.says("/suggest")
        line.refusals = 10**6
        await aygul.sends_photo(PICTURE, "A bench by the door")
        async with street.bot.database.read() as tx:
            assert await tx.one(str, "SELECT state FROM media") == "waiting"
        line.refusals = 0
        await street.later(seconds=30)
        async with street.bot.database.read() as tx:
            assert await tx.one(str, "SELECT state FROM media") == "ready"
        assert len(media(bucket)) == 2
    assert "is not kept: the bucket does not answer" in caplog.text


async def test_no_other_town_tidies_up_in_a_bucket(tmp_path: Path, bucket: Bucket) -> None:
    async with open_street(tmp_path / "one", FEATURES, bucket=bucket) as street:
        settings = street.bot.settings
    before = sorted(objects(bucket))
    with pytest.raises(NotOurs) as said:
        async with open_street(tmp_path / "other", FEATURES, bucket=bucket):
            pass
    assert "name another folder" in why_not(said.value, settings)
    assert sorted(objects(bucket)) == before
    async with open_street(tmp_path / "one", FEATURES, bucket=bucket):
        pass


async def test_pictures_are_not_moved_into_the_bucket_of_another_town(tmp_path: Path, bucket: Bucket) -> None:
    """Its bot would take away what it does not know, and here they would be gone."""
    async with open_street(tmp_path / "one", FEATURES, bucket=bucket):
        pass
    async with open_street(tmp_path / "other", FEATURES) as street:
        await with_an_idea(street, WEB)
        settings = replace(street.bot.settings, bucket=bucket)
    files, there = (
        [sorted(make.files_in(tmp_path / "other" / name)) for name in make.FOLDERS],
        sorted(objects(bucket)),
    )
    said: list[str] = []
    assert await move_media(settings, said.append, said.append) == 2
    assert "Another town keeps its files there" in said[0]
    nowhere = replace(settings, database_url=f"sqlite:///{tmp_path / 'none.db'}")
    assert await move_media(nowhere, said.append, said.append) == 2
    assert "start the bot once" in said[1]
    assert [sorted(make.files_in(tmp_path / "other" / name)) for name in make.FOLDERS] == files
    assert sorted(objects(bucket)) == there


async def test_the_middle_of_a_voice_note_is_given_to_a_player_that_asks_for_it(
    tmp_path: Path, bucket: Bucket
) -> None:
    async with open_street(tmp_path, FEATURES, bucket=bucket) as street:
        aygul = await street.arrives("Aygul", WEB, "en")
        await aygul.says("/suggest")
        await aygul.sends_voice(b"OggS" + bytes(range(256)) * 8)
        assert isinstance(aygul, OnTheWeb)
        history = (await aygul.client.get("/chat/history")).json()["messages"]
        url = next(one["voice"]["url"] for one in history if "voice" in one)
        whole = await aygul.client.get(url)
        assert whole.headers["accept-ranges"] == "bytes"
        for wished, status, content in (
            ("bytes=0-1", 206, whole.content[:2]),
            ("bytes=4-", 206, whole.content[4:]),
            ("bytes=-5", 206, whole.content[-5:]),
            ("bytes=99999-", 416, b""),
            ("bytes=0-1,4-5", 200, whole.content),
            ("bytes=-", 200, whole.content),
        ):
            part = await aygul.client.get(url, headers={"Range": wished})
            assert (wished, part.status_code, part.content) == (wished, status, content)


async def test_what_somebody_takes_along_comes_out_of_the_bucket(tmp_path: Path, bucket: Bucket) -> None:
    async with open_street(tmp_path, FEATURES, bucket=bucket) as street:
        aygul = await street.arrives("Aygul", WEB, "en")
        await aygul.says("/suggest")
        await aygul.sends_photo(PICTURE, "A bench by the door")
        await aygul.presses("Inside the shop")
        await aygul.says("/privacy")
        await aygul.presses("My data as a file")
        _, content = await aygul.file_of(await aygul.hears("Everything of yours"))
        with zipfile.ZipFile(io.BytesIO(content)) as file:
            assert [file.read(name) for name in file.namelist() if name.startswith("photos/")] == [
                clean(PICTURE).jpeg
            ]
        await aygul.says("/privacy")
        await aygul.presses("Delete me")
        await aygul.presses("Delete everything now")
        await street.settle()
        assert media(bucket) == []


async def test_a_machine_that_never_saw_her_forgets_her_by_what_the_bucket_knows(
    tmp_path: Path, bucket: Bucket
) -> None:
    """An older database is put back on a new machine, whose folder is empty."""
    old, new = tmp_path / "old", tmp_path / "new"
    new.mkdir()
    async with open_street(old, FEATURES, bucket=bucket) as street:
        aygul, friend = await street.arrives("Aygul", TELEGRAM), await street.arrives("Friend", TELEGRAM)
        await street.bot.database.copy_to(new / "nestbox.db")  # type: ignore[attr-defined]
        await aygul.says("/privacy")
        await aygul.presses("删除我")
        await aygul.presses("现在全部删除")
        await street.settle()
        clock, telegram = street.clock, street.telegram
    moved = open_street(new, FEATURES, clock=clock, telegram=telegram, bucket=bucket)
    async with moved as street, street.bot.database.read() as tx:
        assert await tx.all(int, "SELECT user_id FROM identities") == [friend.user_id]
    assert (new / "forgotten.key").read_text() == (old / "forgotten.key").read_text()


async def test_a_start_without_the_bucket_goes_by_the_folder_and_a_first_one_says_why_not(
    tmp_path: Path, bucket: Bucket, caplog: pytest.LogCaptureFixture
) -> None:
    async with Line(bucket) as line:
        async with open_street(tmp_path / "known", FEATURES, bucket=line.bucket) as street:
            clock = street.clock
        line.refusals = 10**6
        async with open_street(tmp_path / "known", FEATURES, clock=clock, bucket=line.bucket) as street:
            await street.arrives("Aygul", WEB)
        assert "the bucket does not answer" in caplog.text
        with pytest.raises(Unavailable) as said:
            async with open_street(tmp_path / "fresh", FEATURES, bucket=line.bucket):
                pass
        assert "MEDIA_URL" in why_not(said.value, street.bot.settings)
        line.refusals = 0


async def test_the_doctor_tries_the_bucket_and_says_what_to_do(
    tmp_path: Path, bucket: Bucket, capsys: pytest.CaptureFixture[str]
) -> None:
    async with open_street(tmp_path, FEATURES, bucket=bucket) as street:
        settings = replace(street.bot.settings, telegram_token="")
    await Folder(tmp_path).put("media/ab/left.jpg", b"x")
    await doctor.examine(settings, argparse.Namespace())
    assert f"lie in the bucket {bucket.name}; 1 files still lie in" in capsys.readouterr().out
    gone = replace(bucket, name="nobody-made-this")
    assert await doctor.examine(replace(settings, bucket=gone), argparse.Namespace()) == 1
    assert "✗ the bucket nobody-made-this cannot be used (there is no such bucket)" in capsys.readouterr().out


async def test_a_town_moves_its_pictures_into_a_bucket_and_nothing_is_lost(
    tmp_path: Path, bucket: Bucket, capsys: pytest.CaptureFixture[str]
) -> None:
    clock = FakeClock()
    async with open_street(tmp_path, FEATURES, clock=clock) as street:
        _, address = await with_an_idea(street, WEB)
        settings, telegram = street.bot.settings, street.telegram
        before = sum(1 for name in make.FOLDERS for _ in make.files_in(tmp_path / name))
    said: list[str] = []
    assert await move_media(settings, said.append, said.append) == 2
    assert "MEDIA_URL is empty" in said[-1]
    async with Line(bucket) as line:
        line.refusals = 10**6
        assert await move_media(replace(settings, bucket=line.bucket), said.append, said.append) == 1
    assert await move_media(replace(settings, bucket=bucket), said.append, said.append) == 0
    assert f"{before} files lie in the bucket" in said[-1]
    assert not [file for name in make.FOLDERS for file in make.files_in(tmp_path / name)]
    async with open_street(tmp_path, FEATURES, clock=clock, telegram=telegram, bucket=bucket) as street:
        async with httpx.AsyncClient(
            transport=httpx.ASGITransport(app=street.bot.web), base_url="http://nestbox.test"
        ) as stranger:
            assert (await stranger.get(address)).content == clean(PICTURE).jpeg
        await intact(street)


async def test_marks_of_all_processes_meet_in_the_bucket(tmp_path: Path, bucket: Bucket) -> None:
    here, there = Marks(There(bucket), tmp_path / "one"), Marks(There(bucket), tmp_path / "other")
    one, other = "a" * 64, "b" * 64
    await here.add([(one, 5), (other, 1)])
    await there.add([(other, 7)])
    await here.add([(one, 5)])  # once more says nothing
    assert await here.known_there() == {one: 5, other: 7}
    assert there.known_here() == {other: 7}
    async with open_street(tmp_path / "third", FEATURES, bucket=bucket) as street:
        shutil.rmtree(tmp_path / "one")
        await remember_forgetting(street.bot.database, here)
        async with street.bot.database.read() as tx:
            assert dict(await tx.all(lambda *row: row, "SELECT mark, at FROM forgotten")) == {one: 5, other: 7}
    assert here.known_here() == {one: 5, other: 7}
