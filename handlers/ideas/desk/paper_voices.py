"""Support that neighbours without a phone spoke to a volunteer: noted one by one, and taken back."""

from bot.dialogue.actions import action
from bot.dialogue.context import Context
from bot.identity.roles import TEAM
from handlers.ideas import cards, guards, store
from handlers.ideas.words import t


@action(TEAM)
async def paper_voices(context: Context, idea_id: int) -> None:
    """One tap for each person who said so; the last one can be taken back."""
    idea = await cards.talked_about(context, await guards.check_kept(context, idea_id))
    count = await store.behalf.paper_voices(context.tx, idea.id)
    mine = await store.behalf.noted_by(context.tx, idea.id, context.person.id)
    rows = [[note_voices.button(t.one_voice_more, idea.id, mine + 1)]]
    if mine:
        rows.append([note_voices.button(t.one_voice_less, idea.id, mine - 1)])
    text = t.paper_voices(number=idea.number, count=count, mine=mine)
    await context.show(text, rows, back=cards.back_to_tools(idea))


@action(TEAM)
async def note_voices(context: Context, idea_id: int, wished: int) -> None:
    """`wished` is how many this volunteer will have noted then: one more or one less than she saw."""
    idea = await cards.talked_about(context, await guards.check_kept(context, idea_id))
    await context.tx.lock(f"paper {idea.id}")
    mine = await store.behalf.noted_by(context.tx, idea.id, context.person.id)
    if wished == mine + 1:
        await store.behalf.add_voice(context.tx, idea.id, context.person.id, context.now_ms)
    if wished == mine - 1:
        await store.behalf.take_voice_back(context.tx, idea.id, context.person.id, context.now_ms)
    context.toast(t.voices_noted(count=await store.behalf.noted_by(context.tx, idea.id, context.person.id)))
    await paper_voices(context, idea_id)


@action(TEAM)
async def one_voice_more(context: Context, idea_id: int) -> None:
    """From an old chat, without a wish: how it stands now, with buttons that have one."""
    await paper_voices(context, idea_id)


@action(TEAM)
async def one_voice_less(context: Context, idea_id: int) -> None:
    await paper_voices(context, idea_id)
