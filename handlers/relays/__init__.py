"""Relays: news also goes to a Telegram group, by e-mail, Matrix or ntfy, and to WeCom, DingTalk and Feishu."""

from bot.dialogue.feature import Feature, Job
from handlers.relays import adding, chat, groups, jobs, people, store

FEATURE = Feature(
    name="relays",
    sentence="Let the news reach the group or the app people read anyway.",
    actions=(
        chat.relays,
        chat.choose,
        chat.relay,
        chat.topics,
        chat.get,
        chat.toggle,
        chat.test,
        chat.ask_remove,
        chat.remove,
        adding.add,
        adding.add_robot,
        adding.add_address,
        adding.add_group,
        adding.paste,
        adding.hear_address,
    ),
    jobs=(Job("relay news", jobs.tell_news, seconds=2, anything_due=store.anything_to_tell),),
    group_commands={"bind": groups.bind, "unbind": groups.unbind, "help": groups.help_},
    menu=("relays",),
    people=people.PEOPLE,
)
