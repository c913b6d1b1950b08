"""What people in the story do together: vote, meet, and hear from the team."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from simulation.web_phones import Phone, Town, together

UNTIL_SENT = timedelta(minutes=1)  # a broadcast can be stopped for half of that


async def ask(town: Town, volunteer: Phone, poll: str, until: datetime, live: bool) -> None:
    """`poll` is the question, with an option on each line below it."""
    await volunteer.says(f"/newpoll {poll}")
    await volunteer.presses("polls.go_on")
    await volunteer.presses("polls.choose_kind", "single")
    await volunteer.says(_typed(town, until))
    await volunteer.presses("polls.choose_live", "1" if live else "0")
    await volunteer.presses("polls.publish")
    await town.settle()


async def ask_which_time(
    town: Town, volunteer: Phone, question: str, moments: Sequence[datetime], until: datetime
) -> None:
    await volunteer.says(f"/newpoll {question}")
    await volunteer.presses("polls.make_time_poll")
    for one in moments:
        await volunteer.says(_typed(town, one))
    await volunteer.presses("polls.go_on")
    await volunteer.says(_typed(town, until))
    await volunteer.presses("polls.choose_live", "0")
    await volunteer.presses("polls.publish")
    await town.settle()


async def say_what_suits(town: Town, poll_id: int, answers: Mapping[Phone, Sequence[str]]) -> None:
    """One moment after another; the next one is asked by itself."""
    for phone, said in answers.items():
        await phone.says(f"/start poll-{poll_id}")
        await town.settle()
        await phone.presses_if_asked("polls.show_ballot")
        await phone.presses("polls.vote")
        for one in said:
            await phone.presses("polls.vote_moment", one)
    await town.settle()


async def ask_what_for(
    town: Town, volunteer: Phone, poll: str, costs: Sequence[int], total: int, until: datetime
) -> None:
    """`poll` is the question, with an option on each line below it, or the number of an idea."""
    question, *options = poll.splitlines()
    await volunteer.says(f"/newpoll {question}")
    for one in options:
        await volunteer.says(one)
    await volunteer.presses("polls.go_on")
    await volunteer.presses("polls.other_kinds")
    await volunteer.presses("polls.choose_kind", "budget")
    for amount in (*costs, total):
        await volunteer.says(str(amount))
    await volunteer.says(_typed(town, until))
    await volunteer.presses("polls.choose_live", "1")
    await volunteer.presses("polls.publish")
    await town.settle()


async def vote(town: Town, poll_id: int, votes: Mapping[Phone, int]) -> None:
    """From the link that somebody passed on: a poll that is the third news of a week is announced to few."""
    await together(*(phone.says(f"/start poll-{poll_id}") for phone in votes))
    await town.settle()
    # The team is offered to look after it beside the vote.
    await together(*(phone.presses_if_asked("polls.show_ballot") for phone in votes))
    await town.settle()
    await together(*(phone.presses("polls.vote", which=option) for phone, option in votes.items()))
    await town.settle()


async def note_what_it_led_to(town: Town, volunteer: Phone, poll_id: int, number: int) -> None:
    """Whoever voted hears it, beside what she had said."""
    await volunteer.says(f"/start poll-{poll_id}")
    await volunteer.presses("polls.decide")
    await volunteer.says(str(number))
    await town.what_is_due()


async def invite(town: Town, volunteer: Phone, start: datetime, said: Sequence[str], photo: bytes | None) -> None:
    """`said` are the title, the place, and the words."""
    title, where, words = said
    await volunteer.says("/newevent")
    await volunteer.says(title)
    await volunteer.says(_typed(town, start))
    await volunteer.says(where)
    await volunteer.presses("events.no_limit")
    await volunteer.says(words)
    if photo is None:
        await volunteer.presses("events.skip_picture")
    else:
        await volunteer.sends_photo(photo)
    await volunteer.presses("events.announce")
    await town.settle()


async def invite_when_it_suits(town: Town, volunteer: Phone, poll_id: int, said: Sequence[str], photo: bytes) -> None:
    """The winner of a time poll, in one tap; `said` are the place and the words."""
    where, words = said
    await volunteer.says(f"/start poll-{poll_id}")
    await volunteer.presses("polls.make_event")
    await volunteer.says(where)
    await volunteer.presses("events.no_limit")
    await volunteer.says(words)
    await volunteer.sends_photo(photo)
    await volunteer.presses("events.announce")
    await town.settle()


async def come(town: Town, phones: Sequence[Phone], answer: str = "coming") -> None:
    await together(*(phone.presses("events.answer", answer) for phone in phones))
    await town.settle()


async def sign_up_in_the_group(town: Town, volunteer: Phone, event_id: int, written: str) -> None:
    """The list goes into the WeChat group, and comes back with who wrote their names there."""
    await volunteer.says(f"/start event-{event_id}")
    await volunteer.presses("sign_up_list.of_event")
    await volunteer.says(written)
    await volunteer.presses("sign_up_list.book")
    await town.settle()


async def tick_who_came(volunteer: Phone, event_id: int, people: int) -> None:
    await volunteer.says(f"/start event-{event_id}")
    await volunteer.presses("events.look_after")
    await volunteer.presses("events.guest_list")
    await volunteer.presses("events.ticks")
    for which in range(people):
        await volunteer.presses("events.note_came", which=which)


async def show_photos(town: Town, volunteer: Phone, event_id: int, photos: Mapping[Phone, bytes]) -> None:
    """Guests send them; the team lets them through."""
    for phone, photo in photos.items():
        await phone.says(f"/start event-{event_id}")
        await phone.presses("events.album")
        await phone.presses("events.add_photos")
        await phone.sends_photo(photo)
    await town.settle()
    await volunteer.says(f"/start event-{event_id}")
    await volunteer.presses("events.look_after")
    await volunteer.presses("events.photos")
    for _ in photos:
        await volunteer.presses("events.let_through")


async def tell_everybody(town: Town, volunteer: Phone, words: str) -> None:
    """Until the report is written."""
    await volunteer.says("/broadcast")
    await volunteer.says(words)
    await volunteer.presses("broadcasts.choose_whom")
    await volunteer.presses("broadcasts.set_whom", "everyone")
    await volunteer.presses("broadcasts.send")
    await town.settle()
    town.clock.go_to(town.clock.now() + UNTIL_SENT)
    await town.what_is_due()


def _typed(town: Town, moment: datetime) -> str:
    return f"{moment.astimezone(town.place.clocks.first_shown):%Y-%m-%d %H:%M}"
