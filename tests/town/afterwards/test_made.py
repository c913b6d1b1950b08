"""What people made, with its makers and their wish: shop L's wall cannot go before those who painted it heard."""

import sqlite3
from datetime import timedelta

import asyncpg
import httpx
import pytest

from bot.dialogue.notices import Notices
from bot.doors.door import TELEGRAM, WEB
from bot.identity import consents
from bot.identity.consents import Purpose
from bot.identity.roles import Role
from handlers.elsewhere import becoming
from handlers.made import settling
from handlers.made.rules import MOST_PHOTOS, Answer, Outcome, Part, Wish, all_fine, heard, may_go, may_loosen, term
from handlers.made.store import changes
from handlers.made.store import makers as made_by
from tests.invariants import intact
from tests.neighbour import Neighbour, leaves_for_good, together
from tests.pictures import photograph
from tests.street import Street

WALL = "Let the children paint the wall"
WHY = "The wall has damp in it and must be plastered anew"


async def finished(author: Neighbour, volunteer: Neighbour, keeper: Neighbour) -> None:
    """From the idea to the photo of how it is now; the volunteer has the receipt before her."""
    await author.says("/suggest")
    await author.sends_photo(photograph(320, 240, seed=1), WALL)
    await author.presses("Inside the shop")
    await volunteer.says("/desk")
    await volunteer.presses("Put it on the board")
    await keeper.says("/1")
    await keeper.presses("Answer")
    await keeper.presses("Yes")
    for status in ("Planned", "Under way", "Done"):
        await volunteer.says("/1")
        await volunteer.presses("Look after it")
        await volunteer.presses("Move it along")
        await volunteer.presses(status)
        await volunteer.presses("Leave it out")
    await volunteer.sends_photo(photograph(320, 240, seed=2))


async def opens(one: Neighbour) -> None:
    """The wall's card, from the register."""
    await one.says("/made")
    await one.presses(WALL)


class Wall:
    """Shop L's wall in the register, with two makers: Chen for the children, Wang by her name."""

    def __init__(self, street: Street, chen: Neighbour, wang: Neighbour, keeper: Neighbour, team: Neighbour) -> None:
        self.street, self.chen, self.wang, self.keeper, self.team = street, chen, wang, keeper, team

    async def wants_to_change(self) -> None:
        await opens(self.keeper)
        await self.keeper.presses("I want to change this")
        await self.keeper.says(WHY)


async def painted(street: Street, door: str = WEB) -> Wall:
    chen, wang = await street.arrives("Chen", door, "en"), await street.arrives("Wang", door, "en")
    team = await street.arrives("Zhou", door, "en", Role.VOLUNTEER)
    keeper = await street.arrives("Ma", door, "en", Role.SHOPKEEPER)
    await finished(chen, team, keeper)
    await team.presses("Keep as made by people")
    await team.presses("Keep it")
    await chen.hears("Did you make it?", WALL)
    await chen.presses("For the children")
    await wang.says("/name")
    await wang.says("Wang")
    await opens(wang)
    await wang.presses("I made this")
    await wang.presses("With my name")
    return Wall(street, chen, wang, keeper, team)


@pytest.mark.parametrize("door", [WEB, TELEGRAM])
async def test_the_wall_goes_only_after_its_makers_had_their_time_and_their_photo(
    any_street: Street, door: str
) -> None:
    street = any_street
    wall = await painted(street, door)
    chen, wang, keeper = wall.chen, wall.wang, wall.keeper
    await opens(keeper)
    card = await keeper.hears(WALL, "children", "ask us first")
    assert card.kind == "photo"

    await keeper.presses("I want to change this")
    await keeper.hears("You decide", "14 days")
    await keeper.says(WHY)
    await keeper.hears("2 makers hear it now", "You may change it from")
    for maker in (chen, wang):
        heard = await maker.hears("is to be changed", WALL, WHY, "Nothing goes before")
        assert heard.labels[:3] == ["✓ It’s fine", "📷 I photograph it", "⋯ Move it, or do it together"]
        assert heard.kind == "photo"

    # Within the term it cannot go, whatever button is pressed.
    await keeper.presses("How it stands")
    screen = await keeper.last()
    assert "🍂 It goes now" not in screen.labels
    if door == TELEGRAM:
        for action in ("ask_gone", "gone"):
            await keeper.taps(screen.id, f"made.{action}:1")
            assert "Its makers have until" in (await keeper.toasts())[-1]
    assert await outcomes(street) == [None]

    await chen.presses("I photograph it")
    await chen.sends_photo(photograph(300, 200, seed=3))
    await chen.hears("Kept ✓ All who made it get it when it goes")
    await street.later(days=7, hours=1)
    await wang.hears("Half of the time is over", WALL)
    await chen.hears_nothing_of("Half of the time is over")
    await street.later(days=7)
    await keeper.hears("have had their time", "2 makers", "📷 1", "last photo")
    await keeper.presses("It goes now")
    await keeper.presses("It is gone")
    for maker in (chen, wang):
        last = await maker.hears("is gone now", WHY, "Thank you for having made it")
        assert last.kind == "photo"
    assert await outcomes(street) == ["gone"]
    await wang.says("/made")
    await wang.hears("It is gone. Its makers were told.")
    await intact(street)


async def test_what_cannot_wait_needs_a_reason_and_is_heard_in_the_same_minute(street: Street) -> None:
    wall = await painted(street)
    keeper = wall.keeper
    await opens(keeper)
    await keeper.presses("I want to change this")
    await keeper.presses("It cannot wait")
    await keeper.says("The plaster falls on children")
    before = street.clock.now()
    await wall.chen.hears("🚨", "cannot stay", "The plaster falls on children")
    assert street.clock.now() - before < timedelta(minutes=1)
    await keeper.hears("You need not wait")
    await keeper.presses("How it stands")
    await keeper.presses("It goes now")
    await keeper.sends_photo(photograph(300, 200, seed=5))
    assert (await wall.wang.hears("is gone now")).kind == "photo"
    await intact(street)


async def test_a_last_photo_of_what_another_owner_just_let_stay_is_not_sent_as_gone(
    street: Street, monkeypatch: pytest.MonkeyPatch
) -> None:
    wall = await painted(street)
    await wall.wants_to_change()
    await street.later(days=15)
    await wall.keeper.presses("It goes now")

    async def while_another_had_it(notices: Notices, thing_id: int) -> None:
        await changes.end(notices.tx, 1, Outcome.STAYS, notices.now_ms)

    monkeypatch.setattr(settling, "hold", while_another_had_it)
    await wall.keeper.sends_photo(photograph(300, 200, seed=5))
    await wall.keeper.hears("That is over already")
    await wall.wang.hears_nothing_of("is gone now")
    async with street.bot.database.read() as tx:
        assert await tx.one(int, "SELECT count(*) FROM made_photos") == 0


async def test_a_term_that_runs_can_turn_out_to_be_urgent(street: Street) -> None:
    wall = await painted(street)
    await wall.wants_to_change()
    await wall.keeper.presses("How it stands")
    await wall.keeper.presses("It cannot wait")
    await wall.keeper.says("It falls down")
    await wall.wang.hears("🚨", "It falls down")
    await wall.keeper.presses("How it stands")
    await wall.keeper.presses("It goes now")
    await wall.keeper.presses("I have no photo")
    # What there is: the photo that the register has.
    assert (await wall.wang.hears("is gone now", "It falls down")).kind == "photo"


async def test_what_cannot_wait_is_heard_in_the_same_minute_and_wakes_nobody(street: Street) -> None:
    wall = await painted(street, TELEGRAM)
    await street.later(hours=15)  # deep in the night
    await wall.keeper.says("/home")
    await opens(wall.keeper)
    await wall.keeper.presses("I want to change this")
    await wall.keeper.presses("It cannot wait")
    await wall.keeper.says("It falls down")
    await wall.wang.hears("🚨", "It falls down")
    sent = [call for call in street.telegram.calls if "It falls down" in str(call.values.get("caption", ""))]
    assert sent
    assert all(call.values.get("disable_notification") for call in sent)


async def test_an_album_of_last_photos_stays_together(street: Street) -> None:
    wall = await painted(street)
    await wall.wants_to_change()
    await wall.chen.presses("I photograph it")
    await wall.chen.sends_album([photograph(300, 200, seed=seed) for seed in range(3, 15)])
    await wall.chen.hears_nothing_of("idea")
    async with street.bot.database.read() as tx:
        assert await tx.one(int, "SELECT count(*) FROM made_photos") == MOST_PHOTOS
        assert await tx.one(int, "SELECT count(*) FROM ideas") == 1


async def test_whoever_was_only_asked_and_pauses_is_left_alone(street: Street) -> None:
    chen, team = await street.arrives("Chen", WEB, "en"), await street.arrives("Zhou", WEB, "en", Role.VOLUNTEER)
    keeper = await street.arrives("Ma", WEB, "en", Role.SHOPKEEPER)
    await finished(chen, team, keeper)
    me = await street.person_id(chen)
    async with street.bot.database.write() as tx:
        await tx.run("UPDATE people SET paused_until = ? WHERE id = ?", street.now_ms() + 10**10, me)
    await team.presses("Keep as made by people")
    await team.presses("Keep it")
    await chen.hears_nothing_of("Did you make it?")
    await Wall(street, chen, chen, keeper, team).wants_to_change()
    await chen.hears_nothing_of("is to be changed")


async def test_whoever_cannot_hear_it_is_not_counted_as_hearing_it(street: Street) -> None:
    wall = await painted(street)
    me = await street.person_id(wall.chen)
    async with street.bot.database.write() as tx:
        await tx.run("UPDATE made_makers SET part = 'asked' WHERE person_id = ?", me)
        await consents.say(tx, me, Purpose.MESSAGES, 0, 1, "en", street.now_ms())
    await wall.wants_to_change()
    await wall.keeper.hears("One maker hears it now")
    await wall.chen.hears_nothing_of("is to be changed")


@pytest.mark.server
async def test_two_who_say_it_is_fine_at_once_shorten_it_and_its_owner_hears_once(any_street: Street) -> None:
    street = any_street
    wall = await painted(street)
    await wall.wants_to_change()
    for maker in (wall.chen, wall.wang):
        await maker.hears("is to be changed")
    await together(wall.chen.presses("It’s fine"), wall.wang.presses("It’s fine"))
    told = [one for one in await wall.keeper.screen() if "You need not wait longer" in one.words]
    assert len(told) == 1
    assert "2 makers: ✓ 2" in told[0].words
    await wall.keeper.presses("It goes now")
    await wall.keeper.presses("I have no photo")
    await wall.chen.hears("is gone now")
    assert await outcomes(street) == ["gone"]
    await street.later(days=20)
    assert len([one for one in await wall.keeper.screen() if "have had their time" in one.words]) == 0
    await intact(street)


async def test_an_owner_who_made_it_along_is_not_waited_for(street: Street) -> None:
    wall = await painted(street)
    await opens(wall.keeper)
    await wall.keeper.presses("I made this")
    await wall.keeper.presses("Without my name")
    await wall.wants_to_change()
    await wall.chen.presses("It’s fine")
    await wall.keeper.hears_nothing_of("You need not wait longer")
    await wall.wang.presses("It’s fine")
    await wall.keeper.hears("You need not wait longer", "3 makers: ✓ 3")


async def test_whoever_alone_made_it_and_decides_about_it_need_not_wait_for_herself(street: Street) -> None:
    wall = await painted(street)
    for one in (wall.chen, wall.wang):
        await opens(one)
        await one.presses("My part in it")
        await one.presses("I did not make it")
    await opens(wall.keeper)
    await wall.keeper.presses("I made this")
    await wall.keeper.presses("Without my name")
    await wall.wants_to_change()
    await wall.keeper.hears("You need not wait longer", "One maker: ✓ 1")


async def test_one_who_has_not_answered_is_waited_for_until_she_leaves(street: Street) -> None:
    wall = await painted(street)
    await wall.wants_to_change()
    await wall.chen.presses("It’s fine")
    await wall.keeper.hears_nothing_of("You need not wait longer")
    await leaves_for_good(wall.wang)
    await street.settle()
    await wall.keeper.hears("You need not wait longer", "One maker: ✓ 1")
    await intact(street)


async def test_an_owner_who_leaves_is_not_told_that_she_need_not_wait_longer(street: Street) -> None:
    wall = await painted(street)
    other = await street.arrives("Other owner", WEB, "en", Role.SHOPKEEPER)
    await opens(other)
    await other.presses("I made this")
    await other.presses("Without my name")
    await wall.wants_to_change()
    await wall.chen.presses("It’s fine")
    await wall.wang.presses("It’s fine")
    await leaves_for_good(other)
    await street.settle()
    await wall.keeper.hears("You need not wait longer", "2 makers: ✓ 2")
    await other.hears_nothing_of("You need not wait longer")


async def test_what_others_made_stays_when_whoever_had_the_idea_leaves(any_street: Street) -> None:
    street = any_street
    wall = await painted(street)
    await leaves_for_good(wall.chen)
    await wall.wang.says("/made")
    await wall.wang.presses("(without words)")
    card = await wall.wang.hears("(without words)", "Wang", "Inside the shop")
    assert "children" not in card.words
    assert WALL not in await public_page(street)
    await wall.keeper.says("/made")
    await wall.keeper.presses("(without words)")
    await wall.keeper.presses("I want to change this")
    await wall.keeper.says(WHY)
    await wall.wang.hears("is to be changed", WHY)
    await intact(street)


async def test_what_was_kept_by_mistake_is_taken_out_until_somebody_stands_with_it(street: Street) -> None:
    chen, team = await street.arrives("Chen", WEB, "en"), await street.arrives("Zhou", WEB, "en", Role.VOLUNTEER)
    keeper = await street.arrives("Ma", WEB, "en", Role.SHOPKEEPER)
    await finished(chen, team, keeper)
    await team.presses("Keep as made by people")
    await team.presses("Keep it")
    await team.presses("Undo")
    await team.hears("Nothing is in the register yet")
    await team.presses("Add something finished")
    await team.presses(WALL[:10])
    await team.presses("Keep it")
    await chen.presses("Without my name")
    await team.presses("Undo")
    await team.says("/made")
    await team.hears(WALL)


async def test_a_maker_at_two_doors_is_one_maker_and_her_newest_answer_counts(street: Street) -> None:
    wall = await painted(street)
    await wall.wants_to_change()
    await wall.chen.presses("It’s fine")
    ids = [await street.person_id(one) for one in (wall.chen, wall.wang)]
    async with street.bot.database.write() as tx:
        notices = Notices(tx, street.clock.now(), street.place, street.bot.town, street.bot.links)
        await becoming.unite(notices, *ids)
    await street.settle()
    await wall.keeper.hears("You need not wait longer", "One maker: ✓ 1")
    async with street.bot.database.read() as tx:
        assert await tx.all(str, "SELECT part FROM made_makers") == ["named"]
    await intact(street)


async def test_who_said_that_she_made_it_stands_there_although_another_door_is_asked_later(street: Street) -> None:
    wall = await painted(street)
    emma = await street.arrives("Emma", WEB, "en")
    ids = [await street.person_id(one) for one in (wall.wang, emma)]
    async with street.bot.database.write() as tx:
        await made_by.ask(tx, 1, ids[1])
        notices = Notices(tx, street.clock.now(), street.place, street.bot.town, street.bot.links)
        await becoming.unite(notices, *ids)
    async with street.bot.database.read() as tx:
        assert sorted(await tx.all(str, "SELECT part FROM made_makers")) == ["children", "named"]
    await intact(street)


async def test_on_two_surfaces_each_owner_decides_about_her_own(street: Street) -> None:
    wall = await painted(street)
    await opens(wall.team)
    await wall.team.presses("More")
    await wall.team.presses("More")
    await wall.team.presses("It is on something else, too")
    await wall.team.presses("The yard")
    await wall.wants_to_change()
    await street.later(days=15)
    await wall.keeper.presses("It goes now")
    await wall.keeper.presses("I have no photo")
    await wall.chen.says("/made")
    await wall.chen.hears("Inside the shop (gone)", "yard")
    await opens(wall.keeper)
    assert not [one for one in (await wall.keeper.last()).labels if "change" in one]
    forger = await street.arrives("Other keeper", TELEGRAM, "en", Role.SHOPKEEPER)
    await forger.says("/help")
    await forger.taps((await forger.last()).id, "made.change:2")
    assert "this one is somebody else’s" in (await forger.toasts())[-1]
    await opens(wall.team)
    await wall.team.presses("I want to change this")
    await wall.team.says("The yard is paved")
    await wall.chen.hears("The yard is paved")


async def test_nobody_is_named_before_she_said_so(street: Street) -> None:
    chen, team = await street.arrives("Chen", WEB, "en"), await street.arrives("Zhou", WEB, "en", Role.VOLUNTEER)
    keeper = await street.arrives("Ma", WEB, "en", Role.SHOPKEEPER)
    await finished(chen, team, keeper)
    await chen.says("/name")
    await chen.says("Chenchen")
    await team.presses("Keep as made by people")
    await team.presses("Keep it")
    page = await public_page(street)
    assert "Nobody has said yet" in page
    assert WALL in page.partition('id="made"')[2]
    assert "Chenchen" not in page
    await chen.presses("With my name")
    assert "Chenchen" in await public_page(street)
    await opens(team)
    await team.hears("Made by", "Chenchen")
    await opens(chen)
    await chen.presses("My part in it")
    await chen.presses("Without my name")
    page = await public_page(street)
    assert "Chenchen" not in page
    assert "one neighbour" in page.partition('id="made"')[2]


async def public_page(street: Street) -> str:
    transport = httpx.ASGITransport(app=street.bot.web, client=("127.0.0.1", 1))
    async with httpx.AsyncClient(transport=transport, base_url="http://nestbox.test") as client:
        return (await client.get(f"/p/{street.place.code}?lang=en")).text


async def test_whoever_looks_after_it_hears_once_that_it_is_gone(street: Street) -> None:
    wall = await painted(street)
    emma = await street.arrives("Emma", WEB, "en")
    await looks_after(emma)
    await wall.wants_to_change()
    await street.later(days=15)
    await wall.keeper.presses("It goes now")
    await wall.keeper.presses("I have no photo")
    assert len([one for one in await emma.screen() if "is gone now" in one.words]) == 1


async def looks_after(one: Neighbour) -> None:
    await opens(one)
    await one.presses("⋯ More")
    await one.presses("I look after it")


async def test_nobody_takes_it_from_whoever_looks_after_it(street: Street) -> None:
    await painted(street)
    emma, other = await street.arrives("Emma", WEB, "en"), await street.arrives("Other", TELEGRAM, "en")
    await looks_after(emma)
    await emma.hears("Thank you! You look after")
    await opens(other)
    await other.presses("⋯ More")
    screen = await other.hears("looks after it")
    assert not [one for one in screen.labels if "I look after it" in one]
    # A button of before there was after-care leads there.
    await other.taps(screen.id, "made.look_after:1:1")
    await other.presses("How it is looked after")
    await other.presses("I’ll look after it")
    await other.hears("together with somebody")


async def test_its_owner_may_move_it_or_let_it_stay_at_any_time(street: Street) -> None:
    wall = await painted(street)
    await wall.wants_to_change()
    await wall.wang.presses("Move it, or do it together")
    await wall.wang.presses("Let us move it")
    await wall.keeper.hears("would like to move it")
    await wall.keeper.presses("It moves")
    await wall.keeper.presses("⋯ More")
    await wall.keeper.presses("Somewhere else")
    await wall.wang.hears("has moved")
    await wall.wants_to_change()
    await wall.keeper.presses("How it stands")
    await wall.keeper.presses("It stays")
    await wall.chen.hears("stays as it is")
    assert await outcomes(street) == ["moved", "stays"]
    await intact(street)


async def test_what_may_be_painted_over_freely_need_not_wait_and_is_told_all_the_same(street: Street) -> None:
    wall = await painted(street)
    await wall.chen.presses("What we wish for it")
    await wall.chen.presses("Paint over it freely")
    await wall.wants_to_change()
    await wall.keeper.hears("You need not wait")
    await wall.wang.hears("is to be changed", "You had said it may go")


async def test_its_owner_cannot_say_for_its_makers_that_it_may_go(street: Street) -> None:
    wall = await painted(street)
    await opens(wall.keeper)
    await wall.keeper.presses("I made this")
    await wall.keeper.presses("Without my name")
    for one in (wall.keeper, wall.team):
        await opens(one)
        await one.presses("⋯ More")
        await one.presses("What we wish for it")
        assert "Paint over it freely" not in (await one.last()).labels
    forger = await street.arrives("Other volunteer", TELEGRAM, "en", Role.VOLUNTEER)
    await forger.says("/help")
    for address in ("set_wish:1:freely", "ask_until:1", "set_wish:1:until"):
        await forger.taps((await forger.last()).id, f"made.{address}")
        assert "for those to say who made it" in (await forger.toasts())[-1]
    await wall.wants_to_change()
    await wall.keeper.hears("You may change it from")
    async with street.bot.database.read() as tx:
        assert await tx.one(str, "SELECT wish FROM made_things") == "ask"


def test_that_it_may_go_is_said_by_who_made_it_and_does_not_decide_about_it() -> None:
    assert may_loosen(Part.QUIET, 2, 0, owns=False, team=False)
    assert may_loosen(Part.NAMED, 1, 0, owns=True, team=False)
    assert not may_loosen(Part.NAMED, 1, 1, owns=True, team=True)  # whoever has not said yet may have made it
    assert not may_loosen(Part.NAMED, 2, 0, owns=True, team=True)
    assert not may_loosen(Part.ASKED, 0, 1, owns=False, team=False)
    assert not may_loosen(Part.ASKED, 1, 1, owns=False, team=True)
    assert may_loosen(None, 0, 0, owns=False, team=True)


async def test_a_wish_until_a_day_is_kept_with_its_day(street: Street) -> None:
    wall = await painted(street)
    await wall.wang.presses("What we wish for it")
    await wall.wang.presses("Let it stay until…")
    await wall.wang.says("some day")
    await wall.wang.says("2027-06-01")
    await wall.wang.hears("let it stay until", "2027")


async def test_when_an_agreed_day_comes_its_owner_is_asked_once(street: Street) -> None:
    wall = await painted(street)
    await opens(wall.keeper)
    await wall.keeper.presses("⋯ More")
    await wall.keeper.presses("How long it stays")
    await wall.keeper.presses("Half a year")
    await wall.keeper.hears("stays until", "2027")
    await opens(wall.team)
    await wall.team.hears("Its owner said it stays until")
    await street.later(days=181)
    await wall.keeper.hears_nothing_of("stays until today")
    await street.later(days=2)
    await street.later(days=1)
    asked = [one for one in await wall.keeper.screen() if "stays until today" in one.words]
    assert len(asked) == 1
    await wall.keeper.presses("Half a year")
    await wall.keeper.hears("stays until", "2027")
    await street.later(days=30)
    assert not [one for one in await wall.keeper.screen() if "stays until today" in one.words]


async def test_what_nobody_comes_back_to_stays(street: Street) -> None:
    wall = await painted(street)
    await wall.wants_to_change()
    await street.later(days=15)
    await street.later(days=30)
    await wall.chen.hears("was not changed in all that time, so it stays")
    assert await outcomes(street) == ["stays"]
    await intact(street)


async def test_a_photo_of_an_album_is_kept_in_two_taps(street: Street) -> None:
    team, guest = await street.arrives("Zhou", WEB, "en", Role.VOLUNTEER), await street.arrives("Guest", WEB, "en")
    await fair(street, team, guest)
    await team.says("/start event-1")
    await team.presses("Album")
    await team.presses("Keep as made by people")
    await team.presses("Inside the shop")
    await team.hears("Kept ✓", "/#made-")
    await guest.hears("Did you make it?", "Autumn fair")
    await team.says("/start event-1")
    await team.presses("Album")
    await team.presses("Keep as made by people")
    await team.hears("Autumn fair", "Inside the shop")
    async with street.bot.database.read() as tx:
        assert await tx.one(int, "SELECT count(*) FROM made_things") == 1


async def fair(street: Street, team: Neighbour, guest: Neighbour) -> None:
    for words in ("/newevent", "Autumn fair", "2026-11-24 19:00", "At the door"):
        await team.says(words)
    await team.presses("No limit")
    await team.presses("Skip")
    await team.presses("Skip")
    await team.presses("📣 Announce")
    await guest.says("/events")
    await guest.presses("Autumn fair")
    await guest.presses("Coming")
    await street.later(days=1, hours=12)
    await guest.says("/start event-1")
    await guest.presses("Album")
    await guest.presses("Add my photos")
    await guest.sends_photo(photograph(300, 200, seed=8))
    await team.says("/start event-1")
    await team.presses("Look after it")
    await team.presses("photos")
    await team.presses("Into the album")


async def test_whoever_follows_the_link_adds_herself(street: Street) -> None:
    wall = await painted(street)
    emma = await street.arrives("Emma", TELEGRAM, "en")
    await emma.says(f"/start made-{street.place.code}-1")
    await emma.presses("I made this")
    await emma.presses("Without my name")
    await emma.hears("You hear before it goes")
    await wall.wants_to_change()
    await emma.hears("is to be changed")
    await opens(emma)
    await emma.presses("My part in it")
    await emma.presses("I did not make it")
    assert await makers(street) == 2


async def test_a_lead_sets_how_long_makers_have(street: Street) -> None:
    wall = await painted(street)
    lead = await street.arrives("Lead", WEB, "en", Role.LEAD)
    await lead.says("/placesettings")
    for _ in range(3):
        await lead.presses("More settings")
    await lead.presses("Time for makers")
    await lead.presses("7 days")
    await opens(wall.keeper)
    await wall.keeper.presses("I want to change this")
    await wall.keeper.hears("7 days")
    await wall.keeper.says(WHY)
    await street.later(days=7, hours=1)
    await wall.keeper.hears("have had their time")


async def test_digests_say_what_runs(street: Street) -> None:
    wall = await painted(street)
    await wall.wants_to_change()
    for one in (wall.keeper, wall.team):
        await one.says("/digest")
        await one.hears("its makers have until")


async def test_a_last_photo_that_is_none_is_asked_for_again(street: Street) -> None:
    wall = await painted(street)
    await wall.wants_to_change()
    await wall.chen.presses("I photograph it")
    await wall.chen.sends_photo(b"\xff\xd8\xff not a picture")
    await wall.chen.hears("Please send another one")


@pytest.mark.server
async def test_the_database_itself_keeps_the_term(any_street: Street) -> None:
    wall = await painted(any_street)
    await wall.wants_to_change()
    now = any_street.now_ms()
    with pytest.raises((sqlite3.IntegrityError, asyncpg.CheckViolationError)):
        async with any_street.bot.database.write() as tx:
            await tx.run("UPDATE made_changes SET outcome = 'gone', ended_at = ?", now)
    async with any_street.bot.database.write() as tx:
        await tx.run("UPDATE made_changes SET outcome = 'stays', ended_at = ?", now)


async def test_a_stranger_can_neither_answer_nor_decide(street: Street) -> None:
    wall = await painted(street)
    await wall.wants_to_change()
    emma = await street.arrives("Emma", TELEGRAM, "en")
    await emma.says("/help")
    refused = (("answer:1:fine", "for those who made it"), ("gone:1", ""), ("set_wish:1:freely", "for those"))
    for address, said in refused:
        await emma.taps((await emma.last()).id, f"made.{address}")
        assert said in (await emma.toasts())[-1]
    assert await outcomes(street) == [None]
    async with street.bot.database.read() as tx:
        assert await tx.one(int, "SELECT count(*) FROM made_answers") == 0
        assert await tx.one(str, "SELECT wish FROM made_things") == "ask"


async def test_the_team_does_not_answer_for_its_makers(street: Street) -> None:
    wall = await painted(street)
    await wall.wants_to_change()
    other = await street.arrives("Other volunteer", TELEGRAM, "en", Role.VOLUNTEER)
    await other.says("/help")
    for address in ("answer:1:fine", "otherwise:1", "say_something:1"):
        await other.taps((await other.last()).id, f"made.{address}")
        assert "for those who made it" in (await other.toasts())[-1]
    async with street.bot.database.read() as tx:
        assert await tx.one(int, "SELECT count(*) FROM made_answers") == 0


async def outcomes(street: Street) -> list[str | None]:
    async with street.bot.database.read() as tx:
        return await tx.all(lambda outcome: outcome, "SELECT outcome FROM made_changes ORDER BY id")


async def makers(street: Street) -> int:
    async with street.bot.database.read() as tx:
        return await tx.one(int, "SELECT count(*) FROM made_makers") or 0


def test_whoever_has_not_said_that_she_made_it_is_not_waited_for() -> None:
    makers = {1: Part.NAMED, 2: Part.CHILDREN, 3: Part.ASKED}
    assert not all_fine(makers, {1: Answer.FINE})
    assert not all_fine(makers, {1: Answer.FINE, 2: Answer.PHOTOGRAPH})
    assert all_fine(makers, {1: Answer.FINE, 2: Answer.FINE})
    assert not all_fine({3: Part.ASKED}, {3: Answer.FINE})
    assert not all_fine({}, {})


def test_whoever_began_the_change_says_it_is_fine_if_she_made_it() -> None:
    assert heard({1: Part.QUIET}, {}, 1) == {1: Answer.FINE}
    assert heard({1: Part.QUIET}, {1: Answer.MOVE}, 1) == {1: Answer.FINE}
    assert heard({1: Part.ASKED, 2: Part.NAMED}, {2: Answer.MOVE}, 1) == {2: Answer.MOVE}
    assert heard({2: Part.NAMED}, {}, None) == {}


def test_the_term_is_what_the_place_says_unless_its_makers_said_it_may_go() -> None:
    assert term(Wish.ASK, None, 14, 0) == timedelta(days=14)
    assert term(Wish.UNTIL, 10, 14, 5) == timedelta(days=14)
    assert not term(Wish.UNTIL, 10, 14, 10)
    assert not term(Wish.FREELY, None, 14, 0)
    assert may_go(10, None, 10)
    assert not may_go(10, None, 9)
    assert may_go(10, "damage", 0)
