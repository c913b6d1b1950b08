"""Two people act in the same moment, from two chats: it ends as if one had come after the other, and both hear."""

from bot.doors.door import TELEGRAM
from bot.identity.roles import Role
from tests.invariants import intact
from tests.neighbour import Neighbour, OnTelegram
from tests.street import Street
from tests.tools.at_once import at_once, say_at_once
from tests.town.afterwards.test_tasks import opens
from tests.town.events.test_events import announced


async def crowd(street: Street, count: int, role: Role | None = None) -> list[OnTelegram]:
    people = [await street.arrives(f"{role or 'One'} {number}", TELEGRAM, "en", role) for number in range(count)]
    return [one for one in people if isinstance(one, OnTelegram)]


async def waiting_idea(street: Street, author: Neighbour, words: str = "Benches at the door") -> int:
    await author.says("/suggest")
    await author.says(words)
    await author.presses("Inside the shop")
    found = await all_of(street, "SELECT max(id) FROM ideas WHERE number IS NOT NULL")
    return int(found[0])


async def all_of(street: Street, sql: str, *values: str | int) -> list[str]:
    async with street.bot.database.read() as tx:
        return await tx.all(str, sql, *values)


async def test_eight_volunteers_publish_at_once_and_one_step_is_taken(any_street: Street) -> None:
    (author,) = await crowd(any_street, 1)
    team = await crowd(any_street, 8, Role.VOLUNTEER)
    idea_id = await waiting_idea(any_street, author)
    heard = await at_once(any_street, [(one, f"ideas.publish:{idea_id}") for one in team])
    assert await all_of(any_street, "SELECT to_status FROM idea_steps") == ["open"]
    assert sum("is on the board ✓" in words for words in heard) == 1, heard
    assert sum("was first" in words for words in heard) == 7, heard
    assert sum("🟢 Open" in one.words for one in await author.screen()) == 1, await author.screen()
    await intact(any_street)


async def test_the_shopkeeper_and_the_liaison_answer_at_once_and_the_idea_is_decided_once(any_street: Street) -> None:
    (author,), (volunteer,) = await crowd(any_street, 1), await crowd(any_street, 1, Role.VOLUNTEER)
    (keeper,), (liaison,) = await crowd(any_street, 1, Role.SHOPKEEPER), await crowd(any_street, 1, Role.LIAISON)
    await author.says("/suggest")
    await author.says("Benches at the door")
    await author.presses("The shop front")
    await at_once(any_street, [(volunteer, "ideas.publish:1")])
    heard = await at_once(any_street, [(keeper, "ideas.answer_with:1:yes"), (liaison, "ideas.answer_with:1:yes")])
    assert await all_of(any_street, "SELECT status FROM ideas") == ["agreed"], heard
    assert await all_of(any_street, "SELECT to_status FROM idea_steps ORDER BY id") == ["open", "agreed"]
    assert all(heard), heard
    await intact(any_street)


async def test_two_shopkeepers_say_yes_at_once_and_the_second_hears_who_was_first(any_street: Street) -> None:
    (author,), (volunteer,) = await crowd(any_street, 1), await crowd(any_street, 1, Role.VOLUNTEER)
    keeper, other = await crowd(any_street, 2, Role.SHOPKEEPER)
    idea_id = await waiting_idea(any_street, author)
    await at_once(any_street, [(volunteer, f"ideas.publish:{idea_id}")])
    heard = await at_once(any_street, [(one, f"ideas.answer_with:{idea_id}:yes") for one in (keeper, other)])
    assert len(await all_of(any_street, "SELECT to_status FROM idea_steps")) == 2, heard
    assert sum("was first" in words for words in heard) == 1, heard
    await intact(any_street)


async def test_the_last_place_of_an_event_goes_to_one_and_the_other_waits(any_street: Street) -> None:
    one, other = await crowd(any_street, 2)
    await announced(any_street, many="1", door=TELEGRAM)
    heard = await at_once(any_street, [(one, "events.answer:1:coming:a"), (other, "events.answer:1:coming:a")])
    found = await all_of(any_street, "SELECT answer FROM event_answers ORDER BY answer")
    assert len(found) == 2
    assert len(set(found)) == 2, found
    assert all(heard), heard
    await intact(any_street)


async def test_the_last_hand_a_task_needs_is_one_of_two(any_street: Street) -> None:
    (lead,), (one, other) = await crowd(any_street, 1, Role.LEAD), await crowd(any_street, 2)
    await opens(lead)
    heard = await at_once(any_street, [(one, "tasks.claim:1:0"), (other, "tasks.claim:1:0")])
    assert len(await all_of(any_street, "SELECT state FROM task_claims")) == 1, heard
    assert all(heard), heard
    await intact(any_street)


async def test_an_idea_is_joined_to_another_and_published_at_once_and_only_one_of_it_happens(
    any_street: Street,
) -> None:
    (author,), team = await crowd(any_street, 1), await crowd(any_street, 2, Role.VOLUNTEER)
    first = await waiting_idea(any_street, author)
    second = await waiting_idea(any_street, author, "A shelf for books")
    await at_once(any_street, [(team[0], f"ideas.publish:{first}")])
    heard = await at_once(
        any_street, [(team[0], f"ideas.merge_into:{second}:{first}"), (team[1], f"ideas.publish:{second}")]
    )
    steps = await all_of(any_street, "SELECT from_status || '-' || to_status FROM idea_steps ORDER BY id")
    assert steps[1:] in (["new-merged"], ["new-open", "open-merged"]), (steps, heard)
    assert all(heard), heard
    await intact(any_street)


async def test_two_leads_of_three_remove_each_other_and_one_of_them_stays(any_street: Street) -> None:
    leads = await crowd(any_street, 3, Role.LEAD)
    ids = [await any_street.person_id(one) for one in leads]
    heard = await at_once(
        any_street, [(leads[0], f"team.take:{ids[1]}:lead"), (leads[1], f"team.take:{ids[0]}:lead")]
    )
    assert await all_of(any_street, "SELECT count(*) FROM roles WHERE role = 'lead'") == ["2"], heard
    assert all(heard), heard
    await intact(any_street)


async def test_an_invite_is_used_by_two_at_once_and_one_of_them_holds_the_role(any_street: Street) -> None:
    people = await crowd(any_street, 2)
    code = await any_street.invite(Role.VOLUNTEER)
    for one in people:
        await one.says("/name")
        await one.says(one.name)
    heard = await say_at_once(any_street, [(one, f"/start {code}") for one in people])
    assert await all_of(any_street, "SELECT count(*) FROM roles WHERE role = 'volunteer'") == ["1"], heard
    assert all(heard), heard
    await intact(any_street)
