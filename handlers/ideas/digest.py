"""What the digests say about ideas."""

from datetime import datetime

from bot.clock import milliseconds
from bot.context import Notices
from bot.feature import Decision, DigestPart
from bot.people import Role
from bot.texts import Text, short
from handlers.ideas import rules, store
from handlers.ideas.cards import t
from handlers.ideas.rules import Status
from handlers.ideas.store import Idea

IN_LINE = 40
NAMED = 5  # numbers of ideas that wait too long


async def for_shopkeeper(notices: Notices, since: datetime) -> DigestPart:
    new = await store.sent_since(notices.tx, notices.place.id, milliseconds(since))
    waiting = await store.undecided(notices.tx, notices.place.id, rules.SHOP, Role.SHOPKEEPER, notices.now_ms)
    lines: tuple[Text, ...] = ()
    if new:
        lines = (t.digest_new(numbers=_numbers(new)),)
    photos = [(await store.ready_photo(notices.tx, idea.id), str(idea.number)) for idea in new]
    return DigestPart(
        new=len(new),
        decisions=tuple(_decision(idea) for idea in waiting),
        lines=lines,
        photos=tuple((media_id, label) for media_id, label in photos if media_id is not None),
    )


async def for_volunteers(notices: Notices, since: datetime) -> DigestPart:
    new = await store.sent_since(notices.tx, notices.place.id, milliseconds(since))
    waiting = await store.queue(notices.tx, notices.place.id, notices.now)
    overdue = milliseconds(notices.now - rules.PATIENCE)
    late = [idea for idea in waiting if (idea.sent_at or 0) < overdue]
    lines: list[Text] = []
    if waiting:
        lines.append(t.digest_queue(count=len(waiting)))
    if late:
        lines.append(t.digest_late(count=len(late), numbers=_numbers(late)))
    return DigestPart(new=len(new), lines=tuple(lines))


def _decision(idea: Idea) -> Decision:
    words = short(idea.words, IN_LINE) or t.without_words
    sentence = t.decision_trial if idea.status is Status.TRIAL else t.decision_line
    text = sentence(words=words, supporters=idea.voices)
    return Decision("ideas", idea.id, str(idea.number), text, idea.sent_at or 0)


def _numbers(ideas: list[Idea]) -> str:
    named = " ".join(f"/{idea.number}" for idea in ideas[:NAMED])
    return named + (" …" if len(ideas) > NAMED else "")
