"""What people send that does not fit gets a clear, kind answer at both doors, and nothing is lost."""

import pytest

from bot.identity.roles import Role
from tests import pictures
from tests.neighbour import OnTelegram, OnTheWeb
from tests.street import Street

DOORS = ("web", "telegram")
pytestmark = pytest.mark.parametrize("door", DOORS)


async def test_five_thousand_characters_are_one_idea(street: Street, door: str) -> None:
    aygul = await street.arrives("Aygul", door, "en")
    words = "bird " * 1000
    if door == "web":
        await aygul.says(words)
    else:  # as Telegram's apps cut a long text
        await aygul.says(words[:4095])
        await aygul.says(words[4095:])
    await aygul.presses("A new idea")
    await aygul.presses("Inside the shop")
    await aygul.hears("✓")
    async with street.bot.database.read() as tx:
        kept = await tx.one(str, "SELECT words FROM ideas WHERE number = 1")
    assert kept is not None
    assert kept.count("bird") == 1000


async def test_a_name_full_of_signs_is_shown_as_it_is(street: Street, door: str) -> None:
    volunteer = await street.arrives("Volunteer", door, "en", Role.VOLUNTEER)
    odd = await street.arrives("<b>Ay & gul</b>", door, "en")
    await odd.says("/human")
    await odd.says('Who is <script>alert("x")</script> & co?')
    heard = await volunteer.hears('<script>alert("x")</script> & co?')
    if door == "telegram":
        assert "<b>Ay & gul</b>" in heard.words


async def test_a_picture_of_81_megapixels_is_refused_kindly(street: Street, door: str) -> None:
    aygul = await street.arrives("Aygul", door, "en")
    await aygul.says("/suggest")
    await aygul.sends_document(pictures.huge_png(), "big.png", "image/png")
    await aygul.hears("too large")
    await aygul.says("The picture shows a hole in the wall")
    await aygul.presses("Inside the shop")
    await aygul.hears("✓", "hole in the wall")


async def test_a_pdf_instead_of_a_photo_is_answered(street: Street, door: str) -> None:
    aygul = await street.arrives("Aygul", door, "en")
    await aygul.says("/suggest")
    await aygul.sends_document(b"%PDF-1.7 nothing", "plan.pdf", "application/pdf")
    heard = await aygul.last()
    assert heard.words.strip()
    await aygul.says("A bench")  # the question is still open
    await aygul.presses("Inside the shop")
    await aygul.hears("✓", "A bench")


async def test_twenty_photos_are_too_many_and_the_first_ten_are_kept(street: Street, door: str) -> None:
    aygul = await street.arrives("Aygul", door, "en")
    photos = [pictures.photograph(160, 120, seed) for seed in range(20)]
    await aygul.says("/suggest")
    for start in (0, 10):
        await aygul.sends_album(photos[start : start + 10], "Holes" if start == 0 else "")
    await aygul.presses("Inside the shop")
    await aygul.hears("✓", "Holes")
    async with street.bot.database.read() as tx:
        assert await tx.one(int, "SELECT count(*) FROM idea_media WHERE kind = 'photo'") == 10


async def test_a_forged_button_and_one_of_another_role_do_nothing(street: Street, door: str) -> None:
    aygul = await street.arrives("Aygul", door, "en")
    volunteer = await street.arrives("Volunteer", door, "en", Role.VOLUNTEER)
    await volunteer.says("/more")
    await volunteer.presses("Make something new")
    async with street.bot.database.write() as tx:
        await tx.run("DELETE FROM roles")
    await volunteer.presses("A poll")
    assert any("ask a volunteer" in toast.lower() or "not" in toast.lower() for toast in await volunteer.toasts())
    if isinstance(aygul, OnTelegram):
        home = await aygul.last()
        for forged in (
            "nobody.knows:1",
            "ideas.card:99999999999999999999",
            "ideas.card:x",
            "",
            ":::",
            "ideas.card:-1",
        ):
            await aygul.taps(home.id, forged)
        assert len(await aygul.toasts()) >= 5
    if isinstance(aygul, OnTheWeb):
        home = await aygul.last()
        answer = await aygul.client.post(
            "/chat/press", json={"txn": "forged", "message_id": home.id, "data": "nobody.knows:1"}
        )
        assert (answer.status_code, answer.json()["error"]) == (409, "old_button")


async def test_a_sticker_and_an_unknown_command_get_a_useful_answer(street: Street, door: str) -> None:
    aygul = await street.arrives("Aygul", door, "en")
    await aygul.says("/whatisthis")
    await aygul.hears("/whatisthis", "Help")
    if isinstance(aygul, OnTelegram):
        await aygul.sends_sticker()
        assert "Home" in " ".join((await aygul.last()).labels)


async def test_a_poll_with_one_option_an_event_in_the_past_and_a_digest_at_25_hours(
    street: Street, door: str
) -> None:
    team = await street.arrives("Team", door, "en", Role.VOLUNTEER)
    await team.says("/newpoll")
    await team.says("Which colour?")
    await team.says("green")
    assert not [label for label in (await team.last()).labels if "That’s all" in label]
    await team.says("/newevent")
    await team.says("Fair")
    await team.says("2026-11-20 19:00")
    await team.hears("ahead")
    await team.says("Saturday 7 pm")  # the question is still open
    await team.hears("Where")
    await street.gives(team, Role.SHOPKEEPER)
    await team.says("/digesttime")
    await team.presses("For the shop")
    await team.says("25:00")
    await team.hears("09:30")
    await team.says("18:30")
    await team.hears("18:30", "✓")


async def test_a_number_that_no_database_could_hold_leads_nowhere_and_breaks_nothing(
    any_street: Street, door: str
) -> None:
    street = any_street
    aygul = await street.arrives("Aygul", door, "en")
    for words in ("/99999999999999999999", "/start event-99999999999999999999", "/start idea-99999999999999999999"):
        await aygul.says(words)
        assert "went wrong" not in (await aygul.last()).words
    if isinstance(aygul, OnTelegram):
        home = await aygul.last()
        for forged in ("ideas.card:99999999999999999999:new:0", "ideas.page:p-99999999999999999999:0"):
            await aygul.taps(home.id, forged)
            assert "went wrong" not in (await aygul.toasts())[-1]
