"""The town: one folder for each thing people can do. FEATURES is the table of contents: read it first."""

from bot.dialogue.feature import Feature
from handlers import (
    board,
    broadcasts,
    digests,
    elsewhere,
    events,
    exports,
    held,
    ideas,
    places,
    polls,
    posters,
    privacy,
    relays,
    settings,
    team,
    welcome,
)

FEATURES: tuple[Feature, ...] = (
    welcome.FEATURE,
    board.FEATURE,
    broadcasts.FEATURE,
    digests.FEATURE,
    elsewhere.FEATURE,
    events.FEATURE,
    exports.FEATURE,
    held.FEATURE,
    ideas.FEATURE,
    places.FEATURE,
    polls.FEATURE,
    posters.FEATURE,
    privacy.FEATURE,
    relays.FEATURE,
    settings.FEATURE,
    team.FEATURE,
)
