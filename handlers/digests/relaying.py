"""The team's digest and the residents' week, for the groups and addresses that a lead chose."""

from datetime import timedelta

from bot.dialogue.notices import Notices
from bot.i18n.texts import Text, join
from bot.relay.services import Topic
from handlers.digests import rules, writing
from handlers.digests.rules import Kind, Rhythm
from handlers.digests.words import t
from handlers.relays import store as relays

TOPICS = {Kind.TEAM: Topic.TEAM, Kind.RESIDENTS: Topic.WEEKLY}
LOOKS_BACK = {Kind.TEAM: timedelta(days=1), Kind.RESIDENTS: timedelta(days=7)}


async def post_due(notices: Notices) -> None:
    """Once a local date or week, when people's own ones usually come; an empty one is no message."""
    for kind, topic in TOPICS.items():
        since = await relays.gets_since(notices.tx, notices.place.id, topic)
        if since is None:
            continue
        clocks = notices.place.clocks
        rhythm = Rhythm(notices.place.team_minute) if kind is Kind.TEAM else rules.USUAL[kind]
        turn = rules.turn(rhythm, notices.now, clocks)
        if not rules.is_due(turn, since, notices.now, clocks):
            continue
        if not await notices.first_time(f"digest relayed {kind}", turn.key):
            continue
        language = notices.place.languages[0]
        found = await writing.for_everybody(notices, kind, notices.now - LOOKS_BACK[kind], language)
        if found is not None:
            text, picture = found
            await notices.post(topic, _labelled(kind, notices.place.name, text), picture)


def _labelled(kind: Kind, place: str, text: Text) -> Text:
    """The residents' week says by itself whose it is."""
    return join(t.relayed_team(place=place), text) if kind is Kind.TEAM else text
