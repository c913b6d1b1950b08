"""Two programs with a folder each and one bucket: what one was sent both show, it comes once and goes once."""

from collections.abc import Callable, Sequence
from pathlib import Path

import httpx

from bot.config import Bucket
from bot.media.images import clean
from tests.pictures import photograph
from tests.running.several import Beside, Several, several
from tests.running.town import ByTelegram, OnTheWire
from tests.s3 import objects, settings_of
from tests.tools import forked, remains
from tests.town.ideas.test_held import follows

BY_WEB, BY_TELEGRAM = photograph(320, 240, seed=31), photograph(320, 240, seed=32)
OTHER_POLLS = "another program receives with the same token"
READY = "SELECT count(*), count(DISTINCT hash) FROM media WHERE state = 'ready'"


def shown(town: Beside, hashes: Sequence[str] = (), size: str = "") -> list[httpx.Response]:
    """Pictures, else all that are ready, as a stranger gets them on the public page of this program."""
    [(code,)] = town.ask("SELECT code FROM places")
    ready = [hash for (hash,) in town.ask("SELECT hash FROM media WHERE state = 'ready' ORDER BY id")]
    return [httpx.get(f"{town.url}/p/{code}/media/{hash}{size}.jpg", timeout=20) for hash in hashes or ready]


async def publishes(volunteer: OnTheWire, number: int) -> None:
    await volunteer.says("/desk")
    await follows(volunteer, f"ideas.publish:{number}")


async def leaves(one: OnTheWire | ByTelegram) -> None:
    await one.says("/privacy")
    await one.presses("Delete me")
    await one.presses("Delete everything now")
    await one.hears("You are deleted ✓")


def remembered(here: Several) -> list[str]:
    """What lies on the disks of the programs and belongs to a picture."""
    folders = [town.data / name for town in here.towns for name in ("media", "gateway")]
    return [str(file) for folder in folders for file in folder.rglob("*")]


async def test_a_picture_is_fetched_once_seen_everywhere_and_gone_everywhere(
    tmp_path: Path, new_postgres: Callable[..., str], ready_postgres: str, bucket: Bucket
) -> None:
    url = new_postgres(ready_postgres)
    async with several(tmp_path, url, telegram=True, **settings_of(bucket)) as here:
        assert here.fake is not None
        for town in here.towns:
            town.expects(OTHER_POLLS)
        aygul, bo = await here[0].arrives("Aygul", "en"), await here[0].on_telegram("Bo", "en")
        volunteer = await here[1].joins("Volunteer", "volunteer", "en")
        await bo.agrees()
        sent = ((aygul, BY_WEB, "A bench by the door"), (bo, BY_TELEGRAM, "Water for the roses"))
        for number, (one, picture, words) in enumerate(sent, start=1):
            await one.says("/suggest")
            await one.sends_photo(picture, words)
            await one.presses("Inside the shop")
            await one.hears("Saved")
            await publishes(volunteer, number)
        assert here.ask(READY) == [(2, 2)]
        assert here.fake.does("stats")["fetched"] == 1
        for town in here.towns:
            assert [one.status_code for one in (*shown(town), *shown(town, size=".thumb"))] == [200] * 4
            assert {one.content for one in shown(town)} >= {clean(BY_WEB).jpeg}
        assert remembered(here) == []
        await volunteer.says("/1")  # a file of the web chat, through the program that was not sent it
        seen = await volunteer.hears("A bench by the door", "👍")
        assert await volunteer.photo_of(seen) == clean(BY_WEB).jpeg
        hashes = [hash for (hash,) in here.ask("SELECT hash FROM media")]
        await leaves(aygul)
        await leaves(bo)
        await here.until(lambda: not here.ask("SELECT 1 FROM erasures"))
        await here.until(lambda: not [name for name in objects(bucket) if "/media/" in name])
        for town in here.towns:
            assert [one.status_code for one in shown(town, hashes)] == [404] * 2
        marks = [name for name in objects(bucket) if "/forgotten/" in name]
        assert len(marks) == 2


async def test_two_programs_may_share_one_folder(
    tmp_path: Path, new_postgres: Callable[..., str], ready_postgres: str
) -> None:
    """On PostgreSQL, as on a disk that two machines have; whoever wants it for herself is told who is there."""
    shared = tmp_path / "shared"
    async with several(tmp_path, new_postgres(ready_postgres), DATA_DIR=str(shared)) as here:
        aygul = await here[0].arrives("Aygul", "en")
        volunteer = await here[1].joins("Volunteer", "volunteer", "en")
        await aygul.says("/suggest")
        await aygul.sends_photo(BY_WEB, "A bench by the door")
        await aygul.presses("Inside the shop")
        await aygul.hears("Saved")
        await publishes(volunteer, 1)
        for town in here.towns:
            assert [one.status_code for one in shown(town)] == [200]
        status, said = await forked.run(here[0].folder, ("restore", "--forget-again"), here[0].environment(), 60)
        assert (status, "Stop it first; nothing was changed" in said) == (3, True)
        await leaves(aygul)
        (needle,) = remains.of_picture(clean(BY_WEB).jpeg)
        await here.until(lambda: not remains.found(shared / "media", [needle]))
        marks = shared / "forgotten.jsonl"
        await here.until(lambda: marks.exists() and marks.read_text().strip())
    assert (shared / "secret.key").stat().st_mode & 0o777 == 0o600
