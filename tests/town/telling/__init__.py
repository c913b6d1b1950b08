"""Broadcasts, digests, news and relays."""
