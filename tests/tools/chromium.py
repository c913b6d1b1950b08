"""`python -m tests.tools.chromium`: finds a browser for the tests, or gets one, and says so when there is none.

An installed Chromium or Chrome; else Debian's when we are root; else Playwright's own.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
# Without these a page in Chinese is a page of empty boxes on a bare machine.
DEBIAN = ("chromium", "fonts-wqy-microhei", "fonts-noto-color-emoji")
PATIENCE = 600  # seconds for a download


def find_browser(playwrights_own: str = "") -> str | None:
    """The path of a browser that is there already."""
    for name in NAMES:
        if found := shutil.which(name):
            return found
    return playwrights_own if playwrights_own and Path(playwrights_own).exists() else None


def main() -> None:
    if find_browser(_playwrights_own()) is None and os.geteuid() == 0 and shutil.which("apt-get"):
        print("No browser yet: installing Debian's Chromium for the browser tests.", flush=True)
        quietly = dict(os.environ, DEBIAN_FRONTEND="noninteractive")
        _try(["apt-get", "update", "-qq"], quietly)
        _try(["apt-get", "install", "-y", "-qq", "--no-install-recommends", *DEBIAN], quietly)
    if find_browser(_playwrights_own()) is None:
        print("No browser yet: asking Playwright for its own Chromium.", flush=True)
        _try([sys.executable, "-m", "playwright", "install", "chromium"], dict(os.environ))
    if find_browser(_playwrights_own()) is None:
        print("NO BROWSER can be had here: the browser tests will be skipped.", file=sys.stderr)


def _playwrights_own() -> str:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        return playwright.chromium.executable_path


def _try(command: list[str], environment: dict[str, str]) -> None:
    """What cannot be installed is said at the end, once."""
    try:
        subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, timeout=PATIENCE, check=False)
    except (OSError, subprocess.TimeoutExpired) as error:
        print(f"{command[0]}: {type(error).__name__}", file=sys.stderr)


if __name__ == "__main__":
    main()
