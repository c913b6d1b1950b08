"""What somebody is called: said once, changed at any time, and given back by whoever speaks for nobody else."""

from bot.dialogue.actions import action
from bot.dialogue.context import Context, Where
from bot.errors import Refusal
from bot.i18n.texts import machine as m
from bot.identity import names, people
from bot.identity.roles import Role
from bot.outbox.message import Rows
from handlers.settings import chat
from handlers.settings.words import t


@action(command="name")
async def name(context: Context) -> None:
    question = t.what_name(name=context.called)
    await context.ask(question, hear_name, rows=_rows(context), back=chat.more.button(m.back))


@action()
async def name_below(context: Context) -> None:
    """From a receipt, which stays."""
    question = t.what_name(name=context.called)
    await context.ask(question, hear_name, rows=_rows(context), where=Where.BELOW)


@action()
async def hear_name(context: Context, words: str) -> None:
    said = names.check(words)
    await people.rename(context.tx, context.person.id, said)
    await people.note_name_asked(context.tx, context.person.id, context.now_ms)
    await context.say(t.called_now(name=names.signed(said, context.roles)))


@action()
async def without_name(context: Context) -> None:
    """Whoever speaks for others is asked for by name."""
    if context.roles - {Role.RESIDENT}:
        raise Refusal(t.name_with_role)
    made_up = names.made_up()
    await people.rename(context.tx, context.person.id, made_up)
    await context.show(t.called_now(name=names.called(made_up)), back=chat.settings.button(m.back))


def _rows(context: Context) -> Rows:
    if names.is_made_up(context.person.name) or context.roles - {Role.RESIDENT}:
        return []
    return [[without_name.button(t.without_name)]]
