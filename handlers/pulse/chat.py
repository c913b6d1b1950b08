"""How it stands, and the questions: one a screen, three faces, changed as long as the round runs."""

from bot.dialogue.actions import action
from bot.dialogue.context import Context, Where
from bot.dialogue.paging import paged
from bot.errors import Refusal
from bot.i18n.texts import Text, join
from bot.identity.roles import LEADS, SHOPKEEPERS, TEAM
from bot.outbox.message import Button
from handlers.pulse import rules, store, story
from handlers.pulse.rules import READERS, Face, Question
from handlers.pulse.store.rounds import Round
from handlers.pulse.words import (
    day,
    face_words,
    public_lines,
    question_words,
    result_head,
    short_words,
    t,
    team_lines,
)

LOOKED_THROUGH = 4  # rounds, for the newest of which something may be told


@action(command="pulse")
async def pulse(context: Context) -> None:
    await _show(context, 0, Where.INSTEAD)


@action()
async def see(context: Context) -> None:
    """From a message that stays."""
    await _show(context, 0, Where.BELOW)


@action()
async def page(context: Context, number: int) -> None:
    """More of what she can do there."""
    await _show(context, number, Where.INSTEAD)


@action()
async def ask(context: Context, round_id: int, question: Question) -> None:
    await _ask(context, await _running(context, round_id), question, Where.INSTEAD)


@action()
async def ask_below(context: Context, round_id: int) -> None:
    """From a message that tells of several things."""
    await _ask(context, await _running(context, round_id), Question.PLACE, Where.BELOW)


@action()
async def say(context: Context, round_id: int, question: Question, face: Face) -> None:
    await context.tx.lock(f"pulse {context.place.id}")
    one = await _running(context, round_id)
    _check_asked(context, question)
    await store.answers.say(context.tx, one.id, context.person.id, question, face, context.now_ms)
    mine = rules.questions(context.may(SHOPKEEPERS))
    after = mine[mine.index(question) + 1 :]
    if after:
        await _ask(context, one, after[0], Where.INSTEAD)
        return
    await story.ask_once(context, one)


@action(LEADS)
async def switch(context: Context, on: int) -> None:
    """What the button says counts, also when it is pressed twice."""
    await context.tx.lock(f"pulse {context.place.id}")
    plan = await store.plans.of(context.tx, context.place, context.now)
    if on:
        await store.plans.switch_on(context.tx, context.place.id)
    else:
        await store.plans.switch_off(context.tx, context.place.id, context.now_ms)
    told = t.switched_on(day=day(plan.next_at, context.place.clocks)) if on else t.switched_off
    await context.show(told, back=pulse.button(t.back))


def faces(round_id: int, question: Question) -> list[list[Button]]:
    """Three, and beneath them to say nothing."""
    row = [[say.button(face_words(question, one), round_id, question, one)] for one in rules.FACES]
    return [*row, [say.button(t.say_unsaid, round_id, question, Face.UNSAID)]]


async def _ask(context: Context, one: Round, question: Question, where: Where) -> None:
    _check_asked(context, question)
    mine = rules.questions(context.may(SHOPKEEPERS))
    text = t.ask(number=mine.index(question) + 1, all=len(mine), question=question_words(question))
    said = (await store.answers.of(context.tx, one.id, context.person.id)).get(question)
    if said is not None:
        text = join(text, t.you_said(face=face_words(question, said)))
    await context.show(text, faces(one.id, question), back=pulse.button(t.back), where=where)


async def _show(context: Context, number: int, where: Where) -> None:
    tx, place = context.tx, context.place
    running = await store.rounds.find_open(tx, place.id)
    text = join(t.head, *await _when(context, running), *await _said(context, running), *await _came_of_it(context))
    choices = [*await _own_ways(context, running), *await _ways(context)]
    rows = paged(choices, number, page.button(t.more, max(number, 0) + 1))
    await context.show(join(text, t.explain), rows, where=where)


async def _when(context: Context, running: Round | None) -> list[Text]:
    clocks = context.place.clocks
    if running is not None:
        return [t.open_until(until=day(running.closes_at, clocks))]
    plan = await store.plans.find(context.tx, context.place.id)
    if plan is None:
        return []
    if plan.off_since is not None:
        return [t.nobody_asked]
    first = await store.rounds.newest(context.tx, context.place.id) is None
    return [(t.first_on if first else t.next_on)(day=day(plan.next_at, clocks))]


async def _said(context: Context, running: Round | None) -> list[Text]:
    """Her own answers, which nobody else reads."""
    if running is None:
        return []
    if not await _was_here(context, running):
        return [t.newcomer]
    said = await store.answers.of(context.tx, running.id, context.person.id)
    asked = rules.questions(context.may(SHOPKEEPERS))
    return [t.said_line(question=short_words(one), face=face_words(one, said[one])) for one in asked if one in said]


async def _came_of_it(context: Context) -> list[Text]:
    """Of the newest round that is over; for neighbours, of the newest one of which something may be told."""
    tx, place = context.tx, context.place
    for one in await store.rounds.closed(tx, place.id, LOOKED_THROUGH):
        counts = await store.counts.of(tx, one.id)
        reader = context.may(READERS)
        lines = team_lines(one, counts) if reader else public_lines(one, counts)
        if not lines:
            continue
        beside = [t.on_page(link=context.links.page(place.code))] if reader else []
        return [result_head(one, place.clocks), *lines, *beside]
    return []


async def _own_ways(context: Context, running: Round | None) -> list[Button]:
    ways: list[Button] = []
    if running is not None and await _was_here(context, running):
        said = await store.answers.of(context.tx, running.id, context.person.id)
        ways.append(ask.button(t.change_button if said else t.answer_button, running.id, Question.PLACE))
    return [*ways, *await story.ways(context, running)]


async def _ways(context: Context) -> list[Button]:
    """What the team and the owner have beside it. By address: their screens stand above this module."""
    ways: list[Button] = []
    if context.may(TEAM):
        count = await store.stories.count_readable(context.tx, context.place.id)
        ways += [Button(t.paper_button, "pulse.paper")]
        ways += [Button(t.stories_button(count=count), "pulse.stories:0")] if count else []
    if context.may(READERS):
        ways.append(context.go(t.curve_button, "busy"))
    if context.may(LEADS):
        plan = await store.plans.find(context.tx, context.place.id)
        off = plan is not None and plan.off_since is not None
        ways.append(switch.button(t.switch_on if off else t.switch_off, 1 if off else 0))
    return ways


async def _running(context: Context, round_id: int) -> Round:
    """A round that she may answer."""
    one = await store.rounds.find(context.tx, context.place.id, round_id)
    if one is None or one.closed_at is not None or one.closes_at <= context.now_ms:
        raise Refusal(t.too_late)
    if not await _was_here(context, one):
        raise Refusal(t.newcomer)
    return one


async def _was_here(context: Context, one: Round) -> bool:
    """Before it began: nobody comes a second time to say it twice."""
    since = await store.rounds.here_since(context.tx, context.place.id, context.person.id)
    return since is not None and since <= one.opened_at


def _check_asked(context: Context, question: Question) -> None:
    if question not in rules.questions(context.may(SHOPKEEPERS)):
        raise Refusal(t.too_late)
