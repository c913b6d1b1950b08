"""The files of the web chat in a folder of a test."""

from pathlib import Path

from bot.gateway.files import Shelf
from bot.storage.folder import Folder


def shelf_in(folder: Path) -> Shelf:
    return Shelf(Folder(folder), folder)
