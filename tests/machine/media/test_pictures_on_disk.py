"""What is left of a picture on the disk: nothing but its pixels, once, and nothing at all when it is to go."""

from pathlib import Path

import pytest

from bot.doors.door import TELEGRAM, WEB
from bot.identity.roles import Role
from tests import pictures
from tests.street import Street
from tests.town.ideas.test_held import follows

FORMS = {"JPEG": "image/jpeg", "PNG": "image/png", "WEBP": "image/webp", "HEIC": "image/heic"}
TRACES = (pictures.SECRET, b"Exif\0\0", b"xmpmeta", b"ICC_PROFILE")


def files(data: Path) -> list[Path]:
    return [path for path in data.rglob("*") if path.is_file() and not path.name.startswith("nestbox.db")]


def traces(data: Path) -> list[tuple[str, bytes]]:
    """What a picture brought along, and where it lies now."""
    return [(path.name, trace) for path in files(data) for trace in TRACES if trace in path.read_bytes()]


def on_disk(data: Path) -> int:
    """Bytes; a file with two names takes its room once."""
    return sum({path.stat().st_ino: path.stat().st_size for path in files(data) if path.suffix == ".jpg"}.values())


async def drawn(street: Street) -> int:
    async with street.bot.database.read() as tx:
        return await tx.one(int, "SELECT count(*) FROM media WHERE state = 'ready'") or 0


@pytest.mark.parametrize("door", [WEB, TELEGRAM])
async def test_every_stored_picture_is_clean_however_it_came(street: Street, tmp_path: Path, door: str) -> None:
    aygul = await street.arrives("Aygul", door, "en")
    await aygul.says("/suggest")
    for number, (form, mime) in enumerate(FORMS.items()):
        secretive = [pictures.encoded(pictures.wall(240, 180, 2 * number + k), form, 6) for k in range(2)]
        await aygul.sends_document(secretive[0], f"wall.{form.lower()}", mime)
        await aygul.sends_photo(secretive[1])
    await aygul.sends_album([pictures.photograph(240, 180, seed) for seed in (20, 21)])
    assert await drawn(street) == 2 * 4 + 2
    assert traces(tmp_path) == []


async def test_a_picture_of_the_web_chat_is_cleaned_once_and_lies_on_the_disk_once(
    street: Street, tmp_path: Path
) -> None:
    aygul = await street.arrives("Aygul", WEB, "en")
    before = on_disk(tmp_path)
    await aygul.says("/suggest")
    await aygul.sends_photo(pictures.photograph(1600, 1200))
    (hash,) = await street.bot.site.pictures.hashes()
    jpeg = await street.bot.site.pictures.read(hash)
    (sent,) = [shown for shown in await aygul.screen() if shown.kind == "photo" and shown.mine]
    assert await aygul.photo_of(sent) == jpeg
    assert on_disk(tmp_path) - before == len(jpeg) + len(await street.bot.site.pictures.read_thumbnail(hash))
    # It is shown to others, too: still once.
    await aygul.says("A hole")
    await aygul.presses("Inside the shop")
    volunteer = await street.arrives("Volunteer", WEB, "en", Role.VOLUNTEER)
    await volunteer.says("/desk")
    await follows(volunteer, "ideas.publish:1")
    for name in ("Bo", "Chen"):
        other = await street.arrives(name, WEB, "en")
        await other.says("/1")
        assert await other.photo_of(await other.last()) == jpeg
    drawings = [path for path in files(tmp_path / "gateway") if path.suffix == ".jpg" and path.stat().st_nlink == 1]
    assert on_disk(tmp_path) - before - sum(path.stat().st_size for path in drawings) == len(jpeg) + len(
        await street.bot.site.pictures.read_thumbnail(hash)
    )


async def test_of_a_picture_that_cannot_be_made_clean_only_its_name_is_kept(street: Street, tmp_path: Path) -> None:
    aygul = await street.arrives("Aygul", WEB, "en")
    await aygul.says("/suggest")
    before = files(tmp_path / "gateway")
    for broken in (pictures.truncated(), pictures.huge_png()):
        await aygul.sends_document(broken, "wall.jpg", "image/jpeg")
    assert {
        path for path in files(tmp_path / "gateway") if path not in before and b"PNG" not in path.read_bytes()
    } == set()
    assert [shown.kind for shown in await aygul.screen() if shown.mine][-2:] == ["document", "document"]
    await aygul.hears("arrived damaged")
    await aygul.hears("too large to open")


@pytest.mark.parametrize("sent_as", ["photo", "document"])
async def test_whoever_leaves_takes_her_pictures_along_and_nobody_elses(
    street: Street, tmp_path: Path, sent_as: str
) -> None:
    """The same picture of two people: what belongs to the one who stays is still there."""
    aygul, bo = await street.arrives("Aygul", WEB, "en"), await street.arrives("Bo", WEB, "en")
    before = {path.name for path in files(tmp_path)}
    same, hers = pictures.photograph(300, 200, 1), pictures.photograph(300, 200, 2)
    for one, photos in ((aygul, (same, hers)), (bo, (same,))):
        await one.says("/suggest")
        for photo in photos:
            if sent_as == "photo":
                await one.sends_photo(photo)
            else:
                await one.sends_document(photo, "wall.jpg", "image/jpeg")
    assert await drawn(street) == 3
    await aygul.says("/privacy")
    await aygul.presses("Delete me")
    await aygul.presses("Delete everything now")
    await street.settle()
    left = [path for path in files(tmp_path) if path.name not in before and path.suffix == ".jpg"]
    assert len({path.stat().st_ino for path in left}) == 2  # Bo's picture and its thumbnail
    shown = next(shown for shown in await bo.screen() if shown.kind == "photo" and shown.mine)
    (left_hash,) = await street.bot.site.pictures.hashes()
    assert await bo.photo_of(shown) == await street.bot.site.pictures.read(left_hash)
