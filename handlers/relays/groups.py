"""What is answered in a group of Telegram: /bind, /unbind and /help, and nothing else."""

from bot.dialogue.notices import Notices
from bot.i18n.texts import Text, short
from bot.identity import names, people, roles
from bot.identity.groups import GroupWords
from bot.identity.roles import TEAM, Role
from bot.relay.services import Service
from handlers.relays import rules, store
from handlers.relays.showing import LABEL_SHOWN
from handlers.relays.words import t

UNNAMED = "…"


async def bind(notices: Notices, said: GroupWords) -> Text:
    """Makes the group hear of the place of whoever says it, when that is somebody of its team."""
    place = notices.place
    if not await _is_team(notices, said, place.id) or said.speaker is None:
        return t.only_team_binds
    bound = await store.find_group(notices.tx, said.chat_id)
    if bound is not None:
        return t.bound_already(place=place.name) if bound.place_id == place.id else t.bound_elsewhere
    if len(await store.relays(notices.tx, place.id)) >= rules.MOST:
        return t.too_many(count=rules.MOST)
    label = short(said.title or UNNAMED, LABEL_SHOWN)
    await store.add_relay(
        notices.tx,
        place.id,
        Service.TELEGRAM,
        label,
        None,
        said.chat_id,
        said.speaker.person.language or place.languages[0],
        rules.first_topics(Service.TELEGRAM),
        notices.now_ms,
    )
    for lead in await people.members_with(notices.tx, place.id, Role.LEAD):
        if lead != said.speaker.person.id:
            await notices.tell(lead, t.somebody_bound(name=names.called(said.speaker.person.name), group=label))
    return t.bound(place=place.name)


async def unbind(notices: Notices, said: GroupWords) -> Text:
    bound = await store.find_group(notices.tx, said.chat_id)
    if bound is None:
        return t.not_bound
    if not await _is_team(notices, said, bound.place_id):
        return t.only_team_binds
    await store.remove(notices.tx, bound.id)
    return t.unbound


async def help_(notices: Notices, said: GroupWords) -> Text:
    bound = await store.find_group(notices.tx, said.chat_id)
    return t.group_help if bound is None else t.group_help_bound


async def _is_team(notices: Notices, said: GroupWords, place_id: int) -> bool:
    if said.speaker is None or said.speaker.person.consented_at is None:
        return False
    return bool(await roles.of(notices.tx, said.speaker.person.id, place_id) & TEAM.roles)
