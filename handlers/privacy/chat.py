"""What is kept of somebody, in two lines, and where that can be changed."""

from bot.dialogue.actions import action
from bot.dialogue.context import Context
from bot.doors.door import TELEGRAM
from bot.i18n.texts import join
from bot.outbox.message import Button
from handlers.privacy import store
from handlers.privacy.words import t


@action(command="privacy")
async def privacy(context: Context) -> None:
    # By their names: imported, they would import this.
    consents, take_along, leave = (
        context.town.actions[f"privacy.{name}"].partial_address() for name in ("consents", "take_along", "leave")
    )
    kept = await store.kept(context.tx, context.person.id)
    text = t.privacy(place=context.place.name, ideas=kept.ideas, pictures=kept.pictures, votes=kept.votes)
    if context.speaker.door == TELEGRAM:
        text = join(text, t.telegram_abroad(link=context.links.web))
    rows = [
        [Button(t.consents_button, consents)],
        [Button(t.take_along, take_along)],
        [Button(t.leave_button, leave)],
    ]
    await context.show(text, rows, back=context.go(t.back, "settings"))
