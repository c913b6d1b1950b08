"""Every change of a place on record, and how the last one reads."""

from bot.clock import moment
from bot.dialogue.context import Context
from bot.i18n.clocks import When
from bot.i18n.texts import LANGUAGES, Text, join, literal, short
from bot.identity import names
from bot.identity.places import Space
from handlers.places import rules, store
from handlers.places.rules import Setting
from handlers.places.words import t

SHOWN = 40


async def note(context: Context, what: Setting, was: str, becomes: str, spot_id: int | None = None) -> None:
    """Writes it down, and goes on with the place as it is now."""
    if was != becomes:
        place_id, me = context.place.id, context.person.id
        await store.note(context.tx, place_id, me, what, was, becomes, context.now_ms, spot_id)
    await context.refresh()


async def last_changed(context: Context, *among: Setting) -> list[Text]:
    """Who changed it last, when, from what to what; nothing when nobody ever did."""
    change = await store.last_change(context.tx, context.place.id, among)
    if change is None:
        return []
    what = Setting(change.what)
    return [
        t.last_changed(
            what=t[f"what-{what.value}"],
            who=names.called(change.by, SHOWN) if change.by is not None else t.command_line,
            when=When(moment(change.changed_at), context.place.clocks),
            was=_value(what, change.was),
            becomes=_value(what, change.becomes),
        )
    ]


def _value(what: Setting, value: str) -> Text:
    if not value:
        return t.nothing
    match what:
        case Setting.LANGUAGES:
            return join(*(literal(LANGUAGES[one]) for one in value.split(",")), separator=" · ")
        case Setting.MODERATION:
            return t[f"short-moderation-{value}"]
        case Setting.QUIET:
            start, _, end = value.partition("-")
            return literal(rules.quiet_words(int(start), int(end)))
        case Setting.SHOP_DIGEST | Setting.TEAM_DIGEST:
            return literal(rules.clock_words(int(value)))
        case Setting.SPOT_SPACE:
            return t[f"space-{value}"]
    return t[f"spot-{value[1:]}"] if value[1:] in set(Space) and value[0] == "@" else literal(short(value, SHOWN))
