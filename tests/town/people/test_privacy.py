"""One's own data: consents one by one, everything as a file, and being forgotten for good."""

import hashlib
import io
import json
import os
import time
import tracemalloc
import zipfile
from datetime import timedelta
from pathlib import Path

import pytest

from bot.cli.invariants import Finding, examine
from bot.database.sqlite import SqliteDatabase
from bot.gateway import store
from bot.gateway.files import Shelf
from bot.i18n.texts import render_plain
from bot.identity import linking
from bot.identity.consents import Purpose
from bot.identity.roles import Role
from bot.media.images import clean
from bot.media.pictures import Pictures, name_of
from bot.outbox.message import Address, Lane
from bot.outbox.queue import queue_call
from bot.privacy.marks import FILE, Marks
from bot.storage.folder import Folder
from handlers import FEATURES
from handlers.privacy import making, rules
from handlers.privacy.box import Box
from handlers.privacy.store import OwnPicture
from handlers.privacy.words import t
from simulation.promise_store import TOWN
from tests.neighbour import AGREE, ISOLATES, Neighbour, leaves_for_good
from tests.pictures import PDF, photograph
from tests.street import MORNING, Street, open_street
from tests.town.events.test_event_seats import announced
from tests.town.ideas.test_board import page
from tests.town.ideas.test_ideas import photo, published, suggests
from tests.town.polls.test_polls import makes_poll

DOORS = ("web", "telegram")
WORDS = "把墙洞做成鸟巢"
# Whoever changes one of these sentences counts its version up in handlers/privacy/rules.py, and puts the sum here.
SENTENCES = {
    Purpose.MESSAGES: "5fbe834ca68276b2",
    Purpose.PHOTOS: "9dfff126e4c7fb72",
    Purpose.SHOP: "3c6db41917d89446",
    Purpose.CITY: "ddcde24f2f86db6b",
    Purpose.PRESS: "4feebae9a3059606",
}


async def count(street: Street, sql: str) -> int:
    async with street.bot.database.read() as tx:
        return await tx.one(int, sql) or 0


async def board_pictures(street: Street) -> int:
    """How many pictures of the board's page are there to be seen."""
    return (await page(street)).count("/media/")


async def suggests_with_photo(street: Street, one: Neighbour, role: Role | None = None) -> None:
    await one.says("/suggest")
    await one.sends_photo(photo(), WORDS)
    await one.presses("店里")
    volunteer = await street.arrives("Volunteer", role=role or Role.VOLUNTEER)
    await volunteer.says("/desk")
    await volunteer.presses("公开到列表")


# --- consents


@pytest.mark.parametrize("door", DOORS)
async def test_consents_stand_one_by_one_with_date_version_and_language(any_street: Street, door: str) -> None:
    aygul = await any_street.arrives("Aygul", door, "en")
    await aygul.says("/privacy")
    screen = await aygul.hears("keeps what you sent")
    assert ("Telegram keeps" in screen.words) is (door == "telegram")
    await aygul.presses("What I agreed to")
    await aygul.hears("✅ Messages", "✅ Showing my pictures", "✅ To those who decide", "▫ To the city: no")
    await aygul.presses("One by one")
    await aygul.hears("We may write to you", "✅ Yes, since", "(text 2, English)")
    await aygul.presses("The next one")
    await aygul.presses("Withdraw it")
    assert (await aygul.toasts())[-1] == "Noted: no ✓"
    await aygul.hears("Others may see the pictures", "▫ No, since", "(text 2, English)")
    await aygul.presses("The next one")
    await aygul.presses("The next one")
    await aygul.hears("city's offices", "Not asked yet")
    await aygul.presses("Yes, I agree")
    await aygul.presses("Back")
    await aygul.hears("✅ Messages", "▫ Showing my pictures: no", "✅ To those who decide", "✅ To the city")
    assert await count(any_street, "SELECT count(*) FROM consents") == 5  # nothing was overwritten


@pytest.mark.parametrize(("language", "button"), [("zh", "我同意过什么"), ("ug", "نېمىگە قوشۇلغان")])
async def test_consents_are_read_in_every_language(street: Street, language: str, button: str) -> None:
    one = await street.arrives("One", "web", language)
    await one.says("/privacy")
    await one.presses(button)
    await one.presses({"zh": "逐项查看", "ug": "بىر-بىرلەپ كۆرۈش"}[language])
    await one.hears({"zh": "给我发消息", "ug": "ماڭا ئۇچۇر"}[language])


async def wants_no_messages(one: Neighbour) -> None:
    await one.says("/privacy")
    await one.presses("What I agreed to")
    await one.presses("One by one")
    await one.presses("Withdraw it")


@pytest.mark.parametrize("door", DOORS)
async def test_whoever_wants_no_messages_hears_only_what_she_asks_for(street: Street, door: str) -> None:
    volunteer = await street.arrives("Volunteer", door, "en", Role.VOLUNTEER)
    aygul = await street.arrives("Aygul", door, "en")
    await wants_no_messages(aygul)
    await makes_poll(volunteer)
    await aygul.hears_nothing_of("Which colour?")
    await aygul.says("/polls")
    await aygul.hears("poll")


@pytest.mark.parametrize("door", DOORS)
async def test_whoever_wants_no_messages_still_hears_the_answer_to_her_own_question(
    any_street: Street, door: str
) -> None:
    volunteer = await any_street.arrives("Volunteer", door, "en", Role.VOLUNTEER)
    aygul = await any_street.arrives("Aygul", door, "en")
    await wants_no_messages(aygul)
    await aygul.says("/human")
    await aygul.says("Is the shop open on Friday?")
    await volunteer.presses("Answer")
    await volunteer.says("Until six.")
    await aygul.hears("Until six.")


async def test_messages_that_wait_do_not_leave_after_a_withdrawal(street: Street) -> None:
    """Queued in quiet hours, and withdrawn before the morning."""
    aygul = await street.arrives("Aygul", "telegram", "en")
    volunteer = await street.arrives("Volunteer", "web", "en", Role.VOLUNTEER)
    await suggests(aygul, WORDS, "Inside the shop")
    await street.later(hours=13)
    await volunteer.says("/desk")
    await volunteer.presses("Put it on the board")
    assert await count(street, "SELECT count(*) FROM outbox WHERE state = 'waiting' AND door = 'telegram'")
    async with street.bot.database.write() as tx:
        person = await street.person_id(aygul)
        # As if the same withdrawal had come from another process in the same moment: only the word counts.
        await tx.run("UPDATE consents_standing SET given = 0 WHERE person_id = ? AND purpose = 'messages'", person)
    await street.later(hours=12)
    assert not await count(street, "SELECT count(*) FROM outbox WHERE state = 'waiting' AND door = 'telegram'")
    await aygul.hears_nothing_of("on the board")


@pytest.mark.parametrize("door", DOORS)
async def test_withdrawn_pictures_are_seen_nowhere_until_they_are_given_again(any_street: Street, door: str) -> None:
    street = any_street
    aygul = await street.arrives("Aygul", door)
    await suggests_with_photo(street, aygul)
    reader = await street.arrives("Reader", door)
    assert await board_pictures(street)
    await aygul.says("/privacy")
    await aygul.presses("我同意过什么")
    await aygul.presses("逐项查看")
    await aygul.presses("下一项")
    await aygul.presses("撤回同意")
    assert not await board_pictures(street)
    await reader.says("/1")
    assert (await reader.last()).kind == "text"
    await aygul.presses("我同意")
    assert await board_pictures(street)
    await reader.says("/1")
    assert (await reader.last()).kind == "photo"


async def test_a_picture_that_comes_after_the_withdrawal_is_shown_to_nobody(street: Street) -> None:
    aygul = await street.arrives("Aygul")
    await aygul.says("/privacy")
    await aygul.presses("我同意过什么")
    await aygul.presses("逐项查看")
    await aygul.presses("下一项")
    await aygul.presses("撤回同意")
    await suggests_with_photo(street, aygul)
    assert not await board_pictures(street)


async def test_an_idea_is_not_put_before_the_shopkeeper_whose_author_does_not_want_it(street: Street) -> None:
    aygul = await street.arrives("Aygul")
    await published(street, aygul, WORDS)
    await aygul.says("/privacy")
    await aygul.presses("我同意过什么")
    await aygul.presses("逐项查看")
    await aygul.presses("下一项")
    await aygul.presses("下一项")
    await aygul.presses("撤回同意")
    keeper = await street.arrives("Keeper", role=Role.SHOPKEEPER)
    await keeper.says("/digest")
    await keeper.hears_nothing_of(WORDS)
    await aygul.presses("我同意")
    await keeper.says("/digest")
    await keeper.hears(WORDS)


@pytest.mark.parametrize("purpose", rules.PURPOSES)
def test_a_sentence_that_changes_gets_a_new_version(purpose: Purpose) -> None:
    words = "".join(render_plain(t[f"consent-{purpose.value}"], language) for language in ("zh", "ug", "en"))
    found = hashlib.sha256(f"{rules.VERSIONS[purpose]} {words}".encode()).hexdigest()[:16]
    assert found == SENTENCES[purpose], f"count VERSIONS[{purpose}] up and put {found!r} into SENTENCES"


async def test_forged_purposes_and_answers_change_nothing(street: Street) -> None:
    aygul = await street.arrives("Aygul", "telegram", "en")
    await aygul.says("/privacy")
    screen = await aygul.last()
    for forged in ("privacy.change:everything:0", "privacy.change:photos:7", "privacy.consent:all"):
        await aygul.taps(screen.id, forged)
    assert await count(street, "SELECT count(*) FROM consents") == 3


# --- the file


@pytest.mark.parametrize("door", DOORS)
@pytest.mark.server
async def test_the_file_has_everything_of_hers_and_nothing_of_others(any_street: Street, door: str) -> None:
    street = any_street
    aygul = await street.arrives("Aygul", door)
    await suggests_with_photo(street, aygul)
    other = await street.arrives("Other", door)
    await suggests(other, "别人的秘密建议")
    await aygul.says("/privacy")
    await aygul.presses("下载我的数据")
    name, content = await aygul.file_of(await aygul.hears("所有属于您的内容"))
    assert name == "nestbox.zip"
    with zipfile.ZipFile(io.BytesIO(content)) as file:
        assert file.testzip() is None
        data = json.loads(file.read("data.json"))
        pictures = [one for one in file.namelist() if one.startswith("photos/")]
        readme = file.read("README.txt").decode()
    assert data["ideas"][0]["words"] == WORDS
    assert {one["purpose"] for one in data["consents"]} == {"messages", "photos", "shop"}
    assert len(pictures) == 1
    assert "全部内容" in readme
    assert "秘密" not in json.dumps(data, ensure_ascii=False)
    assert "Volunteer" not in json.dumps(data, ensure_ascii=False)


async def test_a_second_file_waits_ten_minutes(street: Street) -> None:
    aygul = await street.arrives("Aygul", "web", "en")
    await aygul.says("/privacy")
    await aygul.presses("My data as a file")
    await aygul.says("/privacy")
    await aygul.presses("My data as a file")
    assert "wait ten minutes" in (await aygul.toasts())[-1]
    await street.later(minutes=11)
    await aygul.presses("My data as a file")
    assert await files(aygul) == 1  # the first one is gone


async def files(one: Neighbour) -> int:
    return sum(shown.kind == "document" for shown in await one.screen())


@pytest.mark.parametrize(("door", "stays"), [("web", 0), ("telegram", 1)])
async def test_the_file_goes_from_the_web_chat_after_a_day(any_street: Street, door: str, stays: int) -> None:
    """There it lies on our disk."""
    aygul = await any_street.arrives("Aygul", door, "en")
    await aygul.says("/privacy")
    await aygul.presses("My data as a file")
    said = (await aygul.hears("Everything of yours")).words
    assert ("for one day" in said) is (door == "web")
    await any_street.later(hours=23)
    assert await files(aygul) == 1
    await any_street.later(hours=2)
    assert await files(aygul) == stays


# --- being forgotten


async def everything(street: Street) -> str:
    """Every row of the database but what lies in the chats of others."""
    theirs = {"gateway_messages", "gateway_attachments", "gateway_files", "outbox", "gateway_events"}
    found = []
    async with street.bot.database.read() as tx:
        listed = (
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name"
            if street.bot.database.dialect == "sqlite"
            else "SELECT CAST(tablename AS TEXT) FROM pg_tables WHERE schemaname = 'public'"
        )
        for table in await tx.all(str, listed):
            if table not in theirs:
                found += [f"{table} {row}" for row in await tx.records(f"SELECT * FROM {table}")]  # noqa: S608
    return "\n".join(found)


async def leaves(one: Neighbour, button: str = "现在全部删除") -> None:
    await one.says("/privacy")
    await one.presses("删除我")
    await one.presses(button)


@pytest.mark.parametrize("door", DOORS)
@pytest.mark.server
async def test_whoever_leaves_is_gone_and_her_votes_stay_as_numbers(any_street: Street, door: str) -> None:
    street = any_street
    volunteer = await street.arrives("Volunteer", door, "en", Role.VOLUNTEER)
    aygul = await street.arrives("阿依古丽", door)
    await suggests_with_photo(street, aygul)
    await makes_poll(volunteer)
    await aygul.presses("Green")
    await aygul.says("/1")
    async with street.bot.database.read() as tx:
        hashes = await tx.all(str, "SELECT hash FROM media WHERE hash IS NOT NULL")
    assert hashes
    assert await street.bot.site.pictures.storage.has(name_of(hashes[0]))
    await leaves(aygul)
    await aygul.hears("您已被删除 ✓")
    assert "阿依古丽" not in await everything(street)
    assert WORDS not in await everything(street)
    assert not await street.bot.site.pictures.storage.has(name_of(hashes[0]))
    assert await count(street, "SELECT count(*) FROM poll_votes") == 1
    assert await count(street, "SELECT count(*) FROM people WHERE name <> '—'") == 2  # both volunteers
    assert not await board_pictures(street)
    if door == "web":
        assert len(await aygul.screen()) == 1  # the last word, and nothing before it
    await street.later(days=3, hours=9)
    await volunteer.hears("Most votes: Green (1)")
    assert (await aygul.last()).words.startswith("您已被删除")  # nothing more, not even the result
    assert [one for one in await findings(street) if one.broken] == []


async def findings(street: Street) -> list[Finding]:
    return await examine(street.bot.database, street.bot.site.pictures, street.clock.now(), TOWN)


@pytest.mark.parametrize("door", DOORS)
async def test_if_she_writes_again_she_is_a_stranger_and_stays(street: Street, door: str) -> None:
    aygul = await street.arrives("Aygul", door)
    await leaves(aygul)
    await aygul.says("/start")
    await aygul.hears("请选择语言")
    await aygul.presses("中文")
    await aygul.presses(*AGREE)
    await street.later(days=2)
    await street.bot.prune()
    await aygul.says("/privacy")
    await aygul.hears("0 条建议")


async def test_a_day_later_nothing_is_left_of_the_chat(street: Street) -> None:
    aygul = await street.arrives("Aygul", "web")
    await leaves(aygul)
    await street.later(days=2)
    await street.bot.prune()
    columns = {"gateway_people": "id", "gateway_messages": "chat", "gateway_sessions": "person", "outbox": "chat_id"}
    for table in (*columns, "goodbyes"):
        column = columns.get(table)
        where = f" WHERE {column} = {aygul.user_id}" if column else ""
        assert await count(street, f"SELECT count(*) FROM {table}{where}") == 0, table  # noqa: S608


@pytest.mark.parametrize("door", DOORS)
async def test_supported_ideas_may_stay_as_a_neighbours(street: Street, door: str) -> None:
    aygul = await street.arrives("Aygul", door)
    await published(street, aygul, WORDS)
    friend = await street.arrives("Friend", door)
    await friend.says("/1")
    await friend.presses("👍")
    await leaves(aygul, "删除我，1 条有人支持的建议留作“一位邻居”的")
    await friend.says("/1")
    await friend.hears(WORDS, "1")
    assert "Aygul" not in await everything(street)


@pytest.mark.parametrize("door", DOORS)
async def test_what_waits_for_others_and_quotes_her_does_not_leave(any_street: Street, door: str) -> None:
    """Asked in the team's quiet night; in the morning she is not there any more."""
    street = any_street
    volunteer = await street.arrives("Volunteer", "telegram", "en", Role.VOLUNTEER)
    aygul, other = await street.arrives("Aygul", door, "en"), await street.arrives("Other", door, "en")
    await street.later(hours=13)
    for one, words in ((aygul, 'Is the "roof" garden & the shed open?'), (other, "Who has the key of the cellar?")):
        await one.says("/human")
        await one.says(words)
    await volunteer.hears_nothing_of("asks")
    await leaves_for_good(aygul)
    await street.later(hours=12)
    await volunteer.hears("asks", "the key of the cellar")
    await volunteer.hears_nothing_of("garden")


@pytest.mark.parametrize("words", ["inline_keyboard", "link_preview_options", "callback_data", "reply_markup"])
async def test_whoever_leaves_takes_no_news_of_others_along(any_street: Street, words: str) -> None:
    """Her words read like what a message with buttons is written with."""
    street = any_street
    volunteer = await street.arrives("Volunteer", "telegram", "en", Role.VOLUNTEER)
    stranger, other = await street.arrives("Stranger", "web", "en"), await street.arrives("Other", "web", "en")
    await street.later(hours=13)
    for one, asked in ((stranger, words), (other, "Who has the key of the cellar?")):
        await one.says("/human")
        await one.says(asked)
    await leaves_for_good(stranger)
    await street.later(hours=12)
    # The notice itself: the team's digest names the question as well.
    assert any("the key of the cellar" in one.words and "Answer" in one.labels for one in await volunteer.screen())
    await volunteer.hears_nothing_of(words)


async def test_of_news_about_several_things_only_her_lines_are_taken_out(any_street: Street) -> None:
    street = any_street
    reader = await street.arrives("Reader", "telegram", "en")
    leaver = await street.arrives("Leaver", "web", "en")
    await leaver.says("/human")
    await leaver.says("A swing & a slide for the yard")
    news = "<b>This week</b>\n1 · Leaver: <i>A swing &amp; a slide for the yard</i>\n2 · A lamp at the gate"
    async with street.bot.database.write() as tx:
        now = street.clock.now()
        to = Address("telegram", reader.user_id, "en")
        row = {"text": news, "parse_mode": "HTML"}
        await queue_call(tx, to, "sendMessage", row, Lane.NOTICE, now, now + timedelta(hours=1))
    await leaves_for_good(leaver)
    await street.later(hours=2)
    await reader.hears("This week", "A lamp at the gate")
    await reader.hears_nothing_of("swing")
    await reader.hears_nothing_of("Leaver")


async def test_a_number_stays_taken(street: Street) -> None:
    aygul = await street.arrives("Aygul")
    await published(street, aygul, WORDS)
    await leaves(aygul)
    friend = await street.arrives("Friend")
    await friend.says("/1")
    await friend.hears_nothing_of(WORDS)
    await suggests(friend, "换一盏灯")
    await friend.hears("2 号")


async def test_the_seat_of_whoever_leaves_goes_to_the_next_one(any_street: Street) -> None:
    street = any_street
    first, second = await street.arrives("一"), await street.arrives("二")
    await announced(street, many="1")
    await first.presses("参加")
    await second.presses("参加")
    await leaves(first)
    await second.hears("有空位了")


@pytest.mark.parametrize("door", DOORS)
async def test_the_only_lead_may_go_at_once_and_the_next_one_leads(street: Street, door: str) -> None:
    lead = await street.arrives("Lead", door, "en", Role.LEAD)
    other = await street.arrives("Other", door, "en", Role.VOLUNTEER)
    await lead.says("/privacy")
    await lead.presses("Delete me")
    assert "🤲 Hand over first" in (await lead.hears("In your hands here: one thing")).labels
    await lead.presses("Delete everything now")
    await lead.hears("You are deleted ✓")
    await other.hears("You lead L 店 from now on")


async def test_what_nobody_understood_of_her_goes_too(street: Street) -> None:
    aygul = await street.arrives("Aygul", "telegram")
    raw = json.dumps({"message": {"from": {"id": aygul.user_id}, "text": "secret"}})
    await street.bot.dispatch.keep_aside("telegram", 7, raw, "unreadable")
    await street.bot.dispatch.keep_aside("telegram", 8, raw.replace(str(aygul.user_id), f"{aygul.user_id}1"), "x")
    await leaves(aygul)
    assert await count(street, "SELECT count(*) FROM kept_aside") == 1


@pytest.mark.parametrize("door", DOORS)
async def test_whoever_came_through_two_doors_leaves_through_both(street: Street, door: str) -> None:
    """Rows that stayed with the other one of hers, since they were counted already, are hers too."""
    aygul, twin = await street.arrives("Aygul", door), await street.arrives("Zwilling", door)
    keeper, other = await street.person_id(aygul), await street.person_id(twin)
    async with street.bot.database.write() as tx:
        await linking.join(tx, street.bot.town.joined_columns, keeper, other, street.now_ms())
    await leaves(aygul)
    kept = await everything(street)
    assert "Aygul" not in kept
    assert "Zwilling" not in kept
    assert not await count(street, "SELECT count(*) FROM identities WHERE door IN ('web', 'telegram')")
    await twin.says("/start")
    await twin.hears("请选择语言")


async def test_three_hundred_pictures_and_two_hundred_ideas_are_a_file_within_a_minute(street: Street) -> None:
    aygul = await street.arrives("Aygul", "web", "en")
    person, now = await street.person_id(aygul), street.now_ms()
    picture = clean(photograph(2400, 1800))
    await street.bot.site.pictures.save(picture)
    async with street.bot.database.write() as tx:
        await tx.many(
            "INSERT INTO ideas (place_id, person_id, number, status, words, touched_at, sent_at)"
            " VALUES (?, ?, ?, 'open', ?, ?, ?)",
            [(street.place.id, person, number, f"{WORDS} {number}" * 20, now, now) for number in range(1, 201)],
        )
        await tx.many(
            "INSERT INTO media (door, file_id, kind, person_id, state, hash, not_before, created_at)"
            " VALUES ('telegram', ?, 'photo', ?, 'ready', ?, 0, ?)",
            [(f"f{number}", person, picture.hash, now) for number in range(300)],
        )
    began = time.monotonic()
    await aygul.says("/privacy")
    await aygul.presses("My data as a file")
    _, content = await aygul.file_of(await aygul.hears("Everything of yours"))
    took = time.monotonic() - began
    size, before = len(content) >> 20, 300 * len(picture.jpeg) >> 20
    print(f"200 ideas and 300 pictures: {took:.1f} s, {size} MB of {before}")
    with zipfile.ZipFile(io.BytesIO(content)) as file:
        assert len([one for one in file.namelist() if one.startswith("photos/")]) == 300
        assert len(json.loads(file.read("data.json"))["ideas"]) == 200
    assert took < 60


async def test_too_many_large_pictures_become_small_ones(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A bot may send no more than 50 MB."""
    files = Folder(tmp_path)
    kept = Pictures(files)
    picture = clean(photo())
    await kept.save(picture)
    monkeypatch.setattr(rules, "MOST_BYTES", 1)
    box = Box(kept, Shelf(files, tmp_path), MORNING)
    box.put_words("data.json", "{}")
    await box.put_pictures([OwnPicture(1, "photo", picture.hash)])
    with zipfile.ZipFile(io.BytesIO(box.close())) as file:
        assert file.read("photos/1.jpg") == picture.thumbnail  # even the small ones are too many
    assert box.small


@pytest.mark.parametrize("door", DOORS)
async def test_the_file_has_what_she_said_and_sent_in_the_web_chat(any_street: Street, door: str) -> None:
    """Also whoever has both doors and asks at the other one; what the bot said to her is not hers."""
    street = any_street
    aygul = await street.arrives("Aygul", language="en")
    stranger = await street.arrives("Stranger", language="en")
    await stranger.says("A secret of somebody else")
    await aygul.says("Is the roof open?")
    await aygul.sends_document(PDF, "plan of the roof.pdf", "application/pdf")
    await aygul.sends_photo(photo(), "Leave it like this")
    asks = aygul
    if door == "telegram":
        asks = await street.arrives("Aygul", door, "en")
        keeper, other = await street.person_id(asks), await street.person_id(aygul)
        async with street.bot.database.write() as tx:
            await linking.join(tx, street.bot.town.joined_columns, keeper, other, street.now_ms())
    odd = json.dumps({"message": {"from": {"id": aygul.user_id}, "text": "half an emoji"}})
    await street.bot.dispatch.keep_aside("web", 7, odd, "unreadable")
    await asks.says("/privacy")
    await asks.presses("My data as a file")
    _, content = await asks.file_of(await asks.hears("Everything of yours"))
    with zipfile.ZipFile(io.BytesIO(content)) as file:
        assert file.testzip() is None
        said = json.loads(file.read("said.json"))
        names = file.namelist()
        assert "half an emoji" in json.loads(file.read("data.json"))["not_understood"][0]["raw"]
        assert "secret" not in "".join(map(str, said))
        (plan,) = [one for one in said if "roof.pdf" in str(one.get("files"))]
        assert file.read(plan["files"][0]) == PDF
        assert "said.json" in file.read("README.txt").decode()
    assert [one["text"] for one in said if one.get("text", "/")[0] not in "/"] == ["Is the roof open?"]
    assert said[0]["sent_at"].startswith("2026-11-23T04:")
    assert "Leave it like this" in [one.get("caption") for one in said]
    pictures = [one for one in names if one.endswith(".jpg")]
    assert len(pictures) == 1, names  # once, however many copies of it there are


async def test_a_long_talk_and_many_files_make_a_file_that_fits(street: Street) -> None:
    """Six thousand messages and 96 MB of files: what does not fit is left out and said, and memory stays small."""
    aygul = await street.arrives("Aygul", "web", "en")
    shelf = street.bot.site.shelf
    names = [await shelf.keep(os.urandom(8 << 20), "application/pdf") for _ in range(12)]
    await aygul.says("The last word")
    async with street.bot.database.write() as tx:
        await tx.many(
            "INSERT INTO gateway_messages (id, chat, by_bot, sent, body) VALUES (?, ?, 0, 0, ?)",
            [(number, aygul.user_id, json.dumps({"text": WORDS * 20})) for number in range(10**9, 10**9 + 6_000)],
        )
        for number, name in enumerate(names):
            row = (f"D{number}", f"d{number}", f"d{number}", "document", name, "application/pdf", f"{number}.pdf")
            await store.add_file(tx, store.File(*row, 8 << 20, 0, 0, 0), street.now_ms())
            await store.attach(tx, row[0], 10**9, aygul.user_id)
    tracemalloc.start()
    try:
        content = await making.takeaway(street.bot.site, f"{await street.person_id(aygul)} en")
        most = tracemalloc.get_traced_memory()[1] >> 20
    finally:
        tracemalloc.stop()
    print(f"6,000 messages and 96 MB of files: {len(content) >> 20} MB, at most {most} MB of memory")
    with zipfile.ZipFile(io.BytesIO(content)) as file:
        assert len(json.loads(file.read("said.json"))) >= 6_001
        assert len([one for one in file.namelist() if one.startswith("files/")]) == 4
        assert "no room for 8 files" in file.read("README.txt").decode().translate(ISOLATES)
    assert len(content) <= rules.MOST_BYTES + (1 << 20)
    assert most < 100


async def test_a_mark_is_kept_outside_of_the_database_and_forgets_again_at_the_next_start(tmp_path: Path) -> None:
    """As after restoring: the same database as before she left, with the marks that were written since."""
    async with open_street(tmp_path, FEATURES) as street:
        aygul = await street.arrives("Aygul", "telegram")
        friend = await street.arrives("Friend", "telegram")
        before = tmp_path / "before.db"
        assert isinstance(street.bot.database, SqliteDatabase)
        await street.bot.database.copy_to(before)
        await leaves(aygul)
        marks = (tmp_path / FILE).read_text(encoding="utf-8")
        assert "Aygul" not in marks
        assert str(aygul.user_id) not in marks
        clock, telegram = street.clock, street.telegram
    _put_back(before, tmp_path / "nestbox.db")
    async with open_street(tmp_path, FEATURES, clock=clock, telegram=telegram) as street:
        kept = await everything(street)
        assert "Aygul" not in kept
        assert friend.name in kept


def _put_back(backup: Path, database: Path) -> None:
    for end in ("", "-wal", "-shm"):
        database.with_name(database.name + end).unlink(missing_ok=True)
    backup.rename(database)


async def test_half_a_mark_is_no_mark_and_the_newest_one_counts(tmp_path: Path) -> None:
    marks = Marks(Folder(tmp_path), tmp_path)
    await marks.add([("a", 1), ("b", 2)])
    await marks.add([("a", 5), ("b", 1)])
    with (tmp_path / FILE).open("a", encoding="utf-8") as file:
        file.write('{"mark": "c", "a')
    assert marks.known_here() == {"a": 5, "b": 2}
    await marks.add([("d", 3)])
    assert marks.known_here()["d"] == 3
