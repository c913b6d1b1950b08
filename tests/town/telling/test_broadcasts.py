"""Writing to many people: a preview that does not lie, half a minute to stop, and numbers that add up."""

import re
import time
from datetime import UTC, datetime, timedelta

import pytest

from bot.dialogue import mailing
from bot.dialogue.notices import Notices
from bot.i18n.texts import literal
from bot.identity.roles import Role
from bot.outbox import campaigns
from bot.outbox.message import Message
from handlers.events.store import drafts as event_drafts
from tests.neighbour import Neighbour, OnTelegram
from tests.pictures import photograph
from tests.street import Street

DOORS = ["web", "telegram"]
NIGHT = datetime(2026, 11, 23, 16, 30, tzinfo=UTC)  # 22:30 in Urumqi


async def volunteer(street: Street, door: str = "web", language: str = "en") -> Neighbour:
    one = await street.arrives("Vera", door, language, Role.VOLUNTEER)
    await is_called(street, one)
    return one


async def is_called(street: Street, one: Neighbour) -> None:
    """At the web chat nobody gives a name at first."""
    async with street.bot.database.write() as tx:
        await tx.run("UPDATE people SET name = ? WHERE id = ?", one.name, await street.person_id(one))


async def crowd(street: Street, count: int, door: str = "telegram", language: str = "zh") -> None:
    """People who agreed long ago, and whose phones nobody looks at in this story."""
    async with street.bot.database.write() as tx:
        for number in range(count):
            person_id = await tx.one(
                int,
                "INSERT INTO people (name, language, consented_at, place_id, created_at)"
                " VALUES (?, ?, 1, ?, 1) RETURNING id",
                f"Neighbour {number}",
                language,
                street.place.id,
            )
            await tx.run(
                "INSERT INTO members (person_id, place_id, joined_at) VALUES (?, ?, 1)", person_id, street.place.id
            )
            await tx.run(
                "INSERT INTO identities (door, user_id, chat_id, person_id, spoke_at) VALUES (?, ?, ?, ?, 1)",
                door,
                900_000 + number,
                900_000 + number,
                person_id,
            )


async def drafts(one: Neighbour, words: str = "The fair moves to Sunday") -> None:
    """As far as the preview, to everyone."""
    await one.says("/broadcast")
    await one.says(words)
    await one.presses("To whom?")
    await one.presses("Everyone here")


def numbers(words: str) -> list[int]:
    return [int(number) for number in re.findall(r": (\d+)$", words, re.MULTILINE)]


@pytest.mark.parametrize("door", DOORS)
async def test_everyone_gets_it_in_the_frame_of_her_language_after_half_a_minute(street: Street, door: str) -> None:
    aygul = await street.arrives("Aygul", door, "ug")
    li = await street.arrives("Li", door, "zh")
    vera = await volunteer(street, door)
    await drafts(vera)
    preview = await vera.hears("This is how it will look", "Everyone here – 2 people")
    assert "L 店 – Vera (volunteer) writes:\nThe fair moves to Sunday" in preview.words
    assert "L 店 · Vera（志愿者）用英语说：\nThe fair moves to Sunday" in preview.words
    assert "Vera (پىدائىي) ئىنگلىزچە يازىدۇ:\nThe fair moves to Sunday" in preview.words
    await vera.presses("Send to 2 people")
    await vera.hears("On its way to 2 people in 30 seconds")
    await street.later(seconds=20)
    await aygul.hears_nothing_of("The fair moves")
    await street.later(seconds=11)
    assert (await aygul.hears("The fair moves to Sunday")).words in preview.words
    assert (await li.hears("The fair moves to Sunday")).words in preview.words
    await street.later(seconds=3)
    report = await vera.hears("the report")
    assert numbers(report.words) == [2, 2, 0, 0, 0]
    assert not [label for label in report.labels if "Stop" in label]


@pytest.mark.parametrize("door", DOORS)
async def test_a_picture_may_come_first_or_last(street: Street, door: str) -> None:
    li = await street.arrives("Li", door, "zh")
    vera = await volunteer(street, door)
    await vera.says("/broadcast")
    await vera.sends_photo(photograph(400, 300))
    await vera.hears("The picture is here")
    await vera.says("The wall is painted")
    await vera.presses("To whom?")
    await vera.presses("Everyone here")
    assert (await vera.hears("This is how it will look", "The wall is painted")).kind == "photo"
    await vera.presses("Change something")
    await vera.presses("Words or picture")
    await vera.sends_photo(photograph(300, 300, seed=8), "The wall is green")
    await vera.presses("Look at it")
    await vera.presses("Send to 1 person")
    await street.later(seconds=31)
    message = await li.hears("The wall is green")
    assert message.kind == "photo"
    await li.hears_nothing_of("The wall is painted")


async def test_an_album_is_one_picture_and_one_answer(street: Street) -> None:
    vera = await volunteer(street, "telegram")
    await vera.says("/broadcast")
    before = len([one for one in await vera.screen() if not one.mine])
    await vera.sends_album([photograph(300, 200), photograph(300, 200, seed=8)], "Two walls")
    assert len([one for one in await vera.screen() if not one.mine]) == before + 1
    await vera.hears("Two walls", "Is that right?")


async def test_a_picture_that_cannot_be_used_leaves_the_words(street: Street) -> None:
    await street.arrives("Li", "telegram")
    vera = await volunteer(street, "telegram")
    await vera.says("/broadcast")
    await vera.sends_document(b"not a picture at all", "wall.jpg", "image/jpeg")
    await vera.hears("could not be used")
    await vera.presses("Go on")
    await vera.says("Without a picture then")
    await vera.presses("To whom?")
    await vera.presses("Everyone here")
    await vera.presses("Send to 1 person")
    await vera.hears("On its way")


async def test_a_picture_that_is_not_ready_is_waited_for(street: Street) -> None:
    await street.arrives("Li")
    vera = await volunteer(street)
    await vera.says("/broadcast")
    await vera.sends_photo(photograph(300, 200), "The wall")
    await vera.presses("To whom?")
    await vera.presses("Everyone here")
    send = next(data for row in (await vera.last()).buttons for label, data in row if "Send" in label)
    preview = await vera.last()
    async with street.bot.database.write() as tx:
        await tx.run("UPDATE media SET state = 'waiting', not_before = ?", 2**53)
    await vera.taps(preview.id, send)
    assert any("still being prepared" in toast for toast in await vera.toasts())
    await vera.presses("Change something")
    await vera.presses("Other people")
    await vera.presses("Everyone here")
    assert "🔄 Look again" in (await vera.hears("still being prepared")).labels
    async with street.bot.database.write() as tx:
        await tx.run("UPDATE media SET state = 'ready'")
    await vera.presses("Look again")
    await vera.presses("Send to 1 person")
    await vera.hears("On its way")


async def test_stopped_in_time_nobody_gets_it(street: Street) -> None:
    li = await street.arrives("Li")
    vera = await volunteer(street)
    await drafts(vera)
    await vera.presses("Send to 1 person")
    receipt = await vera.hears("On its way")
    stop = next(data for row in receipt.buttons for label, data in row if "Stop" in label)
    await vera.presses("Stop")
    assert numbers((await vera.hears("the report")).words) == [1, 0, 0, 0, 0, 1]
    await street.later(minutes=5)
    await li.hears_nothing_of("The fair moves")
    async with street.bot.database.read() as tx:
        assert await tx.one(int, "SELECT count(*) FROM outbox WHERE campaign IS NOT NULL") == 0
    assert stop.startswith("broadcasts.stop:")


async def test_quiet_hours_are_kept_counted_and_can_still_be_stopped(street: Street) -> None:
    asleep = await street.arrives("Asleep", "telegram")
    awake = await street.arrives("Awake", "web")
    vera = await volunteer(street, "web")
    await street.until(NIGHT)
    await drafts(vera)
    await vera.presses("Send to 2 people")
    await vera.hears("1 hears it now", "1 at 09:30 Beijing time (07:30 Xinjiang time)")
    await street.later(seconds=31)
    await awake.hears("The fair moves")
    await asleep.hears_nothing_of("The fair moves")
    await vera.hears("1 of 2 reached, 1 still waiting")
    await street.until(NIGHT + timedelta(hours=8, minutes=59))
    await asleep.hears_nothing_of("The fair moves")
    await street.until(NIGHT + timedelta(hours=9))
    await asleep.hears("The fair moves")
    await street.later(seconds=3)
    assert numbers((await vera.hears("the report")).words) == [2, 2, 0, 0, 0]


async def test_stopped_on_the_way_the_numbers_still_add_up(street: Street) -> None:
    await street.arrives("Asleep", "telegram")
    await street.arrives("Awake", "web")
    vera = await volunteer(street, "web")
    await street.until(NIGHT)
    await drafts(vera)
    await vera.presses("Send to 2 people")
    await street.later(seconds=31)
    await vera.hears("1 of 2 reached")
    await vera.presses("Stop")
    assert numbers((await vera.hears("the report")).words) == [2, 1, 0, 0, 0, 1]
    await vera.taps((await vera.last()).id, "welcome.home_below")
    await street.until(NIGHT + timedelta(hours=10))
    assert numbers((await vera.hears("the report")).words) == [2, 1, 0, 0, 0, 1]


async def test_the_report_adds_up_with_people_who_blocked_us(street: Street) -> None:
    await street.arrives("Li", "telegram")
    gone = await street.arrives("Gone", "telegram")
    assert isinstance(gone, OnTelegram)
    vera = await volunteer(street, "telegram")
    await drafts(vera)
    await vera.presses("Send to 2 people")
    gone.person.blocks()
    await street.settle()
    await street.later(seconds=31)
    await street.later(seconds=3)
    assert numbers((await vera.hears("the report")).words) == [2, 1, 1, 0, 0]


async def test_newcomers_who_never_agreed_get_nothing(street: Street) -> None:
    stranger = await street.neighbour("Stranger")
    await stranger.says("/start")
    vera = await volunteer(street)
    await drafts(vera)
    assert any("Nobody would get this" in toast for toast in await vera.toasts())


async def test_to_a_role_only_its_people(street: Street) -> None:
    li = await street.arrives("Li")
    rena = await street.arrives("Rena", role=Role.SHOPKEEPER)
    vera = await volunteer(street)
    await vera.says("/broadcast")
    await vera.says("The delivery comes at noon")
    await vera.presses("To whom?")
    await vera.presses("People with a task")
    await vera.presses("The shopkeepers")
    await vera.presses("Send to 1 person")
    await street.later(seconds=31)
    await rena.hears("The delivery")
    await li.hears_nothing_of("The delivery")


async def test_to_the_supporters_of_an_idea_by_its_number(street: Street) -> None:
    author = await street.arrives("Author")
    supporter = await street.arrives("Supporter")
    other = await street.arrives("Other")
    await add_idea(street, author, supporter, 27)
    vera = await volunteer(street)
    await vera.says("/broadcast")
    await vera.says("The bird's nest is approved")
    await vera.presses("To whom?")
    await vera.presses("Some of them")
    await vera.presses("Around an idea")
    await vera.says("the nest")
    await vera.hears("I need a number")
    await vera.says("99")
    await vera.hears("no idea 99")
    await vera.says("no. ２７")
    await vera.presses("Send to 2 people")
    await street.later(seconds=31)
    for one in (author, supporter):
        await one.hears("nest is approved")
    await other.hears_nothing_of("nest is approved")


async def add_idea(street: Street, author: Neighbour, supporter: Neighbour, number: int) -> None:
    """The board has a story of its own; here only its rows matter."""
    async with street.bot.database.write() as tx:
        idea_id = await tx.one(
            int,
            "INSERT INTO ideas (place_id, person_id, number, status, words, space, touched_at, sent_at)"
            " VALUES (?, ?, ?, 'open', 'A nest', 'inside', 1, 1) RETURNING id",
            street.place.id,
            await street.person_id(author),
            number,
        )
        await tx.run(
            "INSERT INTO idea_voices (idea_id, person_id, given_at) VALUES (?, ?, 1)",
            idea_id,
            await street.person_id(supporter),
        )


async def test_to_the_guests_of_an_event(street: Street) -> None:
    guest = await street.arrives("Guest")
    other = await street.arrives("Other")
    vera = await volunteer(street, "telegram")
    await vera.says("/broadcast")
    await vera.says("Bring a cup")
    await vera.presses("To whom?")
    await vera.presses("Some of them")
    await vera.presses("Guests of an event")
    assert any("no event just now" in toast for toast in await vera.toasts())
    async with street.bot.database.write() as tx:
        event_id = await event_drafts.add_draft(
            tx, street.place.id, await street.person_id(vera), "Autumn fair", street.now_ms()
        )
        await event_drafts.set_start(tx, event_id, street.now_ms() + 86_400_000)
        await event_drafts.set_whereabouts(tx, event_id, "the yard")
        await event_drafts.set_capacity(tx, event_id, 0)
        await event_drafts.announce(tx, event_id, street.now_ms())
        await tx.run(
            "INSERT INTO event_answers (event_id, person_id, answer, turn, answered_at)"
            " VALUES (?, ?, 'coming', 1, 1)",
            event_id,
            await street.person_id(guest),
        )
    for forged in ("broadcasts.set_event:1:999", "broadcasts.set_whom:1:idea", "broadcasts.set_event:999:1"):
        await vera.taps((await vera.last()).id, forged)
    await vera.presses("Guests of an event")
    await vera.presses("Autumn fair")
    await vera.presses("Send to 1 person")
    await street.later(seconds=31)
    await guest.hears("Bring a cup")
    await other.hears_nothing_of("Bring a cup")


async def test_above_two_hundred_people_a_lead_must_agree(street: Street) -> None:
    await crowd(street, 200, "web")
    lead = await street.arrives("Lead", language="en", role=Role.LEAD)
    await is_called(street, lead)
    colleague = await street.arrives("Colleague", "telegram", "en", Role.VOLUNTEER)
    vera = await volunteer(street)
    await drafts(vera)
    await vera.presses("Send to 202 people")
    await vera.hears("Above 200 a second person must agree")
    question = await lead.hears("Vera (volunteer) wants to write this to 202 people", "The fair moves to Sunday")
    agree = question.buttons[0][0][1]
    await colleague.hears_nothing_of("Do you agree?")
    await colleague.taps((await colleague.last()).id, agree)
    assert any("A lead has to agree" in toast for toast in await colleague.toasts())
    await lead.presses("Better not")
    await vera.hears("“Lead” (a name) (lead) would rather not")
    await vera.presses("Go on")
    await vera.presses("Go on")
    await vera.presses("Look at it")
    await vera.presses("Send to 202 people")
    await vera.presses("Take it back")
    await vera.hears("Nothing was sent")
    await lead.presses("Agree and send")
    assert any("already over" in toast for toast in await lead.toasts())
    await drafts_again(vera)
    await vera.presses("Send to 202 people")
    await lead.presses("Agree and send")
    await lead.hears("leaves in 30 seconds")
    await vera.hears("(lead) agreed", "On its way to 202 people")
    await street.later(seconds=31)
    await lead.hears("L 店 – Vera (volunteer) writes", "The fair moves")
    await colleague.hears("The fair moves")
    await street.later(seconds=3)
    report = numbers((await vera.hears("the report")).words)
    assert report[0] == 202 == sum(report[1:])


async def drafts_again(one: Neighbour) -> None:
    await one.presses("Go on")
    await one.presses("Go on")
    await one.presses("Look at it")


async def test_nobody_agrees_with_herself(street: Street) -> None:
    await crowd(street, 201)
    vera = await street.arrives("Vera", language="en", role=Role.LEAD)
    await drafts(vera)
    await vera.presses("Send to 201 people")
    assert any("Please invite somebody first" in toast for toast in await vera.toasts())
    async with street.bot.database.read() as tx:
        assert await tx.one(int, "SELECT count(*) FROM outbox WHERE campaign IS NOT NULL") == 0


async def test_pressed_twice_it_leaves_once(street: Street) -> None:
    li = await street.arrives("Li", "telegram")
    vera = await volunteer(street, "telegram")
    await drafts(vera)
    preview = await vera.last()
    send = preview.buttons[0][0][1]
    await vera.taps(preview.id, send)
    await vera.taps(preview.id, send)
    assert any("already on its way" in toast for toast in await vera.toasts())
    await street.later(minutes=1)
    assert sum("The fair moves" in one.words for one in await li.screen()) == 1


async def test_what_is_missing_or_too_long_is_asked_for(street: Street) -> None:
    vera = await volunteer(street, "telegram")
    await vera.says("/broadcast")
    await vera.sends_location(43.8, 87.6)
    await vera.hears("Here I need a few words")
    await vera.says("\u200b")
    await vera.hears("A few words are needed")
    await vera.says("x" * 3001)
    await vera.hears("under 3000")
    await vera.says("y" * 800)
    await vera.hears("Is that right?")
    await vera.sends_photo(photograph(300, 200))
    await vera.hears("under 700")
    await vera.presses("To whom?")
    await vera.hears("Who should get it?")
    await vera.says("/broadcast")
    await vera.hears("You have begun")
    await vera.presses("Begin anew")
    await vera.hears("What would you like to tell people?")


async def test_long_words_are_previewed_once_with_the_other_frames(street: Street) -> None:
    await street.arrives("Li")
    vera = await volunteer(street)
    await drafts(vera, "z" * 2000)
    preview = await vera.hears("This is how it will look")
    assert preview.words.count("z" * 2000) == 1
    assert "Vera（志愿者）用英语说：" in preview.words
    assert "Vera (volunteer) writes:" in preview.words


async def test_only_the_team_writes_to_many_and_only_to_her_own_draft(street: Street) -> None:
    li = await street.arrives("Li", "telegram", "en")
    await li.says("/broadcast")
    await li.hears("for others here")
    vera = await volunteer(street, "telegram")
    await drafts(vera)
    send = (await vera.last()).buttons[0][0][1]
    await street.gives(li, Role.VOLUNTEER)
    for forged in (send, "broadcasts.edit:1", "broadcasts.stop:1", "broadcasts.approve:1", "broadcasts.send:999"):
        await li.taps((await li.last()).id, forged)
    await street.later(minutes=1)
    await li.hears_nothing_of("The fair moves")


async def test_ten_thousand_people_are_queued_in_less_than_a_second(street: Street) -> None:
    await crowd(street, 10_000)
    async with street.bot.database.write() as tx:
        notices = Notices(tx, street.clock.now(), street.place, street.bot.town, street.bot.links)
        started = time.perf_counter()
        campaign_id = await campaigns.new_campaign(tx, street.place.id, street.clock.now())
        await campaigns.add_role(tx, campaign_id, street.place.id, Role.RESIDENT)
        await mailing.queue_campaign(notices, campaign_id, Message(literal("The fair moves")))
        took = time.perf_counter() - started
        report = await campaigns.report(tx, campaign_id)
    assert report.waiting == report.total == 10_000
    assert took < 1
