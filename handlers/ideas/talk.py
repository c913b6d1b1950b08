"""Behind the card: the whole words, a link to pass on, following, listening, comments."""

from bot.actions import action
from bot.context import Context
from bot.errors import Refusal
from bot.people import TEAM
from bot.texts import Text, join, short
from handlers.ideas import cards, store, voice_store
from handlers.ideas.cards import t
from handlers.ideas.store import Idea

WHOLE = 2800  # letters of an idea shown in full
LAST_COMMENTS = 5


@action()
async def more(context: Context, idea_id: int) -> None:
    """The whole words, and a link to pass on."""
    idea = await cards.seen(context, idea_id)
    link = _to_pass_on(context, idea)
    words = short(idea.words, WHOLE) or t.without_words
    follows = await voice_store.follows(context.tx, idea.id, context.person.id)
    rows = [[toggle_follow.button(t.unfollow if follows else t.follow, idea.id)]]
    count = await voice_store.comment_count(context.tx, idea.id)
    rows.append([comments.button(t.comments_button(count=count), idea.id)])
    if await store.ready_voice(context.tx, idea.id):
        rows.append([listen.button(t.listen, idea.id)])
    text: Text = t.whole(number=idea.number, words=words, link=link)
    asked = [one for one in await voice_store.questions(context.tx, idea.id) if one.answer]
    answers = [
        t.asked_and_answered(question=short(one.words, 150), answer=short(one.answer or "", 300)) for one in asked
    ]
    await context.show(join(text, *answers[-2:]), rows, back=cards.back_to_card(idea))


@action()
async def toggle_follow(context: Context, idea_id: int) -> None:
    idea = await cards.seen(context, idea_id)
    if await voice_store.follows(context.tx, idea.id, context.person.id):
        await voice_store.unfollow(context.tx, idea.id, context.person.id)
        context.toast(t.unfollowed)
    else:
        await voice_store.follow(context.tx, idea.id, context.person.id)
        context.toast(t.followed)
    await more(context, idea_id)


@action()
async def listen(context: Context, idea_id: int) -> None:
    idea = await cards.seen(context, idea_id)
    media_id = await store.ready_voice(context.tx, idea.id)
    if media_id is None:
        raise Refusal(t.no_voice)
    await context.send_voice(media_id)


@action()
async def comments(context: Context, idea_id: int) -> None:
    """The last five, and room for one more."""
    idea = await cards.seen(context, idea_id)
    text = await cards.comments_text(context, idea, LAST_COMMENTS, 500)
    await context.ask(text, hear_comment, idea.id, back=more.button(t.back, idea.id))


@action()
async def hear_comment(context: Context, idea_id: int, words: str) -> None:
    idea = await cards.seen(context, idea_id)
    if not idea.public and not context.may(TEAM) and idea.person_id != context.person.id:
        raise Refusal(t.not_supportable(number=idea.number))
    await voice_store.add_comment(context.tx, idea.id, context.person.id, words, context.now_ms)
    await context.say(t.comment_saved(number=idea.number), cards.see_rows(idea))
    if idea.person_id != context.person.id:
        told = t.comment_told(number=idea.number, words=short(words, 500))
        await context.tell(idea.person_id, told, cards.see_rows(idea))


def _to_pass_on(context: Context, idea: Idea) -> str:
    """The public page shows a preview where it is pasted, and opens this card at either door."""
    if idea.public and not context.links.only_here:
        return context.links.page(context.place.code, idea.number)
    return context.link(f"idea-{context.place.code}-{idea.number}")
