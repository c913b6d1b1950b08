"""What the digests say about ideas."""

from datetime import datetime

from bot.clock import milliseconds, moment
from bot.dialogue.notices import Notices
from bot.i18n.clocks import When
from bot.i18n.texts import Text, join, literal, short
from bot.identity import consents
from bot.identity.consents import Purpose
from bot.identity.places import Space
from bot.identity.roles import Role
from handlers.digests.source import Decision, DigestPart, Nearness, News, Total
from handlers.ideas import rules, store
from handlers.ideas.life import vacancies
from handlers.ideas.rules import Status
from handlers.ideas.store.ideas import Idea
from handlers.ideas.store.totals import Became
from handlers.ideas.words import role_name, status_name, t

IN_LINE = 40
NAMED = 5  # numbers of ideas that wait too long
LOOKED_THROUGH = 20  # of the queue, for those: flagged ones stand before them
REASON = 100


async def for_shopkeeper(notices: Notices, since: datetime) -> DigestPart:
    new = await _for_the_shop(
        notices, await store.ideas.published_since(notices.tx, notices.place.id, milliseconds(since))
    )
    undecided = await store.ideas.undecided(notices.tx, notices.place.id, rules.SHOP, Role.SHOPKEEPER, notices.now_ms)
    waiting = await _for_the_shop(notices, undecided)
    return await _part(notices, new, waiting)


async def for_property_manager(notices: Notices, since: datetime) -> DigestPart:
    """What is new in the shared yard, and what waits for those who manage it. A trial there the team ends."""
    published = await store.ideas.published_since(notices.tx, notices.place.id, milliseconds(since))
    new = await _for_the_shop(notices, [idea for idea in published if idea.space is Space.YARD])
    undecided = await store.ideas.undecided(
        notices.tx, notices.place.id, rules.YARD, Role.PROPERTY_MANAGER, notices.now_ms
    )
    # What the team had decided alone before anybody managed the yard is not asked about again.
    waiting = [
        idea
        for idea in await _for_the_shop(notices, undecided)
        if rules.awaits_answer(idea.status, idea.space, await store.steps.settled_space(notices.tx, idea.id))
    ]
    return await _part(notices, new, waiting)


async def _part(notices: Notices, new: list[Idea], waiting: list[Idea]) -> DigestPart:
    photos = [(await store.pictures.ready_photo(notices.tx, idea.id), str(idea.number)) for idea in new]
    return DigestPart(
        new=len(new),
        decisions=tuple(_decision(idea) for idea in waiting),
        lines=(t.digest_new(numbers=_numbers(new)),) if new else (),
        photos=tuple((media_id, label) for media_id, label in photos if media_id is not None),
    )


async def _for_the_shop(notices: Notices, ideas: list[Idea]) -> list[Idea]:
    """Without those whose authors do not want them put before whoever decides."""
    refusers = await consents.refusers(notices.tx, Purpose.SHOP, sorted({idea.person_id for idea in ideas}))
    return [idea for idea in ideas if idea.person_id not in refusers]


async def for_liaison_to_decide(notices: Notices) -> tuple[Decision, ...]:
    """What stands in public space, with its words and voices; whose idea it is does not come with it."""
    waiting = await store.ideas.undecided(notices.tx, notices.place.id, rules.CITY, Role.LIAISON, notices.now_ms)
    # How a trial at the shop front went says whoever comes first there.
    asked = [idea for idea in waiting if idea.space is Space.STREET or idea.status is not Status.TRIAL]
    return tuple(_decision(idea) for idea in await _for_the_shop(notices, asked))


async def for_volunteers(notices: Notices, since: datetime) -> DigestPart:
    new = await store.ideas.sent_since(notices.tx, notices.place.id, milliseconds(since))
    waiting = await store.ideas.count_queue(notices.tx, notices.place.id, notices.now)
    flagged = await store.ideas.flagged(notices.tx, notices.place.id)
    lines: list[Text] = [t.digest_flagged(count=len(flagged), numbers=_numbers(flagged))] if flagged else []
    if waiting.count:
        lines.append(t.digest_queue(count=waiting.count))
    if waiting.late:
        lines.append(t.digest_late(count=waiting.late, numbers=_numbers(await _late(notices))))
    lines += [vacancy.line for vacancy in await vacancies.vacancies(notices)]
    yard = await vacancies.in_the_yard(notices)
    return DigestPart(new=len(new), lines=tuple(lines), asides=(yard.line,) if yard else ())


async def _late(notices: Notices) -> list[Idea]:
    """The first of those that wait longest."""
    first = await store.ideas.queue(notices.tx, notices.place.id, notices.now, LOOKED_THROUGH)
    overdue = milliseconds(notices.now - rules.PATIENCE)
    return [idea for idea in first if (idea.sent_at or 0) < overdue]


async def for_liaison(notices: Notices, since: datetime, until: datetime) -> tuple[Total, ...]:
    between = (milliseconds(since), milliseconds(until))
    found = await store.totals.totals(notices.tx, notices.place.id, *between)
    return (
        Total(t.total_ideas, found.ideas),
        Total(t.total_voices, found.voices),
        Total(t.total_answers, found.answers),
        Total(t.total_days, found.answers, found.days),
    )


async def for_residents(notices: Notices, since: datetime, person_id: int) -> tuple[News, ...]:
    found = await store.totals.became(notices.tx, notices.place.id, milliseconds(since), person_id)
    return tuple([await _news(notices, one, person_id) for one in found])


async def _news(notices: Notices, one: Became, person_id: int) -> News:
    said = {
        "number": one.number,
        "words": short(one.words, IN_LINE) or t.without_words,
        "status": await _status(notices, one),
    }
    text = t.digest_became_why(**said, reason=short(one.reason, REASON)) if one.reason else t.digest_became(**said)
    nearness = Nearness.BACKED if one.backed else Nearness.OTHERS
    if await store.ideas.is_author(notices.tx, one.idea_id, person_id):
        nearness = Nearness.MINE
    media_id = one.media_id or await store.pictures.ready_photo(notices.tx, one.idea_id)
    return News(nearness, text, one.taken_at, (media_id, str(one.number)) if media_id is not None else None)


async def _status(notices: Notices, one: Became) -> Text:
    """An answer with whose it is, a trial with its end."""
    if one.status not in rules.DECISIONS:
        return status_name(one.status)
    status = status_name(one.status)
    if one.status is Status.TRIAL and one.trial_until is not None:
        status = t.card_trial(until=When(moment(one.trial_until), notices.place.clocks, "day"))
    behind = await store.answers.roles_behind(notices.tx, one.step_id, rules.ANSWER_FOR[one.status])
    names = [role_name(role.value) for role in behind] or [role_name(one.role)]
    return join(status, *names, separator=" · ")


def _decision(idea: Idea) -> Decision:
    words = short(idea.words, IN_LINE) or t.without_words
    over = idea.status is Status.TRIAL
    sentence = t.decision_trial if over else t.decision_line
    text = sentence(words=words, supporters=idea.voices)
    # By address, since the desk stands above this module.
    opens = f"ideas.look_after_below:{idea.id}"
    choices = "trial" if over else "say"
    return Decision("ideas", idea.id, str(idea.number), text, idea.sent_at or 0, opens, choices=choices)


def _numbers(ideas: list[Idea]) -> Text:
    """Each by itself, so that they stand in the order of the line."""
    named = [literal(f"/{idea.number}") for idea in ideas[:NAMED]]
    return join(*named, *([literal("…")] if len(ideas) > NAMED else []), separator=" ")
