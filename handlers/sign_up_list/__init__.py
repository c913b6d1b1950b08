"""Signing up in a group: a numbered list goes out as text, comes back pasted, and books who stands on it."""

from bot.dialogue.feature import Feature
from handlers.sign_up_list import chat, jobs, people

FEATURE = Feature(
    name="sign_up_list",
    sentence="Take a numbered list to a WeChat group and paste it back: one tap books who is on it.",
    actions=(
        chat.lists,
        chat.page,
        chat.of_event,
        chat.of_task,
        chat.hear_list,
        chat.compare,
        chat.book,
        chat.undo,
        chat.ask_gone,
        chat.take_off,
    ),
    jobs=jobs.JOBS,
    menu=("lists",),
    people=people.PEOPLE,
)
