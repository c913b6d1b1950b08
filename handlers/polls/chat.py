"""What people find around polls: the list, a poll as it stands, and the link to it."""

from datetime import timedelta

from bot.clock import milliseconds, moment
from bot.dialogue.actions import action
from bot.dialogue.context import Context
from bot.errors import Refusal
from bot.i18n.clocks import When
from bot.i18n.texts import Text, join, short
from bot.identity import places
from bot.identity.roles import TEAM
from bot.outbox.message import Message
from handlers.polls import deciding, looking, results, sheet, store
from handlers.polls.ballot import voting
from handlers.polls.managing import manage
from handlers.polls.store.polls import Poll
from handlers.polls.words import t

LATELY = timedelta(days=14)
CHOICES = 3
ON_THE_LIST = 28  # letters of a question on a button
IN_THE_LIST = 120


@action(command="polls")
async def polls(context: Context) -> None:
    await _show_list(context, 0)


@action()
async def more_polls(context: Context, first: int) -> None:
    await _show_list(context, max(first, 0))


@action()
async def open_poll(context: Context, poll_id: int) -> None:
    """A poll as one finds it: few options at once, many behind one button, the result when it is closed."""
    poll = await voting.poll_of(context, poll_id)
    if not poll.is_open(context.now_ms):
        await _show_closed(context, poll)
        return
    options = await store.polls.options(context.tx, poll.id)
    own = await voting.own_of(context, poll)
    if context.may(TEAM) or len(options) > CHOICES:
        rows = [[voting.show_ballot.button(t.vote, poll.id)]]
        rows += [[manage.button(t.manage, poll.id)]] if context.may(TEAM) else []
    else:
        rows = voting.option_rows(context.place, poll, options, dict(own.given))
    if poll.named and poll.live:
        rows.append([looking.show_names.button(t.show_names, poll.id)])
    await voting.show(context, poll, options, own, rows)


@action()
async def open_below(context: Context, poll_id: int) -> None:
    """From a message that names other things, too, and so stays."""
    context.keep_pressed()
    await open_poll(context, poll_id)


async def open_link(context: Context, rest: str) -> None:
    """`code-12` in a link that somebody shared. Without the code of its place, numbers tried out lead nowhere."""
    code, _, number = rest.rpartition("-")
    poll = await store.polls.find_poll(context.tx, int(number)) if number.isdecimal() and len(number) < 16 else None
    if poll is None:
        raise Refusal(t.poll_gone)
    if poll.place_id != context.place.id:
        place = await places.find_by_code(context.tx, code)
        if place is None or place.id != poll.place_id:
            raise Refusal(t.poll_gone)
        await context.enter(place.id)
    await open_poll(context, poll.id)


async def announcement(context: Context, poll: Poll) -> Message:
    """What every member gets; nobody's choice is in it."""
    options = await store.polls.options(context.tx, poll.id)
    picture = await sheet.find_picture(context.tx, options)
    words = sheet.common_sheet(context.place, sheet.head_of(poll), options)
    text = join(t.new_poll(place=context.place.name), words)
    return Message(text, voting.ballot_rows(context.place, poll, options), picture)


async def _show_closed(context: Context, poll: Poll) -> None:
    message = await results.result(context.notices, poll)
    rows = [*message.rows]
    if context.may(TEAM) and poll.state == "closed":
        rows += await deciding.meeting_rows(context, poll)
        rows.append([deciding.decide.button(t.decide, poll.id)])
    await context.show(message.text, rows, message.picture, back=polls.button(t.back))


async def _show_list(context: Context, first: int) -> None:
    since = milliseconds(context.now - LATELY)
    rest = (await store.polls.polls_to_show(context.tx, context.place.id, since))[first:]
    if not rest:
        rows = [[context.go(t.make_one, "newpoll")]] if context.may(TEAM) else []
        await context.show(t.no_polls, rows)
        return
    shown = rest if len(rest) <= CHOICES else rest[: CHOICES - 1]
    lines = [await _list_line(context, poll) for poll in shown]
    rows = [[open_poll.button(_list_label(context, poll), poll.id)] for poll in shown]
    if len(rest) > len(shown):
        rows.append([more_polls.button(t.more_polls(count=len(rest) - len(shown)), first + len(shown))])
    await context.show(join(t.polls, *lines, separator="\n\n"), rows, back=polls.button(t.back) if first else None)


async def _list_line(context: Context, poll: Poll) -> Text:
    voters = await store.votes.count_voters(context.tx, poll.id)
    question = short(poll.question, IN_THE_LIST)
    if not poll.is_open(context.now_ms):
        return t.closed_line(question=question, voters=voters)
    until = When(moment(poll.closes_at), context.place.clocks)
    return t.open_line(question=question, until=until, voters=voters)


def _list_label(context: Context, poll: Poll) -> Text:
    words = short(poll.question, ON_THE_LIST)
    return t.open_label(words=words) if poll.is_open(context.now_ms) else t.closed_label(words=words)
