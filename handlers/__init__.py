"""The town: one folder for each thing people can do. FEATURES is the table of contents: read it first."""

from bot.feature import Feature
from handlers import events, polls, team, welcome

FEATURES: tuple[Feature, ...] = (welcome.FEATURE, events.FEATURE, polls.FEATURE, team.FEATURE)
