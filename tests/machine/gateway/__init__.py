"""The web chat's server, its connections, and the fake Telegram beside it."""
