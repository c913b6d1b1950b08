"""Whoever looks after something finds it by pressing words: in three taps from Home, or once a year behind More."""

import json

import pytest

from bot.identity.roles import Role
from tests.neighbour import Neighbour
from tests.street import Street
from tests.town.telling.test_broadcasts import DOORS

LEADS_TOOLS = {
    "team.team",
    "places.settings",
    "relays.relays",
    "posters.poster",
    "welcome.waiting",
    "ideas.on_behalf",
    "ideas.desk",
    "held.held",
    "polls.newpoll",
    "events.newevent",
    "broadcasts.begin",
    "team.invite",
}


async def taps_from_home(one: Neighbour, most: int) -> dict[str, int]:
    """Every action a button leads to, with the number of taps that press it."""
    await one.says("/home")
    screen = await one.last()
    found: dict[str, int] = {}
    ways: list[tuple[str, ...]] = [()]
    for taps in range(1, most + 1):
        further: list[tuple[str, ...]] = []
        for way in ways:
            await one.says("/home")
            for address in way:
                await one.taps((await one.last()).id, address)
            screen = await one.last()
            for row in screen.buttons:
                for label, address in row:
                    assert any(letter.isalpha() for letter in label), f"{label!r} has no words"
                    action = address.split(":")[0]
                    if not address.startswith("http") and action not in found:
                        found[action] = taps
                        further.append((*way, address))
        ways = further
    return found


@pytest.mark.parametrize("language", ["zh", "ug", "en"])
async def test_a_lead_has_every_tool_within_three_taps_of_home(street: Street, language: str) -> None:
    lead = await street.arrives("Gul", "telegram", language, Role.LEAD)
    found = await taps_from_home(lead, 3)
    assert sorted(LEADS_TOOLS - found.keys()) == []


async def test_what_is_wanted_once_a_year_stands_behind_more(street: Street) -> None:
    lead = await street.arrives("Gul", "telegram", "en", Role.LEAD)
    await lead.says("/tools")
    for label, seen in (("Poster, news elsewhere, data", "poster"), ("More", "file"), ("More", "Open data")):
        await lead.presses(label)
        assert any(seen in one for one in (await lead.last()).labels), (label, (await lead.last()).labels)


@pytest.mark.parametrize("door", DOORS)
async def test_a_volunteer_finds_hers_and_not_what_only_leads_may(street: Street, door: str) -> None:
    vera = await street.arrives("Vera", door, "en", Role.VOLUNTEER)
    await vera.says("/home")
    await vera.presses("Tools of the team")
    await vera.presses("What waits for an answer")
    await vera.presses("Questions to the team")
    await vera.hears("Nobody is waiting for an answer")
    found = await taps_from_home(vera, 3)
    assert {"team.team", "posters.poster", "ideas.on_behalf", "held.held"} <= found.keys()
    assert not {"places.settings", "relays.relays", "exports.export"} & found.keys()


@pytest.mark.parametrize("door", DOORS)
async def test_a_neighbours_home_is_as_short_as_it_was(street: Street, door: str) -> None:
    aygul = await street.arrives("Aygul", door, "en")
    await aygul.says("/home")
    assert (await aygul.last()).labels == ["💡 Suggest", "👍 Ideas", "📅 Events", "🗳 Polls", "⋯ More", "❓ Help"]


async def test_the_menu_has_every_tool_in_words(street: Street) -> None:
    """Behind the menu button: a line of words each, in her language."""
    lead = await street.arrives("Gul", "telegram", "ug")
    await street.takes_up(lead, await street.invite(Role.LEAD))
    shown = [call for call in street.telegram.calls if call.method.lower() == "setmycommands"][-1]
    words = {one["command"]: one["description"] for one in json.loads(str(shown.values["commands"]))}
    for command in ("team", "invite", "placesettings", "relays", "poster", "export", "questions", "behalf"):
        assert words[command]
    assert words["tools"] == "گۇرۇپپا قوراللىرى"
