"""The answer of whoever's space it is: yes, yes but, try it first, not now."""

from bot.actions import action
from bot.context import Context
from bot.errors import Refusal
from bot.feature import Answer
from bot.people import LIAISONS, SHOPKEEPERS, TEAM
from bot.texts import Text, join
from handlers.ideas import cards, rules, step_store, steps, store
from handlers.ideas.cards import t
from handlers.ideas.store import Idea

DECIDERS = SHOPKEEPERS | LIAISONS | TEAM
EXCERPT = 200


@action(DECIDERS)
async def answer(context: Context, idea_id: int) -> None:
    idea = await _idea(context, idea_id)
    rows = [
        [answer_with.button(t.answer_yes, idea.id, Answer.YES)],
        [answer_with.button(t.answer_but, idea.id, Answer.BUT)],
        [answer_softly.button(t.answer_more, idea.id)],
    ]
    await context.show(await _question(context, idea), rows, back=cards.back_to_card(idea))


@action(DECIDERS)
async def answer_softly(context: Context, idea_id: int) -> None:
    idea = await _idea(context, idea_id)
    rows = [
        [answer_with.button(t.answer_try, idea.id, Answer.TRY)],
        [answer_with.button(t.answer_later, idea.id, Answer.LATER)],
    ]
    await context.show(await _question(context, idea), rows, back=answer.button(t.back, idea.id))


@action(DECIDERS)
async def answer_with(context: Context, idea_id: int, how: Answer) -> None:
    idea = await _idea(context, idea_id)
    if how is Answer.YES:
        await _decide_here(context, idea, how, "")
        return
    await context.ask(t[f"why-{how.value}"], hear_answer_reason, idea.id, how, back=answer.button(t.back, idea.id))


@action(DECIDERS)
async def hear_answer_reason(context: Context, idea_id: int, how: Answer, reason: str) -> None:
    await _decide_here(context, await _idea(context, idea_id), how, reason)


async def decide(context: Context, idea_id: int, how: Answer, reason: str) -> Text:
    """For a digest: records and tells the answer, and returns the sentence that says so."""
    idea = await _idea(context, idea_id)
    step_id = await steps.take(context, idea, rules.DECIDED_BY[how], reason)
    await steps.tell(context.notices, step_id)
    return t.decided(number=idea.number, status=cards.status_name(rules.DECIDED_BY[how]))


async def _decide_here(context: Context, idea: Idea, how: Answer, reason: str) -> None:
    sentence = await decide(context, idea.id, how, reason)
    last = await step_store.last_step(context.tx, idea.id)
    rows = [[steps.undo_step.button(t.undo, last.id)]] if last else []
    await context.say(sentence, rows)


async def _idea(context: Context, idea_id: int) -> Idea:
    idea = await store.find(context.tx, context.place.id, idea_id)
    if idea is None:
        raise Refusal(t.no_such_idea)
    if not context.may(rules.decider(idea.space)):
        raise Refusal(t[f"decides-{idea.space.value}"])
    return idea


async def _question(context: Context, idea: Idea) -> Text:
    return join(await cards.line(context.tx, idea), t.what_do_you_say)
