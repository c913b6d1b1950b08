"""Calendars in full: a feed of one's own, what strict readers say about our files, and what updates in place."""

import os
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.identity import roles
from bot.identity.roles import Role
from tests.neighbour import Neighbour
from tests.street import Street
from tests.tools import rfc5545
from tests.town.events.test_calendar import START, entries, fetch, moves
from tests.town.events.test_event_series import weekly
from tests.town.events.test_events import DOORS, announced, makes, opens_team_menu
from tests.town.polls.test_polls import has_idea

KEEP = os.environ.get("KEEP_CALENDARS", "")  # a folder for the files, to be read with other programs


async def own_link(one: Neighbour) -> str:
    """As it stands on her screen, without the host."""
    words = (await one.hears("/calendar/mine/")).words
    line = next(line for line in words.splitlines() if "/calendar/mine/" in line)
    return "/calendar" + line.split("/calendar", 1)[1].strip()


def keep(content: bytes, name: str) -> None:
    if KEEP:
        Path(KEEP, f"{name}.ics").write_bytes(content)


async def checked(street: Street, path: str, name: str) -> bytes:
    answer = await fetch(street, path)
    assert answer.status_code == 200
    assert rfc5545.complaints(answer.content) == []
    keep(answer.content, name)
    return answer.content


@pytest.mark.parametrize("door", DOORS)
async def test_a_calendar_of_ones_own_has_what_one_answered_and_updates(any_street: Street, door: str) -> None:
    street = any_street
    john = await street.arrives("John", door, "en")
    maker = await announced(street, door=door)
    await makes(maker, when="11月27日 15:00")
    await maker.presses("📣 发布")
    await john.says("/calendar")
    await john.hears("All events", "subscribe")
    await john.presses("Give me a link")
    path = await own_link(john)
    assert await entries(street, path) == []
    await john.presses("Coming")  # the newest card: the 27th
    (first,) = await entries(street, path)
    assert (first.status, first.summary) == ("CONFIRMED", "社区秋日会")
    assert "15:00 Beijing time (13:00 Xinjiang time)" in first.description
    await john.presses("Maybe")
    (maybe,) = await entries(street, path)
    assert (maybe.uid, maybe.status) == (first.uid, "TENTATIVE")
    await john.presses("Can't")
    assert await entries(street, path) == []
    await john.presses("Coming")
    await street.later(minutes=1)
    await moves_the_first(maker)
    (moved,) = await entries(street, path)
    assert (moved.uid, moved.sequence, moved.start) == (first.uid, 1, datetime(2026, 11, 29, 7, 0, tzinfo=UTC))
    assert moved.stamp > first.stamp
    await maker.presses("📅 看活动")
    await maker.presses("管理活动")
    await maker.presses("取消活动")
    await maker.says("下大雪")
    await maker.presses("❌ 取消活动并通知")
    (cancelled,) = await entries(street, path)
    assert (cancelled.uid, cancelled.status, cancelled.sequence) == (first.uid, "CANCELLED", 2)
    await checked(street, path, f"mine-{door}")


async def moves_the_first(maker: Neighbour) -> None:
    """The list begins with the 27th."""
    await maker.says("/events")
    last = await maker.last()
    row = next(data for one in last.buttons for label, data in one if "社区秋日会" in label)
    await maker.taps(last.id, row)
    await maker.presses("管理活动")
    await maker.presses("✏ 修改")
    await maker.presses("🕖 时间")
    await maker.says("11月29日 15:00")


@pytest.mark.parametrize("door", DOORS)
async def test_a_new_link_ends_the_old_one_and_it_can_be_switched_off(street: Street, door: str) -> None:
    john = await street.arrives("John", door, "ug")
    await john.says("/calendar")
    await john.presses("ئۇلانما بېرىڭ")
    first = await own_link(john)
    await john.presses("يېڭى ئۇلانما")
    second = await own_link(john)
    assert first != second
    assert (await fetch(street, first)).status_code == 404
    assert (await fetch(street, second)).status_code == 200
    assert len(second.split("/")[-1].split(".ics")[0]) >= 32
    await john.says("/calendar")
    assert await own_link(john) == second
    await john.presses("توختىتىش")
    assert (await fetch(street, second)).status_code == 404
    for guess in ("", "x", "1"):
        assert (await fetch(street, f"/calendar/mine/{guess}.ics")).status_code == 404


async def test_the_calendar_of_somebody_says_nothing_of_others(street: Street) -> None:
    john, other = await street.arrives("John", "telegram", "en"), await street.arrives("Zhang", "telegram")
    await announced(street)
    await john.presses("Coming")
    await other.presses("参加")
    await john.says("/calendar")
    await john.presses("Give me a link")
    answer = await fetch(street, await own_link(john))
    assert "Zhang" not in answer.text
    assert "ATTENDEE" not in answer.text
    assert answer.headers["cache-control"] == "private, no-cache"
    assert answer.headers["x-robots-tag"] == "noindex"


async def test_strict_readers_accept_every_file_whatever_people_type(street: Street) -> None:
    john = await street.arrives("John", "telegram", "en")
    maker = await weekly(street, times="12")
    await maker.says("/newevent")
    await maker.says("Tea, cake; and \\ 茶" + "会" * 40)
    await maker.says("11月27日 19:00")
    await maker.says("ئۈرۈمچى، «L» دۇكىنى; 花园, \\n")
    await maker.presses("不限人数")
    await maker.says("第一行\nEND:VEVENT\n第三行, 带逗号; 和分号 👩‍👧 " + "ئ" * 90)
    await maker.presses("跳过")
    await maker.presses("📣 发布")
    await john.presses("Coming")
    await opens_team_menu(maker)
    await maker.presses("取消活动")
    await maker.says("下大雪")
    await maker.presses("这次和后面 11 次")
    for language in ("zh", "ug", "en"):
        content = await checked(street, f"/calendar/{street.place.code}.ics?language={language}", f"place-{language}")
    assert content.count(b"BEGIN:VEVENT") == 13
    assert content.count(b"STATUS:CANCELLED") == 12
    assert content.count(b"BEGIN:VTIMEZONE") == 2
    assert b"TZID:Asia/Urumqi" in content
    assert b"TZID:Asia/Shanghai" in content
    await john.says("/calendar")
    await john.presses("Give me a link")
    await checked(street, await own_link(john), "mine-strange")


async def test_one_file_tells_the_hour_on_the_clock_people_read(street: Street) -> None:
    maker = await announced(street)
    path = f"/calendar/{street.place.code}.ics"
    content = await checked(street, path, "place")
    assert b"DTSTART;TZID=Asia/Shanghai:20261128T190000" in content
    assert rfc5545.start_of(content) == START
    await moves(maker)
    await checked(street, path, "moved")


def test_the_strict_reader_complains_of_what_is_wrong() -> None:
    good = (
        "BEGIN:VCALENDAR\r\nPRODID:x\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTAMP:20261128T110000Z\r\n"
        "DTSTART:20261128T110000Z\r\nSUMMARY:a\\, b\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    )
    assert rfc5545.complaints(good.encode()) == []
    for old, new in (
        ("\r\n", "\n"),
        ("a\\, b", "a, b"),
        ("a\\, b", "a" * 80),
        ("UID:1\r\n", ""),
        ("T110000Z\r\nDTSTART", "T110000\r\nDTSTART"),
        ("DTSTART:20261128T110000Z", "DTSTART;TZID=Asia/Urumqi:20261128T110000"),
        ("END:VEVENT\r\n", ""),
        ("END:VEVENT\r\n", "STATUS:GONE\r\nEND:VEVENT\r\n"),
    ):
        assert rfc5545.complaints(good.replace(old, new).encode()), new


async def test_care_days_and_permits_stand_in_the_calendar_of_whoever_minds_them(any_street: Street) -> None:
    street = any_street
    emma, other = await street.arrives("Emma", "web", "en"), await street.arrives("Li", "web", "en")
    leyla = await street.arrives("Leyla", "web", "en", Role.LIAISON)
    team = await street.arrives("Zhou", "web", "en", Role.VOLUNTEER)
    idea = await has_idea(street, emma, 1, "Flowers", "done")
    me, day = await street.person_id(emma), 86_400_000
    async with street.bot.database.write() as tx:
        step = await tx.one(
            int,
            "INSERT INTO idea_steps (idea_id, person_id, role, from_status, to_status, space, taken_at)"
            " VALUES (?, ?, 'lead', 'under_way', 'done', 'yard', ?) RETURNING id",
            *(idea, me, street.now_ms() - 20 * day),
        )
        await tx.run(
            "INSERT INTO care_plans (place_id, idea_id, step_id, done_at, deputy_id, steward_id, tools, care_weeks,"
            " care_at, care_open_at) VALUES (?, ?, ?, ?, NULL, ?, 'can', 2, ?, ?)",
            *(street.place.id, idea, step, street.now_ms() - 20 * day, me),
            *(street.now_ms() + 14 * day, street.now_ms()),
        )
        began = await street.person_id(team)
        for status, issued in (("handed_in", None), ("granted", 5)):
            await tx.run(
                "INSERT INTO permits (place_id, idea_id, kind, status, description, applied_at, issued_at,"
                " expected_at, expires_at, begun_by, begun_at, status_at)"
                " VALUES (?, ?, 'seating', ?, 'Benches', 1, ?, ?, ?, ?, 1, 1)",
                *(street.place.id, idea, status, issued, street.now_ms() + day, street.now_ms() + 90 * day, began),
            )
    links = {}
    for one in (emma, other, leyla, team):
        await one.says("/calendar")
        await one.presses("Give me a link")
        links[one.name] = await own_link(one)
    hers = await entries(street, links["Emma"])
    assert [one.summary for one in hers] == ["🌱 Care day: Flowers"] * 2
    assert len({one.uid for one in hers}) == 2
    assert hers[0].description == "Tools: can"
    assert await entries(street, links["Li"]) == []
    for name in ("Leyla", "Zhou"):
        shown = sorted(one.summary for one in await entries(street, links[name]))
        assert len(shown) == 2
        assert shown[0] == "📄 An answer is expected: 🪑 Seats outside · Benches"
        assert shown[1] == "📄 Ends: 🪑 Seats outside · Benches"
    await checked(street, links["Leyla"], "permits")
    async with street.bot.database.write() as tx:
        await roles.take(tx, began, street.place.id, Role.VOLUNTEER)
    assert await entries(street, links["Zhou"]) == []
