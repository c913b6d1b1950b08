"""Thanks in a lead's own sentence, what somebody gave, and certificates of it."""

from bot.dialogue.feature import Feature
from handlers.digests.source import DigestSource
from handlers.thanks import asking, chat, digest, jobs, making, pages, people, signing, thanking, today, withdrawing
from handlers.today.source import TodaySource

FEATURE = Feature(
    name="thanks",
    sentence="See what you gave, ask for a certificate of it, and be thanked in somebody's own words.",
    actions=(
        chat.record,
        chat.record_below,
        chat.line_by_line,
        chat.mine,
        chat.one_of_mine,
        chat.pdf,
        chat.badge,
        asking.begin,
        asking.begin_below,
        asking.ask_name,
        asking.use_name,
        asking.hear_name,
        asking.ask_period,
        asking.set_period,
        asking.ask,
        asking.take_back,
        signing.read,
        signing.read_below,
        signing.lines_of,
        signing.sign,
        signing.ask_why_not,
        signing.hear_why_not,
        withdrawing.ask_withdraw,
        withdrawing.withdraw,
        withdrawing.certificates,
        withdrawing.issued_here,
        withdrawing.ask_why_withdraw,
        withdrawing.hear_why_withdraw,
        withdrawing.withdraw_gone,
        thanking.thank,
        thanking.ask_sentence,
        thanking.hear_sentence,
        thanking.send,
        thanking.leave_out,
    ),
    jobs=jobs.JOBS,
    pages=pages.PAGES,
    makes={chat.PDF: making.pdf_for, chat.BADGE: making.badge_for},
    offers=(DigestSource(volunteers=digest.for_volunteers), TodaySource(today.waiting)),
    menu=("record",),
    people=people.PEOPLE,
)
