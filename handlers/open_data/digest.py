"""One line in the digests after the data were opened: what neighbours wrote goes further than before."""

from datetime import datetime

from bot.clock import milliseconds
from bot.dialogue.notices import Notices
from bot.i18n.texts import Text
from handlers.digests.source import DigestPart, Nearness, News
from handlers.open_data import store
from handlers.open_data.words import t


async def for_team(notices: Notices, since: datetime) -> DigestPart:
    return DigestPart(lines=tuple(line for line, _ in await _opened(notices, since)))


async def for_resident(notices: Notices, since: datetime, person_id: int) -> tuple[News, ...]:
    return tuple(News(Nearness.OTHERS, line, at) for line, at in await _opened(notices, since))


async def _opened(notices: Notices, since: datetime) -> list[tuple[Text, int]]:
    """With when, ms; nothing of what is closed again. Another licence is no news."""
    if notices.place.data_licence is None:
        return []
    at = await store.licences.open_since(notices.tx, notices.place.id)
    if at is None or at < milliseconds(since):
        return []
    return [(t.digest_opened(address=f"{notices.links.page(notices.place.code)}/data/"), at)]
