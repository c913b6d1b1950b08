"""Once a week: totals for the liaison, never about a person; and for residents what became of what they said."""

from datetime import timedelta

import pytest

from bot.dialogue.notices import Notices
from bot.i18n.texts import render_plain
from bot.identity.roles import Role
from handlers.digests import jobs
from handlers.digests.rules import Kind
from tests.neighbour import Neighbour
from tests.pictures import photograph
from tests.street import Street
from tests.town.telling.test_digests import TUESDAY
from tests.town.telling.test_digests_returning import DAY

MONDAY = TUESDAY + 6 * DAY  # 09:30 in Beijing
SUNDAY = TUESDAY + timedelta(days=5, hours=9, minutes=30)  # 19:00 in Beijing
WEEK = timedelta(days=7)
IDEAS = ("多种花", "门口放长椅", "晚上早点关灯", "修一修水龙头", "卖热豆浆", "给孩子们讲故事")
TOTALS = {"zh": "以来的总数", "ug": "ئومۇمىي سان", "en": "totals since"}
DID = {"zh": "您说的，我们做了", "ug": "سىز ئېيتتىڭىز", "en": "you said, we did"}


async def suggests(one: Neighbour, words: str, photo: bytes | None = None) -> None:
    await one.says("/suggest")
    if photo is not None:
        await one.sends_photo(photo, words)
    else:
        await one.says(words)
    await one.presses("店里")


async def publishes(vera: Neighbour, times: int = 1) -> None:
    await vera.says("/desk")
    for _ in range(times):
        await vera.presses("公开到列表")
        if any("不一样" in label for label in (await vera.last()).labels):
            await vera.presses("不一样，公开到列表")


async def decides(rena: Neighbour, number: int, how: str, reason: str = "") -> None:
    await rena.says("/digest")
    await rena.presses(f"{number} {how}")
    if reason:
        await rena.says(reason)


@pytest.mark.parametrize("door", ["web", "telegram"])
@pytest.mark.parametrize("language", ["zh", "ug", "en"])
async def test_the_liaison_hears_totals_and_no_small_ones_and_no_names(
    street: Street, door: str, language: str
) -> None:
    city = await street.arrives("Liu", door, language, Role.LIAISON)
    await street.tick()
    names = ("Aygul", "Bahar", "Chen")
    neighbours = [await street.arrives(name) for name in names]
    for number in range(6):
        await suggests(neighbours[number % 3], IDEAS[number])
    await street.until(MONDAY)
    digest = await city.hears(TOTALS[language])
    few = {"zh": "不到 5", "ug": "5 تىن ئاز", "en": "fewer than 5"}[language]
    lines = digest.words.split("\n")
    assert next(line for line in lines if "💡" in line).endswith("6")
    assert sum(few in line for line in lines) == 9
    assert not [name for name in (*names, *IDEAS) if name in digest.words]
    assert not [word for word in ("中文", "English", "/1") if word in digest.words]
    assert len(digest.words) <= 900
    assert len(digest.labels) == 5


async def test_totals_on_demand_are_noted_and_the_volunteers_read_how_often(any_street: Street) -> None:
    street = any_street
    vera = await street.arrives("Vera", language="en", role=Role.VOLUNTEER)
    city = await street.arrives("Liu", "telegram", "en", Role.LIAISON)
    aygul = await street.arrives("Aygul")
    await street.tick()
    for _ in range(2):
        await city.says("/digest")
    await city.hears("totals since", "New ideas: fewer than 5")
    assert "Aygul" not in (await city.last()).words
    await street.until(TUESDAY)
    await vera.hears_nothing_of("looked at the totals")  # alone it is no reason to write
    await suggests(aygul, "多种花")
    await street.until(TUESDAY + DAY)
    await vera.hears("Ideas waiting at the desk: 1", "The city's liaison looked at the totals 2 times")
    await vera.presses("Read")
    await suggests(aygul, "门口放长椅")
    await street.until(TUESDAY + 2 * DAY)
    await vera.hears("Ideas waiting at the desk: 2")
    assert "looked at the totals" not in (await vera.last()).words


async def test_a_small_number_cannot_be_found_by_subtracting_two_digests(street: Street) -> None:
    city = await street.arrives("Liu", "telegram", "en", Role.LIAISON)
    aygul = await street.arrives("Aygul")
    await street.tick()
    for number in range(5):
        await suggests(aygul, IDEAS[number])
    await street.until(MONDAY)
    await city.hears("New ideas: 5")
    await suggests(aygul, "还有一个完全不同的建议")
    await street.until(MONDAY + WEEK)  # the first was not read, so this one covers both weeks
    assert "New ideas: 5 or more" in (await city.last()).words


async def test_the_days_to_an_answer_are_an_average_of_at_least_five(street: Street) -> None:
    city = await street.arrives("Liu", language="en", role=Role.LIAISON)
    vera = await street.arrives("Vera", role=Role.VOLUNTEER)
    rena = await street.arrives("Rena", language="en", role=Role.SHOPKEEPER)
    other = await street.arrives("Other")
    await street.tick()
    for words in IDEAS:
        await suggests(other, words)
    await publishes(vera, 6)
    await street.later(days=3)
    for number in range(1, 5):
        await decides(rena, number, "✓")
    await city.says("/digest")
    assert "Days to an answer, on average: too few to say" in (await city.last()).words
    for number in (5, 6):
        await decides(rena, number, "✓")
    await street.until(MONDAY)
    assert "on average: too few to say" in (await city.last()).words  # two since she looked
    await city.hears("Answers to ideas: fewer than 5")


async def test_five_answers_have_an_average(street: Street) -> None:
    city = await street.arrives("Liu", "telegram", "en", Role.LIAISON)
    vera = await street.arrives("Vera", role=Role.VOLUNTEER)
    rena = await street.arrives("Rena", language="en", role=Role.SHOPKEEPER)
    other = await street.arrives("Other")
    for words in IDEAS:
        await suggests(other, words)
    await publishes(vera, 6)
    await street.later(days=3)
    for number in range(1, 7):
        await decides(rena, number, "✓")
    await street.later(minutes=1)
    await city.says("/digest")
    await city.hears("Answers to ideas: 6", "Days to an answer, on average: 3")


async def test_a_week_without_anything_is_no_message_for_the_liaison(street: Street) -> None:
    city = await street.arrives("Liu", language="en", role=Role.LIAISON)
    await street.tick()
    before = len(await city.screen())
    await street.until(MONDAY)
    assert len(await city.screen()) == before


async def test_the_operator_sees_what_would_be_sent_and_nothing_is_sent(any_street: Street) -> None:
    street = any_street
    people = [await street.arrives(role.value, role=role) for role in (Role.SHOPKEEPER, Role.VOLUNTEER, Role.LIAISON)]
    await street.tick()
    await suggests(people[2], "多种花")
    await publishes(people[1])
    before = [len(await one.screen()) for one in people]
    async with street.bot.database.write() as tx:
        notices = Notices(tx, street.clock.now(), street.place, street.bot.town, street.bot.links)
        seen = {kind: await jobs.preview(notices, kind) for kind in Kind}
    await street.settle()
    counts = {kind: count for kind, (count, _) in seen.items()}
    assert counts == {"shop": 1, "team": 1, "liaison": 1, "yard": 0, "residents": 0}
    texts = {kind: render_plain(text, "zh") for kind, (_, text) in seen.items() if text is not None}
    assert "多种花" in texts[Kind.SHOP]
    assert "团队摘要" in texts[Kind.TEAM]
    assert "不到 5" in texts[Kind.LIAISON]
    assert [len(await one.screen()) for one in people] == before


async def test_residents_and_volunteers_do_not_see_totals(street: Street) -> None:
    aygul = await street.arrives("Aygul", "telegram", "en")
    vera = await street.arrives("Vera", "telegram", "en", Role.VOLUNTEER)
    for one in (aygul, vera):
        await one.taps((await one.last()).id, "digests.show_kind:liaison")
        await one.hears_nothing_of("totals")


@pytest.mark.parametrize("door", ["web", "telegram"])
@pytest.mark.parametrize("language", ["zh", "ug", "en"])
async def test_a_resident_who_asked_hears_once_a_week_what_became_of_things_hers_first(
    street: Street, door: str, language: str
) -> None:
    aygul = await street.arrives("Aygul", door, language)
    await aygul.says("/weekly")
    await aygul.presses("✓")
    other = await street.arrives("Other")
    vera = await street.arrives("Vera", role=Role.VOLUNTEER)
    rena = await street.arrives("Rena", language="en", role=Role.SHOPKEEPER)
    await street.tick()
    await aygul.says("/suggest")
    await aygul.sends_photo(photograph(400, 300), "鸟巢做在墙洞里")
    await aygul.presses({"zh": "店里", "ug": "دۇكان ئىچى", "en": "Inside the shop"}[language])
    await suggests(other, "门口放一条长椅子")
    await suggests(other, "晚上早点关灯")
    await publishes(vera, 3)
    await aygul.says("/2")
    await aygul.presses("👍")
    await decides(rena, 1, "but…", "no nails please")
    await decides(rena, 2, "later", "the pavement is too narrow")
    await decides(rena, 3, "✓")
    await street.until(SUNDAY)
    digest = await aygul.hears(DID[language])
    lines = digest.words.split("\n")
    assert digest.kind == "photo"
    assert "🙋" in lines[1]
    assert "/1" in lines[1]
    assert "no nails please" in lines[1]
    assert "👍" in lines[2]
    assert "/2" in lines[2]
    assert "the pavement is too narrow" in lines[2]
    assert "/3" in lines[3]
    assert "Other" not in digest.words
    assert len(digest.words) <= 900
    await other.hears_nothing_of("您说的，我们做了")
    await street.until(SUNDAY + WEEK)  # nothing came of anything since
    assert sum(DID[language] in one.words for one in await aygul.screen()) == sum(
        DID[language] in one.words for one in await aygul.screen() if one.id <= digest.id
    )


async def test_only_five_lines_and_never_more_than_900_letters(any_street: Street) -> None:
    street = any_street
    aygul = await street.arrives("Aygul", "telegram", "ug")
    await aygul.says("/weekly")
    await aygul.presses("✓")
    other = await street.arrives("Other")
    vera = await street.arrives("Vera", role=Role.VOLUNTEER)
    rena = await street.arrives("Rena", language="en", role=Role.SHOPKEEPER)
    for number in range(7):
        await suggests(other, f"{'甲乙丙丁戊己庚'[number] * 9} {'很长的话' * 60}")
    await publishes(vera, 7)
    for number in range(1, 8):
        await decides(rena, number, "later", "because " * 60)
    await street.until(SUNDAY)
    digest = await aygul.hears(DID["ug"])
    assert len(digest.words) <= 900
    assert digest.words.count("•") == 5


async def test_an_event_that_took_place_is_told_to_whoever_asked(street: Street) -> None:
    aygul = await street.arrives("Aygul", language="en")
    await aygul.says("/weekly")
    await aygul.presses("✓")
    vera = await street.arrives("Vera", language="en", role=Role.VOLUNTEER)
    now = street.now_ms()
    async with street.bot.database.write() as tx:
        await tx.run(
            "INSERT INTO events (place_id, maker_id, status, title, starts_at, whereabouts, capacity, calendar_key,"
            " made_at, changed_at) VALUES (?, ?, 'announced', 'The autumn fair', ?, 'here', 0, 'k', ?, ?)",
            street.place.id,
            await street.person_id(vera),
            now + 2 * 86_400_000,
            now,
            now,
        )
    await street.until(SUNDAY)
    await aygul.hears("you said, we did", "“The autumn fair” took place on Wed, Nov 25")


@pytest.mark.parametrize("door", ["web", "telegram"])
async def test_the_week_is_stopped_with_one_tap_and_its_time_changed_with_two(street: Street, door: str) -> None:
    aygul = await street.arrives("Aygul", door, "en")
    await aygul.says("/settings")
    await aygul.presses("What comes, and when")
    await aygul.presses("Comments, and the week")
    await aygul.presses("Weekly: you said, we did")
    await aygul.presses("Yes, please")
    await aygul.hears("once a week, next on Sun, Nov 29, 19:00 Beijing time")
    vera = await street.arrives("Vera", role=Role.VOLUNTEER)
    rena = await street.arrives("Rena", language="en", role=Role.SHOPKEEPER)
    other = await street.arrives("Other")
    for number, week in ((1, 0), (2, 1), (3, 2)):
        await suggests(other, IDEAS[number])
        await publishes(vera)
        await decides(rena, number, "✓")
        if week == 0:
            await street.until(SUNDAY)
            digest = await aygul.hears("you said, we did", "/1")
            assert digest.labels[:3] == ["👍 Read", "⏰ Other time", "🔕 Stop"]
            await aygul.presses("Other time")
            assert len((await aygul.hears("It comes once a week")).labels) == 5
            await aygul.presses("Sat, Dec 5, 12:00")
            await aygul.hears("once a week, next on Sat, Dec 5, 12:00")
        if week == 1:
            await street.until(SUNDAY + timedelta(days=6, hours=-7))
            digest = await aygul.hears("you said, we did", "/2")
            await aygul.presses("🔕 Stop")
            assert any("does not come any more" in toast for toast in await aygul.toasts())
    await street.until(SUNDAY + 2 * WEEK)
    await aygul.hears_nothing_of("/3")
    await aygul.presses("🔔 Resume")
    await street.until(SUNDAY + timedelta(days=19, hours=17))
    await aygul.hears("you said, we did", "/3")


async def test_a_day_and_a_time_are_typed_and_a_bare_time_keeps_the_day(street: Street) -> None:
    aygul = await street.arrives("Aygul", "telegram", "en")
    await aygul.says("/weekly")
    await aygul.presses("Yes")
    await aygul.presses("Other time")
    await aygul.says("whenever")
    await aygul.hears("type it like this: Friday 18:30")
    await aygul.says("Friday 18:30")
    await aygul.hears("next on Fri, Nov 27, 18:30 Beijing time")
    await aygul.says("/weekly")
    await aygul.presses("Other time")
    await aygul.says("17:15")
    await aygul.hears("next on Fri, Nov 27, 17:15 Beijing time")
    await aygul.says("/weekly")
    await aygul.presses("Stop")
    await aygul.hears("does not come any more")
    for forged in ("digests.choose_day:residents:9:600", "digests.choose_day:shop:1:600", "digests.seen:77"):
        await aygul.taps((await aygul.last()).id, forged)
    await aygul.says("/weekly")
    await aygul.hears("Would you like that?")


async def test_a_week_that_was_missed_comes_the_next_day_once_and_says_so(street: Street) -> None:
    aygul = await street.arrives("Aygul", "telegram", "en")
    await aygul.says("/weekly")
    await aygul.presses("Yes")
    vera = await street.arrives("Vera", role=Role.VOLUNTEER)
    rena = await street.arrives("Rena", language="en", role=Role.SHOPKEEPER)
    await suggests(await street.arrives("Other"), "多种花在门前")
    await publishes(vera)
    await decides(rena, 1, "✓")
    await street.until(SUNDAY + timedelta(hours=7))  # was down; 00:00 in Urumqi
    await aygul.hears_nothing_of("you said")
    await street.until(SUNDAY + DAY)
    await aygul.hears("you said, we did", "meant for Sun, Nov 29, 19:00 Beijing time")
    await street.until(SUNDAY + 2 * DAY)
    await street.until(SUNDAY + WEEK)
    assert sum("we did" in one.words and "/1" in one.words for one in await aygul.screen()) == 1


async def test_nobody_who_did_not_ask_gets_the_week_and_show_now_counts_as_read(street: Street) -> None:
    aygul = await street.arrives("Aygul", language="en")
    vera = await street.arrives("Vera", role=Role.VOLUNTEER)
    rena = await street.arrives("Rena", language="en", role=Role.SHOPKEEPER)
    await suggests(await street.arrives("Other"), "多种花在门前")
    await publishes(vera)
    await decides(rena, 1, "✓")
    await street.until(SUNDAY)
    await aygul.hears_nothing_of("we did")
    await aygul.says("/weekly")
    await aygul.presses("Yes")
    await aygul.presses("Show me now")
    await aygul.hears("you said, we did", "/1")
    await aygul.says("/weekly")
    await aygul.presses("Show me now")
    nothing = await aygul.hears("Nothing new since you last looked")
    assert "waits for you" not in nothing.words
