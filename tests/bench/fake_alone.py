"""(0) What the yardstick itself can do: the fake Telegram with nothing but a raw client against it."""

import asyncio
import json
import time
from dataclasses import dataclass

from tests.bench.programs import Fake, fake_telegram
from tests.telegram_server.post import Poster

CONNECTIONS = 20


@dataclass(frozen=True)
class Alone:
    """`cpu` is microseconds of the fake's processor time for each sendMessage."""

    per_second: float
    cpu: float


def measure(messages: int) -> Alone:
    with fake_telegram() as fake:
        fake.does("people", first_id=1, count=300)
        asyncio.run(_send(fake, messages // 10))
        cpu, begun = fake.cpu(), time.monotonic()
        asyncio.run(_send(fake, messages))
        return Alone(messages / (time.monotonic() - begun), (fake.cpu() - cpu) / messages * 1e6)


async def _send(fake: Fake, messages: int) -> None:
    poster = Poster(f"{fake.url}/bot{fake.token}/sendMessage")
    keyboard = {"inline_keyboard": [[{"text": "Yes", "callback_data": "yes"}]]}
    left = iter(range(messages))

    async def sender() -> None:
        for number in left:
            body = {"chat_id": 1 + number % 300, "text": f"Message {number}", "reply_markup": keyboard}
            response = await poster.post(json.dumps(body).encode())
            assert response.status == 200, response.body

    async with asyncio.TaskGroup() as group:
        for _ in range(CONNECTIONS):
            group.create_task(sender())
    poster.close()
