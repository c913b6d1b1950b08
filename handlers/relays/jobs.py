"""By the clock: how a test went, and what became of a relay."""

from bot.dialogue.notices import Notices
from bot.i18n.texts import Text, join
from bot.identity import people
from bot.identity.roles import Role
from handlers.relays import store
from handlers.relays.chat import relay, relays
from handlers.relays.showing import title
from handlers.relays.store import Tested
from handlers.relays.words import t


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
