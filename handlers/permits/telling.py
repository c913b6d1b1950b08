"""Who hears of permits: the liaison what she looks after, and whoever follows an idea what became of it."""

from bot.dialogue.notices import Notices
from bot.errors import Refusal
from bot.i18n.texts import Text, Value, join
from bot.i18n.texts import machine as m
from bot.identity import roles
from bot.identity.roles import Role
from bot.outbox.message import Button, Rows
from handlers.ideas.store import ideas
from handlers.ideas.store.ideas import Idea
from handlers.ideas.words import words_of
from handlers.permits import rules, store
from handlers.permits.rules import Reminder
from handlers.permits.store.permits import Permit
from handlers.permits.store.requests import Request
from handlers.permits.words import IN_LINE, called, day, request_thread, t, thread


async def moved(notices: Notices, permit: Permit, by: int) -> None:
    """To whoever follows its idea; what is only being prepared is no news."""
    idea = await _idea(notices, permit.idea_id)
    if idea is None or permit.status not in rules.NEWS:
        return
    line = thread(permit, None, notices.place.clocks, notices.now_ms)
    text = t.news(number=idea.number, words=words_of(idea, IN_LINE), line=line)
    await _to_followers(notices, idea, text, {by})


async def remind(notices: Notices, permit: Permit, kind: Reminder) -> None:
    """The liaison took it on; nobody is alone with it, so a week late the leads hear it as well."""
    told = await desk(notices, also_leads=kind is Reminder.WEEK_AFTER)
    about = permit.expected_at if kind in rules.OF_EXPECTED else permit.expires_at
    text = t[f"remind-{kind.value.replace('_', '-')}"](
        what=called(permit), until=day(about or notices.now_ms, notices.place.clocks)
    )
    for person_id in told:
        await notices.answer(person_id, text, _reminder_rows(permit, kind))


async def ended(notices: Notices, permit: Permit) -> None:
    text = t.told_ended(what=called(permit))
    for person_id in await desk(notices, also_leads=True):
        await notices.answer(person_id, text, _see(permit))


async def city(notices: Notices, one: Request) -> None:
    """To whoever handed it over and the liaison how it went; to those who follow the idea what the city says."""
    idea = await _idea(notices, one.idea_id)
    if idea is None:
        return
    asked = [one.asked_by] if one.asked_by is not None else []
    # Whoever called knows what she wrote down.
    desk_ = list(dict.fromkeys([*asked, *await desk(notices)])) if one.channel == "open311" else []
    rows: Rows = [[Button(t.see_city, f"permits.see_city:{idea.id}")]]
    text = await _of_city(notices, one, idea)
    for person_id in desk_:
        await notices.answer(person_id, text, rows)
    if one.state == "taken":
        await _to_followers(notices, idea, text, set(desk_))


async def ask_author(notices: Notices, idea: Idea, consents: Button) -> bool:
    """Whether her ideas may go to the city. False when she was asked already; refuses when she cannot be reached."""
    if not await notices.first_time("author asked for the city", str(idea.person_id)):
        return False
    text = t.may_it_go(number=idea.number, words=words_of(idea, IN_LINE))
    if await notices.tell(idea.person_id, text, [[consents]]) is None:
        raise Refusal(t.author_out_of_reach)
    return True


async def picture_refused(notices: Notices, media_id: int, reason: str) -> None:
    """A document that nobody could read: whoever sent it is told, and it does not stand there as if it were one."""
    sender = await store.steps.refused(notices.tx, media_id)
    if sender is not None:
        why = m[f"picture-{reason.replace('_', '-')}"]
        await notices.answer(sender, join(why, t.document_refused))


async def desk(notices: Notices, *, also_leads: bool = False) -> list[int]:
    """The liaison; the leads where there is none, and the team where there are no leads."""
    liaisons = await roles.holders(notices.tx, notices.place.id, Role.LIAISON)
    leads = await roles.holders(notices.tx, notices.place.id, Role.LEAD)
    leads = leads or await roles.team(notices.tx, notices.place.id)
    found = [*liaisons, *leads] if also_leads or not liaisons else liaisons
    return list(dict.fromkeys(found))


async def _of_city(notices: Notices, one: Request, idea: Idea) -> Text:
    values: dict[str, Value] = {"number": idea.number, "words": words_of(idea, IN_LINE)}
    match one.state:
        case "refused":
            return t.told_refused(**values, why=_why(one))
        case "uncertain":
            return t.told_uncertain(**values, mark=one.mark)
    update = await store.requests.last_update(notices.tx, one.id)
    return t.news(**values, line=request_thread(one, update, notices.now_ms))


def _why(one: Request) -> Text:
    why = t[f"why-{one.reason or 'refused'}"]
    return t.why_and_said(why=why, words=one.said) if one.said else why


def _reminder_rows(permit: Permit, kind: Reminder) -> Rows:
    """What one most likely wants to do about it."""
    which = "expected" if kind in rules.OF_EXPECTED else "expires"
    return [
        [Button(t.move_along, f"permits.move_along:{permit.id}:0")],
        [Button(t[f"day-{which}"], f"permits.ask_day:{permit.id}:{which}")],
        *_see(permit),
    ]


def _see(permit: Permit) -> Rows:
    return [[Button(t.see_permit, f"permits.see:{permit.id}")]]


async def _idea(notices: Notices, idea_id: int | None) -> Idea | None:
    """As it stands on the board, under the number of what it was merged into."""
    found = await ideas.find(notices.tx, notices.place.id, idea_id) if idea_id is not None else None
    seen: set[int] = set()
    while found is not None and found.merged_into is not None and found.id not in seen:
        seen.add(found.id)
        found = await ideas.find(notices.tx, notices.place.id, found.merged_into)
    return found if found is not None and found.public else None


async def _to_followers(notices: Notices, idea: Idea, text: Text, but: set[int]) -> None:
    rows: Rows = [[Button(t.see_idea, f"ideas.card:{idea.id}")]]
    for person_id in dict.fromkeys(await ideas.people_concerned(notices.tx, idea.id)):
        if person_id not in but:
            await notices.tell_news(person_id, text, rows)
