"""The machine: what would be the same in any other town."""

import sys

# python-telegram-bot loads cryptography, which takes 7 MB, for Telegram Passport, unless it misses this module. Here
# nobody is asked for a passport; relay/encryption.py does not need the module, and loads the rest when it seals.
sys.modules.setdefault("cryptography.hazmat.backends", None)  # type: ignore[arg-type]
