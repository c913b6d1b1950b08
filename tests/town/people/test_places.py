"""Places: switching, what waits in the place one left, and what a lead sets; every change on record."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.doors.door import TELEGRAM, WEB
from bot.identity import people, places
from bot.identity.invites import make_invite, place_code
from bot.identity.places import Place
from bot.identity.roles import Role
from handlers import FEATURES
from handlers.places import rules
from tests.neighbour import AGREE, Neighbour
from tests.pictures import photograph
from tests.street import Street

DOORS = (WEB, TELEGRAM)
URUMQI = ZoneInfo("Asia/Urumqi")
NAMES = ("Tea house", "Bakery", "Barber", "Library")


async def another(street: Street, name: str = "Tea house") -> Place:
    async with street.bot.database.write() as tx:
        return await places.make_place(tx, name, "Asia/Urumqi", ("zh", "ug", "en"), street.now_ms())


async def goes_to(one: Neighbour, place: Place) -> None:
    await one.says(f"/start {place_code(place.code)}")


async def lead_of(street: Street, door: str = WEB, name: str = "Lead") -> Neighbour:
    return await street.arrives(name, door, "en", Role.LEAD)


async def setting(street: Street) -> Place:
    async with street.bot.database.read() as tx:
        return await places.place(tx, street.place.id)


async def count(street: Street, sql: str, *values: int) -> int:
    async with street.bot.database.read() as tx:
        return await tx.one(int, sql, *values) or 0


# --- switching


@pytest.mark.parametrize("door", DOORS)
async def test_whoever_is_in_one_place_reads_how_to_come_to_another(street: Street, door: str) -> None:
    one = await street.arrives("Aygul", door, "en")
    await one.says("/place")
    heard = await one.hears("You are in L 店", "scan the QR code", place_code(street.place.code))
    assert len(heard.labels) == 2  # Home and Help


@pytest.mark.parametrize("door", DOORS)
async def test_whoever_is_in_several_places_switches(street: Street, door: str) -> None:
    tea = await another(street)
    one = await street.arrives("Aygul", door, "en")
    await goes_to(one, tea)
    await one.says("/place")
    await one.hears("Tea house – you are here", "· L 店")
    await one.presses("➡ L 店")
    await one.hears("You are in L 店 now")
    await one.says("/home")
    await one.hears("L 店")


async def test_three_choices_at_a_time_also_with_many_places(street: Street) -> None:
    one = await street.arrives("Aygul", WEB, "en", Role.LEAD)
    for name in NAMES:
        await goes_to(one, await another(street, name))
    await goes_to(one, street.place)
    await one.says("/place")
    shown = await one.hears("Where would you like to be?")
    assert shown.labels[:3] == ["➡ Tea house", "⋯ More places", "⚙ Look after this place"]
    await one.presses("More places")
    shown = await one.last()
    assert shown.labels[:3] == ["➡ Bakery", "⋯ More places", "⚙ Look after this place"]


@pytest.mark.parametrize("door", DOORS)
async def test_a_question_of_one_place_is_not_answered_in_another(street: Street, door: str) -> None:
    tea = await another(street)
    one = await street.arrives("Aygul", door, "en")
    await one.says("/human")
    await one.hears("What would you like to ask")
    await goes_to(one, tea)
    await one.says("The lamp at the tea house is broken")
    assert await count(street, "SELECT count(*) FROM human_questions") == 0
    assert await count(street, "SELECT count(*) FROM ideas WHERE place_id = ?", tea.id) == 1
    await one.says("/place")
    await one.presses("➡ L 店")
    await one.hears("You are in L 店 now", "A question is still open here")
    await one.says("When do you open?")
    await one.hears("your question is kept ✓", "nobody in the team just now")
    assert await count(street, "SELECT count(*) FROM human_questions WHERE place_id = ?", street.place.id) == 1
    assert await count(street, "SELECT count(*) FROM ideas WHERE place_id = ?", street.place.id) == 0


@pytest.mark.parametrize("door", DOORS)
async def test_a_draft_waits_in_its_place(street: Street, door: str) -> None:
    tea = await another(street)
    one = await street.arrives("Aygul", door, "en")
    await one.says("/suggest")
    await one.says("A bench under the tree")
    await goes_to(one, tea)
    await one.says("/suggest")
    await one.hears_nothing_of("A bench under the tree…")
    await one.says("/place")
    await one.presses("➡ L 店")
    await one.says("/suggest")
    await one.hears("A bench under the tree")
    await one.presses("Go on with it")


@pytest.mark.parametrize("door", DOORS)
async def test_a_button_of_another_place_says_whose_it_is_and_leads_there(street: Street, door: str) -> None:
    tea = await another(street)
    one = await street.arrives("Aygul", door, "en", Role.VOLUNTEER)
    await one.says("/suggest")
    await one.says("A bench under the tree")
    asked = await one.last()
    spot = next(data for row in asked.buttons for label, data in row if "Inside" in label)
    await goes_to(one, tea)
    await one.taps(asked.id, spot)
    assert "That belongs to L 店." in await one.toasts()
    said = await one.hears("That button belongs to L 店", "you are in Tea house now", "Nothing was changed")
    assert await count(street, "SELECT count(*) FROM ideas WHERE number IS NOT NULL") == 0
    await one.taps(said.id, said.buttons[0][0][1])
    await one.hears("You are in L 店 now")
    await one.taps(asked.id, spot)
    await one.hears("no. 1", "A bench under the tree")


async def test_home_and_help_lead_on_from_wherever_one_is(street: Street) -> None:
    tea = await another(street)
    one = await street.arrives("Aygul", WEB, "en")
    await one.says("/help")
    old = await one.last()
    await goes_to(one, tea)
    home = next(data for row in old.buttons for label, data in row if "Home" in label)
    await one.taps(old.id, home)
    assert "Tea house" in next(message for message in await one.screen() if message.id == old.id).words


async def test_nobody_switches_to_a_place_she_is_not_in(street: Street) -> None:
    tea = await another(street)
    one = await street.arrives("Aygul", TELEGRAM, "en")
    await one.says("/help")
    await one.taps((await one.last()).id, f"places.switch:{tea.id}")
    assert "That place is not on your list. Please open its link." in await one.toasts()
    await one.says("/home")
    await one.hears("L 店")


async def test_numbers_tried_out_in_a_link_lead_into_no_other_place(street: Street) -> None:
    tea = await another(street)
    host = await street.arrives("Host", WEB, "en")
    await goes_to(host, tea)
    async with street.bot.database.write() as tx:
        await tx.run(
            "INSERT INTO events (place_id, maker_id, status, title, starts_at, whereabouts, capacity, calendar_key,"
            " made_at, changed_at) VALUES (?, ?, 'announced', 'Tea party', ?, 'inside', 0, 'k', 0, 0)",
            tea.id,
            await street.person_id(host),
            street.now_ms() + 10**9,
        )
    one = await street.arrives("Aygul", WEB, "en")
    await one.says("/start event-1")
    await one.hears_nothing_of("Tea party")
    await one.says(f"/start event-{street.place.code}-1")
    await one.hears_nothing_of("Tea party")
    await one.says(f"/start event-{tea.code}-1")
    await one.hears("Tea party")


@pytest.mark.parametrize("door", DOORS)
async def test_a_stranger_belongs_only_where_her_link_led(street: Street, door: str) -> None:
    tea = await another(street)
    async with street.bot.database.write() as tx:
        invite = await make_invite(tx, tea.id, Role.VOLUNTEER, None, street.clock.now())
    for number, code in enumerate((place_code(tea.code), invite)):
        one = await street.neighbour(f"Newcomer {number}", door, "en")
        await one.says(f"/start {code}")
        await one.presses("English")
        await one.hears("Tea house")
        await one.presses(*AGREE)
        async with street.bot.database.read() as tx:
            assert await people.places_of(tx, await street.person_id(one)) == [tea.id]


# --- looking after the place


@pytest.mark.parametrize("door", DOORS)
async def test_a_lead_renames_the_place_and_it_is_on_record(street: Street, door: str) -> None:
    lead = await lead_of(street, door)
    await lead.says("/place")
    await lead.presses("Look after this place")
    await lead.hears("4 spots, 0 with a photo", "中文 · ئۇيغۇرچە · English", "published them", "Quiet: ")
    await lead.presses("✏ Name")
    await lead.says("Shop <L>")
    await lead.hears("It is called Shop <L> now")
    await lead.presses("The place")
    await lead.hears("Shop <L>", "Last changed: name, by ", "L 店 → Shop <L>")
    await lead.says("/home")
    await lead.hears("Shop <L>")


@pytest.mark.parametrize("words", ["", "x" * 61])
async def test_a_name_is_neither_empty_nor_endless(street: Street, words: str) -> None:
    lead = await lead_of(street)
    await lead.says("/placesettings")
    await lead.presses("✏ Name")
    await lead.says(words or "\u200b\u2060")
    assert (await setting(street)).name == "L 店"


@pytest.mark.parametrize("role", [None, Role.VOLUNTEER, Role.SHOPKEEPER, Role.LIAISON])
async def test_only_leads_set_anything(street: Street, role: Role | None) -> None:
    one = await street.arrives("Aygul", TELEGRAM, "en", role)
    await one.says("/placesettings")
    await one.hears("for others here")
    await one.says("/help")
    screen = (await one.last()).id
    before = await setting(street)
    for address in (
        "places.set_quiet:0:480",
        "places.speak:zh:0",
        "places.set_zone:Asia/Almaty",
        "places.set_moderation:after",
        "places.set_digest:shop:780",
        "places.remove:1",
        "places.put:2:1",
        "places.show_clocks:1",
    ):
        await one.taps(screen, address)
    assert await setting(street) == before
    assert await count(street, "SELECT count(*) FROM place_changes") == 0


async def test_nonsense_behind_buttons_changes_nothing(street: Street) -> None:
    lead = await lead_of(street, TELEGRAM)
    tea = await another(street)
    async with street.bot.database.read() as tx:
        foreign = (await places.spots(tx, tea.id))[0].id
    await lead.says("/help")
    screen = (await lead.last()).id
    before = await setting(street)
    for address in (
        "places.set_quiet:0:0",
        "places.set_quiet:-5:99999",
        "places.set_digest:shop:0",
        "places.set_digest:shop:99999",
        "places.set_digest:nobody:780",
        "places.toggle:fr",
        "places.speak:fr:1",
        "places.set_zone:../etc/passwd",
        "places.set_moderation:never",
        f"places.remove:{foreign}",
        f"places.spot:{foreign}:0",
        f"places.put:{foreign}:1",
        "places.put:1:0",
        "places.put:1:99",
        "places.put:1:-1",
        f"places.usual_name:{foreign}",
        f"places.bring_back:{foreign}",
        f"places.photo:{foreign}",
        "places.set_space:1:moon",
        "places.set_space:1:street",
        "places.more_settings:-7",
        "places.spots:-3",
        "places.spots:99",
        "places.page:-1",
        "places.bring_back:1",
    ):
        await lead.taps(screen, address)
    assert await setting(street) == before
    assert await count(street, "SELECT count(*) FROM place_changes") == 0


@pytest.mark.parametrize("door", DOORS)
async def test_a_new_spot_with_whose_space_and_a_photo_is_offered_to_neighbours(street: Street, door: str) -> None:
    lead = await lead_of(street, door)
    await lead.says("/placesettings")
    await lead.presses("Spots")
    await lead.hears("1. Inside the shop", "4. Street")
    while "➕ A new spot" not in (await lead.last()).labels:
        await lead.presses("⋯ More")
    await lead.presses("A new spot")
    await lead.says("The old wall")
    await lead.hears("Whose space is The old wall", "not clear yet")
    await lead.presses("⋯ More")
    await lead.presses("shared yard")
    await lead.hears("The old wall", "shared yard")
    await lead.presses("⋯ More")
    await lead.presses("Photo")
    await lead.sends_photo(photograph(400, 300))
    await lead.hears("that is how The old wall will be shown")
    await lead.says("/placesettings")
    await lead.hears("5 spots, 1 with a photo", "Last changed: photo of a spot, by ")
    one = await street.arrives("Aygul", door, "en")
    await one.says("/suggest")
    await one.says("Paint it")
    asked = await one.last()
    assert asked.kind == "photo"
    await one.presses("More spots")
    await one.presses("More spots")
    await one.presses("5 · The old wall")
    await one.hears("no. 1", "Paint it")
    assert await count(street, "SELECT count(*) FROM ideas WHERE space = 'yard'") == 1


@pytest.mark.parametrize("door", DOORS)
async def test_a_removed_spot_is_offered_no_more_but_ideas_keep_it_and_it_comes_back(
    street: Street, door: str
) -> None:
    one = await street.arrives("Aygul", door, "en")
    await one.says("/suggest")
    await one.says("A lamp")
    await one.presses("Inside the shop")
    await one.says("/suggest")
    await one.says("A second fountain")
    lead = await lead_of(street, door)
    await lead.says("/placesettings")
    await lead.presses("Spots")
    await lead.presses("1 · Inside the shop")
    await lead.presses("⋯ More")
    await lead.presses("Remove")
    removed = await lead.hears("Inside the shop is offered no more")
    await one.presses("Inside the shop")
    assert "This spot is not on the list any more. Please choose another one." in await one.toasts()
    await one.says("/suggest")
    await one.presses("Go on with it")
    assert not [label for label in (await one.last()).labels if "Inside" in label]
    await one.says("/1")
    await one.hears("1 · ", "A lamp", "Inside")
    await lead.taps(removed.id, removed.buttons[0][0][1])
    await one.says("/suggest")
    await one.presses("Go on with it")
    assert [label for label in (await one.last()).labels if "Inside" in label]


async def test_spots_are_renamed_put_in_order_and_never_all_removed(street: Street) -> None:
    lead = await lead_of(street)
    await lead.says("/placesettings")
    await lead.presses("Spots")
    await lead.presses("2 · In front of the shop")
    await lead.presses("Rename")
    await lead.says("The steps")
    await lead.hears("The steps", "shopfront")
    await lead.presses("⬅ Back")
    await lead.hears("2. The steps", "Last changed: name of a spot, by ", "In front of the shop → The steps")
    await lead.presses("2 · The steps")
    await lead.presses("⋯ More")
    await lead.presses("Further up")
    await lead.hears("1. The steps", "2. Inside the shop")
    await lead.presses("1 · The steps")
    await lead.presses("Rename")
    await lead.presses("As usual: In front of the shop")
    await lead.hears("In front of the shop")
    for _ in range(3):
        await lead.says("/placesettings")
        await lead.presses("Spots")
        await lead.presses("1 · …")
        await lead.presses("⋯ More")
        await lead.presses("Remove")
    await lead.says("/placesettings")
    await lead.hears("One spot")
    await lead.presses("Spots")
    await lead.presses("1 · …")
    await lead.presses("⋯ More")
    await lead.presses("Remove")
    assert "This is the only spot. Please add another one first." in await lead.toasts()


async def test_two_spots_of_one_name_are_not_made(street: Street) -> None:
    lead = await lead_of(street)
    for _ in range(2):
        await lead.says("/placesettings")
        await lead.presses("Spots")
        await lead.presses("⋯ More")
        while "➕ A new spot" not in (await lead.last()).labels:
            await lead.presses("⋯ More")
        await lead.presses("A new spot")
        await lead.says("The  wall")
    await lead.hears("There is a spot of that name already")
    assert await count(street, "SELECT count(*) FROM spots WHERE name = 'The wall'") == 1


@pytest.mark.parametrize("door", DOORS)
async def test_a_dropped_language_gives_way_to_the_first_and_comes_back_when_it_is_added(
    street: Street, door: str
) -> None:
    lead = await lead_of(street, door)
    reader = await street.arrives("Patime", door, "ug")
    await lead.says("/placesettings")
    await lead.presses("More settings")
    await lead.presses("Languages")
    await lead.presses("✓ ئۇيغۇرچە")
    assert "Saved ✓ One neighbour reads 中文 now." in await lead.toasts()
    await reader.says("/home")
    await reader.hears("想做什么")
    await reader.says("/settings")
    await reader.presses("🌐")
    assert "ئۇيغۇرچە" not in " ".join((await reader.last()).labels)
    if door == TELEGRAM:  # the web chat takes only what stands on its buttons
        await reader.taps((await reader.last()).id, "welcome.choose_language:ug")
    await lead.presses("＋ ئۇيغۇرچە")
    await reader.says("/home")
    await reader.hears("نېمە قىلماقچىسىز؟")
    assert (await setting(street)).languages == ("zh", "en", "ug")


async def test_one_language_stays(street: Street) -> None:
    lead = await lead_of(street)
    await lead.says("/placesettings")
    await lead.presses("More settings")
    await lead.presses("Languages")
    await lead.presses("✓ 中文")
    await lead.presses("✓ ئۇيغۇرچە")
    await lead.presses("✓ English")
    assert "At least one language stays. Please add another one first." in await lead.toasts()
    assert (await setting(street)).languages == ("en",)


@pytest.mark.parametrize("door", DOORS)
async def test_moderation_after_shows_at_once_what_the_team_knows_the_author_of(street: Street, door: str) -> None:
    lead = await lead_of(street, door)
    one = await street.arrives("Aygul", door, "en")
    other = await street.arrives("Other", door, "en")
    await lead.says("/placesettings")
    await lead.presses("More settings")
    await lead.presses("More settings")
    await lead.presses("Before or after")
    await lead.hears("Ideas wait until", "first idea of somebody new always waits")
    await lead.presses("Show at once, look later")
    await lead.hears("Ideas are on the board at once", "Last changed", "publish first → show at once")
    await suggests(one, "A bench", "Saved ✓")  # her first one waits
    await other.says("/1")
    await other.hears_nothing_of("A bench")
    await lead.says("/desk")
    await lead.presses("Put it on the board")
    await suggests(one, "A lamp", "On the board ✓")
    await other.says("/2")
    await other.hears("A lamp", "Open")
    await lead.says("/desk")
    await lead.hears("A lamp")
    await lead.presses("Seen, it may stay")
    await lead.says("/desk")
    await lead.hears("Nothing is waiting")
    await lead.says("/placesettings")
    await lead.presses("More settings")
    await lead.presses("More settings")
    await lead.presses("Before or after")
    await lead.presses("Publish first, then show")
    await suggests(one, "A fountain", "Saved ✓")


async def test_what_went_onto_the_board_by_itself_can_be_taken_back_until_somebody_takes_it_up(
    street: Street,
) -> None:
    one = await trusted(street)
    other = await street.arrives("Other", WEB, "en")
    await suggests(one, "A lamp", "On the board ✓")
    await one.presses("Undo")
    await other.says("/2")
    await other.hears_nothing_of("A lamp")
    await suggests(one, "A fountain", "On the board ✓")
    receipt = await one.last()
    await other.says("/3")
    await other.presses("👍")
    await one.taps(receipt.id, receipt.buttons[0][0][1])
    assert [toast for toast in await one.toasts() if "3" in toast]
    await other.says("/3")
    await other.hears("A fountain")


async def test_whoever_had_an_idea_hidden_waits_again(street: Street) -> None:
    one = await trusted(street)
    await suggests(one, "Something rude", "On the board ✓")
    lead = await lead_of(street, name="Second")
    await lead.says("/desk")
    await lead.presses("More")
    await lead.presses("Hide it")
    await lead.says("It hurts somebody.")
    await suggests(one, "A lamp", "Saved ✓")


async def trusted(street: Street) -> Neighbour:
    """Somebody whose first idea the team let stand, where ideas are shown at once."""
    lead = await lead_of(street)
    one = await street.arrives("Aygul", WEB, "en")
    await suggests(one, "A bench", "Saved ✓")
    await lead.says("/desk")
    await lead.presses("Put it on the board")
    async with street.bot.database.write() as tx:
        await tx.run("UPDATE places SET moderation = 'after'")
    return one


async def suggests(one: Neighbour, words: str, receipt: str) -> None:
    await one.says("/suggest")
    await one.says(words)
    await one.presses("Inside the shop")
    if "Mine is different" in " ".join((await one.last()).labels):
        await one.presses("Mine is different")
    await one.hears(receipt, words)


# --- clocks and hours


@pytest.mark.parametrize("door", DOORS)
async def test_the_clock_of_the_place_changes_and_what_was_announced_keeps_its_moment(
    street: Street, door: str
) -> None:
    lead = await lead_of(street, door)
    starts = street.now_ms() + 3 * 24 * 3_600_000
    async with street.bot.database.write() as tx:
        await tx.run(
            "INSERT INTO events (place_id, maker_id, status, title, starts_at, whereabouts, capacity, calendar_key,"
            " made_at, changed_at) VALUES (?, ?, 'announced', 'Fair', ?, 'yard', 0, 'k', 0, 0)",
            street.place.id,
            await street.person_id(lead),
            starts,
        )
    await lead.says("/placesettings")
    await lead.presses("More settings")
    await lead.presses("Clocks")
    await lead.hears("12:00 Beijing time (10:00 Xinjiang time)", "Asia/Urumqi")
    await lead.says("nowhere at all")
    await lead.hears("I do not know that time zone")
    await lead.says("asia/tashkent")
    await lead.hears("It is 09:00", "One event that was announced keeps its moment", "nobody gets two on one day")
    assert await count(street, "SELECT starts_at FROM events") == starts
    await lead.presses("The events")
    await lead.hears("09:00")
    await lead.says("/placesettings")
    await lead.hears("Last changed: clock, by ", "Asia/Urumqi → Asia/Tashkent")


async def test_the_second_clock_goes_off_and_on(street: Street) -> None:
    lead = await lead_of(street)
    await lead.says("/placesettings")
    await lead.presses("More settings")
    await lead.presses("Clocks")
    await lead.presses("Only one clock")
    await lead.hears("It is 10:00")
    await lead.presses("⬅ Back")
    await lead.presses("Beijing time beside it")
    await lead.hears("12:00 Beijing time (10:00 Xinjiang time)")


async def test_a_changed_clock_never_sends_two_digests_on_one_local_date(street: Street) -> None:
    """Whichever way the clock goes round."""
    lead = await lead_of(street)
    one = await street.arrives("Aygul", WEB, "en", Role.VOLUNTEER)
    zones = ("Asia/Shanghai", "Pacific/Kiritimati", "America/Los_Angeles", "Asia/Urumqi", "Europe/Berlin")
    for hour in range(48):
        await suggests(one, f"{'abcdefghijklmnopqrstuvwxyz'[hour % 26] * 5} {hour}", "Saved ✓")
        await street.later(hours=1)
        if hour % 5 == 0:
            await lead.says("/placesettings")
            await lead.presses("More settings")
            await lead.presses("Clocks")
            await lead.says(zones[hour // 5 % len(zones)])
    async with street.bot.database.read() as tx:
        days = await tx.all(
            lambda *row: row, "SELECT person_id, day FROM digests WHERE day IS NOT NULL AND kind = 'team'"
        )
    assert days
    assert len(days) == len(set(days))


@pytest.mark.parametrize("door", DOORS)
async def test_digests_come_at_the_usual_time_of_the_place_to_those_who_never_chose(
    street: Street, door: str
) -> None:
    lead = await lead_of(street, door)
    chooser = await street.arrives("Chooser", door, "en", Role.VOLUNTEER)
    await chooser.says("/digesttime")
    await chooser.says("15:00")
    await lead.says("/digesttime")  # she looks and changes nothing
    await lead.says("/placesettings")
    for _ in range(3):
        await lead.presses("More settings")
    await lead.presses("Digest times")
    await lead.presses("Team: 09:30 Beijing time (07:30 Xinjiang time)")
    await lead.says("23:30 新疆时间")
    await lead.hears("quiet hours here")
    await lead.says("18:30")
    assert "🗂 Team: 18:30" in " ".join((await lead.last()).labels)
    await lead.hears("Last changed: the team’s digest", "09:30 → 18:30")
    one = await street.arrives("Aygul", door, "en")
    await suggests(one, "A bench", "Saved ✓")
    await street.until(datetime(2026, 11, 23, 18, 29, tzinfo=ZoneInfo("Asia/Shanghai")))
    assert await count(street, "SELECT count(*) FROM digests WHERE kind = 'team'") == 1
    await street.later(minutes=2)
    assert await count(street, "SELECT count(*) FROM digests WHERE kind = 'team'") == 2


@pytest.mark.parametrize("door", DOORS)
async def test_quiet_hours_of_the_place_hold_for_every_job_at_once(street: Street, door: str) -> None:
    lead = await lead_of(street, door)
    await lead.says("/placesettings")
    await lead.presses("More settings")
    await lead.presses("More settings")
    await lead.presses("Quiet hours")
    await lead.hears("00:00 Beijing time (22:00 Xinjiang time)")
    await lead.says("sometimes")
    await lead.hears("Please type it like")
    await lead.says("22:00-23:00")
    await lead.hears("between 6 and 16 hours long")
    await lead.says("21:00-09:00")  # on the clock shown first, Beijing's
    await lead.hears("21:00 Beijing time (19:00 Xinjiang time)", "09:00 Beijing time")
    await lead.hears("22:00–07:30 → 19:00–07:00")
    place = await setting(street)
    assert rules.quiet_words(place.quiet_from, place.quiet_to) == "19:00–07:00"


async def test_at_a_quiet_hour_telegram_waits_for_the_new_end(street: Street) -> None:
    lead = await lead_of(street, TELEGRAM)
    one = await street.arrives("Aygul", TELEGRAM, "en")
    await suggests(one, "A bench", "Saved ✓")
    async with street.bot.database.write() as tx:
        await tx.run("UPDATE places SET quiet_from = 18 * 60, quiet_to = 10 * 60")
    await street.until(datetime(2026, 11, 23, 18, 30, tzinfo=URUMQI))
    await lead.says("/desk")
    await lead.presses("Put it on the board")
    await street.later(hours=14)
    await one.hears_nothing_of("is open")
    ends = datetime(2026, 11, 24, 10, 0, tzinfo=URUMQI).astimezone(UTC)
    async with street.bot.database.read() as tx:
        waits = await tx.one(int, "SELECT max(not_before) FROM outbox WHERE state = 'waiting'")
    assert waits == ends.timestamp() * 1000
    await street.until(ends + timedelta(minutes=1))
    await one.hears("A bench", "Open")


@pytest.mark.parametrize(
    ("words", "start", "end"),
    [
        ("22:00-07:30", "22:00", "07:30"),
        ("22:30 – 7:00", "22:30", "07:00"),
        ("22:00至07:00", "22:00", "07:00"),
        ("晚上10点到早上7点半", "22:00", "07:30"),
        ("22:00 to 07:00", "22:00", "07:00"),
    ],
)
def test_quiet_hours_are_read_as_people_write_them(words: str, start: str, end: str) -> None:
    found = rules.read_quiet(words, datetime(2026, 11, 23, 4, tzinfo=UTC), ONE_CLOCK.clocks, "zh")
    assert found is not None
    assert tuple(map(rules.clock_words, found)) == (start, end)


ONE_CLOCK = Place(1, "c", "L", "Asia/Shanghai", None, "zh", "before", 1320, 450, 570, 570, 14, 50000, 0, 1)


@pytest.mark.server
async def test_places_work_on_both_databases(any_street: Street) -> None:
    tea = await another(any_street)
    lead = await lead_of(any_street, TELEGRAM)
    await lead.says("/placesettings")
    await lead.presses("Spots")
    await lead.presses("1 · …")
    await lead.presses("⋯ More")
    await lead.presses("Photo")
    await lead.sends_photo(photograph(300, 200))
    await lead.says("/placesettings")
    await lead.hears("1 with a photo")
    await lead.presses("Spots")
    while "➕ A new spot" not in (await lead.last()).labels:
        await lead.presses("⋯ More")
    await lead.presses("A new spot")
    await lead.says("The wall")
    await lead.presses("inside the shop")
    for address in ("speak:ug:0", "set_zone:Asia/Almaty", "set_quiet:1260:480", "set_digest:team:780", "put:2:1"):
        await lead.taps((await lead.last()).id, f"places.{address}")
    await goes_to(lead, tea)
    await lead.says("/place")
    await lead.presses("➡ L 店")
    one = await any_street.arrives("Aygul", TELEGRAM, "en")
    async with any_street.bot.database.write() as tx:
        await tx.run("UPDATE places SET moderation = 'after'")
    await one.says("/suggest")
    await one.says("A bench")
    await any_street.tick()
    place = await setting(any_street)
    assert (place.languages, place.timezone, place.quiet_from, place.team_minute) == (
        ("zh", "en"),
        "Asia/Almaty",
        1260,
        780,
    )


def test_the_place_is_on_the_phones_menu() -> None:
    feature = next(one for one in FEATURES if one.name == "places")
    assert feature.menu == ("place", "placesettings")
