"""Everybody decides what reaches her and when; what she is called, in which language, in which letters."""

from bot.dialogue.feature import Feature
from handlers.settings import chat, naming, pausing, quiet

FEATURE = Feature(
    name="settings",
    sentence="Decide what reaches you, and when; your name, language and larger letters.",
    actions=(
        chat.settings,
        chat.messages,
        chat.regular,
        chat.how_often,
        chat.choose_how_often,
        chat.more,
        chat.languages,
        chat.letters_and_data,
        chat.letters,
        naming.name,
        naming.name_below,
        naming.hear_name,
        naming.without_name,
        quiet.quiet_hours,
        quiet.choose_quiet,
        quiet.hear_quiet,
        pausing.pause,
        pausing.pause_for,
        pausing.hear_until,
        pausing.end_pause,
    ),
    asks_name=naming.name_below,
    menu=("settings", "name"),
)
