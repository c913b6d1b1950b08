"""Everybody decides what reaches her and when; what she is called, in which language, in which letters."""

from bot.dialogue.feature import Feature
from handlers.settings import chat, naming

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
        chat.quiet_hours,
        chat.choose_quiet,
        chat.hear_quiet,
        chat.pause,
        chat.pause_for,
        chat.hear_until,
        chat.end_pause,
    ),
    asks_name=naming.name_below,
    menu=("settings", "name"),
)
