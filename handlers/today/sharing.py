"""Beside a thing that waits: not today, who does it, and a note for the others of the team."""

from datetime import timedelta

from bot.clock import milliseconds
from bot.dialogue.actions import action
from bot.dialogue.ahead import Ahead
from bot.dialogue.context import Context
from bot.dialogue.paging import paged
from bot.errors import Refusal
from bot.i18n.texts import fits, join
from bot.i18n.texts import machine as m
from bot.identity.roles import TEAM
from bot.outbox.message import Button
from handlers.today import gathering, rules, store
from handlers.today.source import Waiting
from handlers.today.words import called, mark_lines, t

today = Ahead[[]]("today.today")


@action()
async def aside(context: Context, kind: str, number: int) -> None:
    one = await _one(context, kind, number)
    rows = [[one.button], [put_off.button(t.not_today, kind, number)]]
    if context.may(TEAM):
        rows.append([share.button(t.share, kind, number)])
    mark = (await gathering.marks(context)).get(one.subject)
    await context.show(join(one.text, *mark_lines(mark)), rows, back=today.button(t.back))


@action()
async def put_off(context: Context, kind: str, number: int) -> None:
    one = await _one(context, kind, number)
    rows = [[later.button(t.in_days(days=days), kind, number, days)] for days in rules.LATER_DAYS]
    await context.show(join(one.text, t.when_again), rows, back=aside.button(t.back, kind, number))


@action()
async def later(context: Context, kind: str, number: int, days: int) -> None:
    one = await _one(context, kind, number)
    if days not in rules.LATER_DAYS:
        raise Refusal(t.when_again)
    until = milliseconds(context.now + timedelta(days=days))
    await store.put_off(context.tx, context.place.id, one.subject, context.person.id, until)
    context.toast(t.later_toast)
    await today(context)


@action(TEAM)
async def share(context: Context, kind: str, number: int) -> None:
    one = await _one(context, kind, number)
    rows = [[whom.button(t.give, kind, number, 0)], [note.button(t.add_note, kind, number)]]
    mark = (await gathering.marks(context)).get(one.subject)
    if mark is not None and mark.given_to is not None:
        rows.append([give.button(t.for_everybody, kind, number, 0)])
    await context.show(join(one.text, *mark_lines(mark)), rows, back=aside.button(t.back, kind, number))


@action(TEAM)
async def whom(context: Context, kind: str, number: int, page: int) -> None:
    """Herself first."""
    one = await _one(context, kind, number)
    others = [each for each in await store.team(context.tx, context.place.id) if each.id != context.person.id]
    choices = [give.button(t.i_take_it, kind, number, context.person.id)]
    choices += [give.button(called(each.name), kind, number, each.id) for each in others]
    rows = paged(choices, page, whom.button(t.more, kind, number, max(page, 0) + 1))
    await context.show(join(one.text, t.whose_is_it), rows, back=share.button(t.back, kind, number))


@action(TEAM)
async def give(context: Context, kind: str, number: int, person_id: int) -> None:
    """`person_id` 0: to everybody again."""
    one = await _one(context, kind, number)
    if person_id and person_id not in [each.id for each in await store.team(context.tx, context.place.id)]:
        raise Refusal(t.not_of_the_team)
    await store.give(context.tx, context.place.id, one.subject, person_id or None, context.now_ms)
    if person_id and person_id != context.person.id:
        await context.tell(person_id, t.given_to_you(name=context.called, what=one.text), [[_see()]])
    context.toast(t.shared_toast)
    await today(context)


@action(TEAM)
async def note(context: Context, kind: str, number: int) -> None:
    one = await _one(context, kind, number)
    await context.ask(join(one.text, t.what_note), hear_note, kind, number, back=share.button(t.back, kind, number))


@action(TEAM)
async def hear_note(context: Context, kind: str, number: int, words: str) -> None:
    one = await _one(context, kind, number)
    if not fits(words, rules.LONGEST_NOTE):
        raise Refusal(m.too_long(limit=rules.LONGEST_NOTE))
    await store.note(context.tx, context.place.id, one.subject, words, context.person.id, context.now_ms)
    await context.say(t.noted, [[_see()]])


async def _one(context: Context, kind: str, number: int) -> Waiting:
    """What waits for her under this name; a made-up one, or what was done meanwhile, does not."""
    found = await gathering.find(context, f"{kind}:{number}")
    if found is None:
        raise Refusal(t.done_meanwhile)
    return found


def _see() -> Button:
    return today.button(t.see_list)
