"""Arriving, names, roles, settings, privacy, two doors of one person."""
