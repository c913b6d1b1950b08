"""For neighbours without a phone: a volunteer writes down their idea, with their spoken consent, or their voice."""

from bot.dialogue.actions import Button, action
from bot.dialogue.context import Context
from bot.errors import Refusal
from bot.identity.people import TEAM
from handlers.ideas import asking, behalf_store, cards, draft_store, gathering
from handlers.ideas.cards import t
from handlers.ideas.rules import MOST_NAME
from handlers.ideas.store import Idea


@action(TEAM, command="behalf")
async def on_behalf(context: Context) -> None:
    """Begins a draft of its own, so that the volunteer's own one is not mixed up with it."""
    me = context.person.id
    idea_id = await draft_store.start_draft(context.tx, context.place.id, me, context.now_ms)
    await draft_store.mean(context.tx, idea_id)
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
    await behalf_store.write_down(context.tx, draft.id, " ".join(name.split()), context.person.id)
    await ask_consent(context, draft)


async def ask_consent(context: Context, draft: Idea) -> None:
    """Spoken consent is noted with a tap; without it nothing is kept."""
    behalf = await behalf_store.find(context.tx, draft.id)
    if behalf is None:
        raise LookupError("nobody's behalf")
    rows = [[Button(t.she_agreed, f"ideas.agreed:{draft.id}")], [not_agreed.button(t.she_did_not, draft.id)]]
    await context.show(t.did_she_agree(name=cards.behalf_name(behalf)), rows)


@action(TEAM)
async def not_agreed(context: Context, idea_id: int) -> None:
    draft = await gathering.draft(context, idea_id)
    await draft_store.drop(context.tx, draft.id)
    await context.show(t.not_written_down, [[context.go(t.suggest_something, "suggest")]])


@action(TEAM)
async def paper_voices(context: Context, idea_id: int) -> None:
    """One tap for each person who said so; the last one can be taken back."""
    idea = await cards.talked_about(context, await asking.check_kept(context, idea_id))
    count = await behalf_store.paper_voices(context.tx, idea.id)
    mine = await behalf_store.noted_by(context.tx, idea.id, context.person.id)
    rows = [[note_voices.button(t.one_voice_more, idea.id, mine + 1)]]
    if mine:
        rows.append([note_voices.button(t.one_voice_less, idea.id, mine - 1)])
    text = t.paper_voices(number=idea.number, count=count, mine=mine)
    await context.show(text, rows, back=cards.back_to_tools(idea))


@action(TEAM)
async def note_voices(context: Context, idea_id: int, wished: int) -> None:
    """`wished` is how many this volunteer will have noted then: one more or one less than she saw."""
    idea = await cards.talked_about(context, await asking.check_kept(context, idea_id))
    await context.tx.lock(f"paper {idea.id}")
    mine = await behalf_store.noted_by(context.tx, idea.id, context.person.id)
    if wished == mine + 1:
        await behalf_store.add_voice(context.tx, idea.id, context.person.id, context.now_ms)
    if wished == mine - 1:
        await behalf_store.take_voice_back(context.tx, idea.id, context.person.id, context.now_ms)
    context.toast(t.voices_noted(count=await behalf_store.noted_by(context.tx, idea.id, context.person.id)))
    await paper_voices(context, idea_id)


@action(TEAM)
async def one_voice_more(context: Context, idea_id: int) -> None:
    """From an old chat, without a wish: how it stands now, with buttons that have one."""
    await paper_voices(context, idea_id)


@action(TEAM)
async def one_voice_less(context: Context, idea_id: int) -> None:
    await paper_voices(context, idea_id)
