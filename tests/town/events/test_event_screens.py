"""The crawler walks through events as they are on a busy street: weekly, full, over, with photos, being made."""

from datetime import timedelta

import pytest

from bot.doors.door import TELEGRAM
from bot.identity.roles import Role
from tests.lengths import length
from tests.neighbour import OnTelegram
from tests.pictures import photograph
from tests.street import Street
from tests.tools.crawl import Crawl
from tests.town.events.test_event_series import weekly
from tests.town.events.test_events import SATURDAY_EVENING, makes

ROLES, LANGUAGES = (Role.RESIDENT, Role.VOLUNTEER, Role.SHOPKEEPER), ("zh", "ug", "en")
EVERY = [(role, language) for role in ROLES for language in LANGUAGES]
ONCE = list(zip(ROLES, LANGUAGES, strict=True))


async def busy(street: Street) -> None:
    """The first Saturday is over, its photos wait or are shown; more dates and other events lie ahead."""
    john, other = await street.arrives("John", TELEGRAM, "en"), await street.arrives("Other", TELEGRAM, "ug")
    maker = await weekly(street, times="5", many="1", door=TELEGRAM)
    for one, coming in ((john, "Coming"), (other, "كېلىمەن")):
        await one.presses(coming)
    await john.presses("The same for…")
    for day in ("12月10日 15:00", "12月11日 15:00", "12月12日 15:00"):
        await makes(maker, when=day)
        await maker.presses("📣 发布")
    await street.until(SATURDAY_EVENING + timedelta(hours=3))
    await john.presses("😊")
    await john.presses("Send my photos")
    await john.sends_album([photograph(seed=number) for number in range(4)])
    await maker.says("/start event-1")
    await maker.presses("管理活动")
    await maker.presses("新照片")
    await maker.presses("放进相册")
    await maker.presses("放进相册")


@pytest.mark.parametrize(("role", "language"), length(ONCE, EVERY))
async def test_no_screen_of_an_event_leads_nowhere(street: Street, role: Role, language: str) -> None:
    walker = await street.arrives("Walker", TELEGRAM, language, role)
    assert isinstance(walker, OnTelegram)
    await busy(street)
    await walker.says("/start event-2")
    await walker.taps((await walker.last()).id, "events.answer:2:coming:s")
    crawl = Crawl(walker, language)
    await crawl.run("/start event-1", "/start event-2", "/events", "/calendar", "/newevent")
    assert not crawl.complaints, "\n".join(dict.fromkeys(crawl.complaints))
    reached = {name for name in crawl.pressed if name.startswith("events.")}
    expected = {"answer", "bring", "same_for_all", "dates", "album", "new_link", "no_link"}
    if role is Role.VOLUNTEER:
        expected |= {
            "look_after",
            "guest_list",
            "ticks",
            "note_came",
            "walk_ins",
            "photos",
            "let_through",
            "call_off",
        }
    assert {f"events.{name}" for name in expected} <= reached
