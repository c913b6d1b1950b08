"""Where else somebody is, a link to carry on there, parting again, and signing out a phone that was lost."""

import secrets
from collections import Counter
from datetime import timedelta

from bot.clock import milliseconds
from bot.dialogue.actions import action
from bot.dialogue.context import Context
from bot.doors.door import TELEGRAM, WEB
from bot.errors import Refusal
from bot.gateway.phone import signing_out
from bot.i18n.texts import Text, join
from bot.identity import linking, people
from handlers.elsewhere import becoming, rules, store
from handlers.elsewhere.words import t

DAY = timedelta(days=1)


@action(command="elsewhere")
async def elsewhere(context: Context) -> None:
    rows = [[make_link.button(t.make_link)]]
    if await _other_phones(context):
        rows.append([ask_sign_out.button(t.sign_out_button)])
    joining = await linking.last_joining(context.tx, context.person.id, _undo_since(context))
    if joining is not None:
        rows.append([part.button(t.part_button, joining.id)])
    doors = Counter(one.door for one in await linking.identities(context.tx, context.person.id))
    names = [
        t[f"door-{door}"] if many == 1 else t.several(door=t[f"door-{door}"], many=many)
        for door, many in doors.items()
    ]
    await context.show(t.elsewhere(doors=join(*names, separator=" · ")), rows, back=context.go(t.back, "help"))


@action()
async def make_link(context: Context) -> None:
    """The link before it is of no use any more: there is one at a time."""
    at = context.speaker
    if await store.made_since(context.tx, at.door, at.user_id, milliseconds(context.now - DAY)) >= rules.MOST_LINKS:
        raise Refusal(t.too_many_links)
    token = secrets.token_urlsafe(rules.TOKEN_BYTES)
    until = milliseconds(context.now + rules.GOOD_FOR)
    number = 10 + secrets.randbelow(90)
    await store.make_link(context.tx, at.door, at.user_id, number, token, until, context.now_ms)
    links = _links(context, f"{rules.PREFIX}-{token}")
    await context.show(join(t.link_made, *links), back=elsewhere.button(t.back))


@action()
async def part(context: Context, joining_id: int) -> None:
    """One tap, from the receipt or from the screen."""
    joining = await linking.last_joining(context.tx, context.person.id, _undo_since(context))
    if joining is None or joining.id != joining_id:
        raise Refusal(t.cannot_part)
    await becoming.become_two(context, joining)


@action()
async def ask_sign_out(context: Context) -> None:
    count = len(await _other_phones(context))
    if not count:
        raise Refusal(t.no_other_phone)
    rows = [[sign_out.button(t.sign_out_yes)]]
    await context.show(t.ask_sign_out(count=count), rows, back=elsewhere.button(t.back))


@action()
async def sign_out(context: Context) -> None:
    """At once: whoever holds such a phone reads and writes nothing any more."""
    phones = await _other_phones(context)
    await signing_out.sign_out(context.tx, phones, context.now_ms)
    for chat in phones:
        await people.note_unreachable(context.tx, WEB, chat, context.now_ms)
    await context.show(t.signed_out(count=len(phones)), back=elsewhere.button(t.back))


async def _other_phones(context: Context) -> list[int]:
    """Web chats of this person that are open elsewhere."""
    here = (context.speaker.door, context.speaker.chat_id)
    mine = await linking.identities(context.tx, context.person.id)
    chats = [one.chat_id for one in mine if one.door == WEB and (one.door, one.chat_id) != here]
    return await signing_out.with_sessions(context.tx, chats)


def _links(context: Context, code: str) -> list[Text]:
    """To the other door first. From the web chat, Telegram on the same phone is one tap away."""
    web = t.link(link=context.links.anywhere(code))
    if context.links.telegram is None or context.speaker.door == TELEGRAM:
        return [web]
    return [web, t.telegram_link(link=context.links.at(TELEGRAM, code))]


def _undo_since(context: Context) -> int:
    return milliseconds(context.now - linking.UNDO_FOR)
