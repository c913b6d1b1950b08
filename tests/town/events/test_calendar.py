"""Calendars: what a phone that subscribes or opens a file reads about our events."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import httpx
from icalendar import Calendar

from tests.neighbour import Neighbour
from tests.street import Street
from tests.town.events.test_events import announced, makes, opens_team_menu

START = datetime(2026, 11, 28, 11, 0, tzinfo=UTC)


async def fetch(street: Street, path: str) -> httpx.Response:
    transport = httpx.ASGITransport(app=street.bot.web, client=("127.0.0.1", 1))
    async with httpx.AsyncClient(transport=transport, base_url="http://nestbox.test") as client:
        return await client.get(path)


@dataclass(frozen=True)
class Entry:
    """What a calendar on a phone makes of one event."""

    uid: str
    sequence: int
    status: str
    summary: str
    location: str
    description: str
    start: datetime
    end: datetime
    stamp: datetime


def read(content: bytes) -> list[Entry]:
    return [
        Entry(
            str(found["uid"]),
            int(str(found["sequence"])),
            str(found["status"]),
            str(found["summary"]),
            str(found["location"]),
            str(found["description"]),
            found.decoded("dtstart"),
            found.decoded("dtend"),
            found.decoded("dtstamp"),
        )
        for found in Calendar.from_ical(content).walk("VEVENT")
    ]


async def entries(street: Street, path: str) -> list[Entry]:
    answer = await fetch(street, path)
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "text/calendar; charset=utf-8"
    return read(answer.content)


async def link_of(neighbour: Neighbour) -> str:
    """The address behind the calendar button of the newest card."""
    for message in reversed(await neighbour.screen()):
        for row in message.buttons:
            for label, address in row:
                if "日历" in label:
                    return address
    raise AssertionError("no calendar button")


async def moves(maker: Neighbour) -> None:
    await opens_team_menu(maker)
    await maker.presses("✏ 修改")
    await maker.presses("🕖 时间")
    await maker.says("11月29日 15:00")


async def test_the_feed_follows_an_event_through_its_life(street: Street) -> None:
    maker = await announced(street)
    path = f"/calendar/{street.place.code}.ics"
    (first,) = await entries(street, path)
    assert (first.summary, first.location, first.status) == ("社区秋日会", "L 店门口", "CONFIRMED")
    assert first.start == START
    assert first.end == START + timedelta(hours=2)
    assert "19:00 北京时间（新疆时间 17:00）" in first.description
    assert first.sequence == 0
    await street.later(minutes=1)
    await moves(maker)
    (moved,) = await entries(street, path)
    assert (moved.uid, moved.sequence) == (first.uid, 1)
    assert moved.start == datetime(2026, 11, 29, 7, 0, tzinfo=UTC)
    assert moved.stamp > first.stamp
    await opens_team_menu(maker)
    await maker.presses("取消活动")
    await maker.says("下大雪")
    await maker.presses("❌ 取消活动并通知")
    (cancelled,) = await entries(street, path)
    assert (cancelled.uid, cancelled.status, cancelled.sequence) == (first.uid, "CANCELLED", 2)


async def test_the_button_on_the_card_leads_to_its_file(street: Street) -> None:
    neighbour = await street.arrives("张三 Zhang", "telegram")
    await announced(street)
    await neighbour.presses("参加")
    await neighbour.presses("多带一位大人")
    link = await link_of(neighbour)
    assert link.startswith("http://nestbox.test/calendar/event/1-")
    answer = await fetch(street, link)
    assert "社区秋日会" in answer.text
    assert "Zhang" not in answer.text
    assert "ATTENDEE" not in answer.text


async def test_a_file_cannot_be_guessed_and_a_draft_is_in_no_calendar(street: Street) -> None:
    maker = await announced(street)
    await makes(maker, when="11月29日 15:00")
    assert len(await entries(street, f"/calendar/{street.place.code}.ics")) == 1
    for path in ("event/1-0", "event/1-", "event/2-x", "event/x-y", "event/²-1", "nosuchcode", "event/9" + "9" * 30):
        assert (await fetch(street, f"/calendar/{path}.ics")).status_code == 404


async def test_whatever_people_type_stays_inside_its_line(street: Street) -> None:
    maker = await announced(street)
    await maker.says("/newevent")
    await maker.says("Tea, cake; and\nBEGIN:VEVENT \\ 茶" + "会" * 40)
    await maker.says("11月27日 19:00")
    await maker.says("花园\nEND:VCALENDAR")
    await maker.presses("不限人数")
    await maker.says("第一行\nEND:VEVENT\n第三行, 带逗号; 和分号")
    await maker.presses("跳过")
    await maker.presses("📣 发布")
    answer = await fetch(street, f"/calendar/{street.place.code}.ics")
    events = read(answer.content)
    assert len(events) == 2
    tea = next(event for event in events if "Tea" in event.summary)
    assert tea.summary.startswith("Tea, cake; and BEGIN:VEVENT \\ 茶会")
    assert "第一行\nEND:VEVENT\n第三行, 带逗号; 和分号" in tea.description
    assert answer.content.endswith(b"END:VCALENDAR\r\n")
    assert b"\r\nREFRESH-INTERVAL;VALUE=DURATION:PT1H\r\n" in answer.content
    # https://www.rfc-editor.org/rfc/rfc5545#section-3.1: lines of at most 75 octets.
    assert all(len(line) <= 75 for line in answer.content.split(b"\r\n"))


async def test_a_calendar_speaks_the_language_of_its_reader(street: Street) -> None:
    await announced(street)
    for language, words in (("en", "19:00 Beijing time"), ("ug", "بېيجىڭ ۋاقتى 19:00"), ("xx", "19:00 北京时间")):
        (event,) = await entries(street, f"/calendar/{street.place.code}.ics?language={language}")
        assert words in event.description
