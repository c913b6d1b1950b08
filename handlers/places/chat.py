"""`/place`: where one is, the other places one is in, and going there."""

from bot.dialogue import menu
from bot.dialogue.actions import action
from bot.dialogue.context import Context, Where
from bot.errors import Refusal
from bot.i18n.texts import Text, join, short
from bot.identity import people, places
from bot.identity.invites import place_code
from bot.identity.places import Place
from bot.identity.roles import LEADS
from bot.outbox.message import Button
from handlers.places.words import t

CHOICES = 3
NAME_SHOWN = 40
LISTED = 20


@action(command="place", anywhere=True)
async def place(context: Context) -> None:
    await _show(context, 0)


@action(anywhere=True)
async def page(context: Context, first: int) -> None:
    await _show(context, max(first, 0))


@action(anywhere=True)
async def switch(context: Context, place_id: int) -> None:
    """Drafts and open questions of the place she leaves wait there until she is back."""
    if not await people.is_member(context.tx, context.person.id, place_id):
        raise Refusal(t.not_your_place)
    await context.enter(place_id)
    await menu.hang_out(context.notices, context.person.id)
    lines: list[Text] = [t.now_here(place=context.place.name)]
    if context.speaker.question is not None:
        lines.append(t.still_asked)
    # Not `show`, which would close the question that was waiting here.
    await context.say(
        join(*lines), [[context.go(t.ideas_button, "ideas")], [place.button(t.places_button)]], where=Where.IN_PLACE
    )


async def of_another_place(context: Context, belongs_to: Place) -> None:
    """A button of another of her places was pressed: nothing happens here, and one tap leads there."""
    name = short(belongs_to.name, NAME_SHOWN)
    context.toast(t.belongs_toast(place=name))
    words = t.belongs_to(place=belongs_to.name, here=context.place.name)
    await context.say(words, [[switch.button(t.go_there(place=name), belongs_to.id)]], where=Where.ASIDE)


def back_to_settings(number: int) -> Button:
    """By address, since the settings stand above what they lead to."""
    return Button(t.back, f"places.more_settings:{number}")


async def _show(context: Context, first: int) -> None:
    mine = [await places.place(context.tx, one) for one in await people.places_of(context.tx, context.person.id)]
    link = context.link(place_code(context.place.code))
    if len(mine) < 2:
        text = t.only_place(place=context.place.name, link=link)
    else:
        lines = [t.here(place=one.name) if one.id == context.place.id else t.there(place=one.name) for one in mine]
        text = join(t.your_places, *lines[:LISTED], t.pass_on(link=link))
    care = [[context.go(t.look_after, "placesettings")]] if context.may(LEADS) else []
    others = [one for one in mine if one.id != context.place.id]
    await context.show(text, [*_others(others, first, CHOICES - len(care)), *care])


def _others(others: list[Place], first: int, room: int) -> list[list[Button]]:
    """As many as there is room for; one of them makes place for "more" when there are others."""
    rest = others[first:] or others
    shown = rest if len(rest) <= room else rest[: room - 1]
    rows = [[switch.button(t.go_there(place=short(one.name, NAME_SHOWN)), one.id)] for one in shown]
    if len(rest) > len(shown):
        rows.append([page.button(t.more_places, first + len(shown))])
    return rows
