"""What a shopkeeper pays in instalments: dates that she and one helper mind, and nobody else sees."""

from bot.dialogue.feature import Feature
from handlers.instalments import adding, chat, helping, jobs, paying, people

FEATURE = Feature(
    name="instalments",
    sentence="Mind the dates of what the shop pays in instalments, seen by the shopkeeper and one helper alone.",
    actions=(
        chat.instalments,
        chat.choose,
        chat.card,
        chat.more,
        adding.add,
        adding.hear_what,
        adding.hear_supplier,
        adding.hear_amount,
        adding.leave_out,
        adding.hear_first,
        adding.set_rhythm,
        adding.hear_count,
        adding.set_count,
        paying.paid,
        paying.another_date,
        paying.hear_another_date,
        paying.talk,
        paying.talk_with_helper,
        paying.ask_erase,
        paying.erase,
        helping.who_sees,
        helping.choose_helper,
        helping.ask_helper,
        helping.accept,
        helping.end,
        helping.sign,
        helping.set_sign,
    ),
    jobs=jobs.JOBS,
    people=people.PEOPLE,
)
