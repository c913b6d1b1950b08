"""A volunteer asks the author of an idea; the answer stands with the idea and goes back to whoever asked."""

from bot.dialogue.actions import action
from bot.dialogue.context import Context, Where
from bot.dialogue.feature import Heard
from bot.dialogue.incoming import Photo, Voice
from bot.errors import Refusal
from bot.i18n.texts import short
from bot.identity.roles import TEAM
from bot.outbox.message import Button
from handlers.ideas import cards, guards, store
from handlers.ideas.store.ideas import Idea
from handlers.ideas.suggesting import gathering
from handlers.ideas.words import t, words_of

EXCERPT = 200


@action(TEAM)
async def ask_author(context: Context, idea_id: int) -> None:
    idea = await _of_somebody_else(context, idea_id)
    await context.ask(t.what_to_ask(number=idea.number), hear_question, idea.id, back=cards.back_to_tools(idea))


@action(TEAM)
async def hear_question(context: Context, idea_id: int, words: str) -> None:
    idea = await _of_somebody_else(context, idea_id)
    question_id = await store.support.ask_author(context.tx, idea.id, context.person.id, words, context.now_ms)
    asked = t.author_asked(
        number=idea.number,
        words=words_of(idea, EXCERPT),
        name=context.signature,
        question=short(words, 800),
    )
    reached = await context.tell(idea.person_id, asked, [[answer_team.button(t.answer_button, question_id)]])
    receipt = t.question_on_its_way if reached else t.author_not_reached
    await context.say(receipt(number=idea.number), [[context.go(t.next_at_desk, "desk")]])


@action()
async def answer_team(context: Context, question_id: int) -> None:
    _, question = await _question_to_me(context, question_id)
    await context.ask(t.your_answer(question=short(question, 500)), hear_author, question_id, where=Where.BELOW)


@action()
async def hear_author(context: Context, question_id: int, heard: str | Photo | Voice) -> None:
    """The answer stands with the idea, and goes to whoever asked."""
    idea, question = await _question_to_me(context, question_id)
    words = await _keep_answer(context, idea, heard)
    found = await store.support.find_question(context.tx, question_id)
    await store.support.keep_answer(context.tx, question_id, words or "📎", context.now_ms)
    await context.say(t.answer_kept(number=idea.number), cards.see_rows(idea))
    if found is not None and found.asked_by != context.person.id:
        answered = t.author_answers(
            number=idea.number, question=short(question, 300), answer=short(words, 800) or "📎"
        )
        await context.tell(found.asked_by, answered, [[Button(t.look_after, f"ideas.look_after_below:{idea.id}")]])


async def _of_somebody_else(context: Context, idea_id: int) -> Idea:
    idea = await guards.check_kept(context, idea_id)
    if idea.person_id == context.person.id:
        raise Refusal(t.own_idea_asked(number=idea.number))
    return idea


async def _question_to_me(context: Context, question_id: int) -> tuple[Idea, str]:
    question = await store.support.find_question(context.tx, question_id)
    idea = await store.ideas.find(context.tx, context.place.id, question.idea_id) if question else None
    if question is None or idea is None or idea.person_id != context.person.id:
        raise Refusal(t.no_such_idea)
    if question.answer is not None:
        raise Refusal(t.answered_already)
    return idea, question.words


async def _keep_answer(context: Context, idea: Idea, heard: Heard) -> str:
    """A picture or a voice note joins the idea; words are the answer."""
    if isinstance(heard, str):
        return heard
    if isinstance(heard, Photo):
        await gathering.add_photo(context, idea.id, heard, "photo")
        return heard.words
    await gathering.add(context, idea, heard)
    return ""
