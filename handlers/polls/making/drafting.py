"""The poll that is being made: found, and the way on from each of its parts."""

from bot.dialogue.ahead import Ahead
from bot.dialogue.context import Context
from bot.errors import Refusal
from handlers.polls import store
from handlers.polls.store.drafts import Draft
from handlers.polls.words import t

# In finishing.py, which leads back to the question and the options as well.
go_on = Ahead[[int]]("polls.go_on")
again = Ahead[[int]]("polls.again")
change_rules = Ahead[[int]]("polls.change_rules")
# In costs.py.
change_costs = Ahead[[int]]("polls.change_costs")
# In question.py, which leads to the moments of a time poll.
change_question = Ahead[[int]]("polls.change_question")


async def draft_of(context: Context, draft_id: int) -> Draft:
    draft = await store.drafts.find_draft(context.tx, context.place.id, context.person.id, draft_id)
    if draft is None:
        raise Refusal(t.draft_gone)
    return draft
