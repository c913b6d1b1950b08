"""Voting: one press chooses, adds a dot, or leads to a score or to the words an objection comes with."""

from datetime import timedelta

from bot.clock import milliseconds
from bot.dialogue import naming
from bot.dialogue.actions import action
from bot.dialogue.context import Context, Where
from bot.errors import Refusal
from bot.i18n.clocks import Clocks
from bot.i18n.texts import Text, join, literal, short
from bot.identity.places import Place
from bot.outbox.message import Button
from handlers.polls import rules, sheet, store
from handlers.polls.ballot import newcomers
from handlers.polls.rules import Apart, Kind, Stance, budgets, moments
from handlers.polls.rules.moments import Suits
from handlers.polls.sheet import ON_A_BUTTON, Own
from handlers.polls.store.polls import Option, Poll
from handlers.polls.words import t

CHOICES = 3
SCORE_SHOWN = 200  # letters of an option above its five numbers
RESTS = timedelta(seconds=1)  # no message changes twice in a second because of others
THINKS = timedelta(minutes=2)  # how long somebody may look at the five numbers before live counts come back


@action()
async def show_ballot(context: Context, poll_id: int) -> None:
    """Every option is a button, up to twelve of them: here the options are what the screen is about."""
    poll = await poll_of(context, poll_id)
    check_open(context, poll)
    await show_own(context, poll)


@action()
async def vote(context: Context, poll_id: int, option_id: int, wished: int = 1) -> None:
    """What a press on an option does depends on the kind of poll. `wished`: how many votes or dots she will have
    given it then."""
    poll, option = await _pressed(context, poll_id, option_id)
    match poll.kind:
        case Kind.DOTS:
            await _give_dots(context, poll, option, wished)
        case Kind.SCORE:
            given = await store.votes.choices_of(context.tx, poll.id, context.person.id)
            await _ask_score(context, poll, option, given.get(option.id))
        case Kind.TIME:
            given = await store.votes.choices_of(context.tx, poll.id, context.person.id)
            await _ask_suits(context, poll, option, given.get(option.id))
        case Kind.BUDGET if wished:
            await _put_into_basket(context, poll, option)
        case Kind.CONSENT if option.words != Stance.FINE:
            # Counted together with its words; where she came from is known now only, at the press.
            await newcomers.welcome(context, poll)
            await context.ask(t[f"ask-{option.words}"], hear_words, poll.id, option.id, where=Where.BELOW)
        case _:
            await _choose(context, poll, option, wished)


@action()
async def take_dots_back(context: Context, poll_id: int) -> None:
    poll = await _locked(context, poll_id)
    await store.votes.take_all_back(context.tx, poll.id, context.person.id)
    await _counted(context, poll)


@action()
async def vote_score(context: Context, poll_id: int, option_id: int, score: int) -> None:
    """The next option without a score follows by itself."""
    poll, option = await _pressed(context, poll_id, option_id)
    if poll.kind is not Kind.SCORE or score not in rules.SCORES:
        raise Refusal(t.poll_gone)
    await _cast(context, poll, option, score)
    await store.live.note_change(context.tx, poll)
    options, own = await store.polls.options(context.tx, poll.id), await own_of(context, poll)
    for one in options:
        if one.id not in own.given and one.id > option.id:
            await _ask_score(context, poll, one, None)
            return
    context.toast(t.counted(words=_chosen(context, poll, options, own)))
    await show(context, poll, options, own, option_rows(context.place, poll, options, dict(own.given)))


@action()
async def vote_moment(context: Context, poll_id: int, option_id: int, suits: Suits) -> None:
    """The next moment without an answer follows by itself."""
    poll, option = await _pressed(context, poll_id, option_id)
    if poll.kind is not Kind.TIME:
        raise Refusal(t.poll_gone)
    _check_ahead(context, option)
    await _cast(context, poll, option, moments.VALUES[suits])
    await store.live.note_change(context.tx, poll)
    options, own = await store.polls.options(context.tx, poll.id), await own_of(context, poll)
    later = options[[one.id for one in options].index(option.id) + 1 :]
    for one in later:
        if one.id not in own.given and (one.at or 0) > context.now_ms:
            await _ask_suits(context, poll, one, None)
            return
    context.toast(t.counted(words=_chosen(context, poll, options, own)))
    await show(context, poll, options, own, option_rows(context.place, poll, options, dict(own.given)))


@action()
async def hear_words(context: Context, poll_id: int, option_id: int, words: str) -> None:
    """A concern or an objection, with its words."""
    poll, option = await _pressed(context, poll_id, option_id)
    if poll.kind is not Kind.CONSENT:
        raise Refusal(t.poll_gone)
    said = words.strip()
    if not said or len(said) > rules.LONGEST_REASON:
        raise Refusal(t.reason_too_long(limit=rules.LONGEST_REASON))
    await _cast(context, poll, option, 1)
    await store.votes.keep_reason(context.tx, poll.id, context.person.id, option.id, said)
    await store.live.note_change(context.tx, poll)
    await show_own(context, poll)


def ballot_rows(place: Place, poll: Poll, options: list[Option]) -> list[list[Button]]:
    """For a message to many: the options themselves when they are few, else the way to them."""
    if len(options) > CHOICES:
        return [[show_ballot.button(t.vote, poll.id)]]
    return option_rows(place, poll, options, {})


def option_rows(place: Place, poll: Poll, options: list[Option], given: dict[int, int]) -> list[list[Button]]:
    rows = [[_option_button(place, poll, one, given.get(one.id))] for one in options]
    if poll.kind is Kind.DOTS and given:
        rows.append([take_dots_back.button(t.take_dots_back, poll.id)])
    return rows


async def show_own(context: Context, poll: Poll) -> None:
    """The options as buttons. The message that asked stays in the chat; a screen has a way back."""
    options = await store.polls.options(context.tx, poll.id)
    own = await own_of(context, poll)
    await show(context, poll, options, own, option_rows(context.place, poll, options, dict(own.given)))


async def show(context: Context, poll: Poll, options: list[Option], own: Own, rows: list[list[Button]]) -> None:
    voters = await store.votes.count_voters(context.tx, poll.id)
    later = await store.votes.count_later(context.tx, poll.id)
    words = sheet.own_sheet(context.place, poll, options, voters, later, own)
    if poll.named and own.given:
        words, rows = await naming.asked_with(context, words, rows)
    picture = await sheet.find_picture(context.tx, options)
    if await _at_the_question(context, poll, RESTS):
        await context.say(words, rows, picture, where=Where.IN_PLACE)
        return
    await context.show(words, rows, picture, back=context.go(t.back, "polls"))


async def own_of(context: Context, poll: Poll) -> Own:
    return Own(
        await store.votes.choices_of(context.tx, poll.id, context.person.id),
        await store.votes.find_reason(context.tx, poll.id, context.person.id),
        await store.votes.find_apart(context.tx, poll.id, context.person.id) or Apart.NO,
    )


async def poll_of(context: Context, poll_id: int) -> Poll:
    """A member may press a button from her other place too; whoever is no member needs its link."""
    poll = await store.polls.find_poll(context.tx, poll_id)
    if poll is None:
        raise Refusal(t.poll_gone)
    if poll.place_id != context.place.id:
        if not await store.polls.is_member(context.tx, context.person.id, poll.place_id):
            raise Refusal(t.poll_gone)
        await context.enter(poll.place_id)
    return poll


def check_open(context: Context, poll: Poll) -> None:
    if not poll.is_open(context.now_ms):
        raise Refusal(t.closed_already)


async def _locked(context: Context, poll_id: int) -> Poll:
    await context.tx.lock(f"poll {poll_id}")
    poll = await poll_of(context, poll_id)
    check_open(context, poll)
    return poll


async def _pressed(context: Context, poll_id: int, option_id: int) -> tuple[Poll, Option]:
    poll = await _locked(context, poll_id)
    option = await store.polls.find_option(context.tx, poll.id, option_id)
    if option is None:
        raise Refusal(t.poll_gone)
    return poll, option


async def _cast(context: Context, poll: Poll, option: Option, value: int) -> None:
    await newcomers.welcome(context, poll)
    await store.votes.vote(context.tx, poll, option.id, context.person.id, value, context.now_ms)


async def _choose(context: Context, poll: Poll, option: Option, wished: int) -> None:
    """A press on one's own choice takes it back; the same press twice does it once."""
    if wished:
        await _cast(context, poll, option, 1)
    else:
        await store.votes.take_back(context.tx, poll, option.id, context.person.id)
    await _counted(context, poll)


async def _give_dots(context: Context, poll: Poll, option: Option, wished: int) -> None:
    """Never fewer: another press, or one from an old screen, takes no dot away."""
    given = await store.votes.choices_of(context.tx, poll.id, context.person.id)
    others = sum(given.values()) - given.get(option.id, 0)
    if wished > poll.dots - others:
        raise Refusal(t.no_dots_left(dots=poll.dots))
    if wished > given.get(option.id, 0):
        await _cast(context, poll, option, wished)
    await _counted(context, poll)


async def _put_into_basket(context: Context, poll: Poll, option: Option) -> None:
    """Expects the lock of the poll: of two presses at once, at whatever door, the second sees what the first left."""
    given = await store.votes.choices_of(context.tx, poll.id, context.person.id)
    costs = sheet.costs_of(await store.polls.options(context.tx, poll.id))
    left = budgets.left(poll.total, costs, given)
    if option.id not in given:
        if costs[option.id] > left:
            cost, rest = budgets.shown(costs[option.id]), budgets.shown(left)
            raise Refusal(t.too_dear(words=short(option.words, ON_A_BUTTON), cost=cost, left=rest))
        await _cast(context, poll, option, 1)
    await _counted(context, poll)


async def _counted(context: Context, poll: Poll) -> None:
    await store.live.note_change(context.tx, poll)
    options, own = await store.polls.options(context.tx, poll.id), await own_of(context, poll)
    context.toast(t.counted(words=_chosen(context, poll, options, own)) if own.given else t.taken_back)
    await show(context, poll, options, own, option_rows(context.place, poll, options, dict(own.given)))


async def _ask_score(context: Context, poll: Poll, option: Option, given: int | None) -> None:
    """Five numbers in two rows, as many as a narrow phone takes: they are what the screen is about."""
    buttons = [vote_score.button(_score_label(score, given), poll.id, option.id, score) for score in rules.SCORES]
    numbers = [buttons[:CHOICES], buttons[CHOICES:]]
    words = join(
        t.question_line(question=poll.question), t.ask_score(words=short(option.words, SCORE_SHOWN)), t.score_meaning
    )
    picture = await sheet.find_picture(context.tx, await store.polls.options(context.tx, poll.id))
    back = show_ballot.button(t.back, poll.id)
    if await _at_the_question(context, poll, THINKS):
        await context.say(words, [*numbers, [back]], picture, where=Where.IN_PLACE)
        return
    await context.show(words, numbers, picture, back=back)


async def _ask_suits(context: Context, poll: Poll, option: Option, given: int | None) -> None:
    _check_ahead(context, option)
    rows = [[vote_moment.button(_suits_label(suits, given), poll.id, option.id, suits)] for suits in Suits]
    at = sheet.option_words(poll.kind, option, SCORE_SHOWN, context.place.clocks)
    words = join(t.question_line(question=poll.question), t.ask_suits(at=at))
    back = show_ballot.button(t.back, poll.id)
    if await _at_the_question(context, poll, THINKS):
        await context.say(words, [*rows, [back]], where=Where.IN_PLACE)
        return
    await context.show(words, rows, back=back)


def _check_ahead(context: Context, option: Option) -> None:
    if (option.at or 0) <= context.now_ms:
        raise Refusal(t.moment_over)


def _chosen(context: Context, poll: Poll, options: list[Option], own: Own) -> Text:
    return sheet.chosen_words(poll.kind, options, own.given, context.place.clocks)


async def _at_the_question(context: Context, poll: Poll, rests: timedelta) -> bool:
    """Whether the pressed message is the one that asked; it shows what is true now, and rests a while."""
    message_id = context.incoming.message_id
    if context.incoming.query_id is None or message_id is None:
        return False
    person_id = context.person.id
    if not await store.live.is_question(context.tx, poll.id, person_id, context.speaker.door, message_id):
        return False
    until = milliseconds(context.now + rests)
    await store.live.note_shown(context.tx, poll, person_id, message_id, context.now_ms, until)
    return True


def _option_button(place: Place, poll: Poll, option: Option, given: int | None) -> Button:
    """What is not chosen yet has the address it always had, also in messages that wait in old chats."""
    label = _label(poll.kind, option, given, place.clocks)
    asks = poll.kind in (Kind.SCORE, Kind.TIME) or (poll.kind is Kind.CONSENT and option.words != Stance.FINE)
    if given is None or asks:
        return vote.button(label, poll.id, option.id)
    return vote.button(label, poll.id, option.id, given + 1 if poll.kind is Kind.DOTS else 0)


def _label(kind: Kind, option: Option, given: int | None, clocks: Clocks) -> Text:
    words = sheet.words_to_press(kind, option, ON_A_BUTTON, clocks)
    if given is None:
        return words
    if kind in sheet.VALUED:
        return sheet.with_value(kind, words, given)
    return t.my_option(words=words)


def _suits_label(suits: Suits, given: int | None) -> Text:
    """With its sign, so that a glance is enough; what she said already is marked."""
    label = t[f"answer-{suits.value}"]
    return t.my_option(words=label) if given == moments.VALUES[suits] else label


def _score_label(score: int, given: int | None) -> Text:
    return t.my_option(words=str(score)) if score == given else literal(str(score))
