"""Carry on elsewhere: one person at two doors or on two phones, joined by a link, and parted again."""

from bot.dialogue.feature import Feature, Job, Link
from handlers.elsewhere import asking, chat, jobs
from handlers.elsewhere.rules import PREFIX

FEATURE = Feature(
    name="elsewhere",
    sentence="Carry on as the same person in Telegram or on another phone, take that back, sign out a lost phone.",
    actions=(
        chat.elsewhere,
        chat.make_link,
        chat.ask_sign_out,
        chat.sign_out,
        chat.part,
        asking.yes,
        asking.no,
        asking.confirm,
        asking.refuse,
    ),
    jobs=(Job("forget what two people had", jobs.forget, seconds=3600),),
    links={PREFIX: Link(asking.open_link, for_newcomers=True)},
    menu=("elsewhere",),
)
