"""What a digest says of thanks: that some wait for a sentence, and certificates for a signature. Never whose."""

from datetime import datetime

from bot.dialogue.notices import Notices
from handlers.digests.source import DigestPart
from handlers.thanks import store
from handlers.thanks.words import t


async def for_volunteers(notices: Notices, since: datetime) -> DigestPart:
    asides = []
    if due := await store.thanks.count_due(notices.tx, notices.place.id):
        asides.append(t.digest_due(count=due))
    if asked := len(await store.certificates.asked_in(notices.tx, notices.place.id)):
        asides.append(t.digest_asked(count=asked))
    return DigestPart(asides=tuple(asides))
