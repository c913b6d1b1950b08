"""The board: five ideas at a time, one by one, narrowed down, and the card of one."""

from bot.dialogue.actions import UnknownAddress, action
from bot.dialogue.context import Context, Where
from bot.dialogue.paging import paged
from bot.errors import Refusal
from bot.i18n.texts import Text, join
from bot.identity import places
from bot.identity.roles import TEAM
from bot.outbox.message import Button
from handlers.ideas import asides, cards, rules, store
from handlers.ideas.board import behind_the_card
from handlers.ideas.desk import crowding, queue
from handlers.ideas.life import decisions
from handlers.ideas.rules import Status
from handlers.ideas.store.ideas import Idea, View
from handlers.ideas.words import spot_name, status_name, t

PAGE = 5
NEWEST, MOST_SUPPORTED, MINE = "new", "top", "mine"
ONE = "one"  # a card that was opened by its number: there is no next one


def read_view(code: str) -> View:
    """`new`, `top`, `mine`, `s-open` for a status, `p-3` for a spot. Raises UnknownAddress."""
    kind, _, rest = code.partition("-")
    if kind == "s" and rest in rules.FILTERS:
        return View(status=rest)
    if kind == "p" and rest.isdecimal() and len(rest) < 10:
        return View(spot_id=int(rest))
    views = {NEWEST: View(), MOST_SUPPORTED: View(by_voices=True), MINE: View(mine=True), ONE: View()}
    if code not in views:
        raise UnknownAddress(code)
    return views[code]


@action(command="ideas")
async def ideas(context: Context) -> None:
    await show_page(context, NEWEST, 0)


@action()
async def page(context: Context, view: str, offset: int) -> None:
    await show_page(context, view, max(0, offset))


@action()
async def look(context: Context, view: str, offset: int) -> None:
    """One by one, in the order of the list."""
    found = await store.ideas.board(
        context.tx, context.place.id, context.person.id, read_view(view), max(0, offset), 1
    )
    if not found:
        raise Refusal(t.that_was_the_last)
    await show_card(context, found[0], view, max(0, offset))


@action()
async def card(context: Context, idea_id: int) -> None:
    """From a message that should stay, such as a receipt: the card stands below it."""
    idea = await cards.seen(context, idea_id)
    rows = await _card_rows(context, idea, ONE, 0)
    await context.show(
        await cards.card(context, idea), rows, await cards.picture(context.tx, idea), where=Where.BELOW
    )


@action()
async def back_to_card(context: Context, idea_id: int) -> None:
    await show_card(context, await cards.seen(context, idea_id), ONE, 0)


async def open_number(context: Context, number: int) -> None:
    """`/27`, the number people say aloud."""
    found = await store.ideas.find_by_number(context.tx, context.place.id, number)
    if found is None:
        raise Refusal(t.no_such_number(number=number))
    await show_card(context, await cards.check_seen(context, found), ONE, 0)


async def open_link(context: Context, rest: str) -> None:
    """`27`, or `code-27` from another place."""
    code, _, number = rest.rpartition("-")
    if not number.isdecimal() or len(number) > 9:
        raise Refusal(t.no_such_idea)
    if code and code != context.place.code:
        place = await places.find_by_code(context.tx, code)
        if place is None:
            raise Refusal(t.no_such_idea)
        await context.enter(place.id)
    await open_number(context, int(number))


@action()
async def support(context: Context, idea_id: int, view: str, offset: int, wished: int = 1) -> None:
    read_view(view)
    idea = await cards.talked_about(context, await cards.seen(context, idea_id))
    if await store.ideas.is_author(context.tx, idea.id, context.person.id):
        raise Refusal(t.own_idea)
    if wished:
        apart = await crowding.support(context, idea)
        context.toast(t.supported_apart if apart else t.supported)
    else:
        await store.support.unsupport(context.tx, idea.id, context.person.id)
        context.toast(t.unsupported)
    await show_card(context, await store.ideas.idea(context.tx, context.place.id, idea.id), view, offset)


@action()
async def toggle_support(context: Context, idea_id: int, view: str, offset: int) -> None:
    """From an old chat: whoever pressed it most likely wished to support."""
    await support(context, idea_id, view, offset)


@action()
async def narrow(context: Context, page: int) -> None:
    """Newest, most supported, mine, by status, by spot."""
    choices = [
        show_view.button(t.view_new, NEWEST),
        show_view.button(t.view_top, MOST_SUPPORTED),
        show_view.button(t.view_mine, MINE),
        by_status.button(t.by_status, 0),
        by_spot.button(t.by_spot, 0),
    ]
    await _choices(context, t.narrow, choices, page, narrow.button(t.more, page + 1))


@action()
async def show_view(context: Context, view: str) -> None:
    await show_page(context, view, 0)


@action()
async def by_status(context: Context, page: int) -> None:
    choices = [show_view.button(status_name(status), f"s-{status.value}") for status in rules.FILTERS]
    await _choices(context, t.which_status, choices, page, by_status.button(t.more, page + 1))


@action()
async def by_spot(context: Context, page: int) -> None:
    choices = [show_view.button(spot_name(spot), f"p-{spot.id}") for spot in await cards.spots(context.notices)]
    await _choices(context, t.which_spot, choices, page, by_spot.button(t.more, page + 1))


async def show_page(context: Context, view: str, offset: int) -> None:
    found = await store.ideas.board(
        context.tx, context.place.id, context.person.id, read_view(view), offset, PAGE + 1
    )
    shown = found[:PAGE]
    if not shown:
        rows = [[context.go(t.suggest_something, "suggest")], [narrow.button(t.narrow_button, 0)]]
        await context.show(t.nothing_here if offset == 0 else t.that_was_the_last, rows)
        return
    rows = [[look.button(t.one_by_one, view, offset)]]
    if len(found) > PAGE:
        rows.append([page.button(t.five_more, view, offset + PAGE)])
    rows.append([narrow.button(t.narrow_button, 0)])
    told = [await cards.line(context.tx, idea, await asides.reading(context, idea)) for idea in shown]
    lines = [t.board_title, *told]
    back = page.button(t.back, view, max(0, offset - PAGE)) if offset else None
    picture = await cards.pictures_of(context.tx, shown)
    await context.show(join(*lines, separator="\n\n"), rows, picture, back)


async def show_card(context: Context, idea: Idea, view: str, offset: int) -> None:
    rows = await _card_rows(context, idea, view, offset)
    back = page.button(t.back, NEWEST if view == ONE else view, offset // PAGE * PAGE)
    await context.show(await cards.card(context, idea), rows, await cards.picture(context.tx, idea), back)


async def _card_rows(context: Context, idea: Idea, view: str, offset: int) -> list[list[Button]]:
    """Support, what this person's role or place in the list calls for, and the rest."""
    if idea.status is Status.MERGED and idea.merged_into is not None and not context.may(TEAM):
        return [[back_to_card.button(t.see_the_other, idea.merged_into)]]
    rows: list[list[Button]] = []
    upfront = await asides.upfront(context, idea) if idea.status in rules.FINISHED else None
    if upfront is not None:
        rows.append([upfront])
    else:
        rows += [[one] for one in await behind_the_card.support_buttons(context, idea, view, offset)]
    settled = await store.steps.settled_space(context.tx, idea.id)
    awaited = idea.status is Status.TRIAL or rules.awaits_answer(idea.status, idea.space, settled)
    if awaited and _decides_here(context, idea):
        rows.append([decisions.answer.button(t.answer_idea, idea.id)])
    elif view != ONE:
        rows.append([look.button(t.next_idea, view, offset + 1)])
    elif context.may(TEAM):
        rows.append([queue.look_after.button(t.look_after, idea.id)])
    rows.append([behind_the_card.more.button(t.more, idea.id)])
    return rows


def _decides_here(context: Context, idea: Idea) -> bool:
    """The team has its own way to an answer, from the desk."""
    return context.may(rules.decider(idea.space)) and not context.may(TEAM)


async def _choices(context: Context, text: Text, choices: list[Button], page: int, further: Button) -> None:
    rows = paged(choices, max(0, page), further)
    await context.show(text, rows, back=ideas.button(t.back))
