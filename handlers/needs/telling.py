"""What givers hear: they took it on, so it does not count among the two a week; quiet hours are kept."""

from bot.dialogue.notices import Notices
from bot.i18n.texts import Text
from bot.identity import roles
from bot.outbox.message import Button, Rows, Stored
from handlers.needs import store
from handlers.needs.rules import Pledged
from handlers.needs.store.needs import Need
from handlers.needs.store.pledges import Pledge
from handlers.needs.words import called, day, loan, pledge_called, t


def answer_rows(pledge_id: int) -> Rows:
    """By address, like all rows below a notice."""
    return [
        [Button(t.yes_still, f"needs.still:{pledge_id}")],
        [Button(t.another_day, f"needs.ask_day:{pledge_id}")],
        [Button(t.cannot, f"needs.cannot:{pledge_id}")],
    ]


async def it_is_here(notices: Notices, pledge_id: int) -> None:
    pledge = await store.pledges.find(notices.tx, notices.place.id, pledge_id)
    if pledge is None or pledge.state is not Pledged.HERE:
        return
    picture = Stored(pledge.media_id) if pledge.media_id is not None else None
    await notices.answer(pledge.person_id, t.is_here(what=pledge_called(pledge)), _promise(pledge), picture)


async def remind(notices: Notices, pledge: Pledge, at: int) -> None:
    text = t.tomorrow(what=pledge_called(pledge), day=day(notices.place, at))
    await notices.answer(pledge.person_id, text, answer_rows(pledge.id))


async def remind_of_loan(notices: Notices, pledge: Pledge, team: list[int]) -> None:
    """Whoever took it in, or the team when that one is of it no more: these did not take it on."""
    rows = [[Button(t.given_back, f"needs.gave_back:{pledge.id}")]]
    if pledge.received_by in team and pledge.received_by is not None:
        await notices.answer(pledge.received_by, loan(notices.place, pledge), rows)
    else:
        await notices.tell_all(team, loan(notices.place, pledge), rows)


async def ask_back(notices: Notices, pledge: Pledge) -> None:
    rows = [
        [Button(t.i_have_it, f"needs.came_back:{pledge.id}:1")],
        [Button(t.not_yet, f"needs.came_back:{pledge.id}:0")],
    ]
    await notices.answer(pledge.person_id, t.did_it_come_back(what=pledge_called(pledge)), rows)


async def not_back(notices: Notices, pledge: Pledge) -> None:
    """Whoever took it in hears once a day that it is missed, or the team when that one is of it no more."""
    today = notices.now.astimezone(notices.place.clocks.first_shown).date()
    if await notices.first_time("needs not back", f"{pledge.id}:{today}"):
        team = await roles.team(notices.tx, notices.place.id)
        receivers = [pledge.received_by] if pledge.received_by in team and pledge.received_by is not None else team
        rows = [[Button(t.given_back, f"needs.gave_back:{pledge.id}")]]
        await notices.tell_all(receivers, t.not_back_yet(what=pledge_called(pledge)), rows)


async def release(notices: Notices, need_id: int, told: Text) -> int:
    """Whoever promised something that is not needed any more. Expects a held need."""
    released = [one for one in await store.pledges.of_need(notices.tx, need_id) if one.state is Pledged.PROMISED]
    for one in released:
        await store.pledges.withdraw(notices.tx, one.id, notices.now_ms)
        await notices.answer(one.person_id, told)
    return len(released)


async def move(notices: Notices, need: Need, by_at: int) -> int:
    """Its promises move with it, and each giver is asked again; how many. Expects a held need."""
    await store.needs.set_by(notices.tx, need.id, by_at)
    asked = [one for one in await store.pledges.of_need(notices.tx, need.id) if one.state is Pledged.PROMISED]
    for one in asked:
        await store.pledges.set_deliver(notices.tx, one.id, by_at, notices.now_ms)
        text = t.asked_again(what=called(need), day=day(notices.place, by_at))
        await notices.answer(one.person_id, text, answer_rows(one.id))
    return len(asked)


def _promise(pledge: Pledge) -> Rows:
    return [[Button(t.my_promise, f"needs.promise:{pledge.id}")]]
