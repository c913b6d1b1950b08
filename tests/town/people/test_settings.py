"""Everybody decides what reaches her: how often, quiet hours of her own, a pause with one tap, larger letters."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.dialogue.notices import Notices
from bot.i18n.texts import literal
from bot.identity.roles import Role
from tests.neighbour import Neighbour
from tests.street import MORNING, Street
from tests.town.telling.test_broadcasts import DOORS, add_idea, drafts, volunteer

SATURDAY = datetime(2026, 11, 28, 2, 30, tzinfo=UTC)  # 10:30 in Beijing
EVENING = datetime(2026, 11, 23, 15, 30, tzinfo=UTC)  # 23:30 in Beijing, 21:30 in Urumqi


async def news_for(street: Street, one: Neighbour, words: str) -> None:
    """A notice about something of hers; the stories of ideas tell of real ones."""
    async with street.bot.database.write() as tx:
        notices = Notices(tx, street.clock.now(), street.place, street.bot.town, street.bot.links)
        await notices.tell_news(await street.person_id(one), literal(words))
    await street.settle()


async def to_everyone(street: Street, one: Neighbour, words: str) -> None:
    await drafts(one, words)
    await one.presses("Send to…")
    await street.later(seconds=31)


@pytest.mark.parametrize("door", DOORS)
async def test_one_tap_pauses_everything_and_one_more_brings_back_what_is_hers(any_street: Street, door: str) -> None:
    street = any_street
    ann = await street.arrives("Ann", door, "en")
    other = await street.arrives("Other", door)
    vera = await volunteer(street, door)
    await ann.says("/settings")
    await ann.hears("at most two messages a week", "Messages are on")
    await ann.presses("Pause everything")
    await ann.hears("Paused until you say so", "you can use everything as before")
    await to_everyone(street, vera, "The fair moves")
    await other.hears("The fair moves")
    await news_for(street, ann, "Your idea is agreed")
    await street.later(days=30)
    await ann.hears_nothing_of("The fair moves")
    await ann.hears_nothing_of("Your idea is agreed")
    await ann.says("/help")
    await ann.presses("A human being")
    await ann.says("Who has the key?")
    await vera.presses("Answer")
    await vera.says("Li has it")
    await ann.hears("Li has it")  # she asked, so she hears
    await ann.says("/settings")
    await ann.presses("Messages again")
    await street.tick()
    await ann.hears("Your idea is agreed")
    await ann.hears_nothing_of("The fair moves")


@pytest.mark.parametrize("door", DOORS)
async def test_a_pause_until_a_day_ends_by_itself(street: Street, door: str) -> None:
    ann = await street.arrives("Ann", door, "en")
    await ann.says("/settings")
    await ann.presses("Pause everything")
    await ann.says("soon")
    await ann.hears("did not understand this day")
    await ann.says("1 January 2036")
    await ann.hears("did not understand this day")
    await ann.says("30 November")
    await ann.hears("Paused until", "Nov 30", "09:30 Beijing time")
    await news_for(street, ann, "Your idea is agreed")
    await street.later(days=6, hours=20)
    await ann.hears_nothing_of("Your idea is agreed")
    await street.later(days=1)
    await ann.hears("Your idea is agreed")
    await ann.says("/settings")
    await ann.hears("Messages are on")
    await ann.presses("Pause everything")
    await ann.presses("One week")
    await ann.hears("Paused until")
    await street.later(days=8)
    await ann.says("/settings")
    await ann.hears("Messages are on")


@pytest.mark.parametrize("door", DOORS)
async def test_important_only_is_nothing_unasked_but_what_is_hers(street: Street, door: str) -> None:
    ann = await street.arrives("Ann", door, "en")
    other = await street.arrives("Other", door)
    await add_idea(street, ann, other, 27)
    vera = await volunteer(street, door)
    await _chooses(ann, "Important only")
    await to_everyone(street, vera, "The fair moves")
    await other.hears("The fair moves")
    await vera.says("/broadcast")
    await vera.says("Your nest is built")
    await vera.presses("To whom?")
    await vera.presses("Some of them")
    await vera.presses("Around an idea")
    await vera.says("27")
    await vera.presses("Send to 2 people")
    await street.later(seconds=31)
    await ann.hears("Your nest is built")
    await news_for(street, ann, "Your idea is agreed")
    await ann.hears("Your idea is agreed")
    await ann.hears_nothing_of("The fair moves")


@pytest.mark.parametrize("door", DOORS)
async def test_weekly_only_is_news_together_on_saturday_morning(street: Street, door: str) -> None:
    ann = await street.arrives("Ann", door, "en")
    await _chooses(ann, "Weekly only")
    await news_for(street, ann, "Your idea is agreed")
    await street.later(days=1)
    await news_for(street, ann, "Your bench is planned")
    await street.until(SATURDAY - timedelta(minutes=1))
    await ann.hears_nothing_of("Your idea is agreed")
    await street.until(SATURDAY + timedelta(minutes=1))
    await ann.hears("Your idea is agreed")
    await ann.hears("Your bench is planned")
    await news_for(street, ann, "The next week's")
    await street.later(days=6)
    await ann.hears_nothing_of("The next week's")
    await street.later(days=1)
    await ann.hears("The next week's")


@pytest.mark.parametrize("door", DOORS)
async def test_quiet_hours_of_ones_own_are_shown_in_both_clocks_and_kept(street: Street, door: str) -> None:
    ann = await street.arrives("Ann", door, "en")
    usual = await street.arrives("Usual", "telegram")
    vera = await volunteer(street, "web")
    await ann.says("/settings")
    await ann.hears("Quiet: 00:00–09:30 Beijing time (22:00–07:30 Xinjiang time)")
    await ann.presses("What comes, and when")
    await ann.presses("Quiet hours")
    await ann.says("late")
    await ann.hears("did not understand these hours")
    await ann.says("23:00-11:00")
    await ann.hears("Quiet: 23:00–11:00 Beijing time (21:00–09:00 Xinjiang time)")
    await street.until(EVENING)
    await to_everyone(street, vera, "The fair moves")
    await usual.hears("The fair moves")
    if door == "web":
        await ann.hears("The fair moves")  # the web chat rings nobody
        return
    await ann.hears_nothing_of("The fair moves")
    await street.until(MORNING + timedelta(hours=22))  # 10:00 in Beijing
    await ann.hears_nothing_of("The fair moves")
    await street.until(MORNING + timedelta(hours=23, minutes=1))
    await ann.hears("The fair moves")


async def test_no_quiet_hours_at_all_can_be_chosen(street: Street) -> None:
    ann = await street.arrives("Ann", "telegram", "en")
    vera = await volunteer(street, "web")
    await ann.says("/settings")
    await ann.presses("What comes, and when")
    await ann.presses("Quiet hours")
    await ann.presses("No quiet hours")
    await street.until(EVENING + timedelta(hours=3))
    await to_everyone(street, vera, "The fair moves")
    await ann.hears("The fair moves")
    await news_for(street, ann, "Your idea is agreed")
    await ann.hears("Your idea is agreed")


@pytest.mark.parametrize(
    ("language", "letters", "largest"),
    [("zh", "大一点的字", "最大"), ("ug", "چوڭراق خەت", "ئەڭ چوڭ"), ("en", "Larger", "Largest")],
)
async def test_larger_letters_are_a_button_that_the_page_itself_obeys(
    street: Street, language: str, letters: str, largest: str
) -> None:
    aygul = await street.arrives("Aygul", "web", language)
    await aygul.says("/settings")
    await aygul.presses("🌐")
    await aygul.presses(letters)
    await aygul.presses(letters)
    buttons = dict(button for row in (await aygul.last()).buttons for button in row)
    found = next(address for label, address in buttons.items() if largest in label)
    assert found == "http://nestbox.test/#look-largest"


async def test_at_telegram_letters_are_telegrams_own(street: Street) -> None:
    ann = await street.arrives("Ann", "telegram", "en")
    await ann.says("/settings")
    for forged in ("settings.letters", "settings.pause_for:3", "settings.choose_quiet:never"):
        await ann.taps((await ann.last()).id, forged)
    await ann.hears("In Telegram you find larger letters")
    await ann.hears_nothing_of("Paused until")


@pytest.mark.parametrize("role", [Role.VOLUNTEER, Role.SHOPKEEPER, Role.RESIDENT])
async def test_everybody_reaches_the_settings_from_home(street: Street, role: Role) -> None:
    ann = await street.arrives("Ann", "telegram", "en", role)
    await ann.says("/help")
    await ann.presses("Settings")
    await ann.hears("Your settings")


async def _chooses(one: Neighbour, how: str) -> None:
    await one.says("/settings")
    await one.presses("What comes, and when")
    await one.presses("How often")
    await one.presses(how)
    assert f"{how} ✓" in (await one.last()).labels
