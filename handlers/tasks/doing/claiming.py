"""Taking something on: by oneself, on another day, or for somebody who has no phone."""

from bot.dialogue import naming
from bot.dialogue.actions import action
from bot.dialogue.ahead import Ahead
from bot.dialogue.context import Context
from bot.dialogue.feature import town_of
from bot.dialogue.notices import Notices
from bot.doors.door import TELEGRAM
from bot.errors import Refusal
from bot.i18n.texts import Text, clean, join
from bot.identity import roles
from bot.identity.roles import TEAM
from bot.outbox.message import Button
from bot.workers import crowds
from bot.workers.crowds import Thing
from handlers.tasks import cards, rules, store, telling
from handlers.tasks.paging import paged
from handlers.tasks.rules import HOLDS, Claim
from handlers.tasks.source import ClaimAside
from handlers.tasks.store.dates import Date
from handlers.tasks.words import line, short_label, t, when

look = Ahead[[int]]("tasks.look")
open_claim = Ahead[[int]]("tasks.open_claim")
cant = Ahead[[int]]("tasks.cant")
mine = Ahead[[int]]("tasks.mine")
OFFERED = 20


@action()
async def claim(context: Context, date_id: int, grown: int = 0) -> None:
    """Pressed twice is pressed once; whoever comes too late is offered the next one."""
    date = await cards.held(context, date_id)
    hers = await store.claims.hers(context.tx, date.id, context.person.id)
    if hers is not None and hers.state in (*HOLDS, Claim.DONE):
        if hers.state is Claim.STAND_IN and date.stands:
            await store.claims.confirm(context.tx, hers.id, context.now_ms)
            context.toast(t.toast_still)
        await open_claim(context, hers.id)
        return
    _check_open(context, date)
    if not date.wanted:
        await _offer(context, date, 0, t.just_taken, t.just_taken_last)
        return
    if date.adults and not grown:
        rows = [[claim.button(t.grown_yes, date.id, 1)], [other_days.button(t.another_day, date.id, 0)]]
        await context.show(t.only_grown(task=cards.title(date)), rows, back=look.button(t.back, date.id))
        return
    await _check_limits(context, date)
    await _take_on(context, date)


async def _take_on(context: Context, date: Date) -> None:
    claim_id = await take(context.notices, date, context.person.id, "")
    rows = [[open_claim.button(t.my_task, claim_id)], [cant.button(t.cant, claim_id)]]
    thanks = t.taken_on(task=cards.title(date), when=when(date, context.place.clocks))
    text, rows = await naming.asked_with(context, join(thanks, cards.first_words(date)), rows)
    await context.say(text, rows)
    for _, one in town_of(context.notices).offered(ClaimAside):
        await one.claimed(context, date)


async def take(notices: Notices, date: Date, person_id: int, for_name: str) -> int:
    """Expects a held date with room. Whoever looked for a stand-in first is free now, and hears it."""
    if date.taken >= date.needed and (looking := await store.claims.looking(notices.tx, date.id)) is not None:
        await store.claims.set_state(notices.tx, looking.id, Claim.WITHDRAWN, notices.now_ms)
        await telling.relieved(notices, looking, date)
    return await store.claims.take(notices.tx, date.id, person_id, for_name, notices.now_ms)


def _check_open(context: Context, date: Date) -> None:
    if not date.stands:
        raise Refusal(t.is_off)
    if cards.over(context, date):
        raise Refusal(t.is_over)


async def _check_limits(context: Context, date: Date) -> None:
    """A visitor with two hundred cookies takes no two hundred places."""
    held = await store.claims.count_open(context.tx, context.place.id, context.person.id, context.now_ms)
    if held >= rules.MOST_OPEN:
        raise Refusal(t.enough_for_now(most=rules.MOST_OPEN))
    judged = await crowds.judge(context, Thing("task", date.id, context.now_ms))
    if judged.apart:
        raise Refusal(t.crowd)
    # What she says is done before its day leaves no room for the next: else she did all there is in one evening.
    if judged.newcomer and held + await _done_ahead(context) >= rules.MOST_OF_NEWCOMERS:
        raise Refusal(t.enough_at_first(most=rules.MOST_OF_NEWCOMERS))
    if judged.alarm:
        text = t.team_crowd(task=cards.title(date), count=judged.alarm)
        await context.tell_all(await roles.team(context.tx, date.place_id), text, cards.see_rows(date))


async def _done_ahead(context: Context) -> int:
    return await store.claims.count_done_ahead(context.tx, context.place.id, context.person.id, context.now_ms)


# --- another day


@action()
async def other_days(context: Context, date_id: int, page: int) -> None:
    """Other dates of the same, then the same kind of work, then whatever there is."""
    await _offer(context, await cards.known(context, date_id), max(page, 0), t.which_day, t.nothing_else)


async def _offer(context: Context, date: Date, page: int, said: Text, nothing: Text) -> None:
    found = await store.dates.others(context.tx, date, context.person.id, context.now_ms, OFFERED)
    back = look.button(t.back, date.id)
    if not found:
        await context.show(nothing, back=back)
        return
    clocks = context.place.clocks
    buttons = [look.button(short_label(one, clocks), one.id) for one in found]
    rows, shown = paged(buttons, page, other_days.button(t.more, date.id, page + 1))
    lines = [line(found[number], clocks) for number in shown]
    await context.show(join(said, *lines), rows, back=back)


# --- I know somebody


@action()
async def pass_on(context: Context, date_id: int) -> None:
    """A link for whoever may like it; the team notes somebody without a phone."""
    date = await cards.known(context, date_id)
    code = f"task-{context.place.code}-{date.id}"
    links = t.pass_on_link(link=context.link(code))
    if context.speaker.door != TELEGRAM and len(each := context.links.each(code)) > 1:
        links = join(links, t.pass_on_telegram(link=each[1]))
    rows = [[note.button(t.note_somebody, date.id)]] if context.may(TEAM) and date.stands else []
    text = join(t.who_could(task=cards.title(date), when=when(date, context.place.clocks)), links)
    await context.show(text, rows, back=look.button(t.back, date.id))


@action(TEAM)
async def note(context: Context, date_id: int) -> None:
    date = await cards.known(context, date_id)
    await context.ask(t.whose_name, hear_name, date.id, back=pass_on.button(t.back, date.id))


@action(TEAM)
async def hear_name(context: Context, date_id: int, words: str) -> None:
    """She comes, and whoever noted her is asked and reminded in her place."""
    date = await cards.held(context, date_id)
    _check_open(context, date)
    name = " ".join(clean(words).split())
    if not name or len(name) > rules.LONGEST_NAME:
        raise Refusal(t.name_too_long(most=rules.LONGEST_NAME))
    if not date.wanted:
        await _offer(context, date, 0, t.just_taken, t.just_taken_last)
        return
    noted = await store.claims.count_on_behalf(context.tx, context.place.id, context.person.id, context.now_ms)
    if noted >= rules.MOST_ON_BEHALF:
        raise Refusal(t.enough_for_now(most=rules.MOST_ON_BEHALF))
    there = [one for one in await store.claims.of_date(context.tx, date.id) if one.for_name == name]
    if any(one.person_id == context.person.id for one in there):
        raise Refusal(t.noted_already)
    claim_id = await take(context.notices, date, context.person.id, name)
    rows: list[list[Button]] = [[note.button(t.note_another, date.id)], [cant.button(t.undo_note, claim_id)]]
    said = t.noted(name=name, task=cards.title(date), when=when(date, context.place.clocks))
    await context.say(join(said, cards.first_words(date)), rows)
