"""Nobody sees what nobody has looked at: what waits for the team goes to no other resident and no shopkeeper."""

import pytest

from bot.doors.door import TELEGRAM
from bot.identity.roles import Role
from tests.neighbour import Neighbour
from tests.street import Street
from tests.town.ideas.test_desk import team_of
from tests.town.ideas.test_ideas import DOORS, photo

SECRET = "把洞口筑成鸟巢的形状"
IN_ENGLISH = "Make the hole in the wall into a bird's nest"
FORGED = (
    "ideas.card:1",
    "ideas.back_to_card:1",
    "ideas.more:1",
    "ideas.further:1",
    "ideas.comments:1",
    "ideas.comments_below:1",
    "ideas.record:1:0",
    "ideas.how_far_back:1:0",
    "ideas.support:1:one:0",
    "ideas.toggle_support:1:one:0",
    "ideas.follow:1:1",
    "ideas.listen:1",
    "ideas.answer:1",
    "ideas.answer_softly:1",
    "ideas.answer_with:1:yes",
    "ideas.trial_length:1",
    "ideas.move:1:0",
    "ideas.step:1:open",
    "ideas.look_after_below:1",
    "ideas.publish:1",
    "ideas.publish_different:1",
    "ideas.merge:1",
    "ideas.look:mine:0",
    "ideas.show_view:s-open",
)


async def suggests_with_photo(one: Neighbour, words: str, spot: str) -> None:
    await one.says("/suggest")
    await one.sends_photo(photo(3), words)
    await one.presses(spot)


async def sees_nothing(one: Neighbour) -> None:
    await one.hears_nothing_of("洞口")
    assert not [message for message in await one.screen() if not message.mine and message.kind == "photo"]


@pytest.mark.parametrize("door", DOORS)
async def test_whoever_sends_the_same_is_not_shown_what_still_waits_and_keeps_her_own(
    any_street: Street, door: str
) -> None:
    street = any_street
    aygul = await street.arrives("Aygul")
    await suggests_with_photo(aygul, SECRET, "店里")
    bahar = await street.arrives("Bahar", door, "en")
    await suggests_with_photo(bahar, IN_ENGLISH, "Inside the shop")
    await bahar.hears("Saved", "no. 2")
    await sees_nothing(bahar)
    # An old button, from a chat in which the waiting one had been shown; the web page lets nobody forge one.
    if door == TELEGRAM:
        await bahar.says("/suggest")
        await bahar.says("A nest in the hole, please")
        await bahar.taps((await bahar.last()).id, "ideas.add_voice:3:1")
        await bahar.presses("The shop front")
        await bahar.hears("Saved", "no. 3")
    await sees_nothing(bahar)
    await aygul.says("/1")
    await aygul.hears("1 号", "👍 0")


@pytest.mark.parametrize("role", [None, Role.SHOPKEEPER, Role.LIAISON])
@pytest.mark.parametrize("door", DOORS)
async def test_by_no_number_link_list_or_forged_address(street: Street, door: str, role: Role | None) -> None:
    aygul = await street.arrives("Aygul")
    await suggests_with_photo(aygul, SECRET, "店里")
    snoop = await street.arrives("Snoop", door, "en", role)
    for words in ("/1", "1", "/start idea-1", f"/start idea-{street.place.code}-1", "/ideas", "/digest", "/home"):
        await snoop.says(words)
    for address in FORGED if door == TELEGRAM else ():
        await snoop.taps((await snoop.last()).id, address)
    await street.later(days=8)
    await sees_nothing(snoop)
    await aygul.says("/1")
    await aygul.hears("1 号", SECRET)  # her own she sees
    volunteer = await team_of(street)
    await volunteer.says("/desk")
    await volunteer.hears(SECRET)


async def test_the_shopkeeper_hears_of_an_idea_when_it_is_on_the_board_however_old_it_is(street: Street) -> None:
    keeper = await street.arrives("Keeper", role=Role.SHOPKEEPER)
    aygul = await street.arrives("Aygul")
    volunteer = await team_of(street)
    await suggests_with_photo(aygul, SECRET, "店里")
    await keeper.says("/digest")
    await sees_nothing(keeper)
    await street.later(days=3)
    await volunteer.says("/desk")
    await volunteer.presses("公开到列表")
    await keeper.says("/digest")
    shown = await keeper.hears("1 条新建议")
    assert shown.kind == "photo"


@pytest.mark.parametrize("door", DOORS)
async def test_a_volunteer_is_offered_to_join_twins_before_the_second_is_on_the_board(
    any_street: Street, door: str
) -> None:
    street = any_street
    aygul, bahar = await street.arrives("Aygul"), await street.arrives("Bahar", door, "en")
    await suggests_with_photo(aygul, SECRET, "店里")
    await suggests_with_photo(bahar, IN_ENGLISH, "Inside the shop")
    volunteer = await team_of(street, door)
    await volunteer.says("/desk")
    await volunteer.presses("公开到列表")
    offered = await volunteer.hears("说的是同一件事", "/1", "/2")
    assert offered.kind == "photo"
    await aygul.hears_nothing_of("公开讨论")
    await volunteer.presses("不一样，公开到列表")
    await aygul.hears("1 号", "公开讨论")
    await volunteer.presses("公开到列表")
    await volunteer.presses("并入 1 号")
    await volunteer.hears("2 号已并入 1 号", "👍 1")
    await bahar.hears("No. 2", "no. 1")
    await bahar.says("/1")
    await bahar.hears("1 · ", "👍 1")
    await volunteer.presses("撤回")
    await aygul.says("/1")
    await aygul.hears("1 号", "👍 0")
    await bahar.says("/2")
    await bahar.hears(IN_ENGLISH)


async def test_what_its_author_was_shown_and_found_different_is_not_asked_again(street: Street) -> None:
    aygul, bahar = await street.arrives("Aygul"), await street.arrives("Bahar")
    volunteer = await team_of(street)
    await suggests_with_photo(aygul, SECRET, "店里")
    await volunteer.says("/desk")
    await volunteer.presses("公开到列表")
    await street.later(minutes=1)
    await suggests_with_photo(bahar, "洞口做成鸟巢，再挂一盏灯", "店里")
    await bahar.presses("我的不一样")
    await volunteer.says("/desk")
    await volunteer.presses("公开到列表")
    await bahar.hears("2 号", "公开讨论")


async def test_what_was_joined_is_seen_only_as_long_as_what_it_was_joined_with(street: Street) -> None:
    aygul, bahar = await street.arrives("Aygul"), await street.arrives("Bahar")
    stranger = await street.arrives("Stranger")
    volunteer = await team_of(street, TELEGRAM)
    await suggests_with_photo(aygul, SECRET, "店里")
    await suggests_with_photo(bahar, "墙洞做成小鸟的家", "店里")
    await volunteer.says("/2")
    await volunteer.taps((await volunteer.last()).id, "ideas.merge_into:2:1")
    for words in ("/1", "/2"):
        await stranger.says(words)
    await stranger.hears_nothing_of("小鸟的家")
    await sees_nothing(stranger)
    await volunteer.says("/1")
    await volunteer.taps((await volunteer.last()).id, "ideas.publish:1")
    await stranger.says("/2")
    await stranger.hears("小鸟的家")
