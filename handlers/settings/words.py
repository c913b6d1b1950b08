"""The sentences of this folder, and how somebody's wishes are said in one line each."""

from datetime import datetime
from pathlib import Path

from bot.clock import moment
from bot.dialogue.preferences import UNTIL_SHE_SAYS_SO, Wishes
from bot.i18n.clocks import When
from bot.i18n.texts import Text, Texts
from bot.identity.places import Place
from handlers.settings import rules
from handlers.settings.rules import Hours

t = Texts("settings", Path(__file__).parent / "texts")


def quiet_line(hours: Hours, now: datetime, place: Place) -> Text:
    shown = rules.ends(hours, now, place.clocks)
    if shown is None:
        return t.no_quiet
    start, end = shown
    return t.quiet_from_to(hours=When(start, place.clocks, "time", until=end))


def is_paused(wishes: Wishes, now: datetime) -> bool:
    return wishes.paused_until is not None and moment(wishes.paused_until) > now


def pause_line(wishes: Wishes, now: datetime, place: Place) -> Text:
    if wishes.paused_until is None or not is_paused(wishes, now):
        return t.not_paused
    until = moment(wishes.paused_until)
    return t.paused_open if until >= UNTIL_SHE_SAYS_SO else t.paused_until(day=When(until, place.clocks))
