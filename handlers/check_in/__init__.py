"""Arriving: a code on the organiser's phone that lasts some minutes, and whoever scans it is noted as there."""

from bot.dialogue.feature import Feature, Link
from handlers.check_in import chat, jobs, making

FEATURE = Feature(
    name="check_in",
    sentence="Show a code at the door of an event or a task: whoever scans it is noted as there, once.",
    actions=(chat.arriving, chat.page, chat.of_event, chat.of_task, chat.show_code, chat.here),
    jobs=jobs.JOBS,
    links={"in": Link(chat.open_link)},
    makes={chat.PICTURE: making.picture_for},
    menu=("arriving",),
)
