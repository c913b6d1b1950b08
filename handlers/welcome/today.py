"""Whoever asked a human being and waits for an answer."""

from bot.dialogue.context import Context
from bot.i18n.texts import short
from bot.identity import roles
from handlers.today.source import MOST, Waiting
from handlers.welcome import human, store
from handlers.welcome.words import t

IN_LINE = 60


async def waiting(context: Context) -> tuple[Waiting, ...]:
    if context.person.id not in await roles.keepers(context.tx, context.place.id):
        return ()
    questions = await store.open_questions(context.tx, context.place.id)
    return tuple(
        Waiting(
            f"welcome.question:{one.id}",
            t.answer_this(words=short(one.words, IN_LINE) or human.SIGNS[one.kind]),
            one.asked_at,
            human.answer_person.button(t.answer_this(words=short(one.words, 24) or human.SIGNS[one.kind]), one.id),
        )
        for one in questions[:MOST]
    )
