"""A link is opened at the other door: she is asked there, then where she made it, and only then anything changes."""

from bot.clock import milliseconds
from bot.dialogue import menu
from bot.dialogue.actions import action
from bot.dialogue.context import Context, Footer
from bot.dialogue.feature import town_of
from bot.errors import Refusal
from bot.i18n.texts import Text
from bot.identity import linking, names, people
from bot.identity.linking import Identity
from bot.identity.roles import NEWCOMERS
from bot.outbox.message import Rows
from bot.updates import newcomers
from handlers.elsewhere import becoming, rules, store
from handlers.elsewhere.store import Link
from handlers.elsewhere.words import t

NAME_SHOWN = 40


async def open_link(context: Context, token: str) -> None:
    """`e-<token>`: the first who opens it has it. A refusal leaves it as it was."""
    link = await store.find_by_token(context.tx, token, context.now_ms)
    maker = await _maker(context, link) if link is not None else None
    if link is None or maker is None:
        await _link_is_over(context)
        return
    if link.is_made_by(context.speaker.door, context.speaker.user_id):
        raise Refusal(t.same_door)
    if maker.person_id == context.person.id:
        raise Refusal(t.already_one)
    her = await people.person(context.tx, maker.person_id)
    if not link.is_opened_by(context.speaker.door, context.speaker.user_id):
        await _take(context, link, her.language)
    rows = [[yes.button(t.yes_join, link.id)], [no.button(t.no_join, link.id)]]
    at = becoming.at(link.door, context.speaker.door)
    await _screen(context, t.ask_join(name=names.called(her.name, NAME_SHOWN), at=at), rows)


@action(NEWCOMERS)
async def yes(context: Context, link_id: int) -> None:
    """Nothing is changed yet: where the link was made she has to say so too, since links are passed on."""
    link = await _opened(context, link_id)
    until = milliseconds(context.now + rules.GOOD_FOR)
    maker = await _maker(context, link)
    if maker is None:
        raise Refusal(t.link_over)
    if await store.note_yes(context.tx, link.id, until, context.now_ms):
        at = becoming.at(context.speaker.door, link.door)
        asked = t.is_it_you(name=names.called(context.person.name, NAME_SHOWN), at=at, number=link.number)
        rows = [[confirm.button(t.confirm(number=link.number), link.id)], [refuse.button(t.refuse, link.id)]]
        await becoming.tell_at(context, maker, asked, rows)
    await _screen(context, t.now_confirm(at=becoming.at(link.door, context.speaker.door), number=link.number), [])


@action(NEWCOMERS)
async def no(context: Context, link_id: int) -> None:
    link = await _opened(context, link_id)
    await store.end(context.tx, link.id, context.now_ms)
    maker = await _maker(context, link)
    if maker is not None:
        await becoming.tell_at(context, maker, t.declined_there, [])
    if context.person.consented_at is None:
        await _start_over(context, link)
        return
    await context.show(t.nothing_changed)


@action()
async def confirm(context: Context, link_id: int) -> None:
    """Two who press at once: one of them ends the link."""
    link = await _mine(context, link_id)
    if not await store.end(context.tx, link.id, context.now_ms):
        raise Refusal(t.link_over)
    there = await _other_end(context, link)
    if there is None:
        raise Refusal(t.link_over)
    if there.person_id == context.person.id:
        raise Refusal(t.already_one)
    await becoming.become_one(context, there)


@action()
async def refuse(context: Context, link_id: int) -> None:
    link = await _mine(context, link_id)
    await store.end(context.tx, link.id, context.now_ms)
    there = await linking.find_identity(context.tx, link.opened_door or "", link.opened_user or 0)
    if there is not None:
        await becoming.tell_at(context, there, t.refused_there, [])
    await context.show(t.refused_here)


async def _link_is_over(context: Context) -> None:
    """A newcomer hears it in her language, once she has chosen one."""
    if context.person.consented_at is not None:
        raise Refusal(t.link_over)
    await newcomers.hold(context.tx, context.person.id, context.incoming.raw, context.now_ms)
    await town_of(context.notices).greets(context)


async def _take(context: Context, link: Link, language: str | None) -> None:
    at, lent = context.speaker, int(context.person.language is None)
    if not await store.open_first(context.tx, link.id, at.door, at.user_id, lent, context.now_ms):
        raise Refusal(t.link_over)
    if lent and language is not None:
        # She reads the question in the language she speaks at the other door.
        await people.choose_language(context.tx, context.person.id, language)
        await context.refresh()
        await menu.speak_to_newcomer(context)


async def _opened(context: Context, link_id: int) -> Link:
    """By this door, and still good."""
    link = await store.find(context.tx, link_id, context.now_ms)
    if link is None or not link.is_opened_by(context.speaker.door, context.speaker.user_id):
        raise Refusal(t.link_over)
    return link


async def _mine(context: Context, link_id: int) -> Link:
    """Made at this door, and answered with yes at the other one."""
    link = await store.find(context.tx, link_id, context.now_ms)
    at = context.speaker
    if link is None or link.agreed_at is None or not link.is_made_by(at.door, at.user_id):
        raise Refusal(t.link_over)
    return link


async def _maker(context: Context, link: Link) -> Identity | None:
    """None when she has left meanwhile, or is somebody who never agreed."""
    maker = await linking.find_identity(context.tx, link.door, link.user_id)
    if maker is None or (await people.person(context.tx, maker.person_id)).consented_at is None:
        return None
    return maker


async def _other_end(context: Context, link: Link) -> Identity | None:
    """Whoever opened the link, once nothing of the two is under way any more."""
    door, user_id = link.opened_door or "", link.opened_user or 0
    before = await linking.find_identity(context.tx, door, user_id)
    if before is None:
        return None
    await linking.hold_still(context.tx, context.person.id, before.person_id)
    await context.refresh()
    return await linking.find_identity(context.tx, door, user_id)


async def _start_over(context: Context, link: Link) -> None:
    """A newcomer is greeted as if there had been no link."""
    if link.lent_language:
        await store.give_language_back(context.tx, context.person.id)
        await context.refresh()
    await town_of(context.notices).greets(context)


async def _screen(context: Context, text: Text, rows: Rows) -> None:
    """A newcomer has no Home yet."""
    if context.person.consented_at is None:
        await context.show(text, rows, footer=Footer.NONE)
        return
    await context.show(text, rows)
