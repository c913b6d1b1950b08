"""A button in an old chat still leads somewhere: every address ever shipped is listed, and is read today."""

import pytest

from bot.dialogue.actions import Action, UnknownAddress, action
from bot.dialogue.context import Context
from bot.dialogue.feature import Feature, Town
from bot.doors.door import TELEGRAM
from handlers import FEATURES
from tests.street import Street
from tests.tools import shipped_addresses

TOWN = Town(FEATURES)


def reads(address: str, heard: bool) -> bool:
    try:
        found, words = TOWN.find(address)
        found.read(words, heard or None)
    except UnknownAddress:
        return False
    return True


def test_every_address_ever_shipped_leads_to_an_action() -> None:
    examples = [one for line in shipped_addresses.shipped() for one in shipped_addresses.examples(line)]
    assert len(examples) > len(TOWN.actions)
    assert [address for address, heard in examples if not reads(address, heard)] == []


def test_every_address_of_today_is_listed() -> None:
    missing = shipped_addresses.today() - set(shipped_addresses.shipped())
    assert missing == set(), "run python -m tests.tools.shipped_addresses --write"


def test_the_list_is_sorted_and_names_nothing_twice() -> None:
    listed = shipped_addresses.shipped()
    assert listed == sorted(set(listed))


def test_an_address_is_tried_with_every_choice_and_without_what_it_may_lack() -> None:
    assert shipped_addresses.examples("tools.lend:int:day|week?") == [
        ("tools.lend:1", False),
        ("tools.lend:1:day", False),
        ("tools.lend:1:week", False),
    ]
    assert shipped_addresses.examples("tools.hear_photo:int:heard") == [("tools.hear_photo:1", True)]


def test_a_renamed_action_is_found_by_its_old_name_and_nothing_is_called_twice() -> None:
    async def lend(context: Context, tool_id: int) -> None: ...

    async def bring(context: Context, tool_id: int) -> None: ...

    lending = action(aliases=("tools.borrow",))(lend)
    assert _town(lending).find("tools.borrow:7") == (lending, ["7"])
    bringing = action(aliases=("tools.borrow",))(bring)
    with pytest.raises(ValueError, match=r"tools\.borrow"):
        _town(lending, bringing).find("tools.borrow:7")
    taken = action(aliases=(lending.name,))(bring)
    with pytest.raises(ValueError, match="two actions"):
        _town(lending, taken).find("tools.borrow:7")


async def test_buttons_of_the_first_days_open_what_they_said(street: Street) -> None:
    """On Telegram, since the web chat itself takes no press that its message has no button for."""
    aygul = await street.arrives("Aygul", TELEGRAM, "en")
    message = await aygul.last()
    await aygul.taps(message.id, "welcome.languages")
    assert "English" in (await aygul.last()).labels
    await aygul.taps((await aygul.last()).id, "welcome.settings")
    await aygul.hears("You are called Aygul")


def _town(*actions: Action[[int]]) -> Town:
    return Town((Feature("tools", "Tools are lent.", actions),))
