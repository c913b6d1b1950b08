"""By the clock: whether people stay away, told once a quarter at most to owner and team; and what is old goes."""

from bot.clock import milliseconds
from bot.database.db import Tx
from bot.dialogue.feature import Job
from bot.dialogue.notices import Notices
from bot.i18n.texts import Text, join, literal, short
from bot.identity import roles
from bot.identity.roles import SHOPKEEPERS, TEAM
from bot.outbox.message import Button
from handlers.busy import rules, store
from handlers.busy.rules import Fall
from handlers.busy.words import t

BEFORE = 1  # weeks before the best ones in which something may have drawn people
NAMED, SHOWN = 3, 60  # things, and letters of each


async def look(notices: Notices) -> None:
    """At what was told since, each week by itself: a week that is made up for is looked at as it stood."""
    tx, place_id = notices.tx, notices.place.id
    await tx.lock(f"busy {place_id}")
    settled = milliseconds(notices.now - rules.SETTLES)
    this_week = rules.week_of(notices.now, notices.place.clocks)
    for week in await store.weeks.take_new(tx, place_id, settled, notices.now_ms):
        if week < this_week - rules.MADE_UP:
            continue
        last = await store.alarms.last_week(tx, place_id)
        fall = rules.fall(await store.weeks.since(tx, place_id, week - rules.WINDOW), week)
        if fall is not None and (last is None or abs(week - last) >= rules.QUARTER):
            await store.alarms.raise_(tx, place_id, week, fall.answers, notices.now_ms)
            await _tell(notices, fall)


async def _tell(notices: Notices, fall: Fall) -> None:
    """To each of them once; whoever is both reads what the owner reads."""
    tx, place_id = notices.tx, notices.place.id
    happened, again = await _what_there_was(notices, fall)
    owners = await roles.holders(tx, place_id, *sorted(SHOPKEEPERS.roles))
    team = [one for one in await roles.holders(tx, place_id, *sorted(TEAM.roles)) if one not in owners]
    see = [Button(t.see_curve, "busy.see")]
    for person_id in owners:
        text = join(t.alarm_owner(count=fall.answers), *happened, again or t.suggest_ask_owner)
        await notices.tell(person_id, text, [see, [Button(t.a_word_to_the_team, "welcome.human")]])
    for person_id in team:
        text = join(t.alarm_team(count=fall.answers), *happened, again or t.suggest_ask_team)
        way = Button(t.plan_event, "events.newevent") if again else Button(t.make_poll, "polls.newpoll:")
        await notices.tell(person_id, text, [see, [way]])


async def _what_there_was(notices: Notices, fall: Fall) -> tuple[list[Text], Text | None]:
    """In the best weeks and just before; and one thing that could be done again, if something took place."""
    tx, place_id, clocks = notices.tx, notices.place.id, notices.place.clocks
    since = milliseconds(rules.monday(fall.best_from - BEFORE, clocks))
    until = milliseconds(rules.monday(fall.best_to + 1, clocks))
    events = await store.alarms.events_between(tx, place_id, since, until, NAMED)
    done = await store.alarms.done_between(tx, place_id, since, until, NAMED)
    named = [literal(short(one, SHOWN)) for one in (*events, *done)[:NAMED] if one.strip()]
    if not named:
        return [t.nothing_then], None
    again = t.suggest_again(what=short(events[0], SHOWN)) if events else None
    return [t.there_was(what=join(*named, separator=" · "))], again


async def forget_old(notices: Notices) -> None:
    before = rules.week_of(notices.now - rules.KEPT, notices.place.clocks)
    await store.weeks.forget(notices.tx, notices.place.id, before)
    drafts_before = milliseconds(notices.now - rules.DRAFT_KEPT)
    await store.counts.forget(notices.tx, notices.place.id, before, drafts_before)


async def anything_new(tx: Tx) -> bool:
    """Without a clock of its own: any place asks its own one then."""
    return await store.weeks.any_new(tx)


JOBS = (
    Job("busy", look, seconds=600, anything_due=anything_new),
    Job("old busy weeks", forget_old, seconds=6 * 3600),
)
