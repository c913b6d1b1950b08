"""Moving an idea along: planned, under way, done with an after-photo, looked at again; and back by undoing."""

from bot.dialogue.actions import Button, action
from bot.dialogue.context import Context
from bot.dialogue.incoming import Photo
from bot.errors import Refusal
from bot.identity.people import LIAISONS, SHOPKEEPERS, TEAM
from handlers.ideas import answering, cards, gathering, rules, step_store, steps, trials, undoing, vacancies
from handlers.ideas.cards import t
from handlers.ideas.rules import Status
from handlers.ideas.store import Idea

MOVERS = TEAM | SHOPKEEPERS | LIAISONS


@action(MOVERS)
async def move(context: Context, idea_id: int, page: int) -> None:
    """What this person may make of it now, and taking the last step back."""
    idea = await _idea(context, idea_id)
    settled = await step_store.settled_space(context.tx, idea.id)
    possible = rules.next_steps(idea.status, idea.space, settled, context.roles)
    choices = [step.button(cards.status_name(to), idea.id, to) for to in possible]
    last = await step_store.last_step(context.tx, idea.id)
    if last is not None and context.may(steps.who_may_undo(last)):
        choices.append(undoing.undo_step.button(t.undo_last(status=cards.status_name(last.before)), last.id))
    rows = cards.paged(choices, max(0, page), move.button(t.more, idea.id, page + 1))
    text = t.where_to(number=idea.number, status=cards.status_name(idea.status))
    if not possible and rules.awaits_answer(idea.status, idea.space, settled):
        text = await vacancies.who_decides(context.tx, idea.place_id, idea.space)
    await context.show(text, rows, back=cards.back_to_card(idea))


@action(MOVERS)
async def step(context: Context, idea_id: int, to: Status) -> None:
    idea = await _idea(context, idea_id)
    await steps.check_step(context, idea, to)
    if to is Status.TRIAL:
        await trials.trial_length(context, idea_id)
        return
    rows: list[list[Button]] = []
    question = t.why(number=idea.number, status=cards.status_name(to))
    if not rules.needs_reason(to):
        rows = [[step_plainly.button(t.nothing_to_tell, idea.id, to)]]
        question = t.anything_to_tell(number=idea.number, status=cards.status_name(to))
    await context.ask(question, hear_reason, idea.id, to, rows=rows, back=move.button(t.back, idea.id, 0))


@action(MOVERS)
async def step_plainly(context: Context, idea_id: int, to: Status) -> None:
    await hear_reason(context, idea_id, to, "")


@action(MOVERS)
async def hear_reason(context: Context, idea_id: int, to: Status, reason: str) -> None:
    if to in rules.DECISIONS:
        idea = await answering.answerable(context, idea_id)
        receipt = await answering.give(context, idea, rules.ANSWER_FOR[to], reason)
        await context.say(receipt, [*await trials.undo_rows(context, idea), *cards.see_rows(idea)])
        return
    idea = await _idea(context, idea_id)
    step_id = await steps.take(context, idea, to, reason)
    if to is Status.DONE:
        rows = [[no_photo.button(t.no_photo, step_id)]]
        await context.ask(t.after_photo(number=idea.number), hear_after_photo, step_id, rows=rows)
        return
    await _finish(context, idea, to, step_id)


@action(MOVERS)
async def hear_after_photo(context: Context, step_id: int, photo: Photo) -> None:
    """The news goes out with the picture, as soon as it is ready."""
    idea = await _of_untold_step(context, step_id)
    media_id = await gathering.add_photo(context, idea.id, photo, "after")
    await step_store.wait_for_photo(context.tx, step_id, media_id)
    await context.say(
        t.after_photo_kept(number=idea.number), [[undoing.undo_step.button(t.undo, step_id)], *cards.see_rows(idea)]
    )


@action(MOVERS)
async def no_photo(context: Context, step_id: int) -> None:
    idea = await _of_untold_step(context, step_id)
    await _finish(context, idea, Status.DONE, step_id)


async def _finish(context: Context, idea: Idea, to: Status, step_id: int) -> None:
    await steps.tell(context.notices, step_id)
    rows = [[undoing.undo_step.button(t.undo, step_id)], *cards.see_rows(idea)]
    await context.say(t.moved(number=idea.number, status=cards.status_name(to)), rows)


async def _of_untold_step(context: Context, step_id: int) -> Idea:
    taken = await step_store.step(context.tx, step_id)
    if taken is None or taken.person_id != context.person.id:
        raise Refusal(t.no_such_idea)
    idea = await _idea(context, taken.idea_id)
    if idea.status is not Status.DONE or taken.after_media_id is not None:
        raise Refusal(t.no_such_step(number=idea.number, status=cards.status_name(idea.status)))
    return idea


async def _idea(context: Context, idea_id: int) -> Idea:
    return await cards.seen(context, idea_id)
