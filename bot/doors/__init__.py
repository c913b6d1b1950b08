"""The servers people are reached through, and the ways to speak HTTP with them."""
