"""Leaving well: what somebody holds goes on to the next one, and no place is ever without an owner or a lead."""

import pytest

from bot.dialogue.notices import Notices
from bot.doors.door import TELEGRAM, WEB
from bot.identity import roles
from bot.identity.places import place
from bot.identity.roles import Role
from handlers.handover import source
from handlers.handover.rules import Back, back
from handlers.polls.store import drafts
from tests.invariants import intact
from tests.neighbour import Neighbour, leaves_for_good, together
from tests.street import Street
from tests.town.afterwards.test_made import WALL, finished, looks_after, painted
from tests.town.afterwards.test_tasks import opens
from tests.town.people.test_elsewhere import carries_on

DOORS = [WEB, TELEGRAM]
DAYS = 21


async def comes(street: Street, name: str, door: str, role: Role | None = None) -> Neighbour:
    """By her name, at either door."""
    one = await street.arrives(name, door, "en", role)
    await named(one, name)
    return one


async def named(one: Neighbour, name: str) -> None:
    await one.says("/name")
    await one.says(name)


async def meets(one: Neighbour, title: str) -> None:
    """She announces an event."""
    for words in ("/newevent", title, "2027-03-01 19:00", "At the door"):
        await one.says(words)
    await one.presses("No limit")
    await one.presses("Skip")
    await one.presses("Skip")
    await one.presses("📣 Announce")


async def held_by(street: Street, one: Neighbour) -> list[str]:
    """What she holds, as feature and state."""
    person_id = await street.person_id(one)
    async with street.bot.database.write() as tx:
        here = await place(tx, street.place.id)
        notices = Notices(tx, street.clock.now(), here, street.bot.town, street.bot.links)
        return [f"{feature} {each.key}" for feature, each in await source.held(notices, person_id)]


async def holders(street: Street, *which: Role) -> list[int]:
    async with street.bot.database.read() as tx:
        return await roles.holders(tx, street.place.id, *which)


async def rests(street: Street) -> bool:
    async with street.bot.database.read() as tx:
        return (await place(tx, street.place.id)).rests_since is not None


async def count(street: Street, sql: str) -> int:
    async with street.bot.database.read() as tx:
        return await tx.one(int, sql) or 0


@pytest.mark.parametrize("door", DOORS)
async def test_whoever_was_silent_is_asked_once_and_the_next_one_hears_after_five_days(
    any_street: Street, door: str
) -> None:
    street = any_street
    vera = await comes(street, "Vera", door, Role.VOLUNTEER)
    lead = await comes(street, "Lea", door, Role.LEAD)
    await comes(street, "Neighbour", door)
    await meets(vera, "Spring fair")
    await street.later(days=DAYS - 1)
    await vera.hears_nothing_of("Are you still with us")
    await lead.says("/home")
    await street.later(days=1, hours=2)
    asked = await vera.hears("Are you still with us", "Spring fair", "Your role: Volunteer")
    assert asked.labels[:3] == ["🌱 Still with you", "☕ A pause", "🌾 Hand over"]
    await street.later(days=1)
    await street.later(days=5)
    heard = await lead.hears("Vera", "has not been here for 27 days", "2 things")
    assert heard.labels[0] == "👀 Look at it"
    await street.later(days=7)
    assert len([one for one in await vera.screen() if "Are you still with us" in one.words]) == 1
    assert len([one for one in await lead.screen() if "has not been here for" in one.words]) == 1

    # Her lead gives what she looked after to the team; her role stays hers.
    await lead.presses("Look at it")
    await lead.presses("To the team")
    await vera.hears("the team at L 店 took over", "(1)")
    assert [one.split("-")[0] for one in await held_by(street, vera)] == ["team volunteer"]
    await lead.says("/today")
    await lead.presses("Nobody looks after")
    await lead.presses("I take it")
    await lead.hears("📅 Spring fair", "in your hands now")
    await intact(street)

    # She is back, and asked anew only in the next silence.
    await vera.presses("Still with you")
    await vera.hears("How good to have you")
    assert not [one for one in await vera.screen() if "Are you still with us" in one.words]
    await street.later(days=DAYS, hours=2)
    await vera.hears("Are you still with us")


async def test_several_are_told_of_at_once_and_when_the_whole_team_is_silent_whoever_is_awake_hears(
    any_street: Street,
) -> None:
    street = any_street
    vera = await comes(street, "Vera", WEB, Role.VOLUNTEER)
    bo = await comes(street, "Bo", TELEGRAM, Role.VOLUNTEER)
    lead = await comes(street, "Lea", WEB, Role.LEAD)
    owner = await comes(street, "Ma", TELEGRAM, Role.SHOPKEEPER)
    await meets(vera, "Spring fair")
    await meets(bo, "Swap day")
    await street.later(days=DAYS - 1)
    for one in (lead, owner):
        await one.says("/home")
    await street.later(days=1, hours=2)
    await street.later(days=5, hours=1)
    await lead.hears("Vera has not been here", "Bo has not been here")
    assert len([one for one in await lead.screen() if "has not been here for" in one.words]) == 1
    await lead.presses("Look at it")
    await lead.presses("Bo")
    await lead.hears("Bo looks after", "Swap day")
    for one in (owner, lead):
        await one.says("/home")
    await street.later(days=DAYS - 1)
    await owner.says("/home")
    await street.later(days=1, hours=2)
    await street.later(days=5, hours=1)
    heard = await owner.hears("Lea has not been here", "Nobody of the team is here just now")
    assert heard.labels[0] == "🌅 I lead it for now"
    for one in (vera, bo):
        await one.hears_nothing_of("Lea has not been here")
    await owner.presses("I lead it for now")
    assert await street.person_id(owner) in await holders(street, Role.LEAD)
    await intact(street)


async def test_a_pause_is_kept_until_its_end(street: Street) -> None:
    vera = await comes(street, "Vera", WEB, Role.VOLUNTEER)
    await street.later(days=DAYS, hours=2)
    await vera.presses("A pause")
    await vera.presses("A month")
    await vera.hears("Until", "nobody asks")
    await street.later(days=45)
    await vera.hears_nothing_of("Are you still with us")
    await street.later(days=7)
    await vera.hears("Are you still with us")
    await vera.presses("A pause")
    await vera.presses("Until a day")
    await vera.says("some time")
    await vera.says("2027-06-01")
    await vera.hears("Until", "2027")


@pytest.mark.parametrize("door", DOORS)
async def test_each_thing_goes_to_somebody_who_accepts_to_the_team_or_is_closed(
    any_street: Street, door: str
) -> None:
    street = any_street
    wall = await painted(street, door)
    await named(wall.team, "Zhou")
    vera, bo = wall.team, await comes(street, "Bo", door, Role.VOLUNTEER)
    await looks_after(vera)
    await meets(vera, "Spring fair")
    await vera.says("/handover")
    await vera.hears("3 things are in your hands")
    await vera.presses("Spring fair")
    await vera.presses("Give it to")
    assert "Wang" not in (await vera.last()).labels  # a neighbour without a role is nobody's list
    await vera.presses("Bo")
    await vera.hears("Bo is asked", "Until the answer is yes it stays with you")
    asked = await bo.hears("Zhou asks", "Spring fair")
    assert asked.labels[:2] == ["✓ I take it", "No, thank you"]
    await bo.presses("No, thank you")
    await vera.hears("Bo cannot take", "still with you")
    await vera.presses("Somebody else")
    await vera.presses("Bo")
    assert "asked about this a short while ago" in (await vera.toasts())[-1]

    # The wall's picture goes to Bo, who says yes twice.
    await vera.says("/handover")
    await vera.presses(f"🌿 {WALL}")
    await vera.presses("Give it to")
    await vera.presses("Bo")
    asked = await bo.hears("Zhou asks", WALL)
    address = next(data for row in asked.buttons for label, data in row if label == "✓ I take it")
    await bo.taps(asked.id, address)
    if door == TELEGRAM:  # the web chat presses no button twice
        await bo.taps(asked.id, address)
    await vera.hears("Bo looks after", WALL, "Thank you")
    assert "care s1" in await held_by(street, bo)
    assert "care s1" not in await held_by(street, vera)

    # The fair goes back to the team, and to whoever of it is first.
    await vera.says("/handover")
    await vera.presses("Spring fair")
    await vera.presses("Back to the team")
    await vera.hears("is with the team", "Thank you for having looked after it since")
    await bo.hears("Zhou has stepped back", "Spring fair")
    await bo.says("/digest")
    await bo.hears("Nobody looks after 📅 Spring fair")
    await bo.says("/today")
    await bo.presses("Nobody looks after")
    await bo.presses("I take it")

    # Bo closes the wall with a reason.
    await bo.says("/handover")
    await bo.presses(f"🌿 {WALL}")
    await bo.presses("needs nobody any more")
    await bo.says("It is painted over")
    await bo.hears("is closed ✓")
    await vera.hears("Bo has closed", "It is painted over")

    # A neighbour without a role gives back as often as she likes: the team hears once a day, and of her no words.
    emma = await comes(street, "Emma", door)
    for _ in range(2):
        await looks_after(emma)
        await emma.says("/handover")
        await emma.presses(f"🌿 {WALL}")
        assert "✓ It needs nobody any more" not in (await emma.last()).labels
        if door == TELEGRAM:
            await emma.taps((await emma.last()).id, "handover.ask_reason:care:s1")
            assert "The team decides" in (await emma.toasts())[-1]
        await emma.presses("Back to the team")
        await emma.hears("is with the team")
    assert len([one for one in await bo.screen() if "Emma has stepped back" in one.words]) == 1

    await vera.says("/handover")
    await vera.presses("Your role: Volunteer")
    await vera.presses("Give it back")
    await vera.hears("has ended ✓")
    await vera.says("/handover")
    await vera.hears("Nothing is in your hands")
    await intact(street)


async def test_whoever_does_not_answer_is_not_waited_for(street: Street) -> None:
    vera = await comes(street, "Vera", WEB, Role.VOLUNTEER)
    await comes(street, "Bo", WEB, Role.VOLUNTEER)
    await meets(vera, "Spring fair")
    await vera.says("/handover")
    await vera.presses("Spring fair")
    await vera.presses("Give it to")
    await vera.presses("Bo")
    await street.later(days=5, hours=2)
    await vera.hears("Bo has not answered", "still with you")
    assert await count(street, "SELECT count(*) FROM handover_offers WHERE ended_at IS NULL") == 0


@pytest.mark.server
async def test_what_the_team_has_goes_to_one_of_two_who_take_it_at_once(any_street: Street) -> None:
    street = any_street
    vera = await comes(street, "Vera", WEB, Role.VOLUNTEER)
    two = [await comes(street, name, TELEGRAM, Role.VOLUNTEER) for name in ("Bo", "Di")]
    await meets(vera, "Spring fair")
    await vera.says("/handover")
    await vera.presses("Spring fair")
    await vera.presses("Back to the team")
    for one in two:
        await one.says("/help")
    last = [await one.last() for one in two]
    await together(*(one.taps(shown.id, "handover.take:1") for one, shown in zip(two, last, strict=True)))
    have = [await held_by(street, one) for one in two]
    assert sum("events 1" in one for one in have) == 1
    await intact(street)


async def test_a_task_she_took_on_goes_to_somebody_or_is_open_again(street: Street) -> None:
    vera = await comes(street, "Vera", WEB, Role.VOLUNTEER)
    bo = await comes(street, "Bo", WEB, Role.VOLUNTEER)
    await opens(vera, "Sweep the yard")
    await vera.says("/tasks")
    await vera.presses("Sweep the yard")
    await vera.presses("I’ll do it")
    await vera.says("/handover")
    await vera.presses("Sweep the yard")
    await vera.presses("Give it to")
    await vera.presses("Bo")
    await bo.presses("I take it")
    assert await held_by(street, vera) == [f"team volunteer-{await street.person_id(vera)}"]
    assert len(await held_by(street, bo)) == 2
    await bo.says("/handover")
    await bo.presses("Sweep the yard")
    await bo.presses("Somebody else may do it")
    await bo.hears("is open to everybody again")
    assert len(await held_by(street, bo)) == 1
    await intact(street)


async def test_drafts_go_to_somebody_or_away(street: Street) -> None:
    vera = await comes(street, "Vera", WEB, Role.VOLUNTEER)
    bo = await comes(street, "Bo", WEB, Role.VOLUNTEER)
    await vera.says("/broadcast")
    await vera.says("The water is off on Monday")
    async with street.bot.database.write() as tx:  # it waits for a second person, who must not be whoever takes it
        await tx.run("UPDATE broadcasts SET state = 'asked', whom = 'everyone'")
    async with street.bot.database.write() as tx:
        await drafts.add_draft(tx, street.place.id, await street.person_id(vera), "Which colour?", 1)
    await vera.says("/handover")
    await vera.presses("The water is off")
    await vera.presses("Give it to")
    await vera.presses("Bo")
    await bo.presses("I take it")
    assert await count(street, "SELECT count(*) FROM broadcasts WHERE state = 'draft'") == 1
    await bo.says("/broadcast")
    await bo.hears("The water is off on Monday")
    await vera.says("/handover")
    await vera.presses("Which colour")
    await vera.presses("Throw it away")
    await vera.hears("is thrown away ✓")
    assert [one.split("-")[0] for one in await held_by(street, vera)] == ["team volunteer"]


@pytest.mark.parametrize("door", DOORS)
async def test_the_last_of_the_team_goes_once_the_owner_keeps_the_place_and_wakes_it(
    any_street: Street, door: str
) -> None:
    street = any_street
    lead = await comes(street, "Lea", door, Role.LEAD)
    owner = await comes(street, "Ma", door, Role.SHOPKEEPER)
    liaison = await comes(street, "City", door, Role.LIAISON)
    resident = await comes(street, "Aygul", door)
    await meets(lead, "Spring fair")
    await lead.says("/handover")
    await lead.presses("More")
    await lead.presses("Hand over all of it")
    await lead.presses("I would like to go")
    await lead.hears("the last of the team", "one digest a week", "no messages to everybody")
    await lead.presses("Ask them")
    await lead.hears("They are asked")
    for one in (owner, liaison):
        asked = await one.hears("Lea is the last of the team", "Would you keep the place?")
        assert asked.labels[:2] == ["🌙 Yes, I keep it", "Not yet"]
    # Until then she stays, whatever is pressed.
    person_id = await street.person_id(lead)
    if door == TELEGRAM:
        await lead.says("/help")
        await lead.taps((await lead.last()).id, f"handover.give_back:team:lead-{person_id}")
        assert "Somebody else takes it before you go" in (await lead.toasts())[-1]
    await liaison.presses("Not yet")
    await lead.hears("City", "would not like the place to rest yet")
    if door == TELEGRAM:
        await liaison.taps((await liaison.last()).id, "handover.not_yet:1")
    assert len([one for one in await lead.screen() if "would not like the place" in one.words]) == 1
    await owner.presses("Yes, I keep it")
    await owner.hears("L 店 rests now, and you keep it")
    await lead.hears("Ma", "keeps L 店 now", "your role has ended", "Thank you for all you did")
    assert await rests(street)
    assert not await holders(street, Role.LEAD, Role.VOLUNTEER)
    await intact(street)

    # A question finds whoever keeps the place, and what nobody looks after is in the owner's list.
    await resident.says("/human")
    await resident.says("Who has the key of the shed?")
    await owner.presses("Answer")
    await owner.says("It hangs behind the counter")
    await resident.hears("behind the counter")
    await lead.says("/broadcast")
    assert not [one for one in await lead.screen() if "What would you like to say" in one.words]

    # One tap wakes it.
    await owner.says("/more")
    await owner.presses("Wake the place")
    await owner.hears("is awake again, and you lead it for now")
    assert not await rests(street)
    assert await holders(street, Role.LEAD) == [await street.person_id(owner)]
    await owner.says("/today")
    await owner.presses("Nobody looks after")
    await owner.presses("I take it")
    await owner.says("/wake")
    await owner.hears("The place is awake")
    await intact(street)


@pytest.mark.parametrize("by", ["invitation", "offer"])
async def test_where_there_is_no_owner_the_liaison_who_keeps_it_leads_it(street: Street, by: str) -> None:
    lead = await comes(street, "Lea", WEB, Role.LEAD)
    await lead.says("/handover")
    await lead.presses("Your role: Lead")
    await lead.presses("I would like to go")
    await lead.hears("neither a shopkeeper nor a liaison")
    liaison = await comes(street, "City", TELEGRAM, Role.LIAISON)
    await lead.says("/handover")
    await lead.presses("Your role: Lead")
    await lead.presses("I would like to go")
    await lead.presses("Ask them")
    await liaison.presses("Yes, I keep it")
    assert await holders(street, Role.LEAD) == [await street.person_id(liaison)]
    await liaison.says("/broadcast")
    await liaison.hears("This place rests")
    await intact(street)
    bo = await comes(street, "Bo", WEB)
    if by == "offer":  # whoever takes the lead on wakes it
        await street.gives(bo, Role.SHOPKEEPER)
        await liaison.says("/handover")
        await liaison.presses("Your role: Lead")
        await liaison.presses("Give it to")
        await liaison.presses("Bo")
        await bo.presses("I take it")
        assert not await rests(street)
        await liaison.hears("is awake again: Bo looks after it now")
        await intact(street)
        return
    # A volunteer who comes by an invitation wakes it.
    await street.takes_up(bo, await street.invite(Role.VOLUNTEER))
    assert not await rests(street)
    await liaison.hears("is awake again", "Bo")
    await intact(street)


async def test_a_place_that_rests_speaks_once_a_week(street: Street) -> None:
    lead = await comes(street, "Lea", WEB, Role.LEAD)
    owner = await comes(street, "Ma", WEB, Role.SHOPKEEPER)
    await lead.says("/handover")
    await lead.presses("Your role: Lead")
    await lead.presses("I would like to go")
    await lead.presses("Ask them")
    await owner.presses("Yes, I keep it")
    before = len([one for one in await owner.screen() if "🐦" in one.words or "new" in one.words])
    for _ in range(14):
        await street.later(days=1)
    after = len([one for one in await owner.screen() if "🐦" in one.words or "new" in one.words])
    assert after - before <= 2
    assert await count(street, "SELECT count(*) FROM digests WHERE kind = 'shop'") <= 3


@pytest.mark.parametrize("kind", ["owner", "liaison", "volunteer", "nobody"])
async def test_the_law_lets_the_last_one_go_and_the_place_is_not_without_anybody(
    any_street: Street, kind: str
) -> None:
    street = any_street
    lead = await comes(street, "Lea", WEB, Role.LEAD)
    role = {"owner": Role.SHOPKEEPER, "liaison": Role.LIAISON, "volunteer": Role.VOLUNTEER}.get(kind)
    next_one = await comes(street, "Next", TELEGRAM, role)
    await meets(lead, "Spring fair")
    await leaves_for_good(lead)
    await lead.hears("You are deleted ✓")
    await intact(street)
    heads = await holders(street, Role.LEAD, Role.SHOPKEEPER)
    if kind == "nobody":
        assert heads == []
        assert await rests(street)
        await street.takes_up(next_one, await street.invite(Role.LEAD))
        assert not await rests(street)
    else:
        assert heads == [await street.person_id(next_one)]
    if kind in ("owner", "liaison"):
        await next_one.hears("The last of the team at L 店 has gone", "Would you keep the place?")
        # Nothing waits for ever: after five days it rests by itself.
        await street.later(days=5, hours=2)
        await next_one.hears("Nobody answered, so L 店 rests for now")
        assert await rests(street)
        await next_one.presses("Wake the place")
        assert not await rests(street)
    if kind == "volunteer":
        await next_one.hears("You lead L 店 from now on")
    # What she organised is the team's, also while there is none.
    await next_one.says("/today")
    await next_one.hears("Nobody looks after: 📅 Spring fair")
    await intact(street)


async def test_an_owner_gives_her_role_to_somebody_and_never_leaves_the_place_alone(street: Street) -> None:
    owner = await comes(street, "Ma", WEB, Role.SHOPKEEPER)
    vera = await comes(street, "Vera", WEB, Role.VOLUNTEER)
    await owner.says("/handover")
    await owner.presses("Your role: Shopkeeper")
    shown = await owner.hears("Somebody else takes it before you go")
    assert "🌾 Give it back" not in shown.labels
    await owner.presses("Give it to")
    await owner.presses("Vera")
    await vera.presses("I take it")
    assert await holders(street, Role.SHOPKEEPER) == [await street.person_id(vera)]
    await leaves_for_good(vera)
    assert await holders(street, Role.LEAD, Role.SHOPKEEPER) == []
    assert await rests(street)
    await intact(street)


async def test_whose_role_is_taken_leaves_nothing_behind(street: Street) -> None:
    lead = await comes(street, "Lea", WEB, Role.LEAD)
    vera = await comes(street, "Vera", TELEGRAM, Role.VOLUNTEER)
    await meets(vera, "Spring fair")
    await vera.says("/broadcast")
    await vera.says("The water is off on Monday")
    # She was asked to lead, and has not answered.
    await lead.says("/handover")
    await lead.presses("Your role: Lead")
    await lead.presses("Give it to")
    await lead.presses("Vera")
    asked = await vera.hears("Lea asks", "Your role: Lead")
    await lead.says("/team")
    await lead.presses("Take a role back")
    await lead.presses("Vera · Volunteer")
    await lead.presses("Yes, Vera steps back")
    assert await held_by(street, vera) == []
    await lead.hears("Vera cannot take", "Your role: Lead")
    await vera.taps(asked.id, "handover.accept:1")
    assert "settled already" in (await vera.toasts())[-1]
    async with street.bot.database.write() as tx:  # an offer that ran before roles took their offers along
        await tx.run("UPDATE handover_offers SET ended_at = NULL, outcome = NULL WHERE id = 1")
    await vera.taps(asked.id, "handover.accept:1")
    assert "Only people with the right role" in (await vera.toasts())[-1]
    assert await holders(street, Role.LEAD) == [await street.person_id(lead)]
    await lead.says("/today")
    await lead.hears("Nobody looks after: 📅 Spring fair")
    await intact(street)


@pytest.mark.parametrize(("first", "second"), [(WEB, TELEGRAM), (TELEGRAM, WEB)])
async def test_joined_at_two_doors_she_holds_what_both_held(street: Street, first: str, second: str) -> None:
    vera, there = await comes(street, "Vera", first, Role.LEAD), await comes(street, "Vera", second)
    await street.gives(there, Role.VOLUNTEER)
    await meets(there, "Spring fair")
    # She asked herself, without knowing it.
    await there.says("/handover")
    await there.presses("Spring fair")
    await there.presses("Give it to")
    await there.presses("Vera")
    await carries_on(vera, there)
    assert await count(street, "SELECT count(*) FROM handover_offers WHERE ended_at IS NULL") == 0
    assert {one.split("-")[0] for one in await held_by(street, vera)} == {"events 1", "team volunteer", "team lead"}
    await there.says("/elsewhere")
    await intact(street)


async def test_a_stranger_can_neither_see_give_take_nor_keep(street: Street) -> None:
    vera = await comes(street, "Vera", WEB, Role.VOLUNTEER)
    await comes(street, "Lea", WEB, Role.LEAD)
    await meets(vera, "Spring fair")
    await vera.says("/handover")
    await vera.presses("Spring fair")
    await vera.presses("Back to the team")
    emma = await comes(street, "Emma", TELEGRAM)
    await emma.says("/help")
    person_id = await street.person_id(vera)
    tried = (
        f"thing:team:volunteer-{person_id}", f"give_back:team:volunteer-{person_id}", "give_to:events:1:0",
        f"give:events:1:{person_id}", "take:1", "look:1", "accept:1", "agree:1", "wake", "request",
        f"ask_back:{person_id}", f"take_back:{person_id}", "thing:nothing:1", "give_back:events:x", "withdraw:1",
    )  # fmt: skip
    for address in tried:
        before = len(await emma.toasts())
        await emma.taps((await emma.last()).id, f"handover.{address}")
        assert len(await emma.toasts()) > before, address
    assert len(await held_by(street, vera)) == 1
    assert not await held_by(street, emma)
    assert await count(street, "SELECT count(*) FROM handover_offers WHERE ended_at IS NULL") == 1
    await intact(street)


async def test_in_every_language(street: Street) -> None:
    for language, label in (("zh", "歇一阵"), ("ug", "بىر مەزگىل توختاش")):
        one = await street.arrives("Vera", WEB, language, Role.VOLUNTEER)
        await one.says("/handover")
        await one.presses(label)


async def test_an_author_who_finished_it_with_the_team_has_nothing_in_her_hands(street: Street) -> None:
    chen = await comes(street, "Chen", WEB)
    team = await comes(street, "Zhou", WEB, Role.VOLUNTEER)
    keeper = await comes(street, "Ma", WEB, Role.SHOPKEEPER)
    await finished(chen, team, keeper)
    await chen.says("/handover")
    await chen.hears("Nothing is in your hands here")


def test_what_a_place_cannot_do_without() -> None:
    volunteer, lead, owner = frozenset({Role.VOLUNTEER}), frozenset({Role.LEAD}), frozenset({Role.SHOPKEEPER})
    assert back(Role.VOLUNTEER, volunteer, {}) is Back.LAST
    assert back(Role.VOLUNTEER, volunteer | lead, {}) is Back.ENDS
    assert back(Role.VOLUNTEER, volunteer, {Role.LEAD: 1}) is Back.ENDS
    assert back(Role.LEAD, lead, {}) is Back.LAST
    assert back(Role.LEAD, lead, {Role.VOLUNTEER: 1}) is Back.NEVER
    assert back(Role.LEAD, lead, {Role.LEAD: 1}) is Back.ENDS
    assert back(Role.SHOPKEEPER, owner, {}) is Back.NEVER
    assert back(Role.SHOPKEEPER, owner | lead, {}) is Back.ENDS
    assert back(Role.SHOPKEEPER, owner, {Role.LEAD: 1}) is Back.ENDS
    assert back(Role.LIAISON, frozenset({Role.LIAISON}), {}) is Back.ENDS


async def test_who_was_asked_to_take_what_is_forgotten_a_year_after(street: Street) -> None:
    giver, asked = await comes(street, "Vera", WEB, Role.VOLUNTEER), await comes(street, "Berta", WEB, Role.LEAD)
    ids = await street.person_id(giver), await street.person_id(asked)
    async with street.bot.database.write() as tx:
        await tx.run(
            "INSERT INTO handover_offers"
            " (place_id, feature, thing, outcome, giver_id, asked_id, offered_at, ended_at)"
            " VALUES (1, 'team', 'role:lead', 'taken', ?, ?, ?, ?)",
            *ids,
            street.now_ms(),
            street.now_ms(),
        )
    await street.later(days=364)
    assert await count(street, "SELECT count(*) FROM handover_offers WHERE outcome = 'taken'") == 1
    await street.later(days=2)
    assert await count(street, "SELECT count(*) FROM handover_offers WHERE outcome = 'taken'") == 0
