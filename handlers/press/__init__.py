"""A press and award sheet: the story, pictures, numbers and quotes, each with the yes of whose it is."""

from bot.dialogue.feature import Feature
from handlers.press import answering, asking, chat, choosing, looking, making, people, story

FEATURE = Feature(
    name="press",
    sentence="Make a sheet for newspapers and juries, with quotes and pictures whose owners each said yes.",
    actions=(
        chat.press,
        chat.make,
        chat.one_language,
        chat.for_whom,
        chat.for_nobody,
        chat.hear_for_whom,
        story.told,
        story.told_in,
        story.tell,
        story.hear_story,
        story.use_ready_made,
        choosing.found,
        choosing.quotes,
        choosing.quote,
        choosing.ask_quote,
        choosing.pictures,
        choosing.change,
        choosing.ask_pictures,
        looking.asked,
        looking.piece,
        looking.use,
        answering.may,
        answering.mine,
        answering.all_mine,
        answering.own,
        answering.take_back,
    ),
    jobs=asking.JOBS,
    makes={making.PDF: making.pdf_for},
    menu=("press", "mypress"),
    people=people.PEOPLE,
)
