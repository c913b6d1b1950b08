"""What must be true after any story: `await intact(street)`."""

from bot.cli import invariants
from bot.cli.invariants import Finding
from simulation import promise_store
from tests.street import Street


async def findings(street: Street) -> list[Finding]:
    bot = street.bot
    return await invariants.examine(bot.database, bot.site.pictures, street.clock.now(), promise_store.TOWN)


async def broken(street: Street) -> list[str]:
    return [one.line for one in await findings(street) if one.broken]


async def intact(street: Street) -> None:
    assert await broken(street) == []
