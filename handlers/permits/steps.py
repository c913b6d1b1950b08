"""The steps of a permit: done with one tap, whose turn it is, until when, and the photo of its document."""

from bot.dialogue.actions import action
from bot.dialogue.context import Context
from bot.dialogue.incoming import Photo
from bot.dialogue.paging import paged
from bot.errors import Refusal
from bot.i18n.texts import Text, join
from bot.identity import personal_data
from bot.outbox.message import Button, Stored
from handlers.permits import cards, rules, store
from handlers.permits.rules import DESK, Who
from handlers.permits.store.permits import Permit
from handlers.permits.store.steps import Step
from handlers.permits.words import called, step_words, t

SHOWN = 8  # lines of the list


@action(DESK)
async def steps(context: Context, permit_id: int, page: int) -> None:
    """The next one is done with one tap; any other is opened first."""
    permit = await cards.known(context, permit_id)
    all_ = await store.steps.of(context.tx, permit.id)
    open_ = [one for one in all_ if one.done_at is None]
    choices: list[Button] = []
    if open_:
        choices.append(done.button(t.step_done(step=step_words(open_[0], 40)), open_[0].id, 1))
    choices += [step.button(t.open_step(step=step_words(one, 40)), one.id) for one in [*open_, *_done(all_)]]
    choices.append(add_step.button(t.add_step, permit.id))
    rows = paged(choices, page, steps.button(t.more, permit.id, max(page, 0) + 1))
    lines = [_line(context, one) for one in all_[:SHOWN]]
    await context.show(
        join(t.steps(what=called(permit)), *lines, t.check_locally), rows, back=cards.back_to_card(permit)
    )


@action(DESK)
async def step(context: Context, step_id: int) -> None:
    await _open(context, step_id, 0)


@action(DESK)
async def step_more(context: Context, step_id: int, page: int) -> None:
    await _open(context, step_id, page)


@action(DESK)
async def done(context: Context, step_id: int, wished: int) -> None:
    one, permit = await _held(context, step_id)
    if wished and one.done_at is None:
        await store.steps.set_done(context.tx, one.id, context.person.id, context.now_ms)
        context.toast(t.toast_done)
    if not wished:
        await store.steps.set_done(context.tx, one.id, None, None)
    await steps(context, permit.id, 0)


@action(DESK)
async def choose_who(context: Context, step_id: int) -> None:
    one, _ = await cards.known_step(context, step_id)
    rows = [[set_who.button(t[f"who-{who.value}"], one.id, who)] for who in Who]
    await context.show(t.whose_turn(step=step_words(one, 200)), rows, back=step.button(t.back, one.id))


@action(DESK)
async def set_who(context: Context, step_id: int, who: Who) -> None:
    one, _ = await _held(context, step_id)
    await store.steps.set_who(context.tx, one.id, who)
    await step(context, one.id)


@action(DESK)
async def ask_due(context: Context, step_id: int) -> None:
    one, _ = await cards.known_step(context, step_id)
    rows = [[no_due.button(t.no_due, one.id)]] if one.due_at is not None else []
    question = t.until_when(step=step_words(one, 200))
    await context.ask(question, hear_due, one.id, rows=rows, back=step.button(t.back, one.id))


@action(DESK)
async def hear_due(context: Context, step_id: int, words: str) -> None:
    one, _ = await _held(context, step_id)
    await store.steps.set_due(context.tx, one.id, cards.read_day(context, words))
    await step(context, one.id)


@action(DESK)
async def no_due(context: Context, step_id: int) -> None:
    one, _ = await _held(context, step_id)
    await store.steps.set_due(context.tx, one.id, None)
    await step(context, one.id)


@action(DESK)
async def ask_document(context: Context, step_id: int) -> None:
    one, _ = await cards.known_step(context, step_id)
    rows = [[no_document.button(t.no_document, one.id)]] if one.media_id is not None else []
    question = t.photo_of_document(step=step_words(one, 200))
    await context.ask(question, hear_document, one.id, rows=rows, back=step.button(t.back, one.id))


@action(DESK)
async def hear_document(context: Context, step_id: int, photo: Photo) -> None:
    """The newest takes the place of the one before, which is erased."""
    one, _ = await _held(context, step_id)
    await _forget(context, one)
    await store.steps.set_document(context.tx, one.id, await context.keep(photo))
    await context.say(t.document_kept, [[step.button(t.see_step, one.id)]])


@action(DESK)
async def no_document(context: Context, step_id: int) -> None:
    one, _ = await _held(context, step_id)
    await _forget(context, one)
    await step(context, one.id)


@action(DESK)
async def write_step(context: Context, step_id: int) -> None:
    one, _ = await cards.known_step(context, step_id)
    question = t.other_words(step=step_words(one, 200))
    await context.ask(question, hear_step_words, one.id, back=step.button(t.back, one.id))


@action(DESK)
async def hear_step_words(context: Context, step_id: int, words: str) -> None:
    one, _ = await _held(context, step_id)
    await store.steps.set_words(context.tx, one.id, cards.kept_short(words, rules.LINE))
    await step(context, one.id)


@action(DESK)
async def add_step(context: Context, permit_id: int) -> None:
    permit = await cards.known(context, permit_id)
    await context.ask(t.which_step, hear_new_step, permit.id, back=steps.button(t.back, permit.id, 0))


@action(DESK)
async def hear_new_step(context: Context, permit_id: int, words: str) -> None:
    permit = await cards.held(context, permit_id)
    if len(await store.steps.of(context.tx, permit.id)) >= rules.MOST_STEPS:
        raise Refusal(t.enough_steps(limit=rules.MOST_STEPS))
    step_id = await store.steps.add(context.tx, permit.id, "", cards.kept_short(words, rules.LINE), None)
    await choose_who(context, step_id)


@action(DESK)
async def remove_step(context: Context, step_id: int) -> None:
    one, permit = await _held(context, step_id)
    await _forget(context, one)
    await store.steps.remove(context.tx, one.id)
    context.toast(t.toast_removed)
    await steps(context, permit.id, 0)


async def _open(context: Context, step_id: int, page: int) -> None:
    one, permit = await cards.known_step(context, step_id)
    choices = [
        done.button(t.not_done, one.id, 0) if one.done_at is not None else done.button(t.is_done, one.id, 1),
        ask_document.button(t.document, one.id),
        choose_who.button(t.who, one.id),
        ask_due.button(t.until, one.id),
        write_step.button(t.words, one.id),
        remove_step.button(t.remove_step, one.id),
    ]
    rows = paged(choices, page, step_more.button(t.more, one.id, max(page, 0) + 1))
    picture = Stored(one.document) if one.document is not None else None
    text = join(t.steps(what=called(permit)), _line(context, one))
    await context.show(text, rows, picture, steps.button(t.back, permit.id, 0))


async def _held(context: Context, step_id: int) -> tuple[Step, Permit]:
    """As it is once nobody else is at it."""
    one, _ = await cards.known_step(context, step_id)
    await cards.held(context, one.permit_id)
    return await cards.known_step(context, step_id)


async def _forget(context: Context, one: Step) -> None:
    if one.media_id is not None:
        await personal_data.forget_pictures(context.tx, context.town.picture_columns, [one.media_id])


def _done(all_: list[Step]) -> list[Step]:
    return [one for one in all_ if one.done_at is not None]


def _line(context: Context, one: Step) -> Text:
    sentence = t.line_done if one.done_at is not None else t.line_open
    return sentence(step=cards.step_line(context, one))
