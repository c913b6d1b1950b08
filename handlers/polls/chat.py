"""What people press around polls: the list, a poll, and their vote."""

from datetime import timedelta
from pathlib import Path

from bot.actions import Button, action
from bot.clock import milliseconds, moment
from bot.context import Context
from bot.errors import Refusal
from bot.outgoing import Message
from bot.people import TEAM
from bot.texts import Text, Texts, join, literal, short
from bot.times import When
from handlers.polls import results, store, vote_store
from handlers.polls.managing import manage
from handlers.polls.sheet import ON_A_BUTTON, chosen_words, common_sheet, find_picture, head_of, own_sheet
from handlers.polls.store import Option, Poll

t = Texts("polls", Path(__file__).parent / "texts")

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
    poll = await _poll(context, poll_id)
    back = polls.button(t.back)
    if not poll.is_open(context.now_ms):
        message = await results.result(context.notices, poll)
        await context.show(message.text, message.rows, message.picture, back=back)
        return
    options = await store.options(context.tx, poll.id)
    mine = await vote_store.choices_of(context.tx, poll.id, context.person.id)
    if context.may(TEAM) or len(options) > CHOICES:
        rows = [[show_ballot.button(t.vote, poll.id)]]
        rows += [[manage.button(t.manage, poll.id)]] if context.may(TEAM) else []
    else:
        rows = _option_rows(poll, options, mine)
    await _show_own(context, poll, options, mine, rows)


@action()
async def show_ballot(context: Context, poll_id: int) -> None:
    """Every option is a button, up to twelve of them: here the options are what the screen is about."""
    poll = await _poll(context, poll_id)
    _check_open(context, poll)
    options = await store.options(context.tx, poll.id)
    mine = await vote_store.choices_of(context.tx, poll.id, context.person.id)
    await _show_own(context, poll, options, mine, _option_rows(poll, options, mine))


@action()
async def vote(context: Context, poll_id: int, option_id: int) -> None:
    """The first press chooses, a press on one's own choice takes it back."""
    await context.tx.lock(f"poll {poll_id}")
    poll = await _poll(context, poll_id)
    _check_open(context, poll)
    options = await store.options(context.tx, poll.id)
    if option_id not in [one.id for one in options]:
        raise Refusal(t.poll_gone)
    if option_id in await vote_store.choices_of(context.tx, poll.id, context.person.id):
        await vote_store.take_back(context.tx, poll, option_id, context.person.id)
    else:
        await vote_store.vote(context.tx, poll, option_id, context.person.id, context.now_ms)
    mine = await vote_store.choices_of(context.tx, poll.id, context.person.id)
    options = await store.options(context.tx, poll.id)
    chosen = [one for one in options if one.id in mine]
    context.toast(t.counted(words=chosen_words(chosen)) if chosen else t.taken_back)
    await _show_own(context, poll, options, mine, _option_rows(poll, options, mine))


async def open_link(context: Context, code: str) -> None:
    """`poll-12` in a link that somebody shared."""
    poll = await store.find_poll(context.tx, int(code)) if code.isdecimal() and len(code) < 16 else None
    if poll is None:
        raise Refusal(t.poll_gone)
    if poll.place_id != context.place.id:
        await context.enter(poll.place_id)
    await open_poll(context, poll.id)


async def announcement(context: Context, poll: Poll) -> Message:
    """What every member gets; nobody's choice is in it, nor any count, which would grow old there."""
    options = await store.options(context.tx, poll.id)
    picture = await find_picture(context.tx, options)
    words = common_sheet(context.place, head_of(poll), options)
    return Message(join(t.new_poll(place=context.place.name), words), ballot_rows(poll, options), picture)


def ballot_rows(poll: Poll, options: list[Option]) -> list[list[Button]]:
    """For a message to many: the options themselves when they are few, else the way to them."""
    if len(options) > CHOICES:
        return [[show_ballot.button(t.vote, poll.id)]]
    return _option_rows(poll, options, [])


def _option_rows(poll: Poll, options: list[Option], mine: list[int]) -> list[list[Button]]:
    return [[vote.button(_label(one, mine), poll.id, one.id)] for one in options]


def _label(option: Option, mine: list[int]) -> Text:
    words = short(option.words, ON_A_BUTTON)
    return t.my_option(words=words) if option.id in mine else literal(words)


async def _show_own(
    context: Context, poll: Poll, options: list[Option], mine: list[int], rows: list[list[Button]]
) -> None:
    voters = await vote_store.count_voters(context.tx, poll.id)
    picture = await find_picture(context.tx, options)
    words = own_sheet(context.place, poll, options, mine, voters)
    await context.show(words, rows, picture, back=polls.button(t.back))


async def _poll(context: Context, poll_id: int) -> Poll:
    """A member may press a button from her other place too; whoever is no member needs its link."""
    poll = await store.find_poll(context.tx, poll_id)
    if poll is None:
        raise Refusal(t.poll_gone)
    if poll.place_id != context.place.id:
        if not await store.is_member(context.tx, context.person.id, poll.place_id):
            raise Refusal(t.poll_gone)
        await context.enter(poll.place_id)
    return poll


def _check_open(context: Context, poll: Poll) -> None:
    if not poll.is_open(context.now_ms):
        raise Refusal(t.closed_already)


async def _show_list(context: Context, first: int) -> None:
    since = milliseconds(context.now - LATELY)
    rest = (await store.polls_to_show(context.tx, context.place.id, since))[first:]
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
    voters = await vote_store.count_voters(context.tx, poll.id)
    question = short(poll.question, IN_THE_LIST)
    if not poll.is_open(context.now_ms):
        return t.closed_line(question=question, voters=voters)
    until = When(moment(poll.closes_at), context.place.clocks)
    return t.open_line(question=question, until=until, voters=voters)


def _list_label(context: Context, poll: Poll) -> Text:
    words = short(poll.question, ON_THE_LIST)
    return t.open_label(words=words) if poll.is_open(context.now_ms) else t.closed_label(words=words)
