"""Carry on elsewhere: two doors, one person, one vote; asked at both, undone with one tap."""

import asyncio
import re
from datetime import timedelta

import pytest

from bot.database.db import NotSaved
from bot.doors.door import TELEGRAM, WEB
from bot.identity import linking
from bot.identity.roles import Role
from tests.neighbour import AGREE, Neighbour, is_called, together
from tests.street import Street
from tests.town.events.test_events import announced
from tests.town.ideas.test_ideas import published
from tests.town.polls.test_polls import makes_other_poll, makes_poll, messages

CODE = re.compile(r"e-[A-Za-z0-9_-]{22}")
WAYS = [(WEB, TELEGRAM), (TELEGRAM, WEB), (WEB, WEB)]


async def link_of(one: Neighbour) -> str:
    """Asks for a link and reads the code in it."""
    await one.says("/elsewhere")
    await one.presses("🔗")
    found = CODE.search((await one.last()).words)
    assert found, (await one.last()).words
    return found[0]


async def carries_on(one: Neighbour, there: Neighbour) -> None:
    """From `one` to `there`: opened, said yes to at both."""
    await there.says(f"/start {await link_of(one)}")
    await there.presses(YES[0] if await _sees(there, YES[0]) else YES[1])
    await one.presses(CONFIRM[0] if await _sees(one, CONFIRM[0]) else CONFIRM[1])


YES = ("Yes, I made this link", "是，链接是我要的")
CONFIRM = ("Yes, I see…", "是我，那边写着…")


async def _sees(one: Neighbour, label: str) -> bool:
    return any(is_called(shown, label) for message in await one.screen() for shown in message.labels)


async def count(street: Street, sql: str, *values: int | str) -> int:
    async with street.bot.database.read() as tx:
        return await tx.one(int, sql, *values) or 0


@pytest.mark.parametrize(("first", "second"), WAYS)
async def test_nothing_changes_before_she_says_yes_at_both_doors(street: Street, first: str, second: str) -> None:
    aygul = await street.arrives("Aygül", first, "en")
    there = await street.arrives("Aygül K.", second, "en")
    code = await link_of(aygul)
    assert ("t.me" in (await aygul.last()).words) == (first == WEB)
    await there.says(f"/start {code}")
    asked = await there.hears("too. Join the two?", "Say yes only if you made this link yourself")
    assert asked.labels[:2] == ["Yes, I made this link", "No"]
    assert await street.person_id(aygul) != await street.person_id(there)
    await there.presses("Yes, I made this link")
    waiting = await there.hears("Almost there")
    assert await street.person_id(aygul) != await street.person_id(there)
    asked = await aygul.hears("Your link was opened", "Is that you?")
    number = re.search(r"number (\d\d)", asked.words)
    assert number
    assert number[1] in waiting.words
    await aygul.presses(f"Yes, I see {number[1]} there")
    assert await street.person_id(aygul) == await street.person_id(there)
    where = {WEB: "in the web chat", TELEGRAM: "in Telegram"}
    for who, other in ((aygul, second), (there, first)):
        name = "on another phone" if first == second else where[other]
        receipt = await who.hears(f"You are one person here and {name}", "30 days")
        assert receipt.labels == ["↩ Undo", "🏠 Home", "❓ Help"]
    await aygul.says("/elsewhere")
    await aygul.hears("web chat × 2" if first == second else "Telegram")


@pytest.mark.parametrize(
    ("language", "asks", "yes", "seen", "done", "undo", "undone"),
    [
        ("en", "Join the two?", "Yes, I made this link", "Yes, I see…", "You are one person", "↩ Undo", "Undone ✓"),
        ("zh", "要合成一个人吗", "是，链接是我要的", "是我，那边写着…", "同一个人了", "↩ 撤销", "已撤销 ✓"),
        (
            "ug",
            "ئىككىسىنى بىرلەشتۈرەيلىمۇ",
            "ھەئە، ئۇلانمىنى مەن ئالدىم",
            "ھەئە، ئۇ يەردە…",
            "بىر كىشى",
            "↪ قايتۇرۇش",
            "قايتۇرۇلدى ✓",
        ),
    ],
)
async def test_a_newcomer_is_asked_in_the_language_of_the_link_and_needs_no_second_notice(
    street: Street, language: str, asks: str, yes: str, seen: str, done: str, undo: str, undone: str
) -> None:
    aygul = await street.arrives("Aygül", WEB, language)
    phone = await street.neighbour("Aygül", TELEGRAM, "zh")
    await phone.says(f"/start {await link_of(aygul)}")
    await phone.hears(asks)
    await phone.presses(yes)
    await aygul.presses(seen)
    assert len((await phone.hears(done)).labels) == 3
    assert await street.person_id(aygul) == await street.person_id(phone)
    await phone.says("/ideas")
    await aygul.hears(done)
    await aygul.presses(undo)
    await aygul.hears(undone)
    assert await street.person_id(aygul) != await street.person_id(phone)


@pytest.mark.parametrize(("first", "second"), WAYS)
async def test_a_stranger_who_was_forwarded_the_link_says_no(street: Street, first: str, second: str) -> None:
    aygul = await street.arrives("Aygül", first, "en")
    stranger = await street.neighbour("Bo", second, "en")
    code = await link_of(aygul)
    await stranger.says(f"/start {code}")
    await stranger.presses("No")
    await stranger.hears("您好！请选择语言")
    await aygul.hears("the answer was no. Nothing was changed")
    await stranger.presses("English")
    await stranger.presses(*AGREE)
    await stranger.says(f"/start {code}")
    await stranger.hears("used up or more than 15 minutes old")
    assert await street.person_id(aygul) != await street.person_id(stranger)


@pytest.mark.parametrize("door", [WEB, TELEGRAM])
async def test_a_stranger_who_says_yes_gets_nothing_without_her(street: Street, door: str) -> None:
    aygul = await street.arrives("Aygül", WEB, "en", Role.LEAD)
    thief = await street.arrives("Bo", door, "en")
    await thief.says(f"/start {await link_of(aygul)}")
    await thief.presses("Yes, I made this link")
    await thief.says("/invite")
    await thief.hears_nothing_of("Whom would you like")
    await aygul.presses("No, that is not me")
    await aygul.hears("the link is closed")
    await thief.hears("not confirmed")
    assert await street.person_id(aygul) != await street.person_id(thief)
    # The old buttons are no use any more.
    await thief.presses("Yes, I made this link") if await _sees(thief, "Yes, I made this link") else None
    assert await street.person_id(aygul) != await street.person_id(thief)


async def test_a_link_works_once_for_a_quarter_of_an_hour_and_not_at_the_same_door(street: Street) -> None:
    aygul, there = await street.arrives("Aygül", WEB, "en"), await street.arrives("Aygül", TELEGRAM, "en")
    code = await link_of(aygul)
    await aygul.says(f"/start {code}")
    await aygul.hears("You are here already")
    await there.says(f"/start {code[:-1]}{'A' if code[-1] != 'A' else 'B'}")
    await there.hears("used up or more than 15 minutes old")
    newer = await link_of(aygul)
    await there.says(f"/start {code}")
    assert "used up" in (await there.last()).words
    street.clock.advance(timedelta(minutes=16))
    await there.says(f"/start {newer}")
    assert "used up" in (await there.last()).words
    await carries_on(aygul, there)
    await there.says(f"/start {await link_of(aygul)}")
    await there.hears("the same person at both already")


@pytest.mark.server
async def test_two_who_open_a_link_at_once_get_it_once(any_street: Street) -> None:
    street = any_street
    aygul = await street.arrives("Aygül", WEB, "en")
    one, two = await street.arrives("Bo", TELEGRAM, "en"), await street.arrives("Di", WEB, "en")
    code = await link_of(aygul)
    await together(one.says(f"/start {code}"), two.says(f"/start {code}"))
    asked = [await _sees(who, "Yes, I made this link") for who in (one, two)]
    assert sorted(asked) == [False, True]


async def test_pressing_yes_twice_joins_once(street: Street) -> None:
    aygul, there = await street.arrives("Aygül", WEB, "en"), await street.arrives("Aygül", TELEGRAM, "en")
    await there.says(f"/start {await link_of(aygul)}")
    await there.presses("Yes, I made this link")
    asked, data = await aygul._find("Yes, I see…")  # type: ignore[attr-defined]
    await together(aygul.taps(asked.id, data), aygul.taps(asked.id, data))
    assert await count(street, "SELECT count(*) FROM joinings") == 1


@pytest.mark.server
async def test_both_confirm_a_link_of_the_other_at_once_and_are_joined_once(any_street: Street) -> None:
    street = any_street
    one, two = await street.arrives("Aygül", WEB, "en"), await street.arrives("Aygül", TELEGRAM, "en")
    for maker, opener in ((one, two), (two, one)):
        await opener.says(f"/start {await link_of(maker)}")
        await opener.presses("Yes, I made this link")
    asked = [await who._find("Yes, I see…") for who in (one, two)]  # type: ignore[attr-defined]
    pressing = [who.taps(shown.id, data) for who, (shown, data) in zip((one, two), asked, strict=True)]
    # Each waits for what the other has under way: PostgreSQL lets one of them go first, the other comes again.
    for outcome in await asyncio.gather(*pressing, return_exceptions=True):
        assert outcome is None or isinstance(outcome, NotSaved)
    await street.settle()
    assert await count(street, "SELECT count(*) FROM joinings") == 1
    assert await street.person_id(one) == await street.person_id(two)


async def test_a_link_of_somebody_who_has_left_leads_nowhere(street: Street) -> None:
    aygul, there = await street.arrives("Aygül", WEB, "en"), await street.arrives("Aygül", TELEGRAM, "en")
    code = await link_of(aygul)
    async with street.bot.database.write() as tx:
        await tx.run("DELETE FROM identities WHERE door = ? AND user_id = ?", aygul.door, aygul.user_id)
    await there.says(f"/start {code}")
    await there.hears("used up or more than 15 minutes old")


async def test_a_code_that_was_never_given_leads_nowhere(street: Street) -> None:
    there = await street.arrives("Bo", TELEGRAM, "en")
    for code in ("e-", "e-" + "A" * 22, "e-' OR 1=1 --"):
        await there.says(f"/start {code}")
        assert "used up" in (await there.last()).words
    newcomer = await street.neighbour("Di", WEB, "en")
    await newcomer.says("/start e-" + "B" * 22)
    await newcomer.presses("English")
    await newcomer.presses(*AGREE)
    await newcomer.hears("used up or more than 15 minutes old")


async def test_somebody_elses_buttons_do_nothing(street: Street) -> None:
    aygul, there = await street.arrives("Aygül", WEB, "en"), await street.arrives("Aygül", TELEGRAM, "en")
    forger = await street.arrives("Bo", TELEGRAM, "en")  # the web chat takes no made-up buttons
    await there.says(f"/start {await link_of(aygul)}")
    await there.presses("Yes, I made this link")
    link_id = await count(street, "SELECT max(id) FROM door_links")
    screen = (await forger.last()).id
    for address in (f"elsewhere.yes:{link_id}", f"elsewhere.confirm:{link_id}", f"elsewhere.no:{link_id}"):
        await forger.taps(screen, address)
    assert await count(street, "SELECT count(*) FROM joinings") == 0
    await aygul.presses("Yes, I see…")
    joining = await count(street, "SELECT max(id) FROM joinings")
    await forger.taps(screen, f"elsewhere.part:{joining}")
    assert any("cannot be undone" in toast for toast in await forger.toasts())
    assert await street.person_id(aygul) == await street.person_id(there)


async def test_ten_links_a_day_are_enough(street: Street) -> None:
    aygul = await street.arrives("Aygül", WEB, "en")
    for _ in range(10):
        await link_of(aygul)
    await aygul.says("/elsewhere")
    await aygul.presses("🔗")
    assert any("a lot of links" in toast for toast in await aygul.toasts())


# --- what was done at both doors counts once


@pytest.mark.parametrize(("first", "second"), WAYS)
async def test_two_voices_of_one_person_count_once_and_come_back(any_street: Street, first: str, second: str) -> None:
    street = any_street
    author = await street.arrives("Rena")
    await published(street, author, "院子里放一张长椅")
    aygul, there = await street.arrives("Aygul", first), await street.arrives("Aygul", second)
    for one in (aygul, there):
        await one.says("/1")
        await one.presses("👍 支持")
    await author.says("/1")
    await author.hears("院子里放一张长椅")
    assert await count(street, "SELECT voices FROM ideas WHERE number = 1") == 2
    await carries_on(aygul, there)
    assert await count(street, "SELECT voices FROM ideas WHERE number = 1") == 1
    await there.says("/1")
    assert any("✓ 我支持（1）" in label for label in (await there.last()).labels)
    await there.presses("↩ 撤销")
    assert await count(street, "SELECT voices FROM ideas WHERE number = 1") == 2
    await aygul.hears("您在另一边撤销了合并")


async def test_what_she_supported_herself_is_no_voice_once_both_are_her(street: Street) -> None:
    aygul, there = await street.arrives("Aygul", WEB), await street.arrives("Aygul", TELEGRAM)
    await published(street, aygul, "院子里放一张长椅")
    await there.says("/1")
    await there.presses("👍 支持")
    await carries_on(there, aygul)
    assert await count(street, "SELECT voices FROM ideas WHERE number = 1") == 0
    await there.says("/ideas")
    await aygul.presses("↩ 撤销")
    assert await count(street, "SELECT voices FROM ideas WHERE number = 1") == 1


@pytest.mark.parametrize(("first", "second"), WAYS)
async def test_the_newest_of_two_votes_counts_and_live_counts_follow(street: Street, first: str, second: str) -> None:
    watcher = await street.arrives("Watcher", TELEGRAM, "en")
    aygul, there = await street.arrives("Aygül", first, "en"), await street.arrives("Aygül", second, "en")
    volunteer = await street.arrives("Volunteer", WEB, "en", Role.VOLUNTEER)
    await makes_other_poll(volunteer, "One option each", "Yes, all the time")
    await there.presses("Green")
    await street.later(seconds=2)
    await aygul.presses("Blue")
    await street.later(seconds=2)
    await watcher.hears("1. Green – 1", "2. Blue – 1")
    await carries_on(aygul, there)
    await street.later(seconds=2)
    await watcher.hears("1. Green – 0", "2. Blue – 1")
    await aygul.presses("↩ Undo")
    await street.later(seconds=2)
    await watcher.hears("1. Green – 1", "2. Blue – 1")


async def test_a_closed_poll_stays_as_it_was_counted_when_they_join_and_when_they_part(street: Street) -> None:
    aygul, there = await street.arrives("Aygül", WEB, "en"), await street.arrives("Aygül", TELEGRAM, "en")
    volunteer = await street.arrives("Volunteer", WEB, "en", Role.VOLUNTEER)
    await makes_poll(volunteer)
    await aygul.presses("Green")
    await there.presses("Green")
    await street.later(days=3, hours=9)
    await volunteer.hears("Most votes: Green (2)")
    await makes_poll(volunteer, "Which floor?")
    await aygul.presses("Green")
    await there.presses("Green")
    await carries_on(aygul, there)
    votes = "SELECT count(*) FROM poll_votes WHERE poll_id = ?"
    assert [await count(street, votes, 1), await count(street, votes, 2)] == [2, 1]
    await street.later(days=3, hours=9)
    await volunteer.hears("Which floor?", "Most votes: Green (1)")
    await aygul.says("/elsewhere")
    await aygul.presses("↩ Undo the joining")
    assert [await count(street, votes, 1), await count(street, votes, 2)] == [2, 1]


@pytest.mark.parametrize(("first", "second"), WAYS)
async def test_a_seat_taken_twice_goes_to_whoever_waits(any_street: Street, first: str, second: str) -> None:
    street = any_street
    aygul, there = await street.arrives("Aygul", first), await street.arrives("Aygul", second)
    john = await street.arrives("John", WEB, "en")
    await announced(street, many="4")
    await aygul.presses("参加")
    await street.later(seconds=2)
    await there.presses("参加")
    await there.presses("+ 大人") if await _sees(there, "+ 大人") else None
    await john.presses("Coming")
    await john.presses("+ one guest")
    dil = await street.arrives("Dil", WEB, "en")
    await dil.says("/events")
    await dil.presses("社区秋日会")
    await dil.presses("Coming")
    await dil.hears("wait")
    await carries_on(aygul, there)
    await dil.hears("社区秋日会", "🎉")
    await there.presses("↩ 撤销")
    # The seat stays with whoever has it now; she is the first to wait.
    taken = "SELECT CAST(sum(1 + guests + children) AS BIGINT) FROM event_answers WHERE answer = 'coming'"
    assert await count(street, taken) <= 4
    assert await count(street, "SELECT count(*) FROM event_answers WHERE answer = 'waiting'") == 1


async def test_a_message_to_everybody_reaches_her_once_where_she_spoke_last_and_elsewhere_when_blocked(
    street: Street,
) -> None:
    aygul, there = await street.arrives("Aygül", WEB, "en"), await street.arrives("Aygül", TELEGRAM, "en")
    await carries_on(aygul, there)
    await street.later(minutes=5)
    await there.says("/home")
    volunteer = await street.arrives("Volunteer", WEB, "en", Role.VOLUNTEER)
    before = await messages(aygul), await messages(there)
    await makes_poll(volunteer)
    assert (await messages(aygul), await messages(there)) == (before[0], before[1] + 1)
    there.person.blocks()  # type: ignore[attr-defined]
    await street.settle()
    await makes_poll(volunteer, "Which floor?")
    await aygul.hears("Which floor?")


async def test_what_waits_for_the_morning_comes_once(street: Street) -> None:
    """The poll was made at night, she joined before breakfast."""
    one, two = await street.arrives("Aygül", TELEGRAM, "en"), await street.arrives("Aygül", TELEGRAM, "en")
    volunteer = await street.arrives("Volunteer", WEB, "en", Role.VOLUNTEER)
    await street.later(hours=13)
    await makes_poll(volunteer)
    await one.hears_nothing_of("Which colour?")
    await carries_on(one, two)
    await street.later(hours=12)
    heard = [sum("Which colour?" in shown.words for shown in await who.screen()) for who in (one, two)]
    assert sorted(heard) == [0, 1]


# --- roles, drafts, undoing


@pytest.mark.parametrize(("first", "second"), WAYS)
async def test_her_role_goes_with_her_the_leads_hear_of_it_and_undoing_takes_it_away(
    street: Street, first: str, second: str
) -> None:
    lead = await street.arrives("Lead", WEB, "en", Role.LEAD)
    aygul = await street.arrives("Aygül", first, "en", Role.VOLUNTEER)
    there = await street.arrives("Aygül", second, "en")
    await carries_on(aygul, there)
    await lead.hears("Aygül" if TELEGRAM in (first, second) else "Neighbour", "volunteer", "now also speaks to us")
    await there.says("/desk")
    await there.hears_nothing_of("not for")
    await there.presses("↩ Undo")
    await there.says("/team")
    assert await street.person_id(aygul) != await street.person_id(there)
    volunteers = "SELECT count(*) FROM roles WHERE role = 'volunteer'"
    assert await count(street, volunteers) == 1
    assert await count(street, volunteers + " AND person_id = ?", await street.person_id(aygul)) == 1


async def test_a_role_that_was_taken_meanwhile_does_not_come_back_by_undoing(street: Street) -> None:
    lead = await street.arrives("Lead", WEB, "en", Role.LEAD)
    aygul = await street.arrives("Aygül", TELEGRAM, "en")
    there = await street.arrives("Aygül K.", WEB, "en", Role.VOLUNTEER)
    await carries_on(aygul, there)
    await lead.says("/team")
    await lead.presses("Take a role back")
    await lead.presses("Aygül · Volunteer")
    await lead.presses("Yes, Aygül steps back")
    await aygul.presses("↩ Undo")
    assert await count(street, "SELECT count(*) FROM roles WHERE role = 'volunteer'") == 0


@pytest.mark.parametrize(("first", "second"), WAYS)
async def test_each_keeps_her_open_question_and_both_drafts(street: Street, first: str, second: str) -> None:
    aygul, there = await street.arrives("Aygul", first), await street.arrives("Aygul", second)
    await carries_on(aygul, there)
    await aygul.presses("↩ 撤销")
    for one, words in ((aygul, "院子里放一张长椅"), (there, "门口装一盏灯")):
        await one.says("/suggest")
        await one.says(words)
    code = await link_of(aygul)
    await there.says(f"/start {code}")
    await there.presses(YES[1])
    await aygul.presses(CONFIRM[1])
    assert await street.person_id(aygul) == await street.person_id(there)
    drafts = "SELECT count(*) FROM ideas WHERE status = 'draft' AND person_id = ?"
    assert await count(street, drafts, await street.person_id(aygul)) == 2
    await aygul.presses("↩ 撤销")
    assert await count(street, drafts, await street.person_id(aygul)) == 1
    assert await count(street, drafts, await street.person_id(there)) == 1


async def test_after_thirty_days_it_stays_and_what_each_had_is_forgotten(street: Street) -> None:
    aygul, there = await street.arrives("Aygül", WEB, "en"), await street.arrives("Aygül", TELEGRAM, "en")
    await carries_on(aygul, there)
    assert await count(street, "SELECT count(*) FROM joining_rows") > 0
    await street.later(days=31)
    assert await count(street, "SELECT count(*) FROM joining_rows") == 0
    await aygul.presses("↩ Undo")
    assert any("cannot be undone any more" in toast for toast in await aygul.toasts())
    await aygul.says("/elsewhere")
    assert not any("Undo" in label for label in (await aygul.last()).labels)


async def test_three_phones_join_one_by_one_and_part_in_turn(street: Street) -> None:
    one, two, three = [await street.arrives("Aygül", door, "en") for door in (WEB, TELEGRAM, WEB)]
    await carries_on(one, two)
    await carries_on(three, two)
    assert len({await street.person_id(who) for who in (one, two, three)}) == 1
    await one.says("/elsewhere")
    assert "web chat" in (await one.last()).words
    assert "Telegram" in (await one.last()).words
    await one.presses("↩ Undo the joining")
    assert await street.person_id(one) == await street.person_id(two) != await street.person_id(three)
    await one.says("/elsewhere")
    await one.presses("↩ Undo the joining")
    assert len({await street.person_id(who) for who in (one, two, three)}) == 3


async def test_whoever_leaves_is_known_with_everybody_she_was(street: Street) -> None:
    one, two, three = [await street.arrives("Aygül", door, "en") for door in (WEB, TELEGRAM, WEB)]
    ids = [await street.person_id(who) for who in (one, two, three)]
    await carries_on(two, three)
    await carries_on(one, two)
    async with street.bot.database.write() as tx:
        assert await linking.others_of(tx, ids[0]) == ids[1:]
        for person_id in ids:
            await linking.forget(tx, person_id)
        assert await linking.others_of(tx, ids[0]) == []
    assert await count(street, "SELECT count(*) FROM joinings") == 0
    await one.says("/elsewhere")
    assert not any("Undo" in label for label in (await one.last()).labels)


# --- a lost phone


@pytest.mark.parametrize("door", [WEB, TELEGRAM])
async def test_a_lost_phone_is_signed_out_at_once(street: Street, door: str) -> None:
    aygul, lost = await street.arrives("Aygül", door, "en"), await street.arrives("Aygül", WEB, "en")
    await carries_on(aygul, lost)
    await aygul.says("/elsewhere")
    await aygul.presses("Sign out other phones")
    await aygul.hears("One web chat of yours is open elsewhere")
    await aygul.presses("Sign out now")
    await aygul.hears("One web chat was signed out")
    for path in ("/chat/history", "/chat/events?wait=0"):
        assert (await lost.client.get(path)).status_code == 401  # type: ignore[attr-defined]
    sent = await lost.client.post("/chat/send", json={"txn": "x" * 32, "text": "hello"})  # type: ignore[attr-defined]
    assert sent.status_code == 401
    await aygul.says("/elsewhere")
    assert not any("Sign out" in label for label in (await aygul.last()).labels)
    # What is written to her from now on comes to the phone she has.
    volunteer = await street.arrives("Volunteer", WEB, "en", Role.VOLUNTEER)
    await makes_poll(volunteer)
    await aygul.hears("Which colour?")
