"""Everybody decides what reaches her and when: how often, quiet hours, a pause, the language, larger letters."""

from bot.feature import Feature
from handlers.settings import chat, pausing, quiet

FEATURE = Feature(
    name="settings",
    sentence="Decide what reaches you, and when; language and larger letters.",
    actions=(
        chat.settings,
        chat.messages,
        chat.regular,
        chat.how_often,
        chat.choose_how_often,
        chat.more,
        chat.languages,
        chat.letters,
        quiet.quiet_hours,
        quiet.choose_quiet,
        quiet.hear_quiet,
        pausing.pause,
        pausing.pause_for,
        pausing.hear_until,
        pausing.end_pause,
    ),
    menu=("settings",),
)
