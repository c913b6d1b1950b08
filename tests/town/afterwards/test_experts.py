"""Experts: who is one, what she is asked, what everybody reads of it, and what happens when nobody speaks."""

import re
from datetime import timedelta

import pytest

from bot.database.db import Tx
from bot.doors.door import TELEGRAM, WEB
from bot.identity.personal_data import rows_about
from bot.identity.roles import Role
from handlers.experts import rules
from handlers.experts.store import questions, waiting
from handlers.experts.store.questions import Question
from tests.invariants import intact
from tests.neighbour import Neighbour, leaves_for_good, together
from tests.pictures import photograph
from tests.street import Street
from tests.town.afterwards.test_tasks import finds, opens
from tests.town.ideas.test_public_space import CROSSING, MONDAY, published
from tests.town.people.test_elsewhere import carries_on

QUESTION = "May there be planks across the gutter at the crossing?"


async def rows(street: Street, sql: str, *values: int | str) -> list[object]:
    async with street.bot.database.read() as tx:
        return await tx.all(lambda value: value, sql, *values)


async def presses_on_some_page(one: Neighbour, label: str) -> None:
    for _ in range(12):
        if any(label in shown for shown in (await one.last()).labels):
            break
        await one.presses("⋯ More")
    await one.presses(next(shown for shown in (await one.last()).labels if label in shown))


async def link_for(lead: Neighbour, field: str = "Town planning") -> str:
    """The code behind the link a lead makes."""
    await lead.says("/experts")
    await presses_on_some_page(lead, "Who the experts are")
    await presses_on_some_page(lead, "Invite an expert")
    await presses_on_some_page(lead, field)
    if field == "Something else":
        await lead.says("electric wiring")
    shown = await lead.hears("Please send this link")
    return f"expert-{re.findall('expert-([A-Za-z0-9_-]+)', shown.words)[-1]}"


async def becomes_expert(lead: Neighbour, one: Neighbour, field: str = "Town planning") -> None:
    code = await link_for(lead, field)
    await one.says(f"/start {code}")
    await one.presses("Yes, ask me…")
    await one.hears("Thank you! Questions about")


async def asks(one: Neighbour, words: str = QUESTION, number: int = 1) -> None:
    """From the card of the idea."""
    await one.says(f"/{number}")
    await one.presses("⋯")
    await presses_on_some_page(one, "Ask an expert")
    await presses_on_some_page(one, "Town planning")
    await one.says(words)


@pytest.mark.parametrize("door", [WEB, TELEGRAM])
async def test_a_planner_answers_once_and_the_next_asker_is_offered_it(any_street: Street, door: str) -> None:
    street = any_street
    vera = await street.arrives("Vera", TELEGRAM, "en", Role.LEAD)
    aygul = await published(street, vera)
    planner = await street.arrives("Pan", door, "en")
    await becomes_expert(vera, planner)
    await vera.hears("answers questions about town planning")
    assert await rows(street, "SELECT count(*) FROM roles WHERE role <> 'lead'") == [0]

    await asks(aygul)
    await aygul.hears(
        QUESTION, CROSSING, "Whose space: Street", "Nothing was tried yet", "Your name does not go along"
    )
    await aygul.presses("Send it")
    await aygul.hears("is with an expert")
    asked = await planner.hears("Somebody asks you about town planning", QUESTION)
    assert "Aygul" not in asked.words
    await planner.presses("Look at it")
    await planner.hears("/1", CROSSING, "Whose space: Street")

    await planner.presses("Ask something back")
    await planner.says("How wide is the gutter?")
    await aygul.hears("asks back", "How wide is the gutter?")
    await aygul.presses("Say it")
    await aygul.says("Forty centimetres")
    await planner.hears("is answered", "Forty centimetres")
    await planner.presses("Look at it")
    await planner.hears("Asked back: How wide", "Said to it: Forty")
    await planner.presses("💬 Answer")
    await planner.says("Yes, if water can pass; the street office wants a sketch.")
    await planner.hears("Who asked reads it now")
    await aygul.hears("An answer to your question", "a sketch", "– a town planner")

    await aygul.says("/experts")
    await presses_on_some_page(aygul, "What I asked")
    await aygul.presses("town planning: May there be…")
    await aygul.hears("May there be planks", "wants a sketch", "a town planner, Nov")

    # Nobody else reads it before somebody of the team looked.
    chen = await street.arrives("Chen", WEB, "en")
    await chen.says("/1")
    await chen.hears(CROSSING)
    await chen.hears_nothing_of("a sketch")
    await vera.says("/today")
    await presses_on_some_page(vera, "Look at the answer")
    await vera.hears("wants a sketch", "a town planner")
    await vera.presses("Show it beneath the idea")
    await vera.presses("Useful for the next asker")
    await chen.says("/1")
    await chen.hears("a town planner: Yes, if water can pass")
    await planner.says("/experts")
    await presses_on_some_page(planner, "I as an expert")
    await planner.presses("Sign with my name")
    await chen.says("/1")
    await chen.hears("a town planner, ")
    page = (await chen.client.get(f"/p/{street.place.code}/1?lang=en")).text  # type: ignore[attr-defined]
    assert "the street office wants a sketch" in page
    assert "– a town planner<" in page

    # The next one with nearly the same question is offered it, and counts once.
    leyla = await street.arrives("Leyla", door, "en", Role.LIAISON)
    await asks(leyla, "Could planks lie across a gutter by the shop?")
    await leyla.hears("Somebody asked this before", "a sketch", "one person asked")
    await leyla.presses("That helps")
    await leyla.hears("2 people asked this so far")
    await chen.says("/experts")
    await presses_on_some_page(chen, "What experts answered")
    await chen.presses("town planning: May there be…")
    await chen.hears("2 people asked")
    await chen.presses("That helps")
    await chen.hears("3 people asked this so far")
    await chen.says("/experts")
    await presses_on_some_page(chen, "What experts answered")
    await chen.presses("town planning: May there be…")
    await chen.presses("That helps")
    assert await rows(street, "SELECT count(*) FROM expert_helped") == [2]
    # What another asked is nothing that whoever looked at it may take along.
    async with street.bot.database.write() as tx:
        hers = await rows_about(tx, street.bot.town.person_columns, await street.person_id(vera))
        assert not {"expert_questions", "experts"} & set(hers)
        # Two doors that became one are counted once.
        asked_by = await street.person_id(chen)
        await tx.run("UPDATE expert_questions SET asked_by = ? WHERE id = 1", asked_by)
    await leyla.says("/experts")
    await presses_on_some_page(leyla, "What experts answered")
    await leyla.presses("town planning: May there be…")
    await leyla.hears("2 people asked")
    assert await rows(street, "SELECT count(*) FROM expert_questions WHERE state = 'draft'") == [0]
    await intact(street)


async def test_silence_is_told_after_ten_days_and_what_is_not_her_field_goes_on(any_street: Street) -> None:
    street = any_street
    vera = await street.arrives("Vera", TELEGRAM, "en", Role.LEAD)
    leyla = await street.arrives("Leyla", TELEGRAM, "en", Role.LIAISON)
    aygul = await published(street, vera)
    await asks(aygul)
    await aygul.presses("Send it")
    await aygul.hears("There is nobody of this field here just now")
    await vera.says("/today")
    await vera.hears("Without an expert", "town planning")
    # Whoever comes now has it at once; two who open one link: the first.
    pan = await street.arrives("Pan", TELEGRAM, "en")
    other = await street.arrives("Qian", TELEGRAM, "en")
    code = await link_for(vera)
    await pan.says(f"/start {code}")
    await other.says(f"/start {code}")
    await together(pan.presses("Yes, ask me…"), other.presses("Yes, ask me…"))
    assert await rows(street, "SELECT count(*) FROM experts WHERE state = 'active'") == [1]
    first, second = (pan, other) if await street.person_id(pan) in await rows(
        street, "SELECT person_id FROM experts WHERE state = 'active'"
    ) else (other, pan)  # fmt: skip
    await first.hears("Somebody asks you about town planning", QUESTION)
    await street.later(days=4, hours=23)
    await first.hears_nothing_of("has waited for some days")
    await street.later(hours=2)
    await first.hears("has waited for some days")
    await leyla.hears_nothing_of("silent for ten days")
    await first.says("/handover")
    assert any("May there be planks" in label for label in (await first.last()).labels)
    await street.later(days=5)
    told = await leyla.hears("silent for ten days", "town planning")
    assert "Aygul" not in told.words
    await street.until(MONDAY + timedelta(days=7))
    await leyla.hears("totals since", "town planning", "silent since", "All of them: /experts")
    await intact(street)
    await leyla.presses("Look at it")
    await leyla.hears(QUESTION, "With an expert since")
    # Nobody else is there yet; then somebody is.
    await leyla.presses("Ask somebody else")
    assert "nobody else of this field" in (await leyla.toasts())[-1]
    await becomes_expert(vera, second)
    await leyla.presses("Ask somebody else")
    await second.hears("Somebody asks you about town planning", QUESTION)
    # Pressed twice is pressed once: it stays with the second.
    third = await street.arrives("Ren", TELEGRAM, "en")
    await becomes_expert(vera, third)
    had, has = await rows(street, "SELECT id FROM experts WHERE state = 'active' ORDER BY id LIMIT 2")
    await leyla.taps((await leyla.last()).id, f"experts.another:1:{had}")
    assert await rows(street, "SELECT expert_id FROM expert_questions") == [has]
    await third.says("/experts")
    await presses_on_some_page(third, "I as an expert")
    await third.presses("I stop")
    await second.presses("Look at it")
    async with street.bot.database.write() as tx:
        # As where two doors became one person: it does not come back to her by the other one.
        await tx.run(
            "INSERT INTO experts (place_id, person_id, field, state, invited_at)"
            " SELECT place_id, person_id, field, 'active', 1 FROM experts WHERE id = ?",
            int(str(has)),
        )
    await second.presses("Not my field")
    assert await rows(street, "SELECT count(*) FROM expert_questions WHERE expert_id IS NULL") == [1]
    await second.hears("Thank you for saying so")
    await first.says("/experts")
    await presses_on_some_page(first, "Questions to me (0)")
    await vera.says("/today")
    await vera.hears("Without an expert", "town planning")
    await leyla.says("/experts")
    await presses_on_some_page(leyla, "Questions and answers")
    await presses_on_some_page(leyla, "town planning")
    await presses_on_some_page(leyla, "End it with a word")
    await leyla.says("Please ask the street office, window 3")
    await aygul.hears("is not with an expert any more", "window 3")


async def test_nobody_buries_an_expert_and_foreign_hands_find_nothing(street: Street) -> None:
    vera = await street.arrives("Vera", TELEGRAM, "en", Role.LEAD)
    aygul = await published(street, vera)
    planner = await street.arrives("Pan", TELEGRAM, "en")
    await becomes_expert(vera, planner)
    stranger = await street.arrives("Chen", TELEGRAM, "en")
    await stranger.says("/experts")
    assert not any("Ask a question" in one for one in (await stranger.last()).labels)
    for address in ("experts.choose_field:1:0", "experts.begin:1:planning:0", "experts.who:0", "experts.desk:0"):
        await stranger.taps((await stranger.last()).id, address)
    assert await rows(street, "SELECT count(*) FROM expert_questions") == [0]

    await asks(aygul)
    # Half a question about an idea that left the board meanwhile holds nobody up.
    async with street.bot.database.write() as tx:
        before = await tx.one(str, "SELECT status FROM ideas")
        await tx.run("UPDATE ideas SET status = 'hidden'")
    preview = (await aygul.last()).id
    await aygul.taps(preview, "experts.choose_idea:0")
    await aygul.hears("Whoever has an idea on the board can ask")
    async with street.bot.database.write() as tx:
        await tx.run("UPDATE ideas SET status = ?", before)
    await aygul.taps((await aygul.last()).id, "experts.choose_idea:0")
    await aygul.presses("Send it")
    await aygul.taps((await aygul.last()).id, "experts.send:1")  # pressed twice is pressed once
    assert await rows(street, "SELECT count(*) FROM expert_questions") == [1]
    await aygul.taps((await aygul.last()).id, "experts.begin:1:food:0")
    assert "One question a day" in (await aygul.toasts())[-1]
    for address in ("experts.read:1", "experts.answer:1", "experts.reply:1", "experts.look:1", "experts.take_back:1"):
        await stranger.taps((await stranger.last()).id, address)
    await stranger.hears_nothing_of(QUESTION)
    assert await rows(street, "SELECT state FROM expert_questions") == ["open"]
    # She pauses in one tap: it waits for somebody else; she goes on, and it is hers again.
    await planner.says("/experts")
    await presses_on_some_page(planner, "I as an expert")
    await planner.presses("⏸ Pause")
    assert await rows(street, "SELECT count(*) FROM expert_questions WHERE expert_id IS NULL") == [1]
    await planner.presses("Go on")
    assert await rows(street, "SELECT count(*) FROM expert_questions WHERE expert_id IS NULL") == [0]
    await aygul.says("/experts")
    await presses_on_some_page(aygul, "What I asked")
    await aygul.presses("town planning: May there be…")
    await aygul.presses("Take it back")
    assert await rows(street, "SELECT state FROM expert_questions") == ["ended"]
    await planner.says("/experts")
    await presses_on_some_page(planner, "I as an expert")
    await planner.presses("I stop")
    await planner.hears("Thank you for all you answered")
    assert await rows(street, "SELECT state FROM experts") == ["ended"]


async def test_what_is_answered_in_the_moment_she_pauses_stays_hers(
    street: Street, monkeypatch: pytest.MonkeyPatch
) -> None:
    vera = await street.arrives("Vera", TELEGRAM, "en", Role.LEAD)
    aygul = await published(street, vera)
    planner, other = await street.arrives("Pan", TELEGRAM, "en"), await street.arrives("Qi", TELEGRAM, "en")
    await becomes_expert(vera, planner)
    await becomes_expert(vera, other)
    await asks(aygul)
    await aygul.presses("Send it")
    read = waiting.of_expert

    async def and_then_it_is_answered(tx: Tx, place_id: int, expert_id: int) -> list[Question]:
        found = await read(tx, place_id, expert_id)
        for one in found:
            await questions.answer(tx, one.id, "Yes", None, street.now_ms())
        return found

    monkeypatch.setattr(waiting, "of_expert", and_then_it_is_answered)
    had = await rows(street, "SELECT expert_id FROM expert_questions")
    await planner.says("/experts")
    await presses_on_some_page(planner, "I as an expert")
    await planner.presses("⏸ Pause")
    assert await rows(street, "SELECT expert_id FROM expert_questions WHERE state = 'answered'") == had
    await other.hears_nothing_of(QUESTION)


async def test_who_leaves_leaves_the_answer_and_takes_her_name_and_voice(street: Street) -> None:
    vera = await street.arrives("Vera", TELEGRAM, "en", Role.LEAD)
    aygul = await published(street, vera)
    planner, pan = await street.arrives("Pan", WEB, "en"), await street.arrives("Qi", WEB, "en")
    await becomes_expert(vera, planner, "Something else")
    await becomes_expert(vera, pan)
    await aygul.says("/1")
    await aygul.presses("⋯")
    await presses_on_some_page(aygul, "Ask an expert")
    await presses_on_some_page(aygul, "electric wiring")
    await aygul.says("Where may the lamp be plugged in?")
    await aygul.presses("Add a photo")
    await aygul.sends_photo(photograph(300, 200))
    await aygul.presses("Send it")
    await street.later(seconds=30)
    await planner.presses("Look at it")
    assert (await planner.hears("electric wiring", "plugged in", CROSSING)).kind == "photo"
    await planner.presses("💬 Answer")
    await planner.sends_voice(b"OggS" + bytes(400))
    await aygul.hears("An answer to your question", "a voice note", "electric wiring")
    await vera.says("/today")
    await presses_on_some_page(vera, "Look at the answer")
    assert "✓ It stays between the two" in (await vera.last()).labels
    await vera.presses("Listen to it")
    assert any(one.kind == "voice" for one in await vera.screen())
    await vera.presses("Show it beneath the idea")
    await vera.presses("Useful for the next asker")

    here = await street.neighbour("Pan", TELEGRAM, "en")
    await carries_on(planner, here)
    assert len(await rows(street, "SELECT person_id FROM experts WHERE person_id IS NOT NULL")) == 2
    await becomes_expert(vera, here)
    await here.says("/experts")
    await presses_on_some_page(here, "I as an expert: town planning")
    assert (await here.hears("Questions about town planning")).labels[2:4] == ["👋 I stop", "⬅ Back"]
    await leaves_for_good(here)
    await aygul.says("/1")
    await aygul.hears("somebody who knows this: electric wiring", "which is not here any more")
    assert await rows(street, "SELECT count(*) FROM experts WHERE state = 'ended' AND person_id IS NULL") == [2]
    # An open question goes with who asked it; one that others read stays without her.
    await street.later(days=1)
    await asks(aygul)
    await aygul.presses("Send it")
    await leaves_for_good(aygul)
    assert await rows(street, "SELECT words FROM expert_questions WHERE asked_by IS NULL") == [
        "Where may the lamp be plugged in?"
    ]
    assert await rows(street, "SELECT count(*) FROM expert_questions") == [1]
    await pan.says("/experts")
    await presses_on_some_page(pan, "Questions to me (0)")
    await intact(street)


async def test_a_how_to_card_comes_with_the_first_task_of_its_kind(street: Street) -> None:
    vera = await street.arrives("Vera", WEB, "en", Role.LEAD)
    chen = await street.arrives("Chen", TELEGRAM, "en")
    await vera.says("/experts")
    await presses_on_some_page(vera, "How it is done")
    await presses_on_some_page(vera, "＋ 🌱 Plants")
    await vera.says("The tap is behind the blue door; two cans for each tree.")
    await vera.presses("Add a picture or a voice note")
    await vera.sends_photo(photograph(300, 200))
    await street.later(seconds=30)
    await opens(vera, needed="2")
    await finds(chen)
    await chen.presses("I’ll do it")
    shown = await chen.hears("Your first one of this kind", "behind the blue door")
    assert shown.kind == "photo"
    await chen.presses("I have read it")
    assert await rows(street, "SELECT count(*) FROM howto_reads WHERE read_at IS NOT NULL") == [1]
    # Again from the card of the task; with the next one it does not come by itself.
    await chen.says("/tasks")
    await presses_on_some_page(chen, "Water the flowers")
    await chen.presses("How it is done")
    await opens(vera, "Plant a tree", needed="2")
    await finds(chen, "Plant a tree")
    await chen.presses("I’ll do it")
    await chen.hears("Plant a tree")
    assert sum("Your first one" in one.words for one in await chen.screen()) == 1
    await leaves_for_good(vera)
    assert await rows(street, "SELECT words FROM howto_cards") == [
        "The tap is behind the blue door; two cans for each tree."
    ]
    assert await rows(street, "SELECT count(*) FROM howto_cards WHERE media_id IS NULL") == [1]


def test_two_questions_are_alike_by_what_they_say_in_three_languages() -> None:
    known = [(1, "May planks lie across the gutter?"), (2, "门口的招牌要审批吗"), (3, "گۈللەرنى قاچان سۇغىرىمىز؟")]
    assert rules.alike("Are planks across a gutter allowed?", known) == [1]
    assert rules.alike("换一块招牌要不要审批？", known) == [2]
    assert rules.alike("گۈللەرنى كۈندە سۇغىرامدۇق؟", known) == [3]
    assert rules.alike("Is it?", known) == []
