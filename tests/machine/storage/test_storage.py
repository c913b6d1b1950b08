"""What every storage promises, a folder and a bucket alike, and what only a bucket has to bear."""

import asyncio
import time
from dataclasses import replace
from pathlib import Path

import pytest

from bot.config import Bucket as Address
from bot.storage.bucket import Bucket
from bot.storage.folder import Folder
from bot.storage.recent import KEPT, LARGEST, MOST_BYTES, Recent
from bot.storage.shared import shared
from bot.storage.storage import Storage, Unavailable
from tests.s3 import FORBIDDEN, Line, objects

NAME, OTHER = "media/ab/abc.jpg", "gateway/x.jpg"


@pytest.fixture(params=["folder", "bucket"])
def storage(request: pytest.FixtureRequest, tmp_path: Path) -> Storage:
    if request.param == "folder":
        return Folder(tmp_path / "data")
    return Bucket(request.getfixturevalue("bucket"))


async def names(storage: Storage, folder: str) -> set[str]:
    return {one.name for one in await storage.list(folder)}


async def test_what_is_kept_comes_back_whole_until_it_is_deleted(storage: Storage) -> None:
    content = bytes(range(256)) * 4096
    assert not await storage.has(NAME)
    assert await names(storage, "media") == set()
    await storage.put(NAME, content)
    await storage.put(OTHER, b"")
    assert await storage.has(NAME)
    assert (await storage.get(NAME), await storage.get(OTHER)) == (content, b"")
    assert (await names(storage, "media"), await names(storage, "gateway")) == ({NAME}, {OTHER})
    await storage.delete([NAME, "media/ab/never.jpg"])
    await storage.delete([])
    assert not await storage.has(NAME)
    assert await names(storage, "media") == set()
    with pytest.raises(FileNotFoundError):
        await storage.get(NAME)


async def test_a_second_name_goes_by_itself(storage: Storage) -> None:
    assert not await storage.copy(NAME, OTHER)
    await storage.put(NAME, b"a picture")
    assert await storage.copy(NAME, OTHER)
    assert await storage.copy(NAME, OTHER)  # once more says nothing
    await storage.delete([NAME])
    assert await storage.get(OTHER) == b"a picture"


async def test_of_many_who_create_at_once_one_does_and_all_read_the_same(storage: Storage) -> None:
    made = await asyncio.gather(*(storage.create("secret.key", b"%d" % number) for number in range(6)))
    assert sorted(made) == [False] * 5 + [True]
    assert await storage.get("secret.key") == b"%d" % made.index(True)


async def test_processes_that_start_at_once_share_a_secret_and_keep_a_copy(storage: Storage, tmp_path: Path) -> None:
    homes = [tmp_path / "one", tmp_path / "other"]
    made = iter(("first", "second"))
    found = await asyncio.gather(*(shared(storage, home, "secret.key", lambda: next(made)) for home in homes))
    assert found[0] == found[1]
    assert [await Folder(home).get("secret.key") for home in homes] == [found[0][0].encode()] * 2


async def test_a_key_of_before_opens_beside_the_shared_one(bucket: Address, tmp_path: Path) -> None:
    await Folder(tmp_path).put("secret.key", b"of before\n")
    there = Bucket(bucket)
    assert await shared(there, tmp_path, "secret.key", lambda: "new") == ["of before"]
    await Folder(tmp_path / "other").put("secret.key", b"its own\n")
    assert await shared(there, tmp_path / "other", "secret.key", lambda: "new") == ["of before", "its own"]


# --- a folder


@pytest.mark.parametrize("name", ["../outside", "/etc/passwd", "media/../../outside"])
async def test_no_name_leaves_the_folder(tmp_path: Path, name: str) -> None:
    with pytest.raises(ValueError, match="not the name"):
        await Folder(tmp_path / "data").put(name, b"x")


# --- a bucket


async def test_everything_lies_below_its_folder_and_a_bucket_of_others_is_left_alone(bucket: Address) -> None:
    await Bucket(replace(bucket, prefix="others")).put(NAME, b"theirs")
    ours = Bucket(bucket)
    await ours.put(NAME, b"ours")
    assert sorted(objects(bucket)) == [f"nest/box/{NAME}", f"others/{NAME}"]
    assert await names(ours, "media") == {NAME}


async def test_a_bucket_that_stumbles_is_asked_again(bucket: Address) -> None:
    async with Line(bucket) as line:
        there = Bucket(line.bucket)
        line.refusals = 2
        await there.put(NAME, b"a picture")
        line.refusals = 2
        assert await there.has(NAME)
        line.refusals = 2
        assert await there.get(NAME) == b"a picture"
        line.refusals = 2
        await there.delete([NAME])
        assert not await there.has(NAME)


async def test_a_bucket_that_is_away_says_so_in_time_and_is_there_again(bucket: Address) -> None:
    async with Line(bucket) as line:
        there = Bucket(line.bucket, patience=0.5)
        await there.put(NAME, b"a picture")
        line.silent = True
        for work in (there.get(NAME), there.has(NAME)):
            began = time.monotonic()
            with pytest.raises(Unavailable, match="does not answer"):
                await work
            assert time.monotonic() - began < 10
        line.silent = False
        assert await there.get(NAME) == b"a picture"


async def test_a_bucket_that_refuses_for_good_says_so(bucket: Address) -> None:
    async with Line(bucket) as line:
        there = Bucket(line.bucket, patience=2.0)
        for work in (there.put(NAME, b"x"), there.get(NAME), there.has(NAME), there.delete([NAME])):
            line.refusals = 50
            with pytest.raises(Unavailable):
                await work


async def test_a_key_that_is_not_good_is_said_and_not_tried_again(bucket: Address) -> None:
    async with Line(bucket) as line:
        there = Bucket(line.bucket)
        line.refusal, line.refusals = FORBIDDEN, 5
        for work in (
            there.put(NAME, b"x"),
            there.get(NAME),
            there.has(NAME),
            there.copy(NAME, OTHER),
            there.list("media"),
        ):
            with pytest.raises(Unavailable, match="refuses our key"):
                await work
        assert line.requests == 5


async def test_no_bucket_is_not_a_missing_file(bucket: Address) -> None:
    nowhere = Bucket(replace(bucket, name="nobody-made-this"))
    for work in (nowhere.put(NAME, b"x"), nowhere.get(NAME), nowhere.list("media"), nowhere.create(NAME, b"x")):
        with pytest.raises(Unavailable, match="no such bucket") as said:
            await work
        assert "nobody-made" not in str(said.value)


async def test_what_everybody_looks_at_is_read_once(bucket: Address) -> None:
    async with Line(bucket) as line:
        there = Bucket(line.bucket)
        await there.put(NAME, b"a picture")
        before = line.requests
        for _ in range(20):
            assert await there.get(NAME) == b"a picture"
        assert line.requests == before + 1
        await there.delete([NAME])
        with pytest.raises(FileNotFoundError):
            await there.get(NAME)


def test_what_is_remembered_is_little_and_not_for_long() -> None:
    now = 0.0
    recent = Recent(lambda: now)
    recent.keep("large", bytes(LARGEST + 1))
    assert recent.find("large") is None
    for number in range(MOST_BYTES // LARGEST + 1):
        recent.keep(str(number), bytes(LARGEST))
    assert recent.find("0") is None
    assert recent.find("1") is not None
    now = KEPT + 1
    assert recent.find("1") is None
    recent.keep("2", b"anew")
    recent.drop("2")
    recent.drop("2")
    assert recent.find("2") is None
