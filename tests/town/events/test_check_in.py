"""A code on the organiser's phone: whoever scans it is there, once; it runs out, and ticking by hand stays."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.doors.door import TELEGRAM, WEB
from bot.identity.roles import Role
from handlers.check_in import rules, store
from handlers.events import store as events
from tests.neighbour import AGREE, Neighbour
from tests.street import Street
from tests.town.afterwards.test_tasks import fair_with_task
from tests.town.events.test_events import announced, opens_team_menu
from tests.town.people.test_crowds import visits
from tests.town.people.test_elsewhere import count

STARTS = datetime(2026, 11, 28, 11, 0, tzinfo=UTC)  # 19:00 in Beijing
SECRET = "0123456789abcdef" * 2


def test_a_code_counts_in_its_window_and_the_next_and_is_beyond_guessing() -> None:
    window = rules.window_of(STARTS)
    code = rules.code("e4f3ff1b", "e", 10**9, SECRET, window)
    assert len(code) <= rules.LONGEST_CODE
    read = rules.read(code.removeprefix("in-"))
    assert read == rules.Scanned("e4f3ff1b", "e", 10**9, rules.proof(SECRET, window))
    assert len(read.proof) * 4 == 128
    assert rules.proves(SECRET, read.proof, STARTS)
    assert rules.proves(SECRET, read.proof, STARTS + rules.WINDOW)
    assert not rules.proves(SECRET, read.proof, STARTS + 2 * rules.WINDOW)
    assert not rules.proves(SECRET, read.proof, STARTS - timedelta(seconds=1))
    assert not rules.proves("f" * 32, read.proof, STARTS)
    assert rules.counts_until(window, STARTS) == STARTS + 2 * rules.WINDOW
    for wrong in ("", "x", "e4f3ff1b-e1", "e4f3ff1b-e1-" + "g" * 32, "e4f3ff1b-e1-" + "0" * 31, "a-b-c-d" * 20):
        assert rules.read(wrong) is None


async def code_now(street: Street, kind: str = "event", thing_id: int = 1) -> str:
    """What the picture on the organiser's phone says."""
    async with street.bot.database.read() as tx:
        secret = await store.find(tx, street.place.id, kind, thing_id)
    assert secret is not None
    return rules.code(street.place.code, kind[0], thing_id, secret, rules.window_of(street.clock.now()))


async def shows_code(team: Neighbour) -> None:
    await team.says("/arriving")
    await team.presses("🔳 社区秋日会")


async def came(street: Street) -> list[tuple[str, str, int]]:
    async with street.bot.database.read() as tx:
        sql = (
            "SELECT p.name, a.answer, a.came FROM event_answers a JOIN people p ON p.id = a.person_id ORDER BY a.turn"
        )
        return await tx.all(lambda *row: row, sql)


@pytest.mark.parametrize("door", [WEB, TELEGRAM])
async def test_whoever_scans_the_code_is_there_once(any_street: Street, door: str) -> None:
    street = any_street
    coming = await street.arrives("Coming", TELEGRAM, "en")
    walks_in = await street.arrives("Walks In", TELEGRAM, "en")
    team = await announced(street, many="1", door=door)
    await coming.presses("Coming")
    # Not before two hours before it: there is nothing to scan.
    await team.says("/arriving")
    await team.hears("现在没有要签到的")
    await street.until(STARTS - timedelta(minutes=90))
    await shows_code(team)
    shown = await team.hears("社区秋日会", "有效到", "已到 0 人；说会来的有 1 人")
    assert shown.kind == "photo"
    code = await code_now(street)
    assert code not in shown.words
    await coming.says(f"/start {code}")
    await coming.hears("Welcome to “社区秋日会”! You are noted as there.")
    await coming.says(f"/start {code}")
    await coming.hears("noted as there at “社区秋日会” already")
    # Who had not said a word takes nobody's seat by coming, and is there all the same.
    await walks_in.says(f"/start {code}")
    await walks_in.hears("Welcome to")
    assert await came(street) == [("Coming", "coming", 1), ("Walks In", "maybe", 1)]
    await team.presses("换一张")
    await team.hears("已到 2 人；说会来的有 1 人")
    # By hand it is the same list, and a slip is mended there.
    await team.presses("手动打勾")
    assert "🔳 签到码" in (await team.last()).labels
    await team.presses("☑ Walks In")
    assert (await came(street))[1] == ("Walks In", "maybe", 0)
    async with street.bot.database.read() as tx:
        assert await events.answers.were_there(tx, 1) == 1


async def test_a_photo_of_it_stops_working_and_so_does_every_other_code(street: Street) -> None:
    team = await announced(street)
    home = await street.arrives("Home", TELEGRAM, "en")
    await street.until(STARTS - timedelta(minutes=10))
    await shows_code(team)
    code = await code_now(street)
    # A newcomer without an account arrives here first, and is noted then.
    new = await street.neighbour("New", TELEGRAM, "en")
    await new.says(f"/start {code}")
    await new.presses("English")
    await new.presses(*AGREE)
    await new.hears("Welcome to “社区秋日会”! You are noted as there.")
    assert [one[2] for one in await came(street)] == [1]
    await street.later(minutes=11)
    await home.says(f"/start {code}")
    await home.hears("This code has run out")
    for wrong in (code[:-1] + ("0" if code[-1] != "0" else "1"), code.replace("-e1-", "-e2-"), "in-x", "in-" + code):
        await home.says(f"/start {wrong}")
        heard = (await home.last()).words
        assert "no code for arriving" in heard or "run out" in heard
    # Whoever is no organiser sees none.
    await home.says("/arriving")
    await home.hears_nothing_of("scans this with the camera")
    await home.taps((await home.last()).id, "check_in.of_event:1")
    await home.hears_nothing_of("scans this with the camera")
    await street.until(STARTS + timedelta(hours=3))
    await shows_code(team)
    late = await code_now(street)
    await street.until(STARTS + timedelta(hours=3, minutes=59))
    async with street.bot.database.write() as tx:
        await tx.run("UPDATE events SET lasts = 60000 WHERE id = 1")
    await home.says(f"/start {await code_now(street)}")
    await home.hears("“社区秋日会” is over")
    assert late != code
    async with street.bot.database.write() as tx:
        await tx.run("UPDATE events SET starts_at = starts_at + 86400000, lasts = NULL WHERE id = 1")
    await home.says(f"/start {await code_now(street)}")
    await home.hears("arriving opens at")
    assert len(await came(street)) == 1
    await street.later(days=3)
    assert await count(street, "SELECT count(*) FROM check_in_secrets") == 0


async def test_whoever_came_for_nothing_is_not_there_on_the_new_day(street: Street) -> None:
    home, granny = await street.arrives("Home", TELEGRAM, "en"), await street.arrives("Granny", TELEGRAM, "en")
    team = await announced(street)
    await home.presses("Coming")
    await street.until(STARTS - timedelta(minutes=90))
    await shows_code(team)
    for one in (home, granny):
        await one.says(f"/start {await code_now(street)}")
        await one.hears("You are noted as there.")
    # Who goes home again says so, and is not counted.
    await home.says("/events")
    await home.presses("社区秋日会")
    await home.presses("Can't")
    assert await came(street) == [("Granny", "maybe", 1), ("Home", "cant", 0)]
    await opens_team_menu(team)
    await team.presses("✏ 修改")
    await team.presses("🕖 时间")
    await team.says("11月29日 19:00")
    assert [one[2] for one in await came(street)] == [0, 0]
    await street.until(STARTS + timedelta(hours=23))
    await shows_code(team)
    await granny.says(f"/start {await code_now(street)}")
    await granny.hears("Welcome to “社区秋日会”! You are noted as there.")


async def test_a_crowd_of_cookies_is_ticked_by_hand(street: Street) -> None:
    await announced(street)
    team = await street.arrives("Zhou", WEB, "zh", Role.VOLUNTEER)
    forger = await street.arrives("Forger", TELEGRAM, "en")
    await street.until(STARTS)
    await shows_code(team)
    crowd = [await visits(street, f"Cookie {number}", "10.0.0.1", "en") for number in range(7)]
    for one in crowd:
        await one.says(f"/start {await code_now(street)}")
        await one.hears("Are you at “社区秋日会” now?")
        await one.presses("I am here")
    assert len(await came(street)) == 5
    # The press cannot be forged, nor kept for the evening.
    for forged in ("check_in.here:e1:" + "0" * 32, "check_in.here:x:y", "check_in.here:e9:" + "0" * 32):
        await forger.taps((await forger.last()).id, forged)
    assert len(await came(street)) == 5
    await crowd[-1].hears("ask somebody of the team to tick you by hand")


async def test_a_shift_has_a_code_too_and_hours_are_said_afterwards(street: Street) -> None:
    team, wang = await fair_with_task(street)
    late = await street.arrives("Late", TELEGRAM, "en")
    await street.until(datetime(2026, 11, 28, 4, 0, tzinfo=UTC))  # an hour before it
    await team.says("/arriving")
    await team.presses("🔳 Put up the tables")
    await team.hears("0 are noted as there; one said that she comes")
    await wang.says(f"/start {await code_now(street, 'task')}")
    await wang.presses("I am here")
    await wang.hears("Welcome to “Put up the tables”!")
    await late.says(f"/start {await code_now(street, 'task')}")
    await late.hears("all places are taken", "/hours")
    await team.presses("Tick by hand")
    await team.hears("1 of 1 there")
    await team.presses("☑ Neighbour")
    await team.hears("0 of 1 there")
    await team.presses("☐ Neighbour")
    await team.hears("1 of 1 there")
    await street.until(datetime(2026, 11, 28, 7, 10, tzinfo=UTC))
    await wang.hears("How long did it take?")
    assert await count(street, "SELECT count(*) FROM task_claims WHERE state = 'claimed' AND there_at > 0") == 1


async def test_a_shift_for_adults_asks_first_and_a_stand_in_comes_in_time(street: Street) -> None:
    team, wang = await fair_with_task(street)
    late = await street.arrives("Late", TELEGRAM, "en")
    async with street.bot.database.write() as tx:
        await tx.run("UPDATE task_claims SET state = 'stand_in'")
        await tx.run("UPDATE tasks SET adults = 1")
    await street.until(datetime(2026, 11, 28, 4, 0, tzinfo=UTC))  # an hour before it
    await team.says("/arriving")
    await team.presses("🔳 Put up the tables")
    code = await code_now(street, "task")
    await late.says(f"/start {code}")
    await late.hears("“Put up the tables” is for adults only")
    assert await count(street, "SELECT count(*) FROM task_claims WHERE state = 'claimed'") == 0
    await late.presses("👀 See it")
    await late.presses("I’ll do it")
    await late.presses("Yes, I am")
    await wang.hears("Somebody takes your place")
    await late.says(f"/start {code}")
    await late.hears("Welcome to “Put up the tables”!")
    # Where nobody asks how old she is, the code alone is enough to step in.
    async with street.bot.database.write() as tx:
        await tx.run("UPDATE task_claims SET state = 'stand_in', there_at = NULL WHERE state = 'claimed'")
        await tx.run("UPDATE tasks SET adults = 0")
    wu = await street.arrives("Wu", TELEGRAM, "en")
    await wu.says(f"/start {code}")
    await wu.hears("Welcome to “Put up the tables”!")
    await late.hears("Somebody takes your place")
