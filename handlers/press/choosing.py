"""The team chooses what to ask for: something that was said, or how a change looked before and after."""

from bot.clock import milliseconds
from bot.dialogue.actions import action
from bot.dialogue.ahead import Ahead
from bot.dialogue.context import Context
from bot.dialogue.paging import paged
from bot.errors import Refusal
from bot.i18n.texts import join, literal, short
from bot.identity.roles import TEAM
from bot.outbox.message import Collage
from handlers.kit import rules as kit
from handlers.kit import store as kits
from handlers.press import asking, rules, store
from handlers.press.chat import MOST_NAMED, press
from handlers.press.rules import Kind
from handlers.press.store.sources import Photo, Quote
from handlers.press.words import TITLE, t

asked = Ahead[[int]]("press.asked")


@action(TEAM)
async def found(context: Context) -> None:
    rows = [
        [quotes.button(t.a_quote, 0)],
        [pictures.button(t.pictures, 0)],
        [asked.button(t.asked_so_far, 0)],
    ]
    await context.show(t.pieces_title, rows, back=press.button(t.back))


@action(TEAM)
async def quotes(context: Context, page: int) -> None:
    """What was said of changes that are done, without whose it is."""
    there = await store.sources.quotes(context.tx, context.place.id, rules.MOST_LISTED)
    choices = [quote.button(literal(short(one.words, TITLE)), one.kind, one.source_id) for one in there]
    rows = paged(choices, page, quotes.button(t.more, max(page, 0) + 1))
    await context.show(t.which_quote if there else t.no_quotes, rows, back=found.button(t.back))


@action(TEAM)
async def quote(context: Context, kind: Kind, source_id: int) -> None:
    one = await _quote(context, kind, source_id)
    rows = [[ask_quote.button(t.ask_her, kind, source_id, rules.mark(one.words, None, ""))]]
    await context.show(join(t.quoted(words=one.words), t.quote_about, separator="\n\n"), rows,
                       back=quotes.button(t.back, 0))  # fmt: skip


@action(TEAM)
async def ask_quote(context: Context, kind: Kind, source_id: int, read: str) -> None:
    """`read` marks the words that stood there: nobody asks for what she has not read."""
    await context.tx.lock(f"press {context.place.id}")
    one = await _quote(context, kind, source_id)
    if read != rules.mark(one.words, None, ""):
        context.toast(t.changed_meanwhile)
        await quote(context, kind, source_id)
        return
    somebody = kit.people_in(one.words, await kits.people.names(context.tx, context.place.id))
    if somebody:
        raise Refusal(t.somebody_in_quote(found=short(", ".join(somebody), MOST_NAMED)))
    await _check_room(context, 1)
    await store.pieces.ask_quote(context.tx, context.place.id, one, context.person.id, context.now_ms)
    await asking.tell_next(context.notices, one.person_id)
    context.toast(t.is_asked)
    await asked(context, 0)


@action(TEAM)
async def pictures(context: Context, page: int) -> None:
    there = dict.fromkeys((one.idea_id, one.number) for one in await _photos(context) if one.after)
    choices = [change.button(t.change_choice(number=number), idea_id) for idea_id, number in there]
    rows = paged(choices, page, pictures.button(t.more, max(page, 0) + 1))
    await context.show(t.which_change if there else t.no_pictures, rows, back=found.button(t.back))


@action(TEAM)
async def change(context: Context, idea_id: int) -> None:
    """Before and after; somebody looks at both before anybody is asked."""
    both = await _both(context, idea_id)
    labels = {one.media_id: str(number) for number, one in enumerate(both, 1)}
    shown = Collage(tuple(labels.items()))
    ids = [one.media_id for one in both]
    rows = [[ask_pictures.button(t.no_child_on_them, idea_id, ids[0], ids[-1])]]
    await context.show(t.look_for_children, rows, shown, back=pictures.button(t.back, 0))


@action(TEAM)
async def ask_pictures(context: Context, idea_id: int, first: int, last: int) -> None:
    """`first` and `last` are those she looked at."""
    await context.tx.lock(f"press {context.place.id}")
    both = await _both(context, idea_id)
    if [both[0].media_id, both[-1].media_id] != [first, last]:
        context.toast(t.changed_meanwhile)
        await change(context, idea_id)
        return
    await _check_room(context, len(both))
    for one in both:
        await store.pieces.ask_picture(context.tx, context.place.id, one, context.person.id, context.now_ms)
    for person_id in dict.fromkeys(one.person_id for one in both):
        await asking.tell_next(context.notices, person_id)
    context.toast(t.is_asked)
    await asked(context, 0)


async def _quote(context: Context, kind: Kind, source_id: int) -> Quote:
    one = await store.sources.quote(context.tx, context.place.id, kind, source_id)
    if one is None:
        raise Refusal(t.quote_gone)
    return one


async def _photos(context: Context) -> list[Photo]:
    """Those nobody was asked for."""
    known = await store.pieces.asked_for(context.tx, context.place.id)
    there = await store.sources.photos(context.tx, context.place.id)
    return [one for one in there if one.media_id not in known]


async def _both(context: Context, idea_id: int) -> list[Photo]:
    """The first before and the last after, of those that may be asked for."""
    there = [one for one in await _photos(context) if one.idea_id == idea_id]
    after = [one for one in there if one.after][-1:]
    if not after:
        raise Refusal(t.picture_gone)
    return [*[one for one in there if not one.after][:1], *after]


async def _check_room(context: Context, more: int) -> None:
    place_id = context.place.id
    if await store.pieces.count_waiting(context.tx, place_id) + more > rules.MOST_WAITING:
        raise Refusal(t.enough_waiting(limit=rules.MOST_WAITING))
    since = milliseconds(context.now - rules.A_DAY)
    if await store.pieces.count_asked(context.tx, place_id, since) + more > rules.MOST_ASKED_A_DAY:
        raise Refusal(t.enough_asked)
