"""What must be true after any story: `await intact(street)`."""

from bot.cli import invariants
from bot.cli.invariants import Finding
from bot.media.images import MediaFolder
from simulation import promise_store
from tests.street import Street


async def findings(street: Street) -> list[Finding]:
    folder = MediaFolder(street.bot.settings.data_dir / "media")
    return await invariants.examine(street.bot.database, folder, street.clock.now(), promise_store.TOWN)


async def broken(street: Street) -> list[str]:
    return [one.line for one in await findings(street) if one.broken]


async def intact(street: Street) -> None:
    assert await broken(street) == []
