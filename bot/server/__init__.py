"""Serving HTTP to strangers: who asks, how much at once, and what every answer carries."""
