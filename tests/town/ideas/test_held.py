"""A picture with a child on it is held back: nobody sees a pixel of it until a guardian agreed."""

from collections.abc import Iterable
from io import BytesIO
from typing import Any

import pytest
from PIL import Image

from bot.cli.invariants import examine
from bot.doors.door import TELEGRAM, WEB
from bot.graphics import charts
from bot.i18n.texts import machine as m
from bot.i18n.texts import render_plain
from bot.identity.roles import Role
from tests.neighbour import Neighbour, OnTelegram, OnTheWeb, leaves_for_good
from tests.pictures import photograph
from tests.street import Street

PINK = (255, 0, 200)  # a colour that nothing else on the street has
doors = pytest.mark.parametrize("door", [WEB, TELEGRAM])


def pink(shade: int = 0) -> bytes:
    """Pink all over, but for a corner that makes each of them its own."""
    picture = Image.new("RGB", (640, 480), PINK)
    picture.paste((0, 0, 0), (0, 0, 80 + 40 * shade, 60 + 90 * shade))
    file = BytesIO()
    picture.save(file, "JPEG", quality=92)
    return file.getvalue()


def shows_pink(content: bytes) -> bool:
    try:
        with Image.open(BytesIO(content)) as picture:
            small = picture.convert("RGB").resize((64, 64), Image.Resampling.NEAREST)
    except OSError:
        return False
    pixels = small.tobytes()
    near = sum(
        pixels[at] > 215 and pixels[at + 1] < 60 and 150 < pixels[at + 2] < 245 for at in range(0, len(pixels), 3)
    )
    return near > 40


async def seen_by(one: Neighbour) -> list[bytes]:
    """Every picture in her chat, the small sizes too; what she sent herself also, where the web chat keeps it."""
    if isinstance(one, OnTheWeb):
        history = (await one.client.get("/chat/history", params={"limit": 100})).json()["messages"]
        urls = [url for m in history for url in _urls(m.get("photo"))]
        return [(await one.client.get(url)).content for url in urls]
    assert isinstance(one, OnTelegram)
    return [await one.photo_of(m) for m in await one.screen() if m.kind == "photo" and not m.mine]


def _urls(photo: dict[str, Any] | None) -> list[str]:
    return [value for name, value in (photo or {}).items() if name in ("url", "thumb") and value]


async def pages(street: Street) -> list[bytes]:
    """The public pages in every language, the feed, and every picture they name."""
    reader = await street.neighbour("Reader")
    assert isinstance(reader, OnTheWeb)
    code, found = street.place.code, []
    for path in ("", "/1", "/feed.xml", "/1?lang=ug", "?lang=en"):
        words = (await reader.client.get(f"/p/{code}{path}")).text
        names = {part.split(".jpg")[0] for part in words.split("/media/")[1:]}
        found += [(await reader.client.get(f"/p/{code}/media/{name}.jpg")).content for name in sorted(names)]
    return found


async def anybody_sees_pink(street: Street, people: Iterable[Neighbour]) -> list[str]:
    seen = [one.name for one in people if any(shows_pink(content) for content in await seen_by(one))]
    return seen + (["the public pages"] if any(shows_pink(content) for content in await pages(street)) else [])


async def town(street: Street, door: str, language: str = "zh") -> dict[str, Neighbour]:
    """A pink picture on the board, which everybody has looked at."""
    other = TELEGRAM if door == WEB else WEB
    people = {
        "sender": await street.arrives("Aygul", door, language),
        "resident": await street.arrives("Li", other, language),
        "volunteer": await street.arrives("Wang", door, language, Role.VOLUNTEER),
        "lead": await street.arrives("Lead", other, language, Role.LEAD),
        "keeper": await street.arrives("Keeper", door, language, Role.SHOPKEEPER),
        "liaison": await street.arrives("Liaison", other, language, Role.LIAISON),
    }
    await people["sender"].says("/suggest")
    await people["sender"].sends_album([pink(), photograph(400, 300, seed=3)], "A bench")
    await people["sender"].presses({"zh": "店里", "ug": "دۇكان ئىچى", "en": "Inside the shop"}[language])
    await people["volunteer"].says("/desk")
    await follows(people["volunteer"], "ideas.publish:1")
    for one in people.values():
        await one.says("/ideas")
        await one.says("/1")
    return people


async def follows(one: Neighbour, address: str) -> None:
    """Presses the newest button that leads to this address, whatever its label says."""
    for message in reversed(await one.screen()):
        for row in message.buttons:
            for _, data in row:
                if data.startswith(address):
                    await one.taps(message.id, data)
                    return
    raise AssertionError(f"{one.name} sees no way to {address}: {[m.labels for m in await one.screen()][-3:]}")


async def holds(one: Neighbour, number: int = 1) -> None:
    """From the card to the desk, behind "more": this picture of the idea."""
    await one.says("/1")
    for address in ("ideas.look_after", "ideas.more_tools:1:0", "ideas.more_tools:1:1", "held.look:idea:1:0"):
        await follows(one, address)
    for later in range(1, number):
        await follows(one, f"held.look:idea:1:{later}")
    await follows(one, "held.hold:")


async def releases(one: Neighbour) -> None:
    await one.says("/held")
    for address in ("held.open_held", "held.ask_release", "held.release"):
        await follows(one, address)


@doors
async def test_a_held_picture_is_seen_nowhere_and_comes_back_when_a_guardian_agreed(
    street: Street, door: str
) -> None:
    people = await town(street, door)
    everybody = list(people.values())
    assert set(await anybody_sees_pink(street, everybody)) == {*(one.name for one in everybody), "the public pages"}
    volunteer = people["volunteer"]
    await holds(volunteer)
    await volunteer.hears("已经收起", "1 号建议的照片")
    await people["sender"].hears("先替您收着", "家长同意")
    await street.tick()
    assert await anybody_sees_pink(street, everybody) == []
    for one in everybody:
        for words in ("/ideas", "/1", "/digest", "/held", "/weekly"):
            await one.says(words)
    await street.later(days=1)
    assert await anybody_sees_pink(street, everybody) == []

    await volunteer.says("/held")
    await volunteer.presses("1 号建议的照片")
    card = await volunteer.hears("已收起", "Wang" if door == TELEGRAM else "已收起")
    assert card.kind == "text"
    await volunteer.presses("家长同意了")
    await volunteer.presses("是的，重新展示")
    await volunteer.hears("大家又能看到了")
    await people["sender"].hears("家长同意了")
    assert {"Li", "Keeper", "the public pages"} <= set(await anybody_sees_pink(street, everybody))


@doors
@pytest.mark.parametrize("language", ["ug", "en"])
async def test_it_is_held_in_every_language(street: Street, door: str, language: str) -> None:
    people = await town(street, door, language)
    await holds(people["volunteer"])
    await street.tick()
    assert await anybody_sees_pink(street, people.values()) == []
    await people["volunteer"].hears({"ug": "ساقلاپ قويۇلدى", "en": "Held back"}[language])
    await people["sender"].hears({"ug": "ساقلاپ تۇرىمىز", "en": "keep it to ourselves"}[language])


@pytest.mark.server
async def test_holding_releasing_and_removing_works_on_both_databases(any_street: Street) -> None:
    street = any_street
    people = await town(street, WEB)
    volunteer, sender = people["volunteer"], people["sender"]
    await holds(volunteer)
    assert await anybody_sees_pink(street, people.values()) == []
    await releases(volunteer)
    assert await anybody_sees_pink(street, people.values())
    await volunteer.presses("家长改主意了，再收起来")
    await volunteer.hears("已经收起")
    assert await anybody_sees_pink(street, people.values()) == []
    await street.later(days=6)
    await sender.hears_nothing_of("我们删除了")
    await volunteer.says("/digest")
    await street.later(days=1, minutes=10)
    await sender.hears("一直没有等到家长同意，我们删除了1 号建议的照片")
    await street.bot.scheduler.keep_house()
    assert await anybody_sees_pink(street, people.values()) == []
    folder = street.bot.settings.data_dir
    kept = [file for file in (folder / "media").rglob("*.jpg") if shows_pink(file.read_bytes())]
    assert kept == []
    findings = await examine(street.bot.database, street.bot.site.pictures, street.clock.now())
    assert not [one.line for one in findings if one.broken and "pictures" in one.name]


async def test_an_address_that_was_written_down_earlier_leads_nowhere(street: Street) -> None:
    people = await town(street, WEB)
    sender = people["sender"]
    assert isinstance(sender, OnTheWeb)
    history = (await sender.client.get("/chat/history", params={"limit": 100})).json()["messages"]
    files = [url for m in history for url in _urls(m.get("photo"))]
    async with street.bot.database.read() as tx:
        hash = await tx.one(str, "SELECT hash FROM media WHERE id = 1")
    public = [f"/p/{street.place.code}/media/{hash}{small}.jpg" for small in ("", ".thumb")]
    pink_ones = [url for url in [*files, *public] if shows_pink((await sender.client.get(url)).content)]
    tags = {url: (await sender.client.get(url)).headers["etag"] for url in pink_ones}
    assert len(pink_ones) > 4
    for url in pink_ones:
        again = await sender.client.get(url, headers={"If-None-Match": tags[url]})
        assert again.status_code == 304
        assert "no-cache" in again.headers["cache-control"], url
    await holds(people["volunteer"])
    await street.tick()
    for url in pink_ones:
        answer = await sender.client.get(url, headers={"If-None-Match": tags[url]})
        assert answer.status_code == 404, url


async def test_only_the_team_holds_and_releases_and_only_what_is_of_its_place(street: Street) -> None:
    people = await town(street, TELEGRAM)
    for role in ("sender", "keeper"):
        one = people[role]
        for address in ("held.hold:idea:1:1", "held.look:place:0:0", "held.held"):
            await one.taps((await one.last()).id, address)
    async with street.bot.database.read() as tx:
        assert await tx.one(int, "SELECT count(*) FROM held_pictures") == 0
    volunteer = people["volunteer"]
    for address in ("held.hold:idea:2:1", "held.hold:picture:999:999", "held.hold:event:1:1", "held.release:1"):
        await volunteer.taps((await volunteer.last()).id, address)
    async with street.bot.database.write() as tx:
        assert await tx.one(int, "SELECT count(*) FROM held_pictures") == 0
        other = await tx.one(
            int,
            "INSERT INTO places (code, name, timezone, languages, created_at) VALUES ('other', 'Other',"
            " 'Asia/Urumqi', 'zh', 0) RETURNING id",
        )
        await tx.run("UPDATE ideas SET place_id = ?", other)
    await volunteer.taps((await volunteer.last()).id, "held.hold:idea:1:1")
    await volunteer.taps((await volunteer.last()).id, "held.hold:place:0:1")
    async with street.bot.database.read() as tx:
        assert await tx.one(int, "SELECT count(*) FROM held_pictures") == 0


async def test_a_volunteer_who_is_one_no_more_releases_nothing(street: Street) -> None:
    people = await town(street, TELEGRAM)
    volunteer = people["volunteer"]
    await holds(volunteer)
    async with street.bot.database.write() as tx:
        await tx.run("DELETE FROM roles")
    await volunteer.taps((await volunteer.last()).id, "held.release:1")
    assert await anybody_sees_pink(street, people.values()) == []


@doors
async def test_the_same_picture_sent_again_is_held_before_anybody_sees_it(street: Street, door: str) -> None:
    people = await town(street, door)
    await holds(people["volunteer"])
    again = people["resident"]
    await again.says("/suggest")
    await again.sends_photo(pink(), "Here once more")
    await again.presses("店里")
    await street.tick()
    await again.hears("先替您收着")
    assert [one for one in await anybody_sees_pink(street, people.values()) if one != again.name] == []


@doors
async def test_the_picture_of_a_broadcast_is_held_too(street: Street, door: str) -> None:
    volunteer = await street.arrives("Wang", door, role=Role.VOLUNTEER)
    guest = await street.arrives("Li", TELEGRAM if door == WEB else WEB)
    await volunteer.says("/broadcast")
    await volunteer.sends_photo(pink(), "今天刷墙")
    await volunteer.presses("发给谁？➡")
    await volunteer.presses("所有人")
    await volunteer.presses("发给…")
    await street.later(seconds=31)
    await guest.hears("今天刷墙")
    assert "Li" in await anybody_sees_pink(street, [guest])
    await volunteer.says("/held")
    await volunteer.presses("翻看照片")
    await volunteer.hears("群发消息的照片")
    await volunteer.presses("先把这张收起来")
    await street.tick()
    assert await anybody_sees_pink(street, [guest, volunteer]) in ([], ["Wang"])
    shown = await guest.hears("今天刷墙")
    assert shown.kind == "photo"


def language_of_card(content: bytes) -> str:
    """In which of the three "this picture is being kept back" is written on it; "" when it is another picture."""
    seen = _grey(content)
    apart = {}
    for language in ("zh", "ug", "en"):
        card = _grey(charts.card(render_plain(m.picture_kept_back, language), (), language))
        apart[language] = sum(abs(one - other) for one, other in zip(seen, card, strict=True))
    nearest = min(apart, key=lambda language: apart[language])
    return nearest if apart[nearest] < 10_000 else ""


def _grey(content: bytes) -> bytes:
    with Image.open(BytesIO(content)) as picture:
        return picture.convert("L").resize((64, 64)).tobytes()


@doors
@pytest.mark.parametrize("language", ["zh", "ug"])
async def test_the_card_in_its_place_is_in_the_language_of_whoever_reads_it(
    street: Street, door: str, language: str
) -> None:
    """One picture alone, in a message, and one in a page of pictures."""
    author, english = await street.arrives("Aygul", language="en"), await street.arrives("Li", door, "en")
    reader = await street.arrives("Bo", door, language)
    volunteer = await street.arrives("Wang", TELEGRAM if door == WEB else WEB, "en", Role.VOLUNTEER)
    await volunteer.says("/broadcast")
    await volunteer.sends_photo(pink(), "Painting today")
    for button in ("To whom?", "Everyone here", "Send to…"):
        await volunteer.presses(button)
    await street.later(seconds=31)
    await author.says("/suggest")
    await author.sends_photo(pink(1), "A bench")
    await author.presses("Inside the shop")
    await volunteer.says("/desk")
    await follows(volunteer, "ideas.publish:1")
    for one in (reader, english):
        await one.says("/ideas")
    for _ in range(2):
        await volunteer.says("/held")
        for address in ("held.look:", "held.hold:"):
            await follows(volunteer, address)
    await street.tick()
    for one, reads in ((reader, language), (english, "en")):
        pictures = [await one.photo_of(message) for message in await one.screen() if message.kind == "photo"]
        assert [language_of_card(picture) for picture in pictures] == [reads, reads], one.name


async def test_what_is_on_its_way_when_it_is_held_is_called_back_too(street: Street) -> None:
    """Claimed before, settled afterwards: the second look finds it."""
    people = await town(street, TELEGRAM)
    async with street.bot.database.write() as tx:
        await tx.run("UPDATE outbox SET state = 'sending' WHERE state = 'sent' AND params LIKE '%stored%'")
    await holds(people["volunteer"])
    async with street.bot.database.write() as tx:
        await tx.run("UPDATE outbox SET state = 'sent' WHERE state = 'sending' AND params LIKE '%stored%'")
    await street.later(minutes=3)
    assert await anybody_sees_pink(street, people.values()) == []


async def test_who_saw_it_and_left_does_not_hinder_calling_it_back(
    any_street: Street, caplog: pytest.LogCaptureFixture
) -> None:
    """Their chats are empty and nobody's: nothing is queued for them, and the others' pictures go."""
    street = any_street
    people = await town(street, WEB, "en")
    for name in ("resident", "liaison"):
        await leaves_for_good(people.pop(name))
    await holds(people["volunteer"])
    await street.tick()
    await street.later(minutes=3)
    assert await anybody_sees_pink(street, people.values()) == []
    async with street.bot.database.read() as tx:
        assert await tx.one(int, "SELECT count(*) FROM outbox WHERE state IN ('waiting', 'sending')") == 0
        assert await tx.one(int, "SELECT count(*) FROM outbox WHERE edits LIKE 'held:%' AND chat_id IS NULL") == 0
    assert [record.getMessage() for record in caplog.records if record.levelname in ("WARNING", "ERROR")] == []


async def test_the_volunteer_hears_honestly_what_cannot_be_called_back(street: Street) -> None:
    people = await town(street, WEB)
    await street.later(days=40)
    await street.bot.scheduler.keep_house()
    await holds(people["volunteer"])
    await people["volunteer"].hears("30 天以前", "收不回来")
