"""What waits: for an expert her questions, for the team answers to look at and what nobody can answer."""

from bot.dialogue.context import Context
from bot.identity.roles import TEAM
from handlers.experts import store
from handlers.experts.answering import chat as answering
from handlers.experts.desk import looking
from handlers.experts.rules import DESK, Side
from handlers.experts.words import line, t
from handlers.today.source import MOST, Waiting


async def waiting(context: Context) -> tuple[Waiting, ...]:
    tx, place_id, me = context.tx, context.place.id, context.person.id
    found: list[Waiting] = []
    for one in await store.waiting.for_expert(tx, place_id, me):
        if one.waits_for is Side.EXPERT:
            button = answering.open_one.button(t.today_answer, one.id)
            found.append(Waiting(f"experts.answer:{one.id}", t.today_asked(line=line(one)), one.moved_at, button))
    if context.may(TEAM):
        for one in await store.looks.to_look_at(tx, place_id, MOST):
            button = looking.look.button(t.today_look, one.id)
            since = one.answered_at or one.moved_at
            found.append(Waiting(f"experts.look:{one.id}", t.today_answered(line=line(one)), since, button))
        for one in await store.waiting.of_nobody(tx, place_id):
            button = looking.look.button(t.today_find, one.id)
            found.append(Waiting(f"experts.nobody:{one.id}", t.today_nobody(line=line(one)), one.moved_at, button))
    if context.may(DESK):
        for one in await store.waiting.told_silent(tx, place_id, MOST):
            if one.expert_id is not None or not context.may(TEAM):
                button = looking.look.button(t.today_look_after, one.id)
                found.append(
                    Waiting(f"experts.silent:{one.id}", t.today_silent(line=line(one)), one.moved_at, button)
                )
    return tuple(sorted(found, key=lambda one: one.since)[:MOST])
