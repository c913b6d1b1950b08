"""What the machine does by the clock, without anybody's hand: prune, erase, back up."""

from pathlib import Path

from tests.running.town import town
from tests.town.ideas.test_held import follows, holds, pink, shows_pink


async def test_what_is_too_old_is_forgotten_while_the_bot_runs(tmp_path: Path) -> None:
    async with town(tmp_path) as here:
        aygul = await here.arrives("Aygul", "ug")
        await aygul.says("/help")
        assert here.ask("SELECT count(*) FROM receipts")[0][0] > 3
        await here.turn(days=8)
        await here.until(lambda: not here.ask("SELECT 1 FROM receipts"))
        await here.until(lambda: not here.ask("SELECT 1 FROM outbox WHERE state = 'sent' AND method = 'sendMessage'"))
        await here.until(lambda: not here.ask("SELECT 1 FROM gateway_events"))


async def test_a_nightly_backup_makes_itself(tmp_path: Path) -> None:
    async with town(tmp_path) as here:
        await here.arrives("Aygul")
        await here.turn(hours=20)
        await here.until(lambda: list((here.data / "backups").glob("*/*")))


async def test_a_picture_that_nobody_agreed_to_leaves_the_disk(tmp_path: Path) -> None:
    async with town(tmp_path) as here:
        sender = await here.arrives("Sender")
        volunteer = await here.joins("Volunteer", "volunteer")
        await sender.says("/suggest")
        await sender.sends_photo(pink())
        await sender.presses("店里")
        await volunteer.says("/desk")
        await follows(volunteer, "ideas.publish:1")
        await here.until(lambda: _pink_ones(here.data))
        await holds(volunteer)
        await here.turn(days=7, hours=1)
        await sender.hears("一直没有等到家长同意，我们删除了1 号建议的照片")
        await here.turn(minutes=2)
        await here.until(lambda: not _pink_ones(here.data))


def _pink_ones(data: Path) -> list[Path]:
    """Backups keep it for a month longer, which docs/privacy.md says."""
    return [
        path
        for path in data.rglob("*.jpg")
        if "backups" not in path.relative_to(data).parts and shows_pink(path.read_bytes())
    ]
