"""By the clock: how a test went, what became of a relay, and the team's digest for its group."""

from datetime import timedelta

from bot import people
from bot.context import Notices
from bot.people import Role
from bot.relay.services import Topic
from bot.texts import Text, join
from handlers.digests import rules as digests
from handlers.digests.rules import Kind
from handlers.relays import store
from handlers.relays.chat import relay, relays
from handlers.relays.showing import t, title
from handlers.relays.store import Tested

LOOKED_BACK = timedelta(days=1)


async def tell_news(notices: Notices) -> None:
    for one in await store.tested(notices.tx, notices.place.id):
        await _tell_result(notices, one)
    for lost in await store.with_news(notices.tx, notices.place.id):
        why = t[f"why-{lost.reason}"] if lost.reason else t.why_other
        text = (
            t[f"news-{lost.news}"](what=title(lost), why=why)
            if lost.news != "lost"
            else t.news_lost(what=title(lost))
        )
        await store.forget_news(notices.tx, lost.id)
        leads = await people.members_with(notices.tx, notices.place.id, Role.LEAD)
        await notices.tell_all(leads, text, [[relays.button(t.see_relays)]])
        if lost.state == "lost":
            await store.remove(notices.tx, lost.id)


async def _tell_result(notices: Notices, one: Tested) -> None:
    await store.note_told(notices.tx, one.id, notices.now_ms)
    tried = await store.find_relay(notices.tx, notices.place.id, one.relay_id)
    if tried is None:
        return
    rows = [[relay.button(t.see_relay, tried.id)]]
    if tried.state == "barred":
        await store.remove(notices.tx, tried.id)
        rows = [[relays.button(t.see_relays)]]
    text = _result(one)
    if one.asked_row is None:
        await notices.tell(one.asked_by, text, rows)
    else:
        await notices.retell(one.asked_by, one.asked_row, text, rows)


def _result(one: Tested) -> Text:
    if one.state == "sent":
        return t.test_arrived
    if one.state == "uncertain":
        return t.test_unsure
    why = t[f"why-{one.reason}"]
    return t.test_failed(why=why) if not one.code else join(t.test_failed(why=why), t.their_code(code=one.code))


async def send_team_digest(notices: Notices) -> None:
    """Once a local date, when the volunteers' own digests usually come; an empty one is no message."""
    since = await store.team_digest_since(notices.tx, notices.place.id)
    if since is None:
        return
    clocks = notices.place.clocks
    turn = digests.turn(digests.USUAL[Kind.TEAM], notices.now, clocks)
    if not digests.is_due(turn, since, notices.now, clocks):
        return
    if not await notices.first_time("digest relayed", turn.key):
        return
    asked = [feature.volunteer_digest for feature in notices.town.features if feature.volunteer_digest]
    parts = [await ask(notices, notices.now - LOOKED_BACK) for ask in asked]
    lines = [line for part in parts for line in part.lines]
    if lines:
        await notices.post(Topic.TEAM, join(t.team_digest(place=notices.place.name), *lines), link="")
