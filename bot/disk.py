"""What must outlive a power cut is brought to the disk: files, and the folders that name them."""

import os
from pathlib import Path


def sync(path: Path) -> None:
    """A rename survives a power cut only when its folder was synced too. Raises OSError when the disk is full."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
