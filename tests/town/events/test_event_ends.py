"""An event that ends: said, shown, changed, and over when it is over."""

import pytest

from bot.identity.roles import Role
from tests.neighbour import Neighbour, OnTheWeb
from tests.street import Street
from tests.town.events.test_events import DOORS, announced, opens_team_menu


async def changes_the_time(maker: Neighbour, words: str) -> None:
    await opens_team_menu(maker)
    await maker.presses("修改")
    await maker.presses("时间")
    await maker.says(words)


@pytest.mark.parametrize("door", DOORS)
async def test_a_beginning_and_an_end_are_shown_in_both_clocks(any_street: Street, door: str) -> None:
    street = any_street
    aygul = await street.arrives("Aygul", door, "ug")
    john = await street.arrives("John", door, "en")
    await announced(street, when="周六晚上7点到9点", door=door)
    await john.hears("社区秋日会", "19:00–21:00 Beijing time (17:00–19:00 Xinjiang time)")
    await aygul.hears("社区秋日会", "19:00–21:00", "17:00–19:00")


async def test_the_end_stands_in_calendars_and_on_the_public_page(street: Street) -> None:
    john = await street.arrives("John", "web", "en")
    assert isinstance(john, OnTheWeb)
    await announced(street, when="11月28日 19:00-20:30")
    calendar = (await john.client.get(f"/calendar/{street.place.code}.ics")).text
    assert "T190000" in calendar
    assert "T203000" in calendar
    page = (await john.client.get(f"/p/{street.place.code}?lang=en")).text
    assert "19:00–20:30" in page


@pytest.mark.parametrize("door", DOORS)
async def test_another_end_is_told_to_who_may_come_and_nobody_is_asked_again(street: Street, door: str) -> None:
    john = await street.arrives("John", door, "en")
    bo = await street.arrives("Bo", door, "en")
    maker = await announced(street, when="11月28日 19:00-21:00", door=door)
    await john.presses("Coming")
    await bo.presses("Can't")
    await changes_the_time(maker, "11月28日 19:00-22:00")
    await street.later(minutes=11)
    heard = await john.hears("Another end for “社区秋日会”", "19:00–22:00")
    assert "Coming" in "".join(heard.labels)
    await bo.hears_nothing_of("Another end")
    await john.says("/events")
    await john.presses("社区秋日会")
    await john.hears("You are coming")


async def test_a_bare_span_is_asked_back_and_keeps_its_end(street: Street) -> None:
    john = await street.arrives("John", "web", "en")
    maker = await street.arrives("Maker", "web", "zh", Role.VOLUNTEER)
    await maker.says("/newevent")
    await maker.says("社区秋日会")
    await maker.says("周六7点到9点")
    await maker.presses("19:00–21:00")
    await maker.says("L 店门口")
    await maker.presses("不限人数")
    await maker.presses("跳过")
    await maker.presses("跳过")
    await maker.presses("📣 发布")
    await john.hears("社区秋日会", "19:00–21:00")


async def test_people_are_thanked_when_it_is_over_not_two_hours_after_it_began(street: Street) -> None:
    john = await street.arrives("John", "web", "en")
    await announced(street, when="11月24日 13:00-18:00")
    await john.presses("Coming")
    await street.later(hours=28)  # Tuesday, 16:00 in Beijing
    await john.hears_nothing_of("Thank you for coming")
    await street.later(hours=3)
    await john.hears("Thank you for coming")


async def test_a_holiday_and_two_days_are_asked_back(street: Street) -> None:
    maker = await street.arrives("Maker", "web", "zh", Role.VOLUNTEER)
    await maker.says("/newevent")
    await maker.says("社区秋日会")
    for words in ("元旦晚上7点", "周六或周日 19:00"):
        await maker.says(words)
        await maker.hears("我没看懂这个时间")
    await maker.says("12.5 19:00")
    labels = (await maker.last()).labels
    assert any("12月5日" in label for label in labels)
    assert any("5月12日" in label for label in labels)
