"""Which languages a place speaks: each one on or off, at least one."""

from bot.dialogue.actions import action
from bot.dialogue.context import Context
from bot.errors import Refusal
from bot.i18n.texts import LANGUAGES, join
from bot.i18n.texts import machine as m
from bot.identity.roles import LEADS
from handlers.places import store
from handlers.places.chat import back_to_settings
from handlers.places.record import last_changed, note
from handlers.places.rules import Setting
from handlers.places.words import t


@action(LEADS)
async def languages(context: Context) -> None:
    spoken = context.place.languages
    rows = [
        [speak.button((t.spoken if code in spoken else t.not_spoken)(name=name), code, int(code not in spoken))]
        for code, name in LANGUAGES.items()
    ]
    text = join(t.languages(first=LANGUAGES[spoken[0]]), *await last_changed(context, Setting.LANGUAGES))
    await context.show(text, rows, back=back_to_settings(1))


@action(LEADS)
async def speak(context: Context, code: str, wished: int) -> None:
    """What people chose is kept: whoever reads another language meanwhile has her own back when it is added again."""
    if code not in LANGUAGES:
        raise Refusal(m.old_button)
    before = context.place.languages
    if (code in before) is bool(wished):
        await languages(context)
        return
    after = tuple(one for one in before if one != code) if code in before else (*before, code)
    if not after:
        raise Refusal(t.one_language_at_least)
    await store.set_languages(context.tx, context.place.id, after)
    await note(context, Setting.LANGUAGES, ",".join(before), ",".join(after))
    readers = await store.readers_of(context.tx, context.place.id, code) if code in before else 0
    context.toast(t.read_first_now(count=readers, first=LANGUAGES[after[0]]) if readers else t.saved)
    await languages(context)


@action(LEADS)
async def toggle(context: Context, code: str) -> None:
    """From an old chat, without a wish: how it stands now, with buttons that have one."""
    if code not in LANGUAGES:
        raise Refusal(m.old_button)
    await languages(context)
