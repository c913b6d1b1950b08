"""Asking for the file: what is in it, who took one before, and one press to make it."""

from bot.clock import moment
from bot.dialogue.actions import action
from bot.dialogue.context import Context
from bot.i18n.clocks import When
from bot.i18n.texts import Text, join
from bot.identity import names
from bot.identity.roles import LEADS
from bot.outbox.message import Document, Made
from handlers.exports import store
from handlers.exports.store.record import Export
from handlers.exports.words import t

ZIP = "exports.zip"
SHOWN = 5  # of those who took one before
NAME_SHOWN = 30


@action(LEADS, command="export")
async def export(context: Context) -> None:
    before = await store.record.lately(context.tx, context.place.id, SHOWN)
    record = [t.on_record, *(_line(context, one) for one in before)] if before else [t.nobody_yet]
    words = join(t.what_it_is(place=context.place.name), *record)
    await context.show(words, [[make.button(t.make_it)]], back=context.go(t.back, "team"))


@action(LEADS)
async def make(context: Context) -> None:
    export_id = await store.record.note(context.tx, context.place.id, context.person.id, context.now_ms)
    day = context.now.astimezone(context.place.clocks.first_shown).date().isoformat()
    document = Document(f"nestbox-{context.place.code}-{day}.zip", Made(ZIP, str(export_id), t.not_made))
    await context.say(t.here(place=context.place.name), picture=document)


def _line(context: Context, one: Export) -> Text:
    at = When(moment(one.made_at), context.place.clocks)
    if one.at_command:
        return t.taken_at_command(at=at)
    return t.taken_by(name=names.called(one.name, NAME_SHOWN), at=at) if one.name else t.taken_by_nobody(at=at)
