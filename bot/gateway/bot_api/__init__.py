"""The side that speaks the Bot API, as strict as Telegram's own."""
