"""The album of an event: called for afterwards, looked at by the team, shown to everybody."""

from datetime import timedelta

import pytest

from bot.identity.roles import Role
from tests.neighbour import Neighbour
from tests.pictures import photograph, truncated
from tests.street import Street
from tests.town.events.test_events import DOORS, SATURDAY_EVENING, announced

OVER = SATURDAY_EVENING + timedelta(hours=2)


async def looks_at_photos(maker: Neighbour) -> None:
    await maker.says("/start event-1")
    await maker.presses("管理活动")
    await maker.presses("📷 新照片")


@pytest.mark.parametrize("door", DOORS)
async def test_photos_are_called_for_looked_at_and_shown(any_street: Street, door: str) -> None:
    street = any_street
    john, aygul = await street.arrives("John", door, "en"), await street.arrives("Aygul", door, "ug")
    maker = await announced(street, door=door)
    await john.presses("Coming")
    await street.until(OVER)
    await john.hears("Thank you for coming", "send your photos")
    await john.presses("😊")
    await john.presses("Send my photos")
    await john.hears("ask their parents")
    await john.sends_album([photograph(seed=number) for number in (1, 2)])
    await john.hears("Once the team has looked at it")
    await john.sends_photo(photograph(seed=3))
    await john.presses("That was all")

    await aygul.says("/start event-1")
    await aygul.presses("رەسىملەر (0)")
    await aygul.hears("تېخى رەسىمى يوق")
    await looks_at_photos(maker)
    assert (await maker.last()).kind == "photo"
    await maker.hears("还有 3 张要看", "要家长同意")
    await maker.presses("放进相册")
    await maker.presses("放进相册")
    await maker.presses("✗ 不放")
    await maker.hears("没有新照片")
    await maker.presses("相册（2）")
    await maker.hears("1 / 2")

    await aygul.says("/start event-1")
    await aygul.presses("رەسىملەر (2)")
    first = await aygul.hears("1 / 2")
    assert first.kind == "photo"
    await aygul.presses("كېيىنكىلىرى")
    await aygul.hears("2 / 2")


@pytest.mark.parametrize("door", DOORS)
async def test_a_photo_can_be_taken_back(street: Street, door: str) -> None:
    john = await street.arrives("John", door, "en")
    maker = await announced(street, door=door)
    await john.presses("Coming")
    await street.until(OVER)
    await john.presses("😊")
    await john.presses("Send my photos")
    await john.sends_photo(photograph())
    await looks_at_photos(maker)
    await maker.presses("放进相册")
    await john.presses("That was all")
    await john.presses("Album (1)")
    await john.presses("Take it out of the album")
    await john.hears("still empty")


async def test_only_whoever_was_there_sends_photos_and_only_afterwards(street: Street) -> None:
    absent = await street.arrives("Absent", "telegram", "en")
    guest = await street.arrives("Guest", "telegram", "en")
    await announced(street)
    card = await absent.hears("社区秋日会")
    await guest.presses("Coming")
    await guest.taps((await guest.last()).id, "events.add_photos:1:a")
    assert "once it has begun" in (await guest.toasts())[-1]
    await street.until(OVER)
    await absent.taps(card.id, "events.add_photos:1:a")
    assert "those who were there" in (await absent.toasts())[-1]
    await guest.presses("😐")
    await guest.presses("Send my photos")
    await guest.says("What a day!")
    await guest.hears("I need a photo")
    for number in range(10):
        await guest.sends_photo(photograph(seed=number))
    await guest.sends_photo(photograph(seed=77))
    await guest.hears("the most one person can send")
    for forged in ("let_through:1", "keep_out:1", "photos:1"):
        await guest.taps(card.id, f"events.{forged}")
        assert "for others" in (await guest.toasts())[-1]
    await absent.taps(card.id, "events.take_out:1")
    assert "not here any more" in (await absent.toasts())[-1]
    await absent.taps(card.id, "events.take_out:99")
    assert "not here any more" in (await absent.toasts())[-1]


async def test_a_photo_that_is_none_is_asked_for_again(street: Street) -> None:
    john = await street.arrives("John", language="en")
    maker = await announced(street)
    await john.presses("Coming")
    await street.until(OVER)
    await john.presses("😊")
    await john.presses("Send my photos")
    await john.sends_document(truncated(), "fair.jpg", "image/jpeg")
    await john.hears("cannot be used")
    await john.presses("Another picture")
    await john.hears("Please send your photos")
    await looks_at_photos(maker)
    await maker.hears("没有新照片")


async def test_another_place_s_team_cannot_let_photos_through(street: Street) -> None:
    volunteer = await street.arrives("Volunteer", "telegram", "en", Role.VOLUNTEER)
    await volunteer.taps((await volunteer.last()).id, "events.let_through:1")
    assert "not here any more" in (await volunteer.toasts())[-1]


async def test_the_team_s_digest_says_that_photos_wait(street: Street) -> None:
    john = await street.arrives("John", language="en")
    maker = await announced(street)
    await john.presses("Coming")
    await street.until(OVER)
    await john.presses("😊")
    await john.presses("Send my photos")
    await john.sends_photo(photograph())
    await maker.says("/digest")
    await maker.hears("1 张新照片要看")
