"""Pictures people send: cleaned in a process of their own, kept under their hash."""
