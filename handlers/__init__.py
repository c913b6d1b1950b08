"""The town: one folder for each thing people can do. FEATURES is the table of contents: read it first."""

from bot.feature import Feature
from handlers import board, broadcasts, digests, elsewhere, events, ideas, polls, relays, team, welcome

FEATURES: tuple[Feature, ...] = (
    welcome.FEATURE,
    board.FEATURE,
    broadcasts.FEATURE,
    digests.FEATURE,
    elsewhere.FEATURE,
    events.FEATURE,
    ideas.FEATURE,
    polls.FEATURE,
    relays.FEATURE,
    team.FEATURE,
)
