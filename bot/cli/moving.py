"""`python -m bot relocate`: takes pictures and files from the data folder into the bucket that MEDIA_URL names."""

from collections.abc import Callable

from bot.backup.make import FOLDERS
from bot.config import Settings
from bot.database import connecting
from bot.storage.folder import Folder
from bot.storage.opening import storage_of
from bot.storage.owner import NotOurs, check_ours
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
    secret = await _find_secret(settings)
    if secret is None:
        complain(
            "There is no town in this database that pictures could belong to: start the bot once. Nothing was moved."
        )
        return BAD_USE
    try:
        await check_ours(there, secret)
    except NotOurs as error:  # its bot would take away what it does not know
        complain(f"{error}: name another folder in MEDIA_URL. Nothing was moved.")
        return BAD_USE
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


async def _find_secret(settings: Settings) -> str | None:
    """By which a storage knows this town."""
    database = connecting.connect(settings.database_url, settings.database_session_url)
    try:
        await database.open()
        async with database.read() as tx:
            return await tx.one(str, "SELECT value FROM secrets WHERE name = 'address_salt'")
    except Exception:  # any of two engines' errors; `doctor` says more
        return None
    finally:
        await database.close()


async def _move(here: Folder, there: Storage, name: str) -> None:
    if not await there.has(name):
        await there.put(name, await here.get(name))
    await here.delete([name])
