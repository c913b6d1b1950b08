"""Which storage the settings name."""

from bot.config import Settings
from bot.storage.bucket import Bucket
from bot.storage.folder import Folder
from bot.storage.storage import Storage


def storage_of(settings: Settings) -> Storage:
    """Nothing is asked of it yet."""
    return Folder(settings.data_dir) if settings.bucket is None else Bucket(settings.bucket)
