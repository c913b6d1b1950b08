"""What people hear of tasks: what they took on, what they asked to be told, and the team what lacks somebody.

What somebody took on reaches her in a pause, too, and nothing else does; quiet hours are kept. Nobody else hears who
stayed away.
"""

from collections.abc import Sequence
from datetime import datetime

from bot.clock import moment
from bot.dialogue import mailing
from bot.dialogue.mailing import Brief
from bot.dialogue.notices import Notices
from bot.i18n.clocks import When
from bot.i18n.texts import Text, join
from bot.identity import names, roles
from bot.outbox import campaigns
from bot.outbox.message import Button, Message, Rows
from handlers.check_in import rules as doors
from handlers.tasks import cards, rules, store
from handlers.tasks.rules import Reminder
from handlers.tasks.store.claims import Held
from handlers.tasks.store.dates import Date
from handlers.tasks.store.tasks import Task
from handlers.tasks.words import hours, named, t, when


def answer_rows(claim: Held) -> Rows:
    """By address, like all rows below a notice."""
    return [
        [Button(t.still_yes, f"tasks.still:{claim.id}")],
        [Button(t.find_stand_in, f"tasks.stand_in:{claim.id}")],
        [Button(t.cant, f"tasks.cant:{claim.id}")],
    ]


def done_rows(claim: Held, date: Date) -> Rows:
    usual = rules.usual_minutes(date.ends_at - date.starts_at)
    return [
        [Button(t.done_hours(hours=hours(usual)), f"tasks.done:{claim.id}:{usual}")],
        [Button(t.other_hours, f"tasks.how_long:{claim.id}")],
        [Button(t.could_not, f"tasks.excuse:{claim.id}")],
    ]


async def remind(notices: Notices, claim: Held, date: Date, reminder: Reminder) -> None:
    near = t.in_a_day if reminder is Reminder.DAY else t.in_hours
    text = join(near(task=cards.title(date), when=when(date, notices.place.clocks)), *_whom(claim))
    await notices.answer(claim.person_id, text, _rows_of(claim, answer_rows(claim)))


async def ask_how_it_went(notices: Notices, claim: Held, date: Date) -> None:
    whom = [t.over_for_list] if claim.by_list else _whom(claim)
    text = join(t.how_did_it_go(task=cards.title(date)), *whom)
    await notices.answer(claim.person_id, text, _listed_done(date) if claim.by_list else done_rows(claim, date))


async def relieved(notices: Notices, claim: Held, date: Date) -> None:
    """Somebody took the place of who looked for a stand-in."""
    said = t.relieved(task=cards.title(date), when=when(date, notices.place.clocks))
    other = [[Button(t.another_day, f"tasks.other_days:{date.id}:0")]]
    await notices.answer(claim.person_id, join(said, *_whom(claim)), other)


async def opened(notices: Notices, task: Task, by: int | None) -> int:
    """To those who asked to be told of such work; how many that are."""
    date = await store.dates.first_of(notices.tx, notices.place.id, task.id)
    if date is None:
        return 0
    text = t.watch_opened(work=t[f"work-{date.work.value}"], card=cards.card(date, notices.place.clocks))
    watchers = await store.watches.watchers(notices.tx, notices.place.id, date.work)
    told = [await notices.tell(one, text, claim_rows(date)) for one in watchers if one != by]
    return sum(row_id is not None for row_id in told)


async def call(notices: Notices, date: Date, without: Sequence[int], since: int) -> bool:
    """Somebody is missing: who asked to be told hears it, and where skill is wished who did it before. Once.

    `since` is when the place was taken (ms): whoever takes and leaves one place after the other rings nobody. Returns
    whether people were asked.
    """
    if not date.stands or not date.wanted or date.starts_at <= notices.now_ms:
        return False
    if notices.now - moment(since) < rules.SETTLED:
        return False
    if not await store.dates.note_called(notices.tx, date.id, notices.now_ms):
        return False
    has_it = {one.person_id for one in await store.claims.holding(notices.tx, date.id)} | set(without)
    text = t.watch_missing(card=cards.card(date, notices.place.clocks))
    watchers = await store.watches.watchers(notices.tx, notices.place.id, date.work)
    for one in watchers:
        if one not in has_it:
            await notices.tell(one, text, claim_rows(date))
    if date.skilled:
        able = await store.watches.did_before(notices.tx, notices.place.id, date.work)
        await _ask_unasked(notices, date, [one for one in able if one not in has_it and one not in watchers], text)
    return True


def claim_rows(date: Date) -> Rows:
    return [
        [Button(t.claim, f"tasks.claim:{date.id}")],
        [Button(t.another_day, f"tasks.other_days:{date.id}:0")],
        [Button(t.pass_on, f"tasks.pass_on:{date.id}")],
    ]


async def short(notices: Notices, date: Date) -> None:
    """The team, once."""
    sure = date.taken - date.stand_ins
    text = t.team_short(
        task=cards.title(date), when=when(date, notices.place.clocks), taken=sure, minimum=date.minimum
    )
    rows = [[Button(t.see, f"tasks.see:{date.id}")], [Button(t.pass_on, f"tasks.pass_on:{date.id}")]]
    await notices.tell_all(await roles.team(notices.tx, notices.place.id), text, rows)


async def called_off(notices: Notices, date: Date, reason: str, by: int | None = None) -> int:
    """Whoever does it hears it with the reason, and what else there is; how many that are without who says it."""
    text = t.called_off(task=cards.title(date), when=when(date, notices.place.clocks), reason=reason)
    rows = [[Button(t.another_day, f"tasks.other_days:{date.id}:0")]]
    claims = await store.claims.holding(notices.tx, date.id)
    for one in one_each(claims):
        if one.person_id != by or one.for_name:
            await notices.answer(one.person_id, join(text, *_whom(one)), rows)
    return len({one.person_id for one in claims} - {by})


async def moved(notices: Notices, date: Date) -> int:
    """Whoever does it is asked whether she still comes; how many."""
    if doors.is_early(date.start, notices.now):
        # Whoever stood there already came for nothing, and is not there on the new day.
        await store.claims.nobody_there(notices.tx, date.id)
    text = t.moved(task=cards.title(date), when=when(date, notices.place.clocks))
    claims = await store.claims.holding(notices.tx, date.id)
    for one in one_each(claims):
        await notices.answer(one.person_id, join(text, *_whom(one)), _rows_of(one, answer_rows(one)))
    return len(claims)


async def handed_over(notices: Notices, claim: Held, date: Date) -> None:
    """Of a whole list one by one would be a flood."""
    if claim.by_list:
        text = t.list_now_yours(task=cards.title(date), when=when(date, notices.place.clocks))
        await notices.answer(claim.person_id, text, [[Button(t.see, f"tasks.see:{date.id}")]])
        return
    text = t.noted_now_yours(name=claim.for_name, task=cards.title(date), when=when(date, notices.place.clocks))
    await notices.answer(claim.person_id, text, [[Button(t.see, f"tasks.open_claim:{claim.id}")]])


async def ask_less(notices: Notices, person_id: int) -> None:
    rows = [[Button(t.less_yes, "tasks.less:1")], [Button(t.less_no, "tasks.less:0")]]
    await notices.answer(person_id, t.ask_less, rows)


async def ask_on(notices: Notices, task: Task, until: datetime) -> None:
    rows = [[Button(t.goes_on, f"tasks.goes_on:{task.id}")], [Button(t.ends, f"tasks.lets_end:{task.id}")]]
    text = t.ask_on(title=task.title, until=When(until, notices.place.clocks, "day"))
    team = await roles.team(notices.tx, notices.place.id)
    if task.made_by not in team or await notices.tell(task.made_by, text, rows) is None:
        await notices.tell_all([one for one in team if one != task.made_by], text, rows)


def who(claim: Held) -> Text:
    return named(claim, names.called(claim.name))


def _whom(claim: Held) -> list[Text]:
    """Whoever was noted has no phone: she hears it from who noted her."""
    if claim.by_list:
        return [t.this_is_for_list]
    return [t.this_is_for(name=claim.for_name)] if claim.for_name else []


def one_each(claims: Sequence[Held]) -> list[Held]:
    """Whoever brought a group's list hears once of all who stand on it."""
    heard: set[tuple[int, int]] = set()
    found = []
    for one in claims:
        if one.by_list and (one.date_id, one.person_id) in heard:
            continue
        if one.by_list:
            heard.add((one.date_id, one.person_id))
        found.append(one)
    return found


def _rows_of(claim: Held, rows: Rows) -> Rows:
    """Of a whole list nobody is asked one by one."""
    return [[Button(t.see, f"tasks.see:{claim.date_id}")]] if claim.by_list else rows


def _listed_done(date: Date) -> Rows:
    usual = rules.usual_minutes(date.ends_at - date.starts_at)
    return [
        [Button(t.all_there(hours=hours(usual)), f"tasks.all_there:{date.id}:{usual}")],
        [Button(t.one_by_one, "tasks.mine:0")],
    ]


async def _ask_unasked(notices: Notices, date: Date, person_ids: Sequence[int], text: Text) -> None:
    """They did not ask for it, so it keeps to their two messages a week."""
    if not person_ids:
        return
    campaign_id = await campaigns.new_campaign(notices.tx, notices.place.id, notices.now)
    await campaigns.add_people(notices.tx, campaign_id, person_ids)
    brief = Brief(
        t.in_short(task=cards.title(date), when=when(date, notices.place.clocks)),
        Button(t.claim_this(task=cards.title(date)), f"tasks.see:{date.id}"),
    )
    await mailing.queue_unasked(
        notices, campaign_id, Message(text, claim_rows(date)), useful_until=date.start, brief=brief
    )
