"""A crawler presses every button of every screen it comes to, and complains of dead ends."""

from collections import deque
from dataclasses import dataclass, field

from bot.i18n.texts import machine as m
from bot.i18n.texts import render_plain
from tests.neighbour import ISOLATES, OnTelegram, Shown

FOOTER = ("welcome.home", "welcome.home_below", "welcome.help_", "welcome.more", "welcome.agree")
BACK = ("⬅", "➡")  # it points the other way in Uyghur
MOST_CHOICES = 3
PRESSES_EACH = 3  # how often one action is pressed with other arguments
MOST_PRESSES = 400
# An event's answers and how many one brings, the days and hours of the picker, the names of the roster, its album.
EVENTS = ("events.answer", "events.pick_day", "events.set_when", "events.note_came", "events.take_out")
MOMENTS = ("polls.moment_hours", "polls.add_moment")
# Screens whose content is a list of buttons by product.md: Home, the options of a poll, three faces and
# to say nothing, the digest's decisions.
LONGER = ("welcome.home", "polls.vote", "pulse.say", "digests.", "broadcasts.", "today.aside", *MOMENTS, *EVENTS)


@dataclass
class Crawl:
    person: OnTelegram
    language: str
    pressed: dict[str, int] = field(default_factory=dict)
    waiting: deque[tuple[int, str]] = field(default_factory=deque)
    complaints: list[str] = field(default_factory=list)
    judged: set[Shown] = field(default_factory=set)

    async def run(self, *commands: str) -> None:
        for command in commands:
            await self.person.says(command)
            await self._look(command)
        while self.waiting and sum(self.pressed.values()) < MOST_PRESSES:
            message_id, data = self.waiting.popleft()
            action = data.split(":")[0]
            if self.pressed.get(action, 0) >= PRESSES_EACH:
                continue
            self.pressed[action] = self.pressed.get(action, 0) + 1
            if message_id in self.person.person.chat.messages:
                await self.person.taps(message_id, data)
                await self._look(data)

    async def _look(self, came_by: str) -> None:
        screen = [message for message in await self.person.screen() if not message.mine]
        broke = render_plain(m.something_broke, self.language).translate(ISOLATES)
        toasts = await self.person.toasts()
        if any(broke in message.words for message in screen[-2:]) or broke in toasts[-1:]:
            self.complaints.append(f"{came_by}: something broke")
        for message in screen:
            if message not in self.judged:
                self.judged.add(message)
                self._judge(message, came_by)
            for row in message.buttons:
                self.waiting.extend((message.id, data) for _, data in row if self._may_press(data))

    def _may_press(self, data: str) -> bool:
        return not data.startswith("http") and self.pressed.get(data.split(":")[0], 0) < PRESSES_EACH

    def _judge(self, message: Shown, came_by: str) -> None:
        flat = [(label, data) for row in message.buttons for label, data in row]
        if not message.words.strip():
            self.complaints.append(f"{came_by}: a message without words")
        if flat and not any(data.startswith(("welcome.home", "welcome.agree", "welcome.choose")) for _, data in flat):
            is_home = any(data.startswith("welcome.more") for _, data in flat)
            if not is_home:
                self.complaints.append(f"{came_by}: no way home from {message.words[:40]!r}")
        choices = [data for label, data in flat if not data.startswith(FOOTER) and not label.startswith(BACK)]
        if "events.events" in choices and "ideas.suggest" in choices:
            # This is Home, where Polls and the tools of the team stand beneath the three.
            choices = [data for data in choices if data not in ("polls.polls", "welcome.tools")]
        longer = any(data.startswith(LONGER) for _, data in flat if not data.startswith("welcome.home"))
        if len(choices) > MOST_CHOICES and not longer:
            self.complaints.append(f"{came_by}: {len(choices)} choices: {choices}")
