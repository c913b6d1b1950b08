"""What happened in a place as a file for a spreadsheet, for its leads; each time on record."""

from bot.dialogue.feature import Feature
from handlers.exports import chat, making, operating, people

FEATURE = Feature(
    name="exports",
    sentence="Take ideas, comments, poll totals and events along as CSV and JSON, without anybody's name.",
    actions=(chat.export, chat.make),
    management_commands=(operating.EXPORT,),
    makes={chat.ZIP: making.zip_for},
    menu=("export",),
    people=people.PEOPLE,
)
