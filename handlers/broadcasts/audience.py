"""Who gets a broadcast: only people who agreed to be written to and did not pause, and not its sender."""

from datetime import datetime

from bot.clock import milliseconds, moment
from bot.dialogue import forecast
from bot.dialogue.forecast import Forecast
from bot.dialogue.notices import Notices
from bot.identity.roles import Role
from bot.outbox import campaigns, frequency_cap
from handlers.broadcasts import rules, store
from handlers.broadcasts.rules import Whom
from handlers.broadcasts.store.broadcasts import Broadcast
from handlers.events.rules import Answer
from handlers.events.store import answers, events
from handlers.ideas.store import comments, ideas

ROLES = {
    Whom.EVERYONE: (Role.RESIDENT,),
    Whom.TEAM: (Role.VOLUNTEER, Role.LEAD),
    Whom.SHOPKEEPERS: (Role.SHOPKEEPER,),
    Whom.LIAISONS: (Role.LIAISON,),
    Whom.PROPERTY_MANAGERS: (Role.PROPERTY_MANAGER,),
}
GUESTS = (Answer.COMING, Answer.MAYBE, Answer.WAITING)


async def gather(notices: Notices, broadcast: Broadcast) -> int:
    """Who they are at this moment; returns how many. Its campaign is made at the first time."""
    tx, place_id = notices.tx, notices.place.id
    campaign_id = broadcast.campaign_id
    if campaign_id is None:
        campaign_id = await campaigns.new_campaign(tx, place_id, notices.now)
        await store.broadcasts.set_campaign(tx, broadcast.id, campaign_id)
    await store.broadcasts.empty_campaign(tx, campaign_id)
    await fill(notices, broadcast, campaign_id)
    if broadcast.urgent:
        # It concerns whoever lives here, also those who want nothing else.
        await campaigns.all_concerned(tx, campaign_id)
    await frequency_cap.leave_out_unwilling(tx, campaign_id, notices.now)
    return await campaigns.size(tx, campaign_id)


async def foresee(notices: Notices, broadcast: Broadcast, earliest: datetime | None = None) -> Forecast:
    """Who hears it when, if it leaves now or at that time."""

    async def gather(campaign_id: int) -> None:
        await fill(notices, broadcast, campaign_id)

    until = moment(broadcast.useful_until) if broadcast.useful_until is not None else None
    return await forecast.foresee(notices, gather, earliest, until)


async def fill(notices: Notices, broadcast: Broadcast, campaign_id: int) -> None:
    """Whoever it is meant for, whether they want news just now or not."""
    tx, place_id = notices.tx, notices.place.id
    whom = Whom(broadcast.whom or Whom.EVERYONE)
    for role in ROLES.get(whom, ()):
        await campaigns.add_role(tx, campaign_id, place_id, role)
    if whom is Whom.IDEA and broadcast.subject is not None:
        await campaigns.add_people(tx, campaign_id, await _around_idea(notices, broadcast.subject))
    if whom is Whom.EVENT and broadcast.subject is not None:
        guests = await answers.people_who(tx, broadcast.subject, GUESTS)
        await campaigns.add_people(tx, campaign_id, guests)
    if broadcast.only_language:
        await campaigns.only_readers(tx, campaign_id, broadcast.only_language)
    if broadcast.only_active:
        await campaigns.only_active(tx, campaign_id, notices.now - rules.ACTIVE)
    if whom is not Whom.EVERYONE:
        # The team's own matters, or what these people take part in: nobody hears of it unasked.
        await campaigns.all_concerned(tx, campaign_id)
    await campaigns.leave_out(tx, campaign_id, broadcast.made_by)


async def events_to_choose(notices: Notices) -> list[events.Event]:
    """The next ones, then those just over: their guests are thanked, too."""
    coming = await events.upcoming(notices.tx, notices.place.id, notices.now_ms, rules.LISTED)
    after = milliseconds(notices.now - rules.RECENT_EVENTS)
    over = await events.over_since(notices.tx, notices.place.id, after, notices.now_ms, usual=0)
    return [*coming, *reversed(over)][: rules.LISTED]


async def _around_idea(notices: Notices, idea_id: int) -> list[int]:
    """Its author, its supporters, and whoever commented on it."""
    author = (await ideas.idea(notices.tx, notices.place.id, idea_id)).person_id
    supporters = await ideas.supporters(notices.tx, idea_id)
    return [author, *supporters, *await comments.people_who_comment(notices.tx, idea_id)]
