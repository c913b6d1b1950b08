"""The team: links that give a role once, who holds what, and a role taken back."""

import re

import pytest

from bot.doors.door import TELEGRAM, WEB
from bot.identity.roles import Role
from tests.neighbour import AGREE, Neighbour, together
from tests.street import Street

DOORS = (WEB, TELEGRAM)
USED_UP = "has been used or is too old"


async def made_link(one: Neighbour) -> str:
    """The code in the web link that stands on the screen."""
    found = re.search(r"http://nestbox\.test/#(\S+)", (await one.last()).words)
    assert found is not None, (await one.last()).words
    return found[1]


async def invites_volunteer(lead: Neighbour) -> str:
    await lead.says("/invite")
    await lead.presses("A volunteer")
    await lead.hears("one person “Volunteer”", "24 hours")
    return await made_link(lead)


@pytest.mark.parametrize("door", DOORS)
async def test_an_invitation_makes_a_volunteer_and_the_leads_hear_who_took_it(street: Street, door: str) -> None:
    lead = await street.arrives("Lead", door, "en", Role.LEAD)
    other_lead = await street.arrives("Other", door, "zh", Role.LEAD)
    code = await invites_volunteer(lead)
    assert len(f"/start {code}") < 64
    newcomer = await street.neighbour("Newcomer", door, "ug")
    await newcomer.says(f"/start {code}")
    await newcomer.presses("ئۇيغۇرچە")
    await newcomer.presses("قوشۇلىمەن")
    if door == WEB:
        await newcomer.hears("قانداق چاقىرىدۇ")
        await newcomer.says("Newcomer")
    welcome = await newcomer.hears("خۇش كەپسىز!", "پىدائىي", "L 店")
    assert len(welcome.labels) <= 3 + 3
    await lead.hears("has taken up an invitation", "Volunteer")
    await other_lead.hears("接受了邀请", "志愿者")
    await newcomer.says("/newpoll")
    await newcomer.hears("كۆپچىلىكتىن نېمە سورىماقچىسىز؟")
    await lead.hears("Newcomer has taken up an invitation")


async def test_an_invitation_works_once(street: Street) -> None:
    lead = await street.arrives("Lead", WEB, "en", Role.LEAD)
    code = await invites_volunteer(lead)
    first = await street.arrives("First", WEB, "en")
    second = await street.arrives("Second", WEB, "en")
    await street.takes_up(first, code)
    await first.hears("Welcome!", "Volunteer")
    await street.takes_up(second, code)
    await second.hears(USED_UP)
    await second.says("/newpoll")
    await second.hears("for others here")


@pytest.mark.server
async def test_of_two_people_at_once_only_one_wins(any_street: Street) -> None:
    lead = await any_street.arrives("Lead", WEB, "en", Role.LEAD)
    code = await invites_volunteer(lead)
    both = [await any_street.arrives(name, WEB, "en") for name in ("First", "Second")]
    await together(*(any_street.takes_up(one, code) for one in both))
    answers = [(await one.last()).words for one in both]
    assert sorted("Welcome!" in words for words in answers) == [False, True]
    assert sorted(USED_UP in words for words in answers) == [False, True]


async def test_an_invitation_ends_after_a_day(street: Street) -> None:
    lead = await street.arrives("Lead", WEB, "en", Role.LEAD)
    code = await invites_volunteer(lead)
    late = await street.arrives("Late", WEB, "en")
    await street.later(hours=24)
    await street.takes_up(late, code)
    await late.hears(USED_UP)


async def test_a_guessed_invitation_leads_nowhere(street: Street) -> None:
    guesser = await street.arrives("Guesser", WEB, "en")
    for guess in ("i-", "i-1", "i-" + "A" * 22, "i-" + "x" * 300):
        await guesser.says(f"/start {guess}")
        assert USED_UP in (await guesser.last()).words


async def test_an_invitation_is_kept_nowhere_but_as_a_hash(street: Street) -> None:
    lead = await street.arrives("Lead", WEB, "en", Role.LEAD)
    code = await invites_volunteer(lead)
    async with street.bot.database.read() as tx:
        (stored,) = await tx.all(str, "SELECT token_hash FROM invites")
    assert code.removeprefix("i-") not in stored
    assert len(stored) == 64


async def test_somebody_who_has_the_role_already_does_not_use_the_link_up(street: Street) -> None:
    lead = await street.arrives("Lead", WEB, "en", Role.LEAD)
    volunteer = await street.arrives("Volunteer", WEB, "en", Role.VOLUNTEER)
    resident = await street.arrives("Resident", WEB, "en")
    code = await invites_volunteer(lead)
    await volunteer.says(f"/start {code}")
    await volunteer.hears("already have the role “Volunteer”")
    await street.takes_up(resident, code)
    await resident.hears("Welcome!")


async def test_an_invitation_from_the_command_line_tells_the_leads(street: Street) -> None:
    lead = await street.arrives("Lead", WEB, "en", Role.LEAD)
    keeper = await street.arrives("Keeper", WEB, "en")
    await street.takes_up(keeper, await street.invite(Role.SHOPKEEPER))
    await keeper.hears("Shopkeeper", "inside the shop")
    await lead.hears("has taken up an invitation", "Shopkeeper")


@pytest.mark.parametrize("role", [Role.LEAD, Role.LIAISON, Role.VOLUNTEER])
async def test_the_very_first_invitation_works_though_nobody_is_there_to_hear(street: Street, role: Role) -> None:
    first = await street.arrives("First", WEB, "en")
    await street.takes_up(first, await street.invite(role))
    await first.hears("Welcome!")
    await first.hears_nothing_of("has taken up")


async def test_volunteers_invite_neighbours_only(street: Street) -> None:
    volunteer = await street.arrives("Volunteer", TELEGRAM, "en", Role.VOLUNTEER)
    await volunteer.says("/invite")
    await volunteer.hears("leads to L 店")
    code = await made_link(volunteer)
    assert code == f"p-{street.place.code}"
    await volunteer.taps((await volunteer.last()).id, "team.make_link:lead")
    assert "Only leads can invite" in (await volunteer.toasts())[-1]
    await volunteer.taps((await volunteer.last()).id, "team.make_link:king")
    async with street.bot.database.read() as tx:
        assert await tx.one(int, "SELECT count(*) FROM invites") == 0


async def test_a_neighbours_link_works_for_everybody(street: Street) -> None:
    lead = await street.arrives("Lead", WEB, "en", Role.LEAD)
    await lead.says("/invite")
    await lead.presses("A neighbour")
    code = await made_link(lead)
    for name in ("One", "Two"):
        one = await street.arrives(name, WEB, "en")
        await one.says(f"/start {code}")
        await one.hears("What would you like to do?")


async def test_a_link_is_given_for_both_doors(street: Street) -> None:
    lead = await street.arrives("Lead", TELEGRAM, "en", Role.LEAD)
    await lead.says("/invite")
    await lead.presses("Somebody else")
    await lead.presses("The shopkeeper")
    await lead.hears("http://nestbox.test/#i-", "https://t.me/", "?start=i-")


async def test_residents_see_neither_invite_nor_team(street: Street) -> None:
    resident = await street.arrives("Resident", WEB, "en")
    for command in ("/invite", "/team"):
        await resident.says(command)
        assert "for others here" in (await resident.last()).words


async def test_the_team_sees_who_holds_what_and_only_leads_may_change_it(street: Street) -> None:
    await street.arrives("Gul", TELEGRAM, "en", Role.LEAD)
    volunteer = await street.arrives("Volunteer", TELEGRAM, "en", Role.VOLUNTEER)
    await street.arrives("Resident", TELEGRAM, "en")
    await volunteer.says("/team")
    shown = "Lead: Gul", "Volunteer: “Volunteer” (a name)", "Shopkeeper: nobody yet", "together: 3"
    screen = await volunteer.hears(*shown)
    assert "Take a role back" not in screen.labels
    await volunteer.taps(screen.id, f"team.take:{await street.person_id(volunteer)}:volunteer")
    assert "for others here" in (await volunteer.toasts())[-1]


async def test_a_role_taken_back_ends_at_once_with_its_open_links(street: Street) -> None:
    lead = await street.arrives("Lead", TELEGRAM, "en", Role.LEAD)
    leaving = await street.arrives("Leaving", TELEGRAM, "en", Role.LEAD)
    code = await invites_volunteer(leaving)
    await leaving.says("/team")
    await lead.says("/team")
    await lead.presses("Take a role back")
    await lead.presses("Leaving · Lead")
    await lead.hears("Take the role")
    await lead.presses("Yes, Leaving steps back")
    await lead.hears("Leaving no longer has the role “Lead”")
    await leaving.hears("Your role “Lead” at L 店 has ended")
    await leaving.presses("Take a role back")
    assert "for others here" in (await leaving.toasts())[-1]
    friend = await street.arrives("Friend", TELEGRAM, "en")
    await street.takes_up(friend, code)
    await friend.hears(USED_UP)
    async with street.bot.database.read() as tx:
        changes = await tx.all(lambda role, given: (role, given), "SELECT role, given FROM role_changes")
    assert changes == [("lead", 0)]


async def test_the_last_lead_stays(street: Street) -> None:
    lead = await street.arrives("Gul", TELEGRAM, "en", Role.LEAD)
    await lead.says("/team")
    await lead.presses("Take a role back")
    await lead.presses("Gul · Lead")
    assert "only lead" in (await lead.toasts())[-1]


@pytest.mark.server
async def test_two_leads_cannot_remove_one_another_at_once(any_street: Street) -> None:
    both = [await any_street.arrives(name, TELEGRAM, "en", Role.LEAD) for name in ("Gul", "Li")]
    ids = [await any_street.person_id(one) for one in both]
    for one in both:
        await one.says("/team")
    await together(
        both[0].taps((await both[0].last()).id, f"team.take:{ids[1]}:lead"),
        both[1].taps((await both[1].last()).id, f"team.take:{ids[0]}:lead"),
    )
    async with any_street.bot.database.read() as tx:
        assert await tx.one(int, "SELECT count(*) FROM roles WHERE role = 'lead'") == 1


async def test_a_role_that_is_gone_already_is_said_so(street: Street) -> None:
    lead = await street.arrives("Lead", TELEGRAM, "en", Role.LEAD)
    volunteer = await street.arrives("Volunteer", TELEGRAM, "en", Role.VOLUNTEER)
    await lead.says("/team")
    for _ in range(2):
        screen = await lead.last()
        await lead.taps(screen.id, f"team.take:{await street.person_id(volunteer)}:volunteer")
    assert "taken back already" in (await lead.toasts())[-1]


async def test_the_menu_of_a_phone_shows_what_its_owner_may_do(street: Street) -> None:
    aygul = await street.arrives("Aygul", "telegram", "ug")
    calls = [call for call in street.telegram.calls if call.method.lower() == "setmycommands" and call.chat is None]
    assert '"command": "desk"' not in str(calls[-1].values)
    await street.takes_up(aygul, await street.invite(Role.VOLUNTEER))
    mine = [call for call in street.telegram.calls if call.method.lower() == "setmycommands"][-1]
    assert "desk" in str(mine.values)
    assert str(aygul.user_id) in str(mine.values)


@pytest.mark.parametrize("door", ["web", "telegram"])
async def test_a_newcomer_whose_invite_is_used_up_can_still_agree(street: Street, door: str) -> None:
    code = await street.invite(Role.VOLUNTEER)
    first = await street.arrives("First", "web", "en")
    await street.takes_up(first, code)
    late = await street.neighbour("Late", door, "en")
    await late.says(f"/start {code}")
    await late.presses("English")
    await late.presses(*AGREE)
    await late.hears("What would you like to do?")
    await late.hears("This invitation")
