"""What the digests say: to the liaison which questions are silent, to the team what was answered."""

from datetime import datetime

from bot.clock import milliseconds
from bot.dialogue.notices import Notices
from bot.i18n.texts import Text
from handlers.digests.source import DigestPart
from handlers.experts import store
from handlers.experts.words import day, line, t

MOST = 4


async def for_liaison(notices: Notices) -> tuple[Text, ...]:
    """Her work list: what was silent for long, oldest first."""
    found = await store.waiting.told_silent(notices.tx, notices.place.id, MOST + 1)
    clocks = notices.place.clocks
    lines = [t.digest_silent(line=line(one), since=day(one.moved_at, clocks)) for one in found[:MOST]]
    return (*lines, t.digest_all) if found else ()


async def for_volunteers(notices: Notices, since: datetime) -> DigestPart:
    """That something was answered is a reason to write; that something waits stands beneath it."""
    found = await store.looks.answered_since(notices.tx, notices.place.id, milliseconds(since))
    lines = tuple(t.digest_answered(line=line(one)) for one in found[:MOST])
    waiting = await store.waiting.count_here(notices.tx, notices.place.id)
    return DigestPart(lines=lines, asides=(t.digest_open(count=waiting),) if waiting else ())
