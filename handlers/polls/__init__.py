"""Polls: the town decides by its own votes, one each, changeable until the close."""

from bot.feature import Feature, Job
from handlers.polls import chat, digests, finishing, jobs, making, managing

FEATURE = Feature(
    name="polls",
    sentence="Ask the town a question, vote, change one's vote until the close, and read how it came out.",
    actions=(
        chat.polls,
        chat.more_polls,
        chat.open_poll,
        chat.show_ballot,
        chat.vote,
        making.newpoll,
        making.new_question,
        making.start_over,
        making.hear_question,
        making.hear_options,
        making.take_last_back,
        making.change,
        making.change_question,
        making.hear_other_question,
        making.change_options,
        finishing.go_on,
        finishing.again,
        finishing.choose_kind,
        finishing.choose_until,
        finishing.hear_until,
        finishing.choose_live,
        finishing.publish,
        finishing.drop,
        managing.manage,
        managing.extend,
        managing.ask_close,
        managing.close_early,
    ),
    jobs=(Job("polls.close_due", jobs.close_due), Job("polls.remind", jobs.remind, seconds=300)),
    links={"poll": chat.open_link},
    shopkeeper_digest=digests.for_shopkeeper,
    volunteer_digest=digests.for_volunteers,
    menu=("polls",),
)
