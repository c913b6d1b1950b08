"""Polls of every kind."""
