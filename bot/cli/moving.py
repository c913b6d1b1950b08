"""`python -m bot relocate`: takes pictures and files from the data folder into the bucket that MEDIA_URL names."""

from collections.abc import Callable

from bot.backup.make import FOLDERS
from bot.config import Settings
from bot.storage.folder import Folder
from bot.storage.opening import storage_of
from bot.storage.storage import Storage

DONE, BROKEN, BAD_USE = 0, 1, 2  # exit statuses
AT_A_TIME = 200  # files between two lines of progress

Say = Callable[[str], None]


async def move_media(settings: Settings, say: Say, complain: Say) -> int:
    """One after another, each away from here once it is there; may be broken off and begun again."""
    if settings.bucket is None:
        complain("MEDIA_URL is empty: name the bucket first, as .env.example says.")
        return BAD_USE
    here, there = Folder(settings.data_dir), storage_of(settings)
    moved = 0
    try:
        for folder in FOLDERS:
            for one in await here.list(folder):
                await _move(here, there, one.name)
                moved += 1
                if moved % AT_A_TIME == 0:
                    say(f"{moved} files …")
    except OSError as error:
        complain(f"{moved} files were moved, then it did not work out: {error}. Do the same again.")
        return BROKEN
    say(f"{moved} files lie in the bucket {settings.bucket.name} now, and no longer in {settings.data_dir}.")
    return DONE


async def _move(here: Folder, there: Storage, name: str) -> None:
    if not await there.has(name):
        await there.put(name, await here.get(name))
    await here.delete([name])
