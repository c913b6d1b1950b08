"""Behind the card: the whole words, a link to pass on, following, listening, comments, the record."""

from bot.dialogue.actions import Button, action
from bot.dialogue.context import Context
from bot.errors import Refusal
from bot.i18n.texts import Text, join, short
from handlers.ideas import cards, changing, comment_store, comments, flags, record, store, voice_store
from handlers.ideas.cards import t
from handlers.ideas.store import Idea

WHOLE = 2800  # letters of an idea shown in full


@action()
async def more(context: Context, idea_id: int) -> None:
    """The whole words, and a link to pass on."""
    idea = await cards.seen(context, idea_id)
    link = _to_pass_on(context, idea)
    words = short(idea.words, WHOLE) or t.without_words
    count = await comment_store.count(context.tx, idea.id)
    talk = comments.comments.button(t.comments_button(count=count), idea.id)
    rows = [[talk], [_record_button(idea)], [await _follow_button(context, idea)]]
    if await _ways(context, idea):
        rows = [[talk], [await _follow_button(context, idea)], [further.button(t.more, idea.id)]]
    if await store.ready_voice(context.tx, idea.id):
        rows = [[listen.button(t.listen, idea.id)], [talk], [further.button(t.more, idea.id)]]
    text: Text = t.whole(number=idea.number, words=words, link=link)
    asked = [one for one in await voice_store.questions(context.tx, idea.id) if one.answer]
    answers = [
        t.asked_and_answered(question=short(one.words, 150), answer=short(one.answer or "", 300)) for one in asked
    ]
    await context.show(join(text, *answers[-2:]), rows, back=cards.back_to_card(idea))


@action()
async def further(context: Context, idea_id: int) -> None:
    """What does not fit on the first screen."""
    idea = await cards.seen(context, idea_id)
    rows = [[_record_button(idea)]]
    if await store.ready_voice(context.tx, idea.id):
        rows.append([await _follow_button(context, idea)])
    rows += [[one] for one in await _ways(context, idea)]
    await context.show(await cards.line(context.tx, idea), rows, back=more.button(t.back, idea.id))


@action()
async def follow(context: Context, idea_id: int, wished: int) -> None:
    idea = await cards.seen(context, idea_id)
    if wished:
        await voice_store.follow(context.tx, idea.id, context.person.id)
        context.toast(t.followed)
    else:
        await voice_store.unfollow(context.tx, idea.id, context.person.id)
        context.toast(t.unfollowed)
    await more(context, idea_id)


@action()
async def toggle_follow(context: Context, idea_id: int) -> None:
    """From an old chat: whoever pressed it most likely wished to follow."""
    await follow(context, idea_id, 1)


@action()
async def listen(context: Context, idea_id: int) -> None:
    idea = await cards.seen(context, idea_id)
    media_id = await store.ready_voice(context.tx, idea.id)
    if media_id is None:
        raise Refusal(t.no_voice)
    await context.send_voice(media_id)


async def _ways(context: Context, idea: Idea) -> list[Button]:
    """An author changes what is hers; others say what should not be here."""
    return [*await changing.ways(context, idea), *await flags.ways(context, idea)]


async def _follow_button(context: Context, idea: Idea) -> Button:
    follows = await voice_store.follows(context.tx, idea.id, context.person.id)
    return follow.button(t.unfollow if follows else t.follow, idea.id, 0 if follows else 1)


def _record_button(idea: Idea) -> Button:
    return record.record.button(t.record_button, idea.id, 0)


def _to_pass_on(context: Context, idea: Idea) -> str:
    """The public page shows a preview where it is pasted, and opens this card at either door."""
    if idea.public and not context.links.only_here:
        return context.links.page(context.place.code, idea.number)
    return context.link(f"idea-{context.place.code}-{idea.number}")
