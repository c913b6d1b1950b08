"""Reading on: who voted for what where the poll said so before, and the words that concerns came with."""

from bot.dialogue.actions import action
from bot.dialogue.context import Context, Where
from bot.errors import Refusal
from bot.i18n.texts import Text, join
from bot.identity import names
from handlers.polls import sheet, store
from handlers.polls.ballot import voting
from handlers.polls.rules import Kind
from handlers.polls.store.votes import Given
from handlers.polls.words import t

REASONS = 5  # at a time
NAMES = 30  # of one option
OPTION_SHOWN = 40


@action()
async def show_names(context: Context, poll_id: int) -> None:
    poll = await voting.poll_of(context, poll_id)
    if not poll.named:
        raise Refusal(t.votes_are_secret)
    if not poll.live and poll.is_open(context.now_ms):
        raise Refusal(t.names_later)
    given = await store.votes.who_voted(context.tx, poll.id)
    lines = [
        t.names_line(
            words=sheet.option_words(poll.kind, one, OPTION_SHOWN, context.place.clocks),
            names=_names(poll.kind, of_it),
        )
        for one in await store.polls.options(context.tx, poll.id)
        if (of_it := [each for each in given if each.option_id == one.id])
    ]
    back = context.go(t.back, "polls")
    await context.show(
        join(t.question_line(question=poll.question), *(lines or [t.nobody_voted])), [[back]], where=Where.BELOW
    )


@action()
async def show_reasons(context: Context, poll_id: int, first: int) -> None:
    """In fives; whose they are nobody is told, and before the close nobody reads them."""
    poll = await voting.poll_of(context, poll_id)
    if poll.is_open(context.now_ms):
        raise Refusal(t.reasons_later)
    reasons = await store.votes.reasons(context.tx, poll.id)
    options = {one.id: one for one in await store.polls.options(context.tx, poll.id)}
    rest = reasons[max(first, 0) :]
    lines = [
        t.reason_line(
            answer=sheet.option_words(poll.kind, options[one.option_id], OPTION_SHOWN, context.place.clocks),
            words=one.words,
        )
        for one in rest[:REASONS]
    ]
    rows = [[context.go(t.back, "polls")]]
    if len(rest) > REASONS:
        rows.insert(0, [show_reasons.button(t.more_reasons(count=len(rest) - REASONS), poll.id, first + REASONS)])
    text = join(t.question_line(question=poll.question), *(lines or [t.no_reasons]), separator="\n\n")
    await context.show(text, rows, where=Where.INSTEAD if first else Where.BELOW)


def _names(kind: Kind, given: list[Given]) -> Text:
    """Cut off where a list of names would be all there is to see."""
    shown = [
        t.given(words=names.called(one.name), value=sheet.shown_value(kind, one.value))
        if kind in sheet.VALUED
        else names.called(one.name)
        for one in given[:NAMES]
    ]
    if len(given) > NAMES:
        shown.append(t.more_names(count=len(given) - NAMES))
    return join(*shown, separator=" · ")
