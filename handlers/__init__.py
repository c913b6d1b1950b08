"""The town: one folder for each thing people can do. FEATURES is the table of contents: read it first."""

from bot.feature import Feature
from handlers import board, broadcasts, digests, events, ideas, polls, privacy, relays, team, welcome

FEATURES: tuple[Feature, ...] = (
    welcome.FEATURE,
    board.FEATURE,
    broadcasts.FEATURE,
    digests.FEATURE,
    events.FEATURE,
    ideas.FEATURE,
    polls.FEATURE,
    privacy.FEATURE,
    relays.FEATURE,
    team.FEATURE,
)
