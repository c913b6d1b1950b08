"""What is kept of somebody, in two lines, and where that can be changed."""

from pathlib import Path

from bot.dialogue.actions import action
from bot.dialogue.context import Context
from bot.doors.door import TELEGRAM
from bot.i18n.texts import Texts, join
from handlers.privacy import store

t = Texts("privacy", Path(__file__).parent / "texts")


@action(command="privacy")
async def privacy(context: Context) -> None:
    # By their names: imported, they would import this.
    actions = context.notices.town.actions
    kept = await store.kept(context.tx, context.person.id)
    text = t.privacy(place=context.place.name, ideas=kept.ideas, pictures=kept.pictures, votes=kept.votes)
    if context.speaker.door == TELEGRAM:
        text = join(text, t.telegram_abroad(link=context.links.web))
    rows = [
        [actions["privacy.consents"].button(t.consents_button)],
        [actions["privacy.take_along"].button(t.take_along)],
        [actions["privacy.leave"].button(t.leave_button)],
    ]
    await context.show(text, rows, back=context.go(t.back, "settings"))
