"""The permit desk: all permits by date, those of one idea, and one of them."""

from bot.dialogue.actions import action
from bot.dialogue.context import Context, Where
from bot.dialogue.paging import BESIDE_MORE, paged
from bot.i18n.texts import Text, join
from bot.outbox.message import Button
from handlers.ideas.words import words_of
from handlers.permits import cards, city, details, moving, rules, steps, store
from handlers.permits.beginning import choose_idea, choose_kind
from handlers.permits.rules import DESK, Day, Status, Written
from handlers.permits.store.permits import Permit
from handlers.permits.words import IN_LINE, called, state, t

NEAREST = 3
MOST = 60  # that one leafs through


@action(DESK, command="permits")
async def permits(context: Context) -> None:
    nearest = await store.permits.with_dates(context.tx, context.place.id, NEAREST)
    lines = [line(context, one) for one in nearest]
    rows = [
        [listing.button(t.by_date, 0)] if lines else [choose_idea.button(t.begin, 0)],
        [choose_idea.button(t.begin, 0)] if lines else [listing.button(t.by_date, 0)],
        [city.handed_over.button(t.handed_over, 0)],
    ]
    await context.show(join(t.desk if lines else t.desk_empty, *lines, separator="\n\n"), rows)


@action(DESK)
async def listing(context: Context, page: int) -> None:
    """What is expected first, then what ends first, then what is over."""
    found = await store.permits.listed(context.tx, context.place.id, 0, MOST)
    first = max(page, 0) * BESIDE_MORE
    shown = [line(context, one) for one in (found[first:] or found)[: BESIDE_MORE + 1]]
    choices = [look.button(called(one, 40), one.id) for one in found]
    rows = paged(choices, page, listing.button(t.more, max(page, 0) + 1))
    text = join(t.listed, *shown, separator="\n\n") if found else t.none_yet
    await context.show(text, rows or [[choose_idea.button(t.begin, 0)]], back=permits.button(t.back))


@action(DESK)
async def look(context: Context, permit_id: int) -> None:
    await _show(context, await cards.known(context, permit_id))


@action(DESK)
async def see(context: Context, permit_id: int) -> None:
    """From a message that stays."""
    await _show(context, await cards.known(context, permit_id), Where.BELOW)


@action(DESK)
async def of_idea(context: Context, idea_id: int, page: int) -> None:
    """From the card of the idea."""
    idea = await cards.on_board(context, idea_id)
    found = await store.permits.of_idea(context.tx, idea.id)
    choices = [look.button(called(one, 40), one.id) for one in found]
    choices.append(choose_kind.button(t.begin, idea.id, 0))
    text = t.of_idea(number=idea.number, words=words_of(idea, IN_LINE), count=len(found))
    rows = paged(choices, page, of_idea.button(t.more, idea.id, max(page, 0) + 1))
    await context.show(text, rows, back=context.go(t.to_all, "permits"))


@action(DESK)
async def more(context: Context, permit_id: int, page: int) -> None:
    """One thing at a time: what fits its state comes first."""
    permit = await cards.known(context, permit_id)
    choices = []
    if permit.status in rules.WAITS:
        choices += [
            details.ask_day.button(t.day_expected, permit.id, Day.EXPECTED),
            details.ask_earlier.button(t.handed_in_earlier, permit.id),
        ]
    if permit.status in rules.VALID:
        choices += [
            details.ask_day.button(t.day_expires, permit.id, Day.EXPIRES),
            _completed(permit),
        ]
    choices += [details.write.button(t[f"write-{one.value}"], permit.id, one) for one in _to_write(permit)]
    choices += [
        details.choose_whose.button(t.whose, permit.id),
        details.choose_fee.button(t.fee, permit.id),
        details.ask_remove.button(t.remove, permit.id),
    ]
    rows = paged(choices, page, more.button(t.more, permit.id, max(page, 0) + 1))
    await context.show(await cards.card(context, permit), rows, back=cards.back_to_card(permit))


def line(context: Context, permit: Permit) -> Text:
    return t.line(what=called(permit), state=state(permit, context.place.clocks, context.now_ms))


async def _show(context: Context, permit: Permit, where: Where = Where.INSTEAD) -> None:
    all_ = await store.steps.of(context.tx, permit.id)
    done = sum(one.done_at is not None for one in all_)
    rows = [
        [moving.move_along.button(t.move_along, permit.id, 0)],
        [steps.steps.button(t.steps_button(done=done, all=len(all_)), permit.id, 0)],
        [more.button(t.more, permit.id, 0)],
    ]
    await cards.show(context, permit, rows, where)


def _completed(permit: Permit) -> Button:
    if permit.completed_at is not None:
        return details.completed.button(t.completed_undo, permit.id, 0)
    return details.completed.button(t.completed, permit.id, 1)


def _to_write(permit: Permit) -> list[Written]:
    """Who refused, and whom else to ask, is there to be put right only where somebody refused."""
    left_out = {Written.CONDITIONS} if permit.status is not Status.CONDITIONS else set()
    if permit.status is not Status.REFUSED:
        left_out |= {Written.REFUSED_BY, Written.ASK_ELSE}
    return [one for one in Written if one not in left_out]
