"""What must outlive a power cut is brought to the disk: files, and the folders that name them."""

import os
import shutil
from pathlib import Path


def sync(path: Path) -> None:
    """A rename survives a power cut only when its folder was synced too. Raises OSError when the disk is full."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def also_call(file: Path, target: Path) -> bool:
    """Gives a file that is never changed a second name: it takes no room, and each name can go by itself.

    False when there is no such file any more, or the file system knows no second names.
    """
    try:
        os.link(file, target)
    except FileExistsError:
        return True
    except OSError:
        return False
    sync(target.parent)
    return True


def room(folder: Path) -> int:
    """Free bytes where this folder is, or will be."""
    while not folder.exists():
        folder = folder.parent
    return shutil.disk_usage(folder).free
