"""A kit for the next shop: what was done here and what it took, without anybody in it; and kits from elsewhere."""

from bot.dialogue.feature import Feature
from handlers.kit import bringing, chat, making, operating, people, templates, today
from handlers.today.source import TodaySource

FEATURE = Feature(
    name="kit",
    sentence="Make a kit of what was done here for another shop, and take one from elsewhere, page by page.",
    actions=(
        chat.kit,
        chat.listing,
        chat.look,
        chat.take_in,
        chat.ask_owner,
        chat.say_curve,
        chat.leave_out,
        chat.reword,
        chat.hear_words,
        chat.make,
        bringing.bring,
        bringing.hear_file,
        templates.brought,
        templates.templates,
        templates.look_next,
        templates.see,
        templates.take,
        templates.which,
        templates.decline,
        templates.put_off,
        templates.put_back,
        templates.ask_put_away,
        templates.put_away,
    ),
    management_commands=(operating.KIT,),
    makes={chat.ZIP: making.zip_for},
    file_reader=bringing.READER,
    offers=(TodaySource(today.waiting),),
    menu=("kit",),
    people=people.PEOPLE,
)
