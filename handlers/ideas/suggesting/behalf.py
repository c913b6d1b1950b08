"""For neighbours without a phone: a volunteer writes down their idea, with their spoken consent."""

from bot.dialogue.actions import action
from bot.dialogue.context import Context
from bot.errors import Refusal
from bot.identity.roles import TEAM
from bot.outbox.message import Button
from handlers.ideas import store
from handlers.ideas.rules import MOST_NAME
from handlers.ideas.store.ideas import Idea
from handlers.ideas.suggesting import gathering
from handlers.ideas.words import behalf_name, t


@action(TEAM, command="behalf")
async def on_behalf(context: Context) -> None:
    """Begins a draft of its own, so that the volunteer's own one is not mixed up with it."""
    me = context.person.id
    idea_id = await store.drafts.start_draft(context.tx, context.place.id, me, context.now_ms)
    await store.drafts.mean(context.tx, idea_id)
    rows = [[for_a_neighbour.button(t.just_a_neighbour, idea_id)]]
    await context.ask(t.on_whose_behalf, hear_whose, idea_id, rows=rows)


@action(TEAM)
async def for_a_neighbour(context: Context, idea_id: int) -> None:
    await hear_whose(context, idea_id, "")


@action(TEAM)
async def hear_whose(context: Context, idea_id: int, name: str) -> None:
    draft = await gathering.draft(context, idea_id)
    if len(name.strip()) > MOST_NAME:
        raise Refusal(t.name_too_long)
    await store.behalf.write_down(context.tx, draft.id, " ".join(name.split()), context.person.id)
    await ask_consent(context, draft)


async def ask_consent(context: Context, draft: Idea) -> None:
    """Spoken consent is noted with a tap; without it nothing is kept."""
    behalf = await store.behalf.find(context.tx, draft.id)
    if behalf is None:
        raise LookupError("nobody's behalf")
    rows = [[Button(t.she_agreed, f"ideas.agreed:{draft.id}")], [not_agreed.button(t.she_did_not, draft.id)]]
    await context.show(t.did_she_agree(name=behalf_name(behalf)), rows)


@action(TEAM)
async def not_agreed(context: Context, idea_id: int) -> None:
    draft = await gathering.draft(context, idea_id)
    await store.drafts.drop(context.tx, draft.id)
    await context.show(t.not_written_down, [[context.go(t.suggest_something, "suggest")]])
