"""Consents one by one: what each means, when it was given to which text, and one tap to change it."""

from bot.clock import moment
from bot.dialogue import preferences
from bot.dialogue.actions import action
from bot.dialogue.context import Context
from bot.i18n.clocks import When
from bot.i18n.texts import LANGUAGES, Text, join
from bot.identity import consents as ledger
from bot.identity.consents import Purpose, Said
from handlers.privacy import rules
from handlers.privacy.chat import privacy
from handlers.privacy.words import t


@action()
async def consents(context: Context) -> None:
    """All five at a glance, and the first of them behind a button."""
    lines = [t[f"yes-{one.value}"] if await _given(context, one) else t[f"no-{one.value}"] for one in rules.PURPOSES]
    rows = [
        [consent.button(t.one_by_one, rules.PURPOSES[0])],
        # Asked by the name of its host, which only they know.
        [context.go(t.machine_button, "machine")],
        [what_is_kept.button(t.more_button)],
    ]
    await context.show(join(t.consents, *lines), rows, back=privacy.button(t.back))


@action()
async def what_is_kept(context: Context) -> None:
    await context.show(t.what_is_kept, back=consents.button(t.back))


@action()
async def consent(context: Context, purpose: Purpose) -> None:
    said = (await ledger.last_words(context.tx, context.person.id)).get(purpose)
    given = await _given(context, purpose)
    rows = [[change.button(t.withdraw if given else t.give, purpose, 0 if given else 1)]]
    place = rules.PURPOSES.index(purpose)
    if place + 1 < len(rules.PURPOSES):
        rows.append([consent.button(t.next_one, rules.PURPOSES[place + 1])])
    if purpose is Purpose.PRESS:
        # Each quote and picture is asked for by itself.
        rows.append([context.go(t.press_button, "mypress")])
    text = join(t[f"consent-{purpose.value}"], _standing(context, said, given))
    await context.show(text, rows, back=consents.button(t.back))


@action()
async def change(context: Context, purpose: Purpose, given: int) -> None:
    """What the button says counts, also when it is pressed twice."""
    wanted = 1 if given else 0
    if await _given(context, purpose) is not bool(wanted):
        version = rules.VERSIONS[purpose]
        await ledger.say(context.tx, context.person.id, purpose, wanted, version, context.language, context.now_ms)
        await _obey(context, purpose, wanted)
    context.toast(t.consent_given if wanted else t.consent_withdrawn)
    await consent(context, purpose)


async def _obey(context: Context, purpose: Purpose, given: int) -> None:
    """At once, also for what waits to leave."""
    if purpose is Purpose.MESSAGES and not given:
        await preferences.stop_messages(context.tx, context.person.id, context.now_ms)
    if purpose is Purpose.PHOTOS:
        await (ledger.show_photos if given else ledger.hide_photos)(context.tx, context.person.id)


async def _given(context: Context, purpose: Purpose) -> bool:
    return await ledger.gave(context.tx, context.person.id, purpose)


def _standing(context: Context, said: Said | None, given: bool) -> Text:
    if said is None:
        return t.standing_since_arrival if given else t.never_asked
    when = When(moment(said.at), context.place.clocks)
    sentence = t.standing_given if said.given else t.standing_withdrawn
    return sentence(when=when, version=said.version, language=LANGUAGES.get(said.language, said.language))
