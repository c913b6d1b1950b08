"""The answer of whoever's space it is: yes, yes but, try it first, not now; after a trial keep, change or undo."""

from bot.dialogue.actions import action
from bot.dialogue.context import Context
from bot.i18n.texts import Text, join
from bot.identity.roles import LIAISONS, PROPERTY_MANAGERS, SHOPKEEPERS, TEAM
from handlers.digests.source import Answer
from handlers.ideas import cards, store
from handlers.ideas.life import answering, trials
from handlers.ideas.rules import Status
from handlers.ideas.store.ideas import Idea
from handlers.ideas.words import answer_line, t

DECIDERS = SHOPKEEPERS | LIAISONS | PROPERTY_MANAGERS | TEAM


@action(DECIDERS)
async def answer(context: Context, idea_id: int) -> None:
    idea = await answering.answerable(context, idea_id)
    on_trial = idea.status is Status.TRIAL
    rows = [
        [answer_with.button(t.trial_keep if on_trial else t.answer_yes, idea.id, Answer.YES)],
        [answer_with.button(t.trial_change if on_trial else t.answer_but, idea.id, Answer.BUT)],
        [answer_softly.button(t.trial_more if on_trial else t.answer_more, idea.id)],
    ]
    await context.show(await _question(context, idea), rows, back=cards.back_to_card(idea))


@action(DECIDERS)
async def answer_softly(context: Context, idea_id: int) -> None:
    idea = await answering.answerable(context, idea_id)
    on_trial = idea.status is Status.TRIAL
    rows = [
        [trials.trial_length.button(t.trial_longer if on_trial else t.answer_try, idea.id)],
        [answer_with.button(t.trial_undo if on_trial else t.answer_later, idea.id, Answer.LATER)],
    ]
    await context.show(await _question(context, idea), rows, back=answer.button(t.back, idea.id))


@action(DECIDERS)
async def answer_with(context: Context, idea_id: int, how: Answer) -> None:
    idea = await answering.answerable(context, idea_id)
    if how is Answer.YES:
        await hear_answer_reason(context, idea_id, how, "")
        return
    if how is Answer.TRY:
        await trials.trial_length(context, idea_id)
        return
    question = t.why_but if how is Answer.BUT else t.why_later
    if idea.status is Status.TRIAL:
        question = t.why_change if how is Answer.BUT else t.why_undo
    await context.ask(question, hear_answer_reason, idea.id, how, back=answer.button(t.back, idea.id))


@action(DECIDERS)
async def hear_answer_reason(context: Context, idea_id: int, how: Answer, reason: str) -> None:
    idea = await answering.answerable(context, idea_id)
    receipt = await answering.give(context, idea, how, reason)
    await context.say(receipt, await trials.undo_rows(context, idea))


async def decide(context: Context, idea_id: int, how: Answer, reason: str) -> Text:
    """For a digest: records and tells the answer, and returns the sentence that says so."""
    return await answering.give(context, await answering.answerable(context, idea_id), how, reason)


async def _question(context: Context, idea: Idea) -> Text:
    """What the polls said and what the other party answered inform it; neither takes its place."""
    lines = [await cards.line(context.tx, idea)]
    lines += await cards.poll_lines(context.tx, idea)
    lines += [answer_line(one) for one in await store.answers.standing(context.tx, idea)]
    question = t.what_becomes_of_it if idea.status is Status.TRIAL else t.what_do_you_say
    return join(*lines, question)
