"""Moving an idea along: planned, under way, done with an after-photo, looked at again; and back by undoing."""

from bot.dialogue.actions import action
from bot.dialogue.context import Context
from bot.dialogue.incoming import Photo
from bot.dialogue.paging import paged
from bot.errors import Refusal
from bot.identity.roles import LIAISONS, PROPERTY_MANAGERS, SHOPKEEPERS, TEAM
from bot.outbox.message import Button
from handlers.ideas import cards, rules, store
from handlers.ideas.life import answering, steps, trials, undoing, vacancies
from handlers.ideas.rules import Status
from handlers.ideas.store.ideas import Idea
from handlers.ideas.suggesting import gathering
from handlers.ideas.words import status_name, t

MOVERS = TEAM | SHOPKEEPERS | LIAISONS | PROPERTY_MANAGERS


@action(MOVERS)
async def move(context: Context, idea_id: int, page: int) -> None:
    """What this person may make of it now, and taking the last step back."""
    idea = await _idea(context, idea_id)
    settled = await store.steps.settled_space(context.tx, idea.id)
    possible = rules.next_steps(idea.status, idea.space, settled, context.roles)
    choices = [_choice(idea, to) for to in possible]
    last = await store.steps.last_step(context.tx, idea.id)
    if last is not None and context.may(steps.who_may_undo(last)):
        choices.append(undoing.undo_step.button(t.undo_last(status=status_name(last.before)), last.id))
    rows = paged(choices, max(0, page), move.button(t.more, idea.id, page + 1))
    text = t.where_to(number=idea.number, status=status_name(idea.status))
    if not possible and rules.awaits_answer(idea.status, idea.space, settled):
        text = await vacancies.who_decides(context.tx, idea.place_id, idea.space)
    await context.show(text, rows, back=cards.back_to_card(idea))


def _choice(idea: Idea, to: Status) -> Button:
    """Looking again has one road, with a photo from the same spot: after-care. By address, as another feature's."""
    if to is Status.LOOKED_AGAIN:
        return Button(status_name(to), f"care.look_again:{idea.id}")
    return step.button(status_name(to), idea.id, to)


@action(MOVERS)
async def step(context: Context, idea_id: int, to: Status) -> None:
    idea = await _idea(context, idea_id)
    await steps.check_step(context, idea, to)
    if to is Status.LOOKED_AGAIN:
        # From an old chat.
        text = t.where_to(number=idea.number, status=status_name(idea.status))
        await context.show(text, [[_choice(idea, to)]])
        return
    if to is Status.TRIAL:
        await trials.trial_length(context, idea_id)
        return
    rows: list[list[Button]] = []
    question = t.why(number=idea.number, status=status_name(to))
    if not rules.needs_reason(to):
        rows = [[step_plainly.button(t.nothing_to_tell, idea.id, to)]]
        question = t.anything_to_tell(number=idea.number, status=status_name(to))
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
    if to is Status.LOOKED_AGAIN:
        await step(context, idea_id, to)
        return
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
    await store.steps.wait_for_photo(context.tx, step_id, media_id)
    rows = [_care(idea), _made(context, idea), [undoing.undo_step.button(t.undo, step_id)]]
    await context.say(t.after_photo_kept(number=idea.number), [row for row in rows if row])


@action(MOVERS)
async def no_photo(context: Context, step_id: int) -> None:
    idea = await _of_untold_step(context, step_id)
    await _finish(context, idea, Status.DONE, step_id)


async def _finish(context: Context, idea: Idea, to: Status, step_id: int) -> None:
    await steps.tell(context.notices, step_id)
    after = [_care(idea), _made(context, idea)] if to is Status.DONE else cards.see_rows(idea)
    rows = [*after, [undoing.undo_step.button(t.undo, step_id)]]
    await context.say(t.moved(number=idea.number, status=status_name(to)), [row for row in rows if row])


def _care(idea: Idea) -> list[Button]:
    """By address, like the register."""
    return [Button(t.look_after_it, f"care.look_after:{idea.id}")]


def _made(context: Context, idea: Idea) -> list[Button]:
    """By address: another feature keeps it, with its makers."""
    return [Button(t.keep_as_made, f"made.from_idea:{idea.id}")] if context.may(TEAM) else []


async def _of_untold_step(context: Context, step_id: int) -> Idea:
    taken = await store.steps.step(context.tx, step_id)
    if taken is None or taken.person_id != context.person.id:
        raise Refusal(t.no_such_idea)
    idea = await _idea(context, taken.idea_id)
    if idea.status is not Status.DONE or taken.after_media_id is not None:
        raise Refusal(t.no_such_step(number=idea.number, status=status_name(idea.status)))
    return idea


async def _idea(context: Context, idea_id: int) -> Idea:
    return await cards.seen(context, idea_id)
