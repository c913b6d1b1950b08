"""/held: what is held back, an agreement, a removal, and an agreement that is taken back."""

from bot.clock import moment
from bot.dialogue.actions import Action, action
from bot.dialogue.context import Context
from bot.dialogue.paging import paged
from bot.errors import Refusal
from bot.i18n.clocks import When
from bot.i18n.texts import Text, join
from bot.identity import names
from bot.identity.roles import TEAM
from bot.outbox import held_pictures as machine
from bot.outbox.message import Button
from handlers.held import rules, store, telling
from handlers.held.rules import Source
from handlers.held.store import Held
from handlers.held.words import t


@action(TEAM, command="held")
async def held(context: Context) -> None:
    await more_held(context, 0)


@action(TEAM)
async def more_held(context: Context, page: int) -> None:
    """The one that goes next first; then looking for another one, and what was agreed."""
    waiting = await store.waiting(context.tx, context.place.id)
    choices = [await _choice(context, one, open_held) for one in waiting]
    choices.append(Button(t.look_for_one, f"held.look:{Source.PLACE}:0:0"))
    if await store.agreed(context.tx, context.place.id):
        choices.append(agreed.button(t.agreed_button, 0))
    text = t.waiting(count=len(waiting)) if waiting else t.nothing_waits
    await context.show(text, paged(choices, page, more_held.button(t.more, max(0, page) + 1)))


@action(TEAM)
async def open_held(context: Context, media_id: int) -> None:
    """In words only: nobody sees it meanwhile."""
    one = await _waiting(context, media_id)
    lines = await telling.recall_lines(context.notices, [media_id])
    rows = [[ask_release.button(t.has_agreed, media_id)], [ask_remove.button(t.remove, media_id)]]
    await context.show(join(await _card(context, one), *lines), rows, back=held.button(t.back))


@action(TEAM)
async def ask_release(context: Context, media_id: int) -> None:
    await _waiting(context, media_id)
    rows = [[release.button(t.release, media_id)]]
    await context.show(t.ask_release, rows, back=open_held.button(t.back, media_id))


@action(TEAM)
async def release(context: Context, media_id: int) -> None:
    """Who was told so is on record; who agreed is not kept."""
    one = await _waiting(context, media_id)
    await machine.release(context.tx, media_id, context.person.id, context.now)
    what = await telling.what(context.notices, media_id)
    if one.sender_id != context.person.id:
        await context.answer(one.sender_id, t.yours_is_back(what=what))
    rows = [[hold_again.button(t.hold_again, media_id)], [held.button(t.see_all)]]
    await context.show(t.released(what=what), rows)


@action(TEAM)
async def ask_remove(context: Context, media_id: int) -> None:
    await _waiting(context, media_id)
    rows = [[remove.button(t.remove_now, media_id)]]
    await context.show(t.ask_remove, rows, back=open_held.button(t.back, media_id))


@action(TEAM)
async def remove(context: Context, media_id: int) -> None:
    one = await _waiting(context, media_id)
    what = await telling.what(context.notices, media_id)
    await machine.remove(context.tx, media_id, context.now)
    if one.sender_id != context.person.id:
        await context.answer(one.sender_id, t.yours_is_removed(what=what))
    await context.show(t.removed(what=what), [[held.button(t.see_all)]])


@action(TEAM)
async def agreed(context: Context, page: int) -> None:
    """Each can be held back again at once."""
    found = await store.agreed(context.tx, context.place.id)
    choices = [await _choice(context, one, open_agreed) for one in found]
    rows = paged(choices, page, agreed.button(t.more, max(0, page) + 1))
    text = t.agreed(count=len(found)) if found else t.none_agreed
    await context.show(text, rows, back=held.button(t.back))


@action(TEAM)
async def open_agreed(context: Context, media_id: int) -> None:
    one = await store.find(context.tx, context.place.id, media_id)
    if one is None or one.agreed_at is None:
        raise Refusal(t.settled)
    text = t.agreed_card(
        what=await telling.what(context.notices, media_id),
        name=_name(one.agreed_by),
        day=When(moment(one.agreed_at), context.place.clocks, "day"),
    )
    await context.show(text, [[hold_again.button(t.hold_again, media_id)]], back=agreed.button(t.back, 0))


@action(TEAM)
async def hold_again(context: Context, media_id: int) -> None:
    """A guardian thought about it once more."""
    one = await store.find(context.tx, context.place.id, media_id)
    if one is None or one.agreed_at is None:
        raise Refusal(t.settled)
    done = await telling.hold(context.notices, media_id, context.person.id)
    until = When(rules.goes_at(context.now_ms), context.place.clocks, "day")
    text = t.is_held(what=await telling.what(context.notices, media_id), until=until)
    lines = await telling.recall_lines(context.notices, done)
    await context.show(join(text, *lines), [[open_held.button(t.see_it, media_id)], [held.button(t.see_all)]])


async def _waiting(context: Context, media_id: int) -> Held:
    """Of this place, and held at present."""
    one = await store.find(context.tx, context.place.id, media_id)
    if one is None or one.agreed_at is not None or one.removed_at is not None:
        raise Refusal(t.settled)
    return one


async def _card(context: Context, one: Held) -> Text:
    return t.card(
        what=await telling.what(context.notices, one.media_id),
        sender=_name(one.sender),
        name=_name(one.by) if one.by else t.by_itself,
        day=When(moment(one.held_at), context.place.clocks, "day"),
        until=When(rules.goes_at(one.held_at), context.place.clocks, "day"),
    )


async def _choice(context: Context, one: Held, opens: Action[[int]]) -> Button:
    days = (context.now - moment(one.agreed_at or one.held_at)).days
    return opens.button(t.choice(what=await telling.what(context.notices, one.media_id), days=days), one.media_id)


def _name(name: str | None) -> Text:
    return names.called(name) if name else t.somebody
